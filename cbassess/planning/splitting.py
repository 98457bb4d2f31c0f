"""Steps laid into the weeks in pieces, where no order lays them whole.

Working on a step until it is done loses hours: where it holds the last place of a week and does not fill it, or where
an office could be busy already with a step that has not begun. So the weeks are filled one after another. The most
pressing of the steps that are free get the hours in turn, or one that should be under way gets half an hour at least;
what is not done in a week goes on in a later one. Where a step ends too late, the other ways to share out a week are
tried, depth first, until all is in time or the search gives up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, permutations, takewhile

from msgspec import Struct

DETOURS = 120
"""The search gives up after it has looked at so many more ways to share out a week than there are weeks."""

LEAST_PIECE = 0.5
"""Hours with which a step is under way."""

ROUNDING = 1e-9

Pieces = tuple[dict[int, float], ...]
"""Job -> week -> hours worked in it."""


class Job(Struct, frozen=True):
    """A step to be laid into weeks.

    Attributes:
        hours: own hours.
        cost: money, spent when it starts.
        lead: weeks from its start to its proof, at least.
        earliest: first week in which it may start.
        needs: numbers of the jobs that have to be finished before it starts; all stand before it.
    """

    hours: float
    cost: float
    lead: int
    earliest: int
    needs: tuple[int, ...]


class Room(Struct, frozen=True):
    """What is free in some weeks in a row: hours, places for steps, and the money that can be spent by each week.

    Attributes:
        first: number of the first of them.
    """

    first: int
    hours: Sequence[float]
    places: Sequence[int]
    money: Sequence[float]


def in_pieces(jobs: Sequence[Job], room: Room, *, with_proofs: bool = False, detours: int = DETOURS) -> Pieces | None:
    """The hours of each job week by week, so that all the work is done within the room; None where none was found.

    With `with_proofs` the proofs have to be there by the end of the last week too.
    """
    laying = _Laying(jobs, room, detours, with_proofs=with_proofs)
    return laying.pieces if laying.succeeds() else None


class _State(Struct, frozen=True):
    """What is left to do at the start of a week; weeks are counted from the first of the room.

    Attributes:
        left: job -> hours.
        started: job -> the week; -1 where it has not begun.
        finish: job -> week by whose start the proof is there; -1 while it is not done.
        spent: money.
    """

    week: int
    left: tuple[float, ...]
    started: tuple[int, ...]
    finish: tuple[int, ...]
    spent: float

    @property
    def open(self) -> list[int]:
        """The jobs that are not done."""
        return [number for number, week in enumerate(self.finish) if week < 0]


class _Laying:
    def __init__(self, jobs: Sequence[Job], room: Room, detours: int, *, with_proofs: bool) -> None:
        self._jobs, self._room = jobs, room
        self._stop = len(room.hours)
        free = [hours if places > 0 else 0.0 for hours, places in zip(room.hours, room.places, strict=True)]
        self._hours_before = list(accumulate(free, initial=0.0))
        self._places_before = list(accumulate(room.places, initial=0))
        self._due, self._start_by = self._backwards(with_proofs)
        self._failed: set[tuple[object, ...]] = set()
        self._left = detours + self._stop + 1
        self.pieces: Pieces = tuple({} for _ in jobs)

    def succeeds(self) -> bool:
        """Whether a way was found; it is in `pieces` then."""
        count = len(self._jobs)
        return self._walk(_State(0, tuple(job.hours for job in self._jobs), (-1,) * count, (-1,) * count, 0.0))

    def _backwards(self, with_proofs: bool) -> tuple[list[int], list[int]]:
        """Job -> week by whose start its work must be done, and last week in which it can start."""
        due = [self._stop] * len(self._jobs)
        start_by = [0] * len(self._jobs)
        for number in reversed(range(len(self._jobs))):
            job, after = self._jobs[number], [n for n, one in enumerate(self._jobs) if number in one.needs]
            due[number] = min([self._stop, *(start_by[one] for one in after)])
            long_enough = (week for week in reversed(range(due[number])) if self._has(job.hours, week, due[number]))
            proved = [*([self._stop] if with_proofs else []), *(start_by[one] for one in after)]
            start_by[number] = min([next(long_enough, -1), *(week - job.lead for week in proved)])
        return due, start_by

    def _has(self, hours: float, week: int, until: int) -> bool:
        """Whether the weeks from one to another have so many hours."""
        return hours <= self._hours_before[until] - self._hours_before[week] + ROUNDING

    def _walk(self, state: _State) -> bool:
        if not state.open:
            return True
        key = (state.week, state.left, state.started)
        if key in self._failed or not self._left:
            return False
        self._left -= 1
        if self._is_hopeless(state):
            return False
        for shares in takewhile(lambda _: self._left, self._shares(state)):
            if self._walk(self._after(state, shares)):
                for number, hours in shares.items():
                    self.pieces[number][state.week + self._room.first] = hours
                return True
        self._failed.add(key)
        return False

    def _is_hopeless(self, state: _State) -> bool:
        """Whether some job can no longer be in time, whatever is done in the weeks to come."""
        week, open_ = state.week, state.open
        if week == self._stop or len(open_) > self._places_before[-1] - self._places_before[week]:
            return True
        if any(state.started[number] < 0 and self._start_by[number] < week for number in open_):
            return True
        needed = 0.0
        for number in sorted(open_, key=lambda one: self._due[one]):
            needed += state.left[number]
            if self._due[number] < week or not self._has(needed, week, self._due[number]):
                return True
        return False

    def _shares(self, state: _State) -> Iterator[dict[int, float]]:
        """Ways to share out the hours of the week, the most pressing jobs first."""
        hours, places = self._room.hours[state.week], self._room.places[state.week]
        free = self._free(state) if hours > ROUNDING and places > 0 else []
        if not free:
            yield {}
            return
        seen = set()
        for chosen in permutations(free, min(places, len(free))):
            for least in (0.0, LEAST_PIECE):
                shares = self._share(state, chosen, hours, least)
                key = frozenset(shares.items())
                if key not in seen:
                    seen.add(key)
                    yield shares

    def _free(self, state: _State) -> list[int]:
        """Jobs that can be worked on in the week, the most pressing first."""
        free = [number for number in state.open if state.started[number] >= 0 or self._can_start(number, state)]
        return sorted(free, key=lambda one: self._start_by[one] if state.started[one] < 0 else self._due[one])

    def _can_start(self, number: int, state: _State) -> bool:
        job = self._jobs[number]
        return (
            job.earliest <= state.week + self._room.first
            and job.cost <= self._room.money[state.week] - state.spent + ROUNDING
            and all(0 <= state.finish[need] <= state.week for need in job.needs)
        )

    def _share(self, state: _State, chosen: Sequence[int], hours: float, least: float) -> dict[int, float]:
        """Hours for the chosen jobs in turn; each leaves `least` hours for every one after it."""
        shares: dict[int, float] = {}
        money = self._room.money[state.week] - state.spent
        for place, number in enumerate(chosen):
            kept = sum(min(least, state.left[other]) for other in chosen[place + 1 :])
            some = min(state.left[number], hours - kept)
            cost = 0.0 if state.started[number] >= 0 else self._jobs[number].cost
            if hours <= ROUNDING or some < min(LEAST_PIECE, state.left[number]) or cost > money + ROUNDING:
                continue
            shares[number] = some
            hours, money = hours - some, money - cost
        return shares

    def _after(self, state: _State, shares: dict[int, float]) -> _State:
        left, started, finish, spent = list(state.left), list(state.started), list(state.finish), state.spent
        for number, hours in shares.items():
            job = self._jobs[number]
            if started[number] < 0:
                started[number] = state.week
                spent += job.cost
            left[number] -= hours
            if left[number] <= ROUNDING:
                left[number] = 0.0
                finish[number] = max(started[number] + job.lead, state.week + 1)
        return _State(state.week + 1, tuple(left), tuple(started), tuple(finish), spent)
