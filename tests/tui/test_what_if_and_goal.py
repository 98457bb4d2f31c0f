"""What-if and goal: now and then side by side, and nothing of it saved."""

from __future__ import annotations

import re
import threading

import pytest
from textual.pilot import Pilot

from cbassess.model.pack import Pack
from cbassess.model.responses import ResponseSet
from cbassess.tui.aiming import BUDGET, BY, HOURS, Draft
from cbassess.tui.case import Case
from cbassess.tui.desk import Desk
from cbassess.tui.screens.plan import PlanScreen
from cbassess.tui.texts.goal import goal_detail
from cbassess.tui.texts.what_if import what_if_detail
from cbassess.tui.widgets.sheet import Sheet
from cbassess.workflow import assess, reach, whatif
from tests.tui.running import DAY, opened, press, seen, stored
from tests.tui.test_working_the_plan import ANSWERS, keep, step

TREND = "export_brands"


def responses() -> ResponseSet:
    return ResponseSet("Lamps", ANSWERS, "2026-Q4", DAY)  # type: ignore[arg-type]


async def worked_out(pilot: Pilot[None]) -> str:
    """The screen once all is worked out."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return seen(pilot)


async def test_steps_and_answers_are_supposed_and_nothing_is_saved(desk: Desk) -> None:
    keep(desk)
    before = stored(desk)
    async with opened(desk, (120, 40)) as pilot:
        await press(pilot, "r", "p", "i")
        assert "nothing is saved" in seen(pilot)
        await press(pilot, "space")
        shown = await worked_out(pilot)
        assert "[x]  1 Search your name" in shown
        assert "Now" in shown
        assert "Then" in shown
        assert re.search(r"\+\d", shown)
        await press(pilot, "v", *"trade mark", "enter", "4", "enter")
        shown = await worked_out(pilot)
        assert "Nowhere -> Our three biggest markets" in shown
        await press(pilot, "x")
        assert "[x]" not in seen(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, PlanScreen)
    assert stored(desk) == before
    assert step(desk).status == "open"


async def test_a_goal_is_put_together_with_keys_and_answered(desk: Desk) -> None:
    keep(desk)
    async with opened(desk, (120, 40)) as pilot:
        await press(pilot, "r", "p", "r", "enter")
        assert "Choose a trend with Space first." in seen(pilot)
        await press(pilot, "space", "t", *"60", "enter")
        assert "goal 60" in seen(pilot)
        await press(pilot, "enter")
        shown = await worked_out(pilot)
        assert re.search(r"Yes, by \d|Not by \d|No\. ", shown)
        await press(pilot, "right")
        assert "The goal was changed." in seen(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, PlanScreen)


async def test_what_takes_a_while_says_so_and_holds_up_no_key(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(desk)
    go_on, supposed = threading.Event(), Case.supposed

    def slow(self: Case, answers: object, done: object) -> object:
        assert go_on.wait(60)
        return supposed(self, answers, done)  # type: ignore[arg-type]

    monkeypatch.setattr(Case, "supposed", slow)
    async with opened(desk, (120, 40)) as pilot:
        await press(pilot, "r", "p", "i", "space")
        await pilot.pause(0.6)
        assert "working it out" in seen(pilot)
        at = pilot.app.screen.query_one(Sheet).key
        await press(pilot, "down")
        assert pilot.app.screen.query_one(Sheet).key != at
        go_on.set()
        shown = await worked_out(pilot)
        assert "working it out" not in shown
        assert "nothing is saved" in shown


def test_both_sides_stand_beside_each_other_with_what_moved(tiny: Pack) -> None:
    found = whatif(tiny, responses(), DAY, {}, ["search_mark", "file_mark"])
    told = what_if_detail(found, 70).plain
    (shift,) = [one for one in found.trends if one.id == TREND]
    line = next(line for line in told.splitlines() if re.search(r"#.*\d+ .*#.*\d+ +\+", line))
    figures = [round(shift.before.readiness.value), round(shift.after.readiness.value)]
    assert [int(figure) for figure in re.findall(r"(?<![+.\d])\d+(?= )", line)] == figures
    done = [line for line in told.splitlines() if line.endswith("done")]
    assert len(done) == 2


def test_where_there_is_no_way_it_says_what_would_do(tiny: Pack) -> None:
    found = reach(tiny, responses(), DAY, {TREND: 100.0}, "2026-Q4")
    told = " ".join(goal_detail(found, {}, 76).plain.split())
    assert found.outcome in ("too_late", "not_in_sight", "out_of_reach")
    if found.outcome == "out_of_reach":
        assert "What is missing" in told
    else:
        assert "What alone would do" in told
        assert "More time" in told


def test_a_draft_keeps_its_bounds_and_names_only_what_was_changed(tiny: Pack) -> None:
    draft = Draft.of(assess(tiny, responses(), DAY))
    assert draft.limits(tiny) == {}
    assert not draft.wanted
    for _ in range(40):
        draft = draft.moved(TREND, 1).moved(BY, 1).moved(HOURS, -1)
    assert draft.wanted == {TREND: 100.0}
    assert draft.by == draft.quarters[-1]
    assert draft.hours == 0.0
    assert draft.limits(tiny) == {"profile.hours_per_week": 0.0}
    assert draft.put(BUDGET, -5).limits(tiny)["profile.budget"] == 0.0
    assert draft.turned(TREND).wanted == {}
