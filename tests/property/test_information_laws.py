"""Laws of the value of information, over random packs and sellers."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from cbassess.engine.evaluating import evaluate
from cbassess.engine.scoring import readiness_of
from cbassess.engine.situation import Ruling, situate
from cbassess.model.pack import Pack
from cbassess.model.responses import Missing, Response
from cbassess.planning import build_plan, value_of_information
from cbassess.planning.information import FIRST
from tests.strategies import DAY, packs_and_responses, responses_to

Case = tuple[Pack, dict[str, Response]]


@given(packs_and_responses(), st.data())
def test_no_answer_does_more_than_was_said(case: Case, data: st.DataObject) -> None:
    """Any answer to an item that was tried exactly keeps within what was said of it."""
    pack, responses = case
    situation = situate(Ruling(pack), responses, DAY)
    information = value_of_information(situation)
    tried = [one for one in information.items if one.exact]
    assume(tried)
    one = data.draw(st.sampled_from(tried))
    answer = data.draw(responses_to(pack.items[one.item]).filter(lambda given: not isinstance(given, Missing)))
    after = situate(situation.ruling, {**responses, one.item: answer}, DAY)
    first = {step.action for step in build_plan(after, evaluate(after), with_cures=False).steps[:FIRST]}
    assert set(information.first) - first <= set(one.could_leave)
    assert first - set(information.first) <= set(one.could_enter)
    assert set(information.certain) <= first
    for trend in pack.rulebook.trends:
        if situation.truths[trend.applies_when] is False or after.truths[trend.applies_when] is False:
            continue
        now, then = readiness_of(trend, situation).value, readiness_of(trend, after).value
        reach = one.readiness.get(trend.id)
        low, high = (reach.low, reach.high) if reach else (now, now)
        assert low - 1e-9 <= then <= high + 1e-9


@given(packs_and_responses())
def test_the_first_steps_are_those_of_the_plan(case: Case) -> None:
    pack, responses = case
    situation = situate(Ruling(pack), responses, DAY)
    plan = build_plan(situation, evaluate(situation), with_cures=False)
    assert value_of_information(situation).first == tuple(step.action for step in plan.steps[:FIRST])


@given(packs_and_responses())
def test_what_holds_for_all_answers_together_holds_for_each_alone(case: Case) -> None:
    """Where all combinations were tried; one item by itself leaves the others as they are, open."""
    pack, responses = case
    information = value_of_information(situate(Ruling(pack), responses, DAY))
    assert set(information.together.certain) <= set(information.first)
    assert set(information.certain) <= set(information.first)
    assert information.together.tried <= information.together.possible
    leave = {action for one in information.items for action in one.could_leave}
    assert set(information.certain) == set(information.first) - leave
