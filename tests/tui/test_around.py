"""The lists around the questionnaire, notes, undoing, and what the last answer moved."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot

from cbassess.tui.desk import Desk
from cbassess.tui.screens.find import FindScreen
from cbassess.tui.screens.home import HomeScreen
from cbassess.tui.screens.note import NoteScreen
from cbassess.tui.screens.open_items import OpenItemsScreen
from cbassess.tui.screens.questionnaire import QuestionnaireScreen
from cbassess.tui.screens.results import ResultsScreen
from cbassess.tui.screens.review import ReviewScreen
from cbassess.tui.screens.still_true import StillTrueScreen
from cbassess.tui.widgets.item_sheet import ItemLines
from cbassess.tui.widgets.note_field import NoteField
from cbassess.tui.widgets.picker import Picker
from cbassess.tui.widgets.readiness_panel import ReadinessPanel
from cbassess.workflow import what_is_open
from tests.tui.running import (
    EXPORTER,
    NEXT_QUARTER,
    SIZES,
    Calendar,
    answer,
    begin,
    flat,
    only_wave,
    opened,
    press,
    rows,
    seen,
    stored,
    type_text,
)

HOURS = EXPORTER[:2]


@asynccontextmanager
async def answering(desk: Desk, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    async with opened(desk, size) as pilot:
        await begin(pilot)
        yield pilot


def listed(pilot: Pilot[None]) -> ItemLines:
    return pilot.app.screen.query_one(ItemLines)


def origins(desk: Desk) -> dict[str, str]:
    latest = desk.records.waves()[-1]
    said = desk.records.recorded(latest, desk.pack).responses.said
    return {item: one.origin for item, one in said.items()}


async def next_quarter(pilot: Pilot[None], calendar: Calendar) -> None:
    """All answered, and the next quarter begun."""
    await answer(pilot)
    await press(pilot, "escape", "escape")
    calendar.day = NEXT_QUARTER
    await press(pilot, "w")


async def test_the_time_left_is_told_and_is_gone_with_the_last_answer(desk: Desk) -> None:
    async with answering(desk) as pilot:
        assert "~2 min left" in seen(pilot)
        await answer(pilot)
        await press(pilot, "escape")
        assert "min left" not in seen(pilot)


async def test_undo_takes_back_one_change_after_another_and_says_so(desk: Desk) -> None:
    async with answering(desk) as pilot:
        await press(pilot, "z")
        assert "Nothing was changed" in flat(pilot)
        await press(pilot, "2", "3", "enter", "1", "z")
        assert "Undone." in seen(pilot)
        assert "profile.channels" not in stored(desk)
        await press(pilot, "z")
        assert "In which direction do you sell?" in seen(pilot)
        assert stored(desk) == {"profile.side": "export"}
        await press(pilot, "z")
        assert stored(desk) == {}


async def test_undo_in_a_field_takes_back_what_is_typed_before_what_is_saved(desk: Desk) -> None:
    async with answering(desk) as pilot:
        await answer(pilot, HOURS)
        await press(pilot, "9", "ctrl+z")
        assert "What you typed is taken back." in seen(pilot)
        assert stored(desk)["profile.channels"] == ("amazon", "own_site")
        await press(pilot, "ctrl+z")
        assert stored(desk)["profile.channels"] == ("amazon",)


async def test_a_note_is_written_in_lines_kept_and_shown_beside_the_answer(desk: Desk) -> None:
    async with answering(desk) as pilot:
        await press(pilot, "2", "n", *"ask [b]", "enter", *"soon", "escape")
        assert "Your note        ask [b]" in seen(pilot)
        assert "                 soon" in seen(pilot)
        await press(pilot, "enter", "backspace")
        assert "ask [b]" in seen(pilot)
        assert stored(desk) == {"profile.side": "export"}
        interview = desk.records.interview(desk.pack, only_wave(desk))
        assert interview.note("profile.side") == "ask [b]\nsoon"


@pytest.mark.parametrize("size", SIZES)
async def test_a_note_that_is_too_long_is_cut_with_a_word(desk: Desk, size: tuple[int, int]) -> None:
    async with answering(desk, size) as pilot:
        await press(pilot, "f7")
        pilot.app.post_message(events.Paste("a\x1b[31m" + "x" * 5_000))
        await pilot.pause()
        field = pilot.app.screen.query_one(NoteField)
        assert len(field.text) == 2_000
        assert "\x1b" not in field.text
        assert "the rest was cut" in flat(pilot)
        await press(pilot, "y")
        assert len(field.text) == 2_000
        await press(pilot, "escape")
        assert len(desk.records.interview(desk.pack, only_wave(desk)).note("profile.side")) == 2_000


async def test_leaving_the_app_keeps_a_note_that_is_being_written(desk: Desk) -> None:
    async with answering(desk) as pilot:
        await press(pilot, "n", *"half", "ctrl+q")
    assert desk.records.interview(desk.pack, only_wave(desk)).note("profile.side") == "half"


async def test_the_language_changes_under_a_note_and_a_search_without_losing_a_letter(real_desk: Desk) -> None:
    async with answering(real_desk) as pilot:
        await press(pilot, "n", *"half", "f9")
        assert isinstance(pilot.app.screen, NoteScreen)
        assert pilot.app.screen.written == "half"
        assert "您做进口还是出口" in flat(pilot)
        await press(pilot, "escape", "slash")
        await type_text(pilot, "品牌")
        assert "您有没有用自己的品牌卖货" in flat(pilot)
        await press(pilot, "f9")
        assert "Words of the question: 品牌" in flat(pilot)


async def test_the_panel_says_in_the_same_turn_what_moved(desk: Desk) -> None:
    async with answering(desk, (120, 40)) as pilot:
        await answer(pilot, EXPORTER[:7])
        panel = pilot.app.screen.query_one(ReadinessPanel)
        picker = pilot.app.screen.query_one(Picker)
        picker.action_number(1)
        # No await in between: no message can have been handled.
        weakest = str(panel.render())
        picker.action_number(2)
        assert weakest != str(panel.render())
        assert any(f" {sign}" in weakest for sign in "+-")
        await press(pilot, "enter")
        assert "moved" in seen(pilot)


async def test_find_goes_to_a_question_by_its_words(desk: Desk) -> None:
    async with answering(desk) as pilot:
        await press(pilot, "2", "slash", *"MARK filed")
        assert isinstance(pilot.app.screen, FindScreen)
        assert "Where is your main trade mark filed?" in seen(pilot)
        assert "How many hours" not in seen(pilot)
        assert listed(pilot).key != "brand.mark_filed"  # it does not apply yet
        await type_text(pilot, "brand of your")
        assert listed(pilot).key == "brand.own_brand"
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, QuestionnaireScreen)
        assert "Do you have a brand of your own?" in seen(pilot)


async def test_with_nothing_typed_find_leads_to_every_section(desk: Desk) -> None:
    async with answering(desk) as pilot:
        await press(pilot, "2", "f8")
        for _ in range(12):
            if listed(pilot).key != "brand":
                await press(pilot, "down")
        assert listed(pilot).key == "brand"
        await press(pilot, "enter")
        assert "Do you have a brand of your own?" in seen(pilot)


async def test_find_says_when_nothing_has_the_words(desk: Desk) -> None:
    async with answering(desk) as pilot:
        await press(pilot, "slash", *"xyzzy", "enter")
        assert "No question has these words." in seen(pilot)
        await press(pilot, "escape")
        assert "In which direction do you sell?" in seen(pilot)


async def test_the_review_shows_all_answers_and_what_is_set_aside_and_leads_to_each(desk: Desk) -> None:
    async with answering(desk, (120, 40)) as pilot:
        await answer(pilot)
        await press(pilot, "escape", "slash", *"direction", "enter", "1", "r")
        assert isinstance(pilot.app.screen, ReviewScreen)
        for told in ("Your business   5 of 5 answered", "Amazon; Our own site", "8 hours a week", "Set aside"):
            assert told in seen(pilot)
        await press(pilot, "end")
        assert "This answer is kept. It does not count" in flat(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReviewScreen)
        await press(pilot, "home", "down", "enter")
        assert "Where do you sell?" in seen(pilot)
        await press(pilot, "slash", *"direction", "enter", "2")
    assert stored(desk)["brand.own_brand"] == "yes"


async def test_the_open_list_is_there_at_once_and_is_put_into_the_order_that_pays(desk: Desk) -> None:
    async with answering(desk, (120, 40)) as pilot:
        await press(pilot, "2", "enter", "u")
        await pilot.press("o")
        assert isinstance(pilot.app.screen, OpenItemsScreen)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        interview = desk.records.interview(desk.pack, only_wave(desk))
        found = what_is_open(desk.pack, interview.responses, interview.wave.as_of)
        told = [one.item for one in found.items if one.state in ("open", "dont_know")]
        assert [line.key for line in listed(pilot).lines] == told
        assert len(told) > 3
        assert "6 unanswered, 1 unsure" in seen(pilot)
        assert "could change" in seen(pilot)
        await press(pilot, "enter")
        assert pilot.app.screen.interview.current.id == told[0]  # type: ignore[attr-defined]


async def test_working_out_what_pays_is_told_until_it_is_done(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(OpenItemsScreen, "_work_out", lambda _: None)
    async with answering(desk) as pilot:
        await press(pilot, "o")
        assert "working out what pays first" in seen(pilot)
        assert "How many hours a week can you spend?" in seen(pilot)


async def test_with_nothing_open_the_list_says_so(desk: Desk) -> None:
    async with answering(desk) as pilot:
        await answer(pilot)
        await press(pilot, "escape", "ctrl+o")
        assert "Nothing is open: every question has an answer." in seen(pilot)


async def test_the_next_quarter_opens_with_still_true_and_one_key_confirms(desk: Desk, calendar: Calendar) -> None:
    async with answering(desk) as pilot:
        await next_quarter(pilot, calendar)
        assert isinstance(pilot.app.screen, StillTrueScreen)
        assert "1 to look at" in seen(pilot)
        assert "Amazon; Our own site" in seen(pilot)
        assert "2026-11-22" in seen(pilot)
        assert origins(desk)["profile.channels"] == "carried"
        await press(pilot, "space")
        assert origins(desk)["profile.channels"] == "confirmed"
        assert origins(desk)["profile.side"] == "carried"
        assert isinstance(pilot.app.screen, ResultsScreen)


async def test_still_true_left_for_later_stays_carried_and_can_be_opened_again(desk: Desk, calendar: Calendar) -> None:
    async with answering(desk) as pilot:
        await next_quarter(pilot, calendar)
        await press(pilot, "escape", "escape", "t")
        assert isinstance(pilot.app.screen, StillTrueScreen)
        await press(pilot, "escape")
        assert set(origins(desk).values()) == {"carried"}


async def test_enter_in_still_true_opens_the_question_and_the_way_on_leads_back(
    real_desk: Desk, calendar: Calendar
) -> None:
    async with answering(real_desk) as pilot:
        await press(pilot, "2", "enter", "1", "enter", "1", "enter", "1", "enter", "escape")
        calendar.day = NEXT_QUARTER
        await press(pilot, "w", "enter")
        assert isinstance(pilot.app.screen, QuestionnaireScreen)
        assert "carried over" in flat(pilot)
        await press(pilot, "2", "enter")
        assert isinstance(pilot.app.screen, StillTrueScreen)
        await press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, StillTrueScreen)
        told = origins(real_desk)
    assert [origin for item, origin in told.items() if item != "profile.side"] == ["given", "confirmed", "carried"]


async def test_what_has_not_been_on_the_screen_is_not_confirmed(real_desk: Desk, calendar: Calendar) -> None:
    async with answering(real_desk, (60, 16)) as pilot:
        await press(pilot, "2")
        for _ in range(16):
            await pilot.press("enter", *("2" if pilot.app.screen.query(Picker) else "5"))
        await press(pilot, "enter", "escape", "escape")
        calendar.day = NEXT_QUARTER
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, StillTrueScreen)
        whole = len(pilot.app.screen.interview.agenda.still_true)
        shown = seen(pilot)
        await pilot.press("a")
        confirmed = [item for item, origin in origins(real_desk).items() if origin == "confirmed"]
        assert 0 < len(confirmed) < whole
        for item in confirmed:
            assert real_desk.pack.items[item].stem[:30] in shown
        await press(pilot, "z")
        assert len([one for one in origins(real_desk).values() if one == "confirmed"]) == len(confirmed)


async def test_only_what_must_be_asked_is_asked_with_the_last_answer_marked(desk: Desk, calendar: Calendar) -> None:
    async with answering(desk) as pilot:
        await press(pilot, "2", "enter", "u", "u", "s")
        await press(pilot, *"2027-03-01", "enter", "escape")
        calendar.day = NEXT_QUARTER.replace(year=2028)
        await press(pilot, "w")
        assert "Where do you sell?" in seen(pilot)
        assert "Last time (2026-11-22): don't know." in flat(pilot)
        await press(pilot, "1", "enter")
        assert "How many hours a week" in seen(pilot)
        await press(pilot, "u")
        assert "How much money" in seen(pilot)
        await press(pilot, "s")
        assert "What troubles you most?" in seen(pilot)
    assert stored(desk, desk.records.waves()[-1])["profile.channels"] == ("amazon",)


async def test_enter_says_that_an_answer_out_of_date_is_still_so(desk: Desk, calendar: Calendar) -> None:
    async with answering(desk) as pilot:
        await answer(pilot)
        await press(pilot, "escape", "escape")
        calendar.day = NEXT_QUARTER.replace(year=2028)
        await press(pilot, "w")
        assert "> 1 [ ] Amazon   last time" in seen(pilot)
        assert "2 [ ] Our own site   last time" in seen(pilot)
        assert "Press Enter if that is still so." in flat(pilot)
        await press(pilot, "enter")
    latest = desk.records.waves()[-1]
    recorded = desk.records.recorded(latest, desk.pack).responses
    assert recorded.responses["profile.channels"] == ("amazon", "own_site")
    assert (recorded.said["profile.channels"].origin, recorded.said["profile.channels"].on.year) == ("confirmed", 2026)


async def test_a_note_goes_along_into_the_next_quarter(desk: Desk, calendar: Calendar) -> None:
    async with answering(desk) as pilot:
        await press(pilot, "n", *"ask Wang", "escape")
        await next_quarter(pilot, calendar)
        await press(pilot, "escape", "escape")
        assert "ask Wang" in seen(pilot)


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("size", SIZES)
async def test_every_list_fits_at_every_size_in_both_languages(
    real_desk: Desk, calendar: Calendar, size: tuple[int, int], language: str
) -> None:
    width, height = size
    async with answering(real_desk, size) as pilot:
        if language != "en":
            await press(pilot, "f9")
        await press(pilot, "2", "enter", "u", "n", *"ask Wang", "escape", "enter", "1", "enter")
        names = []
        for keys in (["slash"], ["escape", "r"], ["right"], ["escape", "escape", "o"], ["escape", "f7"]):
            await press(pilot, *keys)
            await pilot.app.workers.wait_for_complete()
            names.append(type(pilot.app.screen).__name__)
            assert {cell_len(row) for row in rows(pilot)} == {width}, names
            assert len(rows(pilot)) == height
            assert rows(pilot)[-1].strip(), names
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        calendar.day = NEXT_QUARTER
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, StillTrueScreen)
        assert {cell_len(row) for row in rows(pilot)} == {width}
        assert ("还是这样吗" in seen(pilot)) == (language != "en")
    assert names == ["FindScreen", "ReviewScreen", "ReviewScreen", "OpenItemsScreen", "NoteScreen"]
