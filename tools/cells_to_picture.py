"""Draws the screen of a terminal cell by cell, so that Chinese is exactly two cells wide.

Needs Pillow (extra `pictures`) and two typefaces of the system: DejaVu Sans Mono, and Noto Sans Mono CJK SC.
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

CELL = (12, 26)
"""Width and height of a cell in dots."""
SIZES = {"DejaVu Sans Mono": 20, "Noto Sans Mono CJK SC": 22}
"""Of the letters, in dots, so that one fills a cell and the other two."""
MARGIN = 16
PAPER, INK = (18, 20, 24), (224, 224, 224)

Colour = tuple[int, int, int]


def picture_of(strips: Sequence[Strip]) -> Image.Image:
    """The lines of a screen as a picture."""
    columns = max(strip.cell_length for strip in strips)
    picture = Image.new("RGB", (columns * CELL[0] + 2 * MARGIN, len(strips) * CELL[1] + 2 * MARGIN), PAPER)
    canvas = ImageDraw.Draw(picture)
    for row, strip in enumerate(strips):
        column = 0
        for segment in strip:
            _draw(canvas, segment, column, row)
            column += cell_len(segment.text)
    return picture


def _draw(canvas: ImageDraw.ImageDraw, segment: Segment, column: int, row: int) -> None:
    style = segment.style or Style()
    ink, paper = _colours(style)
    for letter in segment.text:
        left, top, wide = MARGIN + column * CELL[0], MARGIN + row * CELL[1], cell_len(letter)
        canvas.rectangle((left, top, left + wide * CELL[0] - 1, top + CELL[1] - 1), fill=paper)
        family = "Noto Sans Mono CJK SC" if wide == 2 else "DejaVu Sans Mono"
        middle = (left + wide * CELL[0] / 2, top + CELL[1] * 0.76)
        canvas.text(middle, letter, fill=ink, font=_typeface(family, bool(style.bold)), anchor="ms")
        column += wide


def _colours(style: Style) -> tuple[Colour, Colour]:
    """Of the letters and of what is behind them."""
    ink = tuple(style.color.get_truecolor()) if style.color else INK
    paper = tuple(style.bgcolor.get_truecolor()) if style.bgcolor else PAPER
    if style.reverse:
        ink, paper = paper, ink
    if style.dim:
        ink = tuple((one + other) // 2 for one, other in zip(ink, paper, strict=True))
    return ink, paper  # type: ignore[return-value] # three figures each


@lru_cache
def _typeface(family: str, bold: bool) -> ImageFont.FreeTypeFont:
    pattern = f"{family}:style={'Bold' if bold else 'Regular,Book'}"
    asked = ("fc-match", "-f", "%{file}|%{index}", pattern)
    file, index = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split("|")
    return ImageFont.truetype(file, SIZES[family], index=int(index))
