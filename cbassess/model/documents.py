"""All documents that the program writes."""

from __future__ import annotations

from cbassess.model.assessment import Assessment
from cbassess.model.comparison import Comparison
from cbassess.model.explanation import ActionExplained, Explanation, ItemExplained, TrendExplained
from cbassess.model.goal import Goal
from cbassess.model.information import Information
from cbassess.model.what_if import WhatIf

Inquiry = Goal | WhatIf | Information | ActionExplained | ItemExplained | TrendExplained
"""Answers to a question about an assessment."""

Document = Assessment | Comparison | Inquiry

__all__ = ["Document", "Explanation", "Inquiry"]
