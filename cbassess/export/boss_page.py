"""One page for somebody who reads no further: where we stand, what moved, what comes first, what is uncertain."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.export.outline import (
    Block,
    Gauge,
    Gauges,
    Grid,
    Heading,
    Move,
    Moves,
    PageBreak,
    Paragraph,
    chapter,
    points,
)
from cbassess.export.report import AssessmentReport, ComparisonReport, StepReport, TrendMove
from cbassess.export.step_outline import dated
from cbassess.export.wording import hours, marked, money, sentences, signed, totals, whole
from cbassess.export.work_outline import done_outline
from cbassess.words import Words, phrase

FIRST_STEPS = 5
DOUBTS_NAMED = 3
OPEN_NAMED = 3

ONE_WAVE = phrase("This report knows one wave only, so there is nothing to compare with yet.")
NO_STEP = phrase("No step is advised on these answers.")
ROUGH = phrase(
    "Hours, weeks and money are ranges to plan with, not quotes. The forecast holds if the plan is kept; "
    "markets and rules may move as well."
)


def boss_page(report: AssessmentReport, words: Words) -> tuple[Block, ...]:
    """The blocks of the page, with the break behind it."""
    return (
        Heading(2, words("Where you stand today")),
        *_standing(report, words),
        Heading(2, words("What moved")),
        *_moved(report.since, words),
        *chapter(words("What is done"), done_outline(report, words)),
        Heading(2, words("Do these first")),
        *_first(report, words),
        Heading(2, words("What is uncertain")),
        *points("", tuple(uncertain(report, words))),
        PageBreak(),
    )


def first_steps(report: AssessmentReport) -> tuple[StepReport, ...]:
    """The steps to begin or go on with."""
    return report.to_do[:FIRST_STEPS]


def moves(trends: tuple[TrendMove, ...], words: Words) -> tuple[Block, ...]:
    """Readiness before and after, trend by trend."""
    rows = tuple(Move(one.title, one.before, one.after, change(one, words)) for one in trends)
    columns = (words("Readiness"), words("Before"), words("After"), words("Change"))
    return (Moves(columns, rows),) if rows else ()


def change(trend: TrendMove, words: Words) -> str:
    """`+12 points`, or why there is no such figure."""
    return (
        trend.not_comparable if trend.change is None else words("{points} points").format(points=signed(trend.change))
    )


def _standing(report: AssessmentReport, words: Words) -> tuple[Block, ...]:
    if not report.trends:
        return (Paragraph(words("No trend concerns you on these answers.")),)
    return (Gauges(tuple(Gauge(trend.title, trend.readiness, trend.level) for trend in report.trends)),)


def _moved(since: ComparisonReport | None, words: Words) -> tuple[Block, ...]:
    if since is None:
        return (Paragraph(words(ONE_WAVE)),)
    lead = words("Since {wave} ({day}):").format(wave=since.baseline.wave, day=since.baseline.as_of.isoformat())
    moved = tuple(one for one in since.trends if one.change is None or whole(abs(one.change)))
    still = len(since.trends) - len(moved)
    rest = words.plural("{} trend did not move.", "{} trends did not move.", still).format(still)
    return (Paragraph(lead), *moves(moved, words), *((Paragraph(rest),) if still else ()))


def _first(report: AssessmentReport, words: Words) -> tuple[Block, ...]:
    first = first_steps(report)
    if not first:
        nothing = words("All steps are done or given up.") if report.steps else words(NO_STEP)
        return (Paragraph(nothing),)
    columns = (words("No."), words("Step"), words("Own time"), words("Money"), words("Start"), words("Due"))
    return (Grid(columns, tuple(_row(step, words) for step in first)), Paragraph(_together(report, words)))


def _row(step: StepReport, words: Words) -> tuple[str, ...]:
    days = (step.start.isoformat(), step.due.isoformat())
    return (str(step.rank), step.title, hours(*step.hours, words), money(step.cost, words), *days)


def _together(report: AssessmentReport, words: Words) -> str:
    first = first_steps(report)
    own = hours(sum(step.hours[0] for step in first), sum(step.hours[1] for step in first), words)
    text = words("These {count} of {all} steps together: {hours}; {money}.")
    return text.format(
        count=len(first), all=len(report.to_do), hours=own, money=totals([step.cost for step in first], words)
    )


def uncertain(report: AssessmentReport, words: Words) -> Iterator[str]:
    """What there is to doubt about the figures and the first steps."""
    yield from report.document.contradictions
    yield from _still_open(report, words)
    yield from _assumed(report, words)
    yield from _doubts(first_steps(report), words)
    yield words(ROUGH)


def _still_open(report: AssessmentReport, words: Words) -> Iterator[str]:
    document = report.document
    if document.complete:
        return
    text = words("{open} of {asked} questions are still open, so figures are ranges and the plan may change.")
    said = text.format(open=document.asked - document.answered, asked=document.asked)
    yield sentences((said, *(one.question for one in report.open[:OPEN_NAMED])), words)


def _assumed(report: AssessmentReport, words: Words) -> Iterator[str]:
    yield from report.document.capacity.assumed
    unknown = tuple(dict.fromkeys(part.item for trend in report.trends for part in trend.parts if part.assumed))
    if unknown:
        text = words.plural(
            "{} answer that you do not know counts as the weakest one.",
            "{} answers that you do not know count as the weakest ones.",
            len(unknown),
        )
        yield text.format(len(unknown))


def _doubts(steps: tuple[StepReport, ...], words: Words) -> Iterator[str]:
    """Doubtful days first, then doubtful sources, of the first steps; a few by name and the rest as a number."""
    line = words("Step {rank}: {text}")
    days = [line.format(rank=step.rank, text=dated(one, words)) for step in steps for one in step.dates if one.doubt]
    cited = [
        line.format(rank=step.rank, text=marked(one.title, one.doubt, words))
        for step in steps
        for one in step.sources
        if one.doubt
    ]
    found = days + cited
    yield from found[:DOUBTS_NAMED]
    more = len(found) - DOUBTS_NAMED
    if more > 0:
        text = words.plural(
            "{} more date or source of these steps is marked as doubtful.",
            "{} more dates and sources of these steps are marked as doubtful.",
            more,
        )
        yield text.format(more)
