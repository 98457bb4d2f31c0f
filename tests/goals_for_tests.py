"""Covering problems for tests, and an exact solver that has no part of our code in it."""

from __future__ import annotations

import random
from itertools import combinations

import highspy

from cbassess.planning.goals.covering import Candidate, Covering, members


def candidate(name: str, hours: float, lifts: dict[int, float], needs: int, cost: float = 0.0) -> Candidate:
    return Candidate(action=name, hours=hours, cost=cost, needs=needs, lifts=lifts)


def random_covering(seed: int, size: int = 10) -> Covering:
    """Some actions, each needing a few before it and lifting a few places; every goal can be reached."""
    source = random.Random(seed)
    goal_of = tuple(source.randrange(3) for _ in range(source.randint(3, 8)))
    candidates: list[Candidate] = []
    for number in range(source.randint(2, size)):
        needs = 1 << number
        for need in source.sample(range(number), min(number, source.choice((0, 0, 0, 1, 2)))):
            needs |= candidates[need].needs
        places = source.sample(range(len(goal_of)), source.randint(0, min(3, len(goal_of))))
        lifts = {place: float(source.choice((1, 2, 2.5, 5, 7))) for place in places}
        candidates.append(
            candidate(f"a{number}", source.choice((0, 0.5, 1, 2, 3, 8)), lifts, needs, source.randrange(9))
        )
    most = Covering(tuple(candidates), goal_of, (1.0,) * 3).reached((1 << len(candidates)) - 1)
    sums = [sum(points for place, points in most.items() if goal_of[place] == goal) for goal in range(3)]
    # Goals that nothing lifts are left out, and their places with them.
    kept = [goal for goal in range(3) if sums[goal] > 0]
    number_of = {place: new for new, place in enumerate(p for p, goal in enumerate(goal_of) if goal in kept)}
    return Covering(
        tuple(
            Candidate(one.action, one.hours, one.cost, one.needs, {number_of[p]: v for p, v in one.lifts.items()})
            for one in candidates
        ),
        tuple(kept.index(goal_of[place]) for place in number_of),
        tuple(sums[goal] * source.choice((0.2, 0.5, 0.8, 1.0)) for goal in kept),
    )


def closed_sets(covering: Covering) -> list[int]:
    """All sets that hold whatever their members need."""
    count = len(covering.candidates)
    sets = []
    for size in range(count + 1):
        for chosen in combinations(range(count), size):
            mask = sum(1 << number for number in chosen)
            if all(covering.candidates[number].needs & ~mask == 0 for number in chosen):
                sets.append(mask)
    return sets


def hours_of(covering: Covering, mask: int) -> float:
    return sum(covering.candidates[number].hours for number in members(mask))


def solved(covering: Covering) -> float | None:
    """Least hours of a set that reaches every goal, by HiGHS; None where there is none."""
    model = highspy.Highs()
    model.setOptionValue("output_flag", False)
    model.setOptionValue("mip_rel_gap", 0.0)
    model.setOptionValue("mip_abs_gap", 1e-7)
    taken = [model.addBinary() for _ in covering.candidates]
    for number, one in enumerate(covering.candidates):
        for need in members(one.needs & ~(1 << number)):
            model.addConstr(taken[number] <= taken[need])
    for goal, gap in enumerate(covering.gaps):
        points = [
            term
            for place, of in enumerate(covering.goal_of)
            if of == goal
            for term in _points_at(model, covering, taken, place)
        ]
        if not points:
            return None
        model.addConstr(sum(points) >= gap)
    model.minimize(sum(one.hours * variable for one, variable in zip(covering.candidates, taken, strict=True)))
    optimal = model.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return float(model.getObjectiveValue()) if optimal else None


def _points_at(model: highspy.Highs, covering: Covering, taken: list[object], place: int) -> list[object]:
    """A place counts for one of the actions that lift it: that is the best of those taken."""
    lifting = [(number, one.lifts[place]) for number, one in enumerate(covering.candidates) if place in one.lifts]
    counted = [model.addVariable(0, 1) for _ in lifting]
    for variable, (number, _) in zip(counted, lifting, strict=True):
        model.addConstr(variable <= taken[number])
    if counted:
        model.addConstr(sum(counted) <= 1)
    return [points * variable for variable, (_, points) in zip(counted, lifting, strict=True)]
