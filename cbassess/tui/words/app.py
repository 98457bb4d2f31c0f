"""The app as a whole, its palette, and the names of keys."""

from __future__ import annotations

from cbassess.tui.speaking import speaker

_ = speaker.say

APP = _("cbassess")
TOO_SMALL = _("This window is too small to show a question. Make it at least 60 columns wide and 16 lines high.")
CRASHED = _("This is a fault in cbassess, not in what you did. Your saved answers are safe.")
LEAVE_WITH = _("Press Ctrl+Q to leave. Every answer is saved already.")
COMMAND_THEME = _("Theme")
COMMAND_THEME_HELP = _("Change the colours")
COMMAND_KEYS = _("Keys")
COMMAND_KEYS_HELP = _("List the keys of this screen")
COMMAND_LANGUAGE = _("Chinese (中文)")
COMMAND_QUIT = _("Quit")
COMMAND_QUIT_HELP = _("Leave cbassess; everything is saved")

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
