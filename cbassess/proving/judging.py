"""What each action is to any seller: `engine.firing` as formulas."""

from __future__ import annotations

from cbassess.engine.firing import at_least
from cbassess.engine.situation import Ruling
from cbassess.model.rulebook import Action
from cbassess.proving.formulas import Definitions, Formula, all_of, any_of, none_of
from cbassess.proving.routing import Rails, Routed


class Judged:
    """The verdict on every action; each mapping is action id -> formula.

    Attributes:
        fires: it applies and would help.
        pending: it may fire once an open answer is known.
        blocked: it would be wrong now, or needs first what would be wrong now.
    """

    def __init__(self, ruling: Ruling, routed: Routed, definitions: Definitions) -> None:
        self._ruling = ruling
        self._routed = routed
        self._name = definitions.name
        self.fires: dict[str, Formula] = {}
        self.pending: dict[str, Formula] = {}
        self.blocked: dict[str, Formula] = {}
        for action in ruling.pack.rulebook.actions:
            self._judge(action)
        for action in ruling.pack.rulebook.actions:
            self._block(action)

    def helps(self, action: str) -> Formula:
        """It fires and is not held back: it stands in the plan."""
        return all_of(self.fires[action], none_of(self.blocked[action]))

    def held_back(self, action: str) -> Formula:
        """It would help and is listed as not now."""
        return all_of(self.fires[action], self.blocked[action])

    def undone(self, action: str) -> Formula:
        """It fires or may fire."""
        return any_of(self.fires[action], self.pending[action])

    def target(self, item: str, target: str | int | float) -> Rails:
        """Whether what an action achieves is there, on an item that applies or waits; and whether it surely is not."""
        routed = self._routed
        reached = routed.answers.among(item, lambda answer: at_least(item, answer, target, self._ruling))
        answered = routed.said(item, "answered")
        missed = all_of(answered, none_of(reached))
        if self._ruling.pack.rulebook.policy.dont_know == "weakest":
            missed = any_of(missed, routed.said(item, "dont_know"))
        said = all_of(none_of(routed.applies(item).false), routed.answers.said(item, "answered"))
        return Rails(all_of(said, reached), missed)

    def _judge(self, action: Action) -> None:
        applies = self._routed.truth(self._ruling.pack.applies_when(action))
        targets = {item: self.target(item, target) for item, target in action.achieves.items()}
        off_route = {item: self._routed.applies(item).false for item in targets}
        relevant = none_of(all_of(*off_route.values()))
        met = all_of(*(any_of(off_route[item], target.true) for item, target in targets.items()))
        missed = any_of(*(target.false for target in targets.values()))
        fires = self._name(f"fires {action.id}", all_of(applies.true, missed))
        waits = all_of(none_of(applies.false, met, fires), relevant)
        self.fires[action.id] = fires
        self.pending[action.id] = self._name(f"pending {action.id}", waits)

    def _block(self, action: Action) -> Formula:
        """Prerequisites run in no circle, so each is judged before what needs it."""
        if action.id not in self.blocked:
            against = [self._routed.truth(row.when).true for row in action.contraindications]
            actions = self._ruling.pack.actions
            against += [all_of(self._block(actions[need]), self.undone(need)) for need in action.requires]
            self.blocked[action.id] = self._name(f"blocked {action.id}", any_of(*against))
        return self.blocked[action.id]
