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
    """What a candidate adds of its own: price for one unit of worth, and points per place."""

    rate: float
    candidate: int
    lifts: list[tuple[int, float]]


class Bound(NamedTuple):
    """What the open candidates must cost at least.

    Attributes:
        price: the bound; None where the gaps cannot be filled at all.
        first: the candidate with the cheapest points.
    """

    price: float | None
    first: int


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
    """Bounds for one covering problem under one list of prices."""

    def __init__(self, covering: Covering, prices: Sequence[float], banned: int = 0) -> None:
        self._covering, self._prices = covering, prices
        self._all = (1 << len(covering.candidates)) - 1
        self._worths = [1.0 / gap for gap in covering.gaps]
        self._claims = [1.0] * len(covering.candidates)
        self._improve(banned)

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
        return Bound(purchase.price, parts[0].candidate) if purchase.filled else Bound(None, -1)

    def _buy(self, parts: Sequence[Part], room: list[float], gaps: Sequence[float]) -> _Purchase:
        goal_of, worths = self._covering.goal_of, self._worths
        left, last, total = list(gaps), [0.0] * len(gaps), 0.0
        bought: dict[int, float] = {}
        for rate, candidate, lifts in parts:
            worth = paid = 0.0
            for place, points in lifts:
                goal = goal_of[place]
                worth += points * worths[goal]
                some = min(points, room[place], left[goal])
                if some > 0:
                    room[place] -= some
                    left[goal] -= some
                    last[goal] = rate * worths[goal]
                    paid += some * worths[goal]
            total += rate * paid
            bought[candidate] = paid / worth
        return _Purchase(all(gap <= ENOUGH for gap in left), total, last, bought)

    def _parts(
        self, taken: int, banned: int, reached: Sequence[float], gaps: Sequence[float]
    ) -> tuple[list[Part], list[float]]:
        """The parts to be had, cheapest points first, and place -> points that it can gain at most."""
        goal_of, candidates = self._covering.goal_of, self._covering.candidates
        room = [0.0] * len(goal_of)
        claims = [0.0] * len(candidates)
        helpful: list[tuple[int, float, list[tuple[int, float]]]] = []
        for number in members(self._all & ~(taken | banned)):
            for place, points, _ in self._covering.own_lifts[number]:
                room[place] = max(room[place], points - reached[place])
            lifts = self._own(number, reached, gaps)
            if lifts:
                worth = sum(points * self._worths[goal_of[place]] for place, points in lifts)
                helpful.append((number, worth, lifts))
                for need in members(candidates[number].needs & ~taken):
                    claims[need] += self._claims[number]
        rates = [price / claimed if claimed else 0.0 for price, claimed in zip(self._prices, claims, strict=True)]
        parts = []
        for number, worth, lifts in helpful:
            share = self._claims[number] * sum(rates[need] for need in members(candidates[number].needs & ~taken))
            parts.append(Part(share / worth, number, lifts))
        parts.sort()
        return parts, room

    def _own(self, number: int, reached: Sequence[float], gaps: Sequence[float]) -> list[tuple[int, float]]:
        """Points of a candidate above what is reached and what it needs anyway, for goals that are still open."""
        goal_of = self._covering.goal_of
        lifts, sums = [], [0.0] * len(gaps)
        for place, points, ahead in self._covering.own_lifts[number]:
            own = points - max(reached[place], ahead)
            if own > 0 and gaps[goal_of[place]] > ENOUGH:
                lifts.append((place, own))
                sums[goal_of[place]] += own
        return [(place, own * min(1.0, gaps[goal_of[place]] / sums[goal_of[place]])) for place, own in lifts]

    def _improve(self, banned: int) -> None:
        """Find shares and worths with a high bound for the whole problem."""
        nothing = [0.0] * len(self._covering.goal_of)
        best = (-1.0, self._worths, self._claims)
        for _ in range(ROUNDS):
            parts, room = self._parts(0, banned, nothing, self._covering.gaps)
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
