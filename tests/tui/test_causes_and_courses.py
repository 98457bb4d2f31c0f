"""Bars that add up, and charts with gaps."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbassess.model.comparison import (
    Comparison,
    Course,
    CoursePoint,
    Split,
    StepChange,
    TrendChange,
    TrendCourse,
    WaveStamp,
)
from cbassess.model.evaluation import Interval
from cbassess.tui.texts.causes import adding_up, split_line, split_rows, stair
from cbassess.tui.texts.changes import change_detail
from cbassess.tui.texts.courses import chart, columns_that_fit, course_detail, course_row, head
from cbassess.tui.texts.outcomes import fate_detail, forecast_detail, forecast_row
from cbassess.tui.texts.overall import overall_detail
from tests.tui.test_compare import comparison

POINTS = st.lists(st.floats(-100, 100), min_size=1, max_size=12)


@given(POINTS)
def test_shown_parts_add_up_to_the_shown_sum_and_none_is_off_by_a_tenth(parts: list[float]) -> None:
    shown = adding_up(parts)
    assert abs(round(sum(shown), 1) - sum(parts)) <= 0.05 + 1e-6
    assert all(abs(one - part) < 0.1 + 1e-6 for one, part in zip(shown, parts, strict=True))


def test_thirds_add_up() -> None:
    assert sum(adding_up([1 / 3, 1 / 3, 1 / 3])) == pytest.approx(1.0)


def begin_and_end(bar: str) -> tuple[int, int]:
    """From where to where a bar leads."""
    cells = [place for place, mark in enumerate(bar) if mark != " "]
    left, right = cells[0], cells[-1] + 1
    return (left, right) if ">" in bar else (right, left)


@given(st.lists(st.floats(-100, 100), min_size=2, max_size=4), st.integers(10, 60))
def test_each_bar_begins_where_the_one_before_ends_and_together_ends_with_the_last(
    parts: list[float], width: int
) -> None:
    *bars, together = stair(parts, width)
    assert {len(bar) for bar in [*bars, together]} == {width}
    drawn = [begin_and_end(bar) for bar in bars if bar.strip()]
    assert all(end == begin for (_, end), (begin, _) in pairwise(drawn))
    if together.strip():
        assert begin_and_end(together) == (drawn[0][0], drawn[-1][1])


def test_a_gain_points_right_a_loss_left_and_a_small_one_is_small() -> None:
    gain, loss, together = stair([8, -4], 20)
    assert (gain.strip(), loss.strip(), together.strip()) == (">" * 16, "<" * 8, ">" * 8)
    assert stair([1.0], 20)[0].strip() == ">>"


def test_the_split_is_told_in_words_figures_and_bars() -> None:
    split = Split(answers=9.14, rules=-1.22, questions=0.0)
    rows = [row.plain for row in split_rows(split, 70)]
    assert [row.split()[-1] for row in rows] == ["+9.1", "-1.2", "0", "+7.9"]
    assert rows[0].startswith("Your answers")
    assert split_line(split) == "Your answers +9.1, the rules -1.2, the questions 0"


def trend(**changes: object) -> TrendChange:
    plain = {
        "id": "x",
        "title": "Shops",
        "comparable": True,
        "before": Interval.between(34, 34),
        "after": Interval.between(47, 47),
        "change": 13.0,
        "moved_by": {"as_of": -1.0, "a.mark": 14.0},
    }
    return TrendChange.model_validate({**plain, **changes})


def told(content: object) -> str:
    return " ".join(content.plain.split())  # type: ignore[attr-defined]


def test_a_change_says_that_days_passed_and_what_each_quarter_showed_itself() -> None:
    one = trend(
        split=Split(answers=14, rules=-1, questions=0),
        seen_before=Interval.between(30, 30),
        seen_after=Interval.between(43, 43),
    )
    same = told(change_detail(one, comparison(trends=(one,)), 76))
    assert "-1 The days that passed" in same
    assert "+13 Together" in same
    assert "As each quarter showed it then" not in same
    other = told(change_detail(one, comparison(trends=(one,), rules_changed=True), 76))
    assert "As each quarter showed it then: 30 -> 43" in other
    assert "Like for like" in other


def test_forecast_and_outcome_stand_below_each_other() -> None:
    one = trend(foreseen=49.0)
    assert "foreseen +15, came +13" in told(forecast_row(one, 76))
    lines = forecast_detail(one, comparison(trends=(one,)), 76).plain.splitlines()
    figures = {line.split()[0]: line.split()[-1] for line in lines if "#" in line}
    assert figures == {"2026-Q3": "34", "foreseen": "49", "2026-Q4": "47"}


def test_what_is_needed_for_one_number_is_said() -> None:
    one: Comparison = comparison(compatibility=0.4, headline_needs=0.7, rules_changed=True)
    shown = told(overall_detail(one, 76))
    assert "40 % of the questions are asked in both quarters" in shown
    assert "at least 70 %" in shown
    assert "The pack has changed since." in shown


def test_why_a_step_was_dropped_is_told() -> None:
    step = StepChange(action="x", title="File", fate="dropped", status="dropped", reason="The agent does it")
    assert "Reason The agent does it" in told(fate_detail(step, 60))


def course(figures: list[Interval | None]) -> Course:
    stamps = [
        WaveStamp(
            wave=f"202{5 + n // 4}-Q{n % 4 + 1}", as_of=dt.date(2025 + n // 4, 2, 1), pack_version="1", pack_hash="0"
        )
        for n in range(len(figures))
    ]
    points = [
        CoursePoint(wave=one.wave, as_of=one.as_of, readiness=figure)
        for one, figure in zip(stamps, figures, strict=True)
    ]
    one = TrendCourse(id="x", title="Shops", points=tuple(points))
    return Course(
        seller="Lamps",
        language="en",
        pack_version="1",
        pack_hash="0",
        waves=tuple(stamps),
        shared=1.0,
        missing=(),
        trends=(one,),
    )


FIGURES = [Interval.between(0, 0), None, Interval.between(20, 60), Interval.between(100, 100)]


def test_a_gap_has_no_mark_in_the_chart_and_no_figure_in_the_row() -> None:
    found = course(FIGURES)
    (one,) = found.trends
    drawn = [line.plain for line in chart(one, found, 60)]
    # Axis of five cells, then columns of eight.
    columns = [[line[5 + 8 * n : 13 + 8 * n].strip() for line in drawn[:8]] for n in range(4)]
    assert columns[0] == ["", "", "", "", "", "", "", "*"]
    assert columns[1] == [""] * 8
    assert columns[2] == ["", "", "", ":", "*", ":", ":", ""]
    assert columns[3] == ["*", "", "", "", "", "", "", ""]
    assert drawn[-1].split() == ["0", "20-60", "100"]
    assert course_row(one, found, 60).plain.split() == ["Shops", "0", "20-60", "100"]
    assert head(found, 60).plain.split() == ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]
    assert "did not concern you" in told(course_detail(one, found, 60))


def test_of_many_quarters_the_latest_are_shown_and_the_detail_has_all() -> None:
    found = course([Interval.between(n, n) for n in range(12)])
    (one,) = found.trends
    assert columns_that_fit(found, 60) == 4
    assert course_row(one, found, 60).plain.split() == ["Shops", "8", "9", "10", "11"]
    detail = course_detail(one, found, 60).plain
    assert all(stamp.wave in detail for stamp in found.waves)
    assert max(len(line.plain) for line in chart(one, found, 60)) <= 60
