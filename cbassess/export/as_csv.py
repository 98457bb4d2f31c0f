"""CSV: one fact a row, for programs and for advisers who put many sellers into one table.

A row says of which thing (`part`, `id`, `title`) it tells which `fact`: as `text`, as a range from `low` to `high`
in a `unit`, or as a `day`, and what there is to doubt about it.

Spreadsheets take some texts for formulas, numbers or dates. Those texts begin with an apostrophe here, which
`text_of` takes away again.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterator

from cbassess.export.facts import COLUMNS, Fact, facts
from cbassess.export.report import AssessmentReport, Report, day_of
from cbassess.plain_text import one_line

# What a spreadsheet runs or turns into something else: formulas; figures, which lose their zeros; days, times and
# shares; and the apostrophe itself, so that it can be taken away without doubt.
_TOUCHY = re.compile(
    r"['=+\-@\t\r\n＝＋－＠]"
    r"|[\s\d.,:/%()$€¥£￥-]*\d[\s\d.,:/%()$€¥£￥-]*(?:e[+-]?\d+|年.*|月.*|[ap]m)?$"
    r"|(?:true|false)$",
    re.IGNORECASE,
)


def render(report: Report) -> bytes:
    """The facts of a report, with a mark at the start by which Excel knows the letters."""
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    head = _head(report)
    for fact in facts(report):
        writer.writerow([*head, *_cells(fact)])
    return written.getvalue().encode("utf-8-sig", errors="replace")


def fenced(text: str) -> str:
    """The text in one line, so that no spreadsheet runs or changes it."""
    line = one_line(text)
    return f"'{line}" if _TOUCHY.match(line) else line


def text_of(cell: str) -> str:
    """The text that `fenced` made the cell of."""
    return cell.removeprefix("'")


def _head(report: Report) -> tuple[str, str, str]:
    wave = report.document.wave if isinstance(report, AssessmentReport) else report.wave.wave
    return fenced(report.seller), fenced(wave), day_of(report).isoformat()


def _cells(fact: Fact) -> Iterator[str]:
    for value in (fact.part, fact.id, fact.title, fact.fact, fact.text):
        yield fenced(value)
    for figure in (fact.low, fact.high):
        yield "" if figure is None else f"{figure:.10g}"
    yield fenced(fact.unit)
    yield fact.day.isoformat() if isinstance(fact.day, dt.date) else ""
    yield fenced(fact.doubt)
