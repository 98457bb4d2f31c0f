from __future__ import annotations

import random
from collections.abc import AsyncIterator
from unicodedata import east_asian_width

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from cbassess.settings import Settings
from cbassess.tui.desk import Desk
from cbassess.tui.screens.help import HelpScreen
from cbassess.tui.screens.too_small import TooSmallScreen
from tests.tui.running import NEXT_QUARTER, SIZES, Calendar, answer, begin, flat, opened, press, rows, seen, stored

SMALL = ((59, 16), (60, 15), (20, 5), (1, 1))


async def every_screen(pilot: Pilot[None], calendar: Calendar) -> AsyncIterator[str]:
    """Walk through the app; a stop at each screen."""
    yield "welcome"
    await press(pilot, "n")
    yield "new seller"
    await press(pilot, "escape")
    await begin(pilot)
    yield "choice"
    await press(pilot, "2", "question_mark")
    yield "choice with explanation"
    await press(pilot, "f1")
    yield "keys"
    await press(pilot, "escape", "enter")
    yield "multi"
    await press(pilot, "1", "enter", "9", "9", "enter")
    yield "number, refused"
    await press(pilot, "backspace", "backspace", "8", "enter", *"20000", "enter")
    yield "date"
    await press(pilot, *"2027-03-01", "enter")
    yield "text"
    await press(pilot, "f2", "3", "enter", "1", "enter", "5", "enter")
    yield "results"
    await press(pilot, "enter")
    yield "results, read"
    await press(pilot, "escape", "p")
    yield "plan"
    await press(pilot, "end", "enter")
    yield "plan, read"
    await press(pilot, "escape", "e")
    yield "export"
    await press(pilot, "escape", "escape", "escape", "escape")
    yield "home"
    calendar.day = NEXT_QUARTER
    await press(pilot, "w", "2", "f", "escape", "escape", "c")
    yield "compare"
    await press(pilot, "down", "enter")
    yield "compare, read"
    await press(pilot, "ctrl+p")
    yield "commands"
    await press(pilot, *"colo", "enter")
    yield "colours"


@pytest.mark.parametrize("size", SIZES)
async def test_every_line_fits_and_is_made_of_characters_of_one_width(
    desk: Desk, calendar: Calendar, size: tuple[int, int]
) -> None:
    width, height = size
    names = []
    async with opened(desk, size) as pilot:
        async for name in every_screen(pilot, calendar):
            names.append(name)
            shown = rows(pilot)
            assert len(shown) == height, name
            assert {cell_len(row) for row in shown} == {width}, name
            # The pack and the names of this test are ASCII, so all else would be ours: box lines, arrows,
            # bullets and the like are one cell wide in some terminals and two in others. Chinese is always two.
            assert {one for one in "".join(shown) if not one.isascii() and east_asian_width(one) != "W"} == set(), name
            assert shown[-1].strip(), f"{name}: the keys are missing"
    assert len(names) == 19


async def test_with_ascii_nothing_else_is_drawn(desk: Desk, calendar: Calendar) -> None:
    async with opened(desk, settings=Settings(ascii=True)) as pilot:
        async for name in every_screen(pilot, calendar):
            assert {one for one in seen(pilot) if not one.isascii()} == set(), name
            await press(pilot, "f1")
            assert {one for one in seen(pilot) if not one.isascii()} == set(), f"keys of {name}"
            if isinstance(pilot.app.screen, HelpScreen):
                await press(pilot, "escape")


@pytest.mark.parametrize("size", SMALL)
async def test_a_window_that_is_too_small_says_so_and_takes_no_answer(desk: Desk, size: tuple[int, int]) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await pilot.resize_terminal(*size)
        await pilot.pause()
        assert isinstance(pilot.app.screen, TooSmallScreen)
        if size[0] >= 20:
            assert "This window is too small" in flat(pilot)
        await press(pilot, "2", "enter", "escape", "f1")
        assert stored(desk) == {}
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "In which direction do you sell?" in seen(pilot)
        await press(pilot, "2")
        assert stored(desk) == {"profile.side": "export"}


async def test_it_may_start_too_small(desk: Desk) -> None:
    async with opened(desk, (40, 10)) as pilot:
        assert "This window is too small" in flat(pilot)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "Press Enter to begin." in seen(pilot)


async def test_any_resizing_is_survived_on_every_screen(desk: Desk, calendar: Calendar) -> None:
    chance = random.Random(7)
    async with opened(desk) as pilot:
        async for name in every_screen(pilot, calendar):
            await pilot.resize_terminal(chance.randint(1, 200), chance.randint(1, 60))
            await pilot.pause()
            await pilot.resize_terminal(80, 24)
            await pilot.pause()
            assert {cell_len(row) for row in rows(pilot)} == {80}, name


async def test_answers_of_one_size_are_the_answers_of_all(desk: Desk) -> None:
    async with opened(desk, (60, 16)) as pilot:
        await begin(pilot)
        await answer(pilot)
    assert len(stored(desk)) == 9
