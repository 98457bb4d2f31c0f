"""What is noted about a step, as lines that can be changed and as a part of a detail."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial

from textual.content import Content

from cbassess.model.work import StepProgress
from cbassess.tui import words
from cbassess.tui.texts.layout import BLANK, MUTED, STRONG, SUCCESS, WARNING, joined, labelled, lines, listed, text
from cbassess.tui.texts.line import Line, blank, heading

EDITS = "work:"
"""Begins the key of a line that can be changed: `work:owner`, `work:tick:3`."""


def work_lines(work: StepProgress, parts: Sequence[str], today: dt.date) -> Iterator[Line]:
    """What can be changed about a step, a line each."""
    yield blank()
    yield heading(words.YOUR_WORK)
    if doubt := doubt_text(work):
        yield Line(lambda _width: text(doubt, WARNING), told=True)
    for key, label, said in _noted(work, today):
        yield Line(partial(_labelled, label, said), key=f"{EDITS}{key}")
    yield from ([heading(words.PARTS)] if parts else [])
    for number, part in enumerate(parts, 1):
        yield Line(partial(_part, number, part, number in work.ticked), key=f"{EDITS}tick:{number}")


def work_text(work: StepProgress, parts: Sequence[str], today: dt.date, width: int) -> Content:
    """The same as a part of the detail of a step."""
    noted = [labelled(label, said, width) for _, label, said in _noted(work, today)]
    ticks = [_part(number, part, number in work.ticked, width) for number, part in enumerate(parts, 1)]
    doubt = doubt_text(work)
    return lines([*([text(doubt, WARNING)] if doubt else []), *noted, text(words.PARTS, STRONG), *ticks])


def doubt_text(work: StepProgress) -> str:
    """What the answers say against the status; empty where both agree."""
    return {"done": words.OFFERED, "really": words.DOUBTED}.get(work.asks or "", "")


def _noted(work: StepProgress, today: dt.date) -> Iterator[tuple[str, str, Content]]:
    yield "status", words.STATUS, _status(work)
    yield "owner", words.WHO, text(work.owner) if work.owner else text(words.NOBODY, MUTED)
    yield "due", words.DUE, _due(work, today)
    yield "note", words.STEP_NOTE, text(work.note) if work.note else text(words.NO_STEP_NOTE, MUTED)
    if work.status == "dropped":
        yield "status", words.WHY_DROPPED, text(work.reason)


def _status(work: StepProgress) -> Content:
    status = words.STATUSES[work.status]
    said = words.since(status, work.since.isoformat()) if work.since and work.status != "open" else status
    return text(said, SUCCESS if work.status == "done" else "")


def _due(work: StepProgress, today: dt.date) -> Content:
    if work.due is None:
        return text(words.NO_STEP_NOTE, MUTED)
    late = text(f"  {words.late_days((today - work.due).days)}", WARNING) if work.overdue(today) else BLANK
    return joined(text(work.due.isoformat()), late)


def _labelled(label: str, said: Content, width: int) -> Content:
    return labelled(label, said, width)


def _part(number: int, part: str, done: bool, width: int) -> Content:
    return listed(f"{number}. [{'x' if done else ' '}]", text(part, MUTED if done else ""), width)
