from __future__ import annotations

import pytest

from cbassess.export import wording
from cbassess.model.evaluation import Interval
from cbassess.model.rulebook import Cost


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [(55, 55, "55"), (40, 70, "40-70"), (39.6, 40.4, "40"), (0, 0.4, "0"), (2.5, 3.5, "3-4"), (0, 100, "0-100")],
)
def test_a_figure_is_a_range_only_where_the_whole_points_differ(low: float, high: float, shown: str) -> None:
    assert wording.interval(Interval.between(low, high)) == shown


@pytest.mark.parametrize(
    ("points", "shown"),
    [(3, "+3"), (-2, "-2"), (0, "0"), (0.5, "+1"), (-0.5, "-1"), (0.3, "+0.3"), (-0.3, "-0.3"), (0.04, "0")],
)
def test_points_carry_their_sign_and_small_ones_are_not_hidden(points: float, shown: str) -> None:
    assert wording.signed(points) == shown


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        (300, 1500, "300-1,500 CNY"),
        (800, 800, "800 CNY"),
        (0, 500, "0-500 CNY"),
        (0, 0, "nothing to pay"),
        (1.5, 20, "1.50-20 CNY"),
    ],
)
def test_money_stays_in_its_currency(low: float, high: float, shown: str) -> None:
    assert wording.money(Cost(min=low, max=high, currency="CNY")) == shown


@pytest.mark.parametrize(
    ("low", "high", "shown"), [(8, 16, "8-16 hours"), (1, 1, "1 hour"), (0.5, 1, "0.5-1 hours"), (10, 10, "10 hours")]
)
def test_a_span_has_its_unit(low: float, high: float, shown: str) -> None:
    assert wording.span(low, high, "hour") == shown


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        (0, 0, "[....................]"),
        (100, 100, "[####################]"),
        (40, 70, "[########------......]"),
        (-5, 120, "[--------------------]"),
    ],
)
def test_a_bar_shows_reached_possible_and_missing(low: float, high: float, shown: str) -> None:
    assert wording.bar(Interval.between(low, high)) == shown


def test_doubts_stand_behind_a_text_and_certainty_does_not() -> None:
    assert wording.marked("Fees", "high") == "Fees"
    assert wording.marked("Fees", "medium") == "Fees (!) medium confidence"
    assert "unconfirmed" in wording.marked("Fees", "unconfirmed")
    assert wording.marked("Law", "low", stale=True).count("(!)") == 1
    assert wording.STALE_MARK in wording.marked("Law", "high", stale=True)


@pytest.mark.parametrize(
    ("value", "shown"), [(1500, "1,500"), (0.5, "0.5"), (8.0, "8"), (-0.01, "0"), (100, "100"), (0, "0")]
)
def test_a_number_has_no_needless_zeros(value: float, shown: str) -> None:
    assert wording.number(value) == shown
