"""Which answers made a condition hold."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from cbassess.engine.kleene import Truth, negate, truth
from cbassess.engine.situation import Situation
from cbassess.engine.wording import reason
from cbassess.model.evaluation import Reason
from cbassess.model.expressions import And, Expression, FactRef, Not, Or
from cbassess.model.responses import Missing
from cbassess.words import Words, words_in

Decision = tuple[Truth, tuple[str, ...]]
"""Whether an expression holds, and the items whose answers decide that."""


class Evidence:
    """Questions and answers behind the results for one seller; each is put into words once."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self._reasons: dict[str, Reason] = {}
        self._deciding: dict[str, tuple[str, ...]] = {}
        self._facts: dict[str, Decision] = {}

    @cached_property
    def words(self) -> Words:
        """The words of the pack's language."""
        return words_in(self._situation.pack.language)

    def reason(self, item: str) -> Reason:
        """Question and answer."""
        found = self._reasons.get(item)
        if found is None:
            response = self._situation.responses.get(item, Missing.NOT_REACHED)
            found = reason(self._situation.pack.items[item], response, self.words)
            self._reasons[item] = found
        return found

    def reasons(self, items: Iterable[str]) -> tuple[Reason, ...]:
        """Question and answer for each item, without repeats, in the order given."""
        return tuple(self.reason(item) for item in dict.fromkeys(items))

    def deciding(self, condition: str) -> tuple[str, ...]:
        """Items whose answers decide the truth of a condition of the pack."""
        found = self._deciding.get(condition)
        if found is None:
            _, items = self.decide(self._situation.pack.conditions[condition])
            found = self._deciding[condition] = tuple(dict.fromkeys(items))
        return found

    def decide(self, expression: Expression) -> Decision:
        """Whether the expression holds, and the items whose answers decide that, in reading order.

        Of an `or` that holds only the parts that hold decide, of an `and` that fails only those that fail;
        so an answer that could be changed without any effect is not named.
        """
        match expression:
            case And(parts):
                return _together([self.decide(part) for part in parts], settles=False)
            case Or(parts):
                return _together([self.decide(part) for part in parts], settles=True)
            case Not(part):
                holds, items = self.decide(part)
                return negate(holds), items
            case FactRef(fact):
                if fact not in self._facts:
                    self._facts[fact] = self.decide(self._situation.ruling.facts[fact])
                return self._facts[fact]
            case atom:
                return truth(atom, self._situation.world), (atom.item,)


def _together(parts: list[Decision], *, settles: bool) -> Decision:
    """What an `and` comes to, which one False settles, or an `or`, which one True settles."""
    truths = [holds for holds, _ in parts]
    whole = settles if settles in truths else None if None in truths else not settles
    return whole, tuple(item for holds, items in parts if holds is whole for item in items)
