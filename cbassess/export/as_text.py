"""Plain text, 80 cells wide, for a terminal or a mail."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.cells import cells, hanging, padded, wrapped
from cbassess.export.outline import (
    Block,
    Details,
    Gauge,
    Gauges,
    Grid,
    Heading,
    Lines,
    Move,
    Moves,
    PageBreak,
    Paragraph,
    Points,
    Spans,
    Table,
)
from cbassess.export.outlines import outline
from cbassess.export.report import AnyReport
from cbassess.export.tables import as_table, grid_point
from cbassess.export.wording import bar, interval
from cbassess.plain_text import one_line
from cbassess.words import Words, words_in

WIDTH = 80
LABEL_WIDTH = 14
FIGURE_WIDTH = 7
FIRST_COLUMN = 30

_UNDERLINES = {1: "=", 2: "-", 3: "~"}


def render(report: AnyReport) -> str:
    """The report in lines of at most 80 cells."""
    words = words_in(report.language)
    indent = 0
    lines: list[str] = []
    for block in outline(report):
        if isinstance(block, Heading):
            indent = max(0, 2 * (block.level - 3))
        shown = [" " * indent + line for line in _lines(block, WIDTH - indent, words)]
        lines += [*shown, ""] if shown else []
        if isinstance(block, Heading) and block.level > 2:
            # A section and its heading stand close together, and its body is set in.
            lines.pop()
            indent += 2
    return "\n".join(line.rstrip() for line in lines)


def _lines(block: Block, width: int, words: Words) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield from _heading(level, one_line(text), width)
        case Paragraph(text):
            yield from wrapped(one_line(text), width)
        case Details(rows):
            for label, value in rows:
                yield from hanging(_label(label, words), one_line(value), width)
        case Points():
            yield from _points(block, width, words)
        case PageBreak():
            return
        case _:
            yield from _figures(block, width, words)


def _figures(block: Gauges | Table | Grid | Moves | Lines | Spans, width: int, words: Words) -> Iterator[str]:
    match block:
        case Gauges(rows):
            for row in rows:
                yield from _gauge(row, width, words)
        case Table():
            yield from _table(block, width)
        case Lines():
            yield from _table(as_table(block, words), width)
        case Moves(_, moves):
            for move in moves:
                yield from wrapped(one_line(move.label), width)
                yield from hanging("  ", one_line(_moved(move, words)), width)
        case Grid():
            for cells_ in block.rows:
                yield from hanging(f"  {one_line(cells_[0])}. ", one_line(grid_point(block, cells_, words)), width)
        case Spans():
            return  # a picture of days that stand beside the steps


def _moved(move: Move, words: Words) -> str:
    if move.before is None or move.after is None:
        return move.change
    text = words("{before} before, {after} after: {change}")
    return text.format(before=interval(move.before, words), after=interval(move.after, words), change=move.change)


def _heading(level: int, text: str, width: int) -> Iterator[str]:
    lines = wrapped(text, width)
    yield from lines
    if level in _UNDERLINES:
        yield _UNDERLINES[level] * max(cells(line) for line in lines)


def _label(label: str, words: Words) -> str:
    return padded(words("{label}:").format(label=label), LABEL_WIDTH) + " "


def _gauge(row: Gauge, width: int, words: Words) -> list[str]:
    figure = padded(interval(row.figure, words), FIGURE_WIDTH)
    shown = f"{bar(row.figure)} {figure} {one_line(row.note)}"
    label = one_line(row.label)
    if cells(label) < LABEL_WIDTH:
        return hanging(_label(label, words), shown, width)
    return [*wrapped(label, width), *hanging("  ", shown, width)]


def _points(block: Points, width: int, words: Words) -> Iterator[str]:
    if block.title:
        yield from wrapped(words("{label}:").format(label=one_line(block.title)), width)
    for place, item in enumerate(block.items, start=1):
        mark = f"  {place}. " if block.numbered else "  - "
        yield from hanging(mark, one_line(item), width)


def _table(block: Table, width: int) -> Iterator[str]:
    """A table wider than the page is set as several, each with the first column."""
    columns = range(1, len(block.columns))
    cell = 2 + max(cells(row[at]) for row in (block.columns, *block.rows) for at in columns)
    at_once = max(1, (width - FIRST_COLUMN) // cell)
    for first in range(1, len(block.columns), at_once):
        if first > 1:
            yield ""
        part = columns[first - 1 : first - 1 + at_once]
        for row in (block.columns, *block.rows):
            figures = "".join(padded(row[at], cell, right=True) for at in part)
            words, *rest = wrapped(one_line(row[0]), FIRST_COLUMN)
            yield padded(words, FIRST_COLUMN) + figures
            yield from rest
