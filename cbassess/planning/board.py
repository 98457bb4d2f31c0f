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
from collections.abc import Mapping, Sequence

from msgspec import Struct

from cbassess.model.pack import Pack
from cbassess.model.plan import Capacity
from cbassess.model.quarters import quarter_ends
from cbassess.planning.capacity import money
from cbassess.planning.ordering import Ranked
from cbassess.planning.splitting import Job, Room

ROUNDING = 1e-9
WEEKS_PER_MONTH = 52 / 12

State = tuple[list[float], list[int], list[float]]
"""Hours and places by week, money by period."""


class Placed(Struct, frozen=True):
    """A step in its weeks.

    Attributes:
        start_week: first week of work.
        worked_week: week by whose start the own work is done.
        finish_week: week by whose start the proof is there.
        earliest: week from which nothing that comes before it stood in its way.
        waited_for_money: whether the money for it was not there a week sooner.
        pauses: whether it is put aside in some weeks between its first and its last.
    """

    start_week: int
    worked_week: int
    finish_week: int
    earliest: int
    waited_for_money: bool
    pauses: bool = False


class Board:
    """Hours and places that are left week by week, and money period by period."""

    def __init__(self, pack: Pack, capacity: Capacity, as_of: dt.date) -> None:
        rules = pack.rulebook.plan
        self.capacity = capacity
        self.quarters = _quarters(as_of, rules.quarters)
        self.weeks = self.quarters[-1].stop
        self._rulebook = pack.rulebook
        self._period_of = [int(week // (rules.budget_months * WEEKS_PER_MONTH)) for week in range(self.weeks)]
        self._hours = [capacity.hours_per_week] * self.weeks
        self._places = [capacity.steps_at_once] * self.weeks
        budget = math.inf if capacity.budget is None else capacity.budget
        self._money = [budget * (period + 1) for period in range(self._period_of[-1] + 1)]

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

    def room(self, weeks: range) -> Room:
        """What is free in these weeks."""
        return Room(
            first=weeks.start,
            hours=self._hours[weeks.start : weeks.stop],
            places=self._places[weeks.start : weeks.stop],
            money=[self.money_left(week) for week in weeks],
        )

    def jobs(
        self, steps: Sequence[Ranked], before: Mapping[str, Sequence[str]], placed: Mapping[str, Placed]
    ) -> list[Job]:
        """The steps as jobs to be laid in pieces; `before` says what comes before each, `placed` what has its weeks."""
        numbers = {one.action.id: number for number, one in enumerate(steps)}
        return [
            Job(
                hours=one.priority.effort_hours,
                cost=self.cost(one),
                lead=math.ceil(one.action.lead_weeks[1]),
                earliest=earliest(one, before, placed),
                needs=tuple(numbers[need] for need in before[one.action.id] if need in numbers),
            )
            for one in steps
        ]

    def hours_left(self, weeks: range) -> float:
        """Own hours that are free in these weeks and have a place for a step."""
        return sum(self._hours[week] for week in weeks if self._places[week] > 0)

    def alone(self, effort: float, earliest: int, limit: int) -> tuple[int, int] | None:
        """First week of work, and the week by whose start it is done, if nothing else is placed.

        None where that is past the limit.
        """
        start = next((week for week in range(earliest, limit) if self._is_open(week)), None)
        working = None if start is None else self._working_weeks(start, effort, limit)
        return None if start is None or working is None else (start, working[-1] + 1)

    def money_left(self, week: int) -> float:
        """Money that can be spent in a week without missing it later."""
        return min(self._money[self._period_of[week] :])

    def place(self, one: Ranked, earliest: int, starts: range, work_until: int | None = None) -> Placed | None:
        """Take the room for a step from the first of the weeks that has it; None where there is none.

        With `work_until` the own work has to be done by the start of that week.
        """
        cost, effort = self.cost(one), one.priority.effort_hours
        limit = self.weeks if work_until is None else work_until
        for start in range(max(earliest, starts.start), starts.stop):
            if not self._is_open(start) or cost > self.money_left(start) + ROUNDING:
                continue
            working = self._working_weeks(start, effort, limit)
            # A later start has fewer hours still.
            return None if working is None else self.book(one, earliest, self._in_one_go(working, effort))
        return None

    def book(self, one: Ranked, earliest: int, hours: Mapping[int, float]) -> Placed:
        """Take the room for a step: its hours, week by week."""
        start, worked, cost = min(hours), max(hours) + 1, self.cost(one)
        waited_for_money = start > 0 and cost > self.money_left(start - 1) + ROUNDING
        for week, some in hours.items():
            self._hours[week] -= some
            self._places[week] -= 1
        for period in range(self._period_of[start], len(self._money)):
            self._money[period] -= cost
        finish = max(start + math.ceil(one.action.lead_weeks[1]), worked)
        return Placed(start, worked, finish, earliest, waited_for_money, pauses=len(hours) < worked - start)

    def _is_open(self, week: int) -> bool:
        """Whether a step can be worked on in the week."""
        return self._hours[week] > ROUNDING and self._places[week] > 0

    def _working_weeks(self, start: int, effort: float, limit: int) -> list[int] | None:
        """The weeks from `start` on whose free hours do the work; None where it cannot end within the limit."""
        weeks: list[int] = []
        for week in range(start, limit):
            if self._is_open(week):
                weeks.append(week)
                effort -= self._hours[week]
                if effort <= ROUNDING:
                    return weeks
        return None

    def _in_one_go(self, weeks: list[int], effort: float) -> dict[int, float]:
        """Week -> hours, as many as there are in each until the work is done."""
        hours = {}
        for week in weeks:
            hours[week] = min(effort, self._hours[week])
            effort -= hours[week]
        return hours


def earliest(one: Ranked, before: Mapping[str, Sequence[str]], placed: Mapping[str, Placed]) -> int:
    """Week by whose start all is finished of what comes before a step and has its weeks."""
    return max((placed[need].finish_week for need in before[one.action.id] if need in placed), default=0)


def _quarters(as_of: dt.date, count: int) -> tuple[range, ...]:
    """The weeks that start in each quarter of the plan."""
    ends = quarter_ends(as_of, count)
    stops = [math.ceil(((end - as_of).days + 1) / 7) for end in ends]
    return tuple(range(start, stop) for start, stop in zip([0, *stops], stops, strict=False))
