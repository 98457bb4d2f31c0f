"""HTML: one file for any browser, with pictures and a style of its own, no script and nothing from outside.

The page is built as a tree and written by the standard library, so that no text can become markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from xml.etree import ElementTree as ET

from cbassess.export import charts
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
from cbassess.export.report import AnyReport
from cbassess.export.tables import shown
from cbassess.export.wording import interval
from cbassess.plain_text import one_line
from cbassess.words import Words, words_in

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
STYLE = files("cbassess.export").joinpath("styles", "report.css")


def render(report: AnyReport) -> str:
    """The report as one page that needs no other file."""
    words = words_in(report.language)
    blocks = outline(report)
    html = ET.Element("html", {"lang": report.language})
    _head(html, next(block.text for block in blocks if isinstance(block, Heading)))
    body = ET.SubElement(html, "body")
    _fill(body, blocks, words)
    return "<!doctype html>\n" + ET.tostring(html, encoding="unicode", method="html") + "\n"


def _head(html: ET.Element, title: str) -> None:
    head = ET.SubElement(html, "head")
    ET.SubElement(head, "meta", {"charset": "utf-8"})
    ET.SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": POLICY})
    ET.SubElement(head, "meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"})
    ET.SubElement(head, "meta", {"name": "generator", "content": "cbassess"})
    _add(head, "title", title)
    ET.SubElement(head, "style").text = STYLE.read_text(encoding="utf-8")


def _fill(body: ET.Element, blocks: tuple[Block, ...], words: Words) -> None:
    """Pages hold chapters; a step is a box of its own."""
    page = ET.SubElement(body, "main", {"class": "page"})
    place, chapters = page, 0
    for block in blocks:
        match block:
            case PageBreak():
                _contents(page, blocks, chapters, words)
                place = page = ET.SubElement(body, "div", {"class": "page"})
            case Heading(level, text):
                if level < 4:
                    place = page
                if level == 4:
                    place = ET.SubElement(page, "section", {"class": "step"})
                heading = _add(place, f"h{level}", text)
                if level == 2:
                    chapters += 1
                    heading.set("id", f"part-{chapters}")
            case _:
                place.extend(_block(block, words))


def _contents(page: ET.Element, blocks: tuple[Block, ...], done: int, words: Words) -> None:
    """Where the chapters behind the first page are."""
    nav = ET.SubElement(page, "nav", {"aria-label": words("Contents")})
    entries = ET.SubElement(nav, "ul")
    titles = [block.text for block in blocks if isinstance(block, Heading) and block.level == 2]
    for number, title in enumerate(titles[done:], start=done + 1):
        _add(ET.SubElement(entries, "li"), "a", title).set("href", f"#part-{number}")


def _block(block: Block, words: Words) -> Iterator[ET.Element]:
    match block:
        case Paragraph(text):
            yield _element("p", text)
        case Details(rows):
            yield _details(rows)
        case Points(title, items, numbered):
            if title:
                yield _element("p", words("{label}:").format(label=title), "list")
            yield _list(items, numbered=numbered)
        case Heading() | PageBreak():
            return
        case _:
            yield _figures(block, words)


def _figures(block: Gauges | Table | Grid | Moves | Lines | Spans, words: Words) -> ET.Element:
    match block:
        case Gauges():
            return _gauges(block, words)
        case Table(columns, rows):
            return _table(columns, ("", *["figure"] * (len(columns) - 1)), rows)
        case Grid(columns, rows):
            return _table(columns, ("figure", "", *["short"] * (len(columns) - 2)), rows, head=1)
        case Moves():
            return _moves(block, words)
        case Lines():
            return _lines(block, words)
        case Spans():
            return _spans(block)


def _details(rows: tuple[tuple[str, str], ...]) -> ET.Element:
    pairs = ET.Element("dl")
    for label, value in rows:
        _add(pairs, "dt", label)
        _add(pairs, "dd", value)
    return pairs


def _list(items: tuple[str, ...], *, numbered: bool) -> ET.Element:
    entries = ET.Element("ol" if numbered else "ul")
    for item in items:
        _add(entries, "li", item)
    return entries


def _gauges(block: Gauges, words: Words) -> ET.Element:
    figures = [interval(row.figure, words) for row in block.rows]
    rows = tuple((row.label, "", figure, row.note) for row, figure in zip(block.rows, figures, strict=True))
    scroll = _table((), ("", "", "figure", ""), rows)
    for cells, row, figure in zip(scroll.iter("tr"), block.rows, figures, strict=True):
        cells[1].append(charts.bar(row.figure, f"{row.label}: {figure}"))
    scroll[0].set("class", "bare")
    return scroll


def _moves(block: Moves, words: Words) -> ET.Element:
    rows = tuple((row.label, "", shown(row.before, words), shown(row.after, words), row.change) for row in block.rows)
    columns = (block.columns[0], "", *block.columns[1:])
    scroll = _table(columns, ("", "", "figure", "figure", "change"), rows)
    for cells, row in zip(_body(scroll), block.rows, strict=True):
        cells[1].append(charts.move(row.before, row.after, f"{row.label}: {row.change}"))
    return scroll


def _lines(block: Lines, words: Words) -> ET.Element:
    figures = [tuple(shown(figure, words) for figure in row.figures) for row in block.rows]
    rows = tuple((row.label, "", *cells) for row, cells in zip(block.rows, figures, strict=True))
    columns = (block.columns[0], "", *block.columns[1:])
    scroll = _table(columns, ("", "", *["figure"] * (len(block.columns) - 1)), rows)
    for cells, row in zip(_body(scroll), block.rows, strict=True):
        cells[1].append(charts.course(row.figures, row.label))
    return scroll


def _spans(block: Spans) -> ET.Element:
    first, last = min(row.start for row in block.rows), max(row.due for row in block.rows)
    rows = tuple((row.label, "", row.start.isoformat(), row.due.isoformat()) for row in block.rows)
    columns = (block.columns[0], "", *block.columns[1:])
    scroll = _table(columns, ("", "", "short", "short"), rows)
    next(scroll.iter("tr"))[1].append(charts.scale(first, last, ""))
    for cells, row in zip(_body(scroll), block.rows, strict=True):
        cells[1].append(charts.span(row.start, row.due, first, last, row.label))
    return scroll


def _table(
    columns: tuple[str, ...], kinds: tuple[str, ...], rows: tuple[tuple[str, ...], ...], head: int = 0
) -> ET.Element:
    """A table in a box that scrolls; `head` is the column that says what a row is about."""
    scroll = ET.Element("div", {"class": "scroll"})
    table = ET.SubElement(scroll, "table")
    if columns:
        line = ET.SubElement(ET.SubElement(table, "thead"), "tr")
        for kind, cell in zip(kinds, columns, strict=True):
            _add(line, "th" if cell else "td", cell, kind)
    body = ET.SubElement(table, "tbody")
    for row in rows:
        line = ET.SubElement(body, "tr")
        for at, (kind, cell) in enumerate(zip(kinds, row, strict=True)):
            described = _add(line, "th" if at == head else "td", cell, kind)
            if at == head:
                described.set("scope", "row")
    return scroll


def _body(scroll: ET.Element) -> list[ET.Element]:
    return list(scroll.iterfind("table/tbody/tr"))


def _element(tag: str, text: str, kind: str = "") -> ET.Element:
    element = ET.Element(tag, {"class": kind} if kind else {})
    element.text = one_line(text)
    return element


def _add(parent: ET.Element, tag: str, text: str, kind: str = "") -> ET.Element:
    element = _element(tag, text, kind)
    parent.append(element)
    return element
