"""What a person expects of any good terminal app, and finds on every screen: help, commands, colours, copying.

What shows them is loaded when it is asked for the first time: the app opens without it.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.keys import format_key
from textual.screen import ModalScreen

from cbassess import workflow
from cbassess.errors import CbassessError
from cbassess.settings import settings_file
from cbassess.tui import screens, themes, words
from cbassess.tui.screens.base import Rewordable, told
from cbassess.tui.speaking import speaker

if TYPE_CHECKING:
    from cbassess.tui.app import AssessApp
    from cbassess.tui.commands import Command
    from cbassess.tui.language import Interpreter


def key_name(binding: Binding) -> str:
    """The name of a key in letters, such as `Ctrl+N`; empty where Textual's is as good."""
    *modifiers, key = binding.key.split("+")
    if not modifiers or binding.key in words.KEY_NAMES:
        return binding.key_display or words.KEY_NAMES.get(binding.key, "")
    base = words.KEY_NAMES.get(key) or format_key(key)
    return "+".join([*(one.capitalize() for one in modifiers), base.upper() if len(base) == 1 else base])


def move_keys(app: AssessApp) -> None:
    """Give the bindings the keys that the settings say, and let what we say name those.

    Raises:
        SettingsError: an id or a key that there is not, or a key that would do two things.
    """
    from cbassess.tui.keys import keymap_of  # reads every screen

    keymap = keymap_of(app.settings)
    app.set_keymap(keymap)
    speaker.moved = {id_: [_named(key) for key in keys.split(",")] for id_, keys in keymap.items()}


def _named(key: str) -> str:
    binding = Binding(key, "")
    return key_name(binding) or format_key(key)


def keys_for(app: AssessApp, id_: str) -> str:
    """The key of a binding as it is now, such as `Ctrl+Q`."""
    found = [one.binding for one in app.screen.active_bindings.values() if one.binding.id == id_]
    return app.get_key_display(found[0]) if found else ""


def greet_browser(app: AssessApp) -> None:
    """In a browser one expects files among the downloads: say where they go."""
    if app.is_web:
        app.notify(words.files_go_to(str(Path.cwd())), timeout=15, markup=False)


def show_keys(app: AssessApp) -> None:
    """The keys of the screen; a dialog keeps the place for itself."""
    from cbassess.tui.screens.help import HelpScreen, keys_of

    if not isinstance(app.screen, ModalScreen):
        app.push_screen(HelpScreen(keys_of(app.screen)))


def show_commands(app: AssessApp) -> None:
    """Search among everything that can be done from here."""
    from cbassess.tui.commands import commands_of

    if not isinstance(app.screen, ModalScreen):
        app.push_screen(screens.PaletteScreen(commands_of(app.screen)), _do)


def show_themes(app: AssessApp) -> None:
    """Search among the colours."""
    from cbassess.tui.commands import theme_commands

    app.push_screen(screens.PaletteScreen(theme_commands(partial(_choose_theme, app))), _do)


async def _do(command: Command | None) -> None:
    if command is not None:
        done = command.do()
        if hasattr(done, "__await__"):
            await done


def _choose_theme(app: AssessApp, name: str) -> None:
    """Change the colours at once, and remember them for the next time."""
    app.theme = themes.named(name)
    try:
        app.notify(words.theme_kept(words.THEMES[name], str(workflow.remember("theme", name))), markup=False)
    except CbassessError as problem:
        message = words.theme_not_kept(words.THEMES[name], f"{settings_file()}: {told(problem)}")
        app.notify(message, severity="warning", markup=False)


def copy(app: AssessApp) -> None:
    """Copy what stands at the cursor, and say where it surely is."""
    from cbassess.tui.copying import fits_clipboard, text_at

    text = text_at(app.focused)
    if not text:
        app.notify(words.NOTHING_TO_COPY, markup=False)
        return
    sent = fits_clipboard(text)
    if sent:
        app.copy_to_clipboard(text)
    try:
        app.notify(words.copied(sent, str(workflow.keep_copy(text))), markup=False)
    except CbassessError as problem:
        app.notify(words.copied_only(sent, told(problem)), severity="warning", markup=False)


async def change_language(app: AssessApp, interpreter: Interpreter) -> None:
    """Go on in the next language."""
    if not isinstance(app.screen, Rewordable):
        return  # a dialog is about something that was written in the language before: close it first
    try:
        await interpreter.next_language(app)
    except CbassessError as problem:
        app.notify(told(problem), severity="error", markup=False)
