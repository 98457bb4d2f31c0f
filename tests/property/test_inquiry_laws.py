"""Laws of what-if and explain, over random packs and sellers."""

from __future__ import annotations

from hypothesis import given, reject
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, DrawFn

from cbassess.engine.dependencies import atoms_of, facts_of
from cbassess.engine.sentences import Sentences
from cbassess.model.expressions import Not
from cbassess.model.pack import Pack
from cbassess.model.responses import Response, ResponseSet
from cbassess.workflow import assess, evaluate, explain, whatif
from tests.strategies import DAY, answers, packs, packs_and_responses, responses_to

Case = tuple[Pack, dict[str, Response]]
cases = packs_and_responses()


def _set(responses: dict[str, Response]) -> ResponseSet:
    return ResponseSet("Seller", responses)


@given(cases)
def test_supposing_what_is_so_changes_nothing(case: Case) -> None:
    pack, responses = case
    found = whatif(pack, _set(responses), DAY, dict(responses))
    assert not any(shift.moves for shift in found.trends)
    assert {step.fate for step in found.steps} <= {"kept"}
    assert not found.asked
    assert not found.not_asked


@given(cases, st.data())
def test_both_sides_are_what_assess_says(case: Case, data: DataObject) -> None:
    pack, responses = case
    item = data.draw(st.sampled_from(sorted(pack.items)))
    answer = data.draw(responses_to(pack.items[item]))
    found = whatif(pack, _set(responses), DAY, {item: answer})
    before = assess(pack, _set(responses), DAY)
    after = assess(pack, _set({**responses, item: answer}), DAY)
    shifts = {shift.id: shift for shift in found.trends}
    for old, new in zip(before.trends, after.trends, strict=True):
        if old.applies is False and new.applies is False:
            assert old.id not in shifts
        else:
            assert shifts[old.id].before.readiness == old.readiness
            assert shifts[old.id].after.relevance == new.relevance
    steps = {step.action: step for step in found.steps}
    for document, side in ((before, "before"), (after, "after")):
        for step in document.plan:
            place = getattr(steps[step.action], side)
            assert (place.rank, place.start, place.due) == (step.rank, step.start, step.due)
    assert {one.action for one in found.steps if one.after.state == "planned"} == {step.action for step in after.plan}


@st.composite
def _advised(draw: DrawFn) -> tuple[Pack, dict[str, Response], list[str]]:
    """A pack and the first of some sellers who is advised something, with what that is."""
    pack = draw(packs())
    for _ in range(6):
        responses = draw(answers(pack))
        fired = [one.action for one in evaluate(pack, _set(responses), DAY).fired if one.needed_by is None]
        if fired:
            return pack, responses, fired
    return reject()


@given(_advised(), st.data())
def test_a_step_that_is_done_is_gone_and_lowers_nobodys_readiness(
    advised: tuple[Pack, dict[str, Response], list[str]], data: DataObject
) -> None:
    pack, responses, fired = advised
    action = data.draw(st.sampled_from(fired))
    found = whatif(pack, _set(responses), DAY, {}, [action])
    step = next(one for one in found.steps if one.action == action)
    # Its answers may also end what made it apply; in any case it is not advised any more.
    assert step.after.state in ("in_place", "not_advised", "undecided")
    for shift in found.trends:
        if shift.after.applies is not False and shift.before.applies is not False:
            assert shift.after.readiness.low >= shift.before.readiness.low - 1e-9


@given(cases, st.data())
def test_what_an_item_explains_is_what_would_be(case: Case, data: DataObject) -> None:
    pack, responses = case
    item = data.draw(st.sampled_from([one.id for one in pack.items.values() if one.kind in ("scale", "choice")]))
    found = explain(pack, _set(responses), DAY, item)
    given_now = responses.get(item)
    options = [option for option in pack.items[item].option_ids if option != given_now]
    assert [effect.response for effect in found.effects[: len(options)]] == options
    effect = found.effects[data.draw(st.integers(0, len(options) - 1))]
    supposed = whatif(pack, _set(responses), DAY, {item: effect.response})
    assert effect.trends == tuple(shift for shift in supposed.trends if shift.moves)
    assert effect.asked == supposed.asked
    states = ("planned", "unplaced")
    assert {one.action for one in effect.fires} == {
        one.action for one in supposed.steps if one.before.state not in states and one.after.state in states
    }
    assert {one.action for one in effect.ceases} == {
        one.action for one in supposed.steps if one.before.state in states and one.after.state not in states
    }


@given(cases, st.data())
def test_every_action_and_trend_can_be_explained(case: Case, data: DataObject) -> None:
    pack, responses = case
    action = data.draw(st.sampled_from(sorted(pack.actions)))
    found = explain(pack, _set(responses), DAY, action)
    planned = {step.action: step for step in assess(pack, _set(responses), DAY).plan}
    assert (found.place.state == "planned") == (action in planned)
    if action in planned:
        assert found.grounds[0].holds is True or planned[action].needed_by
        assert found.priority == planned[action].priority
    trend = explain(pack, _set(responses), DAY, data.draw(st.sampled_from(sorted(pack.trends))))
    sure = sum(signal.share for signal in trend.signals if signal.ground.holds)
    if trend.applies.holds:
        assert abs(sure - trend.relevance.low) < 1e-9


@given(packs())
def test_a_sentence_names_every_question_and_fact_of_its_condition(pack: Pack) -> None:
    sentences = Sentences(pack)
    for tree in pack.conditions.values():
        for text in (sentences.of(tree), sentences.of(tree, holds=False)):
            assert all(pack.items[atom.item].stem in text for atom in atoms_of(tree))
            assert not list(facts_of(tree)) or "p" in text
        assert sentences.of(Not(Not(tree))) == sentences.of(tree)
        assert sentences.of(Not(tree)) == sentences.of(tree, holds=False) != sentences.of(tree)
