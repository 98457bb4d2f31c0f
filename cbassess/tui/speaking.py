"""The language that the app speaks. A process shows one app, so there is one, and it can change at any time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import ModuleType
from typing import Any

from cbassess.words import words_in

_KEY = re.compile(r"\[([^\[\]|]+)\|([a-z_]+\.[a-z_]+)\]")


class Said(str):
    """A text as it is said at the moment, which knows what it is called in the catalogue."""

    original: str


class Speaker:
    """Says the words of the interface in the language of the moment: English until it is told another one."""

    def __init__(self) -> None:
        self.language = "en"
        self.instead: Mapping[str, str] = {}
        """Other words for some, where a terminal cannot show them."""
        self.moved: Mapping[str, Sequence[str]] = {}
        """For the id of a binding whose keys a person has moved, the names of those that it has now."""

    def say(self, text: str) -> str:
        """The text in the language of the moment."""
        said = words_in(self.language)(getattr(text, "original", text))
        return self.instead.get(said, said)

    def plural(self, one: str, many: str, count: int) -> str:
        """The form for so many things, with its fields still to be filled in."""
        return words_in(self.language).plural(one, many, count)

    def keyed(self, text: str) -> str:
        """The text with its keys as they are now: `[w|home.new_wave]` is a key as it usually is, and its binding."""
        return _KEY.sub(self._key, text) if "|" in text else text

    def _key(self, found: re.Match[str]) -> str:
        usual, names = found[1], self.moved.get(found[2], ())
        # Beside a field, where a letter would be typed, the text names another kind of key.
        alike = (name for name in names if (len(name) == 1) == (len(usual) == 1))
        return next(alike, names[0] if names else usual)


speaker = Speaker()


class Spoken(ModuleType):
    """A module of texts: whoever reads one of its constants gets it in the language of the moment.

    Texts in class bodies (the keys of a screen) are read once, in the language of that moment. They are said with
    `speaker.say` where they are shown, and know what they are in English.
    """

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        return _said(found, speaker.language) if name.isupper() else found


def _said(found: object, language: str) -> object:
    if isinstance(found, str):
        said = Said(speaker.keyed(words_in(language)(found)))
        said.original = found
        return said
    return _table(tuple(found.items()), language) if isinstance(found, Mapping) else found


@lru_cache(maxsize=64)
def _table(rows: tuple[tuple[str, str], ...], language: str) -> Mapping[str, str]:
    words = words_in(language)
    return {key: words(text) for key, text in rows}
