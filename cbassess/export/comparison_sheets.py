"""The sheets of a comparison: what moved, what moved it, what became of the steps."""

from __future__ import annotations

from cbassess.export.assessment_sheets import table_sheet
from cbassess.export.boss_page import change
from cbassess.export.comparison_outline import headline, stamp
from cbassess.export.report import ComparisonReport
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
    steps: list[list[Cell]] = [[step.fate_title, step.title, step.id] for step in report.steps]
    table_sheet(book, words("Steps"), {words("Fate"): 32, words("Step"): 60, words("Id"): 30}, steps, "Steps")
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
    causes: list[list[Cell]] = [
        [trend.title, stem, points] for trend in report.trends for stem, points in trend.moved_by
    ]
    moved = {words("Trend"): 44.0, words("Moved by"): 80.0, words("Points"): 10.0}
    table_sheet(book, words("Causes"), moved, causes, "Causes")


def _summary(book: Workbook, report: ComparisonReport, words: Words) -> None:
    sheet, document = book.sheet(words("Summary"), WIDTHS), report.document
    sheet.one_page()
    title = words("Comparison of {seller}: {baseline} and {wave}")
    sheet.heading(title.format(seller=report.seller, baseline=report.baseline.wave, wave=report.wave.wave), title=True)
    for label, value in (
        (words("Baseline"), stamp(report.baseline, words)),
        (words("Wave"), stamp(report.wave, words)),
        (words("Asked in both"), words("{share} % of the questions").format(share=round(100 * document.shared))),
        (words("Change"), headline(report, words)),
    ):
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
