"""What alone would have to give so that a goal is reached by a day: more hours a week, or a larger budget.

The least amount is found by halving. That is exact as long as more never hurts; now and then a list of steps fits
into fewer hours and not into more, and then a little too much may be named, never too little.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from cbassess.model.plan import Capacity
from cbassess.planning.capacity import places_at
from cbassess.planning.goals.covering import ENOUGH
from cbassess.planning.goals.finding import Finder
from cbassess.planning.goals.searching import Key, Limit, Wanted, cheapest
from cbassess.planning.goals.tries import Tries

MAX_BRANCHES = 2_000
"""Branches of one search."""

ROUND_HOURS, ROUND_MONEY = 1.0, 100.0
"""Larger amounts are named in steps of these."""

HOURS_OF_A_WEEK = 168.0


class _Give(Struct, frozen=True):
    """Something that could give.

    Attributes:
        uses: an amount that a set needs at least, summed over its candidates; and the most that is tried.
        limits: what does not give.
        banned: mask of steps that no amount makes quick enough.
        above: today's amount.
        least: an amount that every set needs.
        step: the amounts that are tried.
        capacity: what a plan has to fit with an amount.
    """

    uses: Limit
    limits: tuple[Limit, ...]
    banned: int
    above: float
    least: float
    step: float
    capacity: Callable[[float], Capacity]


class Least(Struct, frozen=True):
    """The least amount that was found; None where none was, and then whether it is certain that there is none."""

    amount: float | None
    sure: bool = True


def least_hours(finder: Finder, until: int, capacity: Capacity) -> Least:
    """Whole hours a week, more than today, with which some set is finished by week `until`."""

    def with_hours(hours: float) -> Capacity:
        places = places_at(hours, finder.rules)
        return replace(capacity, hours_per_week=hours, steps_at_once=places)

    limits = (finder.budget_within(capacity.budget, until),)
    banned = finder.timetable.too_long(math.inf, until)
    most = finder.hours_within(HOURS_OF_A_WEEK, max(until, 1))
    needed = finder.size(finder.smallest.taken or 0)[0] if finder.smallest.proved else 0.0
    least = max(math.ceil((needed - ENOUGH) / max(until, 1)), math.floor(capacity.hours_per_week) + 1.0)
    return _least(finder, until, _Give(most, limits, banned, capacity.hours_per_week, least, ROUND_HOURS, with_hours))


def least_budget(finder: Finder, until: int, capacity: Capacity) -> Least:
    """A budget larger than today's with which some set is finished by week `until`."""

    def with_budget(budget: float) -> Capacity:
        return replace(capacity, budget=budget)

    limits = (finder.hours_within(capacity.hours_per_week * until),)
    banned = finder.timetable.too_long(capacity.hours_per_week, until)
    everything = finder.cost((1 << len(finder.ranked)) - 1) + ROUND_MONEY
    all_at_once = finder.money_within(everything, finder.periods(until))
    now = capacity.budget or 0.0
    return _least(finder, until, _Give(all_at_once, limits, banned, now, now, ROUND_MONEY, with_budget))


def _least(finder: Finder, until: int, give: _Give) -> Least:
    tries = Tries(finder.timetable, until)

    def judge(taken: int, best: Key | None) -> Key | None:
        needed = give.uses.used(taken)
        low = max(math.ceil((needed - ENOUGH) / give.step), math.floor(give.above / give.step) + 1)
        high = math.floor(give.uses.most / give.step) if best is None else round(best[0] / give.step) - 1
        if high < low or not tries.fits(taken, give.capacity(high * give.step)):
            return None
        while low < high:
            middle = (low + high) // 2
            if tries.fits(taken, give.capacity(middle * give.step)):
                high = middle
            else:
                low = middle + 1
        return (high * give.step,)

    found = cheapest(
        finder.covering,
        Wanted(
            give.uses,
            judge,
            give.limits,
            give.banned,
            first=finder.smallest.taken,
            least=(give.least,),
            step=give.step,
            max_branches=MAX_BRANCHES,
        ),
    )
    return Least(found.key[0]) if found.key else Least(None, found.whole and not tries.refused)
