"""The comparison as a whole: the headline number, what it is due to, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from cbassess.model.comparison import Comparison
from cbassess.tui import words
from cbassess.tui.texts.causes import points_text, split_line, split_rows
from cbassess.tui.texts.changes import CHANGE
from cbassess.tui.texts.figures import whole
from cbassess.tui.texts.layout import (
    BLANK,
    MUTED,
    STRONG,
    WARNING,
    Cell,
    columns,
    labelled,
    lines,
    listed,
    paragraphs,
    section,
    text,
)
from cbassess.tui.texts.outcomes import foreseen_text


def overall_row(comparison: Comparison, width: int) -> Content:
    """The headline number, or words where there is no honest one; under it what it is due to."""
    headline, split = comparison.headline, comparison.headline_split
    figure = text(words.NOT_COMPARABLE, MUTED) if headline is None else points_text(headline)
    row = columns(Cell(text(words.OVERALL_LINE), width - CHANGE - 2), Cell(figure, CHANGE, "right"))
    return row if split is None else lines([row, columns(Cell(text(split_line(split), MUTED), width))])


def overall_detail(comparison: Comparison, width: int) -> Content:
    """What the headline is due to, and what it rests on."""
    split = comparison.headline_split
    why_none = BLANK if comparison.headline is not None else text(words.TOO_LITTLE_SHARED, WARNING)
    return paragraphs(
        text(words.OVERALL, STRONG),
        why_none,
        section(words.COMES_FROM, split_rows(split, width)) if split else BLANK,
        _foreseen_overall(comparison, width),
        text(words.RULES_CHANGED, WARNING) if comparison.rules_changed else text(words.SAME_PACK, MUTED),
        lines(_shares(comparison, width)),
        lines(
            listed("-", text(words.stamp(one.wave, one.as_of.isoformat(), one.pack_version)), width)
            for one in (comparison.baseline, comparison.wave)
        ),
    )


def _shares(comparison: Comparison, width: int) -> Iterator[Content]:
    """How much both waves share, and how much they must for one number."""
    yield listed("-", text(words.shared(whole(100 * comparison.shared))), width)
    if comparison.compatibility is not None:
        yield listed("-", text(words.compatible(whole(100 * comparison.compatibility))), width)
    yield listed("-", text(words.needed(whole(100 * comparison.headline_needs)), MUTED), width)


def _foreseen_overall(comparison: Comparison, width: int) -> Content:
    foreseen, came = comparison.headline_foreseen, comparison.headline
    if foreseen is None or came is None:
        return BLANK
    return labelled(words.FORECAST_OF_LAST_TIME, foreseen_text(foreseen, came), width, 22)
