"""What can be undone in an interview."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from cbassess.model.history import Answer

Step = Mapping[str, Answer]
"""What stood before a change, by item id. A response of None: there was no answer."""


class Undo:
    """The changes that were made in this window, the last one on top.

    The history is only added to: whoever undoes writes down again what stood before.
    """

    def __init__(self) -> None:
        self._steps: list[Step] = []

    def __bool__(self) -> bool:
        return bool(self._steps)

    def remember(self, before: Step) -> None:
        """Something is about to be changed; this is what stands there."""
        self._steps.append(before)

    def forget(self, item_ids: Collection[str]) -> None:
        """Another window has answered these: what stood before its answers is not ours to bring back."""
        kept = ({item: answer for item, answer in step.items() if item not in item_ids} for step in self._steps)
        self._steps = [step for step in kept if step]

    def take(self) -> Step:
        """What stood before the last change, which is then the last one no more; empty where there is none."""
        return self._steps.pop() if self._steps else {}
