"""Helpers to run the app in a test: keys in, text of the screen out."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from cbassess.model.history import Wave
from cbassess.model.responses import Response
from cbassess.settings import Settings
from cbassess.tui.app import AssessApp
from cbassess.tui.desk import Desk

SIZES = ((60, 16), (80, 24), (120, 40))

DAY = dt.date(2026, 11, 22)
NEXT_QUARTER = dt.date(2027, 2, 20)

# What an exporter with a planned brand presses, question by question.
EXPORTER = (
    ("2", "enter"),  # side: export
    ("1", "2", "enter"),  # channels: Amazon, own site
    ("8", "enter"),  # hours a week
    (*"20000", "enter"),  # budget
    (*"2027-03-01", "enter"),  # next fair
    (*"copies", "enter"),  # trouble
    ("3", "enter"),  # own brand: yes
    ("1", "enter"),  # mark filed: nowhere
    (*"5", "enter"),  # repeat share
)


class Calendar:
    """The clock of a test: it stands still until it is set."""

    def __init__(self) -> None:
        self.day = DAY

    def today(self) -> dt.date:
        return self.day

    def now(self) -> dt.datetime:
        return dt.datetime.combine(self.day, dt.time(20), dt.UTC)


@asynccontextmanager
async def opened(
    desk: Desk, size: tuple[int, int] = (80, 24), settings: Settings | None = None
) -> AsyncIterator[Pilot[None]]:
    app = AssessApp(desk, settings=settings)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        yield pilot


def rows(pilot: Pilot[None]) -> list[str]:
    """The lines of the screen as the terminal gets them."""
    return [strip.text for strip in pilot.app.screen._compositor.render_strips()]


def seen(pilot: Pilot[None]) -> str:
    """The screen as one text, without the space at the ends of lines."""
    return "\n".join(row.rstrip() for row in rows(pilot))


def flat(pilot: Pilot[None]) -> str:
    """The screen as one line with single spaces, to look for a sentence that may be wrapped."""
    return " ".join(seen(pilot).split())


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press the keys and wait until the screen stands still."""
    await pilot.press(*keys)
    await settled(pilot)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until nothing is at work and the screen stands still: a new screen is painted in several turns."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    for _ in range(20):
        before = seen(pilot)
        await pilot.pause()
        if seen(pilot) == before:
            return


async def comes(pilot: Pilot[None], text: str, seconds: float = 60) -> None:
    """Wait for what the app finds out while nobody moves; AssertionError with the screen if it never comes."""
    end = time.monotonic() + seconds
    while text not in flat(pilot):
        assert time.monotonic() < end, seen(pilot)
        await pilot.pause(0.02)


async def begin(pilot: Pilot[None], seller: str = "Lamps") -> None:
    """From the first screen to the first question."""
    await press(pilot, "n")
    await type_text(pilot, seller)
    await press(pilot, "enter")


async def type_text(pilot: Pilot[None], text: str) -> None:
    """Put a text into the focused field, whatever it holds."""
    field = pilot.app.focused
    assert field is not None
    field.value = text  # type: ignore[attr-defined]
    await pilot.pause()


async def answer(pilot: Pilot[None], answers: Sequence[Sequence[str]] = EXPORTER) -> None:
    for keys in answers:
        await pilot.press(*keys)
    await settled(pilot)


def only_wave(desk: Desk) -> Wave:
    (wave,) = desk.records.waves()
    return wave


def stored(desk: Desk, wave: Wave | None = None) -> dict[str, Response]:
    """The answers on the disk."""
    return dict(desk.records.recorded(wave or only_wave(desk), desk.pack).responses.responses)
