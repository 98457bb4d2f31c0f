"""All that answers can make of a condition, by looking at every case that makes a difference.

Only definite answers are looked at: every item has one. Skip logic plays no part. For each item the
answers are put into classes that no comparison of the condition can tell apart; the cases are the
combinations of these classes.
"""

from __future__ import annotations

import itertools
import math
import operator
from collections.abc import Callable, Iterable, Iterator, Mapping

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
from cbassess.model.instrument import Item
from cbassess.model.pack import Pack
from cbassess.packs.uses import atoms_behind

MAX_CASES = 20_000
MAX_CASES_IN_ALL = 200_000
MAX_BORDERS = 100

Case = Mapping[Atom, bool]
Answer = str | float | frozenset[str]

_COMPARE: Mapping[str, Callable[[float, float], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


class TooManyCasesError(Exception):
    """More cases than are worth the time; there is no verdict then."""


class AnswerSpace:
    """The possible answers to the items of a pack.

    A pack made to waste time runs into MAX_CASES_IN_ALL; from then on there is no verdict.
    """

    def __init__(self, pack: Pack) -> None:
        self._items = pack.items
        self._left = MAX_CASES_IN_ALL
        self._facts = {fact.id: pack.conditions[fact.when] for fact in pack.rulebook.facts}

    def truths(self, expression: Expression) -> set[bool]:
        """What the condition can be: {True, False}, or the one value it always has; empty if unknown."""
        found: set[bool] = set()
        try:
            for case in self._cases(expression):
                self._left -= 1
                found.add(self._holds(expression, case, {}))
                if len(found) == 2:
                    break
        except TooManyCasesError:
            return set()
        return found

    def _cases(self, expression: Expression) -> Iterator[Case]:
        by_item: dict[str, list[Atom]] = {}
        for atom in sorted(atoms_behind(expression, self._facts), key=repr):
            by_item.setdefault(atom.item, []).append(atom)
        classes = [_classes(self._items[item], atoms) for item, atoms in by_item.items()]
        if math.prod(map(len, classes)) > min(MAX_CASES, self._left):
            raise TooManyCasesError
        for combination in itertools.product(*classes):
            yield dict(itertools.chain.from_iterable(combination))

    def _holds(self, expression: Expression, case: Case, known: dict[str, bool]) -> bool:
        match expression:
            case And(parts):
                return all(self._holds(part, case, known) for part in parts)
            case Or(parts):
                return any(self._holds(part, case, known) for part in parts)
            case Not(part):
                return not self._holds(part, case, known)
            case FactRef(fact):
                if fact not in known:
                    known[fact] = self._holds(self._facts[fact], case, known)
                return known[fact]
        return case[expression]


def _classes(item: Item, atoms: list[Atom]) -> list[tuple[tuple[Atom, bool], ...]]:
    """Each way in which an answer to the item can decide the comparisons."""
    found = {tuple(_decide(atom, item, answer) for atom in atoms) for answer in _answers(item, atoms)}
    for place, atom in enumerate(atoms):
        if isinstance(atom, Answered):  # a seller may also leave it open
            found |= {(*row[:place], False, *row[place + 1 :]) for row in found}
    return [tuple(zip(atoms, row, strict=True)) for row in sorted(found)]


def _decide(atom: Atom, item: Item, answer: Answer) -> bool:
    match atom:
        case CompareOption(_, sign, option):
            return _COMPARE[sign](item.option_ids.index(str(answer)), item.option_ids.index(option))
        case OneOf(_, options):
            return answer in options
        case HasAny(_, options):
            return isinstance(answer, frozenset) and not answer.isdisjoint(options)
        case CompareNumber(_, _, sign, number):
            return _COMPARE[sign](len(answer) if isinstance(answer, frozenset) else float(answer), number)
        case Answered():
            return True


def _answers(item: Item, atoms: list[Atom]) -> Iterable[Answer]:
    """Answers of which every class has at least one."""
    if item.kind in ("scale", "choice"):
        return item.option_ids
    if item.kind == "multi":
        return _choices(item, atoms)
    if item.kind == "text":
        return [""]
    borders = {atom.number for atom in atoms if isinstance(atom, CompareNumber)}
    if len(borders) > MAX_BORDERS:
        raise TooManyCasesError
    return _numbers(item, borders)


def _numbers(item: Item, borders: set[float]) -> list[float]:
    """Each border, a number on both sides of it, and the ends of the range."""
    step = 1.0 if item.whole or item.kind == "date" else 0.5
    low = -math.inf if item.min is None else item.min
    high = math.inf if item.max is None else item.max
    ends = [end for end in (low, high) if math.isfinite(end)]
    near = {border + side for border in borders for side in (-step, 0.0, step)}
    near |= {(one + other) / 2 for one, other in itertools.combinations(sorted({*borders, *ends}), 2)}
    whole = {float(floor(number)) for number in near for floor in (math.floor, math.ceil)}
    return [number for number in {*(whole if step == 1.0 else near), *ends} if low <= number <= high]


def _choices(item: Item, atoms: list[Atom]) -> Iterator[frozenset[str]]:
    """Sets of options: options that the same comparisons name differ only in their count."""
    groups: dict[tuple[bool, ...], list[str]] = {}
    for option in item.options:
        named = tuple(isinstance(atom, HasAny) and option.id in atom.options for atom in atoms)
        groups.setdefault((option.exclusive, *named), []).append(option.id)
    counted = any(isinstance(atom, CompareNumber) for atom in atoms)
    sizes = [range((len(group) if counted else 1) + 1) for group in groups.values()]
    if math.prod(map(len, sizes)) > MAX_CASES:
        raise TooManyCasesError
    alone = {option.id for option in item.options if option.exclusive}
    for counts in itertools.product(*sizes):
        chosen = frozenset(itertools.chain(*(group[:n] for group, n in zip(groups.values(), counts, strict=True))))
        if (chosen or not alone) and (not chosen & alone or len(chosen) == 1):
            yield chosen
