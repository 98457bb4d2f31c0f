"""The command palette: all that can be done from here, in both languages, and places to go to."""

from __future__ import annotations

import pytest

from cbassess.tui.commands import Command
from cbassess.tui.desk import Desk
from cbassess.tui.screens.help import HelpScreen
from cbassess.tui.screens.home import HomeScreen
from cbassess.tui.screens.palette import PaletteScreen, matching
from cbassess.tui.screens.plan import PlanScreen
from cbassess.tui.screens.results import ResultsScreen
from tests.tui.running import answer, begin, flat, opened, press, rows, seen


def command(title: str, help_: str = "", *also: str) -> Command:
    return Command(title, help_, lambda: None, also=also)


ALL = [command("Export", "Write what you see into a file"), command("Next"), command("导出", "写成文件", "Export")]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Export", "Next", "导出"]),
        ("exp", ["Export", "导出"]),
        ("file", ["Export"]),
        ("写成", ["导出"]),
        ("zz", []),
    ],
)
def test_commands_are_found_by_letters_in_both_languages(query: str, found: list[str]) -> None:
    assert [one.title for one in matching(ALL, query)] == found


async def test_the_palette_lists_the_actions_of_the_screen_in_our_words(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await press(pilot, "ctrl+p")
        assert isinstance(pilot.app.screen, PaletteScreen)
        told = flat(pilot)
        assert "New Start with the first questions" in told
        assert "Copy text Copy the line at the cursor" in told
        assert "Colours Dark, light, high contrast" in told
        assert "Screenshot" not in told
        await press(pilot, *"keys", "enter")
        assert isinstance(pilot.app.screen, HelpScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_an_action_is_done_on_the_screen_behind(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await answer(pilot)
        assert isinstance(pilot.app.screen, ResultsScreen)
        await press(pilot, "ctrl+p", *"plan", "enter")
        assert isinstance(pilot.app.screen, PlanScreen)
        await press(pilot, "ctrl+p", "down", "escape")
        assert isinstance(pilot.app.screen, PlanScreen)


async def test_a_line_of_the_screen_is_gone_to_by_its_name(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await answer(pilot)
        await press(pilot, "home", "ctrl+p", *"bulk trade", "enter")
        assert isinstance(pilot.app.screen, ResultsScreen)
        assert [row[4:19] for row in rows(pilot) if row.startswith("  > ")] == ["From bulk trade"]


async def test_it_speaks_chinese_and_understands_english(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await press(pilot, "f9", "ctrl+p")
        assert "退出" in seen(pilot)
        await press(pilot, *"quit")
        assert "退出" in seen(pilot)
        assert "颜色" not in seen(pilot)


async def test_what_is_not_there_is_told(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await press(pilot, "ctrl+p", *"zzzz", "enter")
        assert "Nothing is called that." in flat(pilot)
        assert isinstance(pilot.app.screen, PaletteScreen)


async def test_a_hostile_query_and_a_hostile_name_are_only_text(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot, "[/nope] [@click=app.quit]x")
        await press(pilot, "escape", "ctrl+p", *"[/n")
        assert isinstance(pilot.app.screen, PaletteScreen)
        await press(pilot, "escape")
        assert "[/nope] [@click=app.quit]x" in seen(pilot)
