"""Sets of keys to begin with."""

from __future__ import annotations

from collections.abc import Mapping

# What vim users have in their fingers, beside the usual keys. A single g goes to the top already, so gg does. The slash
# searches: the questions while they are asked, and the commands everywhere else.
VIM = {
    "list.up": ("up", "k"),
    "list.down": ("down", "j"),
    "list.first": ("home", "g"),
    "list.last": ("end", "G"),
    "list.page_up": ("pageup", "ctrl+u"),
    "list.page_down": ("pagedown", "ctrl+d"),
    "detail.up": ("up", "k"),
    "detail.down": ("down", "j"),
    "detail.first": ("home", "g"),
    "detail.last": ("end", "G"),
    "detail.page_up": ("pageup", "ctrl+u"),
    "detail.page_down": ("pagedown", "ctrl+d"),
    "sheet.read": ("enter", "l"),
    "sheet.close": ("escape", "h"),
    "sheet.close_item": ("escape", "left", "h"),
    "list.go": ("enter", "l"),
    "page.back": ("escape", "h"),
    "home.open": ("enter", "l"),
    "results.follow": ("enter", "l"),
    "compare.later": ("L",),  # its l opens the detail of a line
    "plan.pace": ("H",),  # its h closes it
    "answer.next": ("enter", "l"),
    "answer.previous": ("backspace", "shift+tab", "h"),
    "app.commands": ("ctrl+p", "colon", "slash"),
}

PRESETS: Mapping[str, Mapping[str, tuple[str, ...]]] = {"standard": {}, "vim": VIM}
