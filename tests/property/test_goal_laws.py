"""Laws of the way to a goal, over random packs and sellers; and an exact solver over sellers of the shipped pack."""

from __future__ import annotations

import datetime as dt
import math
import random

import pytest
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from msgspec.structs import replace

from benchmarks.sellers import DAY as MONDAY
from benchmarks.sellers import random_seller
from cbassess.engine.evaluating import evaluate
from cbassess.engine.gains import changes_by
from cbassess.engine.scoring import readiness_of
from cbassess.engine.situation import Ruling, Situation, situate
from cbassess.model.goal import Goal
from cbassess.model.pack import Pack
from cbassess.model.plan import Capacity
from cbassess.model.quarters import quarter_ends
from cbassess.model.responses import Response
from cbassess.planning.capacity import capacity_of
from cbassess.planning.goals import HORIZON, build_goal
from cbassess.planning.goals.finding import Finder
from cbassess.planning.goals.relaxing import least_budget, least_hours
from cbassess.planning.ordering import rank
from cbassess.planning.scheduling import Scheduler
from cbassess.workflow import open_pack
from tests.goals_for_tests import closed_sets, hours_of, solved
from tests.strategies import DAY, packs

FEW = max(10, settings.default.max_examples // 2)
"""Examples of a law that asks for several searches."""

SELLERS = 40
"""How many sellers of a random pack are looked at for one who can do something."""

RULING = Ruling(open_pack())


def _finder(situation: Situation, aims: dict[str, float]) -> Finder:
    evaluation = evaluate(situation)
    ranked = rank(situation, evaluation.fired)
    capacity = capacity_of(situation.pack, situation.responses)
    return Finder(situation, ranked, Scheduler(situation, ranked, capacity).before, aims)


def _asked(pack: Pack, data: DataObject) -> tuple[Situation, dict[str, float], dt.date]:
    """A seller who can do something for some trends, and aims from today to a little beyond all that is advised."""
    draw = data.draw(st.randoms(use_true_random=False))
    ruling = Ruling(pack)
    for _ in range(SELLERS):
        situation = situate(ruling, _random_seller(pack, draw), DAY)
        ways = {trend: reach for trend, reach in _reaches(situation).items() if reach[1] > reach[0]}
        if ways:
            break
    else:
        reject()
    chosen = data.draw(st.lists(st.sampled_from(sorted(ways)), min_size=1, unique=True))
    share = st.sampled_from((0.3, 0.7, 1.0, 1.2))
    spans = {trend: (ways[trend][0], ways[trend][1] - ways[trend][0]) for trend in chosen}
    aims = {trend: min(100.0, low + span * data.draw(share)) for trend, (low, span) in spans.items()}
    return situation, aims, data.draw(st.sampled_from(quarter_ends(DAY, HORIZON)[:5]))


def _random_seller(pack: Pack, draw: random.Random) -> dict[str, Response]:
    answers: dict[str, Response] = {}
    for item in pack.items.values():
        match item.kind:
            case "multi":
                answers[item.id] = tuple(o for o in item.option_ids if draw.random() < 0.5) or item.option_ids[:1]
            case "number":
                answers[item.id] = float(draw.choice((0, 3, 10, 30, 60, 100)))
            case "date":
                answers[item.id] = DAY + dt.timedelta(days=draw.randint(-400, 400))
            case "text":
                answers[item.id] = "words"
            case _:
                answers[item.id] = draw.choice(item.option_ids)
        if draw.random() < 0.1:
            del answers[item.id]
    return answers


def _reaches(situation: Situation) -> dict[str, tuple[float, float]]:
    """Trend -> low end of readiness today, and with all that is advised."""
    actions = [situation.pack.actions[one.action] for one in evaluate(situation).fired]
    changes = changes_by(actions, situation)
    return {
        trend.id: (readiness_of(trend, situation).low, readiness_of(trend, situation, changes).low)
        for trend in situation.pack.rulebook.trends
        if situation.truths[trend.applies_when] is not False
    }


def _fitting(finder: Finder, capacity: Capacity, until: int) -> list[float]:
    """Hours of every set that reaches the aims and that the weeks take."""
    return [
        hours_of(finder.covering, mask)
        for mask in closed_sets(finder.covering)
        if finder.covering.covers(mask) and finder.timetable.weeks(mask, capacity, until) is not None
    ]


def _goal(situation: Situation, aims: dict[str, float], by_day: dt.date) -> Goal:
    return build_goal(situation, evaluate(situation), "Seller", aims, by_day)


@given(packs(), st.data())
def test_the_way_reaches_the_goal_and_takes_only_what_is_advised(pack: Pack, data: DataObject) -> None:
    situation, aims, by_day = _asked(pack, data)
    goal = _goal(situation, aims, by_day)
    assume(goal.way)
    actions = [situation.pack.actions[step.action] for step in goal.way.steps]
    assert {action.id for action in actions} <= {one.action for one in evaluate(situation).fired}
    changes = changes_by(actions, situation)
    for aim in goal.aims:
        again = readiness_of(situation.pack.trends[aim.trend], situation, changes)
        assert again.low >= aim.readiness - 1e-6
        assert aim.after == again
        added = sum(step.adds.get(aim.trend, 0.0) for step in goal.way.steps)
        assert math.isclose(aim.now.low + added, again.low, abs_tol=1e-6)
    assert math.isclose(goal.way.hours, sum(sum(action.effort_hours) / 2 for action in actions))


@given(packs(), st.data())
def test_the_way_keeps_to_order_dates_hours_and_money(pack: Pack, data: DataObject) -> None:
    situation, aims, by_day = _asked(pack, data)
    goal = _goal(situation, aims, by_day)
    assume(goal.way and goal.way.done)
    due = {step.action: step.due for step in goal.way.steps}
    for step in goal.way.steps:
        assert all(due[need] <= step.start for need in step.requires)
        assert set(situation.pack.actions[step.action].requires) & set(due) <= set(step.requires)
    assert goal.way.done == max(due.values())
    assert (goal.way.done <= by_day) == (goal.outcome == "in_time")
    weeks = (goal.way.done - DAY).days // 7
    assert goal.way.hours <= goal.capacity.hours_per_week * weeks + 1e-6
    if goal.capacity.budget is not None:
        for period in range(7):
            before = DAY + dt.timedelta(weeks=26 * (period + 1))
            spent = sum(step.booked for step in goal.way.steps if step.start < before)
            assert spent <= goal.capacity.budget * (period + 1) + 1e-6


@given(packs(), st.data())
def test_nothing_expands_before_what_makes_its_trend_lawful(pack: Pack, data: DataObject) -> None:
    situation, aims, by_day = _asked(pack, data)
    goal = _goal(situation, aims, by_day)
    assume(goal.way)
    rules, actions = situation.pack.rulebook.plan, situation.pack.actions
    ranked = rank(situation, evaluate(situation).fired)
    bands = {one.action.id: one.band for one in ranked}
    for step in goal.way.steps:
        if bands[step.action] in rules.expansion_bands:
            trend = actions[step.action].trend
            blocking = {a for a, band in bands.items() if band in rules.blocking_bands and actions[a].trend == trend}
            assert blocking <= set(step.requires)


@given(packs(), st.data())
def test_by_a_day_it_finds_the_least_of_all_sets_that_the_weeks_take(pack: Pack, data: DataObject) -> None:
    """And where it finds none, trying every set finds none."""
    situation, aims, by_day = _asked(pack, data)
    finder = _finder(situation, aims)
    assume(0 < len(finder.ranked) <= 9 and finder.covering.gaps)
    capacity = capacity_of(situation.pack, situation.responses)
    until = (by_day - DAY).days // 7
    fitting = _fitting(finder, capacity, until)
    attempt = finder.by(until, capacity)
    if fitting:
        assert hours_of(finder.covering, attempt.taken) == pytest.approx(min(fitting))
    else:
        assert attempt.taken is None


@given(packs(), st.data())
def test_the_outcome_is_what_the_readiness_says(pack: Pack, data: DataObject) -> None:
    situation, aims, by_day = _asked(pack, data)
    goal = _goal(situation, aims, by_day)
    assert (goal.outcome == "reached") == all(aim.now.low >= aim.readiness - 1e-6 for aim in goal.aims)
    assert (goal.outcome == "out_of_reach") == any(aim.most.low < aim.readiness - 1e-6 for aim in goal.aims)
    assert bool(goal.way) == (goal.outcome in ("in_time", "too_late", "not_in_sight"))
    assert bool(goal.relaxations) == (goal.outcome in ("too_late", "not_in_sight"))
    assert bool(goal.shortfalls) == (goal.outcome == "out_of_reach")


@settings(max_examples=FEW)
@given(packs(), st.data())
def test_what_would_have_to_give_is_enough(pack: Pack, data: DataObject) -> None:
    situation, aims, by_day = _asked(pack, data)
    finder = _finder(situation, aims)
    assume(finder.is_reachable and not finder.is_reached)
    capacity = capacity_of(situation.pack, situation.responses)
    until = (by_day - DAY).days // 7
    assume(finder.by(until, capacity).taken is None)
    hours, budget = least_hours(finder, until, capacity), least_budget(finder, until, capacity)
    most = replace(capacity, hours_per_week=168.0, steps_at_once=3)
    if hours.amount is not None:
        places = 2 if hours.amount < 6 else 3
        more = replace(capacity, hours_per_week=hours.amount, steps_at_once=places)
        assert hours.amount > capacity.hours_per_week
        assert finder.by(until, more).taken is not None
    elif hours.sure and len(finder.ranked) <= 9:
        assert not _fitting(finder, most, until)
    if budget.amount is not None and capacity.budget is not None:
        assert budget.amount > capacity.budget
        assert finder.by(until, replace(capacity, budget=budget.amount)).taken is not None
    elif budget.sure and len(finder.ranked) <= 9:
        assert not _fitting(finder, replace(capacity, budget=None), until)


@settings(max_examples=FEW)
@given(packs(), st.data())
def test_the_same_question_gets_the_same_answer(pack: Pack, data: DataObject) -> None:
    situation, aims, by_day = _asked(pack, data)
    backwards = dict(reversed(aims.items()))
    first, second = _goal(situation, aims, by_day), _goal(situation, backwards, by_day)
    assert first.way == _goal(situation, aims, by_day).way
    assert (first.way and first.way.hours) == (second.way and second.way.hours)


@pytest.mark.parametrize("seed", range(60))
def test_on_the_shipped_pack_it_finds_what_an_exact_solver_finds(seed: int) -> None:
    """One to three goals for random sellers, near and far; `benchmarks/goals.py` has more of them."""
    draw = random.Random(seed)
    situation = situate(RULING, random_seller(RULING.pack, seed), MONDAY)
    reaches = _reaches(situation)
    chosen = draw.sample(sorted(reaches), min(len(reaches), draw.randint(1, 3)))
    aims = {
        trend: low + (most - low) * draw.choice((0.3, 0.6, 0.8, 0.95))
        for trend in chosen
        for low, most in [reaches[trend]]
    }
    finder = _finder(situation, aims)
    if finder.is_reached:
        return
    attempt = finder.smallest
    assert attempt.proved
    assert finder.covering.covers(attempt.taken)
    assert hours_of(finder.covering, attempt.taken) == pytest.approx(solved(finder.covering), abs=1e-4)
