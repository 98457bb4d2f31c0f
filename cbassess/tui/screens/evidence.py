"""Why something is so: a trend, a step or a question, each line leading further down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from cbassess.model.explanation import Explanation
from cbassess.model.pack import Pack
from cbassess.tui import words
from cbassess.tui.case import Case
from cbassess.tui.screens.base import BACK
from cbassess.tui.screens.leading import evidence_screen
from cbassess.tui.screens.working_out import WorkingOutPage
from cbassess.tui.texts.evidence import evidence_lines
from cbassess.tui.texts.line import Line
from cbassess.tui.widgets.sheet import Lines
from cbassess.tui.widgets.title_bar import TitleBar


class EvidenceScreen(WorkingOutPage[str | None]):
    """Closes with the id of an item to answer, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "follow", words.WHY_SO, tooltip=words.WHY_SO_HELP, id="evidence.follow"),
        Binding("a", "answer", words.ANSWER_IT, tooltip=words.ANSWER_IT_HELP, id="evidence.answer"),
        BACK,
    ]

    def __init__(self, case: Case, name: str) -> None:
        super().__init__()
        self.case = case
        self.about = name
        self._found: Explanation | None = None

    def title_bar(self) -> TitleBar:
        """Seller and wave."""
        return TitleBar(self.case.wave.seller.name, self.case.wave.label, words.WHY_SO)

    def body(self) -> Iterable[Widget]:
        """One list, empty at first."""
        yield Lines(())

    def on_mount(self) -> None:
        """Work out what there is to say."""
        self.query_one(Lines).focus()
        self._find()

    async def reword(self, pack: Pack) -> None:
        """The same evidence in the other language; the cursor stays where it is."""
        self.case = self.case.anew(pack)
        await super().reword(pack)
        self._find()

    def _find(self) -> None:
        case = self.case
        _ = case.asked_with  # read from the history here, because the thread may not
        self.work_out(lambda: case.explained(self.about), self._show)

    def _show(self, found: Explanation) -> None:
        self._found = found
        self.write()

    def write(self) -> None:
        """Write the lines of what was found."""
        if self._found is not None:
            listed = self.query_one(Lines)
            listed.lines = tuple(self.lines_of(self._found))
            listed.write()

    def lines_of(self, found: Explanation) -> Iterator[Line]:
        """What is said about it."""
        return evidence_lines(found)

    def on_option_list_option_highlighted(self) -> None:
        """What can be followed hangs on the line."""
        self.refresh_bindings()

    def on_option_list_option_selected(self) -> None:
        """A click follows."""
        if self.check_action("follow", ()):
            self.action_follow()

    @property
    def key(self) -> str:
        """What the highlighted line leads to."""
        line = self.query_one(Lines).line if self.is_mounted else None
        return line.key if line else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Lines that lead nowhere have nothing to follow."""
        if action == "follow":
            return self.key not in ("", self.about)
        return action != "answer" or bool(self._item)

    @property
    def _item(self) -> str:
        """The question to answer: that of the line, else that of the page; empty where it is not asked."""
        behind = (self.case.question_behind(name) for name in (self.key, self.about))
        return next(filter(None, behind), "")

    def action_follow(self) -> None:
        """One level down."""
        self.app.push_screen(evidence_screen(self.case, self.key), self.leave_for)

    def action_answer(self) -> None:
        """To the question."""
        self.dismiss(self._item)

    def leave_for(self, item: str | None) -> None:
        """Back from one level down, or on to the question that was asked for there."""
        if item is not None:
            self.dismiss(item)
