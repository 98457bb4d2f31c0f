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
from itertools import takewhile

from msgspec import Struct, field

from cbassess.engine.gains import Gains
from cbassess.engine.situation import Situation
from cbassess.model.pack import Pack
from cbassess.model.plan import Capacity
from cbassess.planning.board import Board, Placed, State, earliest
from cbassess.planning.choosing import Candidate, Key, choose, highest
from cbassess.planning.deadlines import Deadlines
from cbassess.planning.ordering import Ranked
from cbassess.planning.splitting import Pieces, in_pieces

Choose = Callable[[Sequence[Candidate], float, float, Mapping[Key, float], Sequence[frozenset[str]]], frozenset[str]]

CHOICES = 6
"""How often a band is chosen from in a quarter, where the weeks refuse what was chosen."""


class Band(Struct, frozen=True):
    """Steps of one band; `due` where they must start in the quarter to be in time."""

    steps: list[Ranked]
    due: bool


class Schedule(Struct):
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
        """Fill the quarters one after another, until the plan has as many first steps as are enough."""
        for quarter in self.board.quarters:
            for band, later in self._with_later(self._bands(quarter)):
                self._choose_and_place(band.steps, quarter)
                for other in later if self._any_left(band) else ():
                    if other.due:
                        self._choose_and_place(other.steps, quarter)
                self._begin(band.steps, quarter)
                if enough is not None and self._placed_before(later) >= enough:
                    return self._result
        self._result.money_left = self.board.money_left(self.board.weeks - 1)
        return self._result

    def _placed_before(self, later: Sequence[Band]) -> int:
        """How many steps have their weeks that nothing of the later bands can come before."""
        last = min((self._order[one.band] for band in later for one in band.steps), default=len(self._order))
        return sum(self._order[one.band] < last for one in self._ranked if one.action.id in self._result.placed)

    def _with_later(self, bands: Sequence[Band]) -> Iterator[tuple[Band, Sequence[Band]]]:
        return ((band, bands[place + 1 :]) for place, band in enumerate(bands))

    def _bands(self, quarter: range) -> list[Band]:
        """What is left, band by band; within one, what must start in the quarter to be in time comes first."""
        first, after = (self._as_of + dt.timedelta(weeks=week) for week in (quarter.start, quarter.stop))
        bands: dict[tuple[int, bool], list[Ranked]] = {}
        for one in self._result.left.values():
            latest = self.deadlines.latest_start(one.action.id)
            is_due = latest is not None and first <= latest < after
            bands.setdefault((self._order[one.band], not is_due), []).append(one)
        return [Band(bands[key], due=not key[1]) for key in sorted(bands)]

    def _any_left(self, band: Band) -> bool:
        return any(one.action.id in self._result.left for one in band.steps)

    def _choose_and_place(self, band: list[Ranked], quarter: range) -> None:
        """Choose and place; where the weeks have no room for all that was chosen, choose again without what clashes."""
        clashes: list[frozenset[str]] = []
        for _ in range(CHOICES):
            chosen = self._chosen(band, quarter, clashes)
            if self._place_all(chosen, quarter):
                return
            clashes.append(self._clash(chosen, quarter))
        self._place_in_order(self._chosen(band, quarter, clashes), quarter)

    def _chosen(self, band: list[Ranked], quarter: range, clashes: Sequence[frozenset[str]]) -> list[Ranked]:
        """The steps of the band that together bring the most for the hours and the money left."""
        left = [one for one in band if one.action.id in self._result.left]
        candidates = self._candidates(left, quarter)
        if not candidates:
            return []
        hours, money = self.board.hours_left(quarter), self.board.money_left(quarter.stop - 1)
        names = self._choose(candidates, hours, money, self._reached, clashes)
        return [one for one in left if one.action.id in names]

    def _place_all(self, chosen: list[Ranked], quarter: range) -> bool:
        """Place all within the quarter, each step in one go or, where that is too late for one, in pieces; or none."""
        if not chosen:
            return True
        before = self.board.note()
        self._place_in_order(chosen, quarter)
        if all(one.action.id in self._result.placed for one in chosen):
            return True
        self._undo(chosen, before)
        pieces = self._in_pieces(chosen, quarter)
        for one, hours in zip(chosen, pieces or (), strict=False):
            self._note(one, self.board.book(one, earliest(one, self.before, self._result.placed), hours))
        return pieces is not None

    def _place_in_order(self, chosen: Iterable[Ranked], quarter: range) -> None:
        for one in chosen:
            if self._is_free(one):
                self._place(one, quarter, work_until=quarter.stop)

    def _undo(self, chosen: Iterable[Ranked], state: State) -> None:
        self.board.back_to(state)
        for one in chosen:
            self._result.placed.pop(one.action.id, None)
        self._result.left = {one.action.id: one for one in self._ranked if one.action.id not in self._result.placed}

    def _clash(self, chosen: list[Ranked], quarter: range) -> frozenset[str]:
        """As few of the chosen steps as still find no room together."""
        clash = chosen
        for one in reversed(chosen):
            fewer = [other for other in clash if other is not one and one.action.id not in self.before[other.action.id]]
            if self._in_pieces(fewer, quarter) is None:
                clash = fewer
        return frozenset(one.action.id for one in clash)

    def _in_pieces(self, chosen: list[Ranked], quarter: range) -> Pieces | None:
        """The hours of each chosen step week by week; None where the weeks have no room for all of them."""
        jobs = self.board.jobs(chosen, self.before, self._result.placed)
        return in_pieces(jobs, self.board.room(quarter))

    def _candidates(self, band: list[Ranked], quarter: range) -> list[Candidate]:
        """The steps of the band that can be done within the quarter, by what has to come before them."""
        finish: dict[str, int] = {name: one.finish_week for name, one in self._result.placed.items()}
        candidates = []
        for one in band:
            before = self.before[one.action.id]
            if any(need not in finish for need in before):
                continue
            free_from = max([quarter.start, *(finish[need] for need in before)])
            alone = self.board.alone(one.priority.effort_hours, free_from, quarter.stop)
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
        placed = self.board.place(one, earliest(one, self.before, self._result.placed), quarter, work_until)
        if placed:
            self._note(one, placed)

    def _note(self, one: Ranked, placed: Placed) -> None:
        self._result.placed[one.action.id] = placed
        del self._result.left[one.action.id]

    @property
    def _reached(self) -> dict[Key, float]:
        """Points that the steps placed so far bring, each answer once."""
        return highest(self._points[name] for name in self._result.placed)

    def _is_free(self, one: Ranked) -> bool:
        return all(need in self._result.placed for need in self.before[one.action.id])

    def _would_hold_up(self, one: Ranked) -> bool:
        """Whether a more urgent step only waits for the proof of something that is under way."""
        order, last = self._order, self.board.weeks - 1
        more_urgent = takewhile(lambda other: order[other.band] < order[one.band], self._result.left.values())
        return any(
            self.before[other.action.id]
            and self._is_free(other)
            and self.board.cost(other) <= self.board.money_left(last)
            for other in more_urgent
        )


def _blocking(pack: Pack, ranked: tuple[Ranked, ...]) -> dict[tuple[str, str], list[str]]:
    """Band and trend -> steps that make the trade lawful again; nothing of their trend expands before they are done."""
    rules = pack.rulebook.plan
    blocking: dict[tuple[str, str], list[str]] = {}
    for one in ranked:
        if one.band in rules.blocking_bands:
            for band in rules.expansion_bands:
                blocking.setdefault((band, one.action.trend), []).append(one.action.id)
    return blocking
