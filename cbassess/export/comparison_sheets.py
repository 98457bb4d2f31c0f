"""The sheets of a comparison: what moved, what moved it, what became of the steps."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.export.assessment_sheets import table_sheet
from cbassess.export.boss_page import change
from cbassess.export.comparison_outline import overall
from cbassess.export.comparison_report import PARTS
from cbassess.export.report import ComparisonReport, TrendMove
from cbassess.export.sheet_charts import change_chart
from cbassess.export.step_outline import gains
from cbassess.export.workbook import Cell, Sheet, Workbook
from cbassess.model.evaluation import Interval
from cbassess.words import Words, words_in

WIDTHS = (52, 12, 12, 46)


def comparison_sheets(book: Workbook, report: ComparisonReport) -> None:
    """Write all sheets; one that would be empty is left out."""
    words = words_in(report.language)
    _summary(book, report, words)
    _trends(book, report, words)
    steps: list[list[Cell]] = [[step.fate_title, step.title, step.noted, step.id] for step in report.steps]
    of_steps = {words("Fate"): 32.0, words("Step"): 60.0, words("Note"): 44.0, words("Id"): 30.0}
    table_sheet(book, words("Steps"), of_steps, steps, "Steps")
    answers: list[list[Cell]] = [
        [one.question, one.before, one.after, gains(one.points, words), one.id] for one in report.answers
    ]
    heads = {
        words("Question"): 60.0,
        words("Before"): 40.0,
        words("After"): 40.0,
        words("Points"): 60.0,
        words("Id"): 30.0,
    }
    table_sheet(book, words("Answers"), heads, answers, "Answers")
    moves: list[list[Cell]] = [
        [trend.title, stem, points] for trend in report.trends for stem, points in trend.moved_by
    ]
    moved = {words("Trend"): 44.0, words("Moved by"): 80.0, words("Points"): 10.0}
    table_sheet(book, words("Causes"), moved, moves, "Causes")


def _trends(book: Workbook, report: ComparisonReport, words: Words) -> None:
    """All figures of each trend: like for like, as foreseen, as the waves showed them, and what that is due to."""
    figures = (
        words("Before, lowest"),
        words("Before, highest"),
        words("After, lowest"),
        words("After, highest"),
        words("Change"),
        words("Foreseen"),
        words("Seen before"),
        words("Seen after"),
        *(words("Due to {cause}").format(cause=cause) for cause in map(words, PARTS)),
    )
    heads = {words("Trend"): 44.0, **dict.fromkeys(figures, 12.0), words("Note"): 50.0}
    rows: list[list[Cell]] = [[trend.title, *_figures(trend), trend.not_comparable] for trend in report.trends]
    table_sheet(book, words("Trends"), heads, rows, "Trends")


def _figures(trend: TrendMove) -> Iterator[Cell]:
    for figure in (trend.before, trend.after):
        yield from (None, None) if figure is None else (figure.low, figure.high)
    yield from (trend.change, trend.foreseen)
    yield from (figure.value for figure in trend.seen) if trend.seen else (None, None)
    yield from (points for _, points in trend.due_to) if trend.due_to else [None] * len(PARTS)


def _summary(book: Workbook, report: ComparisonReport, words: Words) -> None:
    sheet = book.sheet(words("Summary"), WIDTHS)
    sheet.one_page()
    title = words("Comparison of {seller}: {baseline} and {wave}")
    sheet.heading(title.format(seller=report.seller, baseline=report.baseline.wave, wave=report.wave.wave), title=True)
    for label, value in overall(report, words):
        if value:
            sheet.labelled(label, value)
    _moves(book, sheet, report, words)


def _moves(book: Workbook, sheet: Sheet, report: ComparisonReport, words: Words) -> None:
    if not report.trends:
        return
    sheet.heading(words("What moved"))
    sheet.heads([words("Trend"), words("Before"), words("After"), words("Change")])
    first, sheet.figures = sheet.next, frozenset({1, 2})
    for trend in report.trends:
        sheet.row([trend.title, _middle(trend.before), _middle(trend.after), change(trend, words)])
    change_chart(book, sheet, (first, sheet.next - 1), words)


def _middle(figure: Interval | None) -> float | None:
    return None if figure is None else figure.value
