from __future__ import annotations

import pytest

from cbassess.tui.desk import Desk
from cbassess.tui.screens.help import HelpScreen
from cbassess.tui.screens.home import HomeScreen
from cbassess.tui.widgets.key_bar import Key, KeyBar, fitting
from tests.tui.running import answer, begin, flat, opened, press, rows, seen

KEYS = tuple(Key(name, name, "Does") for name in ("a", "b", "c", "F1"))


@pytest.mark.parametrize(
    ("width", "shown"), [(40, "a b c F1"), (31, "a b c F1"), (30, "a b c"), (22, "a b c"), (21, "a F1"), (3, "F1")]
)
def test_what_does_not_fit_whole_is_left_to_the_list_of_keys(width: int, shown: str) -> None:
    assert [key.key for key in fitting(KEYS, width)] == shown.split()


async def test_the_keys_that_a_question_needs_most_fit_into_80_columns(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        told = "Enter Next  Bksp Back  s Skip  u Unsure  ? Why  f Results  Esc Home  F1 Keys"
        assert rows(pilot)[-1].strip() == told


async def test_in_a_text_field_the_bar_shows_the_keys_that_work_there(desk: Desk) -> None:
    async with opened(desk, (120, 24)) as pilot:
        await begin(pilot)
        await answer(pilot, [("2", "enter"), ("u",), ("s",), ("s",), ("s",)])
        assert "F2 Skip  F3 Unsure  F6 Why  F5 Results  Esc Home  F7 Note" in rows(pilot)[-1]
        assert "Bksp Back" in rows(pilot)[-1]
        await press(pilot, "x")
        assert "Shift+Tab Back" in rows(pilot)[-1]


async def test_a_click_presses_the_key(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        place = rows(pilot)[-1].index("Esc Home")
        await pilot.click(KeyBar, offset=(place + 5, 0))
        await pilot.pause()
        assert isinstance(pilot.app.screen, HomeScreen)


@pytest.mark.parametrize("key", ["f1", "question_mark"])
async def test_the_keys_of_a_screen_are_listed_with_their_meaning(desk: Desk, key: str) -> None:
    async with opened(desk) as pilot:
        await press(pilot, key)
        assert isinstance(pilot.app.screen, HelpScreen)
        assert "Start with the first questions for another seller" in flat(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_the_list_of_keys_tells_digits_and_doubles_in_one_line(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await press(pilot, "f1")
        listed = seen(pilot)
        assert "1 to 9" in listed
        assert "s, F2" in listed
        assert "Up, k" in listed
