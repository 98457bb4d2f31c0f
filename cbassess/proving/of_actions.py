"""Each action helps somebody, in a trend that concerns them, with all that it requires."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.model.proof import Place
from cbassess.model.rulebook import Action
from cbassess.proving.formulas import Formula, all_of, any_of, none_of
from cbassess.proving.sellers import Sellers
from cbassess.proving.statements import Statement

KIND = "actions that help somebody, and what they require"


def statements(sellers: Sellers) -> Iterator[Statement]:
    """For each action somebody whom it helps; for each prerequisite somebody who needs it first."""
    for action in sellers.pack.rulebook.actions:
        owner = ("action", action.id)
        helps = all_of(sellers.coherent, sellers.judged.helps(action.id))
        ready = all_of(helps, *(none_of(sellers.judged.pending[need]) for need in action.requires))
        message = "Nobody is ever advised to do this: where it would help, it or what it requires is wrong advice."
        yield Statement(KIND, "never-advised", Place(owner), message, action.id, ready, somebody=True)
        message = "Wherever the action applies, it raises no trend that concerns the seller."
        gains = all_of(sellers.coherent, sellers.judged.fires[action.id], _gains(sellers, action))
        yield Statement(KIND, "never-gains", Place(owner, ("achieves",)), message, action.id, gains, somebody=True)
        for index, need in enumerate(action.requires):
            message = f"Nobody who is advised to do this still has to do {need} first."
            first = all_of(helps, sellers.judged.undone(need))
            place = Place(owner, ("requires", index))
            yield Statement(KIND, "idle-prerequisite", place, message, f"{action.id}.{need}", first, somebody=True)


def _gains(sellers: Sellers, action: Action) -> Formula:
    return any_of(
        *(
            all_of(sellers.concerned(trend), sellers.lifts(action, indicator))
            for trend in sellers.pack.rulebook.trends
            for indicator in trend.indicators
            if indicator.item in action.achieves
        )
    )
