"""Waves, as the list of the first screen shows them, and the welcome where there is none."""

from __future__ import annotations

from textual.content import Content

from cbassess.model.history import Wave
from cbassess.tui import words
from cbassess.tui.texts.figures import bar
from cbassess.tui.texts.layout import ACCENT, BLANK, MUTED, STRONG, Cell, columns, paragraphs, text

Progress = tuple[int, int]
"""Answered, and asked."""

LABEL, COUNT, DAY = 10, 22, 10


def welcome() -> Content:
    """What the first screen says while there is no wave."""
    return paragraphs(
        text(words.HOME_WELCOME, STRONG), text(words.HOME_FIRST), text(words.HOME_FIRST_KEY, f"bold {ACCENT}")
    )


def wave_row(wave: Wave, progress: Progress | None, width: int) -> Content:
    """Label, how far it is as figures and bar, and the day of which it tells."""
    told = words.answered(wave.answered) if progress is None else words.answered_of(*progress)
    cells = [Cell(text(wave.label), LABEL), Cell(text(told), COUNT)]
    room = min(20, width - LABEL - COUNT - DAY - 3 * 2)
    if room >= 10:
        answered, asked = progress or (0, 0)
        share = 100 * answered / asked if asked else 0
        cells.append(Cell(bar(share, share, room) if progress else BLANK, room))
    return columns(*cells, Cell(text(wave.as_of.isoformat(), MUTED), DAY, "right"))
