"""Every response comes back as it was; anything else is refused, going in and coming out."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cbassess.errors import StoreError
from cbassess.model.responses import Missing, Response
from cbassess.store.coding import TAKEN_BACK, decode_response, encode_response

# st.text() leaves out half characters; a pasted one must come back too.
ANY_TEXT = st.text(st.characters(), max_size=80) | st.sampled_from(
    ["\ud800", "\x00", "null", '{"missing": "declined"}']
)
RESPONSES = st.one_of(
    ANY_TEXT,
    st.floats(allow_nan=False, allow_infinity=False),
    st.lists(ANY_TEXT, max_size=6).map(tuple),
    st.dates(),
    st.sampled_from(Missing),
)


@settings(deadline=None)
@given(RESPONSES)
def test_a_response_comes_back_with_value_and_type(response: Response) -> None:
    back = decode_response(encode_response(response))
    assert back == response
    assert type(back) is type(response)


@settings(deadline=None)
@given(RESPONSES)
def test_the_text_is_ascii(response: Response) -> None:
    assert encode_response(response).isascii()


def test_taken_back_comes_back_as_none() -> None:
    assert encode_response(None) == TAKEN_BACK
    assert decode_response(TAKEN_BACK) is None


def test_the_text_of_a_reason_is_not_taken_for_the_reason() -> None:
    assert type(decode_response(encode_response("dont_know"))) is str
    assert decode_response(encode_response(Missing.DONT_KNOW)) is Missing.DONT_KNOW


def test_a_whole_number_becomes_the_equal_float() -> None:
    assert decode_response(encode_response(12)) == 12.0


@pytest.mark.parametrize(
    "odd",
    [
        math.nan,
        math.inf,
        10**400,
        True,
        b"bytes",
        ["a", "list"],
        ("text", 1),
        dt.datetime(2026, 11, 22, tzinfo=dt.UTC),
        {"text": "x"},
    ],
)
def test_what_is_no_response_is_refused(odd: Any) -> None:
    with pytest.raises(StoreError, match="not a response"):
        encode_response(odd)


@settings(deadline=None)
@given(st.text(max_size=200) | st.recursive(st.none() | st.text(), st.lists).map(repr))
@example("[" * 10_000)
@example('{"number": NaN}')
@example('{"number": 1}')
@example('{"number": 1e999}')
@example('{"date": "2026-02-30"}')
@example('{"missing": "lost"}')
@example('{"options": [1]}')
@example('{"text": "a", "date": "2026-01-01"}')
def test_a_strange_text_is_refused_in_one_way(text: str) -> None:
    if text == TAKEN_BACK:
        return
    with pytest.raises(StoreError, match="cannot read"):
        decode_response(text)
