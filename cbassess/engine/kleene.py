"""What each node of a condition means: the slow and obvious evaluator.

Everything quicker is tested against this one. Truth is True, False or None (unknown), after Kleene:
`and` is false as soon as one part is false, `or` is true as soon as one part is true, and otherwise an
unknown part makes the whole unknown.
"""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Callable, Mapping

from msgspec import Struct

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
from cbassess.model.responses import Missing, Response, Value

Truth = bool | None

COMPARE: Mapping[str, Callable[[float, float], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


class World(Struct, frozen=True):
    """What a condition looks at: responses after routing, option order, facts, and the day."""

    responses: Mapping[str, Response]
    options: Mapping[str, tuple[str, ...]]
    facts: Mapping[str, Expression]
    as_of: dt.date

    def value(self, item: str) -> Value | None:
        """The answer, or None where it is missing for whatever reason."""
        response = self.responses.get(item, Missing.NOT_REACHED)
        return None if isinstance(response, Missing) else response


def truth(expression: Expression, world: World) -> Truth:
    """Whether the expression holds in this world."""
    match expression:
        case And(parts):
            return _all([truth(part, world) for part in parts])
        case Or(parts):
            return negate(_all([negate(truth(part, world)) for part in parts]))
        case Not(part):
            return negate(truth(part, world))
        case FactRef(fact):
            return truth(world.facts[fact], world)
        case Answered(item):
            return _answered(world.responses.get(item, Missing.NOT_REACHED))
        case CompareOption(item, sign, option):
            order = world.options[item]
            value = world.value(item)
            return None if value is None else COMPARE[sign](order.index(str(value)), order.index(option))
        case OneOf(item, options):
            value = world.value(item)
            return None if value is None else value in options
        case HasAny(item, options):
            chosen = world.value(item)
            return None if chosen is None else any(option in options for option in _as_tuple(chosen))
        case CompareNumber(item, measure, sign, number):
            amount = _measure(world, item, measure)
            return None if amount is None else COMPARE[sign](amount, number)


def negate(value: Truth) -> Truth:
    """Kleene's not."""
    return None if value is None else not value


def _all(values: list[Truth]) -> Truth:
    if False in values:
        return False
    return None if None in values else True


def _answered(response: Response) -> Truth:
    if response is Missing.NOT_REACHED:
        return None
    return not isinstance(response, Missing)


def _as_tuple(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


def _measure(world: World, item: str, measure: str) -> float | None:
    value = world.value(item)
    if value is None:
        return None
    if measure == "count":
        return len(_as_tuple(value))
    if measure == "days_until":
        return (value - world.as_of).days if isinstance(value, dt.date) else None
    return float(value) if isinstance(value, int | float) else None
