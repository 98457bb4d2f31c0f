"""The outline of one step of a plan."""

from __future__ import annotations

from cbassess.export.outline import Block, Details, Heading, Paragraph, details, points
from cbassess.export.titles import Titles
from cbassess.export.wording import hours, marked, money, number, signed, weeks
from cbassess.model.plan import Priority, Step, StepDate, StepSource
from cbassess.words import Words, phrase

PRACTICE = phrase("Management practice: judgement without a source.")


def step_outline(step: Step, titles: Titles, words: Words) -> tuple[Block, ...]:
    """Heading, figures, reasons, what to do, proof and sources of a step."""
    return (
        Heading(4, f"{step.rank}. {step.title}"),
        _figures(step, titles, words),
        Paragraph(step.why),
        *points(words("Why for you"), tuple(reason.text for reason in step.because)),
        *points(words("What to do"), step.steps, numbered=True),
        *points(words("Then you can answer"), step.achieves),
        details((words("Proof"), step.proof)),
        *points(words("Dates"), tuple(_date(date, words) for date in step.dates)),
        *points(words("Sources"), _sources(step, words)),
    )


def _figures(step: Step, titles: Titles, words: Words) -> Details:
    band = titles.band(step.band)
    if step.band_because:
        band = words("{title}: {text}").format(title=band, text=step.band_because)
    gains = (
        words("{points} in {trend}").format(points=signed(gain), trend=titles.trend(trend))
        for trend, gain in step.gain.items()
    )
    return details(
        (words("Band"), band),
        (words("Start"), step.start.isoformat()),
        (words("Due"), step.due.isoformat()),
        (words("Own time"), hours(*step.effort_hours, words)),
        (words("Money"), money(step.cost, words)),
        (words("Takes"), weeks(*step.lead_weeks, words)),
        (words("First do"), words("; ").join(titles.action(action) for action in step.requires)),
        (words("Needed for"), titles.action(step.needed_by) if step.needed_by else ""),
        (words("Gain"), words("; ").join(gains)),
        (words("Order"), _formula(step.priority, words)),
    )


def _formula(priority: Priority, words: Words) -> str:
    """The figures behind the place in the plan, as a sum that can be done again."""
    return words("({gain} gain + {unlocks} unlocks + {dates} for dates) / {effort} = {points} points an hour").format(
        gain=number(priority.gain),
        unlocks=number(priority.unlocks),
        dates=number(priority.time_criticality),
        effort=hours(priority.effort_hours, priority.effort_hours, words),
        points=number(priority.wsjf, 2),
    )


def _date(date: StepDate, words: Words) -> str:
    text = words("{title}: {text}").format(title=date.day.isoformat(), text=date.title)
    return marked(text, words, date.confidence, date.stale)


def _sources(step: Step, words: Words) -> tuple[str, ...]:
    practice = (words(PRACTICE),) if step.practice else ()
    return practice + tuple(_source(source, words) for source in step.sources)


def _source(source: StepSource, words: Words) -> str:
    cited = words("{title}, {where}").format(title=source.title, where=source.where) if source.where else source.title
    return marked(cited, words, source.confidence)
