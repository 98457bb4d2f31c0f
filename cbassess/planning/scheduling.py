"""Steps into weeks: each step, in order, as early as hours, money and prerequisites allow.

Week 0 starts on the day of the assessment. A step takes its own hours (the middle of its range) from
the weeks after its start and holds one of the few places for steps at once while it does; then it waits
for its lead time (the longer end, since offices are seldom early). Money is spent at the start. The budget is
for so many months from the first day; when they are over, the same sum is there again, and what was left
stays.
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
from cbassess.words import phrase, words_in

ROUNDING = 1e-9
WEEKS_PER_MONTH = 52 / 12

HOURS_SHORT = phrase(
    "It takes about {hours:g} hours of your own; at {per_week:g} hours a week no room is left before {end}."
)
MONEY_SHORT = phrase("It costs about {cost:,.0f} {currency}; {short:,.0f} more than the budget leaves until {end}.")
WAITS = phrase("It waits for “{title}”, which did not fit.")
BLOCKED = phrase("“{title}” of the same trend comes first and did not fit.")


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
    words = words_in(pack.language)
    for need in one.requires:
        if need in result.unplaced:
            return words(WAITS).format(title=pack.actions[need].title)
    for other in _blocking(pack, one, ranked):
        if other.action.id in result.unplaced:
            return words(BLOCKED).format(title=other.action.title)
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
    """Hours and places that are left week by week, and money period by period."""

    def __init__(self, pack: Pack, capacity: Capacity, as_of: dt.date) -> None:
        rules = pack.rulebook.plan
        self._rulebook = pack.rulebook
        self._words = words_in(pack.language)
        self._capacity = capacity
        self._ends = quarter_ends(as_of, rules.quarters)
        weeks = math.ceil(((self._ends[-1] - as_of).days + 1) / 7)
        self._period_weeks = rules.budget_months * WEEKS_PER_MONTH
        self._hours = [capacity.hours_per_week] * weeks
        self._places = [capacity.steps_at_once] * weeks
        budget = math.inf if capacity.budget is None else capacity.budget
        self._money = [budget * (period + 1) for period in range(self._period(weeks - 1) + 1)]

    def place(self, one: Ranked, earliest: int) -> Placed | None:
        """Take the room for a step from the first week that has it; None where there is none."""
        cost = money(one.action.cost, one.band, self._rulebook)
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
        cost = money(one.action.cost, one.band, self._rulebook)
        end = self._ends[-1].isoformat()
        short = cost - self._money[-1]
        if short > ROUNDING:
            currency = self._words.currency(self._rulebook.rates.base)
            return self._words(MONEY_SHORT).format(cost=cost, short=short, currency=currency, end=end)
        hours = one.priority.effort_hours
        return self._words(HOURS_SHORT).format(hours=hours, per_week=self._capacity.hours_per_week, end=end)

    def _period(self, week: int) -> int:
        """Number of the budget period that a week lies in, from 0."""
        return int(week // self._period_weeks)

    def _affordable(self, week: int, cost: float) -> bool:
        """Whether the money lasts in this period and in all later ones."""
        return all(cost <= left + ROUNDING for left in self._money[self._period(week) :])

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
        for period in range(self._period(start), len(self._money)):
            self._money[period] -= cost
