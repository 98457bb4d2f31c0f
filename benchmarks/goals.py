"""The way to a goal for random sellers: how long it takes, how near an exact solver it comes, how often it is proved.

Each seller is asked for one to three trends, somewhere between today and all that is advised, by one of the next five
quarters. The least work whenever it may be done is compared with what HiGHS finds for the same sets.
"""

from __future__ import annotations

import random
import time

from benchmarks.sellers import DAY, random_seller
from cbassess.engine.evaluating import evaluate
from cbassess.engine.gains import changes_by
from cbassess.engine.scoring import readiness_of
from cbassess.engine.situation import Ruling, Situation, situate
from cbassess.model.goal import Goal
from cbassess.model.quarters import quarter_ends
from cbassess.planning.capacity import capacity_of
from cbassess.planning.goals import HORIZON, build_goal
from cbassess.planning.goals.finding import Finder
from cbassess.planning.ordering import rank
from cbassess.planning.scheduling import Scheduler
from cbassess.workflow import open_pack
from tests.goals_for_tests import hours_of, solved


def run(rounds: int) -> dict[str, float]:
    """Milliseconds of a whole answer, and shares of the answers that are proved, over so many sellers."""
    ruling = Ruling(open_pack())
    figures: dict[str, float] = {}
    for count in (1, 2, 3):
        asked = [_asked(ruling, seed, count) for seed in range(rounds)]
        times, goals = zip(*(_timed(*one) for one in asked), strict=True)
        name = "1 goal" if count == 1 else f"{count} goals"
        figures |= {f"{name}, {at}": value for at, value in _spread(list(times)).items()}
        ways = [goal.way for goal in goals if goal.way]
        figures[f"{name}, least work proved"] = sum(way.least for way in ways) / max(1, len(ways))
        late = [goal for goal in goals if goal.relaxations]
        figures[f"{name}, too late proved"] = sum(goal.sure for goal in late) / max(1, len(late))
    exact = [_beyond_optimum(*_asked(ruling, seed, 1 + seed % 3)[:2]) for seed in range(rounds)]
    figures["hours above the optimum, worst"] = max(exact)
    return figures


def _spread(times: list[float]) -> dict[str, float]:
    ordered = sorted(1e3 * one for one in times)
    return {
        "ms, median": ordered[len(ordered) // 2],
        "ms, one in ten": ordered[9 * len(ordered) // 10],
        "ms, worst": ordered[-1],
    }


def _asked(ruling: Ruling, seed: int, count: int) -> tuple[Situation, dict[str, float], int]:
    draw = random.Random(f"{seed} {count}")
    situation = situate(ruling, random_seller(ruling.pack, seed), DAY)
    actions = [ruling.pack.actions[one.action] for one in evaluate(situation).fired]
    changes = changes_by(actions, situation)
    trends = [one for one in ruling.pack.rulebook.trends if situation.truths[one.applies_when]]
    aims = {}
    for trend in draw.sample(trends, min(count, len(trends))):
        low, most = readiness_of(trend, situation).low, readiness_of(trend, situation, changes).low
        aims[trend.id] = low + (most - low) * draw.choice((0.3, 0.6, 0.8, 0.95))
    return situation, aims, draw.randrange(5)


def _timed(situation: Situation, aims: dict[str, float], quarter: int) -> tuple[float, Goal]:
    evaluation = evaluate(situation)
    start = time.process_time()
    goal = build_goal(situation, evaluation, "Seller", aims, quarter_ends(DAY, HORIZON)[quarter])
    return time.process_time() - start, goal


def _beyond_optimum(situation: Situation, aims: dict[str, float]) -> float:
    ranked = rank(situation, evaluate(situation).fired)
    capacity = capacity_of(situation.pack, situation.responses)
    finder = Finder(situation, ranked, Scheduler(situation, ranked, capacity).before, aims)
    best = None if finder.is_reached else solved(finder.covering)
    return 0.0 if best is None else hours_of(finder.covering, finder.smallest.taken or 0) - best


if __name__ == "__main__":
    for what, figure in run(1_000).items():
        print(f"{what:40} {figure:10.2f}")
