"""The same seller after an action: every answer that fell short is now what the action achieves."""

from __future__ import annotations

from collections.abc import Callable

from cbassess.model.responses import Value
from cbassess.model.rulebook import Action
from cbassess.proving.anybody import Answers
from cbassess.proving.formulas import YES, Formula, all_of, any_of, none_of
from cbassess.proving.judging import Judged
from cbassess.proving.routing import Routed


class After:
    """Answers after the action. No new variables: what it achieves is put in where it was not reached."""

    def __init__(self, action: Action, routed: Routed, judged: Judged) -> None:
        self._before: Answers = routed.answers
        self._targets = {
            item: target if isinstance(target, str) else float(target) for item, target in action.achieves.items()
        }
        self._done = {
            item: all_of(none_of(routed.applies(item).false), none_of(judged.target(item, target).true))
            for item, target in action.achieves.items()
        }

    def said(self, item: str, what: str) -> Formula:
        """See Answers: what is done is answered."""
        before = self._before.said(item, what)
        if item not in self._done:
            return before
        return any_of(before, self._done[item]) if what == "answered" else all_of(before, none_of(self._done[item]))

    def among(self, item: str, wanted: Callable[[Value], bool]) -> Formula:
        """See Answers."""
        before = self._before.among(item, wanted)
        if item not in self._done:
            return before
        done = self._done[item]
        reached = all_of(done, YES if wanted(self._targets[item]) else none_of(YES))
        return any_of(reached, all_of(none_of(done), before))

    def chose(self, item: str, option: str) -> Formula:
        """See Answers: no action achieves a choice of several."""
        return self._before.chose(item, option)

    def count(self, item: str, wanted: Callable[[float], bool]) -> Formula:
        """See Answers."""
        return self._before.count(item, wanted)
