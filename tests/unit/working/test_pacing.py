"""What share of a plan gets done."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cbassess.model.plan import Step
from cbassess.model.work import PacePeriod, StepWork
from cbassess.working.pacing import LAST_PERIODS, LEAST_SHARE, Planned, learn, period_of
from tests.documents_for_tests import FILE, SEARCH

START = dt.date(2026, 11, 22)
END = START + dt.timedelta(weeks=13)


def _four_parts(_action: str) -> int:
    return 4


def _step(action: str, hours: float, week: int = 0) -> Step:
    start = START + dt.timedelta(weeks=week)
    return replace(SEARCH, action=action, effort_hours=(hours, hours), start=start)


def _period(
    steps: list[Step],
    after: dict[str, StepWork],
    before: dict[str, StepWork] | None = None,
    in_place: frozenset[str] = frozenset(),
) -> PacePeriod:
    plan = Planned("2026-Q4", START, END, 4.0, steps, in_place)
    return period_of(plan, before or {}, after, _four_parts)


def _done(action: str) -> dict[str, StepWork]:
    return {action: StepWork(action, "done", END)}


def test_hours_of_what_is_done_count_and_of_what_is_not_do_not() -> None:
    period = _period([_step("a", 8), _step("b", 12)], _done("a"))
    assert (period.planned, period.finished) == (20, 8)


def test_what_was_planned_for_later_is_not_missing_now_and_counts_when_it_is_done() -> None:
    steps = [_step("a", 8), _step("b", 12, week=12)]
    assert _period(steps, {}).planned == 8
    assert _period(steps, _done("b")).finished == 12


def test_of_a_step_under_way_the_ticked_part_counts_and_counts_once() -> None:
    half = {"a": StepWork("a", "doing", START, ticked=frozenset({1, 2}))}
    assert _period([_step("a", 8)], half).finished == 4
    assert _period([_step("a", 8)], _done("a"), before=half).finished == 4
    assert _period([_step("a", 8)], _done("a"), before=_done("a")).finished == 0


def test_what_the_answers_show_is_done_whether_it_was_marked_or_not() -> None:
    assert _period([_step("a", 8)], {}, in_place=frozenset({"a"})).finished == 8


def test_no_more_is_planned_than_the_weeks_had_hours() -> None:
    assert _period([_step(f"s{n}", 40) for n in range(9)], {}).planned == 4 * 13


def _periods(*pairs: tuple[float, float]) -> list[PacePeriod]:
    return [PacePeriod(wave="w", start=START, end=END, planned=planned, finished=done) for planned, done in pairs]


def test_the_share_is_of_all_hours_together_and_not_of_quarters() -> None:
    pace = learn(_periods((40, 20), (10, 10)), 8, "")
    assert (pace.share, pace.fitted) == (pytest.approx(0.6), pytest.approx(4.8))
    assert (pace.choice, pace.applied) == ("asked", None)


def test_only_the_last_year_counts() -> None:
    pace = learn(_periods((50, 0), *[(10, 5)] * LAST_PERIODS), 8, "fit")
    assert pace.share == pace.applied == pytest.approx(0.5)


@pytest.mark.parametrize(
    "periods",
    [
        [],
        _periods((4, 4)),
        _periods((0, 9)),
        [PacePeriod(wave="w", start=START, end=START + dt.timedelta(days=27), planned=40, finished=0)],
    ],
)
def test_too_little_tells_nothing(periods: list[PacePeriod]) -> None:
    pace = learn(periods, 8, "fit")
    assert (pace.share, pace.fitted, pace.applied) == (None, None, None)


@given(
    st.lists(st.tuples(st.floats(0, 500), st.floats(0, 500)), max_size=6),
    st.floats(0, 80),
    st.sampled_from(["", "fit", "off", "0.5", "1.0"]),
)
def test_a_plan_never_gets_more_hours_than_the_seller_has_nor_none(
    pairs: list[tuple[float, float]], hours: float, choice: str
) -> None:
    pace = learn(_periods(*pairs), hours, choice)
    if pace.applied is not None:
        assert LEAST_SHARE <= pace.applied <= 1
    if pace.fitted is not None:
        assert pace.fitted <= hours
    assert choice not in ("", "off") or pace.applied is None
    assert choice not in ("0.5", "1.0") or pace.applied == float(choice)


def test_a_seller_without_hours_has_no_planned_ones() -> None:
    plan = Planned("w", START, END, 0.0, [FILE], frozenset())
    assert period_of(plan, {}, {}, _four_parts).planned == 0
