"""The language that the app speaks. A process shows one app, so there is one, and it can change at any time."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import ModuleType
from typing import Any

from cbassess.words import words_in


class Speaker:
    """Says the words of the interface in the language of the moment: English until it is told another one."""

    def __init__(self) -> None:
        self.language = "en"
        self.instead: Mapping[str, str] = {}
        """Other words for some, where a terminal cannot show them."""

    def say(self, text: str) -> str:
        """The text in the language of the moment."""
        said = words_in(self.language)(text)
        return self.instead.get(said, said)

    def plural(self, one: str, many: str, count: int) -> str:
        """The form for so many things, with its fields still to be filled in."""
        return words_in(self.language).plural(one, many, count)


speaker = Speaker()


class Spoken(ModuleType):
    """A module of texts: whoever reads one of its constants gets it in the language of the moment.

    Texts in class bodies (the keys of a screen) are read once, before any other language is spoken. They stay
    English there and are said with `speaker.say` where they are shown.
    """

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        return _said(found, speaker.language) if name.isupper() else found


def _said(found: object, language: str) -> object:
    if isinstance(found, str):
        return words_in(language)(found)
    return _table(tuple(found.items()), language) if isinstance(found, Mapping) else found


@lru_cache(maxsize=64)
def _table(rows: tuple[tuple[str, str], ...], language: str) -> Mapping[str, str]:
    words = words_in(language)
    return {key: words(text) for key, text in rows}
