"""All sellers of a pack, and the formulas that proofs speak about."""

from __future__ import annotations

import datetime as dt

from cbassess.engine.situation import Ruling
from cbassess.engine.standing import value_of
from cbassess.model.pack import Pack
from cbassess.model.responses import Missing, Response, Value
from cbassess.model.rulebook import Action, Indicator, Trend
from cbassess.proving.anybody import SAID, Anybody
from cbassess.proving.formulas import Definitions, Formula, Model, all_of, any_of, none_of
from cbassess.proving.judging import Judged
from cbassess.proving.routing import Routed


class Sellers:
    """One pack on one day, and any seller of it.

    Attributes:
        finished: every question that applies has got an answer, a "don't know" or a refusal.
        coherent: finished, and no two answers contradict each other.
        plain: for each question, that it is answered if it applies: such sellers are the easiest to read about.
    """

    def __init__(self, pack: Pack, as_of: dt.date) -> None:
        self.pack = pack
        self.today = as_of.toordinal()
        self.ruling = Ruling(pack)
        self.definitions = Definitions()
        self.anybody = Anybody(pack, as_of)
        self.routed = Routed(self.ruling, self.anybody, self.definitions, self.today)
        self.judged = Judged(self.ruling, self.routed, self.definitions)
        self.finished = self.definitions.name("finished", self._finished())
        self.coherent = self.definitions.name("coherent", all_of(self.finished, self._uncontradicted()))
        self.plain = [self.definitions.name(f"plain {item}", self._plain(item)) for item in pack.items]

    @property
    def rules(self) -> list[Formula]:
        """What keeps variables to their meaning."""
        return [*self.anybody.rules, *self.definitions.rules]

    def holds(self, text: str) -> Formula:
        """The condition is surely true."""
        return self.routed.truth(text).true

    def fails(self, text: str) -> Formula:
        """The condition is false."""
        return self.routed.truth(text).false

    def concerned(self, trend: Trend) -> Formula:
        """The trend applies, and at least one of its signals holds: what it says counts."""
        return all_of(self.holds(trend.applies_when), any_of(*(self.holds(row.when) for row in trend.signals)))

    def doubts(self, item: str) -> Formula:
        """The seller does not know, and the rulebook counts that as the weakest answer."""
        weakest = self.pack.rulebook.policy.dont_know == "weakest"
        return self.routed.said(item, "dont_know") if weakest else any_of()

    def stands_at(self, item: str, *answers: Value) -> Formula:
        """The item is answered by one of these cells."""
        return all_of(self.routed.said(item, "answered"), self.anybody.among(item, lambda one: one in answers))

    def value(self, indicator: Indicator, answer: Value) -> float:
        """What a cell is worth to the indicator, from 0 to 1."""
        return value_of(indicator, self.pack.items[indicator.item], answer)

    def lifts(self, action: Action, indicator: Indicator) -> Formula:
        """What the action achieves is worth more than what the seller answered."""
        target = action.achieves[indicator.item]
        best = self.value(indicator, target if isinstance(target, str) else float(target))
        below = [cell for cell in self.anybody.cells[indicator.item] if self.value(indicator, cell) < best]
        return any_of(self.stands_at(indicator.item, *below), self.doubts(indicator.item) if best else any_of())

    def lifters(self, item: str) -> list[Action]:
        """The actions that achieve something on the item."""
        return [action for action in self.pack.rulebook.actions if item in action.achieves]

    def read(self, model: Model) -> dict[str, Response]:
        """What the seller of a model said to the items that apply."""
        on_route = [item for item in self.pack.items if model.holds(self.routed.applies(item).true)]
        said = {item: self.anybody.read(model, item) for item in on_route}
        return {item: response for item, response in said.items() if response is not Missing.NOT_REACHED}

    def _finished(self) -> Formula:
        routed = self.routed
        said = {item: [routed.said(item, what) for what in SAID] for item in self.pack.items}
        return all_of(*(any_of(routed.applies(item).false, *rows) for item, rows in said.items()))

    def _uncontradicted(self) -> Formula:
        return none_of(*(self.holds(row.when) for row in self.pack.instrument.contradictions))

    def _plain(self, item: str) -> Formula:
        return any_of(self.routed.applies(item).false, self.routed.said(item, "answered"))
