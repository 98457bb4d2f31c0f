"""Answers in cells: all answers of a cell are the same to every rule of the pack, so one stands for all.

A scale or choice has a cell for each option, in their order. A number or date is cut at every number that a
condition, an action, an indicator or an accepted gap names: each such border is a cell, and so is what lies
between two neighbours. Texts are one cell. A multi has no cells: each option is chosen or not.
"""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Iterable, Iterator

from cbassess.engine.dependencies import atoms_of
from cbassess.model.expressions import CompareNumber
from cbassess.model.instrument import Item
from cbassess.model.pack import Pack
from cbassess.model.responses import Value

# As in answers files.
FIRST_DAY, LAST_DAY = dt.date(1900, 1, 1), dt.date(2200, 12, 31)


def cells_of(pack: Pack, as_of: dt.date) -> dict[str, tuple[Value, ...]]:
    """Item id -> one answer of each cell, in their order; empty for a multi."""
    borders = _borders(pack, as_of)
    return {item.id: tuple(_cells(item, borders.get(item.id, set()))) for item in pack.items.values()}


def _cells(item: Item, borders: set[float]) -> Iterator[Value]:
    if item.kind in ("scale", "choice"):
        yield from item.option_ids
    elif item.kind == "number":
        # A pack loads only if its numbers have both ends.
        yield from _numbers(borders, item.min or 0.0, item.max or 0.0, item.whole)
    elif item.kind == "date":
        days = _numbers(borders, FIRST_DAY.toordinal(), LAST_DAY.toordinal(), whole=True)
        yield from (dt.date.fromordinal(int(day)) for day in days)
    elif item.kind == "text":
        yield "-"


def _borders(pack: Pack, as_of: dt.date) -> dict[str, set[float]]:
    borders: dict[str, set[float]] = {}
    for item, number in [*_compared(pack, as_of), *_reached(pack), *_scored(pack)]:
        borders.setdefault(item, set()).add(number)
    return borders


def _compared(pack: Pack, as_of: dt.date) -> Iterator[tuple[str, float]]:
    for tree in pack.conditions.values():
        for atom in atoms_of(tree):
            if isinstance(atom, CompareNumber):
                yield atom.item, atom.number + (as_of.toordinal() if atom.measure == "days_until" else 0.0)


def _reached(pack: Pack) -> Iterator[tuple[str, float]]:
    named = [pair for action in pack.rulebook.actions for pair in action.achieves.items()]
    named += [(gap.item, gap.below) for gap in pack.rulebook.accepted_gaps]
    yield from ((item, float(answer)) for item, answer in named if not isinstance(answer, str))


def _scored(pack: Pack) -> Iterator[tuple[str, float]]:
    """Where an indicator is at its ends, and in the middle, where an answer stops being weak."""
    for trend in pack.rulebook.trends:
        for row in trend.indicators:
            if row.worst is not None and row.best is not None:
                yield from ((row.item, number) for number in (row.worst, (row.worst + row.best) / 2, row.best))


def _numbers(borders: Iterable[float], least: float, most: float, whole: bool) -> Iterator[float]:
    """The ends, each border in the range, and one number between each two neighbours, where there is one."""
    points = sorted({float(least), float(most), *(float(border) for border in borders if least <= border <= most)})
    for low, high in itertools.pairwise([*points, points[-1]]):
        if not whole or low.is_integer():
            yield low
        between = _between(low, high, whole)
        if between is not None:
            yield between


def _between(low: float, high: float, whole: bool) -> float | None:
    """A number strictly between two others, a whole one if possible; None where there is none."""
    first, last = math.floor(low) + 1, math.ceil(high) - 1
    if first <= last:
        return float((first + last) // 2)
    middle = (low + high) / 2
    return None if whole or not low < middle < high else middle
