"""The typed tree of a condition.

Each node says what it means in plain words; `engine.kleene` is that meaning as code, and everything
else (the compiled form, the sentence, a translation to another language) is tested against it.
Missing answers make a comparison unknown, and `And`, `Or`, `Not` are Kleene's.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Operator = Literal["==", "!=", "<", "<=", ">", ">="]


class CompareOption(Struct, frozen=True):
    """The answer to a scale or choice stands so to an option; `<` and the like by the order of a scale."""

    item: str
    operator: Operator
    option: str


class CompareNumber(Struct, frozen=True):
    """A quantity stands so to a number. The quantity of `item`: see `measure`.

    measure: "value" of a number item, "count" of chosen options of a multi, "days_until" a date item.
    """

    item: str
    measure: Literal["value", "count", "days_until"]
    operator: Operator
    number: float


class OneOf(Struct, frozen=True):
    """The answer to a scale or choice is one of the options."""

    item: str
    options: tuple[str, ...]


class HasAny(Struct, frozen=True):
    """At least one of the options is chosen in a multi."""

    item: str
    options: tuple[str, ...]


class Answered(Struct, frozen=True):
    """The item has an answer. Unknown while it may still be asked; false once declined or off the route."""

    item: str


class FactRef(Struct, frozen=True):
    """A fact of the rulebook holds."""

    fact: str


class Not(Struct, frozen=True):
    """The part does not hold."""

    part: Expression


class And(Struct, frozen=True):
    """All parts hold."""

    parts: tuple[Expression, ...]


class Or(Struct, frozen=True):
    """At least one part holds."""

    parts: tuple[Expression, ...]


Atom = CompareOption | CompareNumber | OneOf | HasAny | Answered
Expression = Atom | FactRef | Not | And | Or
