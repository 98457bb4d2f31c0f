"""XLSX: a workbook to work through the plan in."""

from __future__ import annotations

from cbassess.export.assessment_sheets import assessment_sheets
from cbassess.export.comparison_sheets import comparison_sheets
from cbassess.export.report import AssessmentReport, Report
from cbassess.export.workbook import Workbook


def render(report: Report) -> bytes:
    """The report as a workbook; the same report gives the same bytes."""
    if isinstance(report, AssessmentReport):
        with Workbook(report.document.as_of, report.language) as book:
            assessment_sheets(book, report)
    else:
        with Workbook(report.wave.as_of, report.language) as book:
            comparison_sheets(book, report)
    return book.content
