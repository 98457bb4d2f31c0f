"""Trends: the rows of the results, and the evidence behind a trend."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from cbassess.model.assessment import Assessment, IndicatorEntry, TrendEntry
from cbassess.model.evaluation import Interval
from cbassess.tui import words
from cbassess.tui.texts.figures import interval_bar, interval_text, whole
from cbassess.tui.texts.layout import (
    ACCENT,
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

LEVEL, FIGURE = 12, 7
LONGEST, LONGEST_RELEVANCE = 28, 10
"""Cells of the two bars, where there is room."""


def trend_row(trend: TrendEntry, width: int) -> Content:
    """Title and level; under them readiness and relevance, each as bar and figure.

    The bars of all rows start in the same columns, so that they can be compared without colour.
    """
    title = columns(Cell(text(trend.title), width - LEVEL - 2), Cell(text(trend.level, MUTED), LEVEL, "right"))
    labels = [text(f"  {words.READY} ", MUTED), text(f" {words.CONCERNS} ", MUTED)]
    room = width - sum(label.cell_length for label in labels) - 2 * FIGURE
    relevance = max(3, min(LONGEST_RELEVANCE, room // 3))
    readiness = max(3, min(LONGEST, room - relevance))
    figures = joined(
        labels[0],
        _gauge(trend.readiness, readiness, STRONG),
        labels[1],
        _gauge(trend.relevance, relevance, MUTED),
    )
    return lines([title, figures])


def _gauge(figure: Interval, cells: int, style: str) -> Content:
    """A bar and its figure, in so many cells and `FIGURE` more."""
    return joined(interval_bar(figure, cells), text(f" {interval_text(figure):<{FIGURE - 1}}", style))


def trend_detail(trend: TrendEntry, assessment: Assessment, width: int) -> Content:
    """The evidence behind a trend: signals, indicators with their answers, what is open."""
    if trend.applies is False:
        return paragraphs(text(trend.title, STRONG), text(words.DOES_NOT_CONCERN_WHY), text(trend.summary, MUTED))
    return paragraphs(
        _head(trend),
        text(trend.summary),
        BLANK if trend.applies else text(words.NOT_CLEAR_WHY, WARNING),
        section(words.CONCERNS_BECAUSE, (listed("-", text(sign), width) for sign in trend.because)),
        section(words.MADE_OF, _made_of(trend, width)),
        section(words.STILL_OPEN, _open_items(trend, assessment, width)),
    )


def _head(trend: TrendEntry) -> Content:
    figures = f"{words.READY} {words.of_hundred(interval_text(trend.readiness))}: {trend.level}"
    relevance = f"{words.RELEVANCE} {words.of_hundred(interval_text(trend.relevance))}"
    return lines(
        [
            text(trend.title, STRONG),
            text(f"{figures}.  {relevance}.", MUTED),
            text(trend.level_meaning),
        ]
    )


def _made_of(trend: TrendEntry, width: int) -> Iterator[Content]:
    if trend.indicators:
        yield text(words.POINTS_OF, MUTED)
    for one in trend.indicators:
        yield _indicator(one, width)


def _indicator(one: IndicatorEntry, width: int) -> Content:
    """Points of share, then the answer behind them."""
    low, high = whole(one.share * one.low), whole(one.share * one.high)
    reached = str(low) if low == high else f"{low}-{high}"
    points = text(f"{reached}/{whole(one.share)}", ACCENT)
    mark = text(f" ({words.ASSUMED})", WARNING) if one.assumed else BLANK
    return columns(Cell(points, 8, "right"), Cell(joined(text(one.reason.text), mark), width - 10))


def _open_items(trend: TrendEntry, assessment: Assessment, width: int) -> list[Content]:
    return [listed("-", text(one.stem), width) for one in assessment.open_items if trend.id in one.trends]
