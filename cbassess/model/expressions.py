"""The typed tree of a condition.

Each node says what it means in plain words; `engine.kleene` is that meaning as code, and everything
else (the compiled form, the sentence, a translation to another language) is tested against it.
Missing answers make a comparison unknown, and `And`, `Or`, `Not` are Kleene's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Operator = Literal["==", "!=", "<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True)
class CompareOption:
    """The answer to a scale or choice stands so to an option; `<` and the like by the order of a scale."""

    item: str
    operator: Operator
    option: str


@dataclass(frozen=True, slots=True)
class CompareNumber:
    """A quantity stands so to a number. The quantity of `item`: see `measure`.

    measure: "value" of a number item, "count" of chosen options of a multi, "days_until" a date item.
    """

    item: str
    measure: Literal["value", "count", "days_until"]
    operator: Operator
    number: float


@dataclass(frozen=True, slots=True)
class OneOf:
    """The answer to a scale or choice is one of the options."""

    item: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HasAny:
    """At least one of the options is chosen in a multi."""

    item: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """The item has an answer. Unknown while it may still be asked; false once declined or off the route."""

    item: str


@dataclass(frozen=True, slots=True)
class FactRef:
    """A fact of the rulebook holds."""

    fact: str


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Expression


@dataclass(frozen=True, slots=True)
class And:
    """All parts hold."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one part holds."""

    parts: tuple[Expression, ...]


Atom = CompareOption | CompareNumber | OneOf | HasAny | Answered
Expression = Atom | FactRef | Not | And | Or
