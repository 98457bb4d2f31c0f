"""PDF: the report on A4, tagged for screen readers, with page numbers and the letters that it needs inside.

Set by typst, which comes with the extra `pdf`. The report is handed over as data and never as markup.
"""

from __future__ import annotations

import datetime as dt
import json
from importlib.resources import files

from cbassess.errors import UsageError
from cbassess.export import fonts
from cbassess.export.pdf_data import data_of
from cbassess.export.report import Report, day_of

PAGE = files("cbassess.export").joinpath("styles", "report.typ")


def render(report: Report) -> bytes:
    """The report as PDF; UsageError where the extra is not installed."""
    try:
        import typst
    except ImportError:
        message, hint = "PDF needs an extra that is not installed", "Install it: pip install 'cbassess[pdf]'"
        raise UsageError("format", "not-installed", message, hint) from None
    folder = fonts.folder()
    places: list[str] = [str(folder)] if folder else []
    # Only the typefaces of the extra where it is there, or the same report would differ from machine to machine.
    typefaces = typst.Fonts(include_system_fonts=folder is None, font_paths=places)
    page: bytes = PAGE.read_bytes()
    data = json.dumps(data_of(report), ensure_ascii=False)
    compiler = typst.Compiler(page, font_paths=typefaces, sys_inputs={"data": data})
    set_page = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=_moment(report))
    assert isinstance(set_page, bytes)  # noqa: S101 - a list is given for pictures only
    return set_page


def _moment(report: Report) -> int:
    """Midnight of the day of the report, for the stamp inside the file."""
    day = day_of(report)
    return int(dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC).timestamp())
