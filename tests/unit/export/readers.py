"""Every format read back by a program that did not write it: what each step says, and what the whole file says.

    read = READERS["xlsx"](content, language)
    read.steps      title of a step -> all that stands with it, as text
    read.text       all of it, as text

Figures that a format keeps as numbers and days are put into words here with the same functions as everywhere, so
that formats can be compared by their text.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from xml.etree import ElementTree as ET

import openpyxl
from lxml import html as lxml_html
from markdown_it import MarkdownIt
from pypdf import PdfReader

from cbassess.export.as_csv import text_of
from cbassess.export.wording import hours, money
from cbassess.model.rulebook import Cost
from cbassess.words import words_in

BAR = re.compile(r"\[[#.-]+\]")
FIGURES = ("Hours, least", "Hours, most", "Money, least", "Money, most")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Read:
    steps: dict[str, str]
    text: str


def letters(text: str) -> str:
    """Only what carries meaning: wraps, table lines and marks of a list fall away, and so do bars."""
    return re.sub(r"[^\w+-]|_", "", BAR.sub("", text))


def _by_heading(lines: list[tuple[int, str]], text: str) -> Read:
    """`lines`: level of a heading (0 for none) and text. A step is a heading of level 4, up to the next heading."""
    steps: dict[str, str] = {}
    title = ""
    for level, line in lines:
        if level:
            title = line.partition(". ")[2] if level == 4 else ""
            if title:
                steps[title] = ""
        elif title:
            steps[title] += line + "\n"
    return Read(steps, text)


def read_markdown(content: bytes, _language: str) -> Read:
    tokens = MarkdownIt("commonmark").enable(["table"]).parse(content.decode())
    lines: list[tuple[int, str]] = []
    level = 0
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "inline":
            shown = "".join(child.content for child in token.children or [] if child.type != "code_inline")
            lines.append((level, shown))
            level = 0
    return _by_heading(lines, "\n".join(line for _, line in lines))


def read_text(content: bytes, _language: str) -> Read:
    """Plain text has no marks: a step starts where its number stands, two cells in, after an empty line."""
    text = content.decode()
    quarter = re.search(r"\n\d{4}.{0,4}(?:-Q| 年第 )\d.*\n~+\n", text)
    plan = text[quarter.start() :] if quarter else ""
    steps = {}
    for found in re.finditer(r"(?m)^  (\d+\. .+(?:\n  \S.*)*)\n((?:    .*\n|\n)+)", plan):
        title = " ".join(found[1].split()).partition(". ")[2]
        steps[title] = found[2]
    return Read(steps, text)


def read_html(content: bytes, _language: str) -> Read:
    page = lxml_html.fromstring(content)
    for picture in page.iterfind(".//svg/title"):
        picture.text = ""
    steps = {}
    for section in page.iterfind(".//section"):
        title = section.find("h4").text.partition(". ")[2]
        steps[title] = "\n".join(section.itertext())
    return Read(steps, "\n".join(page.find("body").itertext()))


def read_docx(content: bytes, _language: str) -> Read:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        body = ET.fromstring(packed.read("word/document.xml"))  # noqa: S314 - we wrote it ourselves
    lines: list[tuple[int, str]] = []
    for paragraph in body.iter(f"{WORD}p"):
        style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
        name = style.get(f"{WORD}val") if style is not None else ""
        level = int(name[-1]) if name and name.startswith("Heading") else 0
        marks = (part for part in paragraph.iter() if part.tag in {f"{WORD}t", f"{WORD}tab"})
        parts = (part.text or "\n" for part in marks)
        lines.append((level, "".join(parts)))
    return _by_heading(lines, "\n".join(line for _, line in lines))


def read_pdf(content: bytes, _language: str) -> Read:
    """Steps begin with a bookmark; the text of a page is cut at the titles that stand on it."""
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
    text = re.sub(r"\d+ / \d+\n?$", "", "\n".join(re.sub(r"\n?\d+ / \d+\s*$", "", page) for page in pages))
    return Read({}, text)


def read_xlsx(content: bytes, language: str) -> Read:
    book = openpyxl.load_workbook(io.BytesIO(content))
    words = words_in(language)
    steps = {}
    if words("Plan") in book.sheetnames:
        head, *rows = book[words("Plan")].iter_rows(values_only=True)
        column = {name: at for at, name in enumerate(head)}
        for row in rows:
            figures = [
                row[column[words(name)]] for name in ("Hours, least", "Hours, most", "Money, least", "Money, most")
            ]
            codes = {words.currency(code): code for code in ("CNY", "USD", "EUR", "GBP", "CHF", "BRL", "INR", "RUB")}
            cost = Cost(min=figures[2], max=figures[3], currency=codes[row[column[words("Currency")]]])
            cells = [*(_cell(cell) for cell in row), hours(figures[0], figures[1], words), money(cost, words)]
            steps[row[column[words("Step")]]] = "\n".join(cells)
    everything = (_cell(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    return Read(steps, "\n".join(everything))


def _cell(value: object) -> str:
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return "" if value is None else str(value)


def read_csv(content: bytes, language: str) -> Read:
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    words = words_in(language)
    steps: dict[str, str] = {}
    for row in rows:
        if row["part"] == "step":
            title = text_of(row["title"])
            steps[title] = steps.get(title, "") + "\n" + _fact(row, words)
    return Read(steps, "\n".join(_fact(row, words) for row in rows))


def _fact(row: Mapping[str, str], words: Callable[[str], str]) -> str:
    text = [text_of(row[name]) for name in ("title", "text", "day", "doubt")]
    if row["fact"] == "own_time":
        text.append(hours(float(row["low"]), float(row["high"]), words))  # type: ignore[arg-type]
    if row["fact"] == "money":
        cost = Cost(min=float(row["low"]), max=float(row["high"]), currency=row["unit"])
        text.append(money(cost, words))  # type: ignore[arg-type]
    if row["fact"] == "date":
        text.append(f"{row['day']} {text_of(row['text'])}")
    return " ".join([*text, text_of(row["text"]), text_of(row["doubt"])])


def entries(content: bytes) -> Iterator[tuple[str, dict[str, str]]]:
    """Kind and properties of the entries of a calendar, read by the rules of RFC 5545 and no library."""
    lines = re.sub(r"\r\n[ \t]", "", content.decode()).split("\r\n")
    kind, found = "", dict[str, str]()
    for line in lines:
        name, _, value = line.partition(":")
        if name == "BEGIN" and value != "VCALENDAR":
            kind, found = value, {}
        elif name == "END" and kind:
            yield kind, found
            kind = ""
        elif kind:
            found[name.partition(";")[0]] = re.sub(
                r"\\(.)", lambda mark: "\n" if mark[1] in "nN" else mark[1], value, flags=re.DOTALL
            )


def read_ics(content: bytes, _language: str) -> Read:
    steps, everything = {}, []
    for kind, entry in entries(content):
        days = " ".join(
            dt.date(int(day[:4]), int(day[4:6]), int(day[6:8])).isoformat()
            for day in (entry.get("DTSTART"), entry.get("DUE"))
            if day
        )
        text = f"{entry['SUMMARY']}\n{entry.get('DESCRIPTION', '')}\n{days}"
        everything.append(text)
        if kind == "VTODO":
            steps[entry["SUMMARY"].partition(". ")[2]] = text
    return Read(steps, "\n".join(everything))


def read_json(content: bytes, language: str) -> Read:
    data, words = json.loads(content), words_in(language)
    steps = {}
    for step in data.get("plan", ()):
        cost = Cost(**step["cost"])
        texts = list(_texts(step))
        work = (one for one in data["work"] if one["action"] == step["action"])
        texts += [text for one in work for text in _texts(one)]
        steps[step["title"]] = "\n".join([*texts, hours(*step["effort_hours"], words), money(cost, words)])
    return Read(steps, "\n".join(_texts(data)))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    else:
        yield str(value)


READERS: Mapping[str, Callable[[bytes, str], Read]] = MappingProxyType(
    {
        "text": read_text,
        "md": read_markdown,
        "html": read_html,
        "pdf": read_pdf,
        "docx": read_docx,
        "xlsx": read_xlsx,
        "csv": read_csv,
        "ics": read_ics,
        "json": read_json,
    }
)
