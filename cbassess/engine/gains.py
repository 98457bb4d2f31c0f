"""What an action brings: readiness scored again as if it were done."""

from __future__ import annotations

from collections.abc import Iterable

from cbassess.engine.scoring import Changes, readiness_of, relevance_of
from cbassess.engine.situation import Situation
from cbassess.model.responses import Value
from cbassess.model.rulebook import Action


def gain_of(action: Action, situation: Situation) -> dict[str, float]:
    """Points per trend: relevance x (readiness after - readiness before), where there are any."""
    changes = changes_by([action], situation)
    gains = {}
    for trend in situation.pack.rulebook.trends:
        if not any(indicator.item in changes for indicator in trend.indicators):
            continue
        before = readiness_of(trend, situation).value
        after = readiness_of(trend, situation, changes).value
        points = relevance_of(trend, situation).value / 100.0 * (after - before)
        if points:
            gains[trend.id] = points
    return gains


def changes_by(actions: Iterable[Action], situation: Situation) -> Changes:
    """What the seller could at least answer once the actions are done, for items that apply or may apply."""
    changes: dict[str, tuple[Value, ...]] = {}
    for action in actions:
        for item, target in action.achieves.items():
            if situation.states[item] != "off_route":
                answer: Value = target if isinstance(target, str) else float(target)
                changes[item] = (*changes.get(item, ()), answer)
    return changes
