"""How sellers stand today, as a list of many tells it: how far their answers are, and what is late and next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct

from cbassess.model.assessment import Assessment
from cbassess.model.rulebook import Action
from cbassess.model.work import StepProgress, StepWork
from cbassess.working.joining import join


class Standing(Struct, frozen=True):
    """A wave on one day.

    Attributes:
        answered, asked: how many of its items have an answer, of how many.
        late: steps that should be done by now and are not, those that are late longest first.
        ahead: the other open steps, in the order in which they are due.
    """

    answered: int
    asked: int
    late: tuple[StepProgress, ...]
    ahead: tuple[StepProgress, ...]


def standing_of(
    document: Assessment, work: Mapping[str, StepWork], actions: Mapping[str, Action], today: dt.date
) -> Standing:
    """The standing of a wave, from its assessment and from what is noted about its steps."""
    steps = [step for step in join(document, work, actions) if step.status in ("open", "doing") and step.due]
    in_order = sorted(steps, key=lambda step: (step.due or today, step.rank or 0, step.action))
    return Standing(
        answered=document.answered,
        asked=document.asked,
        late=tuple(step for step in in_order if step.overdue(today)),
        ahead=tuple(step for step in in_order if not step.overdue(today)),
    )
