"""Laws of the engine, over random packs and sellers."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from cbassess.engine.evaluating import evaluate
from cbassess.engine.scoring import readiness_of, relevance_of
from cbassess.engine.situation import Ruling, Situation, situate
from cbassess.model.evaluation import Interval
from cbassess.model.pack import Pack
from cbassess.model.responses import Missing, Response
from tests.reference import Reference
from tests.strategies import DAY, OPTIONS, packs_and_responses, responses_to

Case = tuple[Pack, dict[str, Response]]
cases = packs_and_responses()
EPSILON = 1e-9


def _situation(pack: Pack, responses: dict[str, Response]) -> Situation:
    return situate(Ruling(pack), responses, DAY)


def _within(inner: Interval, outer: Interval) -> bool:
    return outer.low <= inner.low + EPSILON and inner.high <= outer.high + EPSILON


@given(cases)
def test_the_compiled_conditions_mean_what_the_slow_evaluator_says(case: Case) -> None:
    pack, responses = case
    reference = Reference(pack, responses, DAY)
    situation = _situation(pack, responses)
    applies = {item: {"off_route": False, "waiting": None}.get(state, True) for item, state in situation.states.items()}
    assert applies == reference.applies
    assert situation.truths == reference.truths


@given(cases, st.data())
def test_taking_an_answer_back_only_widens_what_is_known(case: Case, data: DataObject) -> None:
    pack, responses = case
    assume(responses)
    gone = data.draw(st.sampled_from(sorted(responses)))
    assume(responses[gone] not in (Missing.DONT_KNOW, Missing.DECLINED))
    full = _situation(pack, responses)
    less = _situation(pack, {item: answer for item, answer in responses.items() if item != gone})
    for trend in pack.rulebook.trends:
        assert _within(relevance_of(trend, full), relevance_of(trend, less))
        if any(full.states[indicator.item] != "off_route" for indicator in trend.indicators):
            assert _within(readiness_of(trend, full), readiness_of(trend, less))


@given(cases, st.data())
def test_a_better_answer_never_lowers_a_readiness(case: Case, data: DataObject) -> None:
    pack, responses = case
    scored = sorted({indicator.item for trend in pack.rulebook.trends for indicator in trend.indicators})
    item = data.draw(st.sampled_from(scored))
    low, high = sorted((data.draw(st.sampled_from(OPTIONS)), data.draw(st.sampled_from(OPTIONS))))
    worse, better = (_situation(pack, {**responses, item: answer}) for answer in (low, high))
    for trend in pack.rulebook.trends:
        before, after = readiness_of(trend, worse), readiness_of(trend, better)
        assert after.low >= before.low - EPSILON
        assert after.high >= before.high - EPSILON


@given(cases, st.data())
def test_an_answer_that_nothing_looks_at_changes_nothing(case: Case, data: DataObject) -> None:
    pack, responses = case
    seen = set().union(*Ruling(pack).items_behind.values())
    seen |= {indicator.item for trend in pack.rulebook.trends for indicator in trend.indicators}
    seen |= {item for action in pack.rulebook.actions for item in action.achieves}
    unseen = sorted(set(pack.items) - seen)
    assume(unseen)
    item = pack.items[data.draw(st.sampled_from(unseen))]
    before = evaluate(_situation(pack, responses))
    after = evaluate(_situation(pack, {**responses, item.id: data.draw(responses_to(item))}))
    unmoved = {"states", "set_aside", "open_items"}
    assert before.model_dump(exclude=unmoved) == after.model_dump(exclude=unmoved)


@given(cases)
def test_the_order_in_which_answers_came_does_not_matter(case: Case) -> None:
    pack, responses = case
    backwards = dict(reversed(responses.items()))
    assert evaluate(_situation(pack, responses)) == evaluate(_situation(pack, backwards))


@given(cases)
def test_the_points_of_the_indicators_add_up_to_the_readiness(case: Case) -> None:
    pack, responses = case
    for trend in evaluate(_situation(pack, responses)).trends:
        if trend.indicators:
            assert abs(sum(one.points for one in trend.indicators) - trend.readiness.value) < EPSILON
            assert abs(sum(one.share for one in trend.indicators) - 100) < EPSILON


@given(cases)
def test_an_action_fires_only_where_it_applies_helps_and_is_not_contraindicated(case: Case) -> None:
    pack, responses = case
    situation = _situation(pack, responses)
    for fired in evaluate(situation).fired:
        action = pack.actions[fired.action]
        assert not any(situation.truths[one.when] for one in action.contraindications)
        if fired.needed_by is None:
            assert situation.truths[action.applies_when or pack.trends[action.trend].applies_when] is True
            assert fired.because
        assert all(points > 0 for points in fired.gain.values())
