from __future__ import annotations

import pytest
from textual import events

from cbassess.errors import StoreError
from cbassess.tui.desk import Desk
from cbassess.tui.screens.home import HomeScreen
from cbassess.tui.screens.questionnaire import QuestionnaireScreen
from tests.tui.running import NEXT_QUARTER, Calendar, answer, begin, comes, flat, opened, press, seen, type_text


async def test_the_first_start_is_a_sentence_and_one_key(desk: Desk) -> None:
    async with opened(desk) as pilot:
        assert "Press Enter to begin." in seen(pilot)
        assert "Results" not in seen(pilot)
        await press(pilot, "enter")
        assert "What is the name of the business?" in seen(pilot)


async def test_a_new_seller_leads_to_the_first_question(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot, "Lamps & Co")
        assert "In which direction do you sell?" in seen(pilot)
        assert "Lamps & Co   2026-Q4" in seen(pilot)
    assert [seller.name for seller in desk.records.sellers()] == ["Lamps & Co"]


async def test_a_second_enter_in_a_burst_takes_nothing_more_away(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await press(pilot, "n")
        for key in (*"Lamps", "enter", "enter", "enter"):
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await comes(pilot, "In which direction do you sell?")
        assert isinstance(pilot.app.screen, QuestionnaireScreen)
    assert [seller.name for seller in desk.records.sellers()] == ["Lamps"]


async def test_what_is_typed_behind_enter_is_no_part_of_the_name(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await press(pilot, "n")
        for key in (*"Lamps", "enter", "2", "1"):
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await comes(pilot, "In which direction do you sell?")
    assert [seller.name for seller in desk.records.sellers()] == ["Lamps"]


async def test_two_quick_clicks_open_one_questionnaire(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await press(pilot, "escape")
        home = pilot.app.screen
        assert isinstance(home, HomeScreen)
        for _ in range(2):
            home.listed.action_select()
        await comes(pilot, "In which direction do you sell?")
        await press(pilot, "escape")
        assert pilot.app.screen is home


@pytest.mark.parametrize(
    ("typed", "told"),
    [("", "Type a name, or press Esc."), ("   ", "Type a name"), ("x" * 201, "at most 200 characters")],
)
async def test_a_name_that_is_none_is_refused_with_a_word(desk: Desk, typed: str, told: str) -> None:
    async with opened(desk) as pilot:
        await press(pilot, "n")
        await type_text(pilot, typed)
        await press(pilot, "enter")
        assert told in seen(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
    assert not desk.records.sellers()


async def test_the_list_tells_how_far_a_wave_is(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await press(pilot, "2", "enter", "escape")
        assert "> Lamps" in seen(pilot)
        assert "2026-Q4    1 of 8" in seen(pilot)
        assert "7 questions have no answer yet." in seen(pilot)
    async with opened(desk, (120, 40)) as pilot:
        await comes(pilot, "7 questions have no answer yet.")


async def test_enter_resumes_where_the_seller_stopped(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await press(pilot, "2", "enter", "1", "enter")
        assert "How many hours a week can you spend?" in seen(pilot)
    async with opened(desk) as pilot:
        await press(pilot, "enter")
        assert "How many hours a week can you spend?" in seen(pilot)


async def test_a_second_wave_in_a_quarter_takes_a_second_key(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await press(pilot, "escape", "w")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "Lamps has answers for 2026-Q4 already." in flat(pilot)
        assert len(desk.records.waves()) == 1
        await press(pilot, "w")
        assert "Lamps   2026-Q4-2" in seen(pilot)


async def test_the_next_quarter_is_a_wave_of_its_own(desk: Desk, calendar: Calendar) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await press(pilot, "2", "escape")
        calendar.day = NEXT_QUARTER
        await press(pilot, "w")
        assert "Lamps   2027-Q1" in seen(pilot)
        assert "Answers filled in from last time, each with its date: 1" in flat(pilot)
        assert "Where do you sell?" in seen(pilot)
        await press(pilot, "backspace")
        assert "> 2 (*) Export" in seen(pilot)
        await press(pilot, "escape")
        listed = seen(pilot)
        assert listed.index("2027-Q1") < listed.index("2026-Q4")


async def test_comparing_needs_two_quarters_and_says_so(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await press(pilot, "escape", "c")
        assert "only one quarter of this seller so far" in flat(pilot)


async def test_with_three_quarters_the_last_two_are_compared_and_others_can_be_chosen(
    desk: Desk, calendar: Calendar
) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await answer(pilot)
        await press(pilot, "escape", "escape")
        for month in (2, 5):
            calendar.day = NEXT_QUARTER.replace(month=month)
            await press(pilot, "w", "escape", "escape", "escape")
        await press(pilot, "c")
        assert "2027-Q1 -> 2027-Q2" in seen(pilot)
        await press(pilot, "b")
        assert "Compare with which earlier quarter?" in seen(pilot)
        await press(pilot, "down", "enter")
        assert "2026-Q4 -> 2027-Q2" in seen(pilot)
        await press(pilot, "a", "down", "enter")
        assert "2026-Q4 -> 2027-Q1" in seen(pilot)
        await press(pilot, "b")
        assert "There is no other quarter to choose." in seen(pilot)


async def test_a_history_that_cannot_be_read_is_told_and_the_app_lives(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise StoreError("The history is on a disk that is gone. Nothing was changed.")

    async with opened(desk) as pilot:
        await begin(pilot)
        await press(pilot, "escape")
        monkeypatch.setattr(type(desk.records), "assessment", fail)
        await press(pilot, "r")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "The history is on a disk that is gone." in seen(pilot)


async def test_q_leaves_with_nothing_wrong(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await press(pilot, "q")
    assert pilot.app.return_code == 0
