"""Answers to try for an item, so that every difference which an answer can make is seen."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from cbassess.engine.situation import Ruling
from cbassess.model.expressions import CompareNumber
from cbassess.model.instrument import Item
from cbassess.model.responses import Value

MAX_SETS = 16
"""A multi with more possible sets of options is tried option by option."""


class Trial(Struct, frozen=True):
    """The answers to try, and whether they stand for all there are."""

    answers: tuple[Value, ...]
    exact: bool


def answers_to_try(item: Item, ruling: Ruling, as_of: dt.date) -> Trial:
    """Every option, or for numbers, dates and multis one answer of each kind that a rule can tell apart."""
    match item.kind:
        case "scale" | "choice":
            return Trial(item.option_ids, exact=True)
        case "multi":
            return _sets(item)
        case "number":
            plan = ruling.pack.rulebook.plan
            moves_smoothly = item.id in ruling.indicators or item.id in (plan.hours_per_week, plan.budget)
            return Trial(_numbers(item, ruling), exact=not moves_smoothly)
        case "date":
            days = {number + side for number in _borders(item, ruling) for side in (-1, 0, 1)} or {0}
            return Trial(tuple(as_of + dt.timedelta(days=day) for day in sorted(days)), exact=True)
        case _:
            return Trial(("...",), exact=True)


def _borders(item: Item, ruling: Ruling) -> set[float]:
    return {atom.number for atom in ruling.atoms.get(item.id, ()) if isinstance(atom, CompareNumber)}


def _numbers(item: Item, ruling: Ruling) -> tuple[float, ...]:
    """The ends, each number that a rule compares with and one on both sides, and what actions lead to."""
    step = 1.0 if item.whole else 0.5
    borders = _borders(item, ruling)
    borders |= {
        float(target)
        for action in ruling.pack.rulebook.actions
        if not isinstance(target := action.achieves.get(item.id, ""), str)
    }
    indicator = ruling.indicators.get(item.id)
    ends = {end for end in (item.min, item.max) if end is not None}
    if indicator is not None and indicator.worst is not None and indicator.best is not None:
        ends |= {indicator.worst, indicator.best}
    low = min(ends, default=min(borders, default=0.0) - step) if item.min is None else item.min
    high = max(ends, default=max(borders, default=0.0) + step) if item.max is None else item.max
    near = {border + side for border in borders for side in (-step, 0.0, step)} | ends
    return tuple(number for number in sorted(near) if low <= number <= high)


def _sets(item: Item) -> Trial:
    """All sets of options where there are few, else each option by itself and all at once."""
    alone = [option.id for option in item.options if option.exclusive]
    others = [option.id for option in item.options if not option.exclusive]
    if 2 ** len(others) <= MAX_SETS:
        sets = [
            tuple(option for place, option in enumerate(others) if number >> place & 1)
            for number in range(1, 2 ** len(others))
        ]
        return Trial((*((option,) for option in alone), *sets), exact=True)
    return Trial((*((option,) for option in item.option_ids), tuple(others)), exact=False)
