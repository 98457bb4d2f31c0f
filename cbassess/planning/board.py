"""The room that is left: hours and places week by week, money period by period.

Week 0 starts on the day of the assessment. A step takes its own hours (the middle of its range) from
the weeks after its start and holds one of the few places for steps at once while it does; then it waits
for its lead time (the longer end, since offices are seldom early). Money is spent at the start. The budget is
for so many months from the first day; when they are over, the same sum is there again, and what was left
stays.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from cbassess.model.pack import Pack
from cbassess.model.plan import Capacity
from cbassess.model.quarters import quarter_ends
from cbassess.planning.capacity import money
from cbassess.planning.ordering import Ranked

ROUNDING = 1e-9
WEEKS_PER_MONTH = 52 / 12

State = tuple[list[float], list[int], list[float]]
"""Hours and places by week, money by period."""


@dataclass(frozen=True)
class Placed:
    """A step in its weeks.

    Attributes:
        start_week: first week of work.
        worked_week: week by whose start the own work is done.
        finish_week: week by whose start the proof is there.
        earliest: week from which nothing that comes before it stood in its way.
        waited_for_money: whether the money for it was not there a week sooner.
    """

    start_week: int
    worked_week: int
    finish_week: int
    earliest: int
    waited_for_money: bool


class Board:
    """Hours and places that are left week by week, and money period by period."""

    def __init__(self, pack: Pack, capacity: Capacity, as_of: dt.date) -> None:
        rules = pack.rulebook.plan
        self.capacity = capacity
        self.quarters = _quarters(as_of, rules.quarters)
        self.weeks = self.quarters[-1].stop
        self._rulebook = pack.rulebook
        self._period_weeks = rules.budget_months * WEEKS_PER_MONTH
        self._hours = [capacity.hours_per_week] * self.weeks
        self._places = [capacity.steps_at_once] * self.weeks
        budget = math.inf if capacity.budget is None else capacity.budget
        self._money = [budget * (period + 1) for period in range(self._period(self.weeks - 1) + 1)]

    def note(self) -> State:
        """The room as it is now, to come back to."""
        return list(self._hours), list(self._places), list(self._money)

    def back_to(self, state: State) -> None:
        """Give back all that was taken since."""
        hours, places, money_ = state
        self._hours, self._places, self._money = list(hours), list(places), list(money_)

    def cost(self, one: Ranked) -> float:
        """What is set aside for the step."""
        return money(one.action.cost, one.band, self._rulebook)

    def room(self, weeks: range) -> list[tuple[float, int]]:
        """Free hours and places, week by week."""
        return [(self._hours[week], self._places[week]) for week in weeks]

    def hours_left(self, weeks: range) -> float:
        """Own hours that are free in these weeks and have a place for a step."""
        return sum(self._hours[week] for week in weeks if self._places[week] > 0)

    def alone(self, effort: float, earliest: int, limit: int) -> tuple[int, int] | None:
        """First week of work, and the week by whose start it is done, if nothing else is placed.

        None where that is past the limit.
        """
        free = (week for week in range(earliest, limit) if self._hours[week] > ROUNDING and self._places[week] > 0)
        start = next(free, None)
        working = None if start is None else self._working_weeks(start, effort, limit)
        return None if start is None or working is None else (start, working[-1] + 1)

    def money_left(self, week: int) -> float:
        """Money that can be spent in a week without missing it later."""
        return min(self._money[self._period(week) :])

    def place(self, one: Ranked, earliest: int, starts: range, work_until: int | None = None) -> Placed | None:
        """Take the room for a step from the first of the weeks that has it; None where there is none.

        With `work_until` the own work has to be done by the start of that week.
        """
        cost, effort = self.cost(one), one.priority.effort_hours
        limit = self.weeks if work_until is None else work_until
        for start in range(max(earliest, starts.start), starts.stop):
            if cost > self.money_left(start) + ROUNDING:
                continue
            working = self._working_weeks(start, effort, limit)
            if working is not None:
                waited_for_money = start > 0 and cost > self.money_left(start - 1) + ROUNDING
                self._take(working, effort, start, cost)
                worked = working[-1] + 1
                finish = max(start + math.ceil(one.action.lead_weeks[1]), worked)
                return Placed(start, worked, finish, earliest, waited_for_money)
        return None

    def _period(self, week: int) -> int:
        """Number of the budget period that a week lies in, from 0."""
        return int(week // self._period_weeks)

    def _working_weeks(self, start: int, effort: float, limit: int) -> list[int] | None:
        """The weeks from `start` on whose free hours do the work; None where it cannot start or end."""
        weeks: list[int] = []
        for week in range(start, limit):
            if self._hours[week] > ROUNDING and self._places[week] > 0:
                weeks.append(week)
                effort -= self._hours[week]
            if not weeks:
                return None
            if effort <= ROUNDING:
                return weeks
        return None

    def _take(self, weeks: list[int], effort: float, start: int, cost: float) -> None:
        for week in weeks:
            taken = min(effort, self._hours[week])
            self._hours[week] -= taken
            self._places[week] -= 1
            effort -= taken
        for period in range(self._period(start), len(self._money)):
            self._money[period] -= cost


def _quarters(as_of: dt.date, count: int) -> tuple[range, ...]:
    """The weeks that start in each quarter of the plan."""
    ends = quarter_ends(as_of, count)
    stops = [math.ceil(((end - as_of).days + 1) / 7) for end in ends]
    return tuple(range(start, stop) for start, stop in zip([0, *stops], stops, strict=False))
