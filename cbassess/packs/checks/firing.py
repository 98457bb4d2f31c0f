"""When an action would fire, as conditions that can be reasoned about."""

from __future__ import annotations

from cbassess.model.expressions import Atom, CompareNumber, CompareOption, Expression, Or
from cbassess.model.pack import Pack
from cbassess.model.rulebook import Achieved, Action


def applies(pack: Pack, action: Action) -> Expression:
    """The condition under which the action applies: its own, else its trend's."""
    return pack.conditions[pack.applies_when(action)]


def unmet(pack: Pack, action: Action) -> Expression:
    """The condition that one of the aims is not reached yet."""
    return Or(tuple(_falls_short(pack, item, target) for item, target in action.achieves.items()))


def _falls_short(pack: Pack, item_id: str, target: Achieved) -> Atom:
    if isinstance(target, str):
        return CompareOption(item_id, "<" if pack.items[item_id].kind == "scale" else "!=", target)
    return CompareNumber(item_id, "value", ">" if _less_is_better(pack, item_id) else "<", float(target))


def _less_is_better(pack: Pack, item_id: str) -> bool:
    rows = [row for trend in pack.rulebook.trends for row in trend.indicators if row.item == item_id]
    return any(row.worst is not None and row.best is not None and row.worst > row.best for row in rows)
