"""Kleene's tables, and what each comparison makes of an answer that is missing."""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest

from cbassess.engine.kleene import Truth, World, truth
from cbassess.model.expressions import (
    And,
    Answered,
    CompareNumber,
    CompareOption,
    Expression,
    FactRef,
    HasAny,
    Not,
    OneOf,
    Or,
)
from cbassess.model.responses import Missing, Response

DAY = dt.date(2026, 11, 22)
ATOMS: dict[Truth, Expression] = {
    True: CompareOption("s.yes", "==", "a"),
    False: CompareOption("s.yes", "==", "b"),
    None: CompareOption("s.missing", "==", "a"),
}
AND = {(True, True): True, (True, None): None, (None, True): None, (None, None): None}
OR = {(False, False): False, (False, None): None, (None, False): None, (None, None): None}


def _world(**responses: Response) -> World:
    named = {f"s.{name}": response for name, response in responses.items()}
    options = dict.fromkeys((*named, "s.missing", "s.yes"), ("a", "b", "c"))
    return World({"s.yes": "a", **named}, options, {"holds": ATOMS[True], "open": ATOMS[None]}, DAY)


@pytest.mark.parametrize(("left", "right"), list(product((True, False, None), repeat=2)))
def test_and_or(left: Truth, right: Truth) -> None:
    parts = (ATOMS[left], ATOMS[right])
    assert truth(And(parts), _world()) is AND.get((left, right), False)
    assert truth(Or(parts), _world()) is OR.get((left, right), True)


@pytest.mark.parametrize(("value", "expected"), [(True, False), (False, True), (None, None)])
def test_not(value: Truth, expected: Truth) -> None:
    assert truth(Not(ATOMS[value]), _world()) is expected


def test_a_fact_is_what_its_condition_is() -> None:
    assert truth(FactRef("holds"), _world()) is True
    assert truth(FactRef("open"), _world()) is None


@pytest.mark.parametrize(
    ("expression", "answer", "expected"),
    [
        (CompareOption("s.x", "<=", "b"), "a", True),
        (CompareOption("s.x", "<", "b"), "b", False),
        (CompareOption("s.x", ">", "b"), "c", True),
        (CompareOption("s.x", "!=", "b"), "c", True),
        (OneOf("s.x", ("a", "c")), "c", True),
        (OneOf("s.x", ("a", "c")), "b", False),
        (HasAny("s.x", ("a", "c")), ("b", "c"), True),
        (HasAny("s.x", ("a",)), ("b", "c"), False),
        (CompareNumber("s.x", "count", ">=", 2), ("b", "c"), True),
        (CompareNumber("s.x", "value", "<", 5), 5.0, False),
        (CompareNumber("s.x", "days_until", "<=", 10), dt.date(2026, 12, 2), True),
        (CompareNumber("s.x", "days_until", "<", 0), dt.date(2026, 11, 21), True),
        (Answered("s.x"), "a", True),
    ],
)
def test_comparisons(expression: Expression, answer: Response, expected: bool) -> None:
    assert truth(expression, _world(x=answer)) is expected
    if not isinstance(expression, Answered):
        for missing in Missing:
            assert truth(expression, _world(x=missing)) is None


@pytest.mark.parametrize(
    ("response", "expected"),
    [(Missing.NOT_REACHED, None), (Missing.DONT_KNOW, False), (Missing.DECLINED, False), (Missing.OFF_ROUTE, False)],
)
def test_answered_is_unknown_only_while_an_answer_may_still_come(response: Response, expected: Truth) -> None:
    assert truth(Answered("s.x"), _world(x=response)) is expected
