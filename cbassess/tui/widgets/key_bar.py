"""The last line of every screen: the keys that work here and now; a click presses one.

Textual's own Footer mounts a widget for each key and mounts all of them anew whenever the focus moves,
which costs ten times as much as showing the next question. This one is a single line of text, and what
does not fit whole is left to the help screen.
"""

from __future__ import annotations

from msgspec import Struct
from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from cbassess.tui.key_order import keys_in_order
from cbassess.tui.speaking import speaker
from cbassess.tui.texts.layout import BLANK, STRONG_ACCENT, joined, text

GAP = "  "


class Key(Struct, frozen=True):
    """A key as the bar shows it."""

    key: str
    shown: str
    does: str

    @property
    def content(self) -> Content:
        """`Enter Next`."""
        return joined(text(self.shown, STRONG_ACCENT), f" {self.does}")


class KeyBar(Static):
    """Shows the keys in the order in which the focused widget and the screen name them."""

    def __init__(self) -> None:
        super().__init__(BLANK)
        self._keys: tuple[Key, ...] = ()
        self._places: list[tuple[range, Key]] = []

    def on_mount(self) -> None:
        """Follow the keys of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)
        self._follow(self.screen)

    def on_resize(self) -> None:
        """Show as many as there is room for now."""
        self._write()

    def on_click(self, event: events.Click) -> None:
        """Press the key under the mouse."""
        for place, key in self._places:
            if event.x in place:
                self.app.simulate_key(key.key)

    def reword(self) -> None:
        """Say the keys in the language of the moment."""
        self._follow(self.screen)

    def _follow(self, screen: Screen[object]) -> None:
        if screen is self.screen and self.is_attached:
            keys = tuple(self._shown_keys(screen))
            if keys != self._keys:
                self._keys = keys
                self._write()

    def _shown_keys(self, screen: Screen[object]) -> list[Key]:
        """One key for each thing to do: the first of those that the focused widget does not take itself."""
        found: dict[str, Key] = {}
        for active in keys_in_order(screen):
            one = active.binding
            if one.show and one.description and active.enabled:
                shown = self.app.get_key_display(one)
                found.setdefault(one.action, Key(one.key, shown, speaker.say(one.description)))
        return list(found.values())

    def _write(self) -> None:
        left = self.gutter.left
        self._places = []
        parts = []
        for key in fitting(self._keys, self.content_size.width):
            width = key.content.cell_length
            self._places.append((range(left, left + width), key))
            left += width + len(GAP)
            parts.append(key.content)
        self.update(Content(GAP).join(parts))


def fitting(keys: tuple[Key, ...], width: int) -> list[Key]:
    """The keys that fit whole: all, or all but the last, or the first ones and the last.

    The last one leads to the list of all keys, so it is needed exactly where another one is missing.
    """
    kept = list(keys)
    if _width(kept) > width and _width(kept[:-1]) <= width:
        return kept[:-1]
    while len(kept) > 1 and _width(kept) > width:
        del kept[-2]
    return kept


def _width(keys: list[Key]) -> int:
    return sum(key.content.cell_length + len(GAP) for key in keys) - len(GAP)
