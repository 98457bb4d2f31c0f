"""How much an answer counts for an indicator, from 0 (weakest) to 1; for checks only.

The engine scores answers of sellers; this asks what an author's rule could score.
"""

from __future__ import annotations

from cbassess.model.instrument import Item
from cbassess.model.rulebook import Indicator


def level_of(indicator: Indicator, item: Item, answer: str | float) -> float:
    """The level of one answer: an option id, or a number."""
    if indicator.worst is not None and indicator.best is not None:
        share = (float(answer) - indicator.worst) / (indicator.best - indicator.worst)
        return min(1.0, max(0.0, share))
    if indicator.levels is not None:
        return indicator.levels[str(answer)]
    return item.option_ids.index(str(answer)) / (len(item.options) - 1)
