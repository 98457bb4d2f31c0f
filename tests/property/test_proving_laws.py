"""The solver's seller is the engine's: over random packs and sellers, each condition and each verdict agree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from cbassess.engine.evaluating import evaluate
from cbassess.engine.firing import target_met
from cbassess.engine.situation import Ruling, situate
from cbassess.model.instrument import Item
from cbassess.model.pack import Pack
from cbassess.model.responses import Missing, Response, Value
from cbassess.proving.after import After
from cbassess.proving.anybody import SAID, Anybody
from cbassess.proving.cells import _borders
from cbassess.proving.formulas import Definitions, Formula, Model, Solver, all_of, any_of, none_of
from cbassess.proving.judging import Judged
from cbassess.proving.routing import Rails, Routed
from tests.strategies import DAY, packs, packs_and_responses

Case = tuple[Pack, dict[str, Response]]
cases = packs_and_responses()
SECONDS = 60


class Solved:
    """A pack in the solver."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.ruling = Ruling(pack)
        definitions = Definitions()
        self.anybody = Anybody(pack, DAY)
        self.routed = Routed(self.ruling, self.anybody, definitions, DAY.toordinal())
        self.judged = Judged(self.ruling, self.routed, definitions)
        self.truths = {text: self.routed.truth(text) for text in pack.conditions}
        self.rules = [*self.anybody.rules, *definitions.rules]
        self.solver = Solver(self.rules)
        self._borders = _borders(pack, DAY)

    def find(self, *wishes: Formula) -> Model | None:
        return self.solver.model() if self.solver.possible(all_of(*wishes), SECONDS) else None

    def pinned(self, responses: Mapping[str, Response]) -> Formula:
        """The formula that the seller is this one."""
        items = self.pack.items.values()
        return all_of(*(self._pin(item, responses.get(item.id, Missing.NOT_REACHED)) for item in items))

    def _pin(self, item: Item, response: Response) -> Formula:
        said = response.value if isinstance(response, Missing) else SAID[0]
        pins = [one if what == said else none_of(one) for what in SAID for one in [self.anybody.said(item.id, what)]]
        return all_of(*pins) if isinstance(response, Missing) else all_of(*pins, self._answered(item, response))

    def _answered(self, item: Item, answer: Value) -> Formula:
        if isinstance(answer, tuple):
            chosen = {option: self.anybody.chose(item.id, option) for option in item.option_ids}
            return all_of(*(one if option in answer else none_of(one) for option, one in chosen.items()))
        if item.kind == "text":
            return all_of()
        return self.anybody.among(item.id, lambda cell: self._sides(item, cell) == self._sides(item, answer))

    def _sides(self, item: Item, answer: Value) -> object:
        """How the answer stands to everything that a rule could compare it with."""
        if item.kind not in ("number", "date"):
            return answer
        number = answer.toordinal() if isinstance(answer, dt.date) else float(str(answer))
        return [(number > border) - (number < border) for border in sorted(self._borders.get(item.id, ()))]


def _truth(rails: Rails, model: Model) -> bool | None:
    assert not (model.holds(rails.true) and model.holds(rails.false))
    return True if model.holds(rails.true) else False if model.holds(rails.false) else None


@given(cases)
def test_every_condition_of_a_pinned_seller_is_what_the_engine_says(case: Case) -> None:
    pack, responses = case
    solved, situation = Solved(pack), situate(Ruling(pack), responses, DAY)
    model = solved.find(solved.pinned(responses))
    assert model is not None
    assert {text: _truth(rails, model) for text, rails in solved.truths.items()} == situation.truths
    applies = {item: {"off_route": False, "waiting": None}.get(state, True) for item, state in situation.states.items()}
    assert {item: _truth(solved.routed.applies(item), model) for item in pack.items} == applies


@given(cases)
def test_every_action_of_a_pinned_seller_is_what_the_engine_says(case: Case) -> None:
    pack, responses = case
    solved, found = Solved(pack), evaluate(situate(Ruling(pack), responses, DAY))
    model = solved.find(solved.pinned(responses))
    assert model is not None
    judged = solved.judged
    assert {one.action for one in found.fired if one.needed_by is None} == {
        action for action in pack.actions if model.holds(judged.helps(action))
    }
    assert {one.action for one in found.not_now} == {
        action for action in pack.actions if model.holds(judged.held_back(action))
    }
    assert set(found.pending) == {action for action in pack.actions if model.holds(judged.pending[action])}


@given(packs())
def test_a_seller_whom_the_solver_finds_is_one_to_the_engine_too(pack: Pack) -> None:
    solved = Solved(pack)
    for wish in (any_of(*map(solved.judged.helps, pack.actions)), any_of(*map(solved.judged.held_back, pack.actions))):
        model = solved.find(wish)
        if model is None:
            continue
        responses = {item: solved.anybody.read(model, item) for item in pack.items}
        found = evaluate(situate(Ruling(pack), responses, DAY))
        helping = {one.action for one in found.fired if one.needed_by is None}
        assert helping == {action for action in pack.actions if model.holds(solved.judged.helps(action))}
        held_back = {one.action for one in found.not_now}
        assert held_back == {action for action in pack.actions if model.holds(solved.judged.held_back(action))}
        assert found.pending == tuple(action for action in pack.actions if model.holds(solved.judged.pending[action]))


@given(cases, st.data())
def test_what_a_step_leads_to_is_what_the_engine_says(case: Case, data: DataObject) -> None:
    pack, responses = case
    action = data.draw(st.sampled_from(sorted(pack.actions)))
    solved, before = Solved(pack), situate(Ruling(pack), responses, DAY)
    after = After(pack.actions[action], solved.routed, solved.judged)
    definitions = Definitions("after: ")
    routed = Routed(solved.ruling, after, definitions, DAY.toordinal())
    truths = {text: routed.truth(text) for text in pack.conditions}
    solver = Solver([*solved.rules, *definitions.rules])
    assert solver.possible(solved.pinned(responses), SECONDS)
    reached = {
        item: target
        for item, target in pack.actions[action].achieves.items()
        if before.states[item] != "off_route" and target_met(item, target, before) is not True
    }
    expected = situate(Ruling(pack), {**responses, **reached}, DAY)
    assert {text: _truth(rails, solver.model()) for text, rails in truths.items()} == expected.truths
