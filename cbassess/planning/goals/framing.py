"""From a seller's situation to the covering problem of a goal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cbassess.engine.scoring import readiness_of
from cbassess.engine.situation import Situation, as_value
from cbassess.engine.standing import Standing, value_of
from cbassess.model.rulebook import Action
from cbassess.planning.capacity import money
from cbassess.planning.goals.covering import ENOUGH, Candidate, Covering
from cbassess.planning.ordering import Ranked


def frame(
    situation: Situation,
    ranked: Sequence[Ranked],
    before: Mapping[str, Sequence[str]],
    aims: Mapping[str, float],
) -> Covering:
    """The covering problem of some aims.

    It counts with the low end of readiness: an answer that is missing brings no points until it is known, or an action
    makes sure of it.

    Args:
        situation: the seller.
        ranked: the actions that may be taken, as `doable` orders them.
        before: action -> actions that have to be finished before it.
        aims: trend -> readiness to be reached; one that is reached already asks for nothing.
    """
    gaps = {trend: aim - readiness_of(situation.pack.trends[trend], situation).low for trend, aim in aims.items()}
    wanted = [trend for trend, gap in gaps.items() if gap > ENOUGH]
    places = [(goal, standing) for goal, trend in enumerate(wanted) for standing in situation.standings[trend]]
    totals = [sum(one.indicator.weight for one in situation.standings[trend]) for trend in wanted]
    shares = [100.0 * standing.indicator.weight / totals[goal] for goal, standing in places]
    needs = _needs(ranked, before)
    return Covering(
        candidates=tuple(
            Candidate(
                action=one.action.id,
                hours=one.priority.effort_hours,
                cost=money(one.action.cost, one.band, situation.pack.rulebook),
                needs=needs[one.action.id],
                lifts={
                    place: share * lift
                    for place, ((_, standing), share) in enumerate(zip(places, shares, strict=True))
                    if (lift := _lift(situation, one.action, standing)) > 0
                },
            )
            for one in ranked
        ),
        goal_of=tuple(goal for goal, _ in places),
        gaps=tuple(gaps[trend] for trend in wanted),
    )


def _lift(situation: Situation, action: Action, standing: Standing) -> float:
    """How far the action lifts an indicator above its low end today, from 0 to 1."""
    target = action.achieves.get(standing.indicator.item)
    if target is None:
        return 0.0
    item = situation.pack.items[standing.indicator.item]
    return value_of(standing.indicator, item, as_value(target)) - standing.low


def doable(ranked: Sequence[Ranked], before: Mapping[str, Sequence[str]]) -> tuple[Ranked, ...]:
    """The actions in the order of the plan, each after what has to come before it.

    A pack may make two wait for each other (one requires the other, which its trend holds back until the first is
    done); neither can be done then, nor what waits for them.
    """
    ordered: list[Ranked] = []
    done: set[str] = set()
    left = list(ranked)
    while free := next((one for one in left if done.issuperset(before[one.action.id])), None):
        ordered.append(free)
        done.add(free.action.id)
        left.remove(free)
    return tuple(ordered)


def _needs(ranked: Sequence[Ranked], before: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Action -> mask of all that has to be taken with it, itself included."""
    masks: dict[str, int] = {}
    for number, one in enumerate(ranked):
        mask = 1 << number
        for need in before[one.action.id]:
            mask |= masks[need]
        masks[one.action.id] = mask
    return masks
