from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbassess.cells import breaks, cells, hanging, padded, wrapped

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cc", "Cf", "Cs", "Mn", "Me"]), max_size=200)


@given(text=ANY_TEXT, width=st.integers(min_value=4, max_value=80))
def test_no_line_is_wider_than_the_page(text: str, width: int) -> None:
    assert all(cells(line) <= width for line in wrapped(text, width))


@given(text=ANY_TEXT, width=st.integers(min_value=4, max_value=80))
def test_wrapping_loses_no_letter(text: str, width: int) -> None:
    kept = "".join("".join(wrapped(text, width)).split())
    assert kept == "".join(text.split())


@pytest.mark.parametrize("closing", list("，。、；：？！）》」』"))
def test_no_line_begins_with_a_closing_mark(closing: str) -> None:
    lines = wrapped(f"商标商标{closing}商标", 8)
    assert lines == ["商标商", f"标{closing}商标"]


def test_no_line_ends_with_an_opening_mark() -> None:
    assert wrapped("商标商（见收据）", 8) == ["商标商", "（见收", "据）"]


def test_marks_stay_with_latin_words_too() -> None:
    assert wrapped("商标用 9610，其余", 10) == ["商标用", "9610，其余"]
    assert wrapped("商标调查（FTO）", 10) == ["商标调查", "（FTO）"]


@given(text=ANY_TEXT, width=st.integers(min_value=4, max_value=80))
def test_breaks_are_places_in_the_text_in_order(text: str, width: int) -> None:
    found = [0, *breaks(text, width), len(text)]
    assert found == sorted(found)
    assert all(cells(text[one:other].rstrip()) <= width for one, other in pairwise(found))


def test_a_word_longer_than_the_page_is_cut() -> None:
    assert wrapped("a" * 10, 4) == ["aaaa", "aaaa", "aa"]
    assert wrapped("", 4) == [""]


def test_columns_align_for_wide_characters() -> None:
    assert cells(padded("商标", 10)) == cells(padded("mark", 10)) == 10
    assert padded("55", 5, right=True) == "   55"


def test_further_lines_hang_below_the_first() -> None:
    assert hanging("  - ", "one two three", 11) == ["  - one two", "    three"]
