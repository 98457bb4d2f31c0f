"""Markdown (CommonMark with tables) for wikis, notes and mail programs."""

from __future__ import annotations

import re

from cbassess.export.outline import Block, Details, Gauge, Gauges, Heading, Paragraph, Points, Table
from cbassess.export.outlines import outline
from cbassess.export.wording import bar, interval
from cbassess.model.assessment import Assessment
from cbassess.model.comparison import Comparison
from cbassess.plain_text import one_line
from cbassess.words import Words, words_in

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~&$]")

# At the start of a line these make a list, a rule, a heading or a list number.
_AT_START = re.compile(r"^([-+=]|\d+(?=[.)]))")


def render(document: Assessment | Comparison) -> str:
    """The document as Markdown, blocks parted by empty lines."""
    words = words_in(document.language)
    return "\n\n".join(_block(block, words) for block in outline(document)) + "\n"


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
        case Gauges(rows):
            return "\n".join(_gauge(row, words) for row in rows)
        case Table():
            return _table(block)


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
    rule = "| --- |" + " ---: |" * (len(block.columns) - 1)
    head, *rows = (f"| {' | '.join(escaped(cell) for cell in row)} |" for row in (block.columns, *block.rows))
    return "\n".join([head, rule, *rows])
