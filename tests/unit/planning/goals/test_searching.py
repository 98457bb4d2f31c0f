"""The search for the cheapest set, against sets tried one by one and against an exact solver."""

from __future__ import annotations

import math

import pytest

from cbassess.planning.goals.bounding import Bounding
from cbassess.planning.goals.covering import ENOUGH, Covering, members
from cbassess.planning.goals.searching import Found, Key, Limit, Wanted, cheapest
from tests.goals_for_tests import candidate, closed_sets, hours_of, random_covering, solved

SEEDS = range(150)


def _hours(covering: Covering) -> list[float]:
    return [one.hours for one in covering.candidates]


def _search(covering: Covering, **wanted: object) -> Found:
    def judge(taken: int, _best: Key | None) -> Key:
        return (round(hours_of(covering, taken), 6), taken.bit_count())

    return cheapest(covering, Wanted(Limit(Bounding(covering, _hours(covering))), judge, **wanted))


def test_two_small_steps_beat_a_large_one_and_bring_what_they_need() -> None:
    covering = Covering(
        (
            candidate("enable", 1, {}, 0b0001),
            candidate("first", 2, {0: 5}, 0b0011),
            candidate("second", 2, {1: 5}, 0b0101),
            candidate("large", 6, {0: 5, 1: 5}, 0b1000),
        ),
        goal_of=(0, 0),
        gaps=(10.0,),
    )
    found = _search(covering)
    assert covering.names(found.taken or 0) == ("enable", "first", "second")
    assert found.key == (5, 3)
    assert found.whole


def test_what_two_steps_lift_counts_once() -> None:
    covering = Covering((candidate("a", 1, {0: 4}, 0b01), candidate("b", 1, {0: 5}, 0b10)), goal_of=(0,), gaps=(6.0,))
    assert _search(covering).taken is None


def test_ties_go_to_fewer_steps_and_then_to_the_names() -> None:
    covering = Covering(
        (
            candidate("z", 2, {0: 5}, 0b0001),
            candidate("y", 1, {0: 2}, 0b0010),
            candidate("x", 1, {1: 3}, 0b0100),
            candidate("b", 2, {0: 5}, 0b1000),
        ),
        goal_of=(0, 0),
        gaps=(5.0,),
    )
    found = _search(covering)
    assert covering.names(found.taken or 0) == ("b",)


def test_a_banned_step_takes_those_along_that_need_it() -> None:
    covering = Covering(
        (candidate("enable", 1, {}, 0b001), candidate("cheap", 1, {0: 5}, 0b011), candidate("dear", 9, {0: 5}, 0b100)),
        goal_of=(0,),
        gaps=(5.0,),
    )
    assert covering.names(_search(covering, banned=0b001).taken or 0) == ("dear",)


def test_a_search_that_is_cut_short_says_so() -> None:
    covering = next(one for one in map(random_covering, SEEDS) if _search(one).branches > 5)
    assert not _search(covering, max_branches=2).whole


@pytest.mark.parametrize("seed", SEEDS)
def test_it_finds_what_trying_every_set_finds(seed: int) -> None:
    covering = random_covering(seed)
    covering_sets = [mask for mask in closed_sets(covering) if covering.covers(mask)]
    least = min((hours_of(covering, mask), mask.bit_count()) for mask in covering_sets)
    found = _search(covering)
    assert found.whole
    assert found.key == pytest.approx(least)
    assert found.taken in covering_sets


@pytest.mark.parametrize("seed", range(60))
def test_it_finds_what_an_exact_solver_finds(seed: int) -> None:
    covering = random_covering(seed + 1_000, size=25)
    assert _search(covering).key[0] == pytest.approx(solved(covering), abs=1e-5)


@pytest.mark.parametrize("seed", SEEDS)
def test_limits_are_kept_and_cut_off_nothing_that_keeps_to_them(seed: int) -> None:
    covering = random_covering(seed)
    costs = [one.cost for one in covering.candidates]
    most = 0.6 * sum(costs)
    fitting = [
        hours_of(covering, mask)
        for mask in closed_sets(covering)
        if covering.covers(mask) and sum(costs[number] for number in members(mask)) <= most
    ]
    found = _search(covering, limits=(Limit(Bounding(covering, costs), most),))
    assert found.key[0] == pytest.approx(min(fitting)) if fitting else found.taken is None


@pytest.mark.parametrize("seed", SEEDS)
def test_the_bound_never_lies_above_the_truth(seed: int) -> None:
    """Also once some candidates are taken or banned, which is where the search asks."""
    covering = random_covering(seed)
    bounding = Bounding(covering, _hours(covering))
    sets = [mask for mask in closed_sets(covering) if covering.covers(mask)]
    for taken in closed_sets(covering)[:12]:
        for banned in (0, *(covering.held_up_by[number] for number in range(len(covering.candidates)))):
            reached = [0.0] * len(covering.goal_of)
            for place, points in covering.reached(taken).items():
                reached[place] = points
            gaps = [
                gap - sum(points for place, points in enumerate(reached) if covering.goal_of[place] == goal)
                for goal, gap in enumerate(covering.gaps)
            ]
            if banned & taken or all(gap <= ENOUGH for gap in gaps):
                continue
            bound = bounding.bound(taken, banned, reached, gaps).price
            rest = [hours_of(covering, mask & ~taken) for mask in sets if taken & ~mask == 0 and not mask & banned]
            truth = min(rest, default=math.inf)
            assert (bound is None) <= (truth == math.inf)
            assert bound is None or bound <= truth + 1e-9
