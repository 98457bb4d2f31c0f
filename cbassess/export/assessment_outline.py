"""The outline of an assessment: where the seller stands, what is open, what to do and why."""

from __future__ import annotations

from cbassess.export.outline import (
    Block,
    Details,
    Gauge,
    Gauges,
    Heading,
    Paragraph,
    Points,
    Table,
    chapter,
    details,
    points,
)
from cbassess.export.step_outline import step_outline
from cbassess.export.titles import Titles
from cbassess.export.wording import MONEY_NOTE, amount, interval, number, whole
from cbassess.model.assessment import Assessment, IndicatorEntry, OpenEntry, TrendEntry
from cbassess.model.evaluation import Interval, ItemState
from cbassess.model.plan import Capacity

INCOMPLETE = (
    "Some questions that apply to you are still open. Until they are answered, figures are given as "
    "ranges, and the plan may change."
)
FIRST_STEPS = 5
NOT_KNOWN = "It is not known yet whether this trend concerns you."
SET_ASIDE = "These answers were given, but given your other answers the questions do not apply to you:"

STATES: dict[ItemState, str] = {
    "answered": "answered",
    "dont_know": "you do not know",
    "declined": "you prefer not to say",
    "open": "not answered yet",
    "waiting": "waits for an earlier answer",
    "off_route": "does not apply to you",
}


def assessment_outline(document: Assessment) -> tuple[Block, ...]:
    """The whole report as blocks, in reading order."""
    titles = Titles.of(document)
    return (
        Heading(1, f"Assessment of {document.seller}"),
        *_head(document),
        *chapter("Do these first", points("", _first(document, titles), numbered=True)),
        *chapter("Answers that exclude each other", points("", document.contradictions)),
        *chapter("Where you stand", _trends(document)),
        *chapter("What is still open", points("", tuple(_open(entry, titles) for entry in document.open_items))),
        *chapter("Your plan", _plan(document, titles)),
        *chapter("What did not fit", points("", _unplaced(document, titles))),
        *chapter("Not now", points("", _not_now(document))),
        *chapter("Forecast", _forecast(document, titles)),
        *chapter("What the readiness is made of", _indicators(document)),
        *chapter("Answers that do not count", _set_aside(document)),
    )


def _head(document: Assessment) -> tuple[Block, ...]:
    pack = document.pack
    facts = details(
        ("Wave", document.wave),
        ("As of", document.as_of.isoformat()),
        ("Answered", f"{document.answered} of {document.asked} questions that apply to you"),
        ("Pack", f"{pack.title}, version {pack.version}, {pack.hash[:12]}"),
    )
    return (facts,) if document.complete else (facts, Paragraph(INCOMPLETE))


def _first(document: Assessment, titles: Titles) -> tuple[str, ...]:
    """The top of the plan, for readers who read no further."""
    return tuple(
        f"{step.title} ({titles.band(step.band)}; due {step.due.isoformat()})" for step in document.plan[:FIRST_STEPS]
    )


def _trends(document: Assessment) -> tuple[Block, ...]:
    shown = [trend for trend in document.trends if trend.applies is not False]
    others = tuple(trend.title for trend in document.trends if trend.applies is False)
    blocks = tuple(block for trend in shown for block in _trend(trend))
    return (*blocks, Heading(3, "Trends that do not concern you"), Points("", others)) if others else blocks


def _trend(trend: TrendEntry) -> tuple[Block, ...]:
    unknown = (Paragraph(NOT_KNOWN),) if trend.applies is None else ()
    return (
        Heading(3, trend.title),
        Paragraph(trend.summary),
        *unknown,
        Gauges((Gauge("Readiness", trend.readiness, trend.level), Gauge("Relevance", trend.relevance))),
        Paragraph(trend.level_meaning),
        *points("Why it concerns you", trend.because),
    )


def _open(entry: OpenEntry, titles: Titles) -> str:
    trends = ", ".join(titles.trend(trend) for trend in entry.trends)
    actions = ", ".join(titles.known_actions(entry.would_move))
    effects = [f"figures of {trends}"] * bool(trends) + [f"place in the plan of {actions}"] * bool(actions)
    hangs = f" Hangs on it: {'; '.join(effects)}." if effects else ""
    return f"{entry.stem} ({STATES[entry.state]}).{hangs}"


def _plan(document: Assessment, titles: Titles) -> tuple[Block, ...]:
    blocks: list[Block] = [_capacity(document.capacity)]
    if not document.plan:
        return (*blocks, Paragraph("No step is advised on these answers."))
    used = {step.band for step in document.plan}
    bands = tuple(f"{band.title}: {band.meaning}" for band in document.bands if band.id in used)
    blocks += [Paragraph(MONEY_NOTE), *points("The bands, most urgent first", bands)]
    quarter = ""
    for step in document.plan:
        if step.quarter != quarter:
            quarter = step.quarter
            blocks.append(Heading(3, quarter))
        blocks += step_outline(step, titles)
    return tuple(blocks)


def _capacity(capacity: Capacity) -> Details:
    budget = "no limit given" if capacity.budget is None else f"{amount(capacity.budget)} {capacity.currency}"
    return details(
        ("Hours a week", number(capacity.hours_per_week)),
        ("Budget", budget),
        ("At once", f"{capacity.steps_at_once} steps at most"),
        ("Assumed", "; ".join(capacity.assumed)),
    )


def _unplaced(document: Assessment, titles: Titles) -> tuple[str, ...]:
    return tuple(f"{entry.title} ({titles.band(entry.band)}): {entry.because}" for entry in document.unplaced)


def _not_now(document: Assessment) -> tuple[str, ...]:
    return tuple(f"{entry.title}: {' '.join(entry.because)}" for entry in document.not_now)


def _forecast(document: Assessment, titles: Titles) -> tuple[Block, ...]:
    """Readiness per trend: now, and after each quarter if the plan is kept; the middle of a range."""
    if not document.forecast:
        return ()
    now = {trend.id: trend.readiness.value for trend in document.trends if trend.applies is not False}
    figures = (now, *(after.readiness for after in document.forecast))
    rows = tuple(
        (titles.trend(trend), *(str(whole(at[trend])) if trend in at else "" for at in figures)) for trend in now
    )
    columns = ("Readiness", "Now", *(after.quarter for after in document.forecast))
    return (Paragraph("Middle of the range at the end of each quarter, if the plan is kept."), Table(columns, rows))


def _indicators(document: Assessment) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for trend in document.trends:
        if trend.applies is not False and trend.indicators:
            lines = tuple(_indicator(entry) for entry in trend.indicators)
            blocks += [Heading(3, trend.title), Points("", lines)]
    return tuple(blocks)


def _indicator(entry: IndicatorEntry) -> str:
    reached = interval(Interval.between(entry.share * entry.low, entry.share * entry.high))
    assumed = " (assumed: you do not know)" if entry.assumed else ""
    return f"{reached} of {whole(entry.share)} points: {entry.reason.text}{assumed}"


def _set_aside(document: Assessment) -> tuple[Block, ...]:
    answers = tuple(f"{entry.stem} {entry.text}" for entry in document.set_aside)
    return (Paragraph(SET_ASIDE), Points("", answers)) if answers else ()
