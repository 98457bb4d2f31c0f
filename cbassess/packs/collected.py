"""Answers of many sellers in one table: the CSV that ODK and Kobo give for the form of `cbassess template`.

A column is known by the end of its name (`brand-brand_mark_filed`, `brand/brand_mark_filed`), because each server
puts the groups before it in its own way. Columns of the server itself are passed over. Nothing is taken from a table
in which anything is wrong: every problem is named with its line and its column.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from cbassess.errors import Problem
from cbassess.model.instrument import Instrument, Item
from cbassess.model.quarters import quarter_of
from cbassess.model.responses import SAYABLE, Missing, Response, ResponseSet
from cbassess.packs.codes import CODES
from cbassess.packs.faults import Fault
from cbassess.packs.quoting import plain, shown
from cbassess.packs.values import HEAD_VALUES, ValueProblem, parse_value

MAX_ROWS, MAX_COLUMNS, MAX_PROBLEMS = 20_000, 3_000, 1_000
REASON_SUFFIX = "_missing"

_REASONS = {reason.value: reason for reason in SAYABLE}
_NUMBER = re.compile(r"-?\d+\.0+", re.ASCII)


def read_table(name: str, text: str, instrument: Instrument) -> tuple[tuple[ResponseSet, ...], list[Problem]]:
    """The responses of every seller, or everything that is wrong; Fault where the text is no such table."""
    rows = _rows(text)
    columns = _columns(rows[0], instrument)
    found: list[ResponseSet] = []
    problems: list[Problem] = []
    for line, row in enumerate(rows[1:], start=2):
        reader = _Row(plain(name), line, columns, row)
        responses = reader.read()
        problems += reader.problems[: MAX_PROBLEMS - len(problems)]
        if responses is not None:
            found.append(responses)
    return tuple(found), problems + _twice(plain(name), found)


def looks_like_table(name: str, text: str) -> bool:
    """Whether this is a table and not an answers file."""
    return name.lower().endswith(".csv") and not text.lstrip().startswith(("{", "["))


class _Row:
    """One seller."""

    def __init__(self, file: str, line: int, columns: Mapping[int, str | Item], row: Sequence[str]) -> None:
        self._file, self._line, self._columns = file, line, columns
        self._cells = {at: cell.strip() for at, cell in enumerate(row) if at in columns and cell.strip()}
        self.problems: list[Problem] = []

    def read(self) -> ResponseSet | None:
        """The responses; None where something is wrong with them."""
        head: dict[str, object] = {}
        responses: dict[str, Response] = {}
        for at, cell in self._cells.items():
            column = self._columns[at]
            try:
                if isinstance(column, Item):
                    responses.setdefault(column.id, _response(column, cell))
                elif column in HEAD_VALUES:
                    head[column] = HEAD_VALUES[column](cell)
                else:
                    responses.setdefault(column, _reason(cell))
            except Fault as fault:
                self._wrong(column.id if isinstance(column, Item) else column, fault)
        if "seller" not in head and not self.problems:
            self._wrong("seller", Fault("missing-key", "The name of the seller is missing."))
        if self.problems:
            return None
        seller, wave, as_of = (head.get(key) for key in HEAD_VALUES)
        made = ResponseSet(str(seller), responses, str(wave or ""))
        return replace(made, as_of=as_of)

    def _wrong(self, column: str, fault: Fault) -> None:
        entry = CODES[fault.code]
        hint = fault.hint or entry.cure
        self.problems.append(Problem(self._file, self._line, column, fault.code, str(fault), hint, entry.severity))


def _response(item: Item, cell: str) -> Response:
    if cell in _REASONS and cell not in item.option_ids:
        return _REASONS[cell]
    if item.kind == "multi":
        chosen = cell.split()
        if len(chosen) == 1 and chosen[0] in _REASONS and chosen[0] not in item.option_ids:
            return _REASONS[chosen[0]]
        return parse_value(item, chosen)
    # Some servers write every number with a point, and days with the hour.
    if item.kind == "number" and _NUMBER.fullmatch(cell):
        cell = cell.partition(".")[0]
    return parse_value(item, cell[:10] if item.kind == "date" else cell)


def _reason(cell: str) -> Missing:
    if cell not in _REASONS:
        raise ValueProblem("bad-missing", f"{shown(cell)} is not a reason that can be given.")
    return _REASONS[cell]


def _rows(text: str) -> list[list[str]]:
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), strict=True) if any(row)]
    except csv.Error as error:
        raise Fault("bad-table", f"This is not a table: {plain(str(error))}.") from None
    if not rows:
        raise Fault("empty-file", "The file is empty.")
    if len(rows) > MAX_ROWS or len(rows[0]) > MAX_COLUMNS:
        raise Fault("too-large", f"The table has more than {MAX_ROWS:,} rows or {MAX_COLUMNS:,} columns.", "Split it.")
    return rows


def _columns(head: Sequence[str], instrument: Instrument) -> dict[int, str | Item]:
    """Column -> what it holds: a part of the head, an item, or the id of the item that it says is missing."""
    known: dict[str, str | Item] = {name: name for name in HEAD_VALUES}
    for item in instrument.items:
        known[item.id.replace(".", "_")] = known[item.id] = item
        known[f"{item.id.replace('.', '_')}{REASON_SUFFIX}"] = item.id
    ends = [re.split(r"[/\-:]", name.strip())[-1] for name in head]
    columns = {at: known[end] for at, end in enumerate(ends) if end in known}
    if "seller" not in columns.values():
        raise Fault(
            "bad-table", "The table has no column `seller`.", "Use the table that the server gives for the form."
        )
    double = next((end for at, end in enumerate(ends) if end in known and end in ends[:at]), None)
    if double:
        raise Fault("duplicate-key", f"There are two columns {shown(double)}.", "Keep one of the two.")
    return columns


def _twice(file: str, found: Sequence[ResponseSet]) -> list[Problem]:
    """Two rows that would be the same wave of the same seller."""
    seen: set[tuple[str, str]] = set()
    problems = []
    for responses in found:
        label = responses.wave or (quarter_of(responses.as_of) if responses.as_of else "")
        if (responses.seller, label) in seen:
            fault = f"{shown(responses.seller)} has two rows for {label or 'the same quarter'}."
            problems.append(Problem(file, 0, "seller", "duplicate-key", fault, "Keep the row that counts."))
        seen.add((responses.seller, label))
    return problems
