"""All naughty strings and all terminal sequences, as whatever sellers and packs can say, on the widgets of all screens.

Many strings to a screen, so that all of them are seen in a short time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Static

from cbassess.model.instrument import Option
from cbassess.plain_text import without_controls
from cbassess.tui.commands import Command
from cbassess.tui.desk import Desk
from cbassess.tui.roster import SellerWaves
from cbassess.tui.screens.export import ExportScreen
from cbassess.tui.screens.note import NoteScreen
from cbassess.tui.screens.palette import PaletteScreen
from cbassess.tui.texts.layout import BLANK, paragraphs, text
from cbassess.tui.widgets.entry import Entry
from cbassess.tui.widgets.field import AnswerField, Field
from cbassess.tui.widgets.question import Question
from cbassess.tui.widgets.sheet import Sheet, row
from cbassess.tui.widgets.title_bar import TitleBar
from cbassess.tui.widgets.wave_list import WaveList
from tests.naughty import NAUGHTY
from tests.terminal_sequences import SEQUENCES
from tests.tui.running import EXPORTER, answer, begin, only_wave, opened, press, rows

ALL = (*NAUGHTY, *SEQUENCES)
LARGE = (120, 40)


def test_there_are_as_many_as_we_say() -> None:
    assert (len(NAUGHTY), len(SEQUENCES), len(set(SEQUENCES))) == (538, 40, 40)


def test_every_sequence_holds_something_that_must_not_come_through() -> None:
    assert [one for one in SEQUENCES if without_controls(one) == one] == []


def check(pilot: Pilot[None]) -> None:
    """No character of the screen steers anything, and no row is wider than it."""
    shown = "".join(rows(pilot))
    assert without_controls(shown) == shown
    assert "\n" not in shown
    assert "\t" not in shown


def batches(size: int) -> Iterator[Sequence[str]]:
    strings = iter(ALL)
    while batch := tuple(islice(strings, size)):
        yield batch


async def test_as_the_names_of_sellers_in_the_list_and_in_the_title(desk: Desk) -> None:
    async with opened(desk, LARGE) as pilot:
        await begin(pilot)
        await press(pilot, "escape")
        wave, home = only_wave(desk), pilot.app.screen
        for batch in batches(12):
            sellers = [replace(wave.seller, id=place, name=name) for place, name in enumerate(batch, wave.id + 1)]
            named = [SellerWaves(one, (replace(wave, id=one.id, seller=one),)) for one in sellers]
            home.query_one(WaveList).show(named, None)
            home.query_one(TitleBar).become(TitleBar(" ".join(one[:10] for one in batch), batch[0]))
            await pilot.pause()
            check(pilot)
        assert pilot.app.is_running


async def test_as_texts_of_a_pack_and_as_notes_around_a_question(desk: Desk) -> None:
    async with opened(desk, LARGE) as pilot:
        await begin(pilot)
        asked = pilot.app.screen.query_one(Question).asked
        stage = pilot.app.screen.query_one(".stage")
        for batch in batches(16):
            options = tuple(Option(id=f"o{place}", text=one, exclusive=False) for place, one in enumerate(batch))
            first, last = batch[0], batch[-1]
            item = replace(asked.item, stem=first, why=last, how=first, options=options)
            await stage.remove_children()
            await stage.mount(Question(replace(asked, item=item, intro=last, note=first), lambda _response: None))
            await pilot.pause()
            check(pilot)
        assert pilot.app.is_running


async def test_as_lines_and_details_of_a_sheet(desk: Desk) -> None:
    async with opened(desk, LARGE) as pilot:
        await begin(pilot)
        stage = pilot.app.screen.query_one(".stage")
        for batch in batches(30):
            details = partial(_paragraphs, batch)
            await stage.remove_children()
            await stage.mount(Sheet([row(one.partition("\n")[0], details) for one in batch]))
            await pilot.pause()
            check(pilot)


def _paragraphs(batch: Sequence[str], _width: int) -> object:
    return paragraphs(*(text(one) for one in batch))


async def test_as_what_is_typed(desk: Desk) -> None:
    async with opened(desk, LARGE) as pilot:
        await begin(pilot)
        await answer(pilot, EXPORTER[:5])
        entry, field = pilot.app.screen.query_one(Entry), pilot.app.screen.query_one(AnswerField)
        for one in ALL:
            entry.put(one)
            (strip,) = field.render_lines(field.size.region)
            assert without_controls(strip.text) == strip.text
            assert not set("\n\t") & set(strip.text)
            assert without_controls(entry.typed) == entry.typed


async def test_as_a_note_that_is_being_written(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        for batch in batches(60):
            screen = NoteScreen("profile.side", batch[0], "\n".join(batch)[:2_000])
            await pilot.app.push_screen(screen)
            await pilot.pause()
            check(pilot)
            screen.dismiss(None)
            await pilot.pause()


async def test_as_commands_and_as_what_is_looked_for(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await pilot.app.push_screen(PaletteScreen([Command(one, one, lambda: None) for one in ALL]))
        for one in ("", *SEQUENCES[::4], *NAUGHTY[::60]):
            pilot.app.screen.query_one(Field).value = one[:60]
            await pilot.pause()
            check(pilot)


async def test_as_messages(desk: Desk) -> None:
    async with opened(desk, LARGE) as pilot:
        for batch in batches(30):
            pilot.app.notify("\n".join(batch), markup=False)
            await pilot.pause()
            check(pilot)
            pilot.app.clear_notifications()


async def test_as_the_name_of_a_file(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    async with opened(desk) as pilot:
        await begin(pilot)
        await answer(pilot)
        await press(pilot, "e")
        assert isinstance(pilot.app.screen, ExportScreen)
        for one in (*SEQUENCES[::4], *NAUGHTY[::30]):
            pilot.app.screen.query_one(Field).value = f"{folder}/{one.replace('/', '_')}"
            await pilot.pause()
            pilot.app.screen._write(force=True)
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            check(pilot)
            assert pilot.app.screen.query_one(".problem", Static).content != BLANK
    assert {file.parent for file in tmp_path.rglob("*.txt")} <= {folder}
