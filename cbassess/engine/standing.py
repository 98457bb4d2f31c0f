"""Where each indicator stands for one seller, from 0 (weakest answer) to 1 (strongest)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from cbassess.model.evaluation import ItemState
from cbassess.model.instrument import Item
from cbassess.model.pack import Pack
from cbassess.model.responses import Missing, Response, Value
from cbassess.model.rulebook import Indicator

COUNTS = ("answered", "dont_know")
"""States of an item about which the seller has said something that can be judged."""

WEAKEST = (0.0, 0.0)
UNKNOWN = (0.0, 1.0)


class Standing(NamedTuple):
    """Lowest and highest value that the answer may stand for, and whether it is assumed."""

    indicator: Indicator
    low: float
    high: float
    assumed: bool


def standings_of(
    pack: Pack, responses: Mapping[str, Response], states: Mapping[str, ItemState]
) -> dict[str, tuple[Standing, ...]]:
    """Trend id -> its indicators whose items apply to this seller, or still may."""
    return {
        trend.id: tuple(
            _standing(pack, indicator, states[indicator.item], responses.get(indicator.item, Missing.NOT_REACHED))
            for indicator in trend.indicators
            if states[indicator.item] != "off_route"
        )
        for trend in pack.rulebook.trends
    }


def value_of(indicator: Indicator, item: Item, answer: Value) -> float:
    """What an answer is worth, from 0 to 1."""
    if indicator.levels is not None:
        return indicator.levels[str(answer)]
    if item.kind == "scale":
        return item.option_ids.index(str(answer)) / (len(item.options) - 1)
    if indicator.worst is None or indicator.best is None or not isinstance(answer, int | float):
        raise ValueError(f"{indicator.item} cannot be an indicator")  # refused when the pack is loaded
    along = (answer - indicator.worst) / (indicator.best - indicator.worst)
    return min(1.0, max(0.0, along))


def _standing(pack: Pack, indicator: Indicator, state: ItemState, response: Response) -> Standing:
    if state == "dont_know" and pack.rulebook.policy.dont_know == "weakest":
        return Standing(indicator, *WEAKEST, assumed=True)
    if state not in COUNTS or isinstance(response, Missing):
        return Standing(indicator, *UNKNOWN, assumed=False)
    value = value_of(indicator, pack.items[indicator.item], response)
    return Standing(indicator, value, value, assumed=False)
