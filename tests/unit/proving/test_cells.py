"""Every border is a cell, and so is what lies between two of them."""

from __future__ import annotations

import datetime as dt

import pytest

from cbassess.model.instrument import Item
from cbassess.proving.cells import _cells


def number(least: float, most: float, *, whole: bool = False) -> Item:
    return Item(id="a.b", kind="number", stem="s", why="w", how="h", unit="u", min=least, max=most, whole=whole)


@pytest.mark.parametrize(
    ("item", "borders", "cells"),
    [
        (number(0, 10), set(), (0.0, 5.0, 10.0)),
        (number(0, 10), {4.0}, (0.0, 2.0, 4.0, 7.0, 10.0)),
        (number(0, 10), {0.0, 10.0, -3.0, 99.0}, (0.0, 5.0, 10.0)),
        (number(0, 2), {1.0}, (0.0, 0.5, 1.0, 1.5, 2.0)),
        (number(0, 2, whole=True), {1.0}, (0.0, 1.0, 2.0)),
        (number(0, 4, whole=True), {1.5, 2.5}, (0.0, 1.0, 2.0, 3.0, 4.0)),
        (number(3, 3), set(), (3.0,)),
    ],
)
def test_cells_of_a_number(item: Item, borders: set[float], cells: tuple[float, ...]) -> None:
    assert tuple(_cells(item, borders)) == cells


def test_cells_of_a_date_are_days() -> None:
    item = Item(id="a.b", kind="date", stem="s", why="w", how="h")
    border = dt.date(2026, 11, 22)
    cells = tuple(_cells(item, {float(border.toordinal()), border.toordinal() + 2.0}))
    assert cells[0] == dt.date(1900, 1, 1)
    assert cells[-1] == dt.date(2200, 12, 31)
    assert cells[2:5] == (border, dt.date(2026, 11, 23), dt.date(2026, 11, 24))
