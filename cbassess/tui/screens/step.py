"""A step of the plan: what is noted about it, to be changed in place, and everything it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from cbassess.model.explanation import ActionExplained, Explanation
from cbassess.model.pack import Pack
from cbassess.model.work import StepProgress
from cbassess.tui import words
from cbassess.tui.case import Case
from cbassess.tui.screens.base import BACK
from cbassess.tui.screens.evidence import EvidenceScreen
from cbassess.tui.screens.working import WorkingPage
from cbassess.tui.texts.evidence import action_lines
from cbassess.tui.texts.line import Line
from cbassess.tui.texts.work import EDITS, work_lines
from cbassess.tui.widgets.edit_line import EditLine


class StepScreen(WorkingPage, EvidenceScreen):
    """The evidence of an action, with the work on it before."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "change", words.EDIT, tooltip=words.EDIT_HELP, id="step.change"),
        BACK,
    ]

    def __init__(self, case: Case, name: str) -> None:
        super().__init__(case, name)
        self._work = case.progress.get(name)

    def body(self) -> Iterable[Widget]:
        """The list, and the line in which something is changed."""
        yield from super().body()
        yield EditLine()

    async def reword(self, pack: Pack) -> None:
        """All in the other language; what was typed stays."""
        await super().reword(pack)
        self._work = self.case.progress.get(self.about)
        self.query_one(EditLine).reword()

    def lines_of(self, found: Explanation) -> Iterator[Line]:
        """The evidence, with the work before it."""
        assert isinstance(found, ActionExplained)  # noqa: S101
        step = next((step for step in self.case.document.plan if step.action == self.about), None)
        return action_lines(found, step, self._work_lines())

    def _work_lines(self) -> Iterable[Line]:
        if self._work is None:
            return ()
        parts = self.case.desk.pack.actions[self.about].steps
        return work_lines(self._work, parts, self.case.desk.today())

    def meant(self) -> StepProgress | None:
        """This step."""
        return self._work

    def show_work(self) -> None:
        """Read anew what is noted, and write it."""
        self._work = self.case.progress.get(self.about)
        self.write()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A line about the work is changed, any other one followed."""
        changes = self.key.startswith(EDITS)
        if action in ("change", "follow", "answer") and self.editing:
            return False
        if action == "change":
            return changes and self.case.latest
        if action == "follow" and changes:
            return False
        if action in self.WORKS:
            return WorkingPage.check_action(self, action, parameters)
        return EvidenceScreen.check_action(self, action, parameters)

    def action_change(self) -> None:
        """Change what the line is about."""
        what, _, part = self.key.removeprefix(EDITS).partition(":")
        changes = {"status": self.action_status, "owner": self.action_owner, "due": self.action_due}
        change = partial(self.action_tick, int(part)) if part else changes.get(what, self.action_note)
        change()
