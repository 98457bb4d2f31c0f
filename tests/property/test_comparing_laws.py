"""Laws of comparisons, over random pairs of packs and pairs of answers."""

from __future__ import annotations

import datetime as dt
import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cbassess.comparing.scoring import Route, judge, route_of, rules_of
from cbassess.comparing.shapley import ALL_ORDERS_UP_TO, shares
from cbassess.engine.scoring import readiness_of, relevance_of
from cbassess.engine.situation import Ruling, situate
from cbassess.model.comparison import Comparison, TrendChange
from cbassess.model.pack import Pack
from cbassess.model.responses import Response, ResponseSet
from cbassess.workflow import Recorded, compare
from tests.strategies import DAY, answers, packs, packs_and_responses

LATER = dt.date(2027, 2, 22)
Answers = dict[str, Response]


@st.composite
def pairs(draw: DrawFn) -> tuple[Pack, Answers, Pack, Answers]:
    """Two packs, which share names and nothing else, with answers under each."""
    old, new = draw(packs()), draw(packs())
    return old, draw(answers(old)), new, draw(answers(new))


def _compare(old: Pack, before: Answers, new: Pack, after: Answers, later: dt.date = LATER) -> Comparison:
    baseline = Recorded(ResponseSet("S", before, "2026-Q4", DAY), "1.0.0", "old" if old is not new else "new", old)
    wave = Recorded(ResponseSet("S", after, "2027-Q1", later), "1.0.0", "new", new)
    return compare(new, baseline, wave)


@given(pairs())
def test_any_two_waves_keep_the_laws(case: tuple[Pack, Answers, Pack, Answers]) -> None:
    comparison = _compare(*case)
    for trend in comparison.trends:
        _parts_add_up(trend)
        _no_figure_where_it_did_not_apply(trend)
    _no_headline_below_the_limit(comparison)


def _parts_add_up(trend: TrendChange) -> None:
    if trend.change is not None:
        assert math.fsum(trend.moved_by.values()) == pytest.approx(trend.change, abs=1e-6)
    if trend.split is not None:
        assert trend.seen_before is not None
        assert trend.seen_after is not None
        assert trend.split.total == pytest.approx(trend.seen_after.value - trend.seen_before.value, abs=1e-9)


def _no_figure_where_it_did_not_apply(trend: TrendChange) -> None:
    assert trend.comparable == (trend.before is not None and trend.after is not None)
    if not trend.comparable:
        assert (trend.change, trend.split, trend.foreseen, trend.moved_by) == (None, None, None, {})


def _no_headline_below_the_limit(comparison: Comparison) -> None:
    assert comparison.compatibility is not None
    if min(comparison.shared, comparison.compatibility) < comparison.headline_needs:
        assert (comparison.headline, comparison.headline_split) == (None, None)


@given(pairs())
def test_where_only_the_pack_changed_nothing_is_due_to_the_answers(case: tuple[Pack, Answers, Pack, Answers]) -> None:
    old, before, new, _ = case
    for trend in _compare(old, before, new, before, DAY).trends:
        if trend.split is not None:
            assert trend.split.answers == pytest.approx(0)


@given(packs_and_responses())
def test_where_only_answers_changed_all_is_due_to_them(case: tuple[Pack, Answers]) -> None:
    pack, before = case
    after: Answers = {**before, **{item: "d" for item in pack.items if item.startswith("how.")}}
    for trend in _compare(pack, before, pack, after).trends:
        if trend.split is not None:
            assert (trend.split.rules, trend.split.questions) == (pytest.approx(0), pytest.approx(0))
    same = _compare(pack, before, pack, before, DAY)
    assert not same.items
    assert all(trend.change == 0 and not trend.moved_by for trend in same.trends if trend.comparable)


@given(packs_and_responses())
def test_switches_in_place_of_skip_logic_change_nothing(case: tuple[Pack, Answers]) -> None:
    """Judging a pack over its own questions is judging the pack; without any question nothing is measured."""
    pack, responses = case
    plain = situate(Ruling(pack), responses, DAY)
    switched = judge(pack, pack, responses, pack, DAY)
    asked = route_of(pack, responses, DAY).asked
    assert {item for item, state in plain.states.items() if state != "off_route"} == asked
    for trend in pack.rulebook.trends:
        assert readiness_of(trend, switched) == readiness_of(trend, plain)
        assert relevance_of(trend, switched) == relevance_of(trend, plain)
    nothing = rules_of(pack).judge(responses, DAY, Route(frozenset(), frozenset()))
    assert all(not standings for standings in nothing.standings.values())


@given(st.data())
def test_shares_are_the_shapley_value_up_to_five_parts(data: st.DataObject) -> None:
    parts = "abcd"[: data.draw(st.integers(1, 4))]
    subsets = [frozenset(s) for size in range(len(parts) + 1) for s in itertools.combinations(parts, size)]
    worth = {subset: float(data.draw(st.integers(-100, 100))) for subset in subsets}
    found = shares(parts, lambda come: {"trend": worth[come]})["trend"]
    for part in parts:
        by_hand = 0.0
        for subset in subsets:
            if part not in subset:
                n, s = len(parts), len(subset)
                weight = math.factorial(s) * math.factorial(n - s - 1) / math.factorial(n)
                by_hand += weight * (worth[subset | {part}] - worth[subset])
        assert found[part] == pytest.approx(by_hand)


@given(st.integers(ALL_ORDERS_UP_TO + 1, 40), st.randoms(use_true_random=False))
def test_with_many_parts_the_sum_is_still_exact_and_what_does_nothing_gets_nothing(count: int, random: object) -> None:
    parts = [f"p{n}" for n in range(count)]
    worth = {part: float(n % 7 - 3) for n, part in enumerate(parts)}
    worth[parts[0]] = 0.0

    def value(come: frozenset[str]) -> dict[str, float]:
        pairs = 5.0 if {parts[1], parts[-1]} <= come else 0.0
        return {"trend": math.fsum(worth[part] for part in come) + pairs}

    found = shares(parts, value)["trend"]
    assert math.fsum(found.values()) == pytest.approx(value(frozenset(parts))["trend"])
    assert found[parts[0]] == pytest.approx(0)
    assert found[parts[1]] - worth[parts[1]] == pytest.approx(2.5, abs=2.5)
    assert all(found[part] == pytest.approx(worth[part]) for part in parts[2:-1])


def test_what_has_no_value_on_the_way_moves_with_the_next_that_has_one() -> None:
    worth = {frozenset(): 10.0, frozenset("a"): None, frozenset("b"): 12.0, frozenset("ab"): 20.0}
    found = shares("ab", lambda come: {"t": worth[come]} if worth[come] is not None else {})
    assert found == {"t": {"a": pytest.approx(4.0), "b": pytest.approx(6.0)}}
    assert shares("a", lambda come: {"t": 1.0} if come else {}) == {}
