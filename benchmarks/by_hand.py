"""The conditions of a pack as a programmer would write them: plain Python if/else, two-valued.

This is the yardstick for the compiled form. It gets every advantage: answers already coded as small
integers in local variables, no missing answers, no evidence, facts worked out once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cbassess.engine.coding import Code
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
from cbassess.model.pack import Pack

ByHand = Callable[[Sequence[Code], int], tuple[bool, ...]]


def by_hand(pack: Pack, texts: Sequence[str]) -> ByHand:
    """A function from codes and day to the truth of each condition, in the order of `texts`."""
    names = {item: f"r{place}" for place, item in enumerate(pack.items)}
    lines = ["def evaluate(codes, today):", f"    {', '.join(names.values())}, = codes"]
    lines += [f"    {fact.id} = {_source(pack.conditions[fact.when], pack, names)}" for fact in pack.rulebook.facts]
    for place, text in enumerate(texts):
        lines += [
            f"    if {_source(pack.conditions[text], pack, names)}:",
            f"        c{place} = True",
            "    else:",
            f"        c{place} = False",
        ]
    lines.append(f"    return ({', '.join(f'c{place}' for place in range(len(texts)))},)")
    scope: dict[str, ByHand] = {}
    exec("\n".join(lines), scope)  # noqa: S102 - our own text
    return scope["evaluate"]


def _source(expression: Expression, pack: Pack, names: dict[str, str]) -> str:
    match expression:
        case And(parts):
            return "(" + " and ".join(_source(part, pack, names) for part in parts) + ")"
        case Or(parts):
            return "(" + " or ".join(_source(part, pack, names) for part in parts) + ")"
        case Not(part):
            return f"(not {_source(part, pack, names)})"
        case FactRef(fact):
            return fact
        case Answered():
            return "True"
        case atom:
            return _atom(atom, pack, names[atom.item])


def _atom(atom: CompareOption | CompareNumber | OneOf | HasAny, pack: Pack, name: str) -> str:
    rank = pack.items[atom.item].option_ids.index
    match atom:
        case CompareOption(_, operator, option):
            return f"{name} {operator} {rank(option)}"
        case CompareNumber(_, measure, operator, number):
            amount = {"value": name, "count": f"({name}.bit_count() - 1)", "days_until": f"({name} - today)"}[measure]
            return f"{amount} {operator} {number!r}"
        case OneOf(_, options):
            return f"{name} in ({''.join(f'{rank(option)}, ' for option in options)})"
        case HasAny(_, options):
            return f"{name} & {sum(1 << rank(option) for option in set(options))} != 0"
