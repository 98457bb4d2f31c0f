"""Every item is used: asking costs the seller's time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cbassess.errors import Problem
from cbassess.model.pack import Pack
from cbassess.packs.checks.spots import Spots
from cbassess.packs.uses import items_behind


def check(pack: Pack, spots: Spots, _as_of: dt.date) -> Iterator[Problem]:
    """An item that is no indicator, in no condition, not achieved and not named in [plan]."""
    used = {pack.rulebook.plan.hours_per_week, pack.rulebook.plan.budget}
    for tree in pack.conditions.values():
        used |= items_behind(tree, {})
    for trend in pack.rulebook.trends:
        used |= {indicator.item for indicator in trend.indicators}
        used |= {item for action in trend.actions for item in action.achieves}
    for item in pack.items:
        if item not in used:
            yield spots.items[item].problem("unused-item", f"Nothing uses the answer to {item}.")
