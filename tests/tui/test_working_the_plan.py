"""The plan as it is worked: every key saves at once, and what is filtered, late, offered or too much is said."""

from __future__ import annotations

import datetime as dt

import pytest

from cbassess.model.pack import Pack
from cbassess.model.responses import ResponseSet
from cbassess.model.work import StepProgress
from cbassess.tui.case import Case
from cbassess.tui.desk import Desk
from cbassess.tui.picking import Picked
from cbassess.tui.screens.plan import PlanScreen
from cbassess.tui.texts.plan import PlanView, plan_lines
from cbassess.workflow import assess
from tests.tui.running import DAY, NEXT_QUARTER, SIZES, Calendar, flat, opened, press, seen

ANSWERS = {
    "profile.side": "export",
    "profile.channels": ("amazon",),
    "profile.hours_per_week": 8.0,
    "profile.budget": 20_000.0,
    "profile.next_fair": dt.date(2027, 3, 1),
    "profile.trouble": "copies",
    "brand.own_brand": "yes",
    "brand.mark_filed": "nowhere",
    "brand.repeat_share": 5.0,
}


def keep(desk: Desk, label: str = "2026-Q4", day: dt.date = DAY, **changes: object) -> None:
    """A wave of the seller Lamps."""
    responses = ANSWERS | {key.replace("__", "."): value for key, value in changes.items()}
    given = ResponseSet("Lamps", responses, label, day)  # type: ignore[arg-type]
    desk.records.import_answers(desk.pack, given, "Lamps", label, desk.now())


def step(desk: Desk, action: str = "search_mark") -> StepProgress:
    """What is on the disk about a step of the latest wave."""
    return desk.records.steps(desk.pack, desk.records.find_wave("Lamps")).find(action)


def view(desk: Desk, today: dt.date = DAY) -> PlanView:
    case = Case.recorded(desk, desk.records.find_wave("Lamps"))
    return PlanView(desk.pack, case.document, case.progress, case.pace, today, Picked())


@pytest.mark.parametrize(("size", "to_step"), [(SIZES[0], ("enter",)), (SIZES[2], ())])
async def test_every_change_is_on_the_disk_with_its_key_and_said_to_be_saved(
    desk: Desk, size: tuple[int, int], to_step: tuple[str, ...]
) -> None:
    keep(desk)
    async with opened(desk, size) as pilot:
        await press(pilot, "r", "p", *to_step)
        await press(pilot, "s", "2")
        assert step(desk).status == "doing"
        assert "saved: doing" in seen(pilot)
        await press(pilot, "w", *"Li Na", "enter")
        assert step(desk).owner == "Li Na"
        await press(pilot, "d", *["backspace"] * 10, *"2026-12-01", "enter")
        assert step(desk).due == dt.date(2026, 12, 1)
        await press(pilot, "n", *"ask", "enter")
        assert step(desk).note == "ask"
        await press(pilot, "2")
        assert step(desk).ticked == (2,)
        assert "part 2 done" in seen(pilot)
        await press(pilot, "2")
        assert step(desk).ticked == ()


async def test_a_step_is_dropped_with_a_reason_and_a_day_is_a_day(desk: Desk) -> None:
    keep(desk)
    async with opened(desk) as pilot:
        await press(pilot, "r", "p", "s", "4", "enter")
        assert "A step is dropped with a reason" in flat(pilot)
        assert step(desk).status == "open"
        await press(pilot, *"no money", "enter")
        assert (step(desk).status, step(desk).reason) == ("dropped", "no money")
        await press(pilot, "d", "x", "enter")
        assert "Write the day as 2027-01-03." in flat(pilot)
        await press(pilot, "escape")
        assert "Esc once more leaves it as it was." in flat(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, PlanScreen)
        assert step(desk).due != "x"


async def test_a_filter_is_seen_and_taken_away_with_a_key(desk: Desk) -> None:
    keep(desk)
    async with opened(desk, (120, 40)) as pilot:
        await press(pilot, "r", "p", "s", "2", "f")
        shown = seen(pilot)
        assert "Which steps are shown" in shown
        await press(pilot, "end", "up", "space", "escape")
        assert "Shown: 1 of " in seen(pilot)
        assert "Status: doing" in seen(pilot)
        assert "Write to buyers" not in seen(pilot)
        await press(pilot, "x")
        assert "Shown:" not in seen(pilot)
        assert "Write to buyers" in seen(pilot)


async def test_what_the_answers_show_is_offered_and_taken_with_a_key(desk: Desk, calendar: Calendar) -> None:
    keep(desk)
    calendar.day = NEXT_QUARTER
    keep(desk, "2027-Q1", NEXT_QUARTER, brand__mark_filed="home", profile__next_fair=dt.date(2027, 8, 1))
    async with opened(desk) as pilot:
        await press(pilot, "r", "p")
        assert "Done, by your answers" in seen(pilot)
        assert "y Is done" in seen(pilot)
        await press(pilot, "y")
        assert step(desk).status == "done"
        assert "Done, by your answers" not in seen(pilot)


async def test_a_done_step_that_newer_answers_do_not_show_is_asked_about(desk: Desk, calendar: Calendar) -> None:
    keep(desk)
    desk.records.steps(desk.pack, desk.records.find_wave("Lamps")).finish("search_mark", DAY, desk.now())
    calendar.day = NEXT_QUARTER
    keep(desk, "2027-Q1", NEXT_QUARTER, profile__next_fair=dt.date(2027, 8, 1))
    async with opened(desk) as pilot:
        await press(pilot, "r", "p")
        assert "Marked done, but not by your answers" in seen(pilot)
        await press(pilot, "a")
        assert "Where is your main trade mark filed?" in seen(pilot)
        await press(pilot, "escape", "p", "s", "1")
        assert step(desk).status == "open"
        assert "Marked done, but not by your answers" not in seen(pilot)


async def test_the_pace_shows_its_numbers_and_can_be_taken_and_overruled(desk: Desk, calendar: Calendar) -> None:
    keep(desk)
    calendar.day = NEXT_QUARTER
    keep(desk, "2027-Q1", NEXT_QUARTER, profile__next_fair=dt.date(2027, 8, 1))
    pace = desk.records.pace(desk.pack, desk.records.find_wave("Lamps"))
    assert pace.planned == 14.5
    async with opened(desk, (120, 40)) as pilot:
        await press(pilot, "r", "p")
        assert "> About 0 % of your planned hours get done." in flat(pilot)
        assert "In all 0 of 15 hours: 0 %." in " ".join(_pace_text(desk).split())
        await press(pilot, "h", "1")
        assert desk.records.pace(desk.pack, desk.records.find_wave("Lamps")).choice == "fit"
        assert "The plan is fitted to your pace." in " ".join(_pace_text(desk).split())
        await press(pilot, "h", "3", *"200", "enter")
        assert "A number from 10 to 100" in seen(pilot)
        await press(pilot, *["backspace"] * 3, *"50", "enter")
        assert desk.records.pace(desk.pack, desk.records.find_wave("Lamps")).choice == 0.5
        document = desk.records.assessment(desk.pack, desk.records.find_wave("Lamps"))
        assert document.capacity.hours_per_week == 4.0
        await press(pilot, "h", "2")
        assert desk.records.pace(desk.pack, desk.records.find_wave("Lamps")).choice == "off"


def _pace_text(desk: Desk) -> str:
    from cbassess.tui.texts.pace import pace_detail

    return pace_detail(view(desk).pace, 70).plain


async def test_the_plan_of_an_earlier_quarter_is_read_and_not_worked(desk: Desk, calendar: Calendar) -> None:
    keep(desk)
    calendar.day = NEXT_QUARTER
    keep(desk, "2027-Q1", NEXT_QUARTER, profile__next_fair=dt.date(2027, 8, 1))
    async with opened(desk) as pilot:
        await press(pilot, "down", "r", "p")
        assert "This is the plan of an earlier quarter." in flat(pilot)
        assert "s Status" not in seen(pilot)
        await press(pilot, "s", "2", "h")
        assert step(desk).status == "open"


def test_a_step_says_late_doing_or_what_it_waits_for(desk: Desk) -> None:
    keep(desk)
    book = desk.records.steps(desk.pack, desk.records.find_wave("Lamps"))
    book.start("search_mark", DAY, desk.now())

    def rows(today: dt.date) -> str:
        return "\n".join(line.label(70).plain for line in plan_lines(view(desk, today)))

    assert "doing" in rows(DAY)
    assert "after 1" in rows(DAY)
    late = (dt.date(2027, 6, 1) - step(desk).due).days  # type: ignore[operator]
    assert f"late {late} days" in rows(dt.date(2027, 6, 1))


def test_a_filter_shows_what_has_something_of_every_kind(tiny: Pack) -> None:
    from cbassess.tui.picking import Tagged

    document = assess(tiny, ResponseSet("Lamps", ANSWERS, "2026-Q4", DAY), DAY)  # type: ignore[arg-type]
    tagged = [Tagged.of(one, tiny.actions[one.action].trend, None, DAY) for one in document.plan]
    assert all(Picked().shows(one) for one in tagged)
    both = Picked().turned("status", "open").turned("band", document.plan[0].band)
    assert [one.step.action for one in tagged if both.shows(one)] == [
        one.action for one in document.plan if one.band == document.plan[0].band
    ]
    assert not any(both.turned("owner", "Li Na").shows(one) for one in tagged)
    assert not Picked().turned("owner", "").turned("owner", "")
