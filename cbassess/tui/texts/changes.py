"""The comparison of two waves: rows of trends, answers and steps, and what stands behind each."""

from __future__ import annotations

from textual.content import Content

from cbassess.model.comparison import Comparison, ItemChange, StepChange, TrendChange
from cbassess.model.evaluation import Interval
from cbassess.tui import words
from cbassess.tui.texts.figures import interval_bar, interval_text, signed, whole
from cbassess.tui.texts.layout import (
    BLANK,
    MUTED,
    STRONG,
    SUCCESS,
    WARNING,
    Cell,
    columns,
    joined,
    labelled,
    lines,
    listed,
    paragraphs,
    section,
    text,
)

FIGURE, CHANGE, FATE = 7, 14, 13
ARROW = " -> "


def points_text(points: float) -> Content:
    """Signed points; gains are green and losses amber, and both carry their sign."""
    return text(signed(points), SUCCESS if points > 0 else WARNING if points < 0 else "")


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
    """Both waves as bars, and the answers that moved the trend."""
    stems = {item.item: item for item in comparison.items}
    moved = sorted(one.moved_by.items(), key=lambda pair: (-abs(pair[1]), pair[0]))
    return paragraphs(
        text(one.title, STRONG),
        BLANK if one.comparable else text(words.NOT_COMPARABLE_WHY),
        lines(_bars(one, comparison, width)),
        section(words.MOVED_BY, (_mover(item, points, stems, width) for item, points in moved if points))
        or (text(words.NOTHING_MOVED, MUTED) if one.comparable else BLANK),
    )


def _bars(one: TrendChange, comparison: Comparison, width: int) -> list[Content]:
    sides = ((comparison.baseline.wave, one.before), (comparison.wave.wave, one.after))
    bar = max(10, min(40, width - 10 - FIGURE - 2))
    return [
        columns(Cell(text(wave, MUTED), 9), Cell(interval_bar(side, bar), bar), Cell(text(interval_text(side)), FIGURE))
        for wave, side in sides
        if side is not None
    ]


def _mover(item: str, points: float, stems: dict[str, ItemChange], width: int) -> Content:
    change = stems.get(item)
    told = lines([text(change.stem), _before_after(change)]) if change else text(item)
    return columns(Cell(points_text(points), 6, "right"), Cell(told, width - 8))


def _before_after(change: ItemChange) -> Content:
    return joined(text(change.before, MUTED), text(" -> ", MUTED), text(change.after))


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
        columns(Cell(points_text(points), 6, "right"), Cell(text(titles.get(trend, trend)), width - 8))
        for trend, points in moves(change)
    ]
    return paragraphs(
        text(change.stem, STRONG),
        lines([labelled(words.BEFORE, text(change.before), width), labelled(words.AFTER, text(change.after), width)]),
        section(words.MOVES_TRENDS, moved) or text(words.MOVES_NOTHING, MUTED),
    )


def fate_row(step: StepChange, width: int) -> Content:
    """What became of a step, and its title."""
    style = SUCCESS if step.fate == "done" else MUTED
    return columns(Cell(text(words.FATES[step.fate], style), FATE), Cell(text(step.title), width - FATE - 2))


def fate_detail(step: StepChange, _width: int) -> Content:
    """What the fate means."""
    return paragraphs(text(step.title, STRONG), text(f"{words.FATES[step.fate]}. {words.FATE_MEANINGS[step.fate]}"))


def overall_row(comparison: Comparison, width: int) -> Content:
    """The headline number, or words where there is no honest one."""
    headline = comparison.headline
    figure = text(words.NOT_COMPARABLE, MUTED) if headline is None else points_text(headline)
    return columns(Cell(text(words.OVERALL_LINE), width - CHANGE - 2), Cell(figure, CHANGE, "right"))


def overall_detail(comparison: Comparison, width: int) -> Content:
    """What the headline rests on."""
    return paragraphs(
        text(words.OVERALL, STRONG),
        text(words.shared(whole(100 * comparison.shared))),
        text(words.TOO_LITTLE_SHARED, WARNING) if comparison.headline is None else BLANK,
        text(words.RULES_CHANGED, WARNING) if comparison.rules_changed else BLANK,
        lines(
            listed("-", text(f"{stamp.wave}, {words.as_of(stamp.as_of.isoformat())}"), width)
            for stamp in (comparison.baseline, comparison.wave)
        ),
    )
