"""Any seller, routed, with the truth of every condition: `engine.kleene` and the routing, as formulas.

Truth has three values, so each condition is a pair of formulas: surely true, and surely false. What is
neither is unknown. Like the engine, a decision counts an unknown as false where nothing that the seller
could still say would change it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cbassess.engine.kleene import COMPARE
from cbassess.engine.situation import Ruling
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
    Or,
)
from cbassess.model.responses import Value
from cbassess.proving.anybody import Answers
from cbassess.proving.formulas import NO, YES, Definitions, Formula, all_of, any_of, none_of


class Rails(NamedTuple):
    """Where something is surely true, and where it is surely false."""

    true: Formula
    false: Formula


ALWAYS = Rails(YES, NO)


class Routed:
    """The seller after routing. What is asked for is written down once, and only then."""

    def __init__(self, ruling: Ruling, answers: Answers, definitions: Definitions, today: int) -> None:
        self.answers = answers
        self._ruling = ruling
        self._definitions = definitions
        self._today = today
        self._facts: dict[str, Rails] = {}
        self._truths: dict[str, Rails] = {}

    def applies(self, item: str) -> Rails:
        """Whether the item applies; skip logic only looks back, so this comes to an end."""
        ask_when = self._ruling.pack.items[item].ask_when
        return self.truth(ask_when) if ask_when else ALWAYS

    def said(self, item: str, what: str) -> Formula:
        """Whether the item applies and was "answered", is a "dont_know" or was "declined"."""
        return all_of(self.applies(item).true, self.answers.said(item, what))

    def truth(self, text: str) -> Rails:
        """Whether a condition of the pack holds."""
        if text not in self._truths:
            true, false = self._rails(self._ruling.pack.conditions[text])
            closed = [any_of(self.applies(item).false, self.said(item, "answered")) for item in self._behind(text)]
            hopeless = all_of(none_of(true, false), *closed)
            label = f"truth {len(self._truths)}"
            self._truths[text] = self._named(label, Rails(true, any_of(false, hopeless)))
        return self._truths[text]

    def _behind(self, text: str) -> list[str]:
        return sorted(self._ruling.items_behind[text])

    def _named(self, label: str, rails: Rails) -> Rails:
        name = self._definitions.name
        return Rails(name(f"{label} true", rails.true), name(f"{label} false", rails.false))

    def _rails(self, expression: Expression) -> Rails:
        match expression:
            case And(parts):
                return _join(self._rails(part) for part in parts)
            case Or(parts):
                return _turned(_join(_turned(self._rails(part)) for part in parts))
            case Not(part):
                return _turned(self._rails(part))
            case FactRef(fact):
                return self._fact(fact)
            case Answered(item):
                refused = any_of(self.said(item, "dont_know"), self.said(item, "declined"))
                return Rails(self.said(item, "answered"), any_of(self.applies(item).false, refused))
            case atom:
                answered, holds = self.said(atom.item, "answered"), self._holds(atom)
                return Rails(all_of(answered, holds), all_of(answered, none_of(holds)))

    def _fact(self, fact: str) -> Rails:
        if fact not in self._facts:
            self._facts[fact] = self._named(f"fact {fact}", self._rails(self._ruling.facts[fact]))
        return self._facts[fact]

    def _holds(self, atom: Atom) -> Formula:
        """Whether the comparison holds for an item that is answered."""
        match atom:
            case CompareOption(item, sign, option):
                rank = self._ruling.options[item].index
                return self.answers.among(item, lambda answer: COMPARE[sign](rank(str(answer)), rank(option)))
            case OneOf(item, options):
                return self.answers.among(item, lambda answer: answer in options)
            case HasAny(item, options):
                return any_of(*(self.answers.chose(item, option) for option in dict.fromkeys(options)))
            case CompareNumber(item, "count", sign, number):
                return self.answers.count(item, lambda size: COMPARE[sign](size, number))
            case CompareNumber(item, _, sign, number):
                return self.answers.among(item, lambda answer: COMPARE[sign](self._amount(answer), number))
            case Answered():
                return YES

    def _amount(self, answer: Value) -> float:
        """A number as it is, a date as the days until then."""
        if isinstance(answer, int | float):
            return float(answer)
        return float(answer.toordinal() - self._today) if not isinstance(answer, str | tuple) else 0.0


def _join(parts: Iterable[Rails]) -> Rails:
    rails = list(parts)
    return Rails(all_of(*(one.true for one in rails)), any_of(*(one.false for one in rails)))


def _turned(rails: Rails) -> Rails:
    return Rails(rails.false, rails.true)
