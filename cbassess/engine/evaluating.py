"""From a situation to an evaluation: the engine's one result."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.engine.evidence import Evidence
from cbassess.engine.firing import Firing, applies_when, fire
from cbassess.engine.scoring import contradictions_in
from cbassess.engine.situation import Situation
from cbassess.engine.trend_scores import score_trend
from cbassess.model.evaluation import Evaluation, OpenItem
from cbassess.model.rulebook import Action, Trend


def evaluate(situation: Situation) -> Evaluation:
    """Trends scored, actions fired, and what is still open; pure and without a clock."""
    evidence = Evidence(situation)
    firing = fire(situation, evidence)
    return Evaluation(
        states=dict(situation.states),
        contradictions=contradictions_in(situation),
        trends=tuple(score_trend(trend, situation, evidence) for trend in situation.pack.rulebook.trends),
        set_aside=situation.set_aside,
        fired=tuple(firing.fired),
        not_now=tuple(firing.not_now),
        in_place=tuple(firing.in_place),
        pending=tuple(firing.pending),
        open_items=tuple(_open_items(situation, firing)),
    )


def _open_items(situation: Situation, firing: Firing) -> Iterator[OpenItem]:
    """Items without an answer on which an action or a trend depends, in the order of asking."""
    undecided = {action: _undecided_items(situation, situation.pack.actions[action]) for action in firing.pending}
    undecided |= {
        fired.action: _undecided_items(situation, situation.pack.actions[fired.action])
        for fired in firing.fired
        if fired.action not in undecided
    }
    for item, state in situation.states.items():
        if state in ("answered", "off_route"):
            continue
        moves = tuple(sorted(action for action, items in undecided.items() if item in items))
        trends = tuple(trend.id for trend in situation.pack.rulebook.trends if _hangs_on(trend, item, situation))
        if moves or trends:
            yield OpenItem(item=item, state=state, would_move=moves, trends=trends)


def _undecided_items(situation: Situation, action: Action) -> frozenset[str]:
    """All items that decide whether and where the action stands."""
    conditions = [applies_when(action, situation)]
    conditions += [contraindication.when for contraindication in action.contraindications]
    conditions += [lift.when for lift in action.band_when]
    unknown = [text for text in conditions if situation.truths[text] is None]
    behind = situation.ruling.items_behind
    return frozenset(action.achieves).union(*(behind[text] for text in unknown))


def _hangs_on(trend: Trend, item: str, situation: Situation) -> bool:
    if situation.truths[trend.applies_when] is False:
        return False
    texts = [trend.applies_when, *(signal.when for signal in trend.signals)]
    behind = situation.ruling.items_behind
    return any(indicator.item == item for indicator in trend.indicators) or any(
        situation.truths[text] is None and item in behind[text] for text in texts
    )
