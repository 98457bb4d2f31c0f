"""A goal as a covering problem: which actions together bring the points of readiness that are missing.

Readiness is a sum over indicators of the best value reached. So each indicator of a trend with a goal is a *place*
that actions lift to so many points above today's, what two of them lift counts once, and a goal asks for
so many points over all its places. Sets of actions are bit masks: bit n stands for candidate n.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

ENOUGH = 1e-7
"""Points or hours by which two sums of the same figures may differ through rounding."""


class Candidate(Struct, frozen=True):
    """An action that may be taken.

    Attributes:
        hours: own hours, the middle of the range.
        cost: what a plan books for it, in the base currency.
        needs: mask of the candidates that have to be taken with it, itself included.
        lifts: place -> points that it has at least once the action is done.
    """

    action: str
    hours: float
    cost: float
    needs: int
    lifts: dict[int, float]


class Covering(Struct, frozen=True, dict=True):
    """The problem.

    Attributes:
        goal_of: place -> number of its goal.
        gaps: goal -> points that are missing today; above 0.
    """

    candidates: tuple[Candidate, ...]
    goal_of: tuple[int, ...]
    gaps: tuple[float, ...]

    @cached_property
    def held_up_by(self) -> tuple[int, ...]:
        """Candidate -> mask of those that cannot be taken without it, itself included."""
        masks = [0] * len(self.candidates)
        for number, one in enumerate(self.candidates):
            for need in members(one.needs):
                masks[need] |= 1 << number
        return tuple(masks)

    @cached_property
    def own_lifts(self) -> tuple[tuple[tuple[int, float, float], ...], ...]:
        """Candidate -> place, points, and the points there of what it needs anyway."""
        rows = []
        for number, one in enumerate(self.candidates):
            ahead = [self.candidates[need].lifts for need in members(one.needs) if need != number]
            rows.append(
                tuple(
                    (place, points, max((lifts.get(place, 0.0) for lifts in ahead), default=0.0))
                    for place, points in one.lifts.items()
                )
            )
        return tuple(rows)

    def covers(self, taken: int) -> bool:
        """Whether a set reaches every goal."""
        left = list(self.gaps)
        for place, points in self.reached(taken).items():
            left[self.goal_of[place]] -= points
        return all(gap <= ENOUGH for gap in left)

    def reached(self, taken: int) -> dict[int, float]:
        """Place -> points that a set brings."""
        best: dict[int, float] = {}
        for number in members(taken):
            for place, points in self.candidates[number].lifts.items():
                best[place] = max(points, best.get(place, 0.0))
        return best

    def names(self, taken: int) -> tuple[str, ...]:
        """Ids of the actions of a set, in alphabetical order."""
        return tuple(sorted(self.candidates[number].action for number in members(taken)))


def members(mask: int) -> Iterator[int]:
    """The numbers whose bits are set, from the lowest."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
