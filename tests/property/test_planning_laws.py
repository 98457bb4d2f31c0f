"""Laws of the planner, over random packs and sellers."""

from __future__ import annotations

import datetime as dt
import itertools
import math
import re
from collections import Counter
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cbassess.engine.evaluating import evaluate
from cbassess.engine.firing import Verdict, applies_when, verdict_of
from cbassess.engine.gains import changes_by
from cbassess.engine.scoring import readiness_of
from cbassess.engine.situation import Ruling, Situation, situate
from cbassess.model.pack import Pack
from cbassess.model.plan import Plan
from cbassess.model.quarters import quarter_ends
from cbassess.model.responses import Missing, Response
from cbassess.planning import build_plan
from cbassess.planning.capacity import money, places_at
from cbassess.planning.ordering import rank
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
    for end in ends:
        done = sum(step.priority.effort_hours for step in plan.steps if step.due <= end)
        assert done <= plan.capacity.hours_per_week * math.ceil((end - DAY).days / 7) + 1e-6
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
            again = readiness_of(situation.pack.trends[trend], situation, changes)
            assert points == round(again.value, 1)
            assert forecast.range[trend] == (round(again.low, 1), round(again.high, 1))


@given(cases)
def test_today_and_what_the_steps_add_is_the_forecast_to_the_last_digit(case: Case) -> None:
    situation, plan = _planned(case)
    for forecast, end in zip(plan.forecast, quarter_ends(DAY, len(plan.forecast)), strict=True):
        for trend, points in forecast.readiness.items():
            today = _exact(round(readiness_of(situation.pack.trends[trend], situation).value, 1))
            added = sum(_exact(step.adds.get(trend, 0.0)) for step in plan.steps if step.due <= end)
            assert today + added == _exact(points)


def _exact(points: float) -> Decimal:
    return Decimal(str(points))


@given(cases)
def test_no_step_makes_a_trend_weaker(case: Case) -> None:
    _, plan = _planned(case)
    assert all(points > 0 for step in plan.steps for points in step.adds.values())


@given(cases)
def test_the_places_for_steps_at_once_are_kept(case: Case) -> None:
    """A step that starts in a week holds a place in it; what was begun before may hold one too."""
    _, plan = _planned(case)
    starts = Counter(step.start for step in plan.steps)
    assert all(count <= plan.capacity.steps_at_once for count in starts.values())


@given(cases)
def test_more_hours_or_money_do_make_it_fit_where_that_is_said(case: Case) -> None:
    situation, plan = _planned(case)
    evaluation = evaluate(situation)
    for one in plan.unplaced:
        hours = re.search(r"with (\d+) hours a week", one.would_fit)
        budget = re.search(r"budget of ([\d,]+)", one.would_fit)
        if not hours and not budget:
            continue
        per_week = float(hours[1]) if hours else plan.capacity.hours_per_week
        money_ = float(budget[1].replace(",", "")) if budget else plan.capacity.budget
        more = replace(
            plan.capacity,
            hours_per_week=per_week,
            budget=money_,
            steps_at_once=places_at(per_week, situation.pack.rulebook.plan),
        )
        again = build_plan(situation, evaluation, more, with_cures=False)
        assert one.action in {step.action for step in again.steps}


@given(cases)
def test_who_starts_by_the_latest_start_is_in_time(case: Case) -> None:
    _, plan = _planned(case)
    for step in plan.steps:
        for date in step.dates:
            assert (date.start_by is None) == (date.day <= DAY)
            if date.start_by and date.confidence != "unconfirmed":
                assert step.latest_start is not None
                assert step.latest_start <= date.start_by
                if date.in_time and step.effort_hours == (0, 0):
                    assert step.due <= date.day


@given(cases, st.data())
def test_doing_a_step_and_answering_so_removes_it_and_lowers_no_trend(case: Case, data: st.DataObject) -> None:
    situation, plan = _planned(case)
    if not plan.steps:
        return
    step = data.draw(st.sampled_from(plan.steps))
    action = situation.pack.actions[step.action]
    reached = {item: answer for item, answer in action.achieves.items() if _is_weaker(situation, item, answer)}
    after = situate(situation.ruling, {**case[1], **reached}, DAY)
    assert step.action not in {one.action for one in evaluate(after).fired}
    for trend in situation.pack.rulebook.trends:
        before, now = readiness_of(trend, situation), readiness_of(trend, after)
        assert now.low >= before.low - 1e-9


@given(cases, st.data())
def test_a_weaker_answer_never_shortens_the_list_of_actions_for_it(case: Case, data: st.DataObject) -> None:
    """Actions whose own conditions look at the item are left out: a condition may say anything about it."""
    pack, responses = case
    ruling = Ruling(pack)
    scales = [item for item in pack.items.values() if item.kind == "scale" and item.id.startswith("how.")]
    item = data.draw(st.sampled_from(scales))
    lower, higher = sorted(data.draw(st.tuples(*[st.sampled_from(item.option_ids)] * 2)))
    lists = [_helping(ruling, {**responses, item.id: answer}, item.id) for answer in (higher, lower)]
    assert lists[0] <= lists[1]


def _helping(ruling: Ruling, responses: dict[str, Response], item: str) -> set[str]:
    """Actions that lift the item and fire or are held back."""
    situation = situate(ruling, responses, DAY)
    return {
        action.id
        for action in ruling.pack.rulebook.actions
        if item in action.achieves
        and len(action.achieves) == 1
        and item not in ruling.items_behind[applies_when(action, situation)]
        and verdict_of(action, situation) is Verdict.FIRES
    }


@given(cases)
def test_without_limits_no_trend_ends_lower(case: Case) -> None:
    situation, plan = _planned(case)
    endless = replace(plan.capacity, hours_per_week=1e6, budget=None, steps_at_once=1_000)
    free = build_plan(situation, evaluate(situation), endless, with_cures=False)
    for trend, points in plan.forecast[-1].readiness.items():
        assert free.forecast[-1].readiness[trend] >= points


def _is_weaker(situation: Situation, item: str, answer: object) -> bool:
    """Whether the seller has not said as much yet."""
    options = situation.pack.items[item].option_ids
    now = situation.responses.get(item)
    return not isinstance(now, str) or isinstance(now, Missing) or options.index(now) < options.index(str(answer))


@given(cases)
def test_ties_go_by_the_id(case: Case) -> None:
    situation = situate(Ruling(case[0]), case[1], DAY)
    free = [one for one in rank(situation, evaluate(situation).fired) if not one.requires]
    for one, other in itertools.pairwise(free):
        if (one.band, one.priority.wsjf) == (other.band, other.priority.wsjf):
            assert one.action.id < other.action.id


@given(cases)
def test_the_same_seller_gets_the_same_plan(case: Case) -> None:
    assert _planned(case)[1].model_dump_json() == _planned(case)[1].model_dump_json()
