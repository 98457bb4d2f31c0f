"""The least that a set can cost: a bound that never lies above the truth, and is cheap to find.

    bound = sum over goals of the cheapest way to fill its gap with parts of actions

What makes it a bound:

- The price of an action that others need is shared by all that need it. A set that takes some of them pays for it
  whole, so never less than their shares.
- An action counts at a place only for its points above what it needs anyway. Along a chain these parts add up to
  the points of its last link, so no set reaches more than the sum of its parts. One that brings a goal more than its
  gap counts for the gap: nobody needs the rest.
- The price of an action that lifts several places is split over them, by points times the worth of a point of that
  goal.
- Parts may be cut. The cheapest points are bought first: of a place no more than the best action has there, of a goal
  no more than its gap.

Whatever the shares and worths are, the parts of a price add up to the price. So they may be chosen to make the bound
high, and are, by trying: the next worth of a point is the price of the last one that its goal bought, and a shared
price moves to those who were bought, since it has to be paid for them in any case.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cbassess.planning.goals.covering import ENOUGH, Covering, members

ROUNDS = 12
"""How often shares and worths are improved before the search begins; good ones there are good ones further down."""

FREE = 1e-12
"""The least worth of a point: where points cost nothing, a division stays finite."""

HARDLY = 1e-3
"""The least claim on a shared price."""


class Part(NamedTuple):
    """What a candidate adds of its own.

    Attributes:
        rate: price for one unit of worth.
        worth: points times the worth of a point, over all its lifts.
        lifts: place, its goal, and points.
    """

    rate: float
    candidate: int
    worth: float
    lifts: list[tuple[int, int, float]]


class Bound(NamedTuple):
    """What the open candidates must cost at least.

    Attributes:
        price: the bound; None where the gaps cannot be filled at all.
        cheapest: the candidate with the cheapest points.
        cut: the one whose points were bought last, and only a part of them; the cheapest where none was cut.
    """

    price: float | None
    cheapest: int
    cut: int


class _Purchase(NamedTuple):
    """The cheapest parts, bought until the gaps are filled.

    Attributes:
        filled: whether they could be.
        last: goal -> price of the last point bought.
        bought: candidate -> share of its parts that was bought.
    """

    filled: bool
    price: float
    last: list[float]
    bought: dict[int, float]


class Bounding:
    """Bounds for one covering problem under one list of prices.

    Attributes:
        prices: candidate -> its price.
    """

    def __init__(self, covering: Covering, prices: Sequence[float]) -> None:
        self.prices, self._covering = prices, covering
        self._lifting = [
            (
                number,
                1 << number,
                [(place, covering.goal_of[place], points, ahead) for place, points, ahead in rows],
                tuple(members(covering.candidates[number].needs)),
            )
            for number, rows in enumerate(covering.own_lifts)
            if rows
        ]
        self._worths = [1.0 / gap for gap in covering.gaps]
        self._claims = [1.0] * len(covering.candidates)
        self._improve()

    def bound(self, taken: int, banned: int, reached: Sequence[float], gaps: Sequence[float]) -> Bound:
        """The bound once some candidates are taken and some are banned; at least one gap is open.

        Args:
            taken: mask of the candidates that are in the set.
            banned: mask of those that will not be.
            reached: place -> points that the taken ones bring.
            gaps: goal -> points that are still missing.
        """
        parts, room = self._parts(taken, banned, reached, gaps)
        purchase = self._buy(parts, room, gaps)
        if not purchase.filled:
            return Bound(None, -1, -1)
        cheapest = parts[0].candidate
        cut = (number for number in reversed(purchase.bought) if purchase.bought[number] < 1.0 - ENOUGH)
        return Bound(purchase.price, cheapest, next(cut, cheapest))

    def _buy(self, parts: Sequence[Part], room: list[float], gaps: Sequence[float]) -> _Purchase:
        worths = self._worths
        left, last, total = list(gaps), [0.0] * len(gaps), 0.0
        bought: dict[int, float] = {}
        for rate, candidate, worth, lifts in parts:
            paid = 0.0
            for place, goal, points in lifts:
                some = min(points, room[place], left[goal])
                if some > 0:
                    room[place] -= some
                    left[goal] -= some
                    last[goal] = rate * worths[goal]
                    paid += some * worths[goal]
            if paid:
                total += rate * paid
                bought[candidate] = paid / worth
        return _Purchase(max(left, default=0.0) <= ENOUGH, total, last, bought)

    def _parts(
        self, taken: int, banned: int, reached: Sequence[float], gaps: Sequence[float]
    ) -> tuple[list[Part], list[float]]:
        """The parts to be had, cheapest points first, and place -> points that it can gain at most."""
        room, claims = [0.0] * len(reached), [0.0] * len(self.prices)
        decided = taken | banned
        helpful = []
        for number, bit, rows, needs in self._lifting:
            if decided & bit:
                continue
            worth, lifts = self._own(rows, reached, gaps, room)
            if lifts:
                missing = [need for need in needs if not taken >> need & 1]
                helpful.append((number, worth, lifts, missing))
                for need in missing:
                    claims[need] += self._claims[number]
        parts = []
        for number, worth, lifts, missing in helpful:
            price = sum([self.prices[need] / claims[need] for need in missing])
            parts.append(Part(self._claims[number] * price / worth, number, worth, lifts))
        parts.sort()
        return parts, room

    def _own(
        self,
        rows: Sequence[tuple[int, int, float, float]],
        reached: Sequence[float],
        gaps: Sequence[float],
        room: list[float],
    ) -> tuple[float, list[tuple[int, int, float]]]:
        """What a candidate has above what is reached and what it needs anyway, for goals that are open, and its worth.

        `room` is raised to the most that one candidate has at a place.
        """
        lifts, sums = [], [0.0] * len(gaps)
        for place, goal, points, ahead in rows:
            own = points - reached[place]
            room[place] = max(room[place], own)
            if ahead > reached[place]:
                own = points - ahead
            if own > 0 and gaps[goal] > ENOUGH:
                lifts.append((place, goal, own))
                sums[goal] += own
        if any(some > gap > ENOUGH for some, gap in zip(sums, gaps, strict=True)):
            lifts = [(place, goal, own * min(1.0, gaps[goal] / sums[goal])) for place, goal, own in lifts]
        return sum([own * self._worths[goal] for _, goal, own in lifts]), lifts

    def _improve(self) -> None:
        """Find shares and worths with a high bound for the whole problem."""
        nothing = [0.0] * len(self._covering.goal_of)
        best = (-1.0, self._worths, self._claims)
        for _ in range(ROUNDS):
            parts, room = self._parts(0, 0, nothing, self._covering.gaps)
            found = self._buy(parts, room, self._covering.gaps)
            if not found.filled:
                return
            if found.price > best[0]:
                best = (found.price, self._worths, self._claims)
            self._worths = [max(price, FREE) for price in found.last]
            self._claims = [
                max(HARDLY, (claim + found.bought.get(number, 0.0)) / 2) for number, claim in enumerate(self._claims)
            ]
        _, self._worths, self._claims = best
