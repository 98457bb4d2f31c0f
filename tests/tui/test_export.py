from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from cbassess.model.pack import Pack
from cbassess.tui.desk import Desk
from cbassess.tui.screens.export import ExportScreen
from cbassess.tui.screens.results import ResultsScreen
from cbassess.tui.widgets.cursor_list import CursorList
from cbassess.tui.widgets.field import Field
from cbassess.workflow import file_name, format_names
from tests.tui.running import SIZES, answer, begin, flat, opened, press, seen, type_text
from tests.tui.test_compare import comparison
from tests.tui.test_results_and_plan import document


async def test_a_file_is_written_where_the_screen_says(desk: Desk, tmp_path: Path) -> None:
    async with opened(desk, SIZES[0]) as pilot:
        await begin(pilot)
        await answer(pilot)
        await press(pilot, "e")
        assert pilot.app.screen.query_one(Field).value == str(tmp_path / "plan-2026-Q4.txt")
        await press(pilot, "enter")
        assert "Written:" in seen(pilot)
        assert "plan-2026-Q4.txt" in flat(pilot).replace(" ", "")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ResultsScreen)
    written = tmp_path / "plan-2026-Q4.txt"
    assert "Search your name and file it at home" in written.read_text()
    assert written.stat().st_mode & 0o077 == 0


async def test_the_name_follows_the_format(desk: Desk, tmp_path: Path) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await answer(pilot)
        await press(pilot, "e", "down")
        assert pilot.app.screen.query_one(Field).value.endswith("plan-2026-Q4.md")
        await press(pilot, *["down"] * (format_names().index("json") - 1))
        assert pilot.app.screen.query_one(Field).cursor_at_end
        await press(pilot, "enter")
    assert json.loads((tmp_path / "plan-2026-Q4.json").read_text())["seller"] == "Lamps"


async def test_a_file_that_is_there_is_replaced_only_when_told_so(desk: Desk, tmp_path: Path) -> None:
    there = tmp_path / "plan-2026-Q4.txt"
    there.write_text("mine")
    async with opened(desk) as pilot:
        await begin(pilot)
        await answer(pilot)
        await press(pilot, "e", "enter", "enter")
        assert "That file is already there." in seen(pilot)
        assert there.read_text() == "mine"
        await press(pilot, "tab", "tab", "tab", "enter")
        assert "Written:" in seen(pilot)
    assert there.read_text() != "mine"


async def test_a_new_name_takes_the_offer_to_replace_back(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "plan-2026-Q4.txt").write_text("mine")
    async with opened(desk) as pilot:
        await begin(pilot)
        await answer(pilot)
        await press(pilot, "e", "enter")
        assert "Replace it" in seen(pilot)
        pilot.app.screen.query_one(Field).focus()
        await pilot.pause()
        await type_text(pilot, str(tmp_path / "other.txt"))
        assert "Replace it" not in seen(pilot)


REFUSED = {
    "": "Type the name of a file.",
    "/nowhere/at/all.txt": "There is no folder",
    "~nobody-of-this-name/x.txt": "There is no folder",
    ".": "This is a folder.",
    "a\x00b": "cannot be written",
    "x" * 300: "cannot be written",
}


async def test_a_place_that_cannot_be_written_is_told_with_a_cure(tiny: Pack, desk: Desk) -> None:
    async with opened(desk) as pilot:
        await pilot.app.push_screen(ExportScreen(document(tiny)))
        await pilot.pause()
        pilot.app.screen.query_one(Field).focus()
        await pilot.pause()
        for typed, told in REFUSED.items():
            await type_text(pilot, typed)
            await press(pilot, "enter")
            assert isinstance(pilot.app.screen, ExportScreen)
            assert told in flat(pilot)


def test_the_name_of_a_file_says_whose_document_it_is_only_when_asked(tiny: Pack) -> None:
    one = document(tiny)
    assert file_name(one, "md") == "plan-2026-Q4.md"
    assert file_name(one, "md", with_seller=True) == "Lamps-2026-Q4.md"
    assert file_name(comparison(), "text") == "change-2026-Q3-2026-Q4.txt"


@pytest.mark.parametrize(
    "seller", ["../../etc/passwd", "a/b\\c:d*?", "\x1b[31m", "深圳流明贸易", "x" * 300, "-rf", "..", "CON"]
)
def test_a_name_of_a_seller_never_leaves_the_folder(tiny: Pack, seller: str) -> None:
    name = file_name(replace(document(tiny), seller=seller), "md", with_seller=True)
    assert Path(name).name == name
    assert not name.startswith((".", "-"))
    assert len(name.encode()) < 255
    assert name.isprintable()


def unbroken(pilot: Pilot[None]) -> str:
    """The screen without any space: a long path is wrapped."""
    return "".join(seen(pilot).split())


@pytest.fixture(params=[0, 1], ids=["opens", "fails"])
def desktop(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, bool]:
    """A machine with windows: where it notes what was to be opened, and whether that works."""
    programs, noted = tmp_path / "bin", tmp_path / "bin" / "noted"
    programs.mkdir()
    opener = programs / "xdg-open"
    opener.write_text(f'#!/bin/sh\npwd > "{noted}"\necho "$@" >> "{noted}"\necho noise\nexit {request.param}\n')
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":9")
    monkeypatch.delenv("WSL_DISTRO_NAME", raising=False)
    return noted, request.param == 0


async def test_the_folder_of_the_file_is_opened_where_there_are_windows(
    tiny: Pack, desk: Desk, tmp_path: Path, desktop: tuple[Path, bool]
) -> None:
    noted, works = desktop
    async with opened(desk, SIZES[1]) as pilot:
        await pilot.app.push_screen(ExportScreen(document(tiny)))
        await pilot.pause()
        assert "Open folder" not in seen(pilot)
        await press(pilot, "enter")
        assert "Open folder" in seen(pilot)
        await press(pilot, "o")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert ("is open in another window" if works else "could not be opened") in flat(pilot)
        assert noted.read_text().splitlines() == [str(tmp_path), "."]
        assert "noise" not in seen(pilot)


async def test_where_there_are_no_windows_the_screen_says_so(
    tiny: Pack, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    async with opened(desk, SIZES[1]) as pilot:
        await pilot.app.push_screen(ExportScreen(document(tiny)))
        await press(pilot, "enter")
        assert "Written:" in seen(pilot)
        assert "no folder can be opened in a window" in flat(pilot)
        assert "Open folder" not in seen(pilot)


async def test_the_folder_is_said_before_anything_is_written(tiny: Pack, desk: Desk, tmp_path: Path) -> None:
    async with opened(desk) as pilot:
        await pilot.app.push_screen(ExportScreen(document(tiny)))
        await press(pilot)
        assert f"Inthefolder:{tmp_path}" in unbroken(pilot)
        pilot.app.screen.query_one(Field).focus()
        await pilot.pause()
        await type_text(pilot, "plan.txt")
        assert f"Inthefolder:{tmp_path}" in unbroken(pilot)
        await type_text(pilot, "elsewhere/plan.txt")
        assert "There is no folder:" in seen(pilot)
        assert list(tmp_path.glob("*.txt")) == []


async def test_a_second_format_can_be_written_after_the_first(tiny: Pack, desk: Desk, tmp_path: Path) -> None:
    async with opened(desk) as pilot:
        await pilot.app.push_screen(ExportScreen(document(tiny)))
        await press(pilot, "enter")
        pilot.app.screen.query_one(CursorList).focus()
        await press(pilot, "down")
        assert "Written:" not in seen(pilot)
        await press(pilot, "enter")
        assert {path.name for path in tmp_path.glob("*.*")} == {"plan-2026-Q4.txt", "plan-2026-Q4.md"}
