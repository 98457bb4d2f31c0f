"""The solver, behind a few plain functions. No other module knows it.

Everything is propositional: an item has finitely many answers that rules can tell apart (`cells`), so a
seller is a handful of yes-or-no variables for each item.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from typing import Any

import z3

Formula = Any
"""A formula of the solver, which has no types of its own."""

YES: Formula = z3.BoolVal(True)
NO: Formula = z3.BoolVal(False)


def variable(name: str) -> Formula:
    """A yes-or-no variable; the same name is the same variable."""
    return z3.Bool(name)


def all_of(*parts: Formula) -> Formula:
    """The conjunction; YES without parts."""
    return z3.And(*parts) if parts else YES


def any_of(*parts: Formula) -> Formula:
    """The disjunction; NO without parts."""
    return z3.Or(*parts) if parts else NO


def none_of(*parts: Formula) -> Formula:
    """No part holds."""
    return z3.Not(any_of(*parts))


def implies(premise: Formula, conclusion: Formula) -> Formula:
    """Where the premise holds, the conclusion does."""
    return z3.Implies(premise, conclusion)


def same(one: Formula, other: Formula) -> Formula:
    """Both hold or neither does."""
    return one == other


def so_many(parts: Sequence[Formula], least: int) -> Formula:
    """At least so many of the parts hold."""
    if least <= 0:
        return YES
    return NO if least > len(parts) else z3.AtLeast(*parts, least)


class Definitions:
    """Names for formulas that are used more than once; `rules` says what they stand for."""

    def __init__(self, prefix: str = "") -> None:
        self._prefix = prefix
        self.rules: list[Formula] = []

    def below(self, prefix: str) -> Definitions:
        """More definitions of the same list, with labels of their own."""
        more = Definitions(f"{self._prefix}{prefix}")
        more.rules = self.rules
        return more

    def name(self, label: str, formula: Formula) -> Formula:
        """A variable that holds exactly where the formula does. Labels must differ."""
        named = variable(f"{self._prefix}{label}")
        self.rules.append(same(named, formula))
        return named


class Unfinished(Exception):
    """The solver did not decide within its time."""


class Solver:
    """Decides whether there is a case in which all rules and some wishes hold.

    It has a world of its own, so that what was asked before in this process does not decide which of several
    cases is found: same rules, same questions, same answers.
    """

    def __init__(self, rules: Iterable[Formula]) -> None:
        self._world = z3.Context()
        self._solver = z3.SolverFor("QF_FD", ctx=self._world)
        self._solver.add(*(rule.translate(self._world) for rule in rules))
        self._asked = 0

    def possible(self, wish: Formula, seconds: float) -> bool:
        """Whether there is a case in which the wish holds; Unfinished where time ran out before that was clear."""
        return self._check([self._ask(wish)], seconds)

    def model(self) -> Model:
        """The case that was found last."""
        return Model(self._solver.model(), self._world)

    def nicest(self, wish: Formula, extras: Sequence[Formula], seconds: float) -> Model | None:
        """A case in which the wish holds, and of the extras (variables) as many as can be; None where there is none.

        Where the extras cannot all be had, the last of those that stand in each other's way is given up.
        """
        asked = self._ask(wish)
        left = [extra.translate(self._world) for extra in extras]
        until = time.monotonic() + seconds
        while not self._check([asked, *left], until - time.monotonic()):
            clash = {one.get_id() for one in self._solver.unsat_core()}
            clashing = [place for place, extra in enumerate(left) if extra.get_id() in clash]
            if not clashing:
                return None
            del left[clashing[-1]]
        return self.model()

    def _ask(self, wish: Formula) -> Any:
        self._asked += 1
        asked = z3.Bool(f"asked{self._asked}", self._world)
        self._solver.add(z3.Implies(asked, wish.translate(self._world)))
        return asked

    def _check(self, wanted: list[Any], seconds: float) -> bool:
        if seconds <= 0:
            raise Unfinished
        self._solver.set("timeout", max(1, int(seconds * 1000)))
        found = self._solver.check(*wanted)
        if found == z3.unknown:
            raise Unfinished
        return bool(found == z3.sat)


class Model:
    """A case that the solver found."""

    def __init__(self, model: Any, world: Any) -> None:
        self._model = model
        self._world = world

    def holds(self, formula: Formula) -> bool:
        """Whether the formula holds in this case."""
        return bool(z3.is_true(self._model.eval(formula.translate(self._world), model_completion=True)))
