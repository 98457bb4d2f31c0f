"""Any seller: for each item whether it was answered and how, as variables of the solver.

Skip logic plays no part here: what an item that does not apply was answered is never looked at.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Mapping
from typing import Protocol

from cbassess.model.instrument import Item
from cbassess.model.pack import Pack
from cbassess.model.responses import Missing, Response, Value
from cbassess.proving.cells import cells_of
from cbassess.proving.formulas import (
    NO,
    YES,
    Formula,
    Model,
    all_of,
    any_of,
    implies,
    none_of,
    so_many,
    variable,
)

SAID = ("answered", "dont_know", "declined")
_REASONS: Mapping[str, Missing] = {"dont_know": Missing.DONT_KNOW, "declined": Missing.DECLINED}


class Answers(Protocol):
    """What can be asked about a seller's answers; each method gives a formula."""

    def said(self, item: str, what: str) -> Formula:
        """Whether the item was "answered", is a "dont_know" or was "declined"."""

    def among(self, item: str, wanted: Callable[[Value], bool]) -> Formula:
        """Whether the answer, if there is one, is among the wanted ones; not for a multi."""

    def chose(self, item: str, option: str) -> Formula:
        """Whether the option of a multi is chosen, if it is answered."""

    def count(self, item: str, wanted: Callable[[float], bool]) -> Formula:
        """Whether so many options of a multi are chosen, if it is answered."""


class Anybody:
    """Variables for one seller; `rules` keeps them to answers that can be given."""

    def __init__(self, pack: Pack, as_of: dt.date) -> None:
        self._items = pack.items
        self.cells = cells_of(pack, as_of)
        self._said = {item: {what: variable(f"{item} {what}") for what in SAID} for item in pack.items}
        self._from = {
            item: [variable(f"{item} >= {n}") for n in range(1, len(row))] for item, row in self.cells.items()
        }
        self._chosen = {
            item.id: {option.id: variable(f"{item.id} has {option.id}") for option in item.options}
            for item in pack.items.values()
            if item.kind == "multi"
        }
        self.rules = [rule for item in pack.items.values() for rule in self._rules(item)]

    def said(self, item: str, what: str) -> Formula:
        """See Answers."""
        return self._said[item][what]

    def among(self, item: str, wanted: Callable[[Value], bool]) -> Formula:
        """See Answers. Neighbouring cells are taken together: from the first of them, and not past the last."""
        places = [place for place, answer in enumerate(self.cells[item]) if wanted(answer)]
        runs = itertools.groupby(enumerate(places), lambda pair: pair[1] - pair[0])
        return any_of(*(self._run(item, [place for _, place in run]) for _, run in runs))

    def chose(self, item: str, option: str) -> Formula:
        """See Answers."""
        return self._chosen[item][option]

    def count(self, item: str, wanted: Callable[[float], bool]) -> Formula:
        """See Answers."""
        options = list(self._chosen[item].values())
        sizes = [size for size in range(len(options) + 1) if wanted(size)]
        return any_of(*(all_of(so_many(options, n), none_of(so_many(options, n + 1))) for n in sizes))

    def read(self, model: Model, item: str) -> Response:
        """What the seller of a model said."""
        for what, reason in _REASONS.items():
            if model.holds(self.said(item, what)):
                return reason
        if not model.holds(self.said(item, "answered")):
            return Missing.NOT_REACHED
        if item in self._chosen:
            return tuple(option for option, chosen in self._chosen[item].items() if model.holds(chosen))
        return self.cells[item][sum(model.holds(step) for step in self._from[item])]

    def _run(self, item: str, places: list[int]) -> Formula:
        steps = [YES, *self._from[item], NO]
        return all_of(steps[places[0]], none_of(steps[places[-1] + 1]))

    def _rules(self, item: Item) -> list[Formula]:
        said = list(self._said[item.id].values())
        rules = [none_of(so_many(said, 2))]
        rules += [implies(later, earlier) for earlier, later in itertools.pairwise(self._from[item.id])]
        chosen = self._chosen.get(item.id, {})
        alone = [chosen[option.id] for option in item.options if option.exclusive and chosen]
        if alone:
            rules.append(any_of(*chosen.values()))
        return rules + [implies(one, none_of(so_many(list(chosen.values()), 2))) for one in alone]
