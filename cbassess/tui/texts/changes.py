"""The comparison of two waves: rows of trends and answers, and what stands behind each."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from cbassess.model.comparison import DAYS_PASSED, Comparison, ItemChange, TrendChange
from cbassess.model.evaluation import Interval
from cbassess.tui import words
from cbassess.tui.texts.causes import adding_up, points_text, split_rows
from cbassess.tui.texts.figures import interval_bar, interval_text
from cbassess.tui.texts.layout import (
    BLANK,
    MUTED,
    STRONG,
    Cell,
    columns,
    joined,
    labelled,
    lines,
    paragraphs,
    section,
    text,
)

FIGURE, CHANGE, POINTS, LABEL = 7, 14, 7, 10
ARROW = " -> "


def change_row(one: TrendChange, width: int) -> Content:
    """Title and change; under them both waves as bar and figure. Words where the two cannot be compared."""
    change = text(words.NOT_COMPARABLE, MUTED) if one.change is None else points_text(one.change)
    title = columns(Cell(text(one.title), width - CHANGE - 2), Cell(change, CHANGE, "right"))
    side = min(28, (width - len(ARROW)) // 2)
    before, after = (columns(Cell(_side(interval, side), side)) for interval in (one.before, one.after))
    return lines([title, joined(before.pad_right(side - before.cell_length), text(ARROW, MUTED), after)])


def _side(interval: Interval | None, width: int) -> Content:
    """One wave: words where the trend did not concern the seller, never a bar of zero."""
    if interval is None:
        return text(words.DID_NOT_CONCERN, MUTED)
    figure = Cell(text(interval_text(interval)), FIGURE)
    return columns(Cell(interval_bar(interval, width - FIGURE - 1), width - FIGURE - 1), figure, gap=1)


def change_detail(one: TrendChange, comparison: Comparison, width: int) -> Content:
    """Both waves as bars, what the movement is due to, and the answers that moved the trend."""
    return paragraphs(
        text(one.title, STRONG),
        BLANK if one.comparable else text(words.NOT_COMPARABLE_WHY),
        lines(_both_bars(one, comparison, width)),
        section(words.COMES_FROM, _split(one, comparison, width)) if one.split else BLANK,
        section(words.MOVED_BY, _movers(one, comparison, width))
        or (text(words.NOTHING_MOVED, MUTED) if one.comparable else BLANK),
    )


def _both_bars(one: TrendChange, comparison: Comparison, width: int) -> Iterator[Content]:
    if comparison.rules_changed:
        yield text(words.LIKE_FOR_LIKE, MUTED)
    for wave, side in ((comparison.baseline.wave, one.before), (comparison.wave.wave, one.after)):
        yield from side_bar(wave, side, width)


def side_bar(label: str, side: Interval | None, width: int) -> Iterator[Content]:
    """A label, a bar and a figure; nothing where there is no figure."""
    bar = max(10, min(40, width - LABEL - FIGURE - 4))
    if side is not None:
        cells = Cell(interval_bar(side, bar), bar), Cell(text(interval_text(side)), FIGURE)
        yield columns(Cell(text(label, MUTED), LABEL), *cells)


def _split(one: TrendChange, comparison: Comparison, width: int) -> Iterator[Content]:
    if comparison.rules_changed and one.seen_before and one.seen_after:
        shown = words.as_shown(interval_text(one.seen_before), interval_text(one.seen_after))
        yield columns(Cell(text(shown, MUTED), width))
    if one.split is not None:
        yield from split_rows(one.split, width)


def _movers(one: TrendChange, comparison: Comparison, width: int) -> Iterator[Content]:
    """The answers that moved the trend, the largest first, and their sum."""
    changes = {item.item: item for item in comparison.items}
    moved = sorted(one.moved_by.items(), key=lambda pair: (-abs(pair[1]), pair[0]))
    shown = adding_up([points for _, points in moved])
    for (item, _), points in zip(moved, shown, strict=True):
        if points:
            yield columns(
                Cell(points_text(points), POINTS, "right"), Cell(_mover(item, changes.get(item)), width - POINTS - 2)
            )
    if any(shown):
        yield columns(
            Cell(points_text(sum(shown)), POINTS, "right"), Cell(text(words.TOGETHER, MUTED), width - POINTS - 2)
        )


def _mover(item: str, change: ItemChange | None) -> Content:
    if change is None:
        return text(words.DAYS_THAT_PASSED if item == DAYS_PASSED else item)
    before_after = joined(text(change.before, MUTED), text(ARROW, MUTED), text(change.after))
    return lines([text(change.stem), before_after])


def item_row(change: ItemChange, width: int) -> Content:
    """The question, and the points that it moved, trend by trend."""
    moved = [points_text(points) for _, points in moves(change)]
    return columns(Cell(text(change.stem), width - CHANGE - 2), Cell(Content(", ").join(moved), CHANGE, "right"))


def moves(change: ItemChange) -> list[tuple[str, float]]:
    """Trend and points of what an answer moved, the largest first."""
    moved = [(trend, points) for trend, points in change.points.items() if round(points, 1)]
    return sorted(moved, key=lambda pair: (-abs(pair[1]), pair[0]))


def item_detail(change: ItemChange, comparison: Comparison, width: int) -> Content:
    """The answer before and after, and the points that the change brought to each trend."""
    titles = {trend.id: trend.title for trend in comparison.trends}
    moved = [
        columns(Cell(points_text(points), POINTS, "right"), Cell(text(titles.get(trend, trend)), width - POINTS - 2))
        for trend, points in moves(change)
    ]
    return paragraphs(
        text(change.stem, STRONG),
        lines([labelled(words.BEFORE, text(change.before), width), labelled(words.AFTER, text(change.after), width)]),
        section(words.MOVES_TRENDS, moved) or text(words.MOVES_NOTHING, MUTED),
    )
