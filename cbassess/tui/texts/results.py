"""The results in lines: what to do first, where the seller stands, what is late and what is open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial

from textual.content import Content

from cbassess.model.assessment import Assessment, TrendEntry
from cbassess.model.information import Information, ItemInformation
from cbassess.model.plan import Step
from cbassess.tui import words
from cbassess.tui.texts.figures import whole
from cbassess.tui.texts.layout import BLANK, MUTED, STRONG, WARNING, Cell, columns, lines, listed, paragraphs, text
from cbassess.tui.texts.line import Line, blank, heading, note, row
from cbassess.tui.texts.states import STATE, Works, is_open, state_text
from cbassess.tui.texts.steps import step_detail
from cbassess.tui.texts.trends import trend_detail, trend_row

OPEN_SHOWN = 3
"""How many open questions stand in the results."""


class ResultsView:
    """What the results show."""

    def __init__(self, document: Assessment, works: Works, today: dt.date, still_open: Information | None) -> None:
        self.document = document
        self.works = works
        self.today = today
        self.still_open = still_open

    def first(self, count: int) -> Sequence[Step]:
        """The first steps that are neither done nor dropped."""
        return [step for step in self.document.plan if is_open(step.action, self.works)][:count]


def result_lines(one: ResultsView, first: int) -> Iterator[Line]:
    """All lines; the first screen holds what a boss looks for."""
    yield heading(words.DO_FIRST)
    yield from _first(one, one.first(first))
    yield blank()
    yield heading(words.WHERE_YOU_STAND)
    yield from _trends(one.document)
    yield from _late(one)
    yield from _open(one)
    yield from _told(words.CONTRADICTIONS, WARNING, one.document.contradictions)
    set_aside = [f"{entry.stem} {entry.text}" for entry in one.document.set_aside]
    yield from _told(words.SET_ASIDE, MUTED, set_aside)
    trends = one.document.trends
    yield from _dimmed(one.document, words.NOT_CLEAR_YET, [trend for trend in trends if trend.applies is None])
    yield from _dimmed(one.document, words.DOES_NOT_CONCERN, [trend for trend in trends if trend.applies is False])


def _first(one: ResultsView, steps: Sequence[Step]) -> Iterator[Line]:
    if not steps:
        yield note(words.NO_STEPS if one.document.complete else words.NO_STEPS_YET)
    for step in steps:
        yield _step(one, step)
    said = _certainty(one.still_open, [step.action for step in steps]) if steps else ""
    if said:
        yield note(said)


def _certainty(found: Information | None, first: Sequence[str]) -> str:
    """Whether the first steps can still change; nothing where that was not found out."""
    if found is None or not found.items or not set(first) <= set(found.first):
        return ""  # others have moved up for those that are done, and of them nothing was found out
    if not set(first) <= set(found.together.certain):
        return words.FIRST_MAY_CHANGE
    return words.FIRST_WILL_STAY if found.together.exact else words.first_stayed(found.together.tried)


def _step(one: ResultsView, step: Step) -> Line:
    return Line(partial(_step_row, one, step), partial(step_detail, step, one.document), step.action)


def _step_row(one: ResultsView, step: Step, width: int) -> Content:
    rank = Cell(text(str(step.rank), MUTED), 2, "right")
    state = state_text(step.action, one.works, one.today)
    if not state.plain:
        return columns(rank, Cell(text(step.title), width - 4))
    return columns(rank, Cell(text(step.title), width - STATE - 6), Cell(state, STATE, "right"))


def _trends(document: Assessment) -> Iterator[Line]:
    """Trends that concern the seller, the most relevant first."""
    for trend in sorted(document.trends, key=lambda trend: -trend.relevance.value):
        if trend.applies:
            yield Line(partial(trend_row, trend), partial(trend_detail, trend, document), trend.id)


def _late(one: ResultsView) -> Iterator[Line]:
    steps = {step.action: step for step in one.document.plan}
    late = [work for work in one.works.values() if work.overdue(one.today)]
    if late:
        yield blank()
        yield heading(words.LATE)
    for work in sorted(late, key=lambda work: (work.due or one.today, work.action)):
        step = steps.get(work.action)
        if step is not None:
            yield _step(one, step)
        else:
            yield row(work.title, lambda _width: BLANK, key=work.action)


def _open(one: ResultsView) -> Iterator[Line]:
    """What is still open, as far as it was found out."""
    yield blank()
    yield heading(words.STILL_OPEN)
    found = one.still_open
    if found is None or not found.items:
        yield note(words.LOOKING if found is None else words.NONE_OPEN)
        return
    yield note(words.open_answers(len(found.items)))
    for item in found.items[:OPEN_SHOWN]:
        yield row(item.stem, partial(_information, item, found), key=item.item)


def _information(item: ItemInformation, found: Information, width: int) -> Content:
    """What the answer to an open question could move."""
    moves = [
        listed("-", text(f"{found.titles[trend]}: {_reach(reach.low, reach.high, reach.now)}"), width)
        for trend, reach in item.readiness.items()
    ]
    steps = [
        listed("-", text(f"{found.titles[action]} ({said})"), width)
        for actions, said in ((item.could_enter, words.MIGHT_ENTER), (item.could_leave, words.MIGHT_LEAVE))
        for action in actions
    ]
    could = [text(words.MIGHT_MOVE, STRONG), *steps, *moves] if steps or moves else [text(words.MOVES_NOTHING_FIRST)]
    return paragraphs(text(item.stem, STRONG), lines(could))


def _reach(low: float, high: float, now: float) -> str:
    return words.from_to(str(whole(low)), str(whole(high)), str(whole(now)))


def _told(title: str, style: str, sentences: Sequence[str]) -> Iterator[Line]:
    """One line that tells of these sentences; nothing where there are none."""
    if sentences:
        yield blank()
        yield row(title, partial(_list, title, sentences), style)


def _list(title: str, sentences: Sequence[str], width: int) -> Content:
    return paragraphs(text(title, STRONG), lines(listed("-", text(one), width) for one in sentences))


def _dimmed(document: Assessment, title: str, trends: Sequence[TrendEntry]) -> Iterator[Line]:
    """Trends without a figure: their titles, muted."""
    if trends:
        yield blank()
        yield heading(title)
    for trend in trends:
        yield row(trend.title, partial(trend_detail, trend, document), MUTED, trend.id)
