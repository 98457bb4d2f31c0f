"""Sellers and their waves, as the list of the first screen shows them, and the welcome where there is none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from cbassess.model.work import StepProgress
from cbassess.tui import words
from cbassess.tui.roster import Row, SellerWaves
from cbassess.tui.texts.layout import (
    ACCENT,
    BLANK,
    MUTED,
    STRONG,
    WARNING,
    Cell,
    columns,
    joined,
    lines,
    paragraphs,
    shortened,
    text,
)
from cbassess.workflow import quarter_of

if TYPE_CHECKING:
    from cbassess.workflow import Standing

QUARTER, COUNT, DAY = 9, 9, 10
TO_DO, SHORT_TO_DO = 20, 12
WITH_DAY, ROOMY = 88, 66
"""Cells from which the day is shown, and from which all that there is to do."""

LABEL = 8
AHEAD = 3


def welcome() -> Content:
    """What the first screen says while there is no wave."""
    return paragraphs(
        text(words.HOME_WELCOME, STRONG), text(words.HOME_FIRST), text(words.HOME_FIRST_KEY, f"bold {ACCENT}")
    )


def head(width: int) -> Content:
    """What stands in the columns."""
    titles = (words.COLUMN_SELLER, words.COLUMN_QUARTER, words.COLUMN_ANSWERED, words.COLUMN_TO_DO, words.COLUMN_DAY)
    return _in_columns([text(title, MUTED) for title in titles], width)


def wave_row(row: Row, standing: Standing | None, today: dt.date, width: int) -> Content:
    """Seller, quarter, how far the answers are, what there is to do, and the day of which they tell."""
    wave = row.wave
    answered = str(wave.answered) if standing is None else words.count_of(standing.answered, standing.asked)
    to_do = _to_do(row.of, standing, today, roomy=width >= ROOMY) if row.first else BLANK
    name = _name(row.of) if row.first else BLANK
    return _in_columns(
        [name, text(wave.label), text(answered), to_do, text(wave.as_of.isoformat(), MUTED)],
        width,
    )


def _in_columns(cells: list[Content], width: int) -> Content:
    widths = [QUARTER, COUNT, TO_DO if width >= ROOMY else SHORT_TO_DO, *([DAY] if width >= WITH_DAY else [])]
    name = max(8, width - sum(widths) - 2 * len(widths))
    return columns(
        Cell(shortened(cells[0], name), name),
        *(Cell(shortened(cell, room), room) for cell, room in zip(cells[1:], widths, strict=False)),
    )


def _name(one: SellerWaves) -> Content:
    name = text(one.seller.name, STRONG)
    return joined(text(f"({words.ARCHIVED}) ", MUTED), name) if one.seller.archived else name


def _to_do(one: SellerWaves, standing: Standing | None, today: dt.date, *, roomy: bool) -> Content:
    """What is late, and whether a new quarter has begun; where there is little room, the one or the other."""
    late = [text(words.late(len(standing.late)), WARNING)] if standing and standing.late else []
    begun = [text(words.NEW_QUARTER_BEGUN)] if quarter_begun(one, today) else []
    return Content(", ").join([*late, *begun] if roomy else [*late, *begun][:1])


def quarter_begun(one: SellerWaves, today: dt.date) -> bool:
    """Whether the seller answered last in an earlier quarter; the archive is left in peace."""
    return quarter_of(one.latest.as_of) < quarter_of(today) and not one.seller.archived


def seller_detail(one: SellerWaves, standing: Standing | None, today: dt.date, width: int) -> Content:
    """What is late and what comes next for one seller."""
    name = text(one.seller.name, STRONG)
    if standing is None:
        return name
    return lines([shortened(name, width), *_detail_lines(one, standing, today, width)])


def _detail_lines(one: SellerWaves, standing: Standing, today: dt.date, width: int) -> Iterator[Content]:
    if quarter_begun(one, today):
        yield columns(Cell(text(words.quarter_begun(quarter_of(today))), width))
    if missing := standing.asked - standing.answered:
        yield columns(Cell(text(words.still_to_answer(missing)), width))
    yield from _steps(words.LATE, standing.late, WARNING, width)
    yield from _steps(words.AHEAD, standing.ahead[:AHEAD], MUTED, width)


def _steps(label: str, steps: Iterable[StepProgress], style: str, width: int) -> Iterator[Content]:
    """A step a line: its due day and its title, with the label before the first."""
    for place, step in enumerate(steps):
        day = step.due.isoformat() if step.due else ""
        title = width - LABEL - DAY - 3
        yield columns(
            Cell(text("" if place else label, style), LABEL),
            Cell(text(day, MUTED), DAY),
            Cell(shortened(text(step.title), title), title),
            gap=1,
        )
