"""Which steps of a band to take into a quarter: those that together bring the most for its hours and money.

Going down the list by points per hour is nearly always right; where a band does not fit into the quarter
as a whole, a large step can push out two smaller ones that bring more. So the sets are searched, branch by
branch, in the order of the list; a branch is cut as soon as even its most hopeful end cannot beat
the best set found by more than `TOLERANCE`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

Key = tuple[str, str]
"""Trend and item: where points of readiness are made."""

TOLERANCE = 0.002
"""Share of the best set's points that the search lets go for speed."""

MAX_BRANCHES = 4_000
"""The search ends here with the best set found so far."""

PRESENCE = 0.01
"""Points for a step that brings none, so that it is taken where there is room."""

ROUNDING = 1e-9


class Candidate(Struct, frozen=True):
    """A step that could be done in the quarter.

    Attributes:
        hours: own hours.
        cost: money in the base currency.
        needs: candidates of the same choice that must be taken with it.
        points: relevance-weighted points of readiness above today's, per trend and item.
    """

    action: str
    hours: float
    cost: float
    needs: frozenset[str]
    points: Mapping[Key, float]


def highest(points: Iterable[Mapping[Key, float]]) -> dict[Key, float]:
    """Of what several steps bring, the most per answer: what two steps lift counts once."""
    best: dict[Key, float] = {}
    for one in points:
        for key, value in one.items():
            best[key] = max(value, best.get(key, 0.0))
    return best


def worth(chosen: Sequence[Candidate], reached: Mapping[Key, float]) -> float:
    """Points that a set adds to what is reached already."""
    after = highest([reached, *(one.points for one in chosen)])
    return sum(after.values()) - sum(reached.values()) + PRESENCE * len(chosen)


def choose(
    candidates: Sequence[Candidate],
    hours: float,
    money: float,
    reached: Mapping[Key, float],
    clashes: Sequence[frozenset[str]] = (),
) -> frozenset[str]:
    """The set of candidates worth most within hours and money, with no clash in it whole.

    Each candidate stands after what it needs.
    """
    fits = sum(one.hours for one in candidates) <= hours + ROUNDING and sum(one.cost for one in candidates) <= money
    if fits and not clashes:
        return frozenset(one.action for one in candidates)
    return _Search(candidates, reached, clashes).best(hours, money)


class _Search:
    """Depth first: each candidate in turn is taken, then left."""

    def __init__(
        self, candidates: Sequence[Candidate], reached: Mapping[Key, float], clashes: Sequence[frozenset[str]]
    ) -> None:
        self._candidates, self._clashes = candidates, clashes
        self._hopes = _hopes(candidates, reached)
        by_hour = sorted(range(len(candidates)), key=lambda n: -self._hopes[n] / max(candidates[n].hours, ROUNDING))
        by_money = sorted(range(len(candidates)), key=lambda n: -self._hopes[n] / max(candidates[n].cost, ROUNDING))
        self._by_hour = [(n, self._hopes[n], candidates[n].hours) for n in by_hour]
        self._by_money = [(n, self._hopes[n], candidates[n].cost) for n in by_money]
        self._points = dict(reached)
        self._taken: list[str] = []
        self._best: tuple[float, frozenset[str]] = (0.0, frozenset())
        self._branches = 0

    def best(self, hours: float, money: float) -> frozenset[str]:
        """The best set found."""
        self._walk(0, hours, money, 0.0)
        return self._best[1]

    def _walk(self, place: int, hours: float, money: float, points: float) -> None:
        self._branches += 1
        if points > self._best[0] + ROUNDING:
            self._best = (points, frozenset(self._taken))
        if place == len(self._candidates) or self._branches > MAX_BRANCHES:
            return
        enough = self._best[0] * (1 + TOLERANCE) + ROUNDING
        if (
            points + _most(self._by_hour, place, hours) <= enough
            or points + _most(self._by_money, place, money) <= enough
        ):
            return
        one = self._candidates[place]
        if one.hours <= hours + ROUNDING and one.cost <= money + ROUNDING and self._goes_with_those_taken(one):
            before = {key: self._points.get(key, 0.0) for key in one.points}
            added = sum(max(0.0, value - before[key]) for key, value in one.points.items())
            self._points.update({key: max(value, before[key]) for key, value in one.points.items()})
            self._taken.append(one.action)
            self._walk(place + 1, hours - one.hours, money - one.cost, points + added + PRESENCE)
            self._taken.pop()
            self._points.update(before)
        self._walk(place + 1, hours, money, points)

    def _goes_with_those_taken(self, one: Candidate) -> bool:
        taken = {*self._taken, one.action}
        return one.needs <= taken and not any(clash <= taken for clash in self._clashes)


def _hopes(candidates: Sequence[Candidate], reached: Mapping[Key, float]) -> list[float]:
    """The most that each candidate can add to a set: its points above those of what it needs anyway."""
    by_name = {one.action: one for one in candidates}
    ahead: dict[str, frozenset[str]] = {}
    hopes = []
    for one in candidates:
        ahead[one.action] = one.needs.union(*(ahead[need] for need in one.needs))
        sure = dict(reached)
        for need in ahead[one.action]:
            for key, value in by_name[need].points.items():
                sure[key] = max(sure.get(key, 0.0), value)
        hopes.append(PRESENCE + sum(max(0.0, value - sure.get(key, 0.0)) for key, value in one.points.items()))
    return hopes


def _most(rows: Sequence[tuple[int, float, float]], place: int, room: float) -> float:
    """Points that the candidates from `place` on could bring if steps could be cut to fill the room."""
    total = 0.0
    for number, hope, size in rows:
        if number < place:
            continue
        if size > room:
            return total + hope * max(room, 0.0) / size
        total += hope
        room -= size
    return total
