"""The plan that is worked: begin, tick, finish, drop and reopen its steps, and see what is late."""

from __future__ import annotations

import datetime as dt
import difflib

from msgspec import Struct

from cbassess.errors import UsageError
from cbassess.model.assessment import Assessment
from cbassess.model.history import Seller, WorkEntry
from cbassess.model.pack import Pack
from cbassess.model.work import StepProgress
from cbassess.store.history import History
from cbassess.working.folding import fold
from cbassess.working.joining import join

MAX_TEXT = 2_000
MAX_OWNER = 100


class StepBook(Struct, frozen=True):
    """The steps of one seller, and what is noted about them. Every change is on disk when its method returns.

    Attributes:
        document: the assessment of the wave whose plan is worked.
        before: actions of the plan of the wave before.
        progress: every step of the plan, in its order, and then others about which something was noted.
    """

    history: History
    pack: Pack
    seller: Seller
    document: Assessment
    before: tuple[str, ...] = ()

    @property
    def progress(self) -> tuple[StepProgress, ...]:
        """Where every step stands now."""
        return join(self.document, fold(self.history.work.of(self.seller.id)), self.pack.actions, self.before)

    def overdue(self, today: dt.date) -> tuple[StepProgress, ...]:
        """Steps that should be done by now and are not, the latest first."""
        late = (step for step in self.progress if step.overdue(today))
        return tuple(sorted(late, key=lambda step: (step.due or today, step.action)))

    def offered(self) -> tuple[StepProgress, ...]:
        """Steps whose result the answers show, and that are not marked done yet."""
        return tuple(step for step in self.progress if step.asks == "done")

    def doubted(self) -> tuple[StepProgress, ...]:
        """Steps marked done whose result the answers do not show."""
        return tuple(step for step in self.progress if step.asks == "really")

    def find(self, name: str) -> StepProgress:
        """The step of this action id, or of this place in the plan; UsageError names those that are near."""
        for step in self.progress:
            if name in (step.action, str(step.rank)):
                return step
        if name in self.pack.actions:
            return join(self.document, fold([WorkEntry(name, "", "", self.document.as_of)]), self.pack.actions)[-1]
        near = difflib.get_close_matches(name, self.pack.actions, n=3)
        hint = f"Did you mean {' or '.join(near)}? " if near else ""
        raise UsageError(name, "unknown-step", "There is no such step.", f"{hint}See: cbassess step list.")

    def start(self, action: str, on: dt.date, now: dt.datetime) -> None:
        """The work on a step begins."""
        self._note(action, on, now, status="doing")

    def finish(self, action: str, on: dt.date, now: dt.datetime) -> None:
        """A step is done."""
        self._note(action, on, now, status="done")

    def drop(self, action: str, reason: str, on: dt.date, now: dt.datetime) -> None:
        """A step will not be done; UsageError without a reason."""
        if not reason.strip():
            raise UsageError(
                action, "no-reason", "A step is dropped with a reason.", "Say why, for whoever asks later."
            )
        self._note(action, on, now, status="dropped", reason=_checked(reason, MAX_TEXT))

    def reopen(self, action: str, on: dt.date, now: dt.datetime) -> None:
        """A step is to be done after all, or again."""
        self._note(action, on, now, status="open")

    def assign(self, action: str, owner: str, on: dt.date, now: dt.datetime) -> None:
        """Who does a step; empty for nobody."""
        self._note(action, on, now, owner=_checked(owner, MAX_OWNER))

    def set_due(self, action: str, due: dt.date | None, on: dt.date, now: dt.datetime) -> None:
        """By when a step should be done; None for the day of the plan."""
        self._note(action, on, now, due=due.isoformat() if due else "")

    def remark(self, action: str, note: str, on: dt.date, now: dt.datetime) -> None:
        """What to remember about a step; empty for nothing."""
        self._note(action, on, now, note=_checked(note, MAX_TEXT))

    def tick(self, action: str, part: int, on: dt.date, now: dt.datetime, *, done: bool = True) -> None:
        """A sub-step is done, counted from 1, or is not after all; UsageError where there is no such one.

        With its first tick a step is begun.
        """
        step = self.find(action)
        if not 1 <= part <= step.parts:
            message = f"The step has no part {part}."
            raise UsageError(action, "unknown-part", message, f"Its parts are 1 to {step.parts}.")
        begins = {"status": "doing"} if done and step.status == "open" else {}
        self._note(action, on, now, **begins, **{"tick" if done else "untick": str(part)})

    def _note(self, action: str, on: dt.date, now: dt.datetime, **values: str) -> None:
        entries = [WorkEntry(action, kind, value, on) for kind, value in values.items()]
        self.history.work.note(self.seller.id, entries, now)


def _checked(text: str, limit: int) -> str:
    """The text on one line; UsageError where it is too long."""
    plain = " ".join(text.split())
    if len(plain) > limit:
        raise UsageError(
            "text", "too-long", f"The text has {len(plain)} characters; {limit} are allowed.", "Shorten it."
        )
    return plain
