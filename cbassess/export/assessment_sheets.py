"""The sheets of an assessment: summary, plan, what is not in it, answers, figures, sources."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.export.boss_page import first_steps, uncertain
from cbassess.export.plan_sheet import plan_sheet
from cbassess.export.report import AssessmentReport
from cbassess.export.sheet_charts import forecast_chart, readiness_chart
from cbassess.export.step_outline import PRACTICE
from cbassess.export.wording import hours, money
from cbassess.export.work_outline import done_outline, progress, status_text
from cbassess.export.workbook import Cell, Sheet, Workbook
from cbassess.words import Words, words_in

SUMMARY_WIDTHS = (52, 12, 12, 18, 20, 12, 12, 12)


def assessment_sheets(book: Workbook, report: AssessmentReport) -> None:
    """Write all sheets; one that would be empty is left out."""
    words = words_in(report.language)
    _summary(book, report, words)
    plan_sheet(book, report, words)
    _worked(book, report, words)
    _left_out(book, report, words)
    _open(book, report, words)
    _answers(book, report, words)
    _figures(book, report, words)
    _quarters(book, report, words)
    _sources(book, report, words)


def _summary(book: Workbook, report: AssessmentReport, words: Words) -> None:
    sheet, document = book.sheet(words("Summary"), SUMMARY_WIDTHS), report.document
    sheet.one_page()
    sheet.heading(words("Assessment of {seller}").format(seller=report.seller), title=True)
    answered = words("{answered} of {asked} questions that apply to you")
    for label, value in (
        (words("Wave"), document.wave),
        (words("As of"), document.as_of.isoformat()),
        (words("Answered"), answered.format(answered=document.answered, asked=document.asked)),
        (words("Pack"), f"{document.pack.title}, {document.pack.version}, {document.pack.hash[:12]}"),
    ):
        sheet.labelled(label, value)
    _readiness(book, sheet, report, words)
    _forecast(book, sheet, report, words)
    _first(sheet, report, words)
    sheet.heading(words("What is uncertain"))
    for text in uncertain(report, words):
        sheet.wide(text, len(SUMMARY_WIDTHS))


def _readiness(book: Workbook, sheet: Sheet, report: AssessmentReport, words: Words) -> None:
    if not report.trends:
        return
    sheet.heading(words("Where you stand today"))
    columns = [words("Trend"), words("Lowest"), words("Still open"), words("Level"), words("Relevance")]
    sheet.heads(columns)
    first, sheet.figures = sheet.next, frozenset({1, 2, 4})
    for trend in report.trends:
        low, high = trend.readiness.low, trend.readiness.high
        sheet.row([trend.title, low, high - low, trend.level, trend.relevance.value])
    readiness_chart(book, sheet, (first, sheet.next - 1), words)
    if report.other_trends:
        others = words(", ").join(report.other_trends)
        text = words("{label}: {value}").format(label=words("Trends that do not concern you"), value=others)
        sheet.wide(text, len(SUMMARY_WIDTHS))


def _forecast(book: Workbook, sheet: Sheet, report: AssessmentReport, words: Words) -> None:
    if not report.courses:
        return
    sheet.heading(words("Forecast"))
    sheet.wide(words("Middle of the range at the end of each quarter, if the plan is kept."), len(SUMMARY_WIDTHS))
    sheet.heads([words("Trend"), words("Now"), *report.quarters])
    first, sheet.figures = sheet.next, frozenset(range(1, len(SUMMARY_WIDTHS)))
    for course in report.courses:
        figures = [None if figure is None else figure.value for figure in course.figures]
        sheet.row([course.title, *figures])
    forecast_chart(book, sheet, (first, sheet.next - 1), 1 + len(report.quarters), words)


def _first(sheet: Sheet, report: AssessmentReport, words: Words) -> None:
    if done_outline(report, words):
        sheet.heading(words("What is done"))
        sheet.wide(progress(report, words), len(SUMMARY_WIDTHS))
    if not report.to_do:
        return
    sheet.heading(words("Do these first"))
    sheet.heads([words("Step"), words("Start"), words("Due"), words("Own time"), words("Money")])
    for step in first_steps(report):
        spent = (hours(*step.hours, words), money(step.cost, words))
        sheet.row([f"{step.rank}. {step.title}", step.start, step.due, *spent])


def _worked(book: Workbook, report: AssessmentReport, words: Words) -> None:
    """What was done about steps that the plan no longer has."""
    heads = {words("Step"): 60.0, words("Status"): 40.0, words("Owner"): 14.0, words("Note"): 60.0, words("Id"): 30.0}
    rows: list[list[Cell]] = [
        [one.title, status_text(one.work, words), one.work.owner, one.work.note, one.id] for one in report.worked
    ]
    table_sheet(book, words("Earlier steps"), heads, rows, "EarlierSteps")


def _left_out(book: Workbook, report: AssessmentReport, words: Words) -> None:
    rows: list[list[Cell]] = [
        [one.title, kind, one.band, one.because, one.would_fit]
        for kind, group in ((words("What did not fit"), report.unplaced), (words("Not now"), report.not_now))
        for one in group
    ]
    heads = {
        words("Action"): 44.0,
        words("Kind"): 18.0,
        words("Band"): 24.0,
        words("Because"): 80.0,
        words("What would make it fit"): 60.0,
    }
    table_sheet(book, words("Not in the plan"), heads, rows, "NotInThePlan")


def _open(book: Workbook, report: AssessmentReport, words: Words) -> None:
    heads = {
        words("Question"): 60.0,
        words("State"): 20.0,
        words("Trends"): 44.0,
        words("Actions waiting for it"): 60.0,
    }
    rows: list[list[Cell]] = [
        [one.question, one.state, words(", ").join(one.trends), words(", ").join(one.actions)] for one in report.open
    ]
    table_sheet(book, words("Open questions"), heads, rows, "OpenQuestions")


def _answers(book: Workbook, report: AssessmentReport, words: Words) -> None:
    heads = {words("Question"): 70.0, words("Answer"): 50.0, words("State"): 22.0, words("Id"): 30.0}
    rows: list[list[Cell]] = [[one.question, one.text, one.state, one.id] for one in report.answers]
    table_sheet(book, words("Answers"), heads, rows, "Answers")


def _figures(book: Workbook, report: AssessmentReport, words: Words) -> None:
    heads = {
        words("Trend"): 44.0,
        words("Question and answer"): 80.0,
        words("Lowest"): 10.0,
        words("Highest"): 10.0,
        words("Of"): 10.0,
        words("Assumed"): 12.0,
    }
    rows: list[list[Cell]] = [
        [trend.title, part.text, part.reached.low, part.reached.high, part.share, words("yes") if part.assumed else ""]
        for trend in report.trends
        for part in trend.parts
    ]
    table_sheet(book, words("Readiness"), heads, rows, "Readiness")


def _quarters(book: Workbook, report: AssessmentReport, words: Words) -> None:
    heads = {words("Trend"): 52.0, words("Quarter"): 12.0, words("Lowest"): 12.0, words("Highest"): 12.0}
    rows: list[list[Cell]] = [
        [course.title, quarter, figure.low, figure.high]
        for course in report.courses
        for quarter, figure in zip((words("Now"), *report.quarters), course.figures, strict=True)
        if figure is not None
    ]
    table_sheet(book, words("Forecast"), heads, rows, "Forecast")


def _sources(book: Workbook, report: AssessmentReport, words: Words) -> None:
    heads = {
        words("No."): 6.0,
        words("Step"): 44.0,
        words("Kind"): 10.0,
        words("Source or date"): 60.0,
        words("Where or when"): 50.0,
        words("Doubt"): 40.0,
    }
    table_sheet(book, words("Sources and dates"), heads, list(_cited(report, words)), "Sources")


def _cited(report: AssessmentReport, words: Words) -> Iterator[list[Cell]]:
    for step in report.steps:
        for date in step.dates:
            yield [step.rank, step.title, words("Date"), date.title, date.day, date.doubt]
        for source in step.sources:
            yield [step.rank, step.title, words("Source"), source.title, source.where, source.doubt]
        if step.practice:
            yield [step.rank, step.title, words("Source"), words(PRACTICE), "", ""]


def table_sheet(book: Workbook, title: str, heads: dict[str, float], rows: list[list[Cell]], name: str) -> None:
    """A sheet that is one table: heads with the widths of their columns; none where there are no rows."""
    if rows:
        sheet = book.sheet(title, tuple(heads.values()))
        sheet.table(list(heads), rows, name)
        sheet.page.freeze_panes(1, 0)
        sheet.page.repeat_rows(0)
