"""The cheapest set that reaches every goal, by branch and bound.

Depth first: the candidate with the cheapest points is taken with all that it needs, then left out with all that need
it. A branch ends when it reaches the goals, cannot reach them any more, must go over a limit, or must cost more than
the best set so far.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cbassess.planning.goals.bounding import Bounding
from cbassess.planning.goals.covering import ENOUGH, Covering, members

MAX_BRANCHES = 8_000
"""The search ends here with the best set found so far, which is then not proved to be the least."""

Key = tuple[float, ...]
Judge = Callable[[int, Key | None], Key | None]
"""A set that reaches the goals, and the best key so far -> the key that the set is compared by; None where it will not
do. The first part of a key is never below the sum of the set's prices."""


@dataclass(frozen=True)
class Found:
    """The end of a search.

    Attributes:
        taken: mask of the cheapest set; None where none was found.
        key: what the judge made of it.
        whole: whether all branches were looked at.
    """

    taken: int | None
    key: Key | None
    whole: bool
    branches: int


@dataclass(frozen=True)
class Limit:
    """No set may use more than `most` of something of which each candidate uses `uses[n]`."""

    uses: Sequence[float]
    most: float = math.inf


@dataclass(frozen=True)
class Wanted:
    """What is looked for: the set with the least key that reaches every goal.

    Attributes:
        price: what is to be as small as possible.
        judge: see `Judge`.
        limits: what else is limited.
        banned: mask of candidates that must not be taken.
        max_branches: how many branches are looked at.
    """

    price: Limit
    judge: Judge
    limits: tuple[Limit, ...] = ()
    banned: int = 0
    max_branches: int = MAX_BRANCHES


def cheapest(covering: Covering, wanted: Wanted) -> Found:
    """The set that is wanted."""
    return _Search(covering, wanted).run()


class _Search:
    def __init__(self, covering: Covering, wanted: Wanted) -> None:
        self._covering, self._judge = covering, wanted.judge
        self._limits = (wanted.price, *wanted.limits)
        self._banned = self._with_those_held_up(wanted.banned)
        self._boundings = [Bounding(covering, limit.uses, self._banned) for limit in self._limits]
        self._left = wanted.max_branches
        self._best: tuple[Key, tuple[str, ...], int] | None = None

    def run(self) -> Found:
        most = self._left
        self._walk(0, self._banned, [0.0] * len(self._covering.goal_of), list(self._covering.gaps))
        key, _, taken = self._best or (None, (), None)
        return Found(taken, key, self._left > 0, most - self._left)

    def _with_those_held_up(self, banned: int) -> int:
        for number in members(banned):
            banned |= self._covering.held_up_by[number]
        return banned

    def _walk(self, taken: int, banned: int, reached: list[float], gaps: list[float]) -> None:
        if not self._left:
            return
        self._left -= 1
        if all(gap <= ENOUGH for gap in gaps):
            self._keep(taken)
            return
        first = self._next(taken, banned, reached, gaps)
        if first is None:
            return
        added = self._covering.candidates[first].needs & ~taken
        self._walk(taken | added, banned, *self._after(added, reached, gaps))
        self._walk(taken, banned | self._covering.held_up_by[first], reached, gaps)

    def _next(self, taken: int, banned: int, reached: list[float], gaps: list[float]) -> int | None:
        """The candidate to branch on; None where nothing good can come of the branch."""
        first = None
        for number, (limit, bounding) in enumerate(zip(self._limits, self._boundings, strict=True)):
            found = bounding.bound(taken, banned, reached, gaps)
            used = sum(limit.uses[one] for one in members(taken))
            most = limit.most if number or self._best is None else min(limit.most, self._best[0][0])
            if found.price is None or used + found.price > most + ENOUGH:
                return None
            first = found.first if first is None else first
        return first

    def _after(self, added: int, reached: list[float], gaps: list[float]) -> tuple[list[float], list[float]]:
        """What is reached and what is missing once some more are taken."""
        reached, gaps = reached.copy(), gaps.copy()
        for number in members(added):
            for place, points in self._covering.candidates[number].lifts.items():
                if points > reached[place]:
                    gaps[self._covering.goal_of[place]] -= points - reached[place]
                    reached[place] = points
        return reached, gaps

    def _keep(self, taken: int) -> None:
        key = self._judge(taken, self._best[0] if self._best else None)
        if key is None:
            return
        names = self._covering.names(taken)
        if self._best is None or (key, names) < self._best[:2]:
            self._best = (key, names, taken)
