"""The order of the plan: band first, then weighted shortest job first (WSJF).

    wsjf = (gain + unlocks + time criticality) / effort in hours

The numbers are kept with each step, so that a seller can work out the order by hand.
"""

from __future__ import annotations

import datetime as dt
import heapq

from msgspec import Struct

from cbassess.engine.situation import Situation
from cbassess.model.evaluation import Fired
from cbassess.model.plan import Priority
from cbassess.model.rulebook import Action
from cbassess.planning.dates import SURE, dates_of, next_day
from cbassess.words import phrase, words_in

LEAST_EFFORT = 0.5
"""Hours; keeps the division finite for a step that takes no time of the seller's own."""


WAITED_FOR = phrase("“{title}” waits for it.")


class Ranked(Struct, frozen=True):
    """A fired action with its place in the order.

    Attributes:
        requires: the prerequisites that are themselves in the plan.
        band: band after lifts, and after taking over that of a step which needs it.
    """

    fired: Fired
    action: Action
    requires: tuple[str, ...]
    band: str
    band_because: str | None
    priority: Priority


def rank(situation: Situation, fired: tuple[Fired, ...]) -> tuple[Ranked, ...]:
    """All fired actions in order, no one before what it requires; ties break by id."""
    ranking = _Ranking(situation, fired)
    steps = {one.action: ranking.ranked(one) for one in fired}
    open_needs = {action: len(one.requires) for action, one in steps.items()}
    waiting: dict[str, list[str]] = {}
    for action, one in steps.items():
        for need in one.requires:
            waiting.setdefault(need, []).append(action)
    free = [ranking.place(steps[action]) for action, needs in open_needs.items() if not needs]
    heapq.heapify(free)
    ordered: list[Ranked] = []
    while free:
        *_, action = heapq.heappop(free)
        ordered.append(steps[action])
        for other in waiting.get(action, ()):
            open_needs[other] -= 1
            if not open_needs[other]:
                heapq.heappush(free, ranking.place(steps[other]))
    return tuple(ordered)


class _Ranking:
    """What the place of each action is worked out from: who waits for whom, and the bands."""

    def __init__(self, situation: Situation, fired: tuple[Fired, ...]) -> None:
        self._situation, self._pack = situation, situation.pack
        self.bands = {band.id: place for place, band in enumerate(self._pack.rulebook.bands)}
        self._fired = {one.action: one for one in fired}
        self._ahead = {action: self._all_ahead(action) for action in self._fired}
        self._behind: dict[str, list[str]] = {}
        for action in sorted(self._ahead):
            for need in self._ahead[action]:
                self._behind.setdefault(need, []).append(action)

    def place(self, one: Ranked) -> tuple[int, float, str]:
        """What the order goes by: band, points per hour, id."""
        return self.bands[one.band], -one.priority.wsjf, one.action.id

    def ranked(self, one: Fired) -> Ranked:
        """The action with its band and its figures."""
        action = self._pack.actions[one.action]
        waiting = [self._fired[other] for other in self._behind.get(one.action, ())]
        band, because = self._band(one, waiting)
        unlocks = sum(other.total_gain / (len(self._ahead[other.action]) + 1) for other in waiting)
        time_criticality = _time_criticality(self._situation, action)
        return Ranked(
            fired=one,
            action=action,
            requires=self._direct(one.action),
            band=band,
            band_because=because,
            priority=_priority(one.total_gain, unlocks, time_criticality, action),
        )

    def _direct(self, action: str) -> tuple[str, ...]:
        return tuple(need for need in self._pack.actions[action].requires if need in self._fired)

    def _all_ahead(self, action: str) -> frozenset[str]:
        """Everything that has to be done before the action."""
        ahead: set[str] = set()
        queue = list(self._direct(action))
        while queue:
            need = queue.pop()
            if need not in ahead:
                ahead.add(need)
                queue += self._direct(need)
        return frozenset(ahead)

    def _band(self, one: Fired, waiting: list[Fired]) -> tuple[str, str | None]:
        """The action's band, or that of the most urgent step which waits for it."""
        most_urgent = min([one, *waiting], key=lambda other: self.bands[other.band])
        if most_urgent is one:
            return one.band, one.band_because
        waited_for = words_in(self._pack.language)(WAITED_FOR)
        return most_urgent.band, waited_for.format(title=self._pack.actions[most_urgent.action].title)


def _priority(gain: float, unlocks: float, time_criticality: float, action: Action) -> Priority:
    effort = sum(action.effort_hours) / 2
    return Priority(
        gain=gain,
        unlocks=unlocks,
        time_criticality=time_criticality,
        effort_hours=effort,
        wsjf=(gain + unlocks + time_criticality) / max(effort, LEAST_EFFORT),
    )


def _time_criticality(situation: Situation, action: Action) -> float:
    """Points for the nearest date: all while it is in force, fewer the further it lies ahead.

    A date that is not confirmed counts half, because a plan must not be driven by a rumour. Of a season the next
    day counts that the action can still be ready for.
    """
    rules, as_of = situation.pack.rulebook.time_criticality, situation.as_of
    points = [0.0]
    for fact in dates_of(situation, action):
        ready = as_of + dt.timedelta(weeks=action.lead_weeks[0]) if fact.also else as_of
        days = max(0, (next_day(fact, ready) - as_of).days)
        sure = 1.0 if fact.confidence in SURE else 0.5
        points.append(sure * rules.points * max(0.0, 1.0 - days / rules.horizon_days))
    return max(points)
