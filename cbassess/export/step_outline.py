"""The outline of one step of a plan."""

from __future__ import annotations

from cbassess.export.outline import Block, Details, Heading, Paragraph, details, points
from cbassess.export.titles import Titles
from cbassess.export.wording import marked, money, number, signed, span
from cbassess.model.plan import Priority, Step, StepDate, StepSource

PRACTICE = "Management practice: judgement without a source."


def step_outline(step: Step, titles: Titles) -> tuple[Block, ...]:
    """Heading, figures, reasons, what to do, proof and sources of a step."""
    return (
        Heading(4, f"{step.rank}. {step.title}"),
        _figures(step, titles),
        Paragraph(step.why),
        *points("Why for you", tuple(reason.text for reason in step.because)),
        *points("What to do", step.steps, numbered=True),
        *points("Then you can answer", step.achieves),
        details(("Proof", step.proof)),
        *points("Dates", tuple(_date(date) for date in step.dates)),
        *points("Sources", _sources(step)),
    )


def _figures(step: Step, titles: Titles) -> Details:
    band = titles.band(step.band)
    return details(
        ("Band", f"{band}: {step.band_because}" if step.band_because else band),
        ("Start", step.start.isoformat()),
        ("Due", step.due.isoformat()),
        ("Own time", span(*step.effort_hours, "hour")),
        ("Money", money(step.cost)),
        ("Takes", span(*step.lead_weeks, "week")),
        ("First do", "; ".join(titles.action(action) for action in step.requires)),
        ("Needed for", titles.action(step.needed_by) if step.needed_by else ""),
        ("Gain", "; ".join(f"{signed(gain)} in {titles.trend(trend)}" for trend, gain in step.gain.items())),
        ("Order", _formula(step.priority)),
    )


def _formula(priority: Priority) -> str:
    """The figures behind the place in the plan, as a sum that can be done again."""
    parts = f"{number(priority.gain)} gain + {number(priority.unlocks)} unlocks"
    dated = f"{number(priority.time_criticality)} for dates"
    effort = span(priority.effort_hours, priority.effort_hours, "hour")
    return f"({parts} + {dated}) / {effort} = {number(priority.wsjf, 2)} points an hour"


def _date(date: StepDate) -> str:
    return marked(f"{date.day.isoformat()}: {date.title}", date.confidence, date.stale)


def _sources(step: Step) -> tuple[str, ...]:
    practice = (PRACTICE,) if step.practice else ()
    return practice + tuple(_source(source) for source in step.sources)


def _source(source: StepSource) -> str:
    where = f", {source.where}" if source.where else ""
    return marked(f"{source.title}{where}", source.confidence)
