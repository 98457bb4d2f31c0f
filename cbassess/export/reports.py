"""What any document says."""

from __future__ import annotations

from cbassess.export.assessment_report import assessment_report
from cbassess.export.comparison_report import comparison_report
from cbassess.export.report import Report
from cbassess.model.assessment import Assessment
from cbassess.model.comparison import Comparison


def report(document: Assessment | Comparison, since: Comparison | None = None) -> Report:
    """What the document says; `since`: for an assessment, how it compares with the wave before."""
    if isinstance(document, Comparison):
        return comparison_report(document)
    return assessment_report(document, comparison_report(since) if since else None)
