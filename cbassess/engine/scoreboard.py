"""Readiness while actions are done one after another.

The route stays as it is: an action never brings in or drops an indicator, so that a gain shows what the
action does and not what the next question would ask. An action makes sure that an answer is at least as
good as the one it achieves; it never makes one weaker.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cbassess.engine.situation import Situation

Bounds = tuple[float, float]
UNMEASURED: Bounds = (0.0, 100.0)


class Scoreboard:
    """Lowest and highest readiness of every trend, as if the actions done so far had been done."""

    def __init__(self, situation: Situation) -> None:
        self._lifts = situation.ruling.lifts
        self._rows: dict[str, dict[str, tuple[float, float, float]]] = {
            trend: {one.indicator.item: (one.indicator.weight, one.low, one.high) for one in standings}
            for trend, standings in situation.standings.items()
        }
        self._bounds: dict[str, Bounds] = {}
        self._weights = {trend: sum(weight for weight, _, _ in rows.values()) for trend, rows in self._rows.items()}

    def do(self, action: str) -> None:
        """Take the action as done."""
        for trend, lifts in self._lifts[action].items():
            self._rows[trend].update(self._lifted(trend, lifts))
            self._bounds.pop(trend, None)

    def touched_by(self, action: str) -> tuple[str, ...]:
        """Trends with an indicator that the action can lift."""
        return tuple(self._lifts[action])

    def bounds(self, trend: str) -> Bounds:
        """Lowest and highest readiness of a trend now."""
        found = self._bounds.get(trend)
        if found is None:
            found = self._bounds[trend] = _bounds(self._rows[trend])
        return found

    def parts(self, action: str) -> dict[tuple[str, str], float]:
        """Points of readiness, in the middle of the range, that the action would add per trend and item."""
        parts = {}
        for trend, lifts in self._lifts[action].items():
            rows = self._rows[trend]
            for item, (weight, low, high) in self._lifted(trend, lifts).items():
                raised = low + high - rows[item][1] - rows[item][2]
                parts[trend, item] = 100.0 * weight * raised / 2 / self._weights[trend]
        return parts

    def _lifted(self, trend: str, lifts: Sequence[tuple[str, float]]) -> dict[str, tuple[float, float, float]]:
        """The rows of a trend that an action changes."""
        rows = self._rows[trend]
        lifted: dict[str, tuple[float, float, float]] = {}
        for item, value in lifts:
            row = lifted.get(item) or rows.get(item)
            if row is not None and value > row[1]:
                weight, low, high = row
                lifted[item] = (weight, max(low, value), max(high, value))
        return lifted


def _bounds(rows: Mapping[str, tuple[float, float, float]]) -> Bounds:
    weights = lows = highs = 0.0
    for weight, low, high in rows.values():
        weights += weight
        lows += weight * low
        highs += weight * high
    return (100.0 * lows / weights, 100.0 * highs / weights) if weights else UNMEASURED
