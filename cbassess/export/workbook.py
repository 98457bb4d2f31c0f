"""Workbooks in which every text is a text: no formula, no link, no number guessed from digits.

with workbook(day, language) as book:
sheet = book.sheet(title)
sheet.row(["text", 12.5, dt.date(2026, 11, 22), None])
book.content
"""

from __future__ import annotations

import datetime as dt
import io
import math
from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self

import xlsxwriter

from cbassess.cells import cells
from cbassess.plain_text import one_line

Cell = str | tuple[str, ...] | float | dt.date | None
"""Several texts stand in one cell line by line."""

Look = tuple[str, dict[str, object]]
"""A formula about the first row of a table, which moves along with the rows, and properties of a format."""

MAX_TEXT = 32_767
MAX_POINTS = 405.0

INK, SOFT, ACCENT, POSSIBLE, RULE, WASH = "#1D2A35", "#55636F", "#0F766E", "#9FD3CB", "#D8DFE5", "#EEF3F2"

_NO_DAY = dt.date(2000, 1, 1)

# Language -> typeface, and the height of a line of 11 points in it.
_FONTS = {"zh-CN": ("Microsoft YaHei", 18.0)}
_LATIN = ("Calibri", 15.0)


class Workbook:
    """A book in memory; nothing of it touches the disk before it is written whole.

    Args:
        day: the day that the file says it was made, so that the same report gives the same bytes; None for one that
            has no day of its own.
        language: decides the typeface.
    """

    def __init__(self, day: dt.date | None, language: str) -> None:
        self._buffer = io.BytesIO()
        safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self.book: Any = xlsxwriter.Workbook(self._buffer, {"in_memory": True, **safe})
        self.book.set_properties({"created": _midnight(day or _NO_DAY), "comments": "cbassess"})
        font, self.line = _FONTS.get(language, _LATIN)
        self._font = {"font_name": font, "font_size": 11, "font_color": INK}
        self.content = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self.book.close()
            self.content = self._buffer.getvalue()

    def style(self, **properties: object) -> Any:
        """A format in the book's typeface."""
        return self.book.add_format({**self._font, "valign": "top", **properties})

    def sheet(self, title: str, widths: Sequence[float]) -> Sheet:
        """A new sheet with columns of these widths (in characters), set up for landscape paper."""
        return Sheet(self, title, widths)


class Sheet:
    """Rows from top to bottom. Heights are set here: programs cut wrapped Chinese where it is left to them.

    Attributes:
        next: the row that is written next, counted from 0.
        figures: columns whose numbers go from 0 to 100 and are shown whole, as everywhere.
    """

    def __init__(self, book: Workbook, title: str, widths: Sequence[float]) -> None:
        self.title, self.widths, self.next = title, tuple(widths), 0
        self.figures: frozenset[int] = frozenset()
        self.book, self.line = book.book, book.line
        self.page: Any = book.book.add_worksheet(title)
        self._text = book.style(text_wrap=True)
        self._whole = book.style(num_format="#,##0", align="right", indent=1)
        self._broken = book.style(num_format="#,##0.0#", align="right", indent=1)
        self._figure = book.style(num_format="0", align="center")
        self._day = book.style(num_format="yyyy-mm-dd", align="left")
        self._soft = book.style(font_color=SOFT)
        self._head = book.style(bold=True, font_color=ACCENT, font_size=13)
        self._title = book.style(bold=True, font_size=17)
        self.column_head = book.style(bold=True, text_wrap=True, bg_color=WASH, bottom=1, bottom_color=SOFT)
        for column, width in enumerate(self.widths):
            self.page.set_column(column, column, width, self._text)
        self.page.hide_gridlines(2)
        self.page.set_landscape()
        self.page.set_paper(9)
        self.page.fit_to_pages(1, 0)
        self.page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        self.page.set_footer("&R&9&P / &N")

    def one_page(self) -> None:
        """Print it on a single upright page."""
        self.page.set_portrait()
        self.page.fit_to_pages(1, 1)

    def heading(self, text: str, *, title: bool = False) -> None:
        """A line of its own in larger type, with room above it."""
        if self.next:
            self.next += 1
        self.page.set_row(self.next, 26 if title else 21)
        self.page.write_string(self.next, 0, _clean(text), self._title if title else self._head)
        self.next += 1

    def heads(self, columns: Sequence[str]) -> None:
        """The heads of columns."""
        for column, text in enumerate(columns):
            self._write(column, text, self.column_head)
        self._set_height(columns)
        self.next += 1

    def row(self, values: Sequence[Cell], *, lines: int = 1) -> None:
        """A row, as high as its longest text needs, and at least that many lines."""
        for column, value in enumerate(values):
            self._write(column, value, None)
        self._set_height(values, lines)
        self.next += 1

    def labelled(self, label: str, value: str) -> None:
        """A fact: its name, and its value over the other columns."""
        self.page.write_string(self.next, 0, _clean(label), self._soft)
        self.page.merge_range(self.next, 1, self.next, len(self.widths) - 1, "", self._text)
        self.page.write_string(self.next, 1, _clean(value), self._text)
        self._set_merged(value, sum(self.widths[1:]))
        self.next += 1

    def wide(self, text: str, columns: int) -> None:
        """A text over several columns."""
        self.page.merge_range(self.next, 0, self.next, columns - 1, "", self._text)
        self.page.write_string(self.next, 0, _clean(text), self._text)
        self._set_merged(text, sum(self.widths[:columns]))
        self.next += 1

    def table(
        self, columns: Sequence[str], rows: Sequence[Sequence[Cell]], name: str, looks: Sequence[Look] = ()
    ) -> tuple[int, int]:
        """A table with filters; its first and last row of data, counted from 0. There must be rows.

        `looks`: how cells look under a condition; the first that holds decides.
        """
        first = self.next
        self.next += 1
        for row in rows:
            self.row(row)
        # Lines between the rows, as a rule and not as a format, so that they stay where rows are sorted or added.
        # All over the same cells, and each with the line: some programs apply one rule to a cell and no second.
        for condition, look in (*looks, ("=TRUE", {})):
            style = self.book.add_format({**look, "bottom": 1, "bottom_color": RULE})
            rule = {"type": "formula", "criteria": condition, "format": style, "stop_if_true": True}
            self.page.conditional_format(first + 1, 0, self.next - 1, len(columns) - 1, rule)
        heads = [{"header": one_line(text), "header_format": self.column_head} for text in columns]
        table = {"columns": heads, "style": "Table Style Light 1", "banded_rows": False, "name": name}
        self.page.add_table(first, 0, self.next - 1, len(columns) - 1, table)
        self.page.set_row(first, self.line * max(self._lines(at, text) for at, text in enumerate(columns)) + 3)
        return first + 1, self.next - 1

    def _set_merged(self, text: str, width: float) -> None:
        """The height of a row whose text runs over several columns."""
        self.page.set_row(self.next, self.line * math.ceil(cells(one_line(text)) / (width - 1) + 0.01))

    def _write(self, column: int, value: Cell, style: Any) -> None:
        match value:
            case None | "" | ():
                return
            case str() | tuple():
                self.page.write_string(self.next, column, _clean(value), style or self._text)
            case dt.date():
                self.page.write_datetime(self.next, column, _midnight(value), style or self._day)
            case _:
                kept = self._whole if float(value).is_integer() else self._broken
                self.page.write_number(self.next, column, value, self._figure if column in self.figures else kept)

    def _set_height(self, values: Sequence[Cell], lines: int = 1) -> None:
        needed = (self._lines(at, value) for at, value in enumerate(values) if isinstance(value, str | tuple))
        self.page.set_row(self.next, min(MAX_POINTS, self.line * max([lines, *needed]) + 3))

    def _lines(self, column: int, text: str | tuple[str, ...]) -> int:
        room = max(1.0, self.widths[column] - 1.5)
        return sum(max(1, math.ceil(cells(line) / room)) for line in _clean(text).split("\n"))


def _clean(text: str | tuple[str, ...]) -> str:
    """What a cell can hold; a text that is longer ends in an ellipsis."""
    safe = one_line(text) if isinstance(text, str) else "\n".join(one_line(line) for line in text)
    return safe if len(safe) <= MAX_TEXT else safe[: MAX_TEXT - 1] + "…"


def _midnight(day: dt.date) -> dt.datetime:
    """A workbook knows no zones."""
    return dt.datetime(day.year, day.month, day.day)  # noqa: DTZ001
