"""The situation: a seller's answers, routed, with the truth of every condition."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from types import CodeType

from msgspec import Struct

from cbassess.engine.coding import encode
from cbassess.engine.compiling import Compiled, compile_conditions
from cbassess.engine.dependencies import atoms_of, items_of
from cbassess.engine.kleene import Truth, World
from cbassess.engine.standing import COUNTS, Standing, standings_of, value_of
from cbassess.model.evaluation import ItemState
from cbassess.model.expressions import Atom, Expression
from cbassess.model.pack import Pack
from cbassess.model.responses import Missing, Response, Value
from cbassess.model.rulebook import Achieved, Action, Indicator

_STATE_OF_MISSING: Mapping[Missing, ItemState] = {
    Missing.DONT_KNOW: "dont_know",
    Missing.DECLINED: "declined",
    Missing.NOT_REACHED: "open",
    Missing.OFF_ROUTE: "off_route",
}


class Ruling:
    """A pack made ready to judge: conditions compiled, and what each of them depends on.

    code: what `code_of` gave for this pack earlier.
    """

    def __init__(self, pack: Pack, code: CodeType | None = None) -> None:
        self.pack = pack
        self.compiled: Compiled = compile_conditions(pack, code)
        self.facts: Mapping[str, Expression] = {fact.id: pack.conditions[fact.when] for fact in pack.rulebook.facts}
        self.options = {item.id: item.option_ids for item in pack.items.values()}

    @cached_property
    def items_behind(self) -> Mapping[str, frozenset[str]]:
        """Condition text -> ids of the items that it depends on."""
        return {text: items_of(tree, self.facts) for text, tree in self.pack.conditions.items()}

    @cached_property
    def atoms(self) -> Mapping[str, tuple[Atom, ...]]:
        """Item id -> the comparisons of its answer anywhere in the pack."""
        found: dict[str, set[Atom]] = {}
        for tree in self.pack.conditions.values():
            for atom in atoms_of(tree):
                found.setdefault(atom.item, set()).add(atom)
        return {item: tuple(sorted(atoms, key=repr)) for item, atoms in found.items()}

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """Item id -> the first indicator that judges it; all of them agree on what is better."""
        return {
            indicator.item: indicator
            for trend in reversed(self.pack.rulebook.trends)
            for indicator in reversed(trend.indicators)
        }

    @cached_property
    def lifts(self) -> Mapping[str, Mapping[str, tuple[tuple[str, float], ...]]]:
        """Action id -> trend id -> items of its indicators that the action lifts, and to which value (0 to 1)."""
        return {action.id: self._lifts(action) for action in self.pack.rulebook.actions}

    def _lifts(self, action: Action) -> dict[str, tuple[tuple[str, float], ...]]:
        lifts = {}
        for trend in self.pack.rulebook.trends:
            lifted = tuple(
                (indicator.item, value_of(indicator, self.pack.items[indicator.item], as_value(target)))
                for indicator in trend.indicators
                if (target := action.achieves.get(indicator.item)) is not None
            )
            if lifted:
                lifts[trend.id] = lifted
        return lifts

    def less_is_better(self, item: str) -> bool:
        """Whether a number item improves downward."""
        indicator = self.indicators.get(item)
        if indicator is None or indicator.worst is None or indicator.best is None:
            return False
        return indicator.worst > indicator.best


class Situation(Struct, frozen=True, dict=True):
    """One seller under one pack on one day.

    Attributes:
        given: what was said, on the route or not.
        responses: what was said, only for items that apply.
        states: item id -> where it stands.
        truths: condition text -> whether it holds.
        set_aside: items with an answer that does not count, because they do not apply.
    """

    ruling: Ruling
    as_of: dt.date
    given: Mapping[str, Response]
    responses: Mapping[str, Response]
    states: Mapping[str, ItemState]
    truths: Mapping[str, Truth]
    set_aside: tuple[str, ...]

    @property
    def pack(self) -> Pack:
        """The pack that judges."""
        return self.ruling.pack

    @cached_property
    def standings(self) -> Mapping[str, tuple[Standing, ...]]:
        """Trend id -> where its indicators stand, without those that do not apply."""
        return standings_of(self.pack, self.responses, self.states)

    @cached_property
    def world(self) -> World:
        """The same situation for the slow evaluator, which explains rather than decides."""
        return World(self.responses, self.ruling.options, self.ruling.facts, self.as_of)


def as_value(target: Achieved) -> Value:
    """What an action achieves, as an answer."""
    return target if isinstance(target, str) else float(target)


def situate(ruling: Ruling, responses: Mapping[str, Response], as_of: dt.date) -> Situation:
    """Route the responses and find the truth of every condition."""
    items = ruling.pack.items
    coded = encode(items, responses)
    applies, truths = ruling.compiled.evaluate(coded.codes, coded.missing, coded.settled, as_of.toordinal())
    states = {
        item: _state(applies_now, responses.get(item, Missing.NOT_REACHED))
        for item, applies_now in zip(items, applies, strict=True)
    }
    return Situation(
        ruling=ruling,
        as_of=as_of,
        given=responses,
        responses={item: responses[item] for item, state in states.items() if state in (*COUNTS, "declined")},
        states=states,
        truths=dict(zip(ruling.compiled.conditions, truths, strict=True)),
        set_aside=tuple(
            item
            for item, state in states.items()
            if state == "off_route" and not isinstance(responses.get(item, Missing.NOT_REACHED), Missing)
        ),
    )


def _state(applies: Truth, response: Response) -> ItemState:
    if applies is None:
        return "waiting"
    if applies is False:
        return "off_route"
    return _STATE_OF_MISSING[response] if isinstance(response, Missing) else "answered"
