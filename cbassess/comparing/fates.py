"""What became of every step that was advised in either wave."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.comparing.sides import Side
from cbassess.model.assessment import Assessment
from cbassess.model.comparison import Fate, StepChange


def step_changes(baseline: Side, wave: Side) -> Iterator[StepChange]:
    """Steps of the baseline in their order, then new ones; each wave's plan is the one that the seller saw."""
    old, new = _advised(baseline.seen), _advised(wave.seen)
    for action, title in old.items():
        yield _change(action, new.get(action, title), _fate(action, new, wave), wave)
    for action, title in new.items():
        if action not in old:
            yield _change(action, title, "new", wave)


def _advised(assessment: Assessment) -> dict[str, str]:
    steps = {step.action: step.title for step in assessment.plan}
    return steps | {one.action: one.title for one in assessment.unplaced}


def _fate(action: str, new: dict[str, str], wave: Side) -> Fate:
    """What the answers say counts before what was noted; what was dropped on purpose is dropped."""
    noted = wave.work[action].status if action in wave.work else None
    if action in wave.seen.in_place:
        return "done"
    if noted == "dropped":
        return "dropped"
    if action in new:
        return "carried"
    return "done" if noted == "done" else "dropped"


def _change(action: str, title: str, fate: Fate, wave: Side) -> StepChange:
    noted = wave.work.get(action)
    return StepChange(
        action=action,
        title=title,
        fate=fate,
        status=noted.status if noted else None,
        reason=noted.reason if noted else "",
    )
