"""Copying: what stands at the cursor, to the clipboard and into a file of one's own."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from cbassess.tui.copying import MOST_OF_A_TERMINAL, fits_clipboard
from cbassess.tui.desk import Desk
from tests.tui.running import answer, begin, flat, opened, press, rows


@pytest.fixture
def copied(records: object, tmp_path: Path) -> Path:
    return tmp_path / "home" / "copied.txt"


async def test_a_question_is_copied_with_what_can_be_said(desk: Desk, copied: Path) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await press(pilot, "2", "y")
        assert "Sent to the clipboard." in flat(pilot)
        assert str(copied) in "".join(flat(pilot).split())
        assert "Enter Next" in rows(pilot)[-1]
        text = copied.read_text()
        assert text.startswith("In which direction do you sell?\n\n1 ( ) ")
        assert "2 (*) " in text
        assert pilot.app.clipboard == text.rstrip("\n")
    assert stat.S_IMODE(copied.stat().st_mode) == 0o600


async def test_a_line_is_copied_with_its_detail(desk: Desk, copied: Path) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await answer(pilot)
        await press(pilot, "y")
        text = copied.read_text()
        assert text.splitlines()[0].strip()
        assert len(text.splitlines()) > 5
        await press(pilot, "escape", "escape", "y")
        assert "2026-Q4" in copied.read_text()


async def test_a_text_field_takes_the_letter(desk: Desk, copied: Path) -> None:
    async with opened(desk) as pilot:
        await press(pilot, "n", "y")
        assert not copied.exists()


async def test_where_no_file_can_be_written_that_is_told(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    async with opened(desk) as pilot:
        await begin(pilot)
        monkeypatch.setenv("CBASSESS_HOME", str(tmp_path / "file"))
        await press(pilot, "y")
        assert "It could not be put into a file as well." in flat(pilot)


async def test_nothing_to_copy_is_told(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await press(pilot, "y")
        assert "There is nothing to copy here." in flat(pilot)


def test_a_text_that_terminals_drop_is_not_sent() -> None:
    assert fits_clipboard("x" * (MOST_OF_A_TERMINAL * 3 // 4 - 3))
    assert not fits_clipboard("深" * (MOST_OF_A_TERMINAL // 4 + 1))
