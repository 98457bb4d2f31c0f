"""The plan's first quarter against the exact optimum, for a thousand random sellers.

The optimum is that of an exact solver (HiGHS) for the model of docs/planning.md: band after band, within one first
what must start in the quarter, prerequisites, the hours and the money of the quarter, and lead times. It may spread
hours over the quarter as it likes, while the plan has to lay them into weeks with few steps at a time; so the figure
holds what the search loses and what the weeks lose.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

import highspy

from benchmarks.sellers import DAY, random_seller
from cbassess.engine.evaluating import evaluate
from cbassess.engine.gains import Gains
from cbassess.engine.situation import Ruling, Situation, situate
from cbassess.model.plan import Capacity
from cbassess.planning.board import Board, Placed
from cbassess.planning.capacity import capacity_of
from cbassess.planning.choosing import PRESENCE, ROUNDING, Candidate, Key, worth
from cbassess.planning.ordering import Ranked, rank
from cbassess.planning.scheduling import Schedule, Scheduler
from cbassess.workflow import open_pack

A_MINUTE = 1 / 60


def run(rounds: int) -> dict[str, float]:
    """Shares of the optimum's points, over so many sellers."""
    ruling = Ruling(open_pack())
    results = [compared(ruling, seed) for seed in range(rounds)]
    bands = [share for result in results for share in result.bands]
    return {
        "sellers": len(results),
        "bands that did not fit whole": len(bands),
        "band / optimum, median": median(bands) if bands else 1.0,
        "band / optimum, worst": min(bands, default=1.0),
        **_spread("plan / optimum", [result.plan for result in results]),
        **_spread("plan / optimum in a heap", [result.heap for result in results]),
        **_spread("without search / optimum in a heap", [result.in_order for result in results]),
    }


def _spread(name: str, shares: list[float]) -> dict[str, float]:
    shares = sorted(shares)
    return {
        f"{name}, median": median(shares),
        f"{name}, one in a hundred": shares[len(shares) // 100],
        f"{name}, worst": shares[0],
    }


@dataclass(frozen=True)
class Compared:
    """One seller's first quarter; each figure is a share of the optimum's points.

    Attributes:
        bands: of each band that did not fit as a whole, given what the bands before it left.
        plan: of all bands together.
        heap: the same against an optimum that may spread the quarter's hours as it likes.
        in_order: a plan that goes down the list without searching, against the optimum in a heap.
    """

    bands: tuple[float, ...]
    plan: float
    heap: float
    in_order: float


def compared(ruling: Ruling, seed: int) -> Compared:
    """The plan of a random seller against the optimum."""
    situation = situate(ruling, random_seller(ruling.pack, seed), DAY)
    ranked = rank(situation, evaluate(situation).fired)
    capacity = capacity_of(situation.pack, situation.responses)
    watched = Watched(situation, ranked, capacity)
    heap = Scheduler(situation, ranked, capacity, exact)
    heap.board = Heap(situation.pack, capacity, DAY)
    ours, best, plain = (
        _points(situation, scheduler.run())
        for scheduler in (watched, heap, Scheduler(situation, ranked, capacity, in_order))
    )
    first = [(got, most) for got, most in watched.bands if most > ROUNDING]
    return Compared(
        bands=tuple(got / most for got, most in first),
        plan=_share(sum(got for got, _ in first), sum(most for _, most in first)),
        heap=_share(ours, best),
        in_order=_share(plain, best),
    )


class Watched(Scheduler):
    """Notes for each band of the first quarter what the plan got, and what the exact solver would have chosen."""

    def __init__(self, situation: Situation, ranked: tuple[Ranked, ...], capacity: Capacity) -> None:
        super().__init__(situation, ranked, capacity)
        self.bands: list[tuple[float, float]] = []

    def _choose_and_place(self, band: list[Ranked], quarter: range) -> None:
        reached = dict(self._reached)
        candidates = self._candidates(band, quarter)
        hours, money = self.board.hours_left(quarter), self.board.money_left(quarter.stop - 1)
        weeks = self._weeks(band, quarter)
        super()._choose_and_place(band, quarter)
        if quarter.start or not sum(one.hours for one in candidates):
            return
        got = worth([one for one in candidates if one.action in self._result.placed], reached)
        best = exact(candidates, hours, money, reached)
        if got < worth([one for one in candidates if one.action in best], reached) - ROUNDING:
            best = exact_in_weeks(candidates, hours, money, reached, weeks)
        self.bands.append((got, worth([one for one in candidates if one.action in best], reached)))

    def _weeks(self, band: list[Ranked], quarter: range) -> Weeks:
        free = self.board.room(quarter)
        finish = {action: placed.finish_week for action, placed in self._result.placed.items()}
        return Weeks(
            hours=free.hours,
            places=free.places,
            leads={one.action.id: math.ceil(one.action.lead_weeks[1]) for one in band},
            earliest={
                one.action.id: max((finish.get(need, 0) for need in self.before[one.action.id]), default=0)
                for one in band
            },
        )


@dataclass(frozen=True)
class Weeks:
    """The weeks of a quarter for the exact solver: free hours and places, lead times, earliest weeks."""

    hours: Sequence[float]
    places: Sequence[int]
    leads: Mapping[str, int]
    earliest: Mapping[str, int]


def exact(
    candidates: Sequence[Candidate],
    hours: float,
    money: float,
    reached: Mapping[Key, float],
    clashes: Sequence[frozenset[str]] = (),
) -> frozenset[str]:
    """The best set, by mixed-integer programming."""
    program = Program(candidates, hours, money)
    for clash in clashes:
        program.solver.addConstr(program.solver.qsum(program.taken[action] for action in clash) <= len(clash) - 1)
    return program.best(reached)


def exact_in_weeks(
    candidates: Sequence[Candidate], hours: float, money: float, reached: Mapping[Key, float], weeks: Weeks
) -> frozenset[str]:
    """The best of those sets that can be laid into the weeks."""
    program = Program(candidates, hours, money)
    _lay_into_weeks(program.solver, program.taken, candidates, weeks)
    return program.best(reached)


class Program:
    """The choice of a set, as a mixed-integer program.

    Attributes:
        taken: action -> whether it is in the set.
    """

    def __init__(self, candidates: Sequence[Candidate], hours: float, money: float) -> None:
        self.solver = highspy.Highs()
        self.solver.setOptionValue("output_flag", False)
        self.solver.setOptionValue("mip_rel_gap", 0.0)
        self.taken = {one.action: self.solver.addBinary() for one in candidates}
        self._candidates = candidates
        self._at_most(hours, [one.hours for one in candidates])
        if not math.isinf(money):
            self._at_most(money, [one.cost for one in candidates])
        for one in candidates:
            for need in one.needs:
                self.solver.addConstr(self.taken[one.action] <= self.taken[need])

    def _at_most(self, room: float, uses: Sequence[float]) -> None:
        used = self.solver.qsum(use * taken for use, taken in zip(uses, self.taken.values(), strict=True))
        if uses:
            self.solver.addConstr(used <= room + ROUNDING)

    def best(self, reached: Mapping[Key, float]) -> frozenset[str]:
        """The set that is worth most."""
        if not self.taken:
            return frozenset()
        solver, worths = self.solver, [PRESENCE * one for one in self.taken.values()]
        lifts: dict[Key, list[tuple[str, float]]] = defaultdict(list)
        for one in self._candidates:
            for key, points in one.points.items():
                lifts[key].append((one.action, max(0.0, points - reached.get(key, 0.0))))
        for rows in lifts.values():
            # of all steps that lift the same answer one counts
            counted = [(solver.addVariable(0, 1), action, points) for action, points in rows]
            for counts, action, _ in counted:
                solver.addConstr(counts <= self.taken[action])
            solver.addConstr(solver.qsum(counts for counts, _, _ in counted) <= 1)
            worths += [points * counts for counts, _, points in counted]
        solver.maximize(solver.qsum(worths))
        values = solver.getSolution().col_value
        return frozenset(action for action, variable in self.taken.items() if values[variable.index] > 0.5)


def _lay_into_weeks(
    solver: highspy.Highs, taken: Mapping[str, Any], candidates: Sequence[Candidate], room: Weeks
) -> None:
    """Each step starts in one week, works in some from there on, and after what it needs is finished."""
    weeks = range(len(room.hours))
    starts: dict[str, list[Any]] = {}
    works: dict[str, list[Any]] = {}
    spent: dict[str, list[Any]] = {}
    for one in candidates:
        starts[one.action] = [solver.addVariable(0, 0 if week < room.earliest[one.action] else 1) for week in weeks]
        works[one.action] = [solver.addBinary() for _ in weeks]
        spent[one.action] = [solver.addVariable(0, room.hours[week]) for week in weeks]
        for week in weeks:
            solver.setInteger(starts[one.action][week])
            begun = solver.qsum(starts[one.action][: week + 1])
            solver.addConstr(works[one.action][week] <= begun)
            solver.addConstr(spent[one.action][week] <= room.hours[week] * works[one.action][week])
            # as in the plan, a step begins in a week that has some time for it
            solver.addConstr(spent[one.action][week] >= min(one.hours, A_MINUTE) * starts[one.action][week])
        solver.addConstr(solver.qsum(starts[one.action]) == taken[one.action])
        solver.addConstr(solver.qsum(spent[one.action]) >= one.hours * taken[one.action])
    for week in weeks:
        solver.addConstr(solver.qsum(spent[action][week] for action in taken) <= room.hours[week])
        solver.addConstr(solver.qsum(works[action][week] for action in taken) <= room.places[week])
    for one in candidates:
        for need in one.needs:
            for week in weeks:
                done = solver.qsum(starts[need][: max(0, week - room.leads[need] + 1)])
                solver.addConstr(starts[one.action][week] <= done)
                solver.addConstr(works[need][week] + solver.qsum(starts[one.action][: week + 1]) <= 1)


def in_order(
    candidates: Sequence[Candidate],
    hours: float,
    money: float,
    _reached: Mapping[Key, float],
    clashes: Sequence[frozenset[str]] = (),
) -> frozenset[str]:
    """Down the list, each step that still fits: what the search is better than."""
    taken: set[str] = set()
    for one in candidates:
        with_it = taken | {one.action}
        clashing = any(clash <= with_it for clash in clashes)
        if one.hours <= hours + ROUNDING and one.cost <= money + ROUNDING and one.needs <= taken and not clashing:
            taken.add(one.action)
            hours, money = hours - one.hours, money - one.cost
    return frozenset(taken)


class Heap(Board):
    """The hours of a quarter in one heap, without weeks and without a limit of steps at once."""

    def place(self, one: Ranked, earliest: int, starts: range, work_until: int | None = None) -> Placed | None:
        """Take the room where the heap has it."""
        start, cost, effort = max(earliest, starts.start), self.cost(one), one.priority.effort_hours
        heap = range(starts.start, work_until or self.weeks)
        paid = next((week for week in range(start, starts.stop) if cost <= self.money_left(week) + ROUNDING), None)
        if paid is None or effort > self.hours_left(heap) + ROUNDING:
            return None
        last = self._take_heap(heap, effort)
        for period in range(self._period_of[paid], len(self._money)):
            self._money[period] -= cost
        worked = max(last, start + math.ceil(effort / self.capacity.hours_per_week), start) + 1
        finish = max(start + math.ceil(one.action.lead_weeks[1]), worked)
        return Placed(start, min(worked, work_until or worked), finish, earliest, waited_for_money=False)

    def _take_heap(self, heap: range, effort: float) -> int:
        """Take the hours, the earliest first; the last week that gave some."""
        last = heap.start
        for week in heap:
            taken = min(effort, self._hours[week])
            if taken > ROUNDING:
                self._hours[week] -= taken
                effort -= taken
                last = week
        return last


def _points(situation: Situation, result: Schedule) -> float:
    """Points of all steps whose work is done in the first quarter, counted once per answer."""
    gains = Gains(situation)
    best: dict[Key, float] = {}
    for action, placed in result.placed.items():
        if placed.worked_week <= result.quarters[0].stop:
            for key, points in gains.parts(action).items():
                best[key] = max(points, best.get(key, 0.0))
    return sum(best.values())


def _share(points: float, best: float) -> float:
    return points / best if best > ROUNDING else 1.0


if __name__ == "__main__":
    for what, figure in run(1_000).items():
        print(f"{what:60} {figure:10.4f}")
