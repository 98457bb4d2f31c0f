"""The forecast as a small table: a trend a row, a quarter a column."""

from __future__ import annotations

from textual.content import Content

from cbassess.model.assessment import Assessment, TrendEntry
from cbassess.tui import words
from cbassess.tui.texts.figures import number, whole
from cbassess.tui.texts.layout import MUTED, STRONG, Cell, columns, lines, paragraphs, text

QUARTER = 7


def forecast_detail(assessment: Assessment, width: int) -> Content:
    """Readiness now and at the end of each quarter, and what the plan was fitted to."""
    title_width = max(12, width - (QUARTER + 1) * (len(assessment.forecast) + 1))
    header = columns(
        Cell(text(words.TREND, MUTED), title_width),
        *(Cell(text(label, MUTED), QUARTER, "right") for label in _labels(assessment)),
        gap=1,
    )
    rows = [_row(trend, assessment, title_width) for trend in assessment.trends if trend.applies is not False]
    return paragraphs(text(words.FORECAST_TITLE, STRONG), lines([header, *rows]), _capacity(assessment))


def _labels(assessment: Assessment) -> list[str]:
    return [words.NOW, *(one.quarter for one in assessment.forecast)]


def _row(trend: TrendEntry, assessment: Assessment, title_width: int) -> Content:
    figures = [trend.readiness.value, *(one.readiness.get(trend.id) for one in assessment.forecast)]
    cells = [
        Cell(text("" if figure is None else str(whole(figure)), STRONG if place == 0 else ""), QUARTER, "right")
        for place, figure in enumerate(figures)
    ]
    return columns(Cell(text(trend.title), title_width), *cells, gap=1)


def _capacity(assessment: Assessment) -> Content:
    """Hours, money and steps at once, with what was assumed."""
    one = assessment.capacity
    money = words.NO_BUDGET_SAID if one.budget is None else words.budget(number(one.budget), one.currency)
    fitted = f"{words.CAPACITY}: {words.capacity(number(one.hours_per_week), money, one.steps_at_once)}."
    assumed = [text(f"{what} ({words.FIGURES_ASSUMED})", MUTED) for what in one.assumed]
    return lines([text(fitted, MUTED), *assumed])
