"""What was noted about the steps of a plan -> what a report says of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from cbassess.export.report import Work, Worked
from cbassess.model.assessment import Assessment
from cbassess.model.work import Doubt, Status, StepProgress
from cbassess.words import Words, phrase

STATUSES: Mapping[Status, str] = {
    "open": phrase("Not begun"),
    "doing": phrase("Under way"),
    "done": phrase("Done"),
    "dropped": phrase("Given up"),
}
_DOUBTS: Mapping[Doubt, str] = {
    "done": phrase("the answers show it as done"),
    "really": phrase("the answers do not show it"),
}


class WorkNotes:
    """Where each step stands; a step about which nothing is known has not begun."""

    def __init__(self, document: Assessment, words: Words) -> None:
        self._plan = {step.action for step in document.plan}
        self._noted = {one.action: one for one in document.work}
        self._words = words

    def of(self, action: str, planned_due: dt.date | None = None) -> Work:
        """What is done about an action whose day in the plan is `planned_due`."""
        noted = self._noted.get(action)
        if noted is None:
            return Work("open", self._words(STATUSES["open"]))
        return self._work(noted, planned_due)

    def due(self, action: str, planned: dt.date) -> dt.date:
        """The day that the seller set, else the planned one."""
        noted = self._noted.get(action)
        return (noted and noted.due) or planned

    def elsewhere(self) -> Iterator[Worked]:
        """Those that are in the plan no more, as far as there is something to tell."""
        for one in self._noted.values():
            worked = Worked(one.action, one.title, self._work(one, None))
            if one.action not in self._plan and worked.work.is_told:
                yield worked

    def _work(self, noted: StepProgress, planned_due: dt.date | None) -> Work:
        return Work(
            status=noted.status,
            status_title=self._words(STATUSES[noted.status]),
            since=noted.since,
            reason=noted.reason,
            owner=noted.owner,
            note=noted.note,
            planned_due=None if noted.due == planned_due else planned_due,
            ticked=tuple(noted.ticked),
            doubt=self._words(_DOUBTS[noted.asks]) if noted.asks else "",
            entries=noted.entries,
        )
