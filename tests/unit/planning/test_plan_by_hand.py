"""A plan small enough to redo by hand, over the tiny pack.

An exporter with a brand that is filed nowhere, 6 hours a week and CNY 20,000 for six months:

    search_mark      own gain, 3 h, waited for by file_mark, so in its band; 535 CNY
    file_mark        7 h, 600 USD = 4,200 CNY, lead 3 weeks, after search_mark; its date lies 40 days ahead
    write_to_buyers  4.5 h, free, band improve
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cbassess.model.assessment import Assessment
from cbassess.model.responses import Missing, Response, ResponseSet
from cbassess.workflow import assess, open_pack
from tests.packs_for_tests import changed, tiny_pack, write_pack

DAY = dt.date(2026, 11, 22)
EXPORTER: dict[str, Response] = {
    "profile.side": "export",
    "profile.channels": ("amazon", "own_site"),
    "profile.hours_per_week": 6.0,
    "profile.budget": 20_000.0,
    "profile.next_fair": dt.date(2027, 6, 1),
    "profile.trouble": "Copies",
    "brand.own_brand": "yes",
    "brand.mark_filed": "nowhere",
    "brand.repeat_share": 5.0,
}


def _assess(tmp_path: Path, **changes: Response) -> Assessment:
    named = {name.replace("__", "."): answer for name, answer in changes.items()}
    return assess(open_pack(tiny_pack(tmp_path)), ResponseSet("Lamps", {**EXPORTER, **named}), DAY)


def test_readiness_and_relevance(tmp_path: Path) -> None:
    """own_brand yes 1.0 x 2, mark nowhere 0.0 x 3, repeat 5 of 40 = 0.125 x 1; all three signals hold."""
    trend = _assess(tmp_path).trends[0]
    assert trend.readiness.value == pytest.approx(100 * (2 + 0 + 0.125) / 6)
    assert trend.readiness.exact
    assert trend.relevance.value == 100


def test_order_weeks_and_dates(tmp_path: Path) -> None:
    """All three start in this quarter, so priority orders them, though the last starts before the second."""
    plan = _assess(tmp_path).plan
    assert [(step.action, step.start, step.due) for step in plan] == [
        ("search_mark", DAY, dt.date(2026, 12, 6)),
        ("file_mark", dt.date(2026, 12, 6), dt.date(2026, 12, 27)),
        ("write_to_buyers", DAY, dt.date(2027, 2, 14)),
    ]


def test_the_figures_of_the_priority(tmp_path: Path) -> None:
    """file_mark: from nowhere to top_market is 2/3 of 3/6 of 100 points; 40 of 180 days ahead."""
    steps = {step.action: step for step in _assess(tmp_path).plan}
    filing, search = steps["file_mark"].priority, steps["search_mark"].priority
    assert filing.gain == pytest.approx(100 / 3)
    assert filing.time_criticality == pytest.approx(10 * (1 - 40 / 180))
    assert filing.wsjf == pytest.approx((100 / 3 + 10 * (1 - 40 / 180)) / 7)
    assert search.gain == pytest.approx(100 / 6)
    assert search.unlocks == pytest.approx(100 / 3 / 2)


def test_the_forecast_counts_a_step_when_it_is_due(tmp_path: Path) -> None:
    forecast = {one.quarter: one.readiness["export_brands"] for one in _assess(tmp_path).forecast}
    assert forecast["2026-Q4"] == round(100 * (2 + 2 + 0.125) / 6, 1)
    assert forecast["2027-Q1"] == round(100 * (2 + 2 + 0.625) / 6, 1)
    assert list(forecast) == ["2026-Q4", "2027-Q1", "2027-Q2", "2027-Q3"]


def test_what_the_steps_add_is_the_forecast_to_the_last_digit(tmp_path: Path) -> None:
    """35.4 today; the search to 52.1, the filing to 68.8, the letters to 77.1."""
    assessment = _assess(tmp_path)
    adds = {step.action: step.adds["export_brands"] for step in assessment.plan}
    assert adds == {"search_mark": 16.7, "file_mark": 16.7, "write_to_buyers": 8.3}
    assert assessment.forecast[-1].readiness["export_brands"] == 77.1


def test_why_a_step_starts_when_it_does(tmp_path: Path) -> None:
    steps = {step.action: step for step in _assess(tmp_path).plan}
    assert steps["search_mark"].placed_because == "It can start at once."
    assert steps["file_mark"].placed_because == f"It starts when “{steps['search_mark'].title}” is done."
    assert steps["write_to_buyers"].placed_because == "It can start at once."
    assert steps["file_mark"].waits_for == ("search_mark",)


def test_a_step_too_large_for_a_quarter_runs_on_and_says_so(tmp_path: Path) -> None:
    """45 minutes a week: the filing is worked on to the end of February, then 4.5 hours take six weeks."""
    steps = {step.action: step for step in _assess(tmp_path, profile__hours_per_week=0.75).plan}
    letters = steps["write_to_buyers"]
    assert letters.start == dt.date(2027, 2, 21)
    assert letters.placed_because.endswith(
        "It takes more hours than the quarter has left, so it runs on to 2027-04-11."
    )


def test_the_latest_safe_start_is_planned_back_from_the_date(tmp_path: Path) -> None:
    """The date is New Year's Day; the filing takes three weeks, the search before it two."""
    steps = {step.action: step for step in _assess(tmp_path).plan}
    assert steps["file_mark"].latest_start == dt.date(2026, 12, 11)
    assert steps["search_mark"].latest_start == dt.date(2026, 11, 27)
    (date,) = steps["file_mark"].dates
    assert (date.day, date.start_by, date.in_time) == (dt.date(2027, 1, 1), dt.date(2026, 12, 11), True)


def test_a_fair_soon_lifts_the_band_of_the_filing_and_of_what_it_needs(tmp_path: Path) -> None:
    steps = {step.action: step for step in _assess(tmp_path, profile__next_fair=dt.date(2027, 1, 20)).plan}
    assert steps["file_mark"].band == "dated"
    assert steps["file_mark"].band_because == "Your fair is less than 90 days away."
    assert steps["search_mark"].band == "dated"
    assert "waits for it" in (steps["search_mark"].band_because or "")


def test_a_date_concerns_only_whom_its_condition_names(tmp_path: Path) -> None:
    """It moves the plan of a seller on a site of their own, and no other's, also where the channel is not known."""
    files = changed("rules/calendar.toml", "from = 2027", "when = '\"own_site\" in profile.channels'\nfrom = 2027")
    pack = open_pack(write_pack(tmp_path, files))
    for channels, dates in ((("own_site",), 1), (("amazon",), 0), (Missing.DONT_KNOW, 0)):
        assessment = assess(pack, ResponseSet("Lamps", {**EXPORTER, "profile.channels": channels}), DAY)
        (step,) = [step for step in assessment.plan if step.action == "file_mark"]
        assert len(step.dates) == dates
        assert (step.latest_start is not None) == bool(dates)
        assert (step.priority.time_criticality > 0) == bool(dates)


def test_too_little_money_is_said_with_the_sum(tmp_path: Path) -> None:
    assessment = _assess(tmp_path, profile__budget=2_000.0)
    assert [one.action for one in assessment.unplaced] == ["file_mark"]
    assert "4,200 CNY" in assessment.unplaced[0].because
    # 3,100 twice in twelve months, less 535 for the search
    assert assessment.unplaced[0].would_fit == "It fits with a budget of 3,100 CNY instead of 2,000."


def test_too_little_time_is_said_with_the_hours(tmp_path: Path) -> None:
    assessment = _assess(tmp_path, profile__hours_per_week=0.0)
    assert not assessment.plan
    assert "0 hours a week" in assessment.unplaced[0].because
    waits = next(one for one in assessment.unplaced if one.action == "file_mark")
    assert "waits for" in waits.because
    assert waits.would_fit == "It fits with 2 hours a week instead of 0."


def test_unanswered_capacity_is_assumed_and_said(tmp_path: Path) -> None:
    assessment = _assess(tmp_path, profile__hours_per_week=Missing.DECLINED, profile__budget=Missing.DONT_KNOW)
    assert assessment.capacity.hours_per_week == 4
    assert assessment.capacity.budget is None
    assert len(assessment.capacity.assumed) == 2


def test_a_contraindication_says_not_now_with_its_reason(tmp_path: Path) -> None:
    assessment = _assess(tmp_path, brand__own_brand="planned", profile__budget=900.0)
    assert [(one.action, one.because) for one in assessment.not_now] == [
        ("start_brand", ("The money does not last for a first batch.",))
    ]
    assert "start_brand" not in [step.action for step in assessment.plan]


def test_dont_know_counts_as_the_weakest_and_is_marked(tmp_path: Path) -> None:
    trend = _assess(tmp_path, brand__mark_filed=Missing.DONT_KNOW).trends[0]
    assert [one.item for one in trend.indicators if one.assumed] == ["brand.mark_filed"]
    assert trend.readiness == _assess(tmp_path).trends[0].readiness


def test_evidence_names_the_answer_and_the_facts_behind(tmp_path: Path) -> None:
    step = _assess(tmp_path).plan[0]
    assert [one.item for one in step.because] == ["brand.mark_filed", "profile.side", "brand.own_brand"]
    assert step.because[0].text == "Where is your main trade mark filed? Nowhere"


def test_an_open_answer_says_what_it_would_move(tmp_path: Path) -> None:
    pack = open_pack(tiny_pack(tmp_path))
    some = {item: answer for item, answer in EXPORTER.items() if item != "brand.mark_filed"}
    assessment = assess(pack, ResponseSet("Lamps", some), DAY)
    (open_item,) = [one for one in assessment.open_items if one.item == "brand.mark_filed"]
    assert open_item.would_move == ("file_mark", "search_mark")
    assert not assessment.complete
    readiness = assessment.trends[0].readiness
    assert (readiness.low, readiness.high) == (pytest.approx(100 * 2.125 / 6), pytest.approx(100 * 5.125 / 6))


def test_a_level_is_named_only_where_the_whole_range_lies_in_it(tmp_path: Path) -> None:
    assert _assess(tmp_path).trends[0].level == "Exposed"
    few = assess(open_pack(tiny_pack(tmp_path)), ResponseSet("Lamps", {"profile.side": "export"}), DAY)
    assert few.trends[0].level == "Still open"
