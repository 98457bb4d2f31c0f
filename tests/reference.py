"""The slow and obvious way to route a seller and to decide every condition.

The compiled form is held against this. It uses `engine.kleene`, where the meaning of each node stands.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from cbassess.engine.dependencies import items_of
from cbassess.engine.kleene import Truth, World, truth
from cbassess.model.expressions import Expression
from cbassess.model.pack import Pack
from cbassess.model.responses import Missing, Response


class Reference:
    """One seller, routed item by item; `applies` and `truths` are what the compiled form must give."""

    def __init__(self, pack: Pack, responses: Mapping[str, Response], as_of: dt.date) -> None:
        self._facts = {fact.id: pack.conditions[fact.when] for fact in pack.rulebook.facts}
        self._routed: dict[str, Response] = {}
        options = {item.id: item.option_ids for item in pack.items.values()}
        self._world = World(self._routed, options, self._facts, as_of)
        self.applies: dict[str, Truth] = {}
        for item in pack.items.values():
            self.applies[item.id] = True if item.ask_when is None else self._decide(pack.conditions[item.ask_when])
            self._routed[item.id] = self._response(self.applies[item.id], responses.get(item.id))
        self.truths = {text: self._decide(tree) for text, tree in pack.conditions.items()}

    @staticmethod
    def _response(applies: Truth, given: Response | None) -> Response:
        if applies is False:
            return Missing.OFF_ROUTE
        if applies is None or given is None:
            return Missing.NOT_REACHED
        return given

    def _decide(self, expression: Expression) -> Truth:
        """Unknown only while an item that the condition looks at may still apply and has no answer."""
        result = truth(expression, self._world)
        if result is not None:
            return result
        behind = (self._routed.get(item, Missing.NOT_REACHED) for item in items_of(expression, self._facts))
        open_ = any(isinstance(one, Missing) and one is not Missing.OFF_ROUTE for one in behind)
        return None if open_ else False
