"""The cheapest set that reaches every goal, by branch and bound.

First a good set is made: the cheapest points are taken until the goals are reached, and what has become needless is
dropped again. It decides for many candidates at once: whoever makes every set dearer than it is out, whoever cannot be
missed below its price is in. Then depth first: the candidate with the cheapest points is taken with all that it needs,
then left out with all that need it. A branch ends when it reaches the goals, cannot reach them any more, must go over
a limit, or must cost more than the best set so far.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from msgspec import Struct

from cbassess.planning.goals.bounding import Bounding
from cbassess.planning.goals.covering import ENOUGH, Covering, members

MAX_BRANCHES = 8_000
"""The search ends here with the best set found so far, which is then not proved to be the least."""

Key = tuple[float, ...]
Judge = Callable[[int, Key | None], Key | None]
"""A set that reaches the goals, and the best key so far -> the key that the set is compared by; None where it will not
do. The first part of a key is never below the sum of the set's prices."""


class Found(Struct, frozen=True):
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


class Limit(Struct, frozen=True):
    """No set may use more than `most` of something.

    Attributes:
        bounding: how much of it each candidate uses, and bounds for that.
        per: what is used is divided by this first.
    """

    bounding: Bounding
    most: float = math.inf
    per: float = 1.0

    def used(self, taken: int) -> float:
        """What a set uses."""
        return sum([self.bounding.prices[number] for number in members(taken)]) / self.per

    @property
    def binds(self) -> bool:
        """Whether all candidates together go over it."""
        return sum(self.bounding.prices) / self.per > self.most + ENOUGH


class Wanted(Struct, frozen=True):
    """What is looked for: the set with the least key that reaches every goal.

    Attributes:
        price: what is to be as small as possible.
        judge: see `Judge`.
        limits: what else is limited.
        banned: mask of candidates that must not be taken.
        first: a set to begin with, where one is known that reaches the goals.
        least: a key that no set lies below; the search ends when it is met.
        step: a better key is smaller by so much at least.
        max_branches: how many branches are looked at.
    """

    price: Limit
    judge: Judge
    limits: tuple[Limit, ...] = ()
    banned: int = 0
    first: int | None = None
    least: Key | None = None
    step: float = 0.0
    max_branches: int = MAX_BRANCHES


def cheapest(covering: Covering, wanted: Wanted) -> Found:
    """The set that is wanted."""
    return _Search(covering, wanted).run()


class _Node(Struct, frozen=True):
    """A branch: what is decided, and what follows from it.

    Attributes:
        taken, banned: masks of the candidates that are in, and of those that are out.
        reached: place -> points that the taken ones bring.
        gaps: goal -> points that are still missing.
    """

    taken: int
    banned: int
    reached: list[float]
    gaps: list[float]

    @property
    def covers(self) -> bool:
        """Whether every goal is reached."""
        return all(gap <= ENOUGH for gap in self.gaps)


class _Search:
    def __init__(self, covering: Covering, wanted: Wanted) -> None:
        self._covering, self._wanted = covering, wanted
        self._limits = (wanted.price, *(limit for limit in wanted.limits if limit.binds))
        self._root = _Node(
            0, self._with_those_held_up(wanted.banned), [0.0] * len(covering.goal_of), list(covering.gaps)
        )
        self._left = wanted.max_branches
        self._best: tuple[Key, tuple[str, ...], int] | None = None

    def run(self) -> Found:
        if self._wanted.first is not None and not self._wanted.first & self._root.banned:
            self._keep(self._wanted.first)
        self._dive()
        if not self._is_met:
            node = self._decided(self._root)
            if node is not None:
                self._walk(node)
        key, _, taken = self._best or (None, (), None)
        return Found(taken, key, self._left > 0, self._wanted.max_branches - self._left)

    @property
    def _is_met(self) -> bool:
        """Whether nothing better can come."""
        least = self._wanted.least
        return least is not None and self._best is not None and self._best[0] <= least

    def _dive(self) -> None:
        """Make a good set: take the cheapest points, then drop what is not needed any more, the dearest first."""
        node = self._root
        while not node.covers:
            first = self._next(node)
            if first is None:
                return
            node = self._with(first, node)
        prices, taken = self._wanted.price.bounding.prices, node.taken
        for number in sorted(members(taken), key=lambda one: -prices[one]):
            fewer = taken & ~self._covering.held_up_by[number]
            if fewer != taken and self._covering.covers(fewer):
                taken = fewer
        self._keep(taken)

    def _decided(self, node: _Node) -> _Node | None:
        """The node with all candidates in or out for which the other way leads nowhere; None where both do."""
        for number in range(len(self._covering.candidates)):
            bit = 1 << number
            if node.covers or bit & (node.taken | node.banned) or not self._covering.candidates[number].lifts:
                continue
            inside, outside = self._with(number, node), self._without(number, node)
            is_in, is_out = self._leads_on(inside), self._leads_on(outside)
            if not is_in and not is_out:
                return None
            node = node if is_in and is_out else inside if is_in else outside
        return node

    def _leads_on(self, node: _Node) -> bool:
        return node.covers or self._next(node) is not None

    def _with_those_held_up(self, banned: int) -> int:
        for number in members(banned):
            banned |= self._covering.held_up_by[number]
        return banned

    def _walk(self, node: _Node) -> None:
        if not self._left or self._is_met:
            return
        self._left -= 1
        if node.covers:
            self._keep(node.taken)
            return
        first = self._next(node)
        if first is None:
            return
        self._walk(self._with(first, node))
        self._walk(self._without(first, node))

    def _next(self, node: _Node) -> int | None:
        """The candidate to branch on; None where nothing good can come of the branch.

        Where many sets would do, it is the one with the cheapest points: that soon leads to good sets. Where hardly any
        does, because none was found yet or a better one must be better by a step, it is the one that the tightest
        limit can afford only a part of: that soon shows that there is none.
        """
        many = len(self._limits) == 1 or (self._best is not None and not self._wanted.step)
        first, tightest = -1, -1.0
        for limit in self._limits:
            found = limit.bounding.bound(node.taken, node.banned, node.reached, node.gaps)
            most = self._most(limit)
            if found.price is None:
                return None
            used = limit.used(node.taken) + found.price / limit.per
            if used > most + ENOUGH:
                return None
            if first < 0 and many:
                first, tightest = found.cheapest, math.inf
            tight = used / most if most > 0 else 1.0
            if tight > tightest:
                first, tightest = found.cut, tight
        return first

    def _most(self, limit: Limit) -> float:
        """What a set may use; of the price no more than a better set than the best would."""
        if limit is not self._wanted.price or self._best is None:
            return limit.most
        return min(limit.most, self._best[0][0] - self._wanted.step)

    def _with(self, number: int, node: _Node) -> _Node:
        """The branch in which a candidate is taken, with all that it needs."""
        added = self._covering.candidates[number].needs & ~node.taken
        reached, gaps = node.reached.copy(), node.gaps.copy()
        for one in members(added):
            for place, points in self._covering.candidates[one].lifts.items():
                if points > reached[place]:
                    gaps[self._covering.goal_of[place]] -= points - reached[place]
                    reached[place] = points
        return _Node(node.taken | added, node.banned, reached, gaps)

    def _without(self, number: int, node: _Node) -> _Node:
        """The branch in which a candidate is left out, with all that need it."""
        return _Node(node.taken, node.banned | self._covering.held_up_by[number], node.reached, node.gaps)

    def _keep(self, taken: int) -> None:
        if any(limit.used(taken) > limit.most + ENOUGH for limit in self._limits):
            return
        key = self._wanted.judge(taken, self._best[0] if self._best else None)
        if key is None:
            return
        names = self._covering.names(taken)
        if self._best is None or (key, names) < self._best[:2]:
            self._best = (key, names, taken)
