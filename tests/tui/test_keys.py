"""Keys that a person moves: by id, by preset; what cannot be is named."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from cbassess.errors import SettingsError
from cbassess.settings import Settings
from cbassess.tui.desk import Desk
from cbassess.tui.keys import keymap_of, named_keys
from cbassess.tui.keys.presets import PRESETS
from cbassess.tui.screens.help import HelpScreen
from cbassess.tui.screens.palette import PaletteScreen
from cbassess.tui.screens.results import ResultsScreen
from tests.tui.running import EXPORTER, answer, begin, opened, press, rows, seen

VIM = Settings(preset="vim")


def problems(**keys: str | tuple[str, ...]) -> list[tuple[str, str, str]]:
    moved = {id_.replace("__", "."): (key,) if isinstance(key, str) else key for id_, key in keys.items()}
    with pytest.raises(SettingsError) as caught:
        keymap_of(Settings(keys=moved, lines={f"keys.{id_}": 7 for id_ in moved}))
    assert {one.line for one in caught.value.problems} == {7}
    return [(one.code, one.message, one.hint) for one in caught.value.problems]


def test_every_binding_with_a_word_has_an_id_and_a_meaning() -> None:
    named = named_keys()
    assert len(named) > 40
    assert [one.id for one in named.values() if "." not in one.id or not one.keys] == []


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_moves_keys_that_there_are_and_lets_none_meet(preset: str) -> None:
    assert set(PRESETS[preset]) <= set(named_keys())
    assert set(keymap_of(Settings(preset=preset))) == set(PRESETS[preset])


def test_no_key_of_the_vim_preset_does_two_things_at_one_place() -> None:
    with pytest.raises(SettingsError) as caught:
        keymap_of(Settings(keys=PRESETS["vim"]))
    # A question is no sheet, so these are never on one screen.
    apart = {("keys.answer.previous", "sheet.close"), ("keys.answer.previous", "sheet.close_item")}
    meant = {("keys.app.commands", "answer.find"), ("keys.app.commands", "home.find")}
    met = {(one.path, one.message.split(" of ")[1].split(" ")[0]) for one in caught.value.problems}
    assert met == apart | meant


@pytest.mark.parametrize(
    ("id_", "key", "told"),
    [
        ("home__new_seler", "x", ("unknown-setting", "There is no key of this id.", "Did you mean home.new_seller?")),
        ("home__quit", "pgdn", ("unknown-key", "'pgdn' is no key.", "Did you mean pagedown?")),
        ("home__quit", "ctrl+X", ("unknown-key", "'ctrl+X' is no key.", 'Write "ctrl+shift+x".')),
        ("home__quit", "Ctrl+X", ("unknown-key", "'Ctrl+X' is no key.", 'Write "ctrl+x".')),
        ("home__quit", "strg+x", ("unknown-key", "'strg+x' is no key.", "Keys are written like")),
        ("home__export", "n", ("key-clash", "'n' is also the key of home.new_seller (Start", "Give one")),
        ("app__copy", "p", ("key-clash", "'p' is also the key of results.plan (All", "Give one")),
        ("page__back", "p", ("key-clash", "'p' is also the key of results.plan (All", "Give one")),
        ("app__quit", "x", ("key-clash", "'x' types something in a field", "Take one with ctrl")),
    ],
)
def test_what_cannot_be_is_named(id_: str, key: str, told: tuple[str, str, str]) -> None:
    ((code, message, hint),) = problems(**{id_: key})
    assert code == told[0]
    assert message.startswith(told[1])
    assert hint.startswith(told[2])


def test_two_moved_keys_that_meet_are_named_once() -> None:
    assert len(problems(home__export="x", home__compare="x")) == 1


def test_keys_of_two_screens_never_meet_and_may_be_the_same() -> None:
    assert keymap_of(Settings(keys={"results.plan": ("m",)})) == {"results.plan": "m"}


async def test_moved_keys_work_and_are_shown_in_the_line_and_in_the_help(desk: Desk) -> None:
    moved = Settings(keys={"home.new_seller": ("i", "ctrl+n"), "app.help": ("f12",)})
    async with opened(desk, settings=moved) as pilot:
        assert "i New" in rows(pilot)[-1]
        assert "F12 Keys" in rows(pilot)[-1]
        await press(pilot, "n", "f1")
        assert "Welcome" in seen(pilot)
        await press(pilot, "f12")
        assert isinstance(pilot.app.screen, HelpScreen)
        assert "i, Ctrl+N" in seen(pilot)
        await press(pilot, "escape", "ctrl+n")
        assert "What is the name of the business?" in seen(pilot)


async def test_with_vim_keys_the_whole_way_is_walked(desk: Desk) -> None:
    async with opened(desk, settings=VIM) as pilot:
        await press(pilot, "l")
        await pilot.press(*"Lamps", "enter")
        await press(pilot, "j", "j", "space", "l", "h")
        assert "> 2 (*)" in seen(pilot)
        await press(pilot, "l")
        await answer(pilot, EXPORTER[1:])
        assert isinstance(pilot.app.screen, ResultsScreen)
        place = cursor(pilot)
        await press(pilot, "G")
        assert cursor(pilot) > place
        await press(pilot, "g", "g")
        assert cursor(pilot) == place
        before = seen(pilot)
        await press(pilot, "l")
        assert seen(pilot) != before
        await press(pilot, "h")
        assert seen(pilot) == before
        await press(pilot, "slash")
        assert isinstance(pilot.app.screen, PaletteScreen)
        await press(pilot, "escape", "colon")
        assert isinstance(pilot.app.screen, PaletteScreen)


def cursor(pilot: Pilot[None]) -> int:
    """The row of the cursor on the screen."""
    return next(place for place, row in enumerate(rows(pilot)) if row.startswith("  > "))


async def test_the_line_of_keys_keeps_its_order(desk: Desk) -> None:
    shown = []
    for settings in (Settings(), VIM):
        async with opened(desk, settings=settings) as pilot:
            await begin(pilot, settings.preset)
            shown.append(rows(pilot)[-1])
    assert shown[0] == shown[1]


async def test_in_a_text_field_vim_keys_are_letters(desk: Desk) -> None:
    async with opened(desk, settings=VIM) as pilot:
        await begin(pilot)
        await answer(pilot, EXPORTER[:5])
        await press(pilot, *"hjkl:/")
        assert "hjkl" in seen(pilot)
        assert "slash" not in seen(pilot)
