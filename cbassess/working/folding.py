"""Entries about work, in the order in which they were noted -> where each step stands.

    kind      value
    status    open, doing, done, dropped
    reason    why it was dropped
    owner     who does it; empty for nobody
    due       the day by which it should be done; empty for that of the plan
    note      what to remember
    tick      number of a sub-step that is done; untick takes it back
    pace      of the plan as a whole: fit, off, or a share such as 0.6

What a later version adds, or nobody could have noted, is passed over.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from msgspec.structs import replace

from cbassess.model.history import WorkEntry
from cbassess.model.work import StepWork

STATUSES = ("open", "doing", "done", "dropped")


def fold(entries: Iterable[WorkEntry]) -> dict[str, StepWork]:
    """Action id -> where its step stands, in the order in which they were first noted."""
    steps: dict[str, StepWork] = {}
    for entry in entries:
        if entry.action:
            before = steps.get(entry.action, StepWork(entry.action))
            steps[entry.action] = replace(_after(before, entry), entries=before.entries + 1)
    return steps


def fold_until(entries: Iterable[WorkEntry], day: dt.date) -> dict[str, StepWork]:
    """Where each step stood at the end of a day."""
    return fold(entry for entry in entries if entry.on <= day)


def pace_choice(entries: Iterable[WorkEntry]) -> str:
    """What was decided last about the pace; empty where nothing was."""
    noted = (entry.value for entry in entries if not entry.action and entry.kind == "pace")
    choices = [value for value in noted if value in ("fit", "off") or re.fullmatch(r"0\.\d{1,3}|1", value, re.ASCII)]
    return choices[-1] if choices else ""


def _after(step: StepWork, entry: WorkEntry) -> StepWork:
    match entry.kind, entry.value:
        case "status", ("open" | "doing" | "done" | "dropped") as status:
            return replace(step, status=status, since=entry.on, reason="")
        case "reason", text:
            return replace(step, reason=text)
        case "owner", text:
            return replace(step, owner=text)
        case "note", text:
            return replace(step, note=text)
        case "due", "":
            return replace(step, due=None)
        case "due", text if _is_day(text):
            return replace(step, due=dt.date.fromisoformat(text))
        case "tick", text if text.isdecimal():
            return replace(step, ticked=step.ticked | {int(text)})
        case "untick", text if text.isdecimal():
            return replace(step, ticked=step.ticked - {int(text)})
    return step


def _is_day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True
