"""A month of work on a plan: something of each kind, and a step that the plan does not have."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from msgspec.structs import replace

from cbassess.model.assessment import Assessment
from cbassess.model.pack import Pack
from cbassess.model.work import StepWork
from cbassess.working.joining import join

DAY = dt.date(2026, 12, 2)


def noted(plan: Assessment) -> dict[str, StepWork]:
    """Action id -> what was noted."""
    return {one.action: one for one in _noted(plan)}


def worked(plan: Assessment, pack: Pack) -> Assessment:
    """The assessment with what was noted."""
    return replace(plan, work=join(plan, noted(plan), pack.actions))


def _noted(plan: Assessment) -> Iterator[StepWork]:
    first, second, third, fourth = (step.action for step in plan.plan[:4])
    yield StepWork(first, "done", DAY, owner="王伟", note="In the safe =1+1.", ticked=frozenset({1, 2}), entries=4)
    yield StepWork(second, "doing", DAY, owner="Li Na", due=dt.date(2027, 9, 9), ticked=frozenset({1}), entries=3)
    yield StepWork(third, "dropped", DAY, reason="The broker does it.", entries=2)
    yield StepWork(fourth, owner="Zhao", entries=1)
    yield StepWork(plan.in_place[0], "done", dt.date(2026, 12, 3), note="Before the fair.", entries=2)
