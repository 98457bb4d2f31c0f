"""Tables of the Word document: heads that come again on each page, rows that stay whole, bars of coloured cells."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from cbassess.cells import cells
from cbassess.export.charts import COLOURS
from cbassess.export.outline import Gauge, Spans
from cbassess.export.word_styles import add_gap
from cbassess.model.evaluation import Interval
from cbassess.plain_text import one_line

PAGE_CM = 17.0
_BAR_CM = 4.6


def add_table(document: Document, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...], wide: int = 0) -> None:
    """A table with a head; the column `wide` gets the room that the others leave."""
    table = _table(document, len(columns), _widths(columns, rows, wide))
    head = table.add_row()
    _fill(head, columns, bold=True)
    _mark(head._tr.get_or_add_trPr(), "w:tblHeader")
    for row in rows:
        _fill(table.add_row(), row)
    add_gap(document)


def add_gauges(document: Document, rows: tuple[tuple[Gauge, str], ...]) -> None:
    """Label, bar, figure and level; `rows` brings each figure in words."""
    table = _table(document, 4, (6.6, 5.2, 1.6, 3.6), lines=False)
    for row, figure in rows:
        line = table.add_row()
        _fill(line, (row.label, "", figure, row.note))
        _bar(line.cells[1], row.figure)
    add_gap(document)


def add_spans(document: Document, block: Spans) -> None:
    """The days of the steps as a table; Word documents carry no drawing of them."""
    rows = tuple((row.label, row.start.isoformat(), row.due.isoformat()) for row in block.rows)
    add_table(document, block.columns, rows)


def _table(document: Document, columns: int, widths: tuple[float, ...], *, lines: bool = True) -> Any:
    table: Any = document.add_table(rows=0, cols=columns)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    if lines:
        _borders(table)
    return table


def _fill(row: Any, texts: tuple[str, ...], *, bold: bool = False) -> None:
    _mark(row._tr.get_or_add_trPr(), "w:cantSplit")
    for cell, text in zip(row.cells, texts, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(1)
        run = paragraph.add_run(one_line(text))
        run.bold = bold
        run.font.size = Pt(8.5)


def _bar(cell: Any, figure: Interval) -> None:
    """A table of one row in the cell, its parts coloured: no picture that could be lost, no character to be lacking."""
    low, high = (min(max(end, 0.0), 100.0) / 100 * _BAR_CM for end in (figure.low, figure.high))
    parts = [("reached", low), ("possible", high - low), ("track", _BAR_CM - high)]
    shown = [(name, width) for name, width in parts if width > 0.02]
    table = cell.add_table(1, len(shown))
    table.autofit = False
    table.rows[0].height, table.rows[0].height_rule = Cm(0.28), WD_ROW_HEIGHT_RULE.EXACTLY
    for column, part, (name, width) in zip(table.columns, table.rows[0].cells, shown, strict=True):
        column.width = part.width = Cm(width)
        part.paragraphs[0].paragraph_format.line_spacing = Pt(4)
        part.paragraphs[0].paragraph_format.space_after = Pt(0)
        shade = OxmlElement("w:shd")
        for key, value in (("val", "clear"), ("color", "auto"), ("fill", COLOURS[name].lstrip("#"))):
            shade.set(qn(f"w:{key}"), value)
        part._tc.get_or_add_tcPr().append(shade)
    # The paragraph that a cell must have stands behind the bar and takes no room.
    cell._tc.remove(cell.paragraphs[0]._p)
    for empty in cell.paragraphs:
        empty.paragraph_format.space_after, empty.paragraph_format.line_spacing = Pt(0), Pt(2)


def _widths(columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...], wide: int) -> tuple[float, ...]:
    """Short columns as wide as their longest cell, the rest for the wide one."""
    heads = [cells(one_line(column)) + 1 for column in columns]  # set in bold
    longest = [max(head, *(cells(one_line(row[at])) for row in rows)) for at, head in enumerate(heads)]
    widths = [min(4.2, 0.5 + 0.18 * length) for length in longest]
    widths[wide] = max(4.0, PAGE_CM - sum(width for at, width in enumerate(widths) if at != wide))
    return tuple(widths)


def _borders(table: Any) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in ("bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("color", "D8DFE5")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)


def _mark(properties: Any, name: str) -> None:
    if properties.find(qn(name)) is None:
        properties.append(OxmlElement(name))
