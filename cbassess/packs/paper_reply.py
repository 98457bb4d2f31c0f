"""A reply to the sheet for paper and chat, such as `t1b w2a 3? x4=12`: what it says, and all that is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from cbassess.errors import Problem
from cbassess.model.instrument import Instrument, Item
from cbassess.model.responses import Missing, Response
from cbassess.packs.faults import Fault
from cbassess.packs.paper_codes import OPTIONS, Codes
from cbassess.packs.quoting import shown
from cbassess.packs.values import parse_value
from cbassess.words import Words, words_in

MAX_REPLY = 20_000
"""Characters; a reply to every question with a text in each is shorter."""

# What stands between two codes: spaces and the marks that people put into lists. A value goes on to the next of them.
_CHUNK = re.compile(r'[^\s,;、。=]+(?:\s*=\s*(?:"[^"]*"|[^\s;、。]+))?')
_CODE = re.compile(r"(?P<check>[a-z])?(?P<number>\d{1,4})[.):-]?(?P<letters>[a-z]*)(?P<unknown>\?)?", re.ASCII)
_QUOTES = str.maketrans("“”„「」", '"""""')


class Understood(Struct, frozen=True):
    """One code of a reply.

    Attributes:
        code: as it was written.
        checked: whether it had its check letter.
    """

    code: str
    item: Item
    response: Response
    checked: bool


class Reply(Struct, frozen=True):
    """What a reply says, in its order; `responses` has several options of one item together."""

    lines: tuple[Understood, ...]
    responses: dict[str, Response]
    problems: tuple[Problem, ...]


def read_reply(text: str, instrument: Instrument, language: str = "en") -> Reply:
    """Read a whole reply. Nothing is guessed: a code that is not clear is a problem, and the rest is read on."""
    reader = _Reader(Codes(instrument), words_in(language))
    plain = unicodedata.normalize("NFKC", text[:MAX_REPLY]).translate(_QUOTES)
    if len(text) > MAX_REPLY:
        reader.refuse("", 0, Fault("too-long", reader.words("The reply is too long."), ""))
    for place, found in enumerate(_CHUNK.finditer(plain), start=1):
        reader.take(found[0], place)
    return reader.reply()


class _Reader:
    """Takes code after code, and keeps what they say and what is wrong with them."""

    def __init__(self, codes: Codes, words: Words) -> None:
        self.words = words
        self._codes = codes
        self._lines: list[Understood] = []
        self._problems: list[Problem] = []

    def refuse(self, chunk: str, place: int, fault: Fault) -> None:
        self._problems.append(Problem("reply", place, chunk, fault.code, fault.message, fault.hint))

    def take(self, chunk: str, place: int) -> None:
        try:
            self._lines.append(self._understood(chunk))
        except Fault as fault:
            self.refuse(chunk, place, fault)

    def reply(self) -> Reply:
        """All of it, with several answers to one item put together."""
        responses: dict[str, Response] = {}
        for number, item in self._codes.items.items():
            given = [line.response for line in self._lines if line.item is item]
            if given:
                try:
                    responses[item.id] = self._together(item, given)
                except Fault as fault:
                    self.refuse(str(number), 0, fault)
        return Reply(tuple(self._lines), responses, tuple(self._problems))

    def _together(self, item: Item, given: list[Response]) -> Response:
        distinct = list(dict.fromkeys(given))
        if all(isinstance(one, tuple) for one in distinct):
            several = [option for one in distinct if isinstance(one, tuple) for option in one]
            return parse_value(item, list(dict.fromkeys(several)))
        if len(distinct) == 1:
            return distinct[0]
        raise Fault("answered-twice", self.words("This question has two different answers."), self.words("Keep one."))

    def _understood(self, chunk: str) -> Understood:
        code, equals, value = (part.strip() for part in chunk.partition("="))
        found = _CODE.fullmatch(code.lower())
        if found is None:
            hint = self.words("A code is a letter, a number and a letter, such as {code}.")
            example = self._example()
            raise Fault("bad-code", self.words("This is no code."), hint.format(code=example))
        item = self._item(int(found["number"]))
        if equals:
            place, response = 0, self._typed(item, value)
        else:
            place, response = self._said(item, found["letters"], bool(found["unknown"]))
        self._verify(found["check"], int(found["number"]), place)
        return Understood(chunk, item, response, found["check"] is not None)

    def _example(self) -> str:
        return next(self._codes.of_option(item, 0) for item in self._codes.items.values() if item.options)

    def _item(self, number: int) -> Item:
        items = self._codes.items
        if number not in items:
            text = self.words("There is no question {number}; they go from 1 to {last}.")
            raise Fault("unknown-item", text.format(number=number, last=len(items)))
        return items[number]

    def _typed(self, item: Item, value: str) -> Response:
        raw: object = value.strip('"').rstrip(",") if item.kind != "text" else value.strip('"')
        return parse_value(item, [raw] if item.kind == "multi" else raw)

    def _said(self, item: Item, letters: str, unknown: bool) -> tuple[int, Response]:
        """The place of the option, counted from 1 and 0 for none, and what was said."""
        if unknown and not letters:
            return 0, Missing.DONT_KNOW
        if letters == "n" and not unknown:
            return 0, Missing.DECLINED
        if not letters or unknown or (len(letters) > 1 and item.kind != "multi"):
            raise self._no_answer(item)
        places = list(self._places(item, letters))
        chosen = tuple(item.options[place - 1].id for place in places)
        if item.kind == "multi":
            return (places[0] if len(places) == 1 else -1), chosen
        return places[0], chosen[0]

    def _places(self, item: Item, letters: str) -> Iterator[int]:
        known = OPTIONS[: len(item.options)]
        for letter in letters:
            if letter not in known:
                raise self._no_answer(item)
            yield known.index(letter) + 1

    def _no_answer(self, item: Item) -> Fault:
        if not item.options:
            hint = self.words("Write the answer after =, such as {code}=12.").format(code=self._codes.of_item(item))
        else:
            last = OPTIONS[min(len(item.options), len(OPTIONS)) - 1]
            hint = self.words("One of the letters a to {last}, ? or n.").format(last=last)
        return Fault("unknown-option", self.words("This question has no such answer."), hint)

    def _verify(self, check: str | None, number: int, place: int) -> None:
        if check is None:
            return
        if place < 0:
            hint = self.words("Write each of its codes by itself.")
            raise Fault("wrong-check-letter", self.words("One check letter cannot stand for several answers."), hint)
        if check != self._codes.check(number, place):
            text = self.words("The check letter {letter} does not belong to this code, so something is mistyped.")
            hint = self.words("Look at the sheet again: number, letter and check letter stand there together.")
            raise Fault("wrong-check-letter", text.format(letter=shown(check)), hint)
