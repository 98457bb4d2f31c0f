"""All conditions of a pack as one generated Python function.

Evaluating 150 conditions one call at a time costs seven times what it costs in one function body, so
the typed trees are turned into source once per pack. Each expression is written on two rails, "surely
true" and "surely false"; what is on neither is unknown. The second rail is only walked where an item
behind the expression is missing. The source is made from checked trees and numbers only: no text of a
pack gets into it.

The generated function walks the items in order, because an answer counts only where its item applies:

    evaluate(codes, missing, settled, today) -> (applies per item, truth per condition)

A condition that is unknown only because of items that are off the route does not hold: nothing that
the seller could still say would change it. So two masks are kept: `missing` has every item without an
answer, `pending` only those that may still get one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from types import CodeType
from typing import Any

from msgspec import Struct

from cbassess.engine.coding import Code, missing_code
from cbassess.engine.dependencies import atoms_of, facts_of, items_of
from cbassess.engine.kleene import Truth
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

Evaluate = Callable[[Sequence[Code], int, int, int], tuple[tuple[Truth, ...], tuple[Truth, ...]]]
Rails = tuple[str, str]

_OPPOSITE: dict[Operator, Operator] = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}


class Compiled(Struct, frozen=True):
    """The function, and which condition stands at which place of its second result."""

    evaluate: Evaluate
    conditions: tuple[str, ...]


def compile_conditions(pack: Pack, code: CodeType | None = None) -> Compiled:
    """The function for all conditions of the pack; `code`: what `code_of` gave for the same pack earlier."""
    scope: dict[str, Any] = {"nan": math.nan}
    exec(code or code_of(pack), scope)  # noqa: S102 - our own text, see above
    return Compiled(scope["evaluate"], tuple(sorted(pack.conditions)))


def code_of(pack: Pack) -> CodeType:
    """The code of a module with the function in it, generated and compiled."""
    return compile(_Writer(pack).write(), "<conditions>", "exec")


class _Writer:
    def __init__(self, pack: Pack) -> None:
        self._items = pack.items
        self._trees = pack.conditions
        self._index = {item_id: place for place, item_id in enumerate(pack.items)}
        self._facts = {fact.id: pack.conditions[fact.when] for fact in pack.rulebook.facts}
        self._written: dict[str, str] = {}
        self._routed: dict[str, str] = {}
        self._lines: list[str] = []
        atoms = [atom for tree in pack.conditions.values() for atom in atoms_of(tree)]
        self._in_answered = self._mask({atom.item for atom in atoms if isinstance(atom, Answered)})
        self._in_facts = self._mask(frozenset().union(*(items_of(tree, self._facts) for tree in self._facts.values())))

    def write(self) -> str:
        """The whole source."""
        names = "".join(f"r{place}, " for place in range(len(self._items)))
        self._add("def evaluate(codes, missing, settled, today):")
        self._add(f"    {names}= codes")
        self._add("    pending = missing")
        applies = [self._write_item(item) for item in self._items.values()]
        for fact in self._facts:
            self._write_fact(fact)
        decisions = [self._routed.get(text) or self._decision(self._trees[text]) for text in sorted(self._trees)]
        self._add("    return (")
        self._add(f"        ({''.join(f'{one}, ' for one in applies)}),")
        self._add(f"        ({''.join(f'{one}, ' for one in decisions)}),")
        self._add("    )")
        return "\n".join(self._lines) + "\n"

    def _add(self, line: str) -> None:
        self._lines.append(line)

    def _write_item(self, item: Item) -> str:
        """Source of whether the item applies.

        All items with the same skip logic are routed where the first of them stands: what they depend on
        comes before, and nothing in between can have looked at them.
        """
        if item.ask_when is None:
            return "True"
        if item.ask_when not in self._routed:
            condition = self._trees[item.ask_when]
            for fact in facts_of(condition):
                self._write_fact(fact)
            name = self._routed[item.ask_when] = f"s{len(self._routed)}"
            self._add(f"    {name} = {self._decision(condition)}")
            self._drop([other for other in self._items.values() if other.ask_when == item.ask_when], name)
        return self._routed[item.ask_when]

    def _drop(self, items: Sequence[Item], applies: str) -> None:
        """Unless they apply, the items are missing: for good, or until what they wait for is known.

        Masks grow with the pack and cost more than small numbers, so each holds only the items that
        somebody asks it for.
        """
        dropped = [f"r{self._index[item.id]} = {missing_code(item)}" for item in items]
        every = self._mask(item.id for item in items)
        in_facts, in_answered = every & self._in_facts, every & self._in_answered
        self._add(f"    if {applies} is not True:")
        self._add(f"        {'; '.join(dropped)}")
        if in_facts:
            self._add(f"        missing |= {in_facts}")
        if in_answered:
            self._add(f"        settled = settled & {~in_answered} if {applies} is None else settled | {in_answered}")
        self._add(f"        if {applies} is None: pending |= {every}")
        self._add(f"        elif pending: pending &= {~every}")

    def _mask(self, items: Iterable[str]) -> int:
        return sum(1 << self._index[item] for item in items)

    def _write_fact(self, fact: str) -> None:
        """A fact once, after the facts that it uses."""
        if fact in self._written:
            return
        expression = self._facts[fact]
        for inner in facts_of(expression):
            self._write_fact(inner)
        name = f"f{len(self._written)}"
        self._add(f"    {name} = {self._truth(expression, 'missing')}")
        self._written[fact] = name

    def _decision(self, expression: Expression) -> str:
        """Source of the truth, where an unknown that nobody can settle counts as false."""
        return f"({self._truth(expression, 'pending')})"

    def _truth(self, expression: Expression, open_items: str) -> str:
        true, false = self._rails(expression)
        mask = self._mask(items_of(expression, self._facts))
        # Asking first whether anything is open spares most sellers a look at the mask.
        some_open = f"{open_items} and {open_items} & {mask}"
        return f"True if {true} else None if {some_open} and not {false} else False"

    def _rails(self, expression: Expression) -> Rails:
        match expression:
            case And(parts):
                return self._join(parts, "and", "or")
            case Or(parts):
                return self._join(parts, "or", "and")
            case Not(part):
                true, false = self._rails(part)
                return false, true
            case FactRef(fact):
                return self._written[fact], f"({self._written[fact]} is False)"
            case atom:
                return self._atom(atom, self._items[atom.item])

    def _join(self, parts: Iterable[Expression], when_true: str, when_false: str) -> Rails:
        rails = [self._rails(part) for part in parts]
        true = f" {when_true} ".join(true for true, _ in rails)
        false = f" {when_false} ".join(false for _, false in rails)
        return f"({true})", f"({false})"

    def _atom(self, atom: Atom, item: Item) -> Rails:
        place = self._index[atom.item]
        name = f"r{place}"
        rank = item.option_ids.index
        match atom:
            case CompareOption(_, operator, option):
                return _both(_compare_rank, name, operator, str(rank(option)))
            case CompareNumber(_, "value", operator, number):
                return _both(_compare_float, name, operator, repr(float(number)))
            case CompareNumber(_, measure, operator, number):
                amount = f"{name}.bit_count() - 1" if measure == "count" else f"{name} - today"
                true, false = _both(_compare, amount, operator, repr(number))
                return f"({name} and {true})", f"({name} and {false})"
            case OneOf(_, options):
                places = "".join(f"{rank(option)}, " for option in options)
                return f"({name} in ({places}))", f"({name} >= 0 and {name} not in ({places}))"
            case HasAny(_, options):
                mask = sum(1 << rank(option) for option in set(options))
                return f"({name} & {mask})", f"({name} and not {name} & {mask})"
            case Answered():
                given = _GIVEN.get(item.kind, "{0}").format(name)
                return f"({given})", f"(not ({given}) and settled & {1 << place})"


_GIVEN = {"scale": "{0} >= 0", "choice": "{0} >= 0", "number": "{0} == {0}"}


def _both(write: Callable[[str, Operator, str], str], amount: str, operator: Operator, number: str) -> Rails:
    """A comparison and its opposite."""
    return write(amount, operator, number), write(amount, _OPPOSITE[operator], number)


def _compare(amount: str, operator: Operator, number: str) -> str:
    return f"({amount} {operator} {number})"


def _compare_rank(name: str, operator: Operator, rank: str) -> str:
    """A missing rank is -1: below every rank, and unlike every one."""
    return f"(-1 < {name} {operator} {rank})" if operator in ("<", "<=", "!=") else f"({name} {operator} {rank})"


def _compare_float(name: str, operator: Operator, number: str) -> str:
    """A missing number is NaN: only `!=` holds for it."""
    return f"({name} == {name} != {number})" if operator == "!=" else f"({name} {operator} {number})"
