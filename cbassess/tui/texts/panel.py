"""The panel beside the question: one bar per trend, and what the last answer moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from textual.content import Content
from textual.geometry import Size

from cbassess.model.evaluation import Interval, TrendFigures
from cbassess.tui import words
from cbassess.tui.texts.figures import interval_bar, interval_text, whole
from cbassess.tui.texts.layout import BLANK, MUTED, STRONG, Cell, columns, joined, shortened, text

FIGURE, MOVED = 7, 6
LEAST = 0.5
"""Points of readiness below which nothing is said to have moved."""

Before = Mapping[str, TrendFigures]
"""Trend id -> where the seller stood before the last answer; empty before the first."""

Lines = tuple[Content, ...]


def panel(trends: Iterable[TrendFigures], before: Before, size: Size) -> list[Content]:
    """The lines of a heading, and of title, bar, figure and movement of every trend that may concern the seller.

    Where there are too few lines, titles are cut to one line and stand close together.
    """
    shown = [trend for trend in trends if trend.applies is not False or _is_gone(trend, before)]
    head = _head(size.width, words.READINESS, words.MOVED)
    told = [_entry(trend, before, size.width) for trend in shown] or [(text(words.NOTHING_APPLIES_YET, MUTED),)]
    roomy = [head, *(line for entry in told for line in (BLANK, *entry))]
    if len(roomy) <= size.height:
        return roomy
    return [head, *(line for trend in shown for line in _entry(trend, before, size.width, cut=True))]


@lru_cache(maxsize=4)
def _head(width: int, readiness: str, moved: str) -> Content:
    return columns(Cell(text(readiness, STRONG), width - MOVED - 1), Cell(text(moved, MUTED), MOVED, "right"), gap=1)


class _Entry(NamedTuple):
    """What is told of one trend."""

    title: str
    applies: bool | None
    readiness: Interval
    moved: str
    not_clear: str


def _entry(trend: TrendFigures, before: Before, width: int, *, cut: bool = False) -> Lines:
    entry = _Entry(trend.title, trend.applies, trend.readiness, movement(trend, before), words.NOT_CLEAR)
    return _drawn(entry, width, cut=cut)


# An answer moves one or two trends; all others are as they were.
@lru_cache(maxsize=64)
def _drawn(entry: _Entry, width: int, *, cut: bool) -> Lines:
    title = _title(entry)
    movement = Cell(text(entry.moved, STRONG), MOVED, "right")
    if entry.applies is False:
        return (columns(Cell(shortened(title, width - MOVED - 1), width - MOVED - 1), movement, gap=1),)
    room = width - FIGURE - MOVED - 2
    figure = Cell(text(interval_text(entry.readiness), STRONG if entry.applies else MUTED), FIGURE, "right")
    named = [shortened(title, width)] if cut else columns(Cell(title, width)).split("\n")
    return (*named, columns(Cell(interval_bar(entry.readiness, room), room), figure, movement, gap=1))


def _title(entry: _Entry) -> Content:
    if entry.applies is None:
        return joined(text(f"{entry.title} ", MUTED), text(f"({entry.not_clear})", MUTED))
    return text(entry.title, "" if entry.applies else MUTED)


def movement(trend: TrendFigures, before: Before) -> str:
    """`+4`, `-2`, or a word; nothing where nothing moved."""
    earlier = before.get(trend.id)
    if earlier is None:
        return ""
    if _is_gone(trend, before):
        return words.MOVED_GONE
    if trend.applies and not earlier.applies:
        return words.MOVED_NEW
    points = trend.readiness.value - earlier.readiness.value
    if abs(points) >= LEAST:
        return f"{'+' if points > 0 else '-'}{whole(abs(points))}"
    narrower = (earlier.readiness.high - earlier.readiness.low) - (trend.readiness.high - trend.readiness.low)
    if abs(narrower) < LEAST:
        return ""
    return words.MOVED_SURER if narrower > 0 else words.MOVED_VAGUER


def _is_gone(trend: TrendFigures, before: Before) -> bool:
    """Whether it might have concerned the seller before the last answer, and does no longer."""
    return trend.applies is False and trend.id in before and before[trend.id].applies is not False
