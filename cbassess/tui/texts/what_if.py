"""What if: what can be supposed in lines, and trends and plan before and after side by side."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby

from textual.content import Content

from cbassess.model.assessment import Assessment
from cbassess.model.evaluation import Interval
from cbassess.model.plan import Step
from cbassess.model.quarters import quarter_of
from cbassess.model.what_if import AnswerChange, AskedItem, Fate, StepPlace, StepShift, TrendShift, TrendSide, WhatIf
from cbassess.tui import words
from cbassess.tui.texts.causes import points_text
from cbassess.tui.texts.figures import interval_bar, interval_text
from cbassess.tui.texts.layout import (
    BLANK,
    MUTED,
    STRONG,
    WARNING,
    Cell,
    columns,
    joined,
    lines,
    listed,
    paragraphs,
    section,
    text,
)
from cbassess.tui.texts.line import Line, Writer, blank, heading, note

FIGURE, CHANGE, PLACE = 7, 7, 9
FATES: tuple[Fate, ...] = ("done", "new", "gone", "moved", "kept")


def supposing_lines(
    document: Assessment, answers: Mapping[str, AnswerChange], done: Collection[str], detail: Writer
) -> Iterator[Line]:
    """Answers that are supposed, and every step with a mark; `detail` stands behind each of them."""
    yield heading(words.ANSWERS_SUPPOSED)
    if not answers:
        yield note(words.NO_ANSWER_SUPPOSED)
    for item, change in answers.items():
        yield Line(partial(_answer, change), detail, item)
    yield blank()
    yield heading(words.STEPS_SUPPOSED)
    for quarter, steps in groupby(document.plan, key=lambda step: step.quarter):
        yield note(quarter)
        for step in steps:
            yield Line(partial(_step, step, step.action in done), detail, step.action)
    if document.unplaced:
        yield note(words.DID_NOT_FIT)
    for one in document.unplaced:
        yield Line(partial(_marked, one.title, "", one.action in done), detail, one.action)


def what_if_detail(found: WhatIf | None, width: int) -> Content:
    """Both sides; what to do while nothing is supposed."""
    if found is None:
        return text(words.WHAT_IF_BEGIN, MUTED)
    return paragraphs(
        lines(_trends(found.trends, width)),
        lines(_plan(found.steps, width)),
        section(words.EXCLUDE_EACH_OTHER, (text(one, WARNING) for one in found.contradictions)),
        section(words.WOULD_BE_ASKED, _asked(found.asked, width)),
        section(words.WOULD_NOT_BE_ASKED, _asked(found.not_asked, width)),
    )


def _answer(change: AnswerChange, width: int) -> Content:
    not_counting = text(f" ({words.DOES_NOT_COUNT})", WARNING) if not change.counts else BLANK
    moved = joined(text(change.before, MUTED), text(" -> ", MUTED), text(change.after), not_counting)
    return lines([columns(Cell(text(change.stem), width)), columns(Cell(text(""), 2), Cell(moved, width - 2), gap=0)])


def _step(step: Step, done: bool, width: int) -> Content:
    return _marked(step.title, str(step.rank), done, width)


def _marked(title: str, rank: str, done: bool, width: int) -> Content:
    cells = (Cell(text(f"[{'x' if done else ' '}]"), 3), Cell(text(rank, MUTED), 2, "right"))
    return columns(*cells, Cell(text(title), width - 7), gap=1)


def _trends(shifts: Iterable[TrendShift], width: int) -> Iterator[Content]:
    """A heading with both columns; every trend as title, both bars, and the points between them."""
    side = max(FIGURE + 4, min(26, (width - CHANGE - 4) // 2))
    head = (text(words.NOW_COLUMN, MUTED), text(words.THEN_COLUMN, MUTED))
    yield text(words.THE_TRENDS, STRONG)
    yield columns(Cell(head[0], side), Cell(head[1], side))
    moved = False
    for shift in shifts:
        moved = moved or shift.moves
        yield text(shift.title, "" if shift.moves else MUTED)
        yield columns(Cell(_side(shift.before, side), side), Cell(_side(shift.after, side), side), _change(shift))
    if not moved:
        yield text(words.NO_TREND_MOVES, MUTED)


def _side(one: TrendSide, width: int) -> Content:
    if one.applies is False:
        return text(words.DOES_NOT_CONCERN, MUTED)
    return _gauge(one.readiness, width)


def _gauge(figure: Interval, width: int) -> Content:
    bar = width - FIGURE - 1
    return columns(Cell(interval_bar(figure, bar), bar), Cell(text(interval_text(figure)), FIGURE), gap=1)


def _change(shift: TrendShift) -> Cell:
    if shift.before.applies is False or shift.after.applies is False:
        return Cell(BLANK, CHANGE, "right")
    return Cell(points_text(shift.after.readiness.value - shift.before.readiness.value), CHANGE, "right")


def _plan(shifts: Iterable[StepShift], width: int) -> Iterator[Content]:
    """Steps that come, go, are done or move to another quarter; the others are counted."""
    head = [Cell(text(words.THE_PLAN, STRONG), width - 2 * PLACE - 4)]
    yield columns(*head, Cell(text(words.NOW_COLUMN, MUTED), PLACE), Cell(text(words.THEN_COLUMN, MUTED), PLACE))
    told = sorted((shift for shift in shifts if _tells(shift)), key=lambda shift: FATES.index(shift.fate))
    for shift in told:
        before, after = text(_place(shift.before), MUTED), text(_place(shift.after))
        yield columns(Cell(text(shift.title), width - 2 * PLACE - 4), Cell(before, PLACE), Cell(after, PLACE))
    if not told:
        yield text(words.NO_STEP_MOVES, MUTED)
    others = [shift.fate for shift in shifts if not _tells(shift)]
    yield text(words.shifted_and_kept(others.count("moved"), others.count("kept")), MUTED)


def _tells(shift: StepShift) -> bool:
    return shift.fate != "kept" and _place(shift.before) != _place(shift.after)


def _place(place: StepPlace) -> str:
    """The quarter of a step that is planned, else where it stands."""
    if place.state == "planned" and place.start is not None:
        return quarter_of(place.start)
    return words.SHORT_STATES[place.state]


def _asked(items: Iterable[AskedItem], width: int) -> list[Content]:
    return [listed("-", text(one.stem), width) for one in items]
