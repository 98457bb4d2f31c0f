"""What the page of the PDF says, as data for `styles/report.typ`: block by block, pictures as SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from cbassess.export import charts, fonts
from cbassess.export.outline import (
    Block,
    Details,
    Gauges,
    Grid,
    Heading,
    Line,
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
from cbassess.export.report import AnyReport, day_of
from cbassess.export.tables import shown
from cbassess.export.wording import interval
from cbassess.plain_text import one_line
from cbassess.words import Words, words_in

Data = dict[str, object]
Cell = str | Data
Row = list[Cell]

_MOVE_KINDS = ("rest", "picture", "figure", "figure", "text")


def data_of(report: AnyReport) -> Data:
    """All that the page says, as JSON can hold it."""
    words, day = words_in(report.language), day_of(report)
    blocks = outline(report)
    language, _, region = report.language.partition("-")
    return {
        "title": one_line(next(block.text for block in blocks if isinstance(block, Heading))),
        "day": [day.year, day.month, day.day],
        "lang": language,
        "region": region or None,
        "fonts": fonts.FAMILIES,
        "blocks": [part for block in blocks for part in _parts(block, words)],
    }


def _parts(block: Block, words: Words) -> Iterator[Data]:
    match block:
        case Heading(level, text):
            yield {"kind": "heading", "level": level, "text": one_line(text)}
        case Paragraph(text):
            yield {"kind": "paragraph", "text": one_line(text)}
        case Details(rows):
            yield {"kind": "facts", "rows": [[one_line(label), one_line(value)] for label, value in rows]}
        case Points(title, items, numbered):
            head = words("{label}:").format(label=one_line(title)) if title else ""
            yield {"kind": "points", "title": head, "numbered": numbered, "items": [one_line(item) for item in items]}
        case PageBreak():
            yield {"kind": "page"}
        case _:
            yield _figures(block, words)


def _figures(block: Gauges | Table | Grid | Moves | Lines | Spans, words: Words) -> Data:
    match block:
        case Gauges():
            return _gauges(block, words)
        case Table(columns, rows):
            return _table(("rest", *["figure"] * (len(columns) - 1)), columns, rows)
        case Grid(columns, rows):
            return _table(("figure", "rest", *["text"] * (len(columns) - 2)), columns, rows)
        case Moves():
            return _table(_MOVE_KINDS, _with_picture(block.columns), [_move(row, words) for row in block.rows])
        case Lines():
            kinds = ("rest", "picture", *["figure"] * (len(block.columns) - 1))
            return _table(kinds, _with_picture(block.columns), [_line(row, words) for row in block.rows])
        case Spans():
            return _spans(block)


def _gauges(block: Gauges, words: Words) -> Data:
    rows = []
    for row in block.rows:
        figure = interval(row.figure, words)
        svg = charts.coloured(charts.bar(row.figure, row.label))
        texts = {"label": one_line(row.label), "figure": figure, "note": one_line(row.note)}
        rows.append({**texts, "svg": svg, "alt": one_line(f"{row.label}: {figure}")})
    # A short label does not push its bar to the far side of the page.
    return {"kind": "gauges", "rows": rows, "wide": 2.6 if len(rows) > 2 else 0.7}


def _move(row: Move, words: Words) -> Row:
    picture = _picture(charts.move(row.before, row.after, row.change), row.label)
    return [row.label, picture, shown(row.before, words), shown(row.after, words), row.change]


def _line(row: Line, words: Words) -> Row:
    figures = (shown(figure, words) for figure in row.figures)
    return [row.label, _picture(charts.course(row.figures, row.label), row.label), *figures]


def _spans(block: Spans) -> Data:
    first, last = min(row.start for row in block.rows), max(row.due for row in block.rows)
    rows: list[Row] = [
        [
            row.label,
            _picture(charts.span(row.start, row.due, first, last, row.label), row.label),
            row.start.isoformat(),
            row.due.isoformat(),
        ]
        for row in block.rows
    ]
    scale = _picture(charts.scale(first, last, ""), f"{first.isoformat()} - {last.isoformat()}")
    columns = (block.columns[0], scale, *block.columns[1:])
    return _table(("rest", "picture", "text", "text"), columns, rows, 5.2)


def _with_picture(columns: tuple[str, ...]) -> tuple[str, ...]:
    return (columns[0], "", *columns[1:])


def _picture(svg: ET.Element, alt: str) -> Data:
    return {"svg": charts.coloured(svg), "alt": one_line(alt)}


def _table(
    widths: Sequence[str], columns: Sequence[Cell], rows: Sequence[Sequence[Cell]], picture: float = 4.4
) -> Data:
    """`picture`: width of the pictures in centimetres."""
    plain = [[_cell(cell) for cell in row] for row in (columns, *rows)]
    return {"kind": "table", "widths": widths, "columns": plain[0], "rows": plain[1:], "picture": picture}


def _cell(cell: Cell) -> Cell:
    return one_line(cell) if isinstance(cell, str) else cell
