"""One raw answer -> a response."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbassess.model.instrument import Item, Option
from cbassess.model.responses import Missing, Response
from cbassess.packs.codes import CODES
from cbassess.packs.values import ValueProblem, parse_value

OPTIONS = (Option(id="low", text="Little"), Option(id="mid", text="Some"), Option(id="high", text="Much"))
NOTHING = Option(id="none", text="None of these", exclusive=True)
TEXTS = {"stem": "s", "why": "w", "how": "h"}

SCALE = Item(id="s.scale", kind="scale", options=OPTIONS, **TEXTS)
CHOICE = Item(id="s.choice", kind="choice", options=OPTIONS, **TEXTS)
MULTI = Item(id="s.multi", kind="multi", options=OPTIONS, **TEXTS)
MULTI_OR_NONE = Item(id="s.multi", kind="multi", options=(*OPTIONS, NOTHING), **TEXTS)
NUMBER = Item(id="s.number", kind="number", unit="u", min=-5, max=200, **TEXTS)
WHOLE = Item(id="s.whole", kind="number", unit="u", min=0, max=200, whole=True, **TEXTS)
DATE = Item(id="s.date", kind="date", **TEXTS)
TEXT = Item(id="s.text", kind="text", **TEXTS)

GOOD = [
    (SCALE, "mid", "mid"),
    (CHOICE, "high", "high"),
    (MULTI, ["high", "low"], ("low", "high")),
    (MULTI, ("mid",), ("mid",)),
    (MULTI, [], ()),
    (MULTI_OR_NONE, ["none"], ("none",)),
    (NUMBER, 12, 12.0),
    (NUMBER, -5, -5.0),
    (NUMBER, 12.5, 12.5),
    (NUMBER, " 12.5 ", 12.5),
    (WHOLE, 200.0, 200.0),
    (DATE, dt.date(2026, 11, 30), dt.date(2026, 11, 30)),
    (DATE, "2026-11-30", dt.date(2026, 11, 30)),
    (TEXT, "  two\r\nlines ", "two\nlines"),
    (TEXT, "e\u0301", "\u00e9"),
    (TEXT, "[bold]=1+1", "[bold]=1+1"),
    (SCALE, {"missing": "dont_know"}, Missing.DONT_KNOW),
    (TEXT, {"missing": "declined"}, Missing.DECLINED),
    (NUMBER, Missing.DECLINED, Missing.DECLINED),
]

BAD = [
    (SCALE, "Mid", "unknown-option", "'mid'"),
    (SCALE, "Much", "unknown-option", "'high'"),
    (SCALE, "hihg", "unknown-option", "'high'"),
    (SCALE, "zzz", "unknown-option", "low, mid, high"),
    (SCALE, True, "wrong-type", ""),
    (SCALE, 1, "wrong-type", ""),
    (SCALE, ["mid"], "wrong-type", ""),
    (MULTI, "mid", "wrong-type", '["low"]'),
    (MULTI, ["mid", 1], "wrong-type", ""),
    (MULTI, ["mid", "mid"], "duplicate-option", ""),
    (MULTI, ["low"] * 100_000, "duplicate-option", ""),
    (MULTI_OR_NONE, [], "nothing-chosen", '["none"]'),
    (MULTI_OR_NONE, ["none", "mid"], "exclusive-option", ""),
    (NUMBER, True, "wrong-type", ""),
    (NUMBER, "twelve", "wrong-type", ""),
    (NUMBER, "1e5", "wrong-type", ""),
    (NUMBER, "１２", "wrong-type", ""),
    (NUMBER, None, "wrong-type", ""),
    (NUMBER, 201, "out-of-range", "-5 to 200"),
    (NUMBER, -5.001, "out-of-range", ""),
    (NUMBER, 10**400, "not-finite", ""),
    (NUMBER, float("nan"), "not-finite", ""),
    (NUMBER, float("-inf"), "not-finite", ""),
    (WHOLE, 0.5, "not-whole", ""),
    (DATE, "2026-02-30", "bad-date", ""),
    (DATE, "30.11.2026", "bad-date", ""),
    (DATE, "２０２６-11-30", "bad-date", ""),
    (DATE, dt.datetime(2026, 11, 30, tzinfo=dt.UTC), "bad-date", ""),
    (DATE, dt.date(9999, 12, 31), "bad-date", ""),
    (DATE, dt.date(1, 1, 1), "bad-date", ""),
    (DATE, 20261130, "wrong-type", ""),
    (TEXT, "", "empty-text", ""),
    (TEXT, " \n ", "empty-text", ""),
    (TEXT, "a" * 2_001, "too-long", ""),
    (TEXT, "a\x1b[31m", "control-character", ""),
    (TEXT, "a\u202eb", "control-character", ""),
    (TEXT, "a\ud800b", "control-character", ""),
    (TEXT, 5, "wrong-type", ""),
    (SCALE, {}, "wrong-type", "dont_know"),
    (SCALE, {"missing": "dont_know", "note": "x"}, "wrong-type", ""),
    (SCALE, {"missing": "not_reached"}, "bad-missing", "dont_know"),
    (SCALE, {"missing": ["dont_know"]}, "bad-missing", ""),
    (SCALE, Missing.OFF_ROUTE, "bad-missing", ""),
]


@pytest.mark.parametrize(("item", "raw", "response"), GOOD)
def test_good_answers(item: Item, raw: object, response: object) -> None:
    parsed = parse_value(item, raw)
    assert parsed == response
    assert type(parsed) is type(response)


@pytest.mark.parametrize(("item", "raw", "code", "hint"), BAD, ids=[f"{row[0].id}-{str(row[1])[:20]!r}" for row in BAD])
def test_bad_answers(item: Item, raw: object, code: str, hint: str) -> None:
    with pytest.raises(ValueProblem) as caught:
        parse_value(item, raw)
    assert caught.value.code == code
    assert hint in caught.value.hint


def test_negative_zero_is_zero() -> None:
    assert str(parse_value(NUMBER, -0.0)) == "0.0"


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates() | st.datetimes(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from([SCALE, CHOICE, MULTI, MULTI_OR_NONE, NUMBER, WHOLE, DATE, TEXT]), ANYTHING)
def test_whatever_is_given_becomes_a_response_or_a_problem_of_the_list(item: Item, raw: object) -> None:
    outcome = response_or_problem(item, raw)
    if isinstance(outcome, ValueProblem):
        assert outcome.code in CODES
        assert outcome.message.isprintable()
        assert len(outcome.message) < 300
    else:
        assert parse_value(item, outcome) == outcome


def response_or_problem(item: Item, raw: object) -> Response | ValueProblem:
    try:
        return parse_value(item, raw)
    except ValueProblem as problem:
        return problem
