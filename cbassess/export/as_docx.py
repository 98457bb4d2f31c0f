"""DOCX: the report for advisers who edit it, with headings, real tables and the typefaces that Word has."""

from __future__ import annotations

import io
from itertools import pairwise

from docx import Document
from docx.document import Document as DocxDocument

from cbassess.export import word_styles
from cbassess.export.outline import (
    Block,
    Details,
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
from cbassess.export.report import AnyReport, day_of
from cbassess.export.tables import as_table
from cbassess.export.word_styles import LIST_HEAD, POINT, add_fact, add_text
from cbassess.export.word_tables import add_gauges, add_spans, add_table
from cbassess.export.wording import interval
from cbassess.export.zipped import repacked
from cbassess.plain_text import one_line
from cbassess.words import Words, words_in


def render(report: AnyReport) -> bytes:
    """The report as a document; the same report gives the same bytes."""
    words = words_in(report.language)
    document = Document()
    blocks = outline(report)
    title = next(block.text for block in blocks if isinstance(block, Heading))
    word_styles.set_up(document, report.language)
    word_styles.set_properties(document, one_line(title), day_of(report), report.language)
    for before, block in pairwise((None, *blocks)):
        if isinstance(block, Heading):
            heading = add_text(document, one_line(block.text), f"Heading{block.level}")
            # A break of its own would be an empty page where the page before is full to its last line.
            heading.paragraph_format.page_break_before = isinstance(before, PageBreak) or None
        elif block is not None:
            _add(document, block, words)
    written = io.BytesIO()
    document.save(written)
    return repacked(written.getvalue())


def _add(document: DocxDocument, block: Block, words: Words) -> None:
    match block:
        case Paragraph(text):
            add_text(document, one_line(text))
        case Details(rows):
            for label, value in rows:
                add_fact(document, one_line(label), one_line(value))
        case Points():
            _points(document, block, words)
        case Heading() | PageBreak():
            return
        case _:
            _figures(document, block, words)


def _points(document: DocxDocument, block: Points, words: Words) -> None:
    if block.title:
        add_text(document, words("{label}:").format(label=one_line(block.title)), LIST_HEAD)
    for place, item in enumerate(block.items, start=1):
        # Numbers stand as text: a list that Word numbers itself would go on counting through the whole document.
        mark = f"{place}." if block.numbered else "•"
        add_text(document, f"{mark}\t{one_line(item)}", POINT)


def _figures(document: DocxDocument, block: Gauges | Table | Grid | Moves | Lines | Spans, words: Words) -> None:
    match block:
        case Gauges(rows):
            add_gauges(document, tuple((row, interval(row.figure, words)) for row in rows))
        case Table(columns, rows):
            add_table(document, columns, rows)
        case Moves() | Lines():
            table = as_table(block, words)
            add_table(document, table.columns, table.rows)
        case Grid(columns, rows):
            add_table(document, columns, rows, wide=1)
        case Spans():
            add_spans(document, block)
