"""The panel beside the question: one bar per trend, and what the last answer moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from textual.content import Content
from textual.geometry import Size

from cbassess.model.evaluation import TrendScore
from cbassess.tui import words
from cbassess.tui.texts.figures import interval_bar, interval_text, whole
from cbassess.tui.texts.layout import MUTED, STRONG, Cell, columns, joined, lines, paragraphs, shortened, text

FIGURE, MOVED = 7, 6
LEAST = 0.5
"""Points of readiness below which nothing is said to have moved."""

Before = Mapping[str, TrendScore]
"""Trend id -> where the seller stood before the last answer; empty before the first."""


def panel(trends: Iterable[TrendScore], before: Before, size: Size) -> Content:
    """A heading, and title, bar, figure and movement of every trend that may concern the seller, in so much room.

    Where there are too few lines, titles are cut to one line and stand close together.
    """
    shown = [trend for trend in trends if trend.applies is not False or _is_gone(trend, before)]
    head = _head(size.width)
    told = [_entry(trend, before, size.width) for trend in shown] or [text(words.NOTHING_APPLIES_YET, MUTED)]
    roomy = paragraphs(head, *told)
    if roomy.plain.count("\n") + 1 <= size.height:
        return roomy
    return lines([head, *(_entry(trend, before, size.width, cut=True) for trend in shown)])


def _head(width: int) -> Content:
    title = Cell(text(words.READINESS, STRONG), width - MOVED - 1)
    return columns(title, Cell(text(words.MOVED, MUTED), MOVED, "right"), gap=1)


def _entry(trend: TrendScore, before: Before, width: int, *, cut: bool = False) -> Content:
    title = _title(trend.title, trend.applies, words.NOT_CLEAR)
    moved = Cell(text(movement(trend, before), STRONG), MOVED, "right")
    if trend.applies is False:
        return columns(Cell(shortened(title, width - MOVED - 1), width - MOVED - 1), moved, gap=1)
    room = width - FIGURE - MOVED - 2
    figure = Cell(text(interval_text(trend.readiness), STRONG if trend.applies else MUTED), FIGURE, "right")
    named = shortened(title, width) if cut else _wrapped(title, width)
    return lines([named, columns(Cell(interval_bar(trend.readiness, room), room), figure, moved, gap=1)])


@lru_cache(maxsize=64)
def _title(title: str, applies: bool | None, not_clear: str) -> Content:
    if applies is None:
        return joined(text(f"{title} ", MUTED), text(f"({not_clear})", MUTED))
    return text(title, "" if applies else MUTED)


@lru_cache(maxsize=64)
def _wrapped(title: Content, width: int) -> Content:
    # Wrapping costs more than all else that the panel does with an answer, and titles stay.
    return columns(Cell(title, width))


def movement(trend: TrendScore, before: Before) -> str:
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


def _is_gone(trend: TrendScore, before: Before) -> bool:
    """Whether it might have concerned the seller before the last answer, and does no longer."""
    return trend.applies is False and trend.id in before and before[trend.id].applies is not False
