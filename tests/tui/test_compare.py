from __future__ import annotations

import pytest

from cbassess.model.comparison import Comparison, StepChange, TrendChange, WaveStamp
from cbassess.model.evaluation import Interval
from cbassess.model.responses import ResponseSet
from cbassess.tui.desk import Desk
from cbassess.tui.screens.compare import CompareScreen
from cbassess.tui.texts.changes import change_detail, change_row
from cbassess.tui.texts.outcomes import fate_detail, fate_row
from cbassess.tui.texts.overall import overall_detail, overall_row
from tests.tui.running import DAY, NEXT_QUARTER, Calendar, answer, begin, flat, opened, press, seen, stored


def stamp(wave: str) -> WaveStamp:
    return WaveStamp(wave=wave, as_of=DAY, pack_version="1.0.0", pack_hash="0")


def comparison(**changes: object) -> Comparison:
    plain = {
        "language": "en",
        "seller": "Lamps",
        "baseline": stamp("2026-Q3"),
        "wave": stamp("2026-Q4"),
        "shared": 0.5,
        "headline": None,
        "rules_changed": False,
        "trends": (),
        "items": (),
        "steps": (),
    }
    return Comparison.model_validate({**plain, **changes})


async def test_two_quarters_side_by_side(desk: Desk, calendar: Calendar) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await answer(pilot)
    calendar.day = NEXT_QUARTER
    filed = ResponseSet("Lamps", {**stored(desk), "brand.mark_filed": "home"}, "2027-Q1", NEXT_QUARTER)
    desk.records.import_answers(desk.pack, filed, "Lamps", None, desk.now())
    async with opened(desk) as pilot:
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, CompareScreen)
        told = seen(pilot)
        assert "2026-Q4 -> 2027-Q1" in told
        assert " -> #" in told
        assert "+" in next(line for line in told.splitlines() if "> Overall" in line)
        assert "Your answers +" in told
        await press(pilot, "down", "enter")
        read = flat(pilot)
        assert "What moved it" in read
        assert "Where is your main trade mark filed?" in read
        assert "Nowhere -> China only" in read
        await press(pilot, "escape", "end")
        assert "Done" in seen(pilot) or "Carried over" in seen(pilot)


def test_what_cannot_be_compared_is_told_in_words_and_never_as_zero() -> None:
    one = TrendChange(
        id="x",
        title="Shops",
        comparable=False,
        before=None,
        after=Interval.between(40, 60),
        change=None,
        moved_by={},
    )
    row = change_row(one, 76).plain
    assert "not comparable" in row
    assert "did not concern you" in row
    assert "40-60" in row
    detail = change_detail(one, comparison(trends=(one,)), 76).plain
    assert "did not concern the seller in both quarters" in " ".join(detail.split())
    assert "2026-Q4" in detail
    assert "2026-Q3" not in detail  # no bar for the side that is missing
    assert " 0" not in row + detail


def test_the_parts_of_a_change_carry_their_sign_and_the_largest_comes_first() -> None:
    one = TrendChange(
        id="x",
        title="Shops",
        comparable=True,
        before=Interval.between(40, 40),
        after=Interval.between(45, 45),
        change=5.0,
        moved_by={"a.small": 1.0, "a.big": -6.0, "a.none": 0.0, "a.gain": 10.0},
    )
    told = change_detail(one, comparison(trends=(one,)), 76).plain
    assert told.index("+10") < told.index("-6") < told.index("+1 ")
    assert "a.none" not in told


def test_without_an_honest_number_there_is_none() -> None:
    one = comparison()
    assert "not comparable" in overall_row(one, 60).plain
    told = " ".join(overall_detail(one, 60).plain.split())
    assert "50 % of the questions were answered in both quarters." in told
    assert "Too few questions are shared" in told


@pytest.mark.parametrize("fate", ["done", "carried", "new", "dropped"])
def test_every_fate_of_a_step_has_a_word_and_a_meaning(fate: str) -> None:
    step = StepChange.model_validate({"action": "x", "title": "File your mark", "fate": fate})
    assert fate_row(step, 60).plain.endswith("File your mark")
    assert len(fate_row(step, 60).plain.split()) > 3
    assert len(fate_detail(step, 60).plain) > 40
