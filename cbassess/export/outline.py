"""The parts of a report that people read, before they take the form of a format.

Text and Markdown are made from the same outline, so that no format has a fact that the other lacks.
Every string in an outline is data: the format escapes it, whoever wrote it.
"""

from __future__ import annotations

from dataclasses import dataclass

from cbassess.model.evaluation import Interval


@dataclass(frozen=True, slots=True)
class Heading:
    """The start of a part. Level 1 is the report, 2 a chapter, 3 a section, 4 a step."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Details:
    """Label and value, row by row."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Points:
    """A list under a short title; the title may be empty. `numbered` where the order counts."""

    title: str
    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Gauge:
    """A figure from 0 to 100 with a bar; `note` stands behind it."""

    label: str
    figure: Interval
    note: str = ""


@dataclass(frozen=True, slots=True)
class Gauges:
    """Figures to be compared with each other."""

    rows: tuple[Gauge, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells. The first column has words, the others figures."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Details | Points | Gauges | Table


def details(*rows: tuple[str, str]) -> Details:
    """Details without the rows that have no value."""
    return Details(tuple(row for row in rows if row[1]))


def points(title: str, items: tuple[str, ...], numbered: bool = False) -> tuple[Block, ...]:
    """A list as blocks; none where there are no items."""
    return (Points(title, items, numbered),) if items else ()


def chapter(title: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A chapter with its heading; nothing where it has no blocks."""
    return (Heading(2, title), *blocks) if blocks else ()
