"""The plan, worked: steps by quarter, each changed where it stands; filter, pace, and the ways on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from cbassess.model.pack import Pack
from cbassess.model.work import StepProgress
from cbassess.tui import screens, words
from cbassess.tui.case import Case
from cbassess.tui.picking import Picked
from cbassess.tui.screens.base import BACK
from cbassess.tui.screens.leading import evidence_screen
from cbassess.tui.screens.pacing import PacingPage
from cbassess.tui.texts.filters import picked_text
from cbassess.tui.texts.layout import BLANK, MUTED, text
from cbassess.tui.texts.plan import PlanView, plan_lines, summary
from cbassess.tui.widgets.banner import Banner
from cbassess.tui.widgets.edit_line import EditLine
from cbassess.tui.widgets.sheet import Sheet
from cbassess.tui.widgets.title_bar import TitleBar


class PlanScreen(PacingPage):
    """Closes with the id of an item to answer, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "filter", words.FILTER, tooltip=words.FILTER_HELP, id="plan.filter"),
        Binding("x", "show_all", words.SHOW_ALL, tooltip=words.SHOW_ALL_HELP, id="plan.show_all"),
        Binding("a", "answer", words.ANSWER_IT, tooltip=words.ANSWER_IT_HELP, id="plan.answer"),
        Binding("i", "what_if", words.WHAT_IF, tooltip=words.WHAT_IF_HELP, id="plan.what_if"),
        Binding("r", "goal", words.GOAL, tooltip=words.GOAL_HELP, id="plan.goal"),
        Binding("e", "export", words.EXPORT, tooltip=words.EXPORT_HELP, id="plan.export"),
        BACK,
    ]

    def __init__(self, case: Case) -> None:
        super().__init__()
        self.case = case
        self._picked = Picked()
        self._view = self._read()

    def _read(self) -> PlanView:
        """What is shown now; the notes are read anew."""
        case = self.case
        return PlanView(case.desk.pack, case.document, case.progress, case.pace, case.desk.today(), self._picked)

    def title_bar(self) -> TitleBar:
        """Seller and wave."""
        return TitleBar(self.case.document.seller, self.case.document.wave, words.PLAN)

    def body(self) -> Iterable[Widget]:
        """What is filtered, the sheet, and the line in which something is changed."""
        yield Static(BLANK, classes="picked")
        yield Sheet(tuple(plan_lines(self._view)))
        yield EditLine()

    def on_mount(self) -> None:
        """How the plan stands; that of an earlier quarter is only read."""
        self._tell()
        if not self.case.latest:
            self.query_one(Banner).tell(text(words.EARLIER_PLAN, MUTED))

    def on_screen_resume(self) -> None:
        """A step may have been worked on its own screen."""
        self.show_work()

    async def reword(self, pack: Pack) -> None:
        """All in the other language; the cursor and what was typed stay."""
        self.case = self.case.anew(pack)
        self.show_work()
        await super().reword(pack)
        self.query_one(EditLine).reword()
        self._tell()

    def meant(self) -> StepProgress | None:
        """The step at the cursor."""
        return self._view.works.get(self.query_one(Sheet).key)

    def show_work(self) -> None:
        """Read anew what is noted, and write it."""
        self._view = self._read()
        self.query_one(Sheet).rewrite(tuple(plan_lines(self._view)))
        picked = self.query_one(".picked", Static)
        picked.display = bool(self._picked)
        if self._picked:
            picked.update(picked_text(self._view))

    def _tell(self) -> None:
        self.show_state(text(summary(self._view), MUTED))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Lines are followed that lead on; all is shown again where it is not."""
        if self.editing:
            return False
        if action == "follow":
            return self.is_mounted and bool(self.query_one(Sheet).key)
        if action == "answer":
            step = self.meant() if self.is_mounted else None
            return bool(step and step.asks and self.case.question_behind(step.action))
        return bool(self._picked) if action == "show_all" else super().check_action(action, parameters)

    def action_follow(self) -> None:
        """To the step, with what it rests on."""
        self.app.push_screen(evidence_screen(self.case, self.query_one(Sheet).key), self._return)

    def _return(self, item: str | None) -> None:
        """Back from a screen behind, or on to the question that was asked for there."""
        if item is not None:
            self.dismiss(item)

    def action_answer(self) -> None:
        """To the question whose answer says otherwise than the status of the step."""
        self.dismiss(self.case.question_behind(self.query_one(Sheet).key))

    def action_filter(self) -> None:
        """Pick which steps are shown."""
        self.app.push_screen(screens.FilterScreen(self._view), self._pick)

    def _pick(self, picked: Picked | None) -> None:
        self._picked = picked or Picked()
        self.show_work()
        self.refresh_bindings()

    def action_show_all(self) -> None:
        """Show all steps again."""
        self._pick(None)

    def action_what_if(self) -> None:
        """Trends and plan if something were otherwise."""
        self.app.push_screen(screens.WhatIfScreen(self.case))

    def action_goal(self) -> None:
        """The way to a readiness by a quarter."""
        self.app.push_screen(screens.GoalScreen(self.case))

    def action_export(self) -> None:
        """Into a file, with what is noted now."""
        self.app.push_screen(screens.ExportScreen(self.case.anew().document))
