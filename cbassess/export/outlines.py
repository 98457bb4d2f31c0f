"""The outline of any document."""

from __future__ import annotations

from cbassess.export.assessment_outline import assessment_outline
from cbassess.export.comparison_outline import comparison_outline
from cbassess.export.outline import Block
from cbassess.model.assessment import Assessment
from cbassess.model.comparison import Comparison


def outline(document: Assessment | Comparison) -> tuple[Block, ...]:
    """The document as blocks, in reading order."""
    if isinstance(document, Assessment):
        return assessment_outline(document)
    return comparison_outline(document)
