"""The questionnaire: one item at a time; keys to answer, to leave it out, and to move."""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace
from textual.binding import Binding, BindingType

from cbassess.model.responses import Missing
from cbassess.tui import screens, words
from cbassess.tui.desk import Desk
from cbassess.tui.screens.around import AroundPage
from cbassess.tui.texts.layout import MUTED, WARNING, text
from cbassess.tui.widgets.banner import Banner
from cbassess.tui.widgets.entry import Entry
from cbassess.tui.widgets.picker import Picker
from cbassess.tui.widgets.question import Question
from cbassess.workflow import Interview


class QuestionnaireScreen(AroundPage):
    """Asks from where the seller stopped, or from an item that was asked for.

    A wave that starts from the last one begins with the list "still true?", and then asks only what must be asked.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", words.NEXT, tooltip=words.NEXT_HELP, id="answer.next"),
        Binding("backspace,shift+tab", "previous", words.PREVIOUS, tooltip=words.PREVIOUS_HELP, id="answer.previous"),
        Binding("s,f2", "skip", words.SKIP, tooltip=words.SKIP_HELP, id="answer.skip"),
        Binding("u,f3", "say('dont_know')", words.DONT_KNOW, tooltip=words.DONT_KNOW_HELP, id="answer.dont_know"),
        Binding("question_mark,f6", "why", words.WHY, tooltip=words.WHY_HELP, id="answer.why"),
        Binding("f,f5", "results", words.RESULTS, tooltip=words.RESULTS_HELP, id="answer.results"),
        Binding("escape", "back", words.LEAVE, tooltip=words.LEAVE_HELP, id="answer.leave"),
        Binding("n,f7", "note", words.NOTE, tooltip=words.NOTE_HELP, id="answer.note"),
        Binding("slash,f8", "find", words.FIND_QUESTION, tooltip=words.FIND_QUESTION_HELP, id="answer.find"),
        Binding("r,ctrl+r", "review", words.REVIEW, tooltip=words.REVIEW_HELP, id="answer.review"),
        Binding("o,ctrl+o", "open_items", words.OPEN_ITEMS, tooltip=words.OPEN_ITEMS_HELP, id="answer.open"),
        Binding("z,ctrl+z", "undo", words.UNDO, tooltip=words.UNDO_HELP, id="answer.undo"),
        Binding("t,ctrl+t", "still_true", words.STILL_TRUE, tooltip=words.STILL_TRUE_HELP, id="answer.still_true"),
        Binding("d,f4", "say('declined')", words.DECLINE, tooltip=words.DECLINE_HELP, id="answer.decline"),
    ]

    _held_back: Question | None = None
    """The question at which the seller was told to press once more."""

    def __init__(self, desk: Desk, interview: Interview, item_id: str = "", note: str = "") -> None:
        super().__init__(desk, interview, item_id)
        self._greeting = note
        self._begins = not item_id
        self._back_to_results = bool(item_id)

    async def on_mount(self) -> None:
        """The first question, and the note with which it was opened; before it what may still be true."""
        await self.show_item()
        if self._begins and self.to_look_at:
            self.begin_with_still_true(self._greeting)
        elif self._greeting:
            self.query_one(Banner).tell(text(self._greeting, MUTED))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """What was carried can be looked at while there is something left."""
        return action != "still_true" or bool(self.to_look_at)

    async def action_next(self) -> None:
        """Take the highlighted option or what was typed, and go on."""
        entry, picker = self.question.entry, self.question.picker
        if (entry and self._take_entry(entry)) or (picker and self._take_picked(picker)):
            await self._forward()

    def _take_entry(self, entry: Entry) -> bool:
        if entry.changed:
            return self.take_typed(entry)
        if self._take_as_before():
            return True
        if not self.was_said:
            self.question.say(text(words.NOTHING_TYPED, WARNING))
        return self.was_said

    def _take_picked(self, picker: Picker) -> bool:
        if picker.stands_as_before and self._take_as_before():
            return True
        if picker.take() or self.was_said:
            return True
        told = self._told_once(words.nothing_chosen(picker.many, picker.can_be_empty))
        if told and picker.can_be_empty:
            self.settle(())
        return self.was_said

    def _take_as_before(self) -> bool:
        """Enter says that what was carried, or said last time, is still so; False where there is nothing of that."""
        said = self.interview.said(self.question.item.id)
        if said.origin != "carried" if said else self.question.asked.waiting is None:
            return False
        self.confirm()
        return True

    async def action_previous(self) -> None:
        """Back to the item before."""
        if self.typed_is_settled() and self.interview.back():
            await self.show_item()

    async def action_skip(self) -> None:
        """Leave the item as it is."""
        if self.typed_is_settled():
            await self._forward()

    async def action_say(self, reason: str) -> None:
        """Say why there is no answer, and go on."""
        self.settle(Missing(reason))
        await self._forward()

    def action_why(self) -> None:
        """Show or hide the explanation, for this and the following questions."""
        self.toggle_class("-why")

    def action_back(self) -> None:
        """To the first screen; to the results, where the question was asked for there."""
        if not self.may_leave():
            return
        if self._back_to_results:
            self._back_to_results = False
            self.show_results()
        else:
            self.dismiss()

    def action_results(self) -> None:
        """To the results."""
        if self.typed_is_settled():
            self.show_results()

    def typed_is_settled(self) -> bool:
        """Save what stands in a field; what cannot be saved holds the seller back once."""
        entry = self.question.entry
        if entry is None or not entry.changed:
            return True
        if self.take_typed(entry):
            return not self.stale
        return self._told_once(words.LEAVES_UNTYPED)

    def may_leave(self) -> bool:
        """Whether all is on the disk; where it is not, the seller is held back once."""
        self.keep_open_note()
        if not self.typed_is_settled():
            return False
        if self.interview.unsaved:
            self.interview.retry()
            self.show_saved()
            if self.interview.overtaken:
                return False
        return not self.interview.unsaved or self._told_once(words.leaves_unsaved(len(self.interview.unsaved)))

    def _told_once(self, warning: str) -> bool:
        """Whether the seller has been told already; if not, tell."""
        if self._held_back is self.question:
            return True
        self._held_back = self.question
        self.question.say(text(warning, WARNING))
        return False

    async def _forward(self) -> None:
        """On to the next item, or to the results after the last one."""
        if self.stale:
            return
        more = self.interview.forward_asked() if self.interview.follows else self.interview.forward()
        if self.is_sent_back():
            return
        if more:
            await self.show_item()
        else:
            self.show_results()

    def show_results(self) -> None:
        """Where the seller stands so far."""
        from cbassess.tui.case import Case

        case = Case(replace(self.desk, pack=self.pack), self.interview.wave, self.interview.responses)
        screen = self.attempt(lambda: screens.ResultsScreen(case))
        if screen is not None:
            self.app.push_screen(screen, self._return)

    async def _return(self, item_id: str | None) -> None:
        """Back from the results; from a question that was asked for there Esc leads to them again."""
        self._back_to_results = bool(item_id)
        await self.arrive(item_id)
