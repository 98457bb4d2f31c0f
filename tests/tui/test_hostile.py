"""What a seller types, and what a pack says, is data: shown as it is, and never obeyed."""

from __future__ import annotations

import asyncio
from pathlib import Path

from rich.segment import Segment
from textual.color import Color

from cbassess.plain_text import without_controls
from cbassess.tui.desk import Desk
from cbassess.tui.safety import NoControlCharacters
from cbassess.workflow import Records, open_pack
from tests.packs_for_tests import TINY, write_pack
from tests.tui.running import EXPORTER, Calendar, answer, begin, opened, press, rows, seen, stored, type_text

STRINGS = (
    "[/nope]",
    "[red]x",
    "[@click=app.quit]press[/]",
    "[$primary]",
    "a\\[b",
    "\x1b]0;owned\x07",
    "\x1b[2J\x9b31m",
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "{0} %s ${x}",
    "\U0001f468‍\U0001f469‍\U0001f467 \U0001f680",
    "深圳流明贸易有限公司",
    "مرحبا بالعالم",
    "abc\u202edef",
    "x" * 199,
)


def bad(text: str) -> bool:
    return without_controls(text) != text or "\x07" in text


async def test_a_name_is_shown_as_it_is_and_never_obeyed(desk: Desk) -> None:
    async with opened(desk) as pilot:
        for name in STRINGS:
            await begin(pilot, name)
            shown = without_controls(name)
            title = rows(pilot)[0]
            assert not bad(title)
            if len(shown) < 40 and shown.isascii():
                assert title.strip() == f"{shown}   2026-Q4"
            await press(pilot, "escape")
            assert not bad(seen(pilot))
    kept = sorted(seller.name for seller in desk.records.sellers())
    assert kept == sorted(without_controls(name) for name in STRINGS)


async def test_the_worst_name_goes_through_all_screens_into_a_file(desk: Desk, tmp_path: Path) -> None:
    async with opened(desk) as pilot:
        await begin(pilot, "".join(STRINGS)[:200])
        await answer(pilot, [*EXPORTER[:5], ("f2",), *EXPORTER[6:]])
        for keys in ((), ("p",), ("e",), ("enter",), ("enter", "escape", "escape", "escape"), ("r",)):
            await press(pilot, *keys)
            assert not bad(seen(pilot))
    (written,) = tmp_path.glob("*.txt")
    assert not bad(written.read_text().replace("\n", ""))


async def test_a_text_is_kept_and_shown_as_it_is(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await answer(pilot, EXPORTER[:5])
        for text in STRINGS:
            await type_text(pilot, text)
            assert not bad(seen(pilot))
            await press(pilot, "enter", "backspace")
            assert "What troubles you most?" in seen(pilot)
            assert not bad(seen(pilot))
            assert stored(desk)["profile.trouble"] == without_controls(text)
        await press(pilot, "f5", "end", "up", "enter")
        assert not bad(seen(pilot))


async def test_a_pack_with_brackets_everywhere_is_shown_as_it_is(
    tmp_path: Path, records: Records, calendar: Calendar
) -> None:
    changes = {
        "main trade mark": "main [/mark]",
        "In which direction": "[red]In[/red] which direction",
        'title = "Your business"': 'title = "[/Your]"',
        "You sell abroad.": "You [@click=app.quit]sell[/].",
    }
    marked = dict(TINY)
    for old, new in changes.items():
        marked = {name: text.replace(old, new) for name, text in marked.items()}
    folder = tmp_path / "marked"
    write_pack(folder, marked)
    desk = Desk(open_pack(folder), records, calendar.today, calendar.now)
    async with opened(desk, (120, 40)) as pilot:
        await begin(pilot)
        assert "[red]In[/red] which direction do you sell?" in seen(pilot)
        assert "[/Your]" in seen(pilot)
        await answer(pilot, EXPORTER[:8])
        await press(pilot, "backspace")
        assert "Where is your main [/mark] filed?" in seen(pilot)
        await press(pilot, "f", "home", "down", "down", "enter")
        assert ": You [@click=app.quit]sell[/]." in seen(pilot)


def test_the_last_gate_replaces_what_steers_a_terminal() -> None:
    gate = NoControlCharacters()
    dangerous = "".join(map(chr, (*range(32), *range(0x7F, 0xA0), 0x202E, 0x2066, 0xFEFF)))
    (segment,) = gate.apply([Segment(f"a{dangerous}b")], Color(0, 0, 0))
    assert segment.text[0] + segment.text[-1] == "ab"
    assert not any(character in segment.text for character in dangerous if character not in "\t\n")


def test_the_last_gate_lets_scripts_and_emoji_pass() -> None:
    text = "深圳 مرحبا \U0001f468‍\U0001f469‍\U0001f467 naïve"
    (segment,) = NoControlCharacters().apply([Segment(text)], Color(0, 0, 0))
    assert segment.text == text


async def test_keys_in_a_storm_do_not_end_the_app(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        storm = [
            "2",
            "enter",
            "1",
            "enter",
            "question_mark",
            "f",
            "escape",
            "p",
            "escape",
            "f1",
            "escape",
            "9",
            "x",
            "enter",
            "backspace",
            "s",
            "u",
            "d",
            "tab",
            "space",
        ]
        async with asyncio.timeout(60):
            for key in storm:
                await pilot.press(key)
        assert pilot.app.is_running
