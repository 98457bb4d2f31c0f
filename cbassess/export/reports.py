"""What any document says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cbassess.export.assessment_report import assessment_report
from cbassess.export.comparison_report import comparison_report
from cbassess.export.report import AnyReport, InquiryReport
from cbassess.model.assessment import Assessment
from cbassess.model.comparison import Comparison

if TYPE_CHECKING:
    from cbassess.model.documents import Document


def report(document: Document, since: Comparison | None = None) -> AnyReport:
    """What the document says; `since`: for an assessment, how it compares with the wave before."""
    if isinstance(document, Comparison):
        return comparison_report(document)
    if not isinstance(document, Assessment):
        return InquiryReport(document)
    return assessment_report(document, comparison_report(since) if since else None)
