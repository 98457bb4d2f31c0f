"""Which answers made a condition hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from cbassess.engine.kleene import World, truth
from cbassess.engine.situation import Situation
from cbassess.engine.wording import reason
from cbassess.model.evaluation import Reason
from cbassess.model.expressions import And, Expression, FactRef, Not, Or
from cbassess.model.responses import Missing
from cbassess.words import Words, words_in


class Evidence:
    """Questions and answers behind the results for one seller; each is put into words once."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self._reasons: dict[str, Reason] = {}
        self._deciding: dict[str, tuple[str, ...]] = {}

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
            tree = self._situation.pack.conditions[condition]
            found = tuple(dict.fromkeys(deciding_items(tree, self._situation.world)))
            self._deciding[condition] = found
        return found


def deciding_items(expression: Expression, world: World) -> Iterator[str]:
    """Items whose answers decide the truth of the expression, in reading order.

    Of an `or` that holds only the parts that hold decide, of an `and` that fails only those that fail;
    so an answer that could be changed without any effect is not named.
    """
    match expression:
        case And(parts) | Or(parts):
            whole = truth(expression, world)
            for part in parts:
                if truth(part, world) == whole:
                    yield from deciding_items(part, world)
        case Not(part):
            yield from deciding_items(part, world)
        case FactRef(fact):
            yield from deciding_items(world.facts[fact], world)
        case atom:
            yield atom.item
