"""Steps of the plan and what was noted about them -> progress.

What a step achieves shows in the answers. Where they show it and the step is not marked done, it is offered as done;
where it is marked done and they do not show it, the seller is asked. Neither is ever decided for the seller.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping

from cbassess.model.assessment import Assessment
from cbassess.model.plan import Step
from cbassess.model.rulebook import Action
from cbassess.model.work import Doubt, StepProgress, StepWork


def join(
    document: Assessment, work: Mapping[str, StepWork], actions: Mapping[str, Action], before: Collection[str] = ()
) -> tuple[StepProgress, ...]:
    """Progress of every step of the plan, in its order, and then of other steps that are to be told.

    Those are steps about which something was noted, and steps of the plan before whose result the answers show.

    Args:
        document: the assessment whose plan is worked.
        work: action id -> what was noted.
        actions: the actions of its pack by id; one that is gone keeps its id as title.
        before: actions of the plan of the wave before.
    """
    steps = {step.action: step for step in document.plan}
    shown = [action for action in before if action in document.in_place]
    listed = dict.fromkeys([*steps, *work, *shown])
    return tuple(_progress(action, steps.get(action), work, document, actions) for action in listed)


def _progress(
    action: str,
    step: Step | None,
    work: Mapping[str, StepWork],
    document: Assessment,
    actions: Mapping[str, Action],
) -> StepProgress:
    noted = work.get(action, StepWork(action))
    known = actions.get(action)
    parts = len(known.steps) if known else 0
    shown = answers_show(action, document)
    return StepProgress(
        action=action,
        title=known.title if known else action,
        rank=step.rank if step else None,
        status=noted.status,
        since=noted.since,
        reason=noted.reason,
        owner=noted.owner,
        due=noted.due or (step.due if step else None),
        note=noted.note,
        parts=parts,
        ticked=tuple(part for part in sorted(noted.ticked) if part <= parts),
        answers_show=shown,
        asks=_asks(noted, shown, document.as_of),
        entries=noted.entries,
    )


def answers_show(action: str, document: Assessment) -> bool | None:
    """Whether the answers show what the action achieves; None where they leave it open, or it no longer applies."""
    if action in document.in_place:
        return True
    advised = {one.action for rows in (document.plan, document.unplaced, document.not_now) for one in rows}
    return False if action in advised else None


def _asks(noted: StepWork, shown: bool | None, answered_on: dt.date) -> Doubt | None:
    if shown and noted.is_open:
        return "done"
    # Answers that were given before the step was done cannot show it yet; the next wave asks for them.
    later = noted.since is not None and noted.since < answered_on
    return "really" if shown is False and noted.status == "done" and later else None
