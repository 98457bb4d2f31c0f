"""The app as a whole, its palette, and the names of keys."""

from __future__ import annotations

from cbassess.tui.speaking import speaker

_ = speaker.say

APP = _("cbassess")
TOO_SMALL = _("This window is too small to show a question. Make it at least 60 columns wide and 16 lines high.")
CRASHED = _("This is a fault in cbassess, not in what you did. Your saved answers are safe.")
COMMAND_THEME = _("Colours")
COMMAND_THEME_HELP = _("Dark, light, high contrast, or those of your terminal")
NOTHING_FOUND = _("Nothing is called that. Try fewer letters.")
NOTHING_TO_COPY = _("There is nothing to copy here.")

THEMES = {
    "dark": _("Dark"),
    "light": _("Light"),
    "contrast": _("High contrast"),
    "terminal": _("Your terminal's own"),
}
THEMES_HELP = {
    "dark": _("Light letters on dark ground, for the evening"),
    "light": _("Dark letters on light ground, for bright rooms"),
    "contrast": _("White on black, every letter easy to tell"),
    "terminal": _("The colours and the ground that your terminal is set to"),
}

# Names of keys, in letters that every terminal shows one cell wide. Chinese keyboards name some of them in English.
KEY_NAMES = {
    "enter": "Enter",
    "backspace": _("Bksp"),
    "escape": "Esc",
    "space": _("Space"),
    "up": _("Up"),
    "down": _("Down"),
    "left": _("Left"),
    "right": _("Right"),
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "delete": "Del",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}

HELP_TITLE = _("Keys of this screen")
KEYS_HERE = _("At the cursor")
KEYS_OF_SCREEN = _("On this screen")
KEYS_EVERYWHERE = _("Everywhere")


def leave_with(key: str) -> str:
    """`Press Ctrl+Q to leave.`."""
    return _("Press {key} to leave. Every answer is saved already.").format(key=key)


def theme_kept(theme: str, file: str) -> str:
    """Which colours there are now, and where that is remembered."""
    return _("Colours: {theme}. Remembered in {file}").format(theme=theme, file=file)


def theme_not_kept(theme: str, why: str) -> str:
    """Which colours there are now, and why only until the end."""
    return _("Colours: {theme}, until you leave. {why}").format(theme=theme, why=why)


def copied(sent: bool, file: str) -> str:
    """Where a copied text is."""
    if sent:
        return _(
            "Sent to the clipboard. If pasting brings nothing, your terminal does not take it; it is also in {file}"
        ).format(file=file)
    return _("Too long for the clipboard. It is in {file}").format(file=file)


def copied_only(sent: bool, why: str) -> str:
    """A copied text could not be put into a file."""
    if sent:
        return _("Sent to the clipboard. It could not be put into a file as well. {why}").format(why=why)
    return _("Too long for the clipboard, and it could not be put into a file. {why}").format(why=why)


def files_go_to(folder: str) -> str:
    """Where the files are that somebody writes from a browser."""
    return _("Files that you export are written on this computer, into {folder}").format(folder=folder)
