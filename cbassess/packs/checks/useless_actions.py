"""Every action can help somebody: it raises an indicator, and there are sellers for whom it fires."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cbassess.errors import Problem
from cbassess.model.expressions import And
from cbassess.model.instrument import Item
from cbassess.model.pack import Pack
from cbassess.model.rulebook import Achieved, Action, Indicator
from cbassess.packs.checks.answer_space import AnswerSpace
from cbassess.packs.checks.firing import applies, unmet
from cbassess.packs.checks.levels import level_of
from cbassess.packs.checks.spots import Spots


def check(pack: Pack, spots: Spots, _as_of: dt.date) -> Iterator[Problem]:
    """An action that changes no indicator, or whose aim is reached by all to whom it applies."""
    space = AnswerSpace(pack)
    for action in pack.actions.values():
        spot = spots.actions[action.id] / "achieves"
        if not any(_raises(pack, item, target) for item, target in action.achieves.items()):
            yield spot.problem("useless-action", "Nothing that the action achieves raises an indicator.")
        elif _never_fires(pack, action, space):
            message = "Whenever the action applies, what it achieves is there already."
            yield spot.problem("useless-action", message)


def _raises(pack: Pack, item_id: str, target: Achieved) -> bool:
    item = pack.items[item_id]
    rows = [row for trend in pack.rulebook.trends for row in trend.indicators if row.item == item_id]
    return any(level_of(row, item, target) > _lowest(row, item) for row in rows)


def _lowest(indicator: Indicator, item: Item) -> float:
    if item.kind == "number":
        return 0.0
    return min(level_of(indicator, item, option) for option in item.option_ids)


def _never_fires(pack: Pack, action: Action, space: AnswerSpace) -> bool:
    return space.truths(And((applies(pack, action), unmet(pack, action)))) == {False}
