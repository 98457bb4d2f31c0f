"""The parts of a report that people read, before they take the form of a format.

Every format that is read from top to bottom (text, Markdown, HTML, PDF, DOCX) is made from the same outline.
Every string in an outline is data: the format escapes it, whoever wrote it.
"""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from cbassess.model.evaluation import Interval


class Heading(Struct, frozen=True):
    """The start of a part. Level 1 is the report, 2 a chapter, 3 a section, 4 a step."""

    level: int
    text: str


class Paragraph(Struct, frozen=True):
    """Running text."""

    text: str


class Details(Struct, frozen=True):
    """Label and value, row by row."""

    rows: tuple[tuple[str, str], ...]


class Points(Struct, frozen=True):
    """A list under a short title; the title may be empty. `numbered` where the order counts."""

    title: str
    items: tuple[str, ...]
    numbered: bool = False


class Gauge(Struct, frozen=True):
    """A figure from 0 to 100 with a bar; `note` stands behind it."""

    label: str
    figure: Interval
    note: str = ""


class Gauges(Struct, frozen=True):
    """Figures to be compared with each other."""

    rows: tuple[Gauge, ...]


class Table(Struct, frozen=True):
    """Rows of cells. The first column has words, the others figures."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Grid(Struct, frozen=True):
    """Rows of cells that hold words; the second column says what the row is about.

    The first is a short mark: a number, a fate. Formats without room for columns write a row as a list point.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Move(Struct, frozen=True):
    """Readiness before and after; `change` in words, or why there is none."""

    label: str
    before: Interval | None
    after: Interval | None
    change: str


class Moves(Struct, frozen=True):
    """What moved, and how far."""

    columns: tuple[str, str, str, str]
    rows: tuple[Move, ...]


class Line(Struct, frozen=True):
    """Readiness of one trend along the columns; None where it is not known."""

    label: str
    figures: tuple[Interval | None, ...]


class Lines(Struct, frozen=True):
    """Readiness over time. The first column names the row."""

    columns: tuple[str, ...]
    rows: tuple[Line, ...]


class Span(Struct, frozen=True):
    """A step from its first day to its last."""

    label: str
    start: dt.date
    due: dt.date


class Spans(Struct, frozen=True):
    """Steps on a calendar: a picture, for formats that draw. The same days stand beside each step in words."""

    columns: tuple[str, str, str]
    rows: tuple[Span, ...]


class PageBreak(Struct, frozen=True):
    """What follows starts on a new page, where there are pages."""


Block = Heading | Paragraph | Details | Points | Gauges | Table | Grid | Moves | Lines | Spans | PageBreak


def details(*rows: tuple[str, str]) -> Details:
    """Details without the rows that have no value."""
    return Details(tuple(row for row in rows if row[1]))


def points(title: str, items: tuple[str, ...], numbered: bool = False) -> tuple[Block, ...]:
    """A list as blocks; none where there are no items."""
    return (Points(title, items, numbered),) if items else ()


def chapter(title: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A chapter with its heading; nothing where it has no blocks."""
    return (Heading(2, title), *blocks) if blocks else ()
