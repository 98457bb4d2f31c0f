"""The outline of any report."""

from __future__ import annotations

from cbassess.export.assessment_outline import assessment_outline
from cbassess.export.comparison_outline import comparison_outline
from cbassess.export.outline import Block
from cbassess.export.report import AnyReport, AssessmentReport, InquiryReport


def outline(report: AnyReport) -> tuple[Block, ...]:
    """The report as blocks, in reading order."""
    if isinstance(report, AssessmentReport):
        return assessment_outline(report)
    if isinstance(report, InquiryReport):
        from cbassess.export.inquiry_outlines import inquiry_outline

        return inquiry_outline(report.document)
    return comparison_outline(report)
