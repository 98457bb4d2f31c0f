"""Work that takes a while goes on beside the app, and the screen says so."""

from __future__ import annotations

import asyncio
import threading
import time
from pathlib import Path

import pytest

from cbassess.tui.desk import Desk
from cbassess.tui.screens import export
from cbassess.tui.screens.results import ResultsScreen
from cbassess.tui.waiting import waited
from tests.tui.running import answer, begin, opened, press, seen


async def test_what_is_quick_is_given_without_a_word() -> None:
    told: list[float] = []
    assert await waited(lambda: 7, told.append) == 7
    assert told == []


async def test_what_takes_long_is_told_with_its_seconds() -> None:
    told: list[float] = []
    enough = threading.Event()

    def tell(seconds: float) -> None:
        told.append(seconds)
        if seconds >= 1:
            enough.set()

    assert await waited(lambda: enough.wait(20), tell)
    assert told[:2] == [0.5, 1.0]


async def test_what_goes_wrong_is_raised_where_it_is_waited_for() -> None:
    with pytest.raises(ZeroDivisionError):
        await waited(lambda: 1 // 0, lambda _seconds: None)


async def test_a_document_that_takes_long_says_so_and_is_written_once(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    enough, made = threading.Event(), []

    def slow(*_arguments: object) -> bytes:
        made.append(1)
        enough.wait(20)
        return b"done"

    monkeypatch.setattr(export, "rendered", slow)
    async with opened(desk) as pilot:
        await begin(pilot)
        await answer(pilot)
        await press(pilot, "e")
        await pilot.press("enter", "enter", "enter")
        for _ in range(100):
            await pilot.pause(0.1)
            if "Being made" in seen(pilot):
                break
        assert "seconds so far" in seen(pilot)
        enough.set()
        await press(pilot)
        assert "Written" in seen(pilot)
    assert made == [1]
    assert [file.read_bytes() for file in tmp_path.glob("*.txt")] == [b"done"]


async def test_what_is_worked_out_too_late_finds_its_screen_gone(desk: Desk) -> None:
    shown: list[None] = []
    async with opened(desk) as pilot:
        await begin(pilot)
        await answer(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, ResultsScreen)
        late = asyncio.create_task(screen._worked_out(lambda: time.sleep(0.3), shown.append))
        await press(pilot, "escape")
        assert pilot.app.screen is not screen
        await late
    assert not shown
