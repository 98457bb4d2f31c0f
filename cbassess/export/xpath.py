"""Conditions in the language of ODK forms, so that a phone asks what we would ask.

Our conditions know true, false and unknown; a form knows true and false. So each condition becomes two: where it surely
holds, and where it surely does not (`engine.kleene` is the meaning, and a test compares the two on random answers).
Facts and the question whether an item was asked at all are worked out once, in hidden fields of the form.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
    Operator,
    Or,
)
from cbassess.model.instrument import Item

ALWAYS, NEVER = "true()", "false()"
REASONS = ("dont_know", "declined")
REASON_SUFFIX = "_missing"

_COMPARE = {"==": "=", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}


def field(item: str) -> str:
    """Name of an item's field: `brand.mark_filed` is `brand_mark_filed`."""
    return item.replace(".", "_")


def items_behind(expression: Expression, facts: Mapping[str, Expression]) -> frozenset[str]:
    """The items that a condition looks at, through its facts as well."""
    match expression:
        case And(parts) | Or(parts):
            return frozenset().union(*(items_behind(part, facts) for part in parts))
        case Not(part):
            return items_behind(part, facts)
        case FactRef(fact):
            return items_behind(facts[fact], facts)
        case _:
            return frozenset({expression.item})


def facts_behind(expression: Expression, facts: Mapping[str, Expression]) -> tuple[str, ...]:
    """The facts that a condition stands on, those first on which others stand."""
    match expression:
        case And(parts) | Or(parts):
            return tuple(fact for part in parts for fact in facts_behind(part, facts))
        case Not(part):
            return facts_behind(part, facts)
        case FactRef(fact):
            return (*facts_behind(facts[fact], facts), fact)
        case _:
            return ()


class Translation(Struct, frozen=True):
    """Translates conditions over these items."""

    items: Mapping[str, Item]

    def holds(self, expression: Expression) -> str:
        """Where the expression surely holds."""
        match expression:
            case And(parts):
                return _joined(" and ", (self.holds(part) for part in parts))
            case Or(parts):
                return _joined(" or ", (self.holds(part) for part in parts))
            case Not(part):
                return self.fails(part)
            case FactRef(fact):
                return f"${{fact_{fact}}} = 1"
            case Answered(item):
                return self._answered(item)
            case _:
                return self._atom(expression, wanted=True)

    def fails(self, expression: Expression) -> str:
        """Where the expression surely does not hold."""
        match expression:
            case And(parts):
                return _joined(" or ", (self.fails(part) for part in parts))
            case Or(parts):
                return _joined(" and ", (self.fails(part) for part in parts))
            case Not(part):
                return self.holds(part)
            case FactRef(fact):
                return f"${{fact_{fact}}} = 0"
            case Answered(item):
                return self._unanswered(item)
            case _:
                return self._atom(expression, wanted=False)

    def rejected(self, expression: Expression, facts: Mapping[str, Expression]) -> str:
        """Where it is settled that what hangs on the expression does not apply.

        It surely does not hold, or it is unknown and nobody can settle it: all that is missing was not to be asked.
        """
        behind = sorted(items_behind(expression, facts))
        settled = (f"({self._answered(item)} or ${{asked_{field(item)}}} = 0)" for item in behind)
        return _joined(" or ", (self.fails(expression), _joined(" and ", settled)))

    def _atom(self, atom: Expression, *, wanted: bool) -> str:
        match atom:
            case CompareOption(item, sign, option):
                order = self.items[item].option_ids
                at = order.index(option)
                return _one_of(item, [one for place, one in enumerate(order) if _compared(place, sign, at) is wanted])
            case OneOf(item, options):
                return _one_of(item, [one for one in self.items[item].option_ids if (one in options) is wanted])
            case HasAny(item, options):
                chosen = _joined(" or ", (f"selected(${{{field(item)}}}, '{option}')" for option in options))
                return f"{self._answered(item)} and {chosen if wanted else f'not({chosen})'}"
            case CompareNumber(item, measure, sign, number):
                amount = f"{_measure(item, measure)} {_COMPARE[sign]} {number:.15g}"
                return f"({self._answered(item)} and {amount if wanted else f'not({amount})'})"
            case _:
                raise TypeError(f"no such condition: {type(atom).__name__}")

    def _answered(self, item: str) -> str:
        given = f"${{{field(item)}}} != ''"
        if not self.items[item].options:
            return given
        return _joined(" and ", (given, *(_not_chosen(self.items[item], reason) for reason in REASONS)))

    def _unanswered(self, item: str) -> str:
        """Declined, not known, or never asked; while it may still be answered, nothing is sure."""
        if self.items[item].options:
            said = [f"not({_not_chosen(self.items[item], reason)})" for reason in REASONS]
        else:
            said = [f"${{{field(item)}{REASON_SUFFIX}}} != ''"]
        return _joined(" or ", (*said, f"${{asked_{field(item)}}} = 0"))


def _compared(place: int, sign: Operator, at: int) -> bool:
    """Whether an option at a place stands so to the one at another."""
    match sign:
        case "==":
            return place == at
        case "!=":
            return place != at
        case "<":
            return place < at
        case "<=":
            return place <= at
        case ">":
            return place > at
        case ">=":
            return place >= at


def _not_chosen(item: Item, option: str) -> str:
    name = f"${{{field(item.id)}}}"
    return f"not(selected({name}, '{option}'))" if item.kind == "multi" else f"{name} != '{option}'"


def _one_of(item: str, options: list[str]) -> str:
    """A field that is empty, or holds a reason, is none of them."""
    return _joined(" or ", (f"${{{field(item)}}} = '{option}'" for option in options)) if options else NEVER


def _measure(item: str, measure: str) -> str:
    name = f"${{{field(item)}}}"
    match measure:
        case "count":
            return f"count-selected({name})"
        case "days_until":
            return f"int(decimal-date-time({name}) - decimal-date-time(${{as_of}}))"
        case _:
            return f"number({name})"


def _joined(word: str, parts: Iterable[str]) -> str:
    listed = list(parts)
    return listed[0] if len(listed) == 1 else f"({word.join(listed)})"
