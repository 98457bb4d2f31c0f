"""Markdown (CommonMark with tables) for wikis, notes and mail programs."""

from __future__ import annotations

import re

from cbassess.export.outline import (
    Block,
    Details,
    Gauge,
    Gauges,
    Grid,
    Heading,
    Lines,
    Moves,
    PageBreak,
    Paragraph,
    Points,
    Spans,
    Table,
)
from cbassess.export.outlines import outline
from cbassess.export.report import AnyReport
from cbassess.export.tables import as_table
from cbassess.export.wording import bar, interval
from cbassess.plain_text import one_line
from cbassess.words import Words, words_in

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~&$]")

# At the start of a line these make a list, a rule, a heading or a list number.
_AT_START = re.compile(r"^([-+=]|\d+(?=[.)]))")


def render(report: AnyReport) -> str:
    """The report as Markdown, blocks parted by empty lines."""
    words = words_in(report.language)
    return "\n\n".join(shown for block in outline(report) if (shown := _block(block, words))) + "\n"


def escaped(text: str) -> str:
    """The text in one line, so that Markdown shows it letter by letter."""
    line = _SPECIAL.sub(r"\\\g<0>", one_line(text))
    found = _AT_START.match(line)
    if not found:
        return line
    start, rest = found[0], line[found.end() :]
    return f"{start}\\{rest}" if start[0].isdigit() else f"\\{start}{rest}"


def _block(block: Block, words: Words) -> str:
    # Stars for details and dashes for lists: equal marks would make one list of two that follow each other.
    match block:
        case Heading(level, text):
            return f"{'#' * level} {escaped(text)}"
        case Paragraph(text):
            return escaped(text)
        case Details(rows):
            return "\n".join(f"* {_label(label, words)} {escaped(value)}" for label, value in rows)
        case Points():
            return _points(block, words)
        case PageBreak():
            return "---"
        case _:
            return _figures(block, words)


def _figures(block: Gauges | Table | Grid | Moves | Lines | Spans, words: Words) -> str:
    match block:
        case Gauges(rows):
            return "\n".join(_gauge(row, words) for row in rows)
        case Table():
            return _table(block)
        case Moves() | Lines():
            return _table(as_table(block, words))
        case Grid(columns, rows):
            return _rows(columns, rows, "| --- " * len(columns) + "|")
        case Spans():
            return ""  # a picture of days that stand beside the steps


def _label(text: str, words: Words) -> str:
    return f"**{words('{label}:').format(label=escaped(text))}**"


def _points(block: Points, words: Words) -> str:
    lines = [
        f"{place}. {escaped(item)}" if block.numbered else f"- {escaped(item)}"
        for place, item in enumerate(block.items, start=1)
    ]
    head = [_label(block.title, words), ""] if block.title else []
    return "\n".join(head + lines)


def _gauge(row: Gauge, words: Words) -> str:
    figure = f"`{bar(row.figure)}` {interval(row.figure, words)}"
    return f"* {_label(row.label, words)} {figure} {escaped(row.note)}".rstrip()


def _table(block: Table) -> str:
    return _rows(block.columns, block.rows, "| --- |" + " ---: |" * (len(block.columns) - 1))


def _rows(columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...], rule: str) -> str:
    head, *body = (f"| {' | '.join(escaped(cell) for cell in row)} |" for row in (columns, *rows))
    return "\n".join([head, rule, *body])
