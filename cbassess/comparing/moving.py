"""Which answers moved a trend, like for like; the parts add up to the movement.

An answer that opens or closes questions moves a trend through all of them, so points cannot simply be read off item by
item: the movement is shared out over the orders in which the answers could have changed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct

from cbassess.comparing.scoring import readiness, route_of, rules_of
from cbassess.comparing.shapley import Values, shares
from cbassess.engine.dependencies import atoms_of, items_of
from cbassess.engine.situation import Situation
from cbassess.model.comparison import DAYS_PASSED
from cbassess.model.expressions import CompareNumber
from cbassess.model.pack import Pack
from cbassess.model.responses import Missing, Response

Answers = Mapping[str, Response]
Reading = tuple[Answers, dt.date]
"""Answers as the pack of the ground reads them, and the day of which they tell."""


class Ground(Struct, frozen=True):
    """What both waves are scored by: one pack, and those of its items that both packs ask."""

    pack: Pack
    shared: frozenset[str]

    def judge(self, answers: Answers, as_of: dt.date) -> Situation:
        """A seller on this ground; the answers are as the pack reads them."""
        route = route_of(self.pack, answers, as_of).among(self.shared)
        return rules_of(self.pack).judge(answers, as_of, route)


def movers(ground: Ground, before: Reading, after: Reading) -> dict[str, dict[str, float]]:
    """Trend id -> item id, or `as_of` for the days that passed -> points of readiness."""
    parts = _changed(ground.pack, before, after)

    def value(come: frozenset[str]) -> Values:
        answers = {**before[0]}
        for item in come - {DAYS_PASSED}:
            answers.pop(item, None)
            if item in after[0]:
                answers[item] = after[0][item]
        day = after[1] if DAYS_PASSED in come or DAYS_PASSED not in parts else before[1]
        return {trend: figure.value for trend, figure in readiness(ground.judge(answers, day)).items()}

    return shares(parts, value)


def _changed(pack: Pack, before: Reading, after: Reading) -> tuple[str, ...]:
    """What differs and can move a trend, in the order of asking; the days that passed stand last."""
    steering = _steering(pack)
    changed = tuple(
        item for item in pack.items if item in steering and _given(before[0], item) != _given(after[0], item)
    )
    return (*changed, DAYS_PASSED) if before[1] != after[1] and _looks_at_dates(pack) else changed


def _given(answers: Answers, item: str) -> Response:
    return answers.get(item, Missing.NOT_REACHED)


def _steering(pack: Pack) -> frozenset[str]:
    """Items that can move readiness: indicators, and what decides which of them apply."""
    facts = {fact.id: pack.conditions[fact.when] for fact in pack.rulebook.facts}
    texts = {item.ask_when for item in pack.items.values() if item.ask_when is not None}
    texts |= {trend.applies_when for trend in pack.rulebook.trends}
    indicators = (indicator.item for trend in pack.rulebook.trends for indicator in trend.indicators)
    return frozenset(indicators).union(*(items_of(pack.conditions[text], facts) for text in texts))


def _looks_at_dates(pack: Pack) -> bool:
    atoms = (atom for tree in pack.conditions.values() for atom in atoms_of(tree))
    return any(isinstance(atom, CompareNumber) and atom.measure == "days_until" for atom in atoms)
