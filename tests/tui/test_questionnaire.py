from __future__ import annotations

import asyncio
import datetime as dt

import pytest
from textual import events
from textual.content import Content

from cbassess.errors import StoreError
from cbassess.model.instrument import Item
from cbassess.model.responses import Missing
from cbassess.store.history import History
from cbassess.tui.desk import Desk
from cbassess.tui.screens.home import HomeScreen
from cbassess.tui.screens.questionnaire import QuestionnaireScreen
from cbassess.tui.screens.results import ResultsScreen
from cbassess.tui.texts import items
from cbassess.tui.widgets.picker import Picker
from cbassess.tui.widgets.readiness_panel import ReadinessPanel
from tests.tui.running import (
    EXPORTER,
    SIZES,
    answer,
    begin,
    comes,
    flat,
    only_wave,
    opened,
    press,
    rows,
    seen,
    stored,
    type_text,
)

CHANNELS, HOURS, BUDGET, FAIR, TROUBLE = (EXPORTER[:count] for count in (1, 2, 3, 4, 5))
"""Keys that lead from the first question to the one named."""


async def test_a_digit_chooses_and_the_answer_is_on_the_disk_at_once(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        assert "saved" not in seen(pilot)
        await press(pilot, "2")
        assert stored(desk) == {"profile.side": "export"}
        assert "> 2 (*) Export" in seen(pilot)
        assert "saved" in seen(pilot).splitlines()[0]


async def test_enter_takes_the_highlighted_option_and_goes_on(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await press(pilot, "down", "down", "enter")
        assert "Where do you sell?" in seen(pilot)
    assert stored(desk) == {"profile.side": "export"}


async def test_enter_alone_answers_nothing(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await press(pilot, "enter")
        assert "Choose an answer, or press s to skip." in seen(pilot)
    assert stored(desk) == {}


async def test_several_marks_and_one_that_rules_out_the_rest(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await answer(pilot, CHANNELS)
        await press(pilot, "3", "1")
        assert stored(desk)["profile.channels"] == ("amazon", "livestream")
        await press(pilot, "4")
        assert stored(desk)["profile.channels"] == ("none",)
        await press(pilot, "down", "up", "up", "space")
        assert stored(desk)["profile.channels"] == ("livestream",)
        await press(pilot, "3")
        assert "profile.channels" not in stored(desk)
        await press(pilot, "enter")
        assert "Mark at least one with Space" in seen(pilot)


async def test_a_click_chooses_and_does_not_go_on(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await pilot.click(Picker, offset=(12, 1))
        await pilot.pause()
        assert stored(desk) == {"profile.side": "export"}
        assert "In which direction do you sell?" in seen(pilot)


@pytest.mark.parametrize("typed", ["300", "-1", "", "1,5", "1e400", "nan"])
async def test_a_number_out_of_bounds_is_refused_with_the_bounds(desk: Desk, typed: str) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await answer(pilot, HOURS)
        assert "A number from 0 to 80. Unit: hours a week." in seen(pilot)
        await type_text(pilot, typed)
        await press(pilot, "enter")
        told = "Not possible here. A number from 0 to 80." if typed else "Type an answer, or press F2"
        assert told in seen(pilot)
        assert "How many hours a week can you spend?" in seen(pilot)
    assert "profile.hours_per_week" not in stored(desk)


async def test_number_date_and_text_are_saved_as_such(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await answer(pilot)
    found = stored(desk)
    assert found["profile.hours_per_week"] == 8.0
    assert found["profile.next_fair"] == dt.date(2027, 3, 1)
    assert found["profile.trouble"] == "copies"


async def test_letters_stay_keys_in_a_number_and_are_typed_in_a_text(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await answer(pilot, HOURS)
        await press(pilot, "u")
        assert stored(desk)["profile.hours_per_week"] is Missing.DONT_KNOW
        await press(pilot, "d")
        assert stored(desk)["profile.budget"] is Missing.DECLINED
        await press(pilot, "s")
        assert "What troubles you most?" in seen(pilot)
        await press(pilot, "s", "u", "d", "question_mark")
        assert "sud?" in seen(pilot)
        await press(pilot, "f3")
        assert stored(desk)["profile.trouble"] is Missing.DONT_KNOW


async def test_backspace_goes_back_and_shows_the_answer_given_before(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await answer(pilot, BUDGET)
        await press(pilot, "backspace")
        assert "How many hours a week" in seen(pilot)
        assert " 8" in seen(pilot)
        await press(pilot, "shift+tab")
        assert "1 [x] Amazon" in seen(pilot)
        await press(pilot, "backspace", "backspace", "backspace")
        assert "> 2 (*) Export" in seen(pilot)


async def test_going_back_shows_what_was_said_instead_of_an_answer(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await press(pilot, "u", "backspace")
        assert "Your answer: I do not know." in seen(pilot)
        await press(pilot, "1")
        assert "I do not know" not in seen(pilot)


async def test_what_is_typed_is_saved_on_leaving_and_what_is_wrong_holds_once(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await answer(pilot, HOURS)
        await press(pilot, "9", "f5")
        assert isinstance(pilot.app.screen, ResultsScreen)
        assert stored(desk)["profile.hours_per_week"] == 9.0
        await press(pilot, "escape")
        await press(pilot, "9", "9", "escape")
        assert "What you typed is not saved." in seen(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert stored(desk)["profile.hours_per_week"] == 9.0


async def test_an_emptied_field_takes_the_answer_back(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await answer(pilot, BUDGET)
        await press(pilot, "backspace", "backspace", "enter")
        assert "profile.hours_per_week" not in stored(desk)


async def test_a_key_that_is_still_climbing_when_the_question_goes_is_not_lost(desk: Desk) -> None:
    """In a fast burst the second Enter is sent to the list that the first one is about to remove."""
    async with opened(desk) as pilot:
        await begin(pilot)
        await answer(pilot, CHANNELS)
        await press(pilot, "1")
        screen = pilot.app.screen
        assert isinstance(screen, QuestionnaireScreen)
        for key in ("8", "enter"):
            screen.question.answerer._forward_event(events.Key(key, key if len(key) == 1 else None))
        pilot.app.call_later(screen.action_next)
        await comes(pilot, "How much money can you spend")
        assert stored(desk)["profile.hours_per_week"] == 8.0


async def test_keys_that_come_in_one_burst_meet_their_questions(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        burst = [key for keys in EXPORTER for key in keys]
        for key in burst:
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        async with asyncio.timeout(30):
            while not isinstance(pilot.app.screen, ResultsScreen):
                await pilot.pause(0.05)
    assert list(stored(desk).values()) == [
        "export",
        ("amazon", "own_site"),
        8.0,
        20_000.0,
        dt.date(2027, 3, 1),
        "copies",
        "yes",
        "nowhere",
        5.0,
    ]


async def test_the_panel_shows_the_answer_in_the_same_turn(desk: Desk) -> None:
    async with opened(desk, (120, 40)) as pilot:
        await begin(pilot)
        bars = pilot.app.screen.query_one(ReadinessPanel)
        before = str(bars.render())
        pilot.app.screen.query_one(Picker).action_number(1)
        # No await in between: no message can have been handled.
        assert "Import grows up" in str(bars.render()) != before


async def test_why_and_how_show_on_request_and_always_where_there_is_room(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        assert "Why we ask" not in seen(pilot)
        await press(pilot, "question_mark")
        assert "Import and export follow different rules." in seen(pilot)
        assert "How to find out" in seen(pilot)
        await press(pilot, "1", "enter")
        assert "Each channel has its own rules." in seen(pilot)
    async with opened(desk, (120, 40)) as pilot:
        await press(pilot, "enter")
        assert "Each channel has its own rules." in seen(pilot)


async def test_the_end_leads_to_the_results_and_esc_back_to_the_last_question(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await answer(pilot)
        assert isinstance(pilot.app.screen, ResultsScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, QuestionnaireScreen)
        assert "What share of buyers bought twice" in seen(pilot)


async def test_an_answer_that_is_not_saved_is_kept_told_and_saved_with_the_next(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreError("The disk is full. Nothing was changed.")

    async with opened(desk) as pilot:
        await begin(pilot)
        with monkeypatch.context() as broken:
            broken.setattr(History, "save_answers", full)
            await press(pilot, "2")
            assert "not saved" in seen(pilot).splitlines()[0]
            assert "The disk is full. Nothing was changed." in seen(pilot)
            assert "> 2 (*) Export" in seen(pilot)
            await press(pilot, "enter")
            assert "The disk is full." in seen(pilot)
            assert "Where do you sell?" in seen(pilot)
            await press(pilot, "escape")
            assert "1 answer is not saved." in flat(pilot)
            assert isinstance(pilot.app.screen, QuestionnaireScreen)
        await press(pilot, "1")
        assert "The disk is full." not in seen(pilot)
        assert "not saved" not in seen(pilot)
        assert "Where do you sell?" in seen(pilot)
    assert stored(desk) == {"profile.side": "export", "profile.channels": ("amazon",)}


async def test_leaving_waits_once_for_what_is_not_saved(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StoreError("The disk is full.")

    async with opened(desk) as pilot:
        await begin(pilot)
        monkeypatch.setattr(History, "save_answers", full)
        await press(pilot, "2", "ctrl+q")
        assert pilot.app.is_running
        assert "Press the key again to leave without it." in flat(pilot)
        await press(pilot, "ctrl+q")
    assert pilot.app.return_code == 0
    assert stored(desk) == {}


async def test_an_answer_of_another_window_is_shown_and_never_written_over(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        other = desk.records.interview(desk.pack, only_wave(desk))
        other.answer("import")
        await press(pilot, "u")
        assert "yours was not saved" in flat(pilot)
        assert "(*) Import" in seen(pilot)
        assert stored(desk) == {"profile.side": "import"}
        await press(pilot, "2")
        assert "yours was not saved" not in flat(pilot)
        assert stored(desk) == {"profile.side": "export"}
        other.go_to("profile.channels")
        other.answer(("amazon",))
        await press(pilot, "3")
        assert "1 answer was changed in another window" in flat(pilot)
        assert stored(desk) == {"profile.side": "both", "profile.channels": ("amazon",)}
        await press(pilot, "enter", "enter")
        assert "How many hours" in flat(pilot)


async def test_leaving_a_field_that_another_window_answered_is_held_back_once(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await answer(pilot, HOURS)
        other = desk.records.interview(desk.pack, only_wave(desk))
        other.go_to("profile.hours_per_week")
        other.answer(11.0)
        await press(pilot, "9", "escape")
        assert "yours was not saved" in flat(pilot)
        assert "11" in flat(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert stored(desk)["profile.hours_per_week"] == 11.0


async def test_a_place_that_cannot_be_written_down_costs_no_answer(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise StoreError("No.")

    async with opened(desk) as pilot:
        await begin(pilot)
        monkeypatch.setattr(History, "set_position", fail)
        await answer(pilot)
        assert isinstance(pilot.app.screen, ResultsScreen)
    assert only_wave(desk).answered == len(EXPORTER)


async def test_a_long_paste_is_cut_with_a_word(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await answer(pilot, TROUBLE)
        pilot.app.post_message(events.Paste("ab\ncd\x1b[31m" + "x" * 5_000))
        await pilot.pause()
        assert "it was cut to 2,000 characters" in flat(pilot)
        await press(pilot, "enter")
    trouble = stored(desk)["profile.trouble"]
    assert isinstance(trouble, str)
    assert len(trouble) == 2_000
    assert trouble.startswith("ab cd")
    assert "\x1b" not in trouble


async def test_what_the_panel_leaves_as_it_is_would_be_drawn_the_same(desk: Desk) -> None:
    """Only changed lines are drawn; drawing all of them anew must change nothing."""
    async with opened(desk, (120, 40)) as pilot:
        await begin(pilot)
        for key in ("1", "2", "1", "2", "enter", "1", "2", "enter", "backspace", "backspace", "1"):
            await press(pilot, key)
            shown = rows(pilot)
            pilot.app.screen.query_one(ReadinessPanel).refresh()
            await press(pilot)
            assert rows(pilot) == shown


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_question_is_written_for_the_width_that_it_gets(desk: Desk, size: tuple[int, int]) -> None:
    """Its explanation is laid out once; a style sheet that has changed would make a second layout of it."""
    async with opened(desk, size) as pilot:
        written = []
        explained = items.explanation

        def noted(item: Item, width: int) -> Content:
            written.append(width)
            return explained(item, width)

        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(items, "explanation", noted)
            await begin(pilot)
        assert len(written) == 1, written
