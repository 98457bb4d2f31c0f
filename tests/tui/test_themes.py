"""Colours: every pair that meets on the screen can be read, and what was chosen is remembered."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

from cbassess.settings import THEMES, Settings, read_settings
from cbassess.tui.desk import Desk
from cbassess.tui.themes import CONTRAST, DARK, LIGHT, TERMINAL, named
from tests.tui.running import answer, begin, flat, opened, press, rows, seen

NORMAL = 4.5  # WCAG 2.2, 1.4.3 (AA), text of any size
ENHANCED = 7.0  # 1.4.6 (AAA)


def luminance(colour: Color) -> float:
    """Relative luminance as WCAG defines it."""
    parts = [value / 255 for value in (colour.r, colour.g, colour.b)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted(luminance(Color.parse(colour)) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def pairs(theme: Theme) -> dict[str, float]:
    """For each colour of letters on each ground that they stand on, the contrast."""
    variables = {**theme.to_color_system().generate(), **theme.variables}
    letters = ("foreground", "muted", "primary", "warning", "error", "success")
    grounds = ("background", "surface", "panel", "block-cursor-blurred-background")
    on_cursor = {} if theme is CONTRAST else dict.fromkeys(product(letters, ["block-cursor-background"]))
    met = [*product(letters, grounds), *on_cursor]
    met += [("block-cursor-foreground", "block-cursor-background")]
    met += [("block-cursor-blurred-foreground", "block-cursor-blurred-background")]
    return {f"{one} on {other}": contrast(variables[one], variables[other]) for one, other in met}


def test_the_measure_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("theme", "least"), [(DARK, NORMAL), (LIGHT, NORMAL), (CONTRAST, ENHANCED)])
def test_all_letters_can_be_read(theme: Theme, least: float) -> None:
    assert {pair: round(ratio, 2) for pair, ratio in pairs(theme).items() if ratio < least} == {}


async def test_the_terminals_own_colours_are_used_and_no_others(desk: Desk) -> None:
    async with opened(desk, settings=Settings(theme="terminal")) as pilot:
        await begin(pilot)
        await press(pilot, "2")
        colours = {
            colour
            for strip in pilot.app.screen._compositor.render_strips()
            for part in strip
            if part.style is not None
            for colour in (part.style.color, part.style.bgcolor)
            if colour is not None
        }
        assert [colour for colour in colours if colour.triplet is not None] == []
        assert TERMINAL.name == pilot.app.theme


@pytest.mark.parametrize("theme", THEMES)
async def test_every_theme_shows_the_same_words(desk: Desk, theme: str) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        plain = seen(pilot)
        pilot.app.theme = named(theme)
        await pilot.pause()
        assert seen(pilot) == plain


async def test_colours_are_chosen_in_the_palette_and_remembered(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "config.toml"
    monkeypatch.setenv("CBASSESS_CONFIG", str(file))
    async with opened(desk) as pilot:
        await press(pilot, "ctrl+p", *"colours", "enter")
        await press(pilot, *"contr", "enter")
        assert pilot.app.theme == named("contrast")
        assert "Colours: High contrast. Remembered in" in flat(pilot)
        assert rows(pilot)[-1].strip().startswith("Enter Open")
    assert read_settings().theme == "contrast"


async def test_what_cannot_be_remembered_is_told_and_holds_for_now(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "config.toml"
    file.write_text("them = 'x'")
    monkeypatch.setenv("CBASSESS_CONFIG", str(file))
    async with opened(desk) as pilot:
        pilot.app.action_change_theme()
        await press(pilot, *"light", "enter")
        assert pilot.app.theme == named("light")
        assert "Colours: Light, until you leave." in flat(pilot)
        await answer(pilot, [("n",)])
    assert file.read_text() == "them = 'x'"
