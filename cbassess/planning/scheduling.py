"""Steps into weeks: each step, in order, as early as hours, money and prerequisites allow.

Week 0 starts on the day of the assessment. A step takes its own hours (the middle of its range) from
the weeks after its start and holds one of the few places for steps at once while it does; then it waits
for its lead time (the longer end, since offices are seldom early). Money is spent in the quarter of the
start; what a quarter does not use is there in the next.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass, field

from cbassess.model.pack import Pack
from cbassess.model.plan import Capacity
from cbassess.model.quarters import quarter_ends
from cbassess.planning.capacity import money
from cbassess.planning.ordering import Ranked

ROUNDING = 1e-9

HOURS_SHORT = "It takes about {hours:g} hours of your own; at {per_week:g} hours a week no room is left before {end}."
MONEY_SHORT = "It costs about {cost:,.0f} {currency}; {short:,.0f} more than the budget leaves until {end}."
WAITS = "It waits for “{title}”, which did not fit."
BLOCKED = "“{title}” of the same trend comes first and did not fit."


@dataclass(frozen=True)
class Placed:
    """A step in its weeks: first week of work, and the week by whose start the proof is there."""

    start_week: int
    finish_week: int


@dataclass
class Schedule:
    """What has been placed so far, and the reason for what was not."""

    placed: dict[str, Placed] = field(default_factory=dict)
    unplaced: dict[str, str] = field(default_factory=dict)


def schedule(pack: Pack, ranked: tuple[Ranked, ...], capacity: Capacity, as_of: dt.date) -> Schedule:
    """Place the steps in their order; what does not fit keeps a reason."""
    board = _Board(pack, capacity, as_of)
    result = Schedule()
    for one in ranked:
        obstacle = _obstacle(pack, one, ranked, result)
        if obstacle:
            result.unplaced[one.action.id] = obstacle
            continue
        earliest = _earliest(pack, one, ranked, result)
        placed = board.place(one, earliest)
        if placed:
            result.placed[one.action.id] = placed
        else:
            result.unplaced[one.action.id] = board.why_not(one)
    return result


def _obstacle(pack: Pack, one: Ranked, ranked: tuple[Ranked, ...], result: Schedule) -> str | None:
    for need in one.requires:
        if need in result.unplaced:
            return WAITS.format(title=pack.actions[need].title)
    for other in _blocking(pack, one, ranked):
        if other.action.id in result.unplaced:
            return BLOCKED.format(title=other.action.title)
    return None


def _earliest(pack: Pack, one: Ranked, ranked: tuple[Ranked, ...], result: Schedule) -> int:
    """First week in which everything that has to come before is finished."""
    before = [*one.requires, *(other.action.id for other in _blocking(pack, one, ranked))]
    return max((result.placed[need].finish_week for need in before), default=0)


def _blocking(pack: Pack, one: Ranked, ranked: tuple[Ranked, ...]) -> list[Ranked]:
    """Steps that make the trade lawful again; nothing of their trend expands before they are done."""
    rules = pack.rulebook.plan
    if one.band not in rules.expansion_bands:
        return []
    return [other for other in ranked if other.band in rules.blocking_bands and other.action.trend == one.action.trend]


class _Board:
    """Hours, places and money that are left, week by week and quarter by quarter."""

    def __init__(self, pack: Pack, capacity: Capacity, as_of: dt.date) -> None:
        rules = pack.rulebook.plan
        self._rates = pack.rulebook.rates
        self._capacity = capacity
        self._ends = quarter_ends(as_of, rules.quarters)
        weeks = math.ceil(((self._ends[-1] - as_of).days + 1) / 7)
        self._quarters = [self._quarter(as_of + dt.timedelta(weeks=week)) for week in range(weeks)]
        self._hours = [capacity.hours_per_week] * weeks
        self._places = [capacity.steps_at_once] * weeks
        per_quarter = math.inf if capacity.budget is None else capacity.budget * 3 / rules.budget_months
        self._money = [per_quarter * (quarter + 1) for quarter in range(rules.quarters)]

    def place(self, one: Ranked, earliest: int) -> Placed | None:
        """Take the room for a step from the first week that has it; None where there is none."""
        cost = money(one.action.cost, self._rates)
        for start in range(earliest, len(self._hours)):
            if not self._affordable(start, cost):
                continue
            working = self._working_weeks(start, one.priority.effort_hours)
            if working is not None:
                self._take(working, one.priority.effort_hours, start, cost)
                return Placed(start, max(start + math.ceil(one.action.lead_weeks[1]), working[-1] + 1))
        return None

    def why_not(self, one: Ranked) -> str:
        """Money where money alone would not do, else hours."""
        cost = money(one.action.cost, self._rates)
        end = self._ends[-1].isoformat()
        short = cost - self._money[-1]
        if short > ROUNDING:
            return MONEY_SHORT.format(cost=cost, short=short, currency=self._rates.base, end=end)
        hours = one.priority.effort_hours
        return HOURS_SHORT.format(hours=hours, per_week=self._capacity.hours_per_week, end=end)

    def _quarter(self, day: dt.date) -> int:
        return next(place for place, end in enumerate(self._ends) if day <= end)

    def _affordable(self, week: int, cost: float) -> bool:
        """Whether the money lasts in this quarter and in all later ones."""
        return all(cost <= left + ROUNDING for left in self._money[self._quarters[week] :])

    def _working_weeks(self, start: int, effort: float) -> list[int] | None:
        """The weeks from `start` on whose free hours do the work; None where it cannot start or end."""
        weeks: list[int] = []
        for week in range(start, len(self._hours)):
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
        for quarter in range(self._quarters[start], len(self._money)):
            self._money[quarter] -= cost
