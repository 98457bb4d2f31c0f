"""Answers from a workbook that somebody filled in: `cbassess template --format xlsx` made it, perhaps.

Nothing in it is trusted: the file is weighed before it is opened, ids and options count only where the instrument has
them, and every cell that cannot be taken is named. Formulas are not looked at, only the values that were saved.
"""

from __future__ import annotations

import datetime as dt
import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from cbassess.errors import Problem
from cbassess.model.instrument import Instrument, Item
from cbassess.model.responses import Missing, Response, ResponseSet
from cbassess.packs.codes import CODES
from cbassess.packs.faults import Fault
from cbassess.packs.quoting import nearest, plain, shown
from cbassess.packs.values import HEAD_VALUES, ValueProblem, parse_value

MAX_ENTRIES, MAX_UNPACKED = 200, 20_000_000
MAX_SHEETS, MAX_ROWS, MAX_COLUMNS, MAX_PROBLEMS = 20, 5_000, 10, 1_000
LISTS = "lists"
ANSWER, MISSING, ID = 1, 2, 4

Grid = list[list[object]]


class Cell(Struct, frozen=True):
    """A cell with something in it, and where it stands."""

    sheet: str
    row: int
    column: int
    value: object

    @property
    def place(self) -> str:
        """As the spreadsheet says it: `Questionnaire!B12`."""
        return f"{plain(self.sheet)}!{chr(ord('A') + self.column)}{self.row + 1}"


def read_sheet(name: str, content: bytes, instrument: Instrument) -> tuple[ResponseSet | None, list[Problem]]:
    """The responses, or everything that is wrong with them; `name` is that of the file. Fault if it is no workbook."""
    sheets = _opened(content)
    reader = _Reader(name, instrument, _meanings(sheets.pop(LISTS, [])))
    for sheet, rows in sheets.items():
        for number, row in enumerate(rows[:MAX_ROWS]):
            reader.row(sheet, number, row)
    return reader.result()


class _Reader:
    """Collects what the rows say and what is wrong with them."""

    def __init__(self, name: str, instrument: Instrument, meanings: Mapping[tuple[str, str], str]) -> None:
        self._name, self._meanings = name, meanings
        self._items: dict[str, Item] = {item.id: item for item in instrument.items}
        self._head: dict[str, object] = {}
        self._responses: dict[str, Response] = {}
        self._chosen: dict[str, list[str]] = {}
        self._chosen_at: dict[str, Cell] = {}
        self._seen: set[str] = set()
        self._problems: list[Problem] = []

    def row(self, sheet: str, number: int, row: list[object]) -> None:
        """Take one row; rows without an id say nothing."""
        key = _at(row, ID)
        if not isinstance(key, str) or not key.strip() or number == 0:
            return
        name, _, option = key.strip().partition("=")
        answer, missing = Cell(sheet, number, ANSWER, _at(row, ANSWER)), Cell(sheet, number, MISSING, _at(row, MISSING))
        try:
            self._take(name, option, answer, missing)
        except Fault as fault:
            self._wrong(answer if _filled(answer.value) else missing, name, fault)

    def result(self) -> tuple[ResponseSet | None, list[Problem]]:
        """All responses, in the order of asking, or what is wrong."""
        for name, options in self._chosen.items():
            try:
                self._responses[name] = parse_value(self._items[name], options)
            except ValueProblem as problem:
                self._wrong(self._chosen_at[name], name, problem)
        seller = self._head.get("seller")
        if not self._problems and not isinstance(seller, str):
            fault = Fault("missing-key", "The name of the firm is missing.", "Write it beside `seller`.")
            self._problems.append(_problem(self._name, "", fault))
        if self._problems or not isinstance(seller, str):
            return None, self._problems
        wave, as_of = self._head.get("wave"), self._head.get("as_of")
        ordered = {name: self._responses[name] for name in self._items if name in self._responses}
        return ResponseSet(seller, ordered, str(wave or ""), as_of if isinstance(as_of, dt.date) else None), []

    def _take(self, name: str, option: str, answer: Cell, missing: Cell) -> None:
        if name in HEAD_VALUES:
            if _filled(answer.value):
                self._once(name)
                self._head[name] = HEAD_VALUES[name](_text_or_day(answer.value))
            return
        if not (_filled(answer.value) or _filled(missing.value)):
            return
        if name not in self._items:
            raise Fault("unknown-item", f"There is no item {shown(name)}.", nearest(name, self._items))
        item = self._items[name]
        if option:
            self._mark(item, option, answer)
        elif _filled(answer.value) and _filled(missing.value):
            raise Fault("bad-missing", "There is an answer, and a reason why there is none.", "Empty one of the two.")
        else:
            self._once(name)
            self._responses[name] = self._reason(missing) if _filled(missing.value) else self._value(item, answer)

    def _value(self, item: Item, answer: Cell) -> Response:
        value = answer.value
        if item.options and isinstance(value, str):
            known = self._meanings.get((item.id, " ".join(value.split())))
            return parse_value(item, known if known in item.option_ids else _by_text(item, value))
        return parse_value(item, _text_or_day(value) if item.kind in ("date", "text") else value)

    def _mark(self, item: Item, option: str, answer: Cell) -> None:
        if item.kind != "multi" or option not in item.option_ids:
            raise Fault("unknown-option", f"{item.id} has no option {shown(option)}.", nearest(option, item.option_ids))
        if isinstance(self._responses.get(item.id), Missing):
            raise Fault("bad-missing", "There is an answer, and a reason why there is none.", "Empty one of the two.")
        self._once(f"{item.id}={option}")
        self._chosen.setdefault(item.id, []).append(option)
        self._chosen_at.setdefault(item.id, answer)

    def _reason(self, missing: Cell) -> Missing:
        said = " ".join(str(missing.value).split())
        known = self._meanings.get(("", said), said)
        if known in (Missing.DONT_KNOW.value, Missing.DECLINED.value):
            return Missing(known)
        raise Fault("bad-missing", f"{shown(said)} is not a reason that can be given.", "Choose from the list.")

    def _once(self, name: str) -> None:
        if name in self._seen:
            raise Fault("duplicate-key", f"{shown(name)} is answered twice in this workbook.", "Keep one of the two.")
        self._seen.add(name)

    def _wrong(self, cell: Cell, name: str, fault: Fault) -> None:
        if len(self._problems) < MAX_PROBLEMS:
            self._problems.append(_problem(self._name, f"{cell.place} {plain(name)}", fault))


def _problem(file: str, path: str, fault: Fault) -> Problem:
    entry = CODES[fault.code]
    return Problem(plain(file), 0, path, fault.code, str(fault), fault.hint or entry.cure, entry.severity)


def _by_text(item: Item, value: str) -> str:
    """The option that is meant by its text or its id, in whatever case; else what was written, which is refused."""
    said = " ".join(value.split()).casefold()
    for option in item.options:
        if said in (option.id, " ".join(option.text.split()).casefold()):
            return option.id
    return value


def _meanings(rows: Grid) -> dict[tuple[str, str], str]:
    """(item or nothing, text of a list) -> id, as the hidden sheet says it."""
    found = {}
    for row in rows[:MAX_ROWS]:
        item, option, text = (_at(row, column) for column in range(3))
        if isinstance(option, str) and isinstance(text, str):
            found[item if isinstance(item, str) else "", " ".join(text.split())] = option
    return found


def _at(row: list[object], column: int) -> object:
    return row[column] if column < len(row) else None


def _filled(value: object) -> bool:
    return value is not None and (not isinstance(value, str) or bool(value.strip()))


def _text_or_day(value: object) -> object:
    """A whole number as text without its point, and a moment as its day."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value


def _opened(content: bytes) -> dict[str, Grid]:
    """The cells of each sheet, from A1 on; Fault where the file is no workbook that can be read."""
    _weigh(content)
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about colours and lists, which do not concern us
            # Row by row: a cell at the far end of a sheet must not make a table of everything before it.
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            return {sheet.title: list(_rows(sheet)) for sheet in book.worksheets[:MAX_SHEETS]}
    except Exception as error:  # a library of thousands of lines meets a file made to break it
        raise Fault("bad-workbook", "This workbook cannot be read.") from error


def _rows(sheet: Any) -> Iterator[list[object]]:
    for row in sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS, values_only=True):
        yield list(row)


def _weigh(content: bytes) -> None:
    """Fault where what is packed is too many, too large or too dense; sizes are counted, not believed."""
    unpacked = 0
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            entries = packed.infolist()
            if len(entries) > MAX_ENTRIES:
                raise Fault("bad-workbook", f"There are {len(entries)} files packed in this workbook.")
            for entry in entries:
                with packed.open(entry) as opened:
                    while part := opened.read(65_536):
                        unpacked += len(part)
                        if unpacked > MAX_UNPACKED:
                            raise Fault("too-large", "What is packed in this workbook is far too large.")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error) as error:
        raise Fault("bad-workbook", "This is not a workbook.") from error
