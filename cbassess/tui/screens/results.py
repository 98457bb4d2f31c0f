"""Where the seller stands: what to do first, trend by trend, what is late and open; Enter leads to the evidence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from cbassess.model.information import Information
from cbassess.model.pack import Pack
from cbassess.tui import screens, words
from cbassess.tui.case import FIRST, Case
from cbassess.tui.screens.base import BACK
from cbassess.tui.screens.leading import evidence_screen
from cbassess.tui.screens.working_out import WorkingOutPage
from cbassess.tui.texts.layout import MUTED, text
from cbassess.tui.texts.line import Line
from cbassess.tui.texts.results import ResultsView, result_lines
from cbassess.tui.widgets.sheet import Lines, Sheet
from cbassess.tui.widgets.title_bar import TitleBar


class ResultsScreen(WorkingOutPage[str | None]):
    """Closes with the id of an item to answer, with "" for the answers as such, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "follow", words.WHY_SO, tooltip=words.WHY_SO_HELP, id="results.follow"),
        Binding("p", "plan", words.PLAN, tooltip=words.PLAN_HELP, id="results.plan"),
        Binding("a", "answers", words.ANSWERS, tooltip=words.ANSWERS_HELP, id="results.answers"),
        Binding("o", "open", words.ANSWER_OPEN, tooltip=words.ANSWER_OPEN_HELP, id="results.open"),
        Binding("e", "export", words.EXPORT, tooltip=words.EXPORT_HELP, id="results.export"),
        BACK,
    ]

    def __init__(self, case: Case) -> None:
        super().__init__()
        _ = case.book  # so that whoever opens this screen meets what cannot be read
        self._case = case
        self._open: Information | None = None

    def title_bar(self) -> TitleBar:
        """Seller and wave; at the right, how much is answered."""
        return TitleBar(self._case.document.seller, self._case.document.wave, words.RESULTS)

    def body(self) -> Iterable[Widget]:
        """One sheet."""
        yield Sheet(self._lines())

    def on_mount(self) -> None:
        """How complete the answers are; what open ones could change is worked out beside it."""
        self._tell_answered()
        self._look_at_open_ones()
        self.query_one(Lines).put_cursor(self._case.desk.places.pop(self._case.wave.id, ""))

    def on_screen_resume(self) -> None:
        """Steps may have been worked on another screen."""
        self.query_one(Sheet).rewrite(self._lines())

    async def reword(self, pack: Pack) -> None:
        """The sheet anew, from the assessment in the other language."""
        self._case = self._case.anew(pack)
        self._open = None
        self.query_one(Sheet).rewrite(self._lines())
        await super().reword(pack)
        self._tell_answered()
        self._look_at_open_ones()

    def _lines(self) -> tuple[Line, ...]:
        case = self._case
        standing = ResultsView(case.document, case.progress, case.desk.today(), self._open)
        return tuple(result_lines(standing, FIRST))

    def _look_at_open_ones(self) -> None:
        case = self._case
        _ = case.asked_with  # read from the history here, because the thread may not
        self.work_out(case.still_open, self._show_open_ones)

    def _show_open_ones(self, found: Information) -> None:
        self._open = found
        self.query_one(Sheet).rewrite(self._lines())

    def _tell_answered(self) -> None:
        one = self._case.document
        self.show_state(text(words.answered_of(one.answered, one.asked), MUTED))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Open questions can be asked for while there are any, and lines followed that lead on."""
        if action == "follow":
            return self.is_mounted and bool(self.query_one(Sheet).key)
        return action != "open" or bool(self._open_item)

    @property
    def _open_item(self) -> str:
        """The open item that matters most, or the first one while that is not known; empty where there is none."""
        first = (one.item for one in self._case.document.responses if one.state == "open")
        return self._open.items[0].item if self._open and self._open.items else next(first, "")

    def action_follow(self) -> None:
        """To what the highlighted line rests on."""
        self.app.push_screen(evidence_screen(self._case, self.query_one(Sheet).key), self._return)

    def action_plan(self) -> None:
        """All steps."""
        self.app.push_screen(screens.PlanScreen(self._case), self._return)

    def _return(self, item: str | None) -> None:
        """Back from a screen behind, or on to the question that was asked for there."""
        if item is not None:
            self._leave_for(item)

    def _leave_for(self, item: str) -> None:
        """To a question; who comes back finds the cursor where it was."""
        self._case.desk.places[self._case.wave.id] = self.query_one(Sheet).key
        self.dismiss(item)

    def action_answers(self) -> None:
        """To the questions."""
        self.dismiss("")

    def action_open(self) -> None:
        """To the open question that matters most."""
        self._leave_for(self._open_item)

    def action_export(self) -> None:
        """Into a file."""
        self.app.push_screen(screens.ExportScreen(self._case.document))
