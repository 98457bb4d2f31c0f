"""The least set of steps that reaches the aims by a day."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from cbassess.engine.situation import Situation
from cbassess.model.plan import Capacity
from cbassess.model.rulebook import Action
from cbassess.planning.board import WEEKS_PER_MONTH
from cbassess.planning.goals.bounding import Bounding
from cbassess.planning.goals.covering import ENOUGH, members
from cbassess.planning.goals.framing import doable, frame
from cbassess.planning.goals.searching import Key, Limit, Wanted, cheapest
from cbassess.planning.goals.timetable import Timetable, Weeks
from cbassess.planning.goals.tries import Tries
from cbassess.planning.ordering import Ranked


class Attempt(Struct, frozen=True):
    """What a search found.

    Attributes:
        taken: mask of the set; None where none was found.
        weeks: where its steps stand; empty where no day was asked for.
        proved: whether it is certain that no other set is smaller, or that there is none.
    """

    taken: int | None
    weeks: Weeks
    proved: bool


class Finder:
    """Searches for one seller and one list of aims. Days are weeks from the day of the assessment.

    Attributes:
        ranked: the actions that may be taken; a set is a mask over them.
        before: action -> actions that have to be finished before it.
        covering: the aims as a covering problem.
        timetable: where sets fit.
        rules: the plan's rules.
    """

    def __init__(
        self,
        situation: Situation,
        ranked: tuple[Ranked, ...],
        before: Mapping[str, tuple[str, ...]],
        aims: Mapping[str, float],
    ) -> None:
        self.ranked, self.before = doable(ranked, before), before
        self.rules = situation.pack.rulebook.plan
        self.covering = frame(situation, self.ranked, before, aims)
        self.timetable = Timetable(situation.pack, self.ranked, before, situation.as_of)

    @property
    def is_reached(self) -> bool:
        """Whether nothing is missing."""
        return not self.covering.gaps

    @property
    def is_reachable(self) -> bool:
        """Whether all steps together reach every aim."""
        return self.covering.covers((1 << len(self.ranked)) - 1)

    @cached_property
    def smallest(self) -> Attempt:
        """The set of least effort, whenever it may be done."""
        found = cheapest(self.covering, Wanted(self.hours_within(math.inf), lambda taken, _: self.size(taken)))
        return Attempt(found.taken, {}, found.whole)

    def by(self, until: int, capacity: Capacity) -> Attempt:
        """The set of least effort that is finished by the start of week `until`."""
        if self.smallest.proved and self.smallest.taken is not None:
            if self.size(self.smallest.taken)[0] > capacity.hours_per_week * until + ENOUGH:
                return Attempt(None, {}, proved=True)
            if self._is_paid(self.smallest.taken, capacity.budget, until):
                weeks = self.timetable.weeks(self.smallest.taken, capacity, until)
                if weeks is not None:
                    return Attempt(self.smallest.taken, weeks, proved=True)
        return self._smallest_by(until, capacity)

    def _is_paid(self, taken: int, budget: float | None, until: int) -> bool:
        limit = self.budget_within(budget, until)
        return limit.used(taken) <= limit.most + ENOUGH

    def _smallest_by(self, until: int, capacity: Capacity) -> Attempt:
        tries = Tries(self.timetable, until)

        def judge(taken: int, best: Key | None) -> Key | None:
            key = self.size(taken)
            if best is not None and key > best:
                return None
            return key if tries.fits(taken, capacity, key) else None

        hours = self.hours_within(capacity.hours_per_week * until)
        banned = self.timetable.too_long(capacity.hours_per_week, until)
        wanted = Wanted(hours, judge, (self.budget_within(capacity.budget, until),), banned)
        found = cheapest(self.covering, wanted)
        weeks = {} if found.taken is None else tries.weeks[found.taken]
        return Attempt(found.taken, weeks, found.whole and tries.refused_none_below(found.key))

    def actions(self, attempt: Attempt) -> list[Action]:
        """The actions of a set, those that start first in front; then in the order of the plan."""
        chosen = [self.ranked[number].action for number in members(attempt.taken or 0)]
        return sorted(chosen, key=lambda one: attempt.weeks[one.id].start_week if attempt.weeks else 0)

    def cost(self, taken: int) -> float:
        """What the plan books for a set, in the base currency."""
        return math.fsum(self.covering.candidates[number].cost for number in members(taken))

    def cost_of(self, action: str) -> float:
        """What the plan books for an action, in the base currency."""
        return next(one.cost for one in self.covering.candidates if one.action == action)

    def size(self, taken: int) -> Key:
        """Effort, then cost, then number of steps; rounded, so that the order of a sum does not decide."""
        hours = math.fsum(self.covering.candidates[number].hours for number in members(taken))
        return (round(hours, 6), round(self.cost(taken), 6), taken.bit_count())

    def hours_within(self, most: float, weeks: int = 1) -> Limit:
        """Own hours, no more than so many in each of so many weeks."""
        return Limit(self._hours, most, per=weeks)

    def money_within(self, most: float, periods: int = 1) -> Limit:
        """Money, no more than so much in each of so many budget periods."""
        return Limit(self._costs, most, per=periods)

    def budget_within(self, budget: float | None, until: int) -> Limit:
        """Money, no more than what the budget has by week `until`."""
        return self.money_within(math.inf if budget is None else budget, self.periods(until))

    @cached_property
    def _hours(self) -> Bounding:
        return Bounding(self.covering, [one.hours for one in self.covering.candidates])

    @cached_property
    def _costs(self) -> Bounding:
        return Bounding(self.covering, [one.cost for one in self.covering.candidates])

    def periods(self, until: int) -> int:
        """Budget periods in which something can be spent before week `until`."""
        return int(max(until - 1, 0) // (self.rules.budget_months * WEEKS_PER_MONTH)) + 1
