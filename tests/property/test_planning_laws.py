"""Laws of the planner, over random packs and sellers."""

from __future__ import annotations

import datetime as dt
import math

from hypothesis import given

from cbassess.engine.evaluating import evaluate
from cbassess.engine.gains import changes_by
from cbassess.engine.scoring import readiness_of
from cbassess.engine.situation import Ruling, Situation, situate
from cbassess.model.pack import Pack
from cbassess.model.plan import Plan
from cbassess.model.quarters import quarter_ends
from cbassess.model.responses import Response
from cbassess.planning import build_plan
from cbassess.planning.capacity import money
from tests.strategies import DAY, packs_and_responses

Case = tuple[Pack, dict[str, Response]]
cases = packs_and_responses()


def _planned(case: Case) -> tuple[Situation, Plan]:
    pack, responses = case
    situation = situate(Ruling(pack), responses, DAY)
    return situation, build_plan(situation, evaluate(situation))


@given(cases)
def test_every_fired_action_is_in_the_plan_or_has_a_reason_why_not(case: Case) -> None:
    situation, plan = _planned(case)
    fired = {one.action for one in evaluate(situation).fired}
    assert fired == {step.action for step in plan.steps} | {one.action for one in plan.unplaced}
    assert len(fired) == len(plan.steps) + len(plan.unplaced)
    assert all(one.because for one in plan.unplaced)


@given(cases)
def test_no_step_starts_before_what_it_requires_is_due(case: Case) -> None:
    _, plan = _planned(case)
    due = {step.action: step.due for step in plan.steps}
    rank = {step.action: step.rank for step in plan.steps}
    for step in plan.steps:
        for need in step.requires:
            assert due[need] <= step.start
            assert rank[need] < step.rank


@given(cases)
def test_hours_and_budget_are_never_exceeded(case: Case) -> None:
    situation, plan = _planned(case)
    rulebook = situation.pack.rulebook
    hours = sum(step.priority.effort_hours for step in plan.steps)
    ends = quarter_ends(DAY, rulebook.plan.quarters)
    weeks = math.ceil(((ends[-1] - DAY).days + 1) / 7)
    assert hours <= plan.capacity.hours_per_week * weeks + 1e-6
    for period in range(2):
        before = DAY + dt.timedelta(weeks=26 * (period + 1))
        spent = sum(money(step.cost, step.band, rulebook) for step in plan.steps if step.start < before)
        if plan.capacity.budget is not None:
            assert spent <= plan.capacity.budget * (period + 1) + 1e-6


@given(cases)
def test_nothing_expands_before_the_blocking_steps_of_its_trend(case: Case) -> None:
    situation, plan = _planned(case)
    rules, actions = situation.pack.rulebook.plan, situation.pack.actions
    for step in plan.steps:
        if step.band not in rules.expansion_bands:
            continue
        trend = actions[step.action].trend
        assert not any(one.band in rules.blocking_bands and actions[one.action].trend == trend for one in plan.unplaced)
        for other in plan.steps:
            if other.band in rules.blocking_bands and actions[other.action].trend == trend:
                assert other.due <= step.start


@given(cases)
def test_a_prerequisite_never_stands_in_a_less_urgent_band(case: Case) -> None:
    situation, plan = _planned(case)
    order = [band.id for band in situation.pack.rulebook.bands]
    bands = {step.action: order.index(step.band) for step in plan.steps}
    for step in plan.steps:
        assert all(bands[need] <= bands[step.action] for need in step.requires)


@given(cases)
def test_the_priority_is_what_its_numbers_say(case: Case) -> None:
    _, plan = _planned(case)
    for step in plan.steps:
        numbers = step.priority
        value = numbers.gain + numbers.unlocks + numbers.time_criticality
        assert math.isclose(numbers.wsjf * max(numbers.effort_hours, 0.5), value, abs_tol=1e-9)
        assert math.isclose(numbers.gain, sum(step.gain.values()), abs_tol=1e-9)


@given(cases)
def test_the_forecast_is_the_readiness_with_the_finished_steps_done(case: Case) -> None:
    situation, plan = _planned(case)
    actions = situation.pack.actions
    for forecast, end in zip(plan.forecast, quarter_ends(DAY, len(plan.forecast)), strict=True):
        done = [actions[step.action] for step in plan.steps if step.due <= end]
        changes = changes_by(done, situation)
        for trend, points in forecast.readiness.items():
            again = readiness_of(situation.pack.trends[trend], situation, changes).value
            assert math.isclose(points, again, abs_tol=1e-9)


@given(cases)
def test_the_same_seller_gets_the_same_plan(case: Case) -> None:
    assert _planned(case)[1].model_dump_json() == _planned(case)[1].model_dump_json()
