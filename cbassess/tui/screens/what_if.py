"""What if, a mode of the plan: steps supposed done, answers supposed, and both sides beside each other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from cbassess.model.pack import Pack
from cbassess.model.responses import Response
from cbassess.model.what_if import WhatIf
from cbassess.tui import screens, words
from cbassess.tui.case import Case
from cbassess.tui.screens.working_out import WorkingOutPage
from cbassess.tui.texts.layout import MUTED, text
from cbassess.tui.texts.line import Line
from cbassess.tui.texts.what_if import supposing_lines, what_if_detail
from cbassess.tui.widgets.sheet import Sheet
from cbassess.tui.widgets.title_bar import TitleBar


class WhatIfScreen(WorkingOutPage[None]):
    """Nothing that is supposed here is ever saved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "suppose", words.SUPPOSE_DONE, tooltip=words.SUPPOSE_DONE_HELP, id="what_if.suppose"),
        Binding("v", "answer", words.SUPPOSE_ANSWER, tooltip=words.SUPPOSE_ANSWER_HELP, id="what_if.answer"),
        Binding("x", "clear", words.SUPPOSE_NOTHING, tooltip=words.SUPPOSE_NOTHING_HELP, id="what_if.clear"),
        Binding("tab", "read", words.READ, tooltip=words.READ_BOTH_HELP, id="what_if.read"),
        Binding("escape", "back", words.LEAVE_MODE, tooltip=words.LEAVE_MODE_HELP, id="what_if.leave"),
    ]

    def __init__(self, case: Case) -> None:
        super().__init__()
        _ = case.asked_with  # read from the history here, because the thread may not
        self._case = case
        self._answers: dict[str, Response] = {}
        self._done: list[str] = []
        self._found: WhatIf | None = None

    def title_bar(self) -> TitleBar:
        """Seller, wave, plan, mode."""
        return TitleBar(self._case.wave.seller.name, self._case.wave.label, words.PLAN, words.WHAT_IF)

    def body(self) -> Iterable[Widget]:
        """What can be supposed, and both sides."""
        yield Sheet(self._lines())

    def on_mount(self) -> None:
        """Say that nothing is saved."""
        self.show_state(text(words.NOTHING_SAVED, MUTED))

    async def reword(self, pack: Pack) -> None:
        """All in the other language; what is supposed stays."""
        self._case = self._case.anew(pack)
        _ = self._case.asked_with
        self._found = None
        await super().reword(pack)
        self.show_state(text(words.NOTHING_SAVED, MUTED))
        self._look()

    def _lines(self) -> tuple[Line, ...]:
        found = self._found.answers if self._found else ()
        answers = {one.item: one for one in found if one.item in self._answers}
        return tuple(supposing_lines(self._case.document, answers, self._done, self._both))

    def _both(self, width: int) -> Content:
        return what_if_detail(self._found, width)

    def _show(self, found: WhatIf | None) -> None:
        self._found = found
        self.query_one(Sheet).rewrite(self._lines())

    def _look(self) -> None:
        """Work out both sides of what is supposed now."""
        self.query_one(Sheet).rewrite(self._lines())
        case, answers, done = self._case, dict(self._answers), tuple(self._done)
        if answers or done:
            self.work_out(lambda: case.supposed(answers, done), self._show)
        else:
            self.workers.cancel_group(self, "working-out")
            self._show(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Nothing can be taken back while nothing is supposed."""
        if action == "suppose":
            return self.is_mounted and bool(self.query_one(Sheet).key) and not self.query_one(Sheet).reading
        return bool(self._answers or self._done) if action == "clear" else True

    def action_suppose(self) -> None:
        """Suppose that the step is done, or not; an answer that is supposed is taken back."""
        key = self.query_one(Sheet).key
        if key in self._answers:
            del self._answers[key]
        elif key in self._done:
            self._done.remove(key)
        else:
            self._done.append(key)
        self._look()
        self.refresh_bindings()

    def action_clear(self) -> None:
        """Nothing is supposed."""
        self._answers.clear()
        self._done.clear()
        self._look()
        self.refresh_bindings()

    def action_read(self) -> None:
        """Into both sides."""
        self.query_one(Sheet).action_read()

    def action_answer(self) -> None:
        """Choose a question."""
        entries = [one for one in self._case.document.responses if one.item in self._case.askable]
        self.app.push_screen(screens.PickItemScreen(entries), self._ask)

    def _ask(self, item: str | None) -> None:
        """Ask it."""
        if item is None:
            return
        given = self._answers.get(item, self._case.responses.responses.get(item))
        screen = screens.SupposeScreen(self._case.desk.pack.items[item], given)
        self.app.push_screen(screen, lambda response: self._suppose(item, response))

    def _suppose(self, item: str, response: Response | None) -> None:
        if response is not None:
            self._answers[item] = response
            self._look()
            self.refresh_bindings()
