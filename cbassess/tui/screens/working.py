"""Screens on which a step of the plan is worked: each key changes one thing, and it is saved at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import ClassVar, get_args

from textual.binding import Binding, BindingType

from cbassess.model.work import Status, StepProgress
from cbassess.tui import words
from cbassess.tui.case import Case
from cbassess.tui.screens.working_out import WorkingOutPage
from cbassess.tui.texts.layout import SUCCESS, text
from cbassess.tui.widgets.edit_line import EditLine
from cbassess.workflow import StepBook

STATUSES: tuple[Status, ...] = get_args(Status)
DIGITS = "1234567890"

Change = Callable[[StepBook, str, dt.date, dt.datetime], None]
"""Notes something about an action, on a day, at a moment."""


class WorkingPage(WorkingOutPage[str | None]):
    """Subclasses say which step is meant, and show what was noted. They yield an `EditLine`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "follow", words.WHY_SO, tooltip=words.WHY_SO_HELP, id="work.follow"),
        Binding("s", "status", words.STATUS, tooltip=words.STATUS_HELP, id="work.status"),
        Binding("w", "owner", words.WHO, tooltip=words.WHO_HELP, id="work.owner"),
        Binding("d", "due", words.DUE_KEY, tooltip=words.DUE_HELP, id="work.due"),
        Binding("n", "note", words.STEP_NOTE, tooltip=words.STEP_NOTE_HELP, id="work.note"),
        Binding("y", "accept", words.ACCEPT, tooltip=words.ACCEPT_HELP, id="work.accept"),
        *(
            Binding(digit, f"tick({place})", tooltip=words.TICK_HELP, show=False, id=f"work.tick_{digit}")
            for place, digit in enumerate(DIGITS, 1)
        ),
    ]
    WORKS: ClassVar[frozenset[str]] = frozenset({"status", "owner", "due", "note", "accept", "tick"})

    case: Case

    def meant(self) -> StepProgress | None:
        """The step that is worked; None where there is none."""
        raise NotImplementedError

    def show_work(self) -> None:
        """Show what is noted now."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a step of the latest plan is worked."""
        if action not in self.WORKS:
            return True
        may = self.is_mounted and self.case.latest and not self.editing
        step = self.meant() if may else None
        if step is None:
            return False
        if action == "tick":
            return isinstance(parameters[0], int) and parameters[0] <= step.parts
        return action != "accept" or step.asks == "done"

    def action_status(self) -> None:
        """Choose how it stands."""
        step = self._step
        self.edit.choose(
            _label("STATUS", step),
            lambda: [words.STATUSES[status] for status in STATUSES],
            lambda digit: self._take_status(step, digit),
        )

    def _take_status(self, step: StepProgress, digit: str) -> str:
        if int(digit) > len(STATUSES):
            return words.CHOOSE_HELP
        match STATUSES[int(digit) - 1]:
            case "open":
                self._note(StepBook.reopen, step, words.STATUSES["open"])
            case "doing":
                self._note(StepBook.start, step, words.STATUSES["doing"])
            case "done":
                self._note(StepBook.finish, step, words.STATUSES["done"])
            case "dropped":
                take = lambda reason: self._drop(step, reason)  # noqa: E731
                self.edit.ask(_label("WHY_DROPPED", step), lambda: words.DROP_FORM, step.reason, take)
        return ""

    def _drop(self, step: StepProgress, reason: str) -> str:
        if not reason:
            return words.DROP_FORM
        self._note(lambda book, *of: book.drop(of[0], reason, of[1], of[2]), step, words.STATUSES["dropped"])
        return ""

    def action_owner(self) -> None:
        """Say who does it."""
        step = self._step
        self.edit.ask(
            _label("WHO", step), lambda: words.OWNER_FORM, step.owner, lambda owner: self._assign(step, owner)
        )

    def _assign(self, step: StepProgress, owner: str) -> str:
        said = owner or words.NOBODY
        return self._note(lambda book, *of: book.assign(of[0], owner, of[1], of[2]), step, said)

    def action_due(self) -> None:
        """Say by when it should be done."""
        step = self._step
        shown = step.due.isoformat() if step.due else ""
        self.edit.ask(_label("DUE", step), lambda: words.DUE_FORM, shown, lambda day: self._set_due(step, day))

    def _set_due(self, step: StepProgress, typed: str) -> str:
        try:
            day = dt.date.fromisoformat(typed) if typed else None
        except ValueError:
            return words.DUE_FORM
        said = day.isoformat() if day else words.AS_PLANNED
        return self._note(lambda book, *of: book.set_due(of[0], day, of[1], of[2]), step, said)

    def action_note(self) -> None:
        """Write down what to remember."""
        step = self._step
        self.edit.ask(
            _label("STEP_NOTE", step), lambda: words.NOTE_FORM, step.note, lambda note: self._remark(step, note)
        )

    def _remark(self, step: StepProgress, note: str) -> str:
        return self._note(lambda book, *of: book.remark(of[0], note, of[1], of[2]), step, words.STEP_NOTE)

    def action_tick(self, part: int) -> None:
        """Tick a part, or take the tick away."""
        step = self._step
        on = part not in step.ticked
        self._note(lambda book, *of: book.tick(of[0], part, of[1], of[2], done=on), step, words.ticked(part, on))

    def action_accept(self) -> None:
        """It is done, as the answers show."""
        self._note(StepBook.finish, self._step, words.STATUSES["done"])

    def _note(self, change: Change, step: StepProgress, said: str) -> str:
        """Save it, and say so; what went wrong stands in the banner and is given back."""
        desk = self.case.desk

        def save() -> bool:
            change(self.case.book, step.action, desk.today(), desk.now())
            return True

        if not self.attempt(save):
            return words.NOT_SAVED
        self.show_state(text(words.saved_as(said), SUCCESS))
        self.show_work()
        self.refresh_bindings()
        return ""

    @property
    def editing(self) -> bool:
        """Whether something about a step is being changed."""
        return self.is_mounted and self.edit.is_open

    @property
    def edit(self) -> EditLine:
        """The line in which something is changed."""
        return self.query_one(EditLine)

    @property
    def _step(self) -> StepProgress:
        step = self.meant()
        assert step is not None, "keys that work a step are off where there is none"  # noqa: S101
        return step


def _label(what: str, step: StepProgress) -> Callable[[], str]:
    """`Status of: Search and file your mark`, in the language of the moment."""
    return lambda: words.of_step(getattr(words, what), step.title)
