"""What a goal lacks that nothing advised now can bring."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cbassess.engine.gains import changes_by
from cbassess.engine.scoring import readiness_of
from cbassess.engine.situation import Situation, as_value
from cbassess.engine.standing import Standing, value_of
from cbassess.model.evaluation import Evaluation, NotNow
from cbassess.model.goal import Shortfall
from cbassess.model.rulebook import Action
from cbassess.planning.goals.covering import ENOUGH
from cbassess.planning.goals.finding import Finder


def shortfalls(
    situation: Situation, evaluation: Evaluation, finder: Finder, aims: Mapping[str, float]
) -> tuple[Shortfall, ...]:
    """The items that stay weak in the trends that cannot reach their aim, most points first."""
    advised = [one.action for one in finder.ranked]
    changes = changes_by(advised, situation)
    found = [
        shortfall
        for trend, aim in aims.items()
        if readiness_of(situation.pack.trends[trend], situation, changes).low < aim - ENOUGH
        for shortfall in _in_trend(situation, evaluation, trend, advised)
    ]
    return tuple(sorted(found, key=lambda one: -one.points))


def _in_trend(situation: Situation, evaluation: Evaluation, trend: str, advised: list[Action]) -> Iterator[Shortfall]:
    standings = situation.standings[trend]
    total = sum(one.indicator.weight for one in standings)
    for standing in standings:
        value = _best(situation, standing, advised)
        points = 100.0 * standing.indicator.weight * (1.0 - value) / total
        if points > ENOUGH:
            item = situation.pack.items[standing.indicator.item]
            held_back = [one for one in evaluation.not_now if _would_lift(situation, standing, one, value)]
            yield Shortfall(
                trend=trend,
                item=item.id,
                stem=item.stem,
                state=situation.states[item.id],
                points=points,
                held_back=tuple(one.title for one in held_back),
                because=tuple(dict.fromkeys(reason for one in held_back for reason in one.because)),
            )


def _best(situation: Situation, standing: Standing, actions: list[Action]) -> float:
    """Value that the item has at least once the actions are done."""
    return max([standing.low, *(_value(situation, standing, action) for action in actions)])


def _value(situation: Situation, standing: Standing, action: Action) -> float:
    target = action.achieves.get(standing.indicator.item)
    if target is None:
        return 0.0
    return value_of(standing.indicator, situation.pack.items[standing.indicator.item], as_value(target))


def _would_lift(situation: Situation, standing: Standing, one: NotNow, above: float) -> bool:
    return _value(situation, standing, situation.pack.actions[one.action]) > above + ENOUGH
