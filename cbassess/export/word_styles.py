"""Styles of the Word document. Each names an East Asian typeface too: Word picks any for Chinese otherwise."""

from __future__ import annotations

import datetime as dt
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

INK, SOFT, ACCENT = RGBColor(0x1D, 0x2A, 0x35), RGBColor(0x55, 0x63, 0x6F), RGBColor(0x0F, 0x76, 0x6E)
LATIN, CHINESE = "Calibri", "Microsoft YaHei"
LIST_HEAD, POINT, FACT = "ListHead", "Point", "Fact"
HEADINGS = {1: 20, 2: 14, 3: 12, 4: 11}


def set_up(document: Document, language: str) -> None:
    """Paper, styles and page numbers."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(1.5), Cm(1.6)
    normal = document.styles["Normal"]
    _font(normal, 10)
    normal.paragraph_format.space_after = Pt(4)
    normal.paragraph_format.line_spacing = 1.05
    _language(normal, language)
    for level, size in HEADINGS.items():
        _heading(document.styles[f"Heading {level}"], level, size)
    _list_styles(document)
    _page_number(section.footer.paragraphs[0])


def add_text(document: Document, text: str, style_id: str = "Normal") -> Any:
    """A paragraph in a style, by its id: looking a style up by name takes longer than all the rest."""
    paragraph = _new(document, style_id)
    paragraph.add_run(text)
    return paragraph


def add_fact(document: Document, label: str, value: str) -> None:
    """A label, and its value beside it."""
    paragraph = _new(document, FACT)
    paragraph.add_run(label).font.color.rgb = SOFT
    paragraph.add_run(f"\t{value}")


def add_gap(document: Document, points: float = 6) -> Any:
    """Room after a table, which Word sets hard against what follows."""
    gap = _new(document, "Normal")
    gap.paragraph_format.space_after, gap.paragraph_format.line_spacing = Pt(0), Pt(points)
    return gap


def _new(document: Document, style_id: str) -> Any:
    """An empty paragraph at the end. The library would search the whole document for its end each time."""
    element = OxmlElement("w:p")
    document.element.body[-1].addprevious(element)
    if style_id != "Normal":
        element.style = style_id
    return Paragraph(element, document._body)


def set_properties(document: Document, title: str, day: dt.date, language: str) -> None:
    """Who and when: nothing that the report does not say itself, and no clock."""
    properties, moment = document.core_properties, dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
    properties.title, properties.language = title[:255], language
    properties.author = properties.last_modified_by = "cbassess"
    properties.comments = ""
    properties.created = properties.modified = moment


def _heading(style: Any, level: int, size: int) -> None:
    _font(style, size)
    style.font.bold, style.font.italic = True, False
    style.font.color.rgb = ACCENT if level == 2 else INK
    style.paragraph_format.space_before = Pt(0 if level == 1 else 1 + 14 // level)
    style.paragraph_format.space_after = Pt(3)
    style.paragraph_format.keep_with_next = True


def _list_styles(document: Document) -> None:
    head: Any = document.styles.add_style(LIST_HEAD, WD_STYLE_TYPE.PARAGRAPH)
    point: Any = document.styles.add_style(POINT, WD_STYLE_TYPE.PARAGRAPH)
    fact: Any = document.styles.add_style(FACT, WD_STYLE_TYPE.PARAGRAPH)
    for style in (head, point, fact):
        style.base_style = document.styles["Normal"]
        _font(style, 10)
        style.paragraph_format.space_after = Pt(1)
    fact.paragraph_format.keep_with_next = True  # a step's figures stay together, and with its heading
    head.font.color.rgb = SOFT
    head.font.bold = True
    head.paragraph_format.keep_with_next = True
    for style, indent in ((point, 0.6), (fact, 3.0)):
        style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = Cm(indent), Cm(-indent)
        style.paragraph_format.tab_stops.add_tab_stop(Cm(indent))


def _font(style: Any, size: float) -> None:
    style.font.name, style.font.size = LATIN, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:eastAsia"), CHINESE)


def _language(style: Any, language: str) -> None:
    """For spelling and for the breaking of lines."""
    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), "en-GB" if language.startswith("zh") else language)
    tag.set(qn("w:eastAsia"), "zh-CN")
    style.element.get_or_add_rPr().append(tag)


def _page_number(paragraph: Any) -> None:
    paragraph.alignment = 2
    for name, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        run.font.size, run.font.color.rgb = Pt(8), SOFT
        mark = OxmlElement("w:fldChar" if name else "w:instrText")
        if name:
            mark.set(qn("w:fldCharType"), name)
        else:
            mark.text = text
        run._r.append(mark)
