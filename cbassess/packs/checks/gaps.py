"""Every weak answer has an action that leads to a better one, or is an accepted gap."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cbassess.errors import Problem
from cbassess.model.instrument import Item
from cbassess.model.pack import Pack
from cbassess.model.rulebook import Achieved, Indicator
from cbassess.packs.checks.levels import level_of
from cbassess.packs.checks.spots import Spots

# An answer that brings at most half of the points is weak.
WEAK = 0.5


def check(pack: Pack, spots: Spots, _as_of: dt.date) -> Iterator[Problem]:
    """A weak answer to an indicator that no action lifts."""
    for trend in pack.rulebook.trends:
        for indicator in trend.indicators:
            item = pack.items[indicator.item]
            stuck = _stuck_numbers(pack, indicator, item) if item.kind == "number" else _stuck(pack, indicator, item)
            if stuck:
                message = f"No action leads on from these weak answers to {item.id}: {', '.join(stuck)}."
                yield spots.indicators[trend.id, item.id].problem("gap-without-action", message)


def _targets(pack: Pack, item: Item) -> list[Achieved]:
    return [action.achieves[item.id] for action in pack.actions.values() if item.id in action.achieves]


def _borders(pack: Pack, item: Item) -> list[Achieved]:
    """What is accepted for every seller; what is accepted for some leaves the others without advice."""
    return [gap.below for gap in pack.rulebook.accepted_gaps if gap.item == item.id and gap.when is None]


def _stuck(pack: Pack, indicator: Indicator, item: Item) -> list[str]:
    """The options that are weak and neither lifted nor accepted."""
    better = [str(target) for target in [*_targets(pack, item), *_borders(pack, item)]]
    return [
        option
        for option in item.option_ids
        if level_of(indicator, item, option) <= WEAK
        and not any(_is_above(indicator, item, target, option) for target in better)
    ]


def _is_above(indicator: Indicator, item: Item, target: str, option: str) -> bool:
    if item.kind == "scale" and item.option_ids.index(target) <= item.option_ids.index(option):
        return False
    return level_of(indicator, item, target) > level_of(indicator, item, option)


def _stuck_numbers(pack: Pack, indicator: Indicator, item: Item) -> list[str]:
    """The range of weak numbers that is neither lifted nor accepted, in words."""
    worst, best = indicator.worst or 0.0, indicator.best or 0.0
    named = [float(number) for number in [*_targets(pack, item), *_borders(pack, item)]]
    reached = max([worst, *named], key=lambda number: level_of(indicator, item, number))
    if level_of(indicator, item, reached) > WEAK:
        return []
    return [f"{reached:g} to {worst + WEAK * (best - worst):g}"]
