"""Steps into weeks, quarter by quarter and, within a quarter, band by band.

In each band first the set of steps is chosen that brings the most for the hours and money still free in the
quarter; they are placed in their order, each in the first week that has room. Then the steps of the band that did
not fit in whole are begun, and run on into the next quarter. Since such a step takes the hours for a long time, it is
begun only where nothing more urgent is about to become free, and after the steps of any band that must start in the
quarter to be in time.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cbassess.engine.gains import Gains
from cbassess.engine.situation import Situation
from cbassess.model.pack import Pack
from cbassess.model.plan import Capacity
from cbassess.planning.board import Board, Placed, State
from cbassess.planning.choosing import Candidate, Key, choose, highest
from cbassess.planning.deadlines import Deadlines
from cbassess.planning.ordering import Ranked

Choose = Callable[[Sequence[Candidate], float, float, Mapping[Key, float]], frozenset[str]]


CHOICES = 3
"""How often a band is chosen from in a quarter, where the weeks refuse what was chosen."""


@dataclass(frozen=True)
class Band:
    """Steps of one band; `due` where they must start in the quarter to be in time."""

    steps: list[Ranked]
    due: bool


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


def schedule(
    situation: Situation, ranked: tuple[Ranked, ...], capacity: Capacity, enough: int | None = None
) -> Schedule:
    """Place what fits; the rest stays in `left`, in order. After the quarter that brings `enough` steps it ends."""
    return Scheduler(situation, ranked, capacity).run(enough)


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
        self.deadlines = Deadlines(situation, ranked, capacity.hours_per_week)
        blocking = _blocking(pack, ranked)
        self.before = {
            one.action.id: (*one.requires, *blocking.get((one.band, one.action.trend), ())) for one in ranked
        }
        self._points = {one.action.id: gains.parts(one.action.id) for one in ranked}
        self._ranked = ranked
        self._order = {band.id: place for place, band in enumerate(pack.rulebook.bands)}
        self._as_of, self._choose = as_of, choose
        self._result = Schedule(
            self.before, self.deadlines, self.board.quarters, left={one.action.id: one for one in ranked}
        )

    def run(self, enough: int | None = None) -> Schedule:
        """Fill the quarters one after another, until there are enough steps."""
        for quarter in self.board.quarters:
            bands = self._bands(quarter)
            for place, band in enumerate(bands):
                self._choose_and_place(band.steps, quarter)
                for other in bands[place + 1 :] if self._any_left(band) else ():
                    if other.due:
                        self._choose_and_place(other.steps, quarter)
                self._begin(band.steps, quarter)
            if enough is not None and len(self._result.placed) >= enough:
                break
        self._result.money_left = self.board.money_left(self.board.weeks - 1)
        return self._result

    def _bands(self, quarter: range) -> list[Band]:
        """What is left, band by band; within one, what must start in the quarter to be in time comes first."""
        bands: dict[tuple[int, bool], list[Ranked]] = {}
        for one in self._result.left.values():
            bands.setdefault((self._order[one.band], not self._is_due(one, quarter)), []).append(one)
        return [Band(bands[key], due=not key[1]) for key in sorted(bands)]

    def _any_left(self, band: Band) -> bool:
        return any(one.action.id in self._result.left for one in band.steps)

    def _is_due(self, one: Ranked, quarter: range) -> bool:
        """Whether it must start in the quarter to be in time, and still can."""
        latest = self.deadlines.latest_start(one.action.id)
        first, after = (self._as_of + dt.timedelta(weeks=week) for week in (quarter.start, quarter.stop))
        return latest is not None and first <= latest < after

    def _choose_and_place(self, band: list[Ranked], quarter: range) -> None:
        """Choose and place; where the weeks have no room for a chosen step, choose again without it."""
        refused: set[str] = set()
        for _ in range(CHOICES):
            left = [one for one in band if one.action.id in self._result.left and one.action.id not in refused]
            candidates = self._candidates(left, quarter)
            hours = self.board.hours_left(quarter)
            money = self.board.money_left(quarter.stop - 1)
            names = self._choose(candidates, hours, money, self._reached)
            still = self._place_all([one for one in left if one.action.id in names], quarter)
            if not still:
                return
            refused |= still

    def _place_all(self, chosen: list[Ranked], quarter: range) -> set[str]:
        """Place the chosen steps within the quarter; those for which the weeks have no room.

        They go in their order. Where one misses the quarter then, other orders are tried, and that one is kept in
        which the steps that find room bring the most; of equals the first.
        """
        before, reached = self.board.note(), self._reached
        refused = self._try(chosen, quarter)
        if not refused:
            return refused
        tried = []
        for order in (chosen, *self._other_orders(chosen, refused, quarter)):
            self._undo(chosen, before)
            self._try(order, quarter)
            placed = [one.action.id for one in chosen if one.action.id in self._result.placed]
            tried.append((self._worth(placed, reached), order))
        self._undo(chosen, before)
        return self._try(max(tried, key=lambda one: one[0])[1], quarter)

    def _other_orders(self, chosen: list[Ranked], refused: set[str], quarter: range) -> Iterator[list[Ranked]]:
        """Those first that keep others waiting the longest, or that bring the most; or one that was refused."""
        yield self._waited_for_first(chosen, quarter)
        by_points = sorted(chosen, key=lambda one: -sum(self._points[one.action.id].values()))
        names = dict.fromkeys(name for one in by_points for name in (*self.before[one.action.id], one.action.id))
        steps = {one.action.id: one for one in chosen}
        yield [steps[name] for name in names if name in steps]
        for name in sorted(refused):
            first = {name, *self.before[name]}
            yield sorted(chosen, key=lambda one: one.action.id not in first)

    def _worth(self, names: Iterable[str], reached: Mapping[Key, float]) -> float:
        """Points after the steps, each answer once."""
        return sum(highest([reached, *(self._points[name] for name in names)]).values())

    def _try(self, chosen: Iterable[Ranked], quarter: range) -> set[str]:
        for one in chosen:
            if self._is_free(one):
                self._place(one, quarter, work_until=quarter.stop)
        return {one.action.id for one in chosen if one.action.id in self._result.left}

    def _undo(self, chosen: Iterable[Ranked], state: State) -> None:
        self.board.back_to(state)
        for one in chosen:
            self._result.placed.pop(one.action.id, None)
        self._result.left = {one.action.id: one for one in self._ranked if one.action.id not in self._result.placed}

    def _waited_for_first(self, chosen: list[Ranked], quarter: range) -> list[Ranked]:
        """By the last week in which each can start so that all that waits for it is done within the quarter."""
        latest: dict[str, int] = {}
        for one in reversed(chosen):
            work = self._weeks_of_work(one)
            lasts = max(math.ceil(one.action.lead_weeks[1]), work)
            waiting = [latest[other.action.id] for other in chosen if one.action.id in self.before[other.action.id]]
            latest[one.action.id] = min([quarter.stop - work, *(week - lasts for week in waiting)])
        return sorted(chosen, key=lambda one: latest[one.action.id])

    def _candidates(self, band: list[Ranked], quarter: range) -> list[Candidate]:
        """The steps of the band that can be done within the quarter, by what has to come before them."""
        finish: dict[str, int] = {name: one.finish_week for name, one in self._result.placed.items()}
        candidates = []
        for one in band:
            before = self.before[one.action.id]
            if any(need not in finish for need in before):
                continue
            earliest = max([quarter.start, *(finish[need] for need in before)])
            alone = self.board.alone(one.priority.effort_hours, earliest, quarter.stop)
            if alone is None:
                continue
            start, worked = alone
            finish[one.action.id] = max(start + math.ceil(one.action.lead_weeks[1]), worked)
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

    @property
    def _reached(self) -> dict[Key, float]:
        """Points that the steps placed so far bring, each answer once."""
        return highest(self._points[name] for name in self._result.placed)

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

    def _weeks_of_work(self, one: Ranked) -> int:
        """Weeks of a step that has all hours for itself; more than there are where there are no hours."""
        effort, hours = one.priority.effort_hours, self.board.capacity.hours_per_week
        return max(1, math.ceil(effort / hours)) if hours else self.board.weeks + 1


def _blocking(pack: Pack, ranked: tuple[Ranked, ...]) -> dict[tuple[str, str], list[str]]:
    """Band and trend -> steps that make the trade lawful again; nothing of their trend expands before they are done."""
    rules = pack.rulebook.plan
    blocking: dict[tuple[str, str], list[str]] = {}
    for one in ranked:
        if one.band in rules.blocking_bands:
            for band in rules.expansion_bands:
                blocking.setdefault((band, one.action.trend), []).append(one.action.id)
    return blocking
