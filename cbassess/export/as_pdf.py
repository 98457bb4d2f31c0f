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
from cbassess.export.report import AnyReport, day_of

PAGE = files("cbassess.export").joinpath("styles", "report.typ")


def render(report: AnyReport) -> bytes:
    """The report as PDF; UsageError where the extra is not installed."""
    try:
        import typst
    except ImportError:
        message, hint = "PDF needs an extra that is not installed", "Install it: pip install 'cbassess[pdf]'"
        raise UsageError("format", "not-installed", message, hint) from None
    data = json.dumps(data_of(report), ensure_ascii=False)
    try:
        return _compiled(data, _moment(report), accessible=True)
    except typst.TypstError:
        # A letter that our typefaces lack, such as an emoji in a name. Those of the machine help out, and the file
        # no longer says of itself that every letter in it can be read aloud.
        return _compiled(data, _moment(report), accessible=False)


def _compiled(data: str, moment: int, *, accessible: bool) -> bytes:
    """The page with its data; only our own typefaces where it is to be the same on every machine."""
    import typst

    folder = fonts.folder()
    places: list[str] = [str(folder)] if folder else []
    typefaces = typst.Fonts(include_system_fonts=folder is None or not accessible, font_paths=places)
    page: bytes = PAGE.read_bytes()
    compiler = typst.Compiler(page, font_paths=typefaces, sys_inputs={"data": data})
    written = compiler.compile(format="pdf", pdf_standards=["ua-1"] if accessible else [], timestamp=moment)
    assert isinstance(written, bytes)  # noqa: S101 - a list is given for pictures only
    return written


def _moment(report: AnyReport) -> int:
    """Midnight of the day of the report, for the stamp inside the file."""
    day = day_of(report)
    return int(dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC).timestamp())
