from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from cbassess.model.evaluation import Interval
from cbassess.model.instrument import Item
from cbassess.model.rulebook import Cost
from cbassess.tui.texts.figures import bar, interval_text, money, number, signed, span
from cbassess.tui.texts.items import expectation
from cbassess.tui.texts.layout import Cell, columns, labelled, listed, shortened, text

ANYTHING = st.text(alphabet=st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=80)


def widths(content: Content) -> list[int]:
    return [line.cell_length for line in content.split("\n", allow_blank=True)]


@given(st.floats(-10, 110), st.floats(-10, 110), st.integers(5, 60))
def test_a_bar_has_its_width_and_grows_with_the_figure(low: float, high: float, width: int) -> None:
    low, high = sorted((low, high))
    shown = bar(low, high, width).plain
    assert len(shown) == width
    assert shown == "#" * shown.count("#") + "-" * shown.count("-") + "." * shown.count(".")
    assert shown.count("#") <= bar(high, high, width).plain.count("#")


@given(ANYTHING, ANYTHING, st.integers(4, 40), st.integers(4, 40))
def test_columns_are_never_wider_than_they_may_be(left: str, right: str, one: int, other: int) -> None:
    row = columns(Cell(text(left), one), Cell(text(right), other, "right"))
    assert max(widths(row)) <= one + 2 + other


@given(ANYTHING, st.integers(12, 100))
def test_hanging_indents_stay_within_their_width(words: str, width: int) -> None:
    assert max(widths(listed("1.", text(words), width))) <= width
    assert max(widths(labelled("Why we ask", text(words), max(width, 40)))) <= max(width, 40)


@given(ANYTHING, st.integers(4, 60))
def test_a_title_is_cut_to_its_room(words: str, room: int) -> None:
    assert shortened(text(words), room).cell_length <= room


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [(35, 60, "35-60"), (40, 40, "40"), (39.6, 40.4, "40"), (0, 100, "0-100"), (0.5, 0.5, "1")],
)
def test_an_interval_is_a_range_and_a_figure_a_figure(low: float, high: float, shown: str) -> None:
    assert interval_text(Interval.between(low, high)) == shown


@pytest.mark.parametrize(
    ("points", "shown"), [(4.24, "+4.2"), (-1.0, "-1"), (0.04, "0"), (-0.04, "0"), (0.0, "0"), (12.0, "+12")]
)
def test_points_carry_their_sign(points: float, shown: str) -> None:
    assert signed(points) == shown


@pytest.mark.parametrize(
    ("figure", "shown"), [(1500, "1,500"), (2.5, "2.5"), (-0.01, "0"), (100_000_000, "100,000,000"), (2.96, "3")]
)
def test_numbers_are_written_without_needless_decimals(figure: float, shown: str) -> None:
    assert number(figure) == shown


def test_ranges_and_money() -> None:
    assert span(8, 16) == "8-16"
    assert span(8, 8) == "8"
    assert money(Cost(min=300, max=1500, currency="CNY")) == "300-1,500 CNY"
    assert money(Cost(min=0, max=0, currency="CNY")) == "nothing to pay"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"min": 0.0, "max": 200.0, "unit": "hours"}, "A number from 0 to 200. Unit: hours."),
        ({"min": 0.0, "max": 1e6, "whole": True}, "A whole number from 0 to 1,000,000."),
        ({"min": 0.5, "max": 1.5}, "A number from 0.5 to 1.5."),
    ],
)
def test_the_expectation_of_a_number_names_its_bounds(changes: dict[str, object], told: str) -> None:
    item = Item.model_validate({"id": "a.b", "kind": "number", "stem": "?", "why": "?", "how": "?", **changes})
    assert expectation(item) == told
