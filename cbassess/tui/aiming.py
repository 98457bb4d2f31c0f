"""A goal as it is put together: trends with a readiness each, a quarter, hours and money."""

from __future__ import annotations

import math
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from cbassess.model.assessment import Assessment
from cbassess.model.pack import Pack
from cbassess.model.quarters import quarter_ends, quarter_of
from cbassess.model.responses import Response

STEP = 5
"""Points of readiness by which an aim is moved."""
AHEAD = 2
"""How many quarters the goal lies ahead at first."""
FARTHEST = 12
"""Quarters within which a way is looked for."""
MOST_HOURS = 80.0
LEAST_TENTH = 100.0
"""The least by which a budget is moved."""

BY, HOURS, BUDGET = "by", "hours", "budget"
"""What can be changed beside the trends, which are named by their ids."""


class Draft(Struct, frozen=True):
    """A goal that is being put together.

    Attributes:
        quarters: those that can be named.
        readiness: trend -> what is wanted of it, whether it is part of the goal or not.
        by: the quarter.
        hours, budget: what the plan counts on; None for a budget without limit.
        aims: the trends that are part of the goal.
        named: which of hours and budget were changed here.
    """

    quarters: tuple[str, ...]
    readiness: Mapping[str, float]
    by: str
    hours: float
    budget: float | None
    aims: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()

    @classmethod
    def of(cls, document: Assessment) -> Draft:
        """The draft to begin with: a good piece above where each trend stands, half a year ahead."""
        quarters = tuple(quarter_of(day) for day in quarter_ends(document.as_of, FARTHEST))
        wanted = {
            trend.id: float(min(100, STEP * (math.floor(trend.readiness.low / STEP) + 5)))
            for trend in document.trends
            if trend.applies is not False
        }
        capacity = document.capacity
        return cls(quarters, wanted, quarters[AHEAD], capacity.hours_per_week, capacity.budget)

    def turned(self, trend: str) -> Draft:
        """With a trend taken in, or out."""
        return replace(self, aims=self.aims ^ {trend}) if trend in self.readiness else self

    def moved(self, what: str, direction: int) -> Draft:
        """One step less (-1) or more (+1) of something; a trend that is moved is taken in."""
        if what in self.readiness:
            return self.put(what, STEP * (math.floor(self.readiness[what] / STEP) + direction))
        if what == BY:
            place = self.quarters.index(self.by) + direction
            return replace(self, by=self.quarters[min(max(place, 0), len(self.quarters) - 1)])
        if what == HOURS:
            return self.put(HOURS, math.floor(self.hours) + direction)
        budget = self.budget or 0.0
        tenth = max(LEAST_TENTH, 10.0 ** (math.floor(math.log10(max(budget, 1.0))) - 1))
        return self.put(BUDGET, budget + direction * tenth)

    def put(self, what: str, figure: float) -> Draft:
        """With a figure, kept within its bounds."""
        if what in self.readiness:
            kept = min(max(figure, 1.0), 100.0)
            return replace(self, readiness={**self.readiness, what: float(kept)}, aims=self.aims | {what})
        if what == HOURS:
            return replace(self, hours=float(min(max(figure, 0.0), MOST_HOURS)), named=self.named | {HOURS})
        return replace(self, budget=max(figure, 0.0), named=self.named | {BUDGET}) if what == BUDGET else self

    @property
    def wanted(self) -> dict[str, float]:
        """Trend -> readiness, of those that are part of the goal."""
        return {trend: readiness for trend, readiness in self.readiness.items() if trend in self.aims}

    def limits(self, pack: Pack) -> dict[str, Response]:
        """Hours and budget as answers to the items that ask for them, where they were changed here."""
        rules = pack.rulebook.plan
        figures: dict[str, Response] = {}
        if HOURS in self.named:
            figures[rules.hours_per_week] = self.hours
        if BUDGET in self.named and self.budget is not None:
            figures[rules.budget] = self.budget
        return figures
