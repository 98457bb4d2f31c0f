"""What an action brings: readiness scored again as if it were done."""

from __future__ import annotations

from collections.abc import Iterable

from cbassess.engine.scoreboard import Scoreboard
from cbassess.engine.scoring import Changes, relevance_of
from cbassess.engine.situation import Situation, as_value
from cbassess.model.responses import Value
from cbassess.model.rulebook import Action


class Gains:
    """Points that actions bring to one seller today, each taken alone."""

    def __init__(self, situation: Situation) -> None:
        self._today = Scoreboard(situation)
        self._relevance = {trend.id: relevance_of(trend, situation).value for trend in situation.pack.rulebook.trends}

    def of(self, action: str) -> dict[str, float]:
        """Points per trend: relevance x (readiness after - readiness before), where there are any."""
        gains: dict[str, float] = {}
        for (trend, _), points in self.parts(action).items():
            gains[trend] = gains.get(trend, 0.0) + points
        return gains

    def parts(self, action: str) -> dict[tuple[str, str], float]:
        """The same points by trend and item; over several actions the highest of each counts."""
        return {
            (trend, item): points
            for (trend, item), by in self._today.parts(action).items()
            if (points := self._relevance[trend] / 100.0 * by)
        }


def changes_by(actions: Iterable[Action], situation: Situation) -> Changes:
    """What the seller could at least answer once the actions are done, for items that apply or may apply."""
    changes: dict[str, tuple[Value, ...]] = {}
    for action in actions:
        for item, target in action.achieves.items():
            if situation.states[item] != "off_route":
                changes[item] = (*changes.get(item, ()), as_value(target))
    return changes
