"""A step raises what it reaches for, and following the advice never makes two answers contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.model.instrument import Contradiction
from cbassess.model.proof import Place
from cbassess.model.responses import Value
from cbassess.model.rulebook import Action
from cbassess.proving.after import After
from cbassess.proving.formulas import Formula, all_of, none_of, same
from cbassess.proving.routing import Routed
from cbassess.proving.sellers import Sellers
from cbassess.proving.statements import Statement

RAISES = "steps that raise what they reach for"
AGREES = "steps after which the answers still fit together"


def statements(sellers: Sellers) -> Iterator[Statement]:
    """For each action nobody whom it throws back, and nobody whom it makes contradict themselves."""
    for action in sellers.pack.rulebook.actions:
        for item in action.achieves:
            yield _raises(sellers, action, item)
        touched = [row for row in sellers.pack.instrument.contradictions if _touches(sellers, action, row)]
        if touched:
            yield from _agrees(sellers, action, touched)


def _raises(sellers: Sellers, action: Action, item: str) -> Statement:
    target = action.achieves[item]
    goal: Value = target if isinstance(target, str) else float(target)
    stronger = [cell for cell in sellers.anybody.cells[item] if not _rises(sellers, item, cell, goal)]
    missed = sellers.judged.target(item, target).false
    seller = all_of(sellers.coherent, sellers.judged.helps(action.id), missed, sellers.stands_at(item, *stronger))
    message = f"The action can be advised to a seller whose answer to {item} is worth as much already, or more."
    place = Place(("action", action.id), ("achieves", item))
    return Statement(RAISES, "step-lowers", place, message, f"{action.id}.{item}", seller)


def _rises(sellers: Sellers, item: str, cell: Value, goal: Value) -> bool:
    """Whether an answer that misses the goal is worth less; of a choice that nobody scores, all that is no goal."""
    indicator = sellers.ruling.indicators.get(item)
    if indicator is not None:
        return sellers.value(indicator, cell) < sellers.value(indicator, goal)
    if sellers.pack.items[item].kind != "choice":
        return True
    goals = {action.achieves[item] for action in sellers.lifters(item)}
    return cell not in goals


def _touches(sellers: Sellers, action: Action, row: Contradiction) -> bool:
    return not sellers.ruling.items_behind[row.when].isdisjoint(action.achieves)


def _agrees(sellers: Sellers, action: Action, touched: list[Contradiction]) -> Iterator[Statement]:
    definitions = sellers.definitions.below(f"after {action.id}: ")
    answers = After(action, sellers.routed, sellers.judged)
    after = Routed(sellers.ruling, answers, definitions, sellers.today)
    ready = none_of(*(sellers.judged.undone(need) for need in action.requires))
    for row in touched:
        contradicts = after.truth(row.when).true
        seller = all_of(
            sellers.coherent,
            sellers.judged.helps(action.id),
            ready,
            _asked_the_same(sellers, row, after),
            contradicts,
        )
        message = f"A seller who does this and answers accordingly is told of a contradiction: {row.because}"
        place = Place(("action", action.id), ("achieves",))
        about = f"{action.id}.{sellers.pack.instrument.contradictions.index(row)}"
        yield Statement(AGREES, "advice-contradicts", place, message, about, seller)


def _asked_the_same(sellers: Sellers, row: Contradiction, after: Routed) -> Formula:
    """No question of the contradiction is new: how a new one is answered is up to the seller."""
    items = sorted(sellers.ruling.items_behind[row.when])
    return all_of(*(same(sellers.routed.applies(item).true, after.applies(item).true) for item in items))
