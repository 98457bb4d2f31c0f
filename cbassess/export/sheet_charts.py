"""Charts under the figures of a sheet, drawn by the program that opens it."""

from __future__ import annotations

from typing import Any

from cbassess.export.workbook import ACCENT, POSSIBLE, RULE, SOFT, Sheet, Workbook
from cbassess.words import Words

# Far enough apart in lightness as well, for paper without colours.
LINES = ("#0F766E", "#C2410C", "#4F46E5", "#A16207", "#BE185D", "#0369A1", "#57534E")
MARKS = ("circle", "square", "diamond", "triangle", "x", "star", "plus")

Rows = tuple[int, int]
"""First and last row of the figures, counted from 0."""

_SMALL = {"size": 9, "color": SOFT, "bold": False}
_SCALE = {
    "min": 0,
    "max": 100,
    "major_unit": 25,
    "num_font": _SMALL,
    "major_gridlines": {"visible": True, "line": {"color": RULE}},
}
_POINTS_A_ROW = 20


def readiness_chart(book: Workbook, sheet: Sheet, rows: Rows, words: Words) -> None:
    """Bars: what is sure, and how far it may reach while answers are missing; columns 1 and 2 of the rows."""
    chart = book.book.add_chart({"type": "bar", "subtype": "stacked"})
    for name, column, colour in ((words("Lowest"), 1, ACCENT), (words("Still open"), 2, POSSIBLE)):
        chart.add_series({**_series(sheet, rows, name, column), "fill": {"color": colour}, "gap": 60})
    _put(sheet, chart, words("Where you stand today"), 90 + 34 * (rows[1] - rows[0] + 1))


def change_chart(book: Workbook, sheet: Sheet, rows: Rows, words: Words) -> None:
    """Bars before and after, side by side; columns 1 and 2 of the rows. An empty cell draws nothing."""
    chart = book.book.add_chart({"type": "bar"})
    for name, column, colour in ((words("Before"), 1, "#B6C2CC"), (words("After"), 2, ACCENT)):
        chart.add_series({**_series(sheet, rows, name, column), "fill": {"color": colour}, "gap": 60})
    _put(sheet, chart, words("How readiness moved"), 90 + 44 * (rows[1] - rows[0] + 1))


def forecast_chart(book: Workbook, sheet: Sheet, rows: Rows, columns: int, words: Words) -> None:
    """A line per trend; columns 1 to `columns` of the rows, with the heads above them."""
    chart = book.book.add_chart({"type": "line"})
    heads = [sheet.title, rows[0] - 1, 1, rows[0] - 1, columns]
    for at, row in enumerate(range(rows[0], rows[1] + 1)):
        colour = {"color": LINES[at % len(LINES)]}
        mark = {"type": MARKS[at % len(MARKS)], "size": 6, "fill": colour, "border": colour}
        chart.add_series(
            {"name": [sheet.title, row, 0], "categories": heads, "values": [sheet.title, row, 1, row, columns],
             "line": {**colour, "width": 2}, "marker": mark}
        )  # fmt: skip
    chart.set_x_axis({"num_font": _SMALL, "line": {"color": RULE}})
    chart.set_y_axis(_SCALE)
    _place(sheet, chart, words("Forecast"), 360)


def _series(sheet: Sheet, rows: Rows, name: str, column: int) -> dict[str, Any]:
    first, last = rows
    where = [sheet.title, first, column, last, column]
    return {"name": name, "categories": [sheet.title, first, 0, last, 0], "values": where}


def _put(sheet: Sheet, chart: Any, title: str, height: int) -> None:
    """A chart of bars, the first row on top."""
    chart.set_y_axis({"reverse": True, "num_font": _SMALL, "line": {"color": RULE}})
    chart.set_x_axis({**_SCALE, "label_position": "high"})
    _place(sheet, chart, title, height)


def _place(sheet: Sheet, chart: Any, title: str, height: int) -> None:
    """Under the rows written so far, which go on below it."""
    chart.set_title({"name": title, "name_font": {"size": 12, "color": SOFT}, "overlay": False})
    chart.set_legend({"position": "bottom", "font": _SMALL})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_size({"width": 900, "height": height})
    sheet.page.insert_chart(sheet.next + 1, 0, chart, {"object_position": 1, "description": title})
    sheet.next += height // _POINTS_A_ROW + 2
