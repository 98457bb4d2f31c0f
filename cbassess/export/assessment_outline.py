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
from cbassess.export.wording import MONEY_NOTE, amount, interval, number, quarter, sentences, whole
from cbassess.model.assessment import Assessment, IndicatorEntry, OpenEntry, TrendEntry
from cbassess.model.evaluation import Interval, ItemState
from cbassess.model.plan import Capacity
from cbassess.words import Words, phrase, words_in

INCOMPLETE = phrase(
    "Some questions that apply to you are still open. Until they are answered, figures are given as "
    "ranges, and the plan may change."
)
FIRST_STEPS = 5
NOT_KNOWN = phrase("It is not known yet whether this trend concerns you.")
SET_ASIDE = phrase("These answers were given, but given your other answers the questions do not apply to you:")

STATES: dict[ItemState, str] = {
    "answered": phrase("answered"),
    "dont_know": phrase("you do not know"),
    "declined": phrase("you prefer not to say"),
    "open": phrase("not answered yet"),
    "waiting": phrase("waits for an earlier answer"),
    "off_route": phrase("does not apply to you"),
}


def assessment_outline(document: Assessment) -> tuple[Block, ...]:
    """The whole report as blocks, in reading order."""
    titles, words = Titles.of(document), words_in(document.language)
    still_open = tuple(_open(entry, titles, words) for entry in document.open_items)
    return (
        Heading(1, words("Assessment of {seller}").format(seller=document.seller)),
        *_head(document, words),
        *chapter(words("Do these first"), points("", _first(document, titles, words), numbered=True)),
        *chapter(words("Answers that exclude each other"), points("", document.contradictions)),
        *chapter(words("Where you stand"), _trends(document, words)),
        *chapter(words("What is still open"), points("", still_open)),
        *chapter(words("Your plan"), _plan(document, titles, words)),
        *chapter(words("What did not fit"), points("", _unplaced(document, titles, words))),
        *chapter(words("Not now"), points("", _not_now(document, words))),
        *chapter(words("Forecast"), _forecast(document, titles, words)),
        *chapter(words("What the readiness is made of"), _indicators(document, words)),
        *chapter(words("Answers that do not count"), _set_aside(document, words)),
    )


def _head(document: Assessment, words: Words) -> tuple[Block, ...]:
    answered = words("{answered} of {asked} questions that apply to you")
    pack = words("{title}, version {version}, {hash}")
    facts = details(
        (words("Wave"), document.wave),
        (words("As of"), document.as_of.isoformat()),
        (words("Answered"), answered.format(answered=document.answered, asked=document.asked)),
        (
            words("Pack"),
            pack.format(title=document.pack.title, version=document.pack.version, hash=document.pack.hash[:12]),
        ),
    )
    return (facts,) if document.complete else (facts, Paragraph(words(INCOMPLETE)))


def _first(document: Assessment, titles: Titles, words: Words) -> tuple[str, ...]:
    """The top of the plan, for readers who read no further."""
    line = words("{step} ({band}; due {day})")
    return tuple(
        line.format(step=step.title, band=titles.band(step.band), day=step.due.isoformat())
        for step in document.plan[:FIRST_STEPS]
    )


def _trends(document: Assessment, words: Words) -> tuple[Block, ...]:
    shown = [trend for trend in document.trends if trend.applies is not False]
    others = tuple(trend.title for trend in document.trends if trend.applies is False)
    blocks = tuple(block for trend in shown for block in _trend(trend, words))
    return (*blocks, Heading(3, words("Trends that do not concern you")), Points("", others)) if others else blocks


def _trend(trend: TrendEntry, words: Words) -> tuple[Block, ...]:
    unknown = (Paragraph(words(NOT_KNOWN)),) if trend.applies is None else ()
    readiness = Gauge(words("Readiness"), trend.readiness, trend.level)
    return (
        Heading(3, trend.title),
        Paragraph(trend.summary),
        *unknown,
        Gauges((readiness, Gauge(words("Relevance"), trend.relevance))),
        Paragraph(trend.level_meaning),
        *points(words("Why it concerns you"), trend.because),
    )


def _open(entry: OpenEntry, titles: Titles, words: Words) -> str:
    trends = words(", ").join(titles.trend(trend) for trend in entry.trends)
    actions = words(", ").join(titles.known_actions(entry.would_move, words))
    effects = [words("figures of {trends}").format(trends=trends)] if trends else []
    effects += [words("place in the plan of {actions}").format(actions=actions)] if actions else []
    text = words("{question} ({state}).").format(question=entry.stem, state=words(STATES[entry.state]))
    if not effects:
        return text
    return sentences((text, words("Hangs on it: {effects}.").format(effects=words("; ").join(effects))), words)


def _plan(document: Assessment, titles: Titles, words: Words) -> tuple[Block, ...]:
    blocks: list[Block] = [_capacity(document.capacity, words)]
    if not document.plan:
        return (*blocks, Paragraph(words("No step is advised on these answers.")))
    used = {step.band for step in document.plan}
    line = words("{title}: {text}")
    bands = tuple(line.format(title=band.title, text=band.meaning) for band in document.bands if band.id in used)
    blocks += [Paragraph(words(MONEY_NOTE)), *points(words("The bands, most urgent first"), bands)]
    under = ""
    for step in document.plan:
        if step.quarter != under:
            under = step.quarter
            blocks.append(Heading(3, quarter(under, words)))
        blocks += step_outline(step, titles, words)
    return tuple(blocks)


def _capacity(capacity: Capacity, words: Words) -> Details:
    budget = words("no limit given")
    if capacity.budget is not None:
        budget = f"{amount(capacity.budget)} {words.currency(capacity.currency)}"
    return details(
        (words("Hours a week"), number(capacity.hours_per_week)),
        (words("Budget"), budget),
        (words("At once"), words("{steps} steps at most").format(steps=capacity.steps_at_once)),
        (words("Assumed"), words("; ").join(capacity.assumed)),
    )


def _unplaced(document: Assessment, titles: Titles, words: Words) -> tuple[str, ...]:
    line = words("{title} ({band}): {text}")
    return tuple(
        line.format(title=entry.title, band=titles.band(entry.band), text=entry.because) for entry in document.unplaced
    )


def _not_now(document: Assessment, words: Words) -> tuple[str, ...]:
    line = words("{title}: {text}")
    return tuple(line.format(title=entry.title, text=sentences(entry.because, words)) for entry in document.not_now)


def _forecast(document: Assessment, titles: Titles, words: Words) -> tuple[Block, ...]:
    """Readiness per trend: now, and after each quarter if the plan is kept; the middle of a range."""
    if not document.forecast:
        return ()
    now = {trend.id: trend.readiness.value for trend in document.trends if trend.applies is not False}
    figures = (now, *(after.readiness for after in document.forecast))
    rows = tuple(
        (titles.trend(trend), *(str(whole(at[trend])) if trend in at else "" for at in figures)) for trend in now
    )
    columns = (words("Readiness"), words("Now"), *(after.quarter for after in document.forecast))
    meaning = words("Middle of the range at the end of each quarter, if the plan is kept.")
    return (Paragraph(meaning), Table(columns, rows))


def _indicators(document: Assessment, words: Words) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for trend in document.trends:
        if trend.applies is not False and trend.indicators:
            lines = tuple(_indicator(entry, words) for entry in trend.indicators)
            blocks += [Heading(3, trend.title), Points("", lines)]
    return tuple(blocks)


def _indicator(entry: IndicatorEntry, words: Words) -> str:
    reached = interval(Interval.between(entry.share * entry.low, entry.share * entry.high), words)
    line = words("{reached} of {share} points: {reason}").format(
        reached=reached, share=whole(entry.share), reason=entry.reason.text
    )
    return words("{text} (assumed: you do not know)").format(text=line) if entry.assumed else line


def _set_aside(document: Assessment, words: Words) -> tuple[Block, ...]:
    line = words("{question} {answer}")
    answers = tuple(line.format(question=entry.stem, answer=entry.text) for entry in document.set_aside)
    return (Paragraph(words(SET_ASIDE)), Points("", answers)) if answers else ()
