"""The forecast as a small chart: a trend a row, the quarters beside each other."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from cbassess.model.assessment import Assessment, TrendEntry
from cbassess.model.evaluation import Interval
from cbassess.tui import words
from cbassess.tui.texts.figures import interval_bar, number, whole
from cbassess.tui.texts.layout import MUTED, STRONG, Cell, columns, lines, paragraphs, text

FIGURE, LEAST, LONGEST = 4, 9, 16
"""Cells of a figure with the space before it, of the narrowest quarter, and of the widest."""


def forecast_detail(assessment: Assessment, width: int) -> Content:
    """Readiness now and at the end of each quarter, and what the plan was fitted to."""
    labels = [words.NOW, *(one.quarter for one in assessment.forecast)]
    cell = max(LEAST, min(LONGEST, width // len(labels)))
    header = columns(*(Cell(text(label, MUTED), cell - 1) for label in labels), gap=1)
    rows = [
        line for trend in assessment.trends if trend.applies is not False for line in _rows(trend, assessment, cell)
    ]
    return paragraphs(text(words.FORECAST_TITLE, STRONG), lines([header, *rows]), _capacity(assessment))


def _rows(trend: TrendEntry, assessment: Assessment, cell: int) -> Iterator[Content]:
    """The title, and under it a bar and a figure for every quarter."""
    yield text(trend.title)
    figures = [trend.readiness, *(_forecast(trend.id, one.range, one.readiness) for one in assessment.forecast)]
    yield columns(*(Cell(_gauge(figure, cell - 1), cell - 1) for figure in figures), gap=1)


def _forecast(trend: str, ranges: dict[str, tuple[float, float]], values: dict[str, float]) -> Interval:
    low, high = ranges.get(trend, (values.get(trend, 0.0),) * 2)
    return Interval(low=low, value=values.get(trend, low), high=high)


def _gauge(figure: Interval, width: int) -> Content:
    shown = text(str(whole(figure.value)).rjust(FIGURE - 1), STRONG)
    return columns(Cell(interval_bar(figure, width - FIGURE), width - FIGURE), Cell(shown, FIGURE - 1), gap=1)


def _capacity(assessment: Assessment) -> Content:
    """Hours, money and steps at once, with what was assumed."""
    one = assessment.capacity
    money = words.NO_BUDGET_SAID if one.budget is None else words.budget(number(one.budget), one.currency)
    fitted = f"{words.CAPACITY}: {words.capacity(number(one.hours_per_week), money, one.steps_at_once)}."
    assumed = [text(f"{what} ({words.FIGURES_ASSUMED})", MUTED) for what in one.assumed]
    return lines([text(fitted, MUTED), *assumed])
