from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from cbassess.model.pack import Pack
from cbassess.model.responses import Missing, ResponseSet
from cbassess.tui.desk import Desk
from cbassess.tui.screens.plan import PlanScreen
from cbassess.tui.screens.questionnaire import QuestionnaireScreen
from cbassess.tui.screens.results import ResultsScreen
from cbassess.tui.screens.step import StepScreen
from cbassess.tui.texts.forecast import forecast_detail
from cbassess.tui.texts.steps import not_now_detail, step_detail, unplaced_detail
from cbassess.tui.texts.trends import trend_detail
from cbassess.workflow import assess
from tests.tui.running import DAY, EXPORTER, SIZES, answer, begin, flat, opened, press, seen

ANSWERS = {
    "profile.side": "export",
    "profile.channels": ("amazon",),
    "profile.hours_per_week": 8.0,
    "profile.budget": 20_000.0,
    "profile.next_fair": dt.date(2027, 1, 10),
    "brand.own_brand": "yes",
    "brand.mark_filed": "nowhere",
    "brand.repeat_share": 5.0,
}


def document(pack: Pack, **changes: object):  # type: ignore[no-untyped-def]
    responses = {**ANSWERS, **{key.replace("__", "."): value for key, value in changes.items()}}
    kept = {key: value for key, value in responses.items() if value is not None}
    return assess(pack, ResponseSet("Lamps", kept, "2026-Q4", DAY), DAY)  # type: ignore[arg-type]


async def test_the_results_begin_with_what_to_do_first(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await answer(pilot)
        lines = seen(pilot).splitlines()
        first = next(number for number, line in enumerate(lines) if "Do these first" in line)
        assert "> " in lines[first + 1]
        assert " 1  " in lines[first + 1]
        assert "Where you stand" in seen(pilot)
        assert "9 of 9 answered" in lines[0]


async def test_a_trend_that_does_not_concern_the_seller_is_named_and_has_no_figure(desk: Desk) -> None:
    async with opened(desk, (120, 40)) as pilot:
        await begin(pilot)
        await answer(pilot)
        await press(pilot, "end")
        told = flat(pilot)
        assert "Does not concern you" in told
        assert "By your answers this trend does not" in told  # the rest stands in the next line, beside the list
        row = next(line for line in seen(pilot).splitlines() if line.startswith("  > Import grows up"))
        assert "#" not in row
        assert "0" not in row


@pytest.mark.parametrize("size", [SIZES[0], SIZES[-1]])
async def test_enter_leads_to_the_evidence_and_esc_comes_back_one_step_at_a_time(
    desk: Desk, size: tuple[int, int]
) -> None:
    async with opened(desk, size) as pilot:
        await begin(pilot)
        await answer(pilot)
        await press(pilot, "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(pilot.app.screen, StepScreen)
        assert "A taken name costs you the listing." in flat(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ResultsScreen)
        assert "Enter Why" in seen(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, QuestionnaireScreen)


async def test_open_questions_are_one_key_away(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await answer(pilot, [*EXPORTER[:4], ("s",), *EXPORTER[5:]])
        assert "o Open questions" in seen(pilot)
        await press(pilot, "o")
        assert "When is your next trade fair?" in seen(pilot)
        await press(pilot, "escape", "r", "o")
        assert "When is your next trade fair?" in seen(pilot)
        await press(pilot, *"2027-03-01", "f5")
        assert "Open questions" not in seen(pilot)


async def test_from_the_results_the_answers_are_one_key_away(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await press(pilot, "2", "enter", "escape", "r")
        assert isinstance(pilot.app.screen, ResultsScreen)
        await press(pilot, "a")
        assert "Where do you sell?" in seen(pilot)
        assert len(pilot.app.screen_stack) == 2


async def test_the_plan_goes_quarter_by_quarter_and_ends_with_what_is_left_out(desk: Desk) -> None:
    async with opened(desk, (120, 40)) as pilot:
        await begin(pilot)
        await answer(pilot)
        await press(pilot, "p")
        assert isinstance(pilot.app.screen, PlanScreen)
        told = seen(pilot)
        assert "2026-Q4" in told
        assert "Search your name and file it at home" in told
        assert "Where the plan leads" in told


def test_a_step_tells_everything_that_stands_behind_it(tiny: Pack) -> None:
    one = document(tiny)
    step = next(step for step in one.plan if step.action == "file_mark")
    told = " ".join(step_detail(step, one, 76).plain.split())
    assert "Tied to a date: Your fair is less than 90 days away." in told
    assert "The home filing does not reach abroad." in told
    assert "Where is your main trade mark filed? Nowhere" in told
    assert "It gets you to - Where is your main trade mark filed? Our biggest market" in told
    assert "1. Choose the market." in told
    assert "Your hours 4-10 hours" in told
    assert "Cost 300-900 USD" in told
    assert "Takes 1-3 weeks" in told
    assert f"Start {step.start}" in told
    assert f"Done by {step.due}" in told
    assert "Proof Filing receipt abroad" in told
    assert "Search your name and file it at home" in told
    assert "2027-01-01 New trade mark law (medium confidence)" in told
    assert "Fee list office.example/fees" in told
    one_priority = step.priority
    assert f"= {one_priority.wsjf:.2f} points an hour" in told
    assert "From bulk trade to own brands" in told


def test_doubtful_sources_and_practice_say_so(tiny: Pack) -> None:
    one = document(tiny)
    step = one.plan[0]
    doubtful = replace(
        step,
        sources=tuple(
            replace(source, confidence=confidence) for source in step.sources for confidence in ("low", "unconfirmed")
        ),
        practice=True,
    )
    told = " ".join(step_detail(doubtful, one, 76).plain.split())
    assert "low confidence: check before you rely on it" in told
    assert "unconfirmed: check before you rely on it" in told
    assert "Management practice: judgement, no source." in told


def test_the_evidence_of_a_trend_can_be_walked_down(tiny: Pack) -> None:
    one = document(tiny, brand__mark_filed=Missing.DONT_KNOW, brand__repeat_share=None)
    trend = next(trend for trend in one.trends if trend.id == "export_brands")
    told = " ".join(trend_detail(trend, one, 76).plain.split())
    assert "- You sell abroad." in told
    assert "You have a site of your own" not in told
    assert "33/33 Do you have a brand of your own? Yes" in told
    assert "(assumed)" in told
    assert "0-17/17 What share of buyers bought twice, in percent?" in told
    assert "Still open - " in told


def test_what_is_left_out_says_why(tiny: Pack) -> None:
    poor = document(tiny, profile__budget=500.0, brand__own_brand="planned", profile__hours_per_week=0.1)
    assert poor.not_now
    assert "The money does not last for a first batch." in not_now_detail(poor.not_now[0], 60).plain
    assert poor.unplaced
    one = poor.unplaced[0]
    assert one.because in unplaced_detail(one, poor, 60).plain


def test_the_forecast_is_a_chart_with_a_bar_and_a_figure_for_every_quarter(tiny: Pack) -> None:
    one = document(tiny, profile__hours_per_week=None)
    table = forecast_detail(one, 76).plain.splitlines()
    header = next(line for line in table if "now" in line)
    place = next(number for number, line in enumerate(table) if line.startswith("From bulk trade"))
    bars = table[place + 1]
    figures = [int(part) for part in bars.split() if part.isdigit()]
    last = one.forecast[-1]
    assert len(figures) == len(one.forecast) + 1
    assert figures[-1] == round(last.readiness["export_brands"])
    assert header.index(last.quarter) == bars.rindex(" ", 0, bars.rindex("#")) + 1
    assert not [line for line in table if line.startswith("Import grows up")]
    assert "assumed, because you did not say" in "\n".join(table)
