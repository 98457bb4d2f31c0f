from __future__ import annotations

from typing import get_args

import pytest

from cbassess.export import wording
from cbassess.model.evaluation import Interval
from cbassess.model.rulebook import Confidence, Cost
from cbassess.words import Words, words_in

ENGLISH, CHINESE = words_in("en"), words_in("zh-CN")
CONFIDENCES = get_args(Confidence)


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [(55, 55, "55"), (40, 70, "40-70"), (39.6, 40.4, "40"), (0, 0.4, "0"), (2.5, 3.5, "3-4"), (0, 100, "0-100")],
)
def test_a_figure_is_a_range_only_where_the_whole_points_differ(low: float, high: float, shown: str) -> None:
    assert wording.interval(Interval.between(low, high), ENGLISH) == shown


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
    assert wording.money(Cost(min=low, max=high, currency="CNY"), ENGLISH) == shown


@pytest.mark.parametrize(
    ("low", "high", "shown"), [(8, 16, "8-16 hours"), (1, 1, "1 hour"), (0.5, 1, "0.5-1 hours"), (10, 10, "10 hours")]
)
def test_a_span_has_its_unit(low: float, high: float, shown: str) -> None:
    assert wording.hours(low, high, ENGLISH) == shown
    assert wording.weeks(low, high, ENGLISH) == shown.replace("hour", "week")


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


def shown(text: str, confidence: Confidence, words: Words = ENGLISH, *, stale: bool = False) -> str:
    return wording.marked(text, wording.doubt(words, confidence, stale), words)


def test_sums_of_money_are_never_converted() -> None:
    costs = [
        Cost(min=1, max=2, currency="USD"),
        Cost(min=0, max=0, currency="EUR"),
        Cost(min=300, max=500, currency="CNY"),
    ]
    assert wording.totals([*costs, costs[0]], ENGLISH) == "2-4 USD, 300-500 CNY"
    assert wording.totals(costs[1:2], ENGLISH) == wording.totals([], ENGLISH) == "nothing to pay"


def test_doubts_stand_behind_a_text_and_certainty_does_not() -> None:
    assert shown("Fees", "high") == "Fees"
    assert shown("Fees", "medium") == "Fees (!) medium confidence"
    assert "unconfirmed" in shown("Fees", "unconfirmed")
    assert shown("Law", "low", stale=True).count("(!)") == 1
    assert wording.STALE_MARK in shown("Law", "high", stale=True)


@pytest.mark.parametrize(
    ("value", "shown"), [(1500, "1,500"), (0.5, "0.5"), (8.0, "8"), (-0.01, "0"), (100, "100"), (0, "0")]
)
def test_a_number_has_no_needless_zeros(value: float, shown: str) -> None:
    assert wording.number(value) == shown


def test_figures_in_chinese() -> None:
    assert wording.interval(Interval.between(40, 70), CHINESE) == "40 至 70"
    assert wording.hours(8, 16, CHINESE) == "8 至 16 小时"
    assert wording.weeks(1, 1, CHINESE) == "1 周"
    assert wording.money(Cost(min=300, max=1500, currency="CNY"), CHINESE) == "300 至 1,500 元"
    assert wording.money(Cost(min=800, max=800, currency="USD"), CHINESE) == "800 美元"
    assert wording.money(Cost(min=0, max=0, currency="EUR"), CHINESE) == "不用花钱"
    assert wording.quarter("2026-Q4", CHINESE) == "2026 年第 4 季度"


def test_an_unusual_currency_keeps_its_code() -> None:
    assert wording.money(Cost(min=1, max=2, currency="XAF"), CHINESE) == "1 至 2 XAF"


def test_doubts_are_not_lost_in_chinese() -> None:
    doubtful = {shown("费用", confidence, CHINESE, stale=True) for confidence in CONFIDENCES}
    assert len(doubtful) == len(CONFIDENCES)
    assert all(text.startswith("费用（注意：") and "重新查证" in text for text in doubtful)


@pytest.mark.parametrize("words", [ENGLISH, CHINESE], ids=["en", "zh-CN"])
def test_a_text_with_braces_stays_as_it_is(words: Words) -> None:
    assert "{0} {x!r} {" in shown("{0} {x!r} {", "low", words)
    assert "{0} {x!r} {" in wording.sentences(("{0} {x!r} {", "}"), words)
