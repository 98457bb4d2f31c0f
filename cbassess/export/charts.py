"""Small pictures of figures as SVG, one per row, to stand in a table beside the figures themselves.

Shapes carry a class (`track`, `possible`, `reached`, ...) and no colour: the page gives it by its style, and
`coloured` for programs that read no style. Nothing that anybody typed stands in a picture but its title.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Mapping
from types import MappingProxyType
from xml.etree import ElementTree as ET

from cbassess.model.evaluation import Interval
from cbassess.model.quarters import quarter_ends, quarter_of
from cbassess.plain_text import one_line

SVG = "http://www.w3.org/2000/svg"

COLOURS: Mapping[str, str] = MappingProxyType(
    {
        "track": "#e3e8ec",
        "possible": "#9fd3cb",
        "reached": "#0f766e",
        "line": "#0f766e",
        "band": "#cfe9e5",
        "before": "#8a98a5",
        "grid": "#cbd3da",
        "label": "#55636f",
    }
)
"""Class -> colour on white paper. `docs/exports.md` says how they were chosen."""

BAR_WIDTH, BAR_HEIGHT = 200, 14
LINE_WIDTH, LINE_HEIGHT = 220, 40
SPAN_WIDTH, SPAN_HEIGHT = 230, 12
_QUARTER_DAYS = 92


def bar(figure: Interval, title: str) -> ET.Element:
    """From 0 to 100: reached, possible while answers are missing, and what is left."""
    low, high = (_along(end, BAR_WIDTH) for end in (figure.low, figure.high))
    svg = _picture(BAR_WIDTH, BAR_HEIGHT, title)
    _rect(svg, "track", (0, 2), (BAR_WIDTH, 10))
    if high > low:
        _rect(svg, "possible", (low, 2), (high - low, 10))
    if low > 0:
        _rect(svg, "reached", (0, 2), (low, 10))
    for mark in (25, 50, 75):
        _line(svg, "grid", (_along(mark, BAR_WIDTH), 0), (_along(mark, BAR_WIDTH), BAR_HEIGHT))
    return svg


def move(before: Interval | None, after: Interval | None, title: str) -> ET.Element:
    """From an open ring, where it was, to a dot, where it is; a side that is not known is not drawn."""
    svg = _picture(BAR_WIDTH, BAR_HEIGHT, title)
    middle = BAR_HEIGHT / 2
    _line(svg, "grid", (0, middle), (BAR_WIDTH, middle))
    for mark in (0, 25, 50, 75, 100):
        _line(svg, "grid", (_along(mark, BAR_WIDTH), 3), (_along(mark, BAR_WIDTH), BAR_HEIGHT - 3))
    for figure, name in ((before, "before"), (after, "possible")):
        if figure is not None and not figure.exact:
            left = _along(figure.low, BAR_WIDTH)
            _rect(svg, name, (left, middle - 1.5), (_along(figure.high, BAR_WIDTH) - left, 3))
    if before is not None and after is not None:
        _line(svg, "line", (_along(before.value, BAR_WIDTH), middle), (_along(after.value, BAR_WIDTH), middle))
    if before is not None:
        _dot(svg, "before", _along(before.value, BAR_WIDTH), middle, 4.5)
    if after is not None:
        _dot(svg, "reached", _along(after.value, BAR_WIDTH), middle, 5.5)
    return svg


def course(figures: tuple[Interval | None, ...], title: str) -> ET.Element:
    """Readiness along the quarters, from 0 below to 100 above; a range as a band behind the line."""
    svg = _picture(LINE_WIDTH, LINE_HEIGHT, title)
    pad, height = 5.0, LINE_HEIGHT - 10.0
    step = (LINE_WIDTH - 2 * pad) / max(1, len(figures) - 1)
    for mark in (0, 50, 100):
        _line(svg, "grid", (0, pad + height * (1 - mark / 100)), (LINE_WIDTH, pad + height * (1 - mark / 100)))
    known = [(pad + at * step, figure) for at, figure in enumerate(figures) if figure is not None]
    below = [(x, pad + height * (1 - figure.low / 100)) for x, figure in known]
    above = [(x, pad + height * (1 - figure.high / 100)) for x, figure in known]
    middle = [(x, pad + height * (1 - figure.value / 100)) for x, figure in known]
    if below != above:
        _shape(svg, "polygon", "band", above + below[::-1])
    if len(middle) > 1:
        _shape(svg, "polyline", "line", middle)
    for x, y in middle:
        _dot(svg, "reached", x, y, 3)
    return svg


def span(start: dt.date, due: dt.date, first: dt.date, last: dt.date, title: str) -> ET.Element:
    """A step between the first and the last day of the plan, over the ends of the quarters."""
    svg = _picture(SPAN_WIDTH, SPAN_HEIGHT, title)
    days = max(1, (last - first).days)
    _rect(svg, "track", (0, 5), (SPAN_WIDTH, 2))
    for end in _ends(first, last):
        at = (end - first).days / days * SPAN_WIDTH
        _line(svg, "grid", (at, 0), (at, SPAN_HEIGHT))
    left = (start - first).days / days * SPAN_WIDTH
    _rect(svg, "reached", (left, 2), (max(3.0, (due - start).days / days * SPAN_WIDTH), 8))
    return svg


def scale(first: dt.date, last: dt.date, title: str) -> ET.Element:
    """The quarters above the steps."""
    svg = _picture(SPAN_WIDTH, SPAN_HEIGHT, title)
    days = max(1, (last - first).days)
    edges = [first, *_ends(first, last), last]
    for left, right in itertools.pairwise(edges):
        at, width = ((left - first).days / days, (right - left).days / days)
        if width * SPAN_WIDTH >= 46:
            label = ET.SubElement(svg, "text", _numbers(x=at * SPAN_WIDTH + 3, y=9.5))
            label.set("class", "label")
            label.set("font-size", "10")
            label.text = quarter_of(left + (right - left) / 2)
    return svg


def coloured(picture: ET.Element) -> str:
    """The picture as the text of a file of its own, with the colours of white paper."""
    picture.set("xmlns", SVG)
    for shape in picture.iter():
        name = shape.get("class", "")
        if name in COLOURS:
            shape.set("stroke" if shape.tag in ("line", "polyline") else "fill", COLOURS[name])
            if shape.tag == "circle" and name == "before":
                shape.attrib |= {"fill": "#ffffff", "stroke": COLOURS[name], "stroke-width": "1.6"}
    return ET.tostring(picture, encoding="unicode")


def _ends(first: dt.date, last: dt.date) -> list[dt.date]:
    """The ends of quarters between two days."""
    count = (last - first).days // _QUARTER_DAYS + 2
    return [end for end in quarter_ends(first, count) if first < end < last]


def _along(value: float, width: float) -> float:
    return min(max(value, 0.0), 100.0) / 100 * width


def _picture(width: int, height: int, title: str) -> ET.Element:
    svg = ET.Element("svg", _numbers(width=width, height=height))
    svg.attrib |= {"viewBox": f"0 0 {width} {height}", "role": "img", "class": "picture"}
    ET.SubElement(svg, "title").text = one_line(title)
    return svg


def _rect(svg: ET.Element, name: str, corner: tuple[float, float], size: tuple[float, float]) -> None:
    (x, y), (width, height) = corner, size
    ET.SubElement(svg, "rect", _numbers(x=x, y=y, width=width, height=height, rx=1.5)).set("class", name)


def _dot(svg: ET.Element, name: str, x: float, y: float, r: float) -> None:
    ET.SubElement(svg, "circle", _numbers(cx=x, cy=y, r=r)).set("class", name)


def _line(svg: ET.Element, name: str, start: tuple[float, float], end: tuple[float, float]) -> None:
    shape = ET.SubElement(svg, "line", _numbers(x1=start[0], y1=start[1], x2=end[0], y2=end[1]))
    shape.attrib |= {"class": name, "stroke-width": "2" if name == "line" else "0.6"}


def _shape(svg: ET.Element, tag: str, name: str, corners: list[tuple[float, float]]) -> None:
    shape = ET.SubElement(svg, tag, {"points": " ".join(f"{x:.4g},{y:.4g}" for x, y in corners), "class": name})
    if tag == "polyline":
        shape.attrib |= {"fill": "none", "stroke-width": "2"}


def _numbers(**values: float) -> dict[str, str]:
    """Attributes with figures, short and the same on every machine."""
    return {key: f"{value:.4g}" for key, value in values.items()}
