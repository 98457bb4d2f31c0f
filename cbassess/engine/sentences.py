"""A condition as a sentence, in the words of the pack.

Negation is carried down to the comparisons, so that no reader has to undo a "not" around a bracket. A fact stands
for itself by its phrase.
"""

from __future__ import annotations

from collections.abc import Mapping

from cbassess.model.expressions import (
    And,
    Answered,
    Atom,
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
from cbassess.model.pack import Pack
from cbassess.words import Words, phrase, words_in

OPPOSITE: Mapping[Operator, Operator] = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}

_OPTION: Mapping[Operator, str] = {
    "==": phrase("“{question}” is answered “{answer}”"),
    "!=": phrase("“{question}” is not answered “{answer}”"),
    "<": phrase("“{question}” is answered lower than “{answer}”"),
    "<=": phrase("“{question}” is answered “{answer}” or lower"),
    ">": phrase("“{question}” is answered higher than “{answer}”"),
    ">=": phrase("“{question}” is answered “{answer}” or higher"),
}
_NUMBER: Mapping[Operator, str] = {
    "==": phrase("“{question}” is exactly {amount}"),
    "!=": phrase("“{question}” is not {amount}"),
    "<": phrase("“{question}” is less than {amount}"),
    "<=": phrase("“{question}” is at most {amount}"),
    ">": phrase("“{question}” is more than {amount}"),
    ">=": phrase("“{question}” is at least {amount}"),
}
_COUNT: Mapping[Operator, str] = {
    "==": phrase("exactly {amount} are chosen in “{question}”"),
    "!=": phrase("not exactly {amount} are chosen in “{question}”"),
    "<": phrase("fewer than {amount} are chosen in “{question}”"),
    "<=": phrase("at most {amount} are chosen in “{question}”"),
    ">": phrase("more than {amount} are chosen in “{question}”"),
    ">=": phrase("at least {amount} are chosen in “{question}”"),
}
_DAYS: Mapping[Operator, str] = {
    "==": phrase("the day in “{question}” is {amount} days ahead"),
    "!=": phrase("the day in “{question}” is not {amount} days ahead"),
    "<": phrase("the day in “{question}” is less than {amount} days ahead"),
    "<=": phrase("the day in “{question}” is at most {amount} days ahead"),
    ">": phrase("the day in “{question}” is more than {amount} days ahead"),
    ">=": phrase("the day in “{question}” is at least {amount} days ahead"),
}
_NOT_SO = phrase("it is not so that {fact}")
_ONE_OF = (phrase("“{question}” is answered {answers}"), phrase("“{question}” is not answered {answers}"))
_HAS = (phrase("“{question}” includes {answers}"), phrase("“{question}” does not include {answers}"))
_GIVEN = (phrase("“{question}” has an answer"), phrase("“{question}” has no answer"))


class Sentences:
    """Puts the conditions of one pack into words."""

    def __init__(self, pack: Pack) -> None:
        self._items, self._words = pack.items, words_in(pack.language)
        self._phrases = {fact.id: fact.phrase for fact in pack.rulebook.facts}

    def of(self, expression: Expression, *, holds: bool = True, inside: bool = False) -> str:
        """The sentence that the expression holds, or that it does not; in brackets where it stands `inside` another."""
        match expression:
            case And(parts) | Or(parts):
                return self._joined(parts, isinstance(expression, And) == holds, holds, inside)
            case Not(part):
                return self.of(part, holds=not holds, inside=inside)
            case FactRef(fact):
                return self._fact(self._phrases[fact], holds, inside)
            case atom:
                return self._atom(atom, self._items[atom.item], holds)

    def _fact(self, said: str, holds: bool, inside: bool) -> str:
        if holds:
            return said
        text = self._words(_NOT_SO).format(fact=said)
        return self._words("({text})").format(text=text) if inside else text

    def _joined(self, parts: tuple[Expression, ...], all_of: bool, holds: bool, inside: bool) -> str:
        words = self._words
        joint = words(", and ") if all_of else words(", or ")
        text = joint.join(self.of(part, holds=holds, inside=True) for part in parts)
        return words("({text})").format(text=text) if inside else text

    def _atom(self, atom: Atom, item: Item, holds: bool) -> str:
        words = self._words
        match atom:
            case CompareOption(_, sign, option):
                text = words(_OPTION[sign if holds else OPPOSITE[sign]])
                return text.format(question=item.stem, answer=item.option(option).text)
            case CompareNumber(_, measure, sign, number):
                table = {"value": _NUMBER, "count": _COUNT, "days_until": _DAYS}[measure]
                text = words(table[sign if holds else OPPOSITE[sign]])
                return text.format(question=item.stem, amount=_amount(item, measure, number))
            case OneOf(_, options):
                return words(_ONE_OF[not holds]).format(question=item.stem, answers=_either(item, options, words))
            case HasAny(_, options):
                return words(_HAS[not holds]).format(question=item.stem, answers=_either(item, options, words))
            case Answered():
                return words(_GIVEN[not holds]).format(question=item.stem)


def parts_of(expression: Expression) -> tuple[Expression, ...]:
    """The parts that all have to hold; the expression itself where it is no `and`."""
    return expression.parts if isinstance(expression, And) else (expression,)


def _either(item: Item, options: tuple[str, ...], words: Words) -> str:
    quoted = [words("“{answer}”").format(answer=item.option(option).text) for option in options]
    return words(" or ").join(quoted)


def _amount(item: Item, measure: str, number: float) -> str:
    return f"{number:,.10g} {item.unit or ''}".strip() if measure == "value" else f"{number:,.10g}"
