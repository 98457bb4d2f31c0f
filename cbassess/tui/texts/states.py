"""The state of a step in a word or two: late, doing, done, dropped, or what it waits for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from textual.content import Content

from cbassess.model.plan import Step
from cbassess.model.work import StepProgress
from cbassess.tui import words
from cbassess.tui.texts.layout import BLANK, MUTED, SUCCESS, WARNING, text

STATE = 14
"""Cells of the longest state in one line."""

Works = Mapping[str, StepProgress]
"""Action -> where its step stands."""


def state_text(action: str, works: Works, today: dt.date, step: Step | None = None) -> Content:
    """What there is to know at a glance; nothing where a step is open and free to begin."""
    work = works.get(action)
    if work is not None and work.overdue(today) and work.due is not None:
        return text(words.late_days((today - work.due).days), WARNING)
    if work is not None and work.status != "open":
        return text(words.STATUSES[work.status], SUCCESS if work.status == "done" else MUTED)
    before = waiting_for(step, works) if step is not None else ()
    return text(words.after(", ".join(before)), MUTED) if before else BLANK


def waiting_for(step: Step, works: Works) -> tuple[str, ...]:
    """Places in the plan of the steps that have to be finished before this one, and are not."""
    found = (works[action] for action in step.waits_for if action in works)
    return tuple(str(work.rank) for work in found if work.rank is not None and is_open(work.action, works))


def is_open(action: str, works: Works) -> bool:
    """Whether something is left to do."""
    return action not in works or works[action].status in ("open", "doing")
