"""The outline of one step of a plan."""

from __future__ import annotations

from cbassess.export.outline import Block, Details, Heading, Paragraph, details, points
from cbassess.export.report import Cited, Dated, StepReport
from cbassess.export.report import Points as Gains
from cbassess.export.wording import hours, marked, money, number, signed, weeks
from cbassess.export.work_outline import due_text, status_text, todo
from cbassess.model.plan import Priority
from cbassess.words import Words, phrase

IN_TIME = phrase("(start by {day}: in time)")
TOO_LATE = phrase("(it had to start by {day}: too late in this plan)")
IF_LATE = phrase("If you are late: {text}")
PRACTICE = phrase("Management practice: judgement without a source.")


def step_outline(step: StepReport, words: Words) -> tuple[Block, ...]:
    """Heading, figures, reasons, what to do, proof and sources of a step."""
    return (
        Heading(4, f"{step.rank}. {step.title}"),
        _figures(step, words),
        Paragraph(step.why),
        *points(words("Why for you"), step.because),
        *points(words("What to do"), todo(step, words), numbered=True),
        *points(words("Then you can answer"), step.achieves),
        details((words("Proof"), step.proof)),
        *points(words("Dates"), tuple(dated(date, words) for date in step.dates)),
        *points(words("Sources"), sources(step, words)),
    )


def dated(date: Dated, words: Words) -> str:
    """A day and what it is, when to start for it, what follows if late, and doubts."""
    text = words("{title}: {text}").format(title=date.day.isoformat(), text=date.title)
    if date.start_by:
        by = words(TOO_LATE) if date.late else words(IN_TIME)
        text = words("{first} {second}").format(first=text, second=by.format(day=date.start_by.isoformat()))
    if date.if_late:
        text = words("{first}. {second}").format(first=text, second=words(IF_LATE).format(text=date.if_late))
    return marked(text, date.doubt, words)


def sources(step: StepReport, words: Words) -> tuple[str, ...]:
    """Where the advice comes from, with doubts."""
    practice = (words(PRACTICE),) if step.practice else ()
    return practice + tuple(_source(source, words) for source in step.sources)


def gains(points: Gains, words: Words) -> str:
    """Points per trend."""
    one = words("{points} in {trend}")
    return words("; ").join(one.format(points=signed(by), trend=trend) for trend, by in points)


def added(points: Gains, words: Words) -> str:
    """Points per trend to the tenth, so that they add up to the forecast."""
    one = words("{points} in {trend}")
    return words("; ").join(one.format(points=f"{by:+.1f}", trend=trend) for trend, by in points)


def _figures(step: StepReport, words: Words) -> Details:
    band = step.band
    if step.band_because:
        band = words("{title}: {text}").format(title=band, text=step.band_because)
    return details(
        (words("Status"), status_text(step.work, words)),
        (words("Owner"), step.work.owner),
        (words("Note"), step.work.note),
        (words("Band"), band),
        (words("Start"), step.start.isoformat()),
        (words("Start by"), _start_by(step, words)),
        (words("Due"), due_text(step, words)),
        (words("Own time"), hours(*step.hours, words)),
        (words("Money"), money(step.cost, words)),
        (words("Takes"), weeks(*step.weeks, words)),
        (words("First do"), words("; ").join(step.first)),
        (words("Needed for"), step.needed_for),
        (words("Why then"), step.placed_because),
        (words("Adds"), added(step.adds, words)),
        (words("Gain"), gains(step.gain, words)),
        (words("Order"), _formula(step.priority, words)),
    )


def _start_by(step: StepReport, words: Words) -> str:
    """The latest safe start; where the step starts after it, what that means."""
    if step.latest_start is None:
        return ""
    day = step.latest_start.isoformat()
    if step.start <= step.latest_start:
        return day
    return words("{day}: it starts later, so not every date can be met").format(day=day)


def _formula(priority: Priority, words: Words) -> str:
    """The figures behind the place in the plan, as a sum that can be done again."""
    return words("({gain} gain + {unlocks} unlocks + {dates} for dates) / {effort} = {points} points an hour").format(
        gain=number(priority.gain),
        unlocks=number(priority.unlocks),
        dates=number(priority.time_criticality),
        effort=hours(priority.effort_hours, priority.effort_hours, words),
        points=number(priority.wsjf, 2),
    )


def _source(source: Cited, words: Words) -> str:
    cited = words("{title}, {where}").format(title=source.title, where=source.where) if source.where else source.title
    return marked(cited, source.doubt, words)
