"""The program's own words in the language of a document; English texts are the keys of the catalogue.

    words = words_in(document.language)
    words("Do these first")                            the translation, or the text itself
    words("{answered} of {asked}").format(...)         figures go in after translating: word order differs
    words.plural("{} hour", "{} hours", count)         the form that the count asks for
    TITLE = phrase("Not now")                          marks a constant; where it is used: words(TITLE)

`python -m tools.catalogue` collects what is marked in these ways, so the text must stand in the call.
Texts of a pack are not here: they come from the pack in its own language.
"""

from __future__ import annotations

import re
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

# A pack names its languages as it likes, and no name may lead out of the folder of catalogues.
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)

CATALOGUES = Path(__file__).parent / "locale"

LANGUAGES = ("en", "zh-CN")
"""What the program speaks: English, and the languages that have a catalogue."""


class Words:
    """Translates the program's own texts into one language."""

    __slots__ = ("_catalogue",)

    def __init__(self, catalogue: NullTranslations) -> None:
        self._catalogue = catalogue

    def __call__(self, text: str) -> str:
        """The text in this language; itself where the catalogue has no such text."""
        # The empty text is the key of a catalogue's header.
        return self._catalogue.gettext(text) if text else ""

    def plural(self, one: str, many: str, count: int) -> str:
        """The form for so many things, with its fields still to be filled in."""
        return self._catalogue.ngettext(one, many, count)

    def currency(self, code: str) -> str:
        """What a currency is called; an unusual one by its code."""
        return self(code) if code in CURRENCIES else code


@lru_cache(maxsize=16)
def words_in(language: str) -> Words:
    """The words of a language such as `zh-CN`; English where there is no catalogue for it."""
    if not _LANGUAGE.fullmatch(language):
        return Words(NullTranslations())
    file = CATALOGUES / language.replace("-", "_") / "LC_MESSAGES" / "cbassess.mo"
    if not file.is_file():
        return Words(NullTranslations())
    with file.open("rb") as opened:
        return Words(GNUTranslations(opened))


def phrase(text: str) -> str:
    """The text as it is, marked to be translated where it is used."""
    return text


CURRENCIES = frozenset(
    {
        phrase("CNY"),
        phrase("USD"),
        phrase("EUR"),
        phrase("GBP"),
        phrase("CHF"),
        phrase("BRL"),
        phrase("INR"),
        phrase("HKD"),
        phrase("JPY"),
        phrase("RUB"),
        phrase("MXN"),
        phrase("AED"),
        phrase("SAR"),
    }
)
