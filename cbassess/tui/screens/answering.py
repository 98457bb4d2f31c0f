"""The half of the questionnaire that shows an item, saves its answer, and shows what follows from it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable

from textual.containers import Container, Horizontal
from textual.widget import Widget

from cbassess.model.evaluation import Scores
from cbassess.model.instrument import Item
from cbassess.model.pack import Pack
from cbassess.model.responses import Response
from cbassess.tui import words
from cbassess.tui.desk import Desk
from cbassess.tui.late_keys import let_keys_pass
from cbassess.tui.screens.base import Page
from cbassess.tui.screens.gone import is_gone
from cbassess.tui.texts.layout import BLANK, ERROR, SUCCESS, WARNING, lines, text
from cbassess.tui.widgets.banner import Banner
from cbassess.tui.widgets.entry import Entry
from cbassess.tui.widgets.progress_line import Place, ProgressLine
from cbassess.tui.widgets.question import Asked, Question
from cbassess.tui.widgets.readiness_panel import PANEL, ReadinessPanel
from cbassess.tui.widgets.title_bar import TitleBar
from cbassess.workflow import Interview


class AnsweringPage(Page[None]):
    """Shows the current item of an interview. Moving through it is the subclass's part."""

    question: Question
    """The item on the screen. Kept here, because a query keeps all that it has ever found, up to a thousand widgets."""

    def __init__(self, desk: Desk, interview: Interview, item_id: str = "") -> None:
        super().__init__()
        self.stale = False
        """Whether the question on the screen is about to be shown anew, because another window was quicker."""
        self._has_saved = False
        self._at_arrival: Scores | None = None
        self.moved_since: Scores | None = None
        """Where the seller stood before the last change; the panel says what it moved."""
        self.desk = desk
        self.pack = desk.pack
        self.interview = interview
        if item_id:
            self.go_to(item_id)

    def go_to(self, item_id: str) -> None:
        """To an item; one that does not apply any more is passed over."""
        with contextlib.suppress(KeyError):
            self.interview.go_to(item_id)

    def title_bar(self) -> TitleBar:
        """Seller and wave; at the right, whether all is saved."""
        return TitleBar(self.interview.wave.seller.name, self.interview.wave.label)

    def body(self) -> Iterable[Widget]:
        """The question, and beside it where the seller stands."""
        yield ProgressLine()
        with Horizontal(classes="desk"):
            yield Container(classes="stage")
            yield ReadinessPanel()

    async def show_item(self) -> None:
        """Mount the current item in place of the one before."""
        item = self.interview.current
        if item is None:
            return
        self._at_arrival = self.interview.evaluation
        stage = self.query_one(".stage")
        question = Question(self._asked(item), self.settle, stage.size.width or self._room_for_stage)
        if self.focused is not None:
            await let_keys_pass(self.focused)
        with self.app.batch_update():
            await stage.remove_children()
            if stage.is_attached:  # else the app is being left at this very moment
                await stage.mount(question)
        self.stale = False
        if question.is_attached and not is_gone(self):
            self.question = question
            # Set at once and not with the next message, so that a quick next key meets the new question.
            self.set_focus(question.answerer)
            self.show_standing()

    @property
    def _room_for_stage(self) -> int:
        """What the style sheet gives the stage; asked for before the first layout, which then is the only one."""
        width = self.app.size.width
        return width - PANEL if self.has_class("-wide") else width

    def _asked(self, item: Item) -> Asked:
        interview, last = self.interview, self.interview.known(item.id)
        return Asked(
            item=item,
            response=interview.response_to(item.id),
            said=interview.said(item.id),
            note=interview.note(item.id),
            last=last,
            last_text=interview.in_words(item.id, last.response) if last else "",
            intro=self._intro(item.section, item.id),
        )

    async def reword(self, pack: Pack) -> None:
        """The question anew; what was typed and not saved yet stays, and so does the cursor."""
        if self.interview.reword(pack):
            self.pack = pack
        item, unfinished = self.question.item, self.question.unfinished
        await self.show_item()
        if self.question.item.id == item.id:
            self.question.take_up(unfinished)
        await super().reword(pack)
        if self._has_saved:
            self.show_saved()

    def _intro(self, section_id: str, item_id: str) -> str:
        """The intro of a section stands over its first question."""
        first = next(item for item in self.interview.route if item.section == section_id)
        sections = {section.id: section for section in self.pack.instrument.sections}
        return sections[section_id].intro if first.id == item_id else ""

    def show_standing(self) -> None:
        """Progress and readiness, straight from the interview and painted with the answer."""
        interview, evaluation = self.interview, self.interview.evaluation
        section = interview.current.section if interview.current else ""
        possible = {one.partition(".")[0] for one, state in evaluation.states.items() if state != "off_route"}
        self.query_one(ProgressLine).stand(Place(section, interview.progress, possible, interview.seconds_left))
        self.query_one(ReadinessPanel).show(evaluation, self.moved_since)

    def settle(self, response: Response | None) -> None:
        """Save an answer, and show in the same turn what follows from it."""
        if self.stale:
            return  # a key that was pressed before what has changed could be seen
        before = set(self.interview.evaluation.contradictions)
        self.interview.answer(response)
        new = [one for one in self.interview.evaluation.contradictions if one not in before]
        self.question.say(lines(text(one, WARNING) for one in new) if new else BLANK)
        self.show_change()

    def confirm(self) -> None:
        """Save that the answer of before is still true."""
        if not self.stale:
            self.interview.confirm([self.question.item.id])
            self.show_change()

    def show_change(self) -> None:
        """Show in the same turn what follows from what was saved, and what it moved."""
        self.moved_since = self._at_arrival
        self.show_saved()
        self.show_standing()
        if self._was_overtaken or self.interview.current != self.question.item:
            self.stale = True
            self.call_later(self.show_item)

    @property
    def _was_overtaken(self) -> bool:
        """Whether another window has answered the question on the screen, so that the answer from here is not saved."""
        return self.question.item.id in self.interview.overtaken

    def show_saved(self) -> None:
        """`saved`, once it is; else why not, for as long as it lasts."""
        self._has_saved = True
        banner, trouble, overtaken = self.query_one(Banner), self.interview.trouble, self.interview.overtaken
        if trouble:
            banner.tell(lines([text(trouble, ERROR), text(words.NOT_SAVED_KEPT)]))
        elif overtaken:
            told = words.OVERTAKEN_HERE if self._was_overtaken else words.overtaken(len(overtaken))
            banner.tell(text(told, WARNING))
        else:
            banner.clear()
        state = text(words.NOT_SAVED, ERROR) if trouble else text(words.SAVED, SUCCESS)
        self.query_one(TitleBar).state(state)

    def take_typed(self, entry: Entry) -> bool:
        """Save what stands in the field; False, with a message, where it is no answer."""
        from cbassess.workflow import ValueProblem, parse_value

        item = self.question.item
        try:
            response = parse_value(item, entry.typed) if entry.typed else None
        except ValueProblem:
            entry.refuse()
            return False
        if entry.changed or response is None:
            self.settle(response)
        entry.accept()
        return True

    @property
    def was_said(self) -> bool:
        """Whether the item has an answer, or a reason why there is none."""
        return self.interview.response_to(self.question.item.id) is not None
