"""A goal, a mode of the plan: choose readiness and quarter, and see the way there or what would have to give."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from cbassess.model.goal import Goal
from cbassess.model.pack import Pack
from cbassess.tui import words
from cbassess.tui.aiming import BY, Draft
from cbassess.tui.case import Case
from cbassess.tui.screens.working_out import WorkingOutPage
from cbassess.tui.texts.goal import goal_detail, goal_lines
from cbassess.tui.texts.layout import MUTED, WARNING, text
from cbassess.tui.texts.line import Line
from cbassess.tui.widgets.banner import Banner
from cbassess.tui.widgets.edit_line import EditLine
from cbassess.tui.widgets.sheet import Sheet
from cbassess.tui.widgets.title_bar import TitleBar


class GoalScreen(WorkingOutPage[None]):
    """Nothing that is asked here is ever saved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose", words.CHOOSE, tooltip=words.CHOOSE_AIM_HELP, id="goal.choose"),
        Binding("left,minus", "move(-1)", words.LESS, tooltip=words.LESS_HELP, id="goal.less"),
        Binding("right,plus", "move(1)", words.MORE, tooltip=words.MORE_HELP, id="goal.more"),
        Binding("t", "type", words.TYPE_IT, tooltip=words.TYPE_IT_HELP, id="goal.type"),
        Binding("enter", "find", words.FIND_WAY, tooltip=words.FIND_WAY_HELP, id="goal.find"),
        Binding("tab", "read", words.READ, tooltip=words.READ_BOTH_HELP, id="goal.read"),
        Binding("escape", "back", words.LEAVE_MODE, tooltip=words.LEAVE_MODE_HELP, id="goal.leave"),
    ]

    def __init__(self, case: Case) -> None:
        super().__init__()
        _ = case.asked_with  # read from the history here, because the thread may not
        self._case = case
        self._draft = Draft.of(case.document)
        self._found: Goal | None = None
        self._found_for: Draft | None = None

    def title_bar(self) -> TitleBar:
        """Seller, wave, plan, mode."""
        return TitleBar(self._case.wave.seller.name, self._case.wave.label, words.PLAN, words.GOAL)

    def body(self) -> Iterable[Widget]:
        """The goal, the way, and the line in which a figure is typed."""
        yield Sheet(self._lines())
        yield EditLine()

    def on_mount(self) -> None:
        """Say that nothing is saved."""
        self.show_state(text(words.NOTHING_SAVED, MUTED))

    async def reword(self, pack: Pack) -> None:
        """All in the other language; the goal and what was typed stay."""
        self._case = self._case.anew(pack)
        _ = self._case.asked_with
        await super().reword(pack)
        self.show_state(text(words.NOTHING_SAVED, MUTED))
        self.query_one(EditLine).reword()
        self._write()
        if self._found_for is not None:
            self._find(self._found_for)

    def _lines(self) -> tuple[Line, ...]:
        return tuple(goal_lines(self._case.document, self._draft, self._way))

    def _way(self, width: int) -> Content:
        planned = {step.action: step.quarter for step in self._case.document.plan}
        return goal_detail(self._found, planned, width)

    def _write(self) -> None:
        """Write the lines; what was changed since the way was found makes it old."""
        self.query_one(Sheet).rewrite(self._lines())
        banner = self.query_one(Banner)
        if self._found is not None and self._draft != self._found_for:
            banner.tell(text(words.GOAL_OLD, WARNING))
        else:
            banner.clear()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Keys act on the highlighted line; none while a figure is typed or the way is read."""
        if action not in ("choose", "move", "type", "find", "read"):
            return True
        if not self.is_mounted or self.query_one(EditLine).is_open or self.query_one(Sheet).reading:
            return False
        key = self.query_one(Sheet).key
        if action == "choose":
            return key in self._draft.readiness
        return action != "type" or key != BY

    def action_choose(self) -> None:
        """Take the trend into the goal, or out of it."""
        self._change(self._draft.turned(self.query_one(Sheet).key))

    def action_move(self, direction: int) -> None:
        """Less or more of what the line is about."""
        self._change(self._draft.moved(self.query_one(Sheet).key, direction))

    def action_type(self) -> None:
        """Type the figure."""
        key = self.query_one(Sheet).key
        take = lambda typed: self._take(key, typed)  # noqa: E731
        self.query_one(EditLine).ask(lambda: words.TYPE_IT_HELP, lambda: words.GOAL_FIGURE_FORM, "", take)

    def _take(self, key: str, typed: str) -> str:
        plain = typed.replace(",", "").strip()
        if not (plain.isascii() and plain.replace(".", "", 1).isdigit()):
            return words.GOAL_FIGURE_FORM
        self._change(self._draft.put(key, float(plain)))
        return ""

    def _change(self, draft: Draft) -> None:
        self._draft = draft
        self._write()

    def action_find(self) -> None:
        """Work out the way."""
        if self._draft.aims:
            self._find(self._draft)
        else:
            self.query_one(Banner).tell(text(words.GOAL_NO_AIM, WARNING))

    def _find(self, draft: Draft) -> None:
        case = self._case
        limits = draft.limits(case.desk.pack)
        self.work_out(lambda: case.way(draft.wanted, draft.by, limits), lambda found: self._show(draft, found))

    def _show(self, draft: Draft, found: Goal) -> None:
        self._found, self._found_for = found, draft
        self._write()

    def action_read(self) -> None:
        """Into the way."""
        self.query_one(Sheet).action_read()
