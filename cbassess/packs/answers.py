"""Answers files (TOML or JSON) and plain mappings -> a response set, with all problems in one go."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from cbassess.errors import AnswersError, Problem
from cbassess.model.instrument import Instrument, Item
from cbassess.model.responses import Response, ResponseSet
from cbassess.packs.collected import looks_like_table, read_table
from cbassess.packs.documents import Document, Spot
from cbassess.packs.faults import Fault
from cbassess.packs.inspecting import inspect
from cbassess.packs.quoting import nearest, shown
from cbassess.packs.raw_files import read_bytes
from cbassess.packs.reading import decode, parse_toml
from cbassess.packs.values import HEAD_VALUES, ValueProblem, parse_date, parse_seller, parse_value, parse_wave

HEAD = tuple(HEAD_VALUES)
MAX_PROBLEMS = 1_000
PACKED = b"PK"
"""How a workbook begins."""

V = TypeVar("V")


def read_answers(path: Path, instrument: Instrument) -> ResponseSet:
    """The responses in an answers file; AnswersError with all problems where there are any."""
    found = read_many(path, instrument)
    if len(found) != 1:
        hint = "Bring all of them into the history with `cbassess import`."
        raise AnswersError(
            [Document(str(path)).spot().problem("many-sellers", f"There are {len(found)} sellers.", hint)]
        )
    return found[0]


def read_many(path: Path, instrument: Instrument) -> tuple[ResponseSet, ...]:
    """The responses of all sellers in a file: one in an answers file or a workbook, any number in a table.

    AnswersError with all problems where there are any; nothing is taken then.
    """
    name = str(path)
    try:
        # A link is followed here: the person at the keyboard named it, unlike a file inside a pack.
        content = read_bytes(path, follow_links=True)
        if content.startswith(PACKED):
            return (_from_workbook(name, content, instrument),)
        text = decode(content)
        if looks_like_table(name, text):
            return _from_table(name, text, instrument)
        data = _parse(path, text)
    except Fault as fault:
        raise AnswersError([Document(name).spot().fault(fault)]) from None
    is_json = isinstance(data, _JsonTable)
    return (_answers(Document(name, "" if is_json else text, data), instrument),)


def _from_workbook(name: str, content: bytes, instrument: Instrument) -> ResponseSet:
    from cbassess.packs.answers_sheet import read_sheet

    responses, problems = read_sheet(name, content, instrument)
    if responses is None:
        raise AnswersError(problems)
    return responses


def _from_table(name: str, text: str, instrument: Instrument) -> tuple[ResponseSet, ...]:
    found, problems = read_table(name, text, instrument)
    if problems:
        raise AnswersError(problems)
    return found


def answers_from_mapping(data: Mapping[str, object], instrument: Instrument, file: str) -> ResponseSet:
    """The responses in data of the same form as an answers file; `file` names it in problems."""
    return _answers(Document(file, "", data), instrument)


def _answers(document: Document, instrument: Instrument) -> ResponseSet:
    hidden = [document.spot(*path).fault(fault) for path, fault in inspect(document.data)]
    if hidden:
        raise AnswersError(hidden)
    problems: list[Problem] = []
    answers = _Answers(document, instrument, problems)
    seller = answers.head("seller", parse_seller)
    wave = answers.head("wave", parse_wave)
    as_of = answers.head("as_of", parse_date)
    responses = answers.responses()
    if problems or seller is None:
        raise AnswersError(problems)
    return ResponseSet(seller, responses, wave or "", as_of)


class _Answers:
    """Reads the parts of one answers document and keeps what is wrong with them in `problems`."""

    def __init__(self, document: Document, instrument: Instrument, problems: list[Problem]) -> None:
        self._document = document
        self._instrument = instrument
        self._problems = problems

    def head(self, key: str, parse: Callable[[object], V]) -> V | None:
        """The value of a key above the sections; None where it is missing or wrong."""
        spot = self._document.spot(key)
        if key not in self._document.data and key != "seller":
            return None
        try:
            return parse(self._document.data.get(key))
        except ValueProblem as problem:
            self._problems.append(spot.fault(problem))
            return None

    def responses(self) -> dict[str, Response]:
        """Item id -> response, in the order of the instrument."""
        sections = [section.id for section in self._instrument.sections]
        for key in self._document.data:
            if key not in sections and key not in HEAD:
                self._unknown(key, sections)
        return read_responses(
            self._document.spot(),
            {key: self._document.data[key] for key in sections if key in self._document.data},
            {item.id: item for item in self._instrument.items},
            self._problems,
        )

    def _unknown(self, key: str, sections: list[str]) -> None:
        spot = self._document.spot(key)
        if isinstance(self._document.data[key], Mapping):
            fault = Fault("unknown-section", f"There is no section {shown(key)}.", nearest(key, sections))
        else:
            hint = nearest(key, HEAD) or "Answers stand below the name of their section in [ ]."
            fault = Fault("unknown-key", f"{shown(key)} is not a key here.", hint)
        self._problems.append(spot.fault(fault))


def read_responses(
    spot: Spot, sections: Mapping[str, object], known: Mapping[str, Item], problems: list[Problem]
) -> dict[str, Response]:
    """Item id -> response from one table per section at `spot`; what is wrong is added to `problems`.

    known: the items by id, in the order of asking, which is also that of the result.
    """
    items: dict[str, dict[str, Item]] = {}
    for item in known.values():
        items.setdefault(item.section, {})[item.id.partition(".")[2]] = item
    found: dict[str, Response] = {}
    for section, answers in sections.items():
        if section not in items:
            message = f"There is no section {shown(section)}."
            problems.append((spot / section).problem("unknown-section", message, nearest(section, items)))
        elif not isinstance(answers, Mapping):
            problems.append((spot / section).problem("wrong-type", f"This must be a table, not {shown(answers)}."))
        else:
            found.update(_section(spot / section, answers, items[section], problems))
    return {item_id: found[item_id] for item_id in known if item_id in found}


def _section(
    spot: Spot, answers: Mapping[str, object], items: Mapping[str, Item], problems: list[Problem]
) -> dict[str, Response]:
    found: dict[str, Response] = {}
    for key, raw in answers.items():
        if len(problems) >= MAX_PROBLEMS:
            break
        try:
            found[_known(key, items).id] = parse_value(_known(key, items), raw)
        except Fault as fault:
            problems.append((spot / key).fault(fault))
    return found


def _known(key: str, items: Mapping[str, Item]) -> Item:
    if key not in items:
        raise Fault("unknown-item", f"This section has no item {shown(key)}.", nearest(key, items))
    return items[key]


class _JsonTable(dict[str, object]):
    """A JSON object; the type tells it from a TOML table."""


def _parse(path: Path, text: str) -> Mapping[str, object]:
    if not text.strip():
        raise Fault("empty-file", "The file is empty.", "Start from `cbassess template`.")
    if path.suffix.lower() == ".json" or text.lstrip().startswith("{"):
        return _parse_json(text)
    return parse_toml(text)


def _parse_json(text: str) -> Mapping[str, object]:
    try:
        data = json.loads(text, object_pairs_hook=_table)
    except json.JSONDecodeError as error:
        raise Fault("bad-json", f"This is not JSON: {error.msg}.", "", error.lineno) from None
    except (RecursionError, MemoryError):
        raise Fault("too-deep", "The nesting is far too deep to be read.") from None
    except ValueError:
        raise Fault("bad-json", "A number in this file is too long to be read.") from None
    if not isinstance(data, _JsonTable):
        raise Fault("wrong-type", f"The file must hold an object in {{ }}, not {shown(data)}.")
    return data


def _table(pairs: list[tuple[str, object]]) -> _JsonTable:
    table = _JsonTable(pairs)
    if len(table) < len(pairs):
        ((key, _),) = Counter(key for key, _ in pairs).most_common(1)
        raise Fault("duplicate-key", f"{shown(key)} stands twice in the same object.", "Keep one of the two.")
    return table
