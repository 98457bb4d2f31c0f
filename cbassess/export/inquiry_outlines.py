"""The outline of any answer to a question about an assessment."""

from __future__ import annotations

from cbassess.export.action_outline import action_outline
from cbassess.export.goal_outline import goal_outline
from cbassess.export.information_outline import information_outline
from cbassess.export.item_outline import item_outline
from cbassess.export.outline import Block
from cbassess.export.trend_outline import trend_outline
from cbassess.export.what_if_outline import what_if_outline
from cbassess.model.documents import Inquiry
from cbassess.model.explanation import ActionExplained, ItemExplained, TrendExplained
from cbassess.model.goal import Goal
from cbassess.model.information import Information
from cbassess.model.what_if import WhatIf


def inquiry_outline(document: Inquiry) -> tuple[Block, ...]:
    """The document as blocks, in reading order."""
    match document:
        case Goal():
            return goal_outline(document)
        case WhatIf():
            return what_if_outline(document)
        case Information():
            return information_outline(document)
        case ActionExplained():
            return action_outline(document)
        case ItemExplained():
            return item_outline(document)
        case TrendExplained():
            return trend_outline(document)
