"""Which answers made a condition hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cbassess.engine.kleene import World, truth
from cbassess.engine.situation import Situation
from cbassess.engine.wording import reason
from cbassess.model.evaluation import Reason
from cbassess.model.expressions import And, Expression, FactRef, Not, Or
from cbassess.model.responses import Missing
from cbassess.words import words_in


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


def reasons(situation: Situation, items: Iterable[str]) -> tuple[Reason, ...]:
    """Question and answer for each item, without repeats, in the order given."""
    words = words_in(situation.pack.language)
    return tuple(
        reason(situation.pack.items[item], situation.responses.get(item, Missing.NOT_REACHED), words)
        for item in dict.fromkeys(items)
    )
