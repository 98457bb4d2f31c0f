"""Steps into weeks, quarter by quarter and, within a quarter, band by band.

In each band first the set of steps is chosen that brings the most for the hours and money still free in the
quarter; they are placed in their order, each in the first week that has room. Then steps of the band that are
too large for any one quarter are begun, and run on into the next. What is left of the quarter goes to steps that
do not fit into it whole. A step that runs on is begun only where nothing more urgent is about to become free,
since it would take its hours.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from cbassess.engine.gains import Gains
from cbassess.engine.situation import Situation
from cbassess.model.pack import Pack
from cbassess.model.plan import Capacity
from cbassess.planning.board import ROUNDING, Board, Placed
from cbassess.planning.choosing import Candidate, Key, choose
from cbassess.planning.deadlines import Deadlines
from cbassess.planning.ordering import Ranked

Choose = Callable[[Sequence[Candidate], float, float, Mapping[Key, float]], frozenset[str]]


@dataclass
class Schedule:
    """What has been placed so far, and what has not.

    Attributes:
        before: action -> the steps of the plan that have to be finished before it starts.
        deadlines: latest safe starts.
        quarters: the weeks that start in each quarter.
        money_left: what of the budget is spent on nothing by the end.
    """

    before: Mapping[str, tuple[str, ...]]
    deadlines: Deadlines
    quarters: tuple[range, ...]
    money_left: float = 0.0
    placed: dict[str, Placed] = field(default_factory=dict)
    left: dict[str, Ranked] = field(default_factory=dict)


def schedule(situation: Situation, ranked: tuple[Ranked, ...], capacity: Capacity, choose: Choose = choose) -> Schedule:
    """Place what fits; the rest stays in `left`, in order."""
    return Scheduler(situation, ranked, capacity, choose).run()


class Scheduler:
    """Fills a board with the steps of one plan.

    Attributes:
        board: room that is left.
        before: action -> the steps of the plan that have to be finished before it starts.
        deadlines: latest safe starts.
    """

    def __init__(
        self, situation: Situation, ranked: tuple[Ranked, ...], capacity: Capacity, choose: Choose = choose
    ) -> None:
        pack, as_of = situation.pack, situation.as_of
        gains = Gains(situation)
        self.board = Board(pack, capacity, as_of)
        self.deadlines = Deadlines(pack, ranked, as_of, capacity.hours_per_week)
        self.before = {one.action.id: (*one.requires, *_blocking(pack, one, ranked)) for one in ranked}
        self._points = {one.action.id: gains.parts(one.action.id) for one in ranked}
        self._order = {band.id: place for place, band in enumerate(pack.rulebook.bands)}
        self._as_of, self._choose = as_of, choose
        self._reached: dict[Key, float] = {}
        self._result = Schedule(
            self.before, self.deadlines, self.board.quarters, left={one.action.id: one for one in ranked}
        )

    def run(self) -> Schedule:
        """Fill the quarters one after another."""
        for quarter in self.board.quarters:
            for band in self._bands(quarter):
                self._choose_and_place(band, quarter)
                large = [one for one in band if one.priority.effort_hours > self._whole(quarter) + ROUNDING]
                self._begin(large, quarter)
            self._begin(tuple(self._result.left.values()), quarter)
        self._result.money_left = self.board.money_left(self.board.weeks - 1)
        return self._result

    def _bands(self, quarter: range) -> list[list[Ranked]]:
        """What is left, band by band; within one, what must start in the quarter to be in time comes first."""
        bands: dict[tuple[int, bool], list[Ranked]] = {}
        for one in self._result.left.values():
            bands.setdefault((self._order[one.band], not self._is_due(one, quarter)), []).append(one)
        return [bands[key] for key in sorted(bands)]

    def _is_due(self, one: Ranked, quarter: range) -> bool:
        """Whether it must start in the quarter to be in time, and still can."""
        latest = self.deadlines.latest_start(one.action.id)
        first, after = (self._as_of + dt.timedelta(weeks=week) for week in (quarter.start, quarter.stop))
        return latest is not None and first <= latest < after

    def _choose_and_place(self, band: list[Ranked], quarter: range) -> None:
        candidates = self._candidates(band, quarter)
        hours = self.board.hours_left(quarter)
        money = self.board.money_left(quarter.stop - 1)
        chosen = self._choose(candidates, hours, money, self._reached)
        for one in band:
            if one.action.id in chosen and self._is_free(one):
                self._place(one, quarter, work_until=quarter.stop)

    def _candidates(self, band: list[Ranked], quarter: range) -> list[Candidate]:
        """The steps of the band that can be done within the quarter, by what has to come before them."""
        earliest_finish: dict[str, float] = {name: one.finish_week for name, one in self._result.placed.items()}
        candidates = []
        for one in band:
            before = self.before[one.action.id]
            if any(need not in earliest_finish for need in before):
                continue
            start = max([quarter.start, *(earliest_finish[need] for need in before)])
            work = self._weeks_of_work(one)
            if start + work > quarter.stop:
                continue
            earliest_finish[one.action.id] = start + max(math.ceil(one.action.lead_weeks[1]), work)
            candidates.append(
                Candidate(
                    action=one.action.id,
                    hours=one.priority.effort_hours,
                    cost=self.board.cost(one),
                    needs=frozenset(need for need in before if need in self._result.left),
                    points=self._points[one.action.id],
                )
            )
        return candidates

    def _begin(self, steps: Iterable[Ranked], quarter: range) -> None:
        """Start steps that run on into later quarters."""
        for one in steps:
            if one.action.id in self._result.left and self._is_free(one) and not self._would_hold_up(one):
                self._place(one, quarter)

    def _place(self, one: Ranked, quarter: range, work_until: int | None = None) -> None:
        name = one.action.id
        earliest = max((self._result.placed[need].finish_week for need in self.before[name]), default=0)
        placed = self.board.place(one, earliest, quarter, work_until)
        if placed:
            self._result.placed[name] = placed
            del self._result.left[name]
            for key, value in self._points[name].items():
                self._reached[key] = max(value, self._reached.get(key, 0.0))

    def _is_free(self, one: Ranked) -> bool:
        return all(need in self._result.placed for need in self.before[one.action.id])

    def _would_hold_up(self, one: Ranked) -> bool:
        """Whether a more urgent step only waits for the proof of something that is under way."""
        last = self.board.weeks - 1
        return any(
            self._order[other.band] < self._order[one.band]
            and self.before[other.action.id]
            and self._is_free(other)
            and self.board.cost(other) <= self.board.money_left(last)
            for other in self._result.left.values()
        )

    def _whole(self, quarter: range) -> float:
        return self.board.capacity.hours_per_week * len(quarter)

    def _weeks_of_work(self, one: Ranked) -> float:
        effort, hours = one.priority.effort_hours, self.board.capacity.hours_per_week
        return max(1, math.ceil(effort / hours)) if hours else math.inf


def _blocking(pack: Pack, one: Ranked, ranked: tuple[Ranked, ...]) -> tuple[str, ...]:
    """Steps that make the trade lawful again; nothing of their trend expands before they are done."""
    rules = pack.rulebook.plan
    if one.band not in rules.expansion_bands:
        return ()
    return tuple(
        other.action.id
        for other in ranked
        if other.band in rules.blocking_bands and other.action.trend == one.action.trend
    )
