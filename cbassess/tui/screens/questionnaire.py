"""The questionnaire: one item at a time; keys to answer, to leave it out, and to move."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType

from cbassess.model.responses import Missing
from cbassess.tui import words
from cbassess.tui.case import Case
from cbassess.tui.screens.answering import AnsweringPage
from cbassess.tui.screens.results import ResultsScreen
from cbassess.tui.texts.layout import WARNING, text
from cbassess.tui.widgets.entry import Entry
from cbassess.tui.widgets.picker import Picker
from cbassess.tui.widgets.question import Question


class QuestionnaireScreen(AnsweringPage):
    """Asks from where the seller stopped, or from an item that was asked for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", words.NEXT, tooltip=words.NEXT_HELP, id="answer.next"),
        Binding("backspace,shift+tab", "previous", words.PREVIOUS, tooltip=words.PREVIOUS_HELP, id="answer.previous"),
        Binding("s,f2", "skip", words.SKIP, tooltip=words.SKIP_HELP, id="answer.skip"),
        Binding("u,f3", "say('dont_know')", words.DONT_KNOW, tooltip=words.DONT_KNOW_HELP, id="answer.dont_know"),
        Binding("d,f4", "say('declined')", words.DECLINE, tooltip=words.DECLINE_HELP, id="answer.decline"),
        Binding("question_mark,f6", "why", words.WHY, tooltip=words.WHY_HELP, id="answer.why"),
        Binding("f,f5", "results", words.RESULTS, tooltip=words.RESULTS_HELP, id="answer.results"),
        Binding("escape", "back", words.LEAVE, tooltip=words.LEAVE_HELP, id="answer.leave"),
    ]

    _held_back: Question | None = None
    """The question at which the seller was told to press once more."""

    async def action_next(self) -> None:
        """Take the highlighted option or what was typed, and go on."""
        entry, picker = self.question.entry, self.question.picker
        if (entry and self._take_entry(entry)) or (picker and self._take_picked(picker)):
            await self._forward()

    def _take_entry(self, entry: Entry) -> bool:
        if entry.typed or entry.changed:
            return self.take_typed(entry)
        if not self.was_said:
            self.question.say(text(words.NOTHING_TYPED, WARNING))
        return self.was_said

    def _take_picked(self, picker: Picker) -> bool:
        if picker.take() or self.was_said:
            return True
        told = self._told_once(words.nothing_chosen(picker.many, picker.can_be_empty))
        if told and picker.can_be_empty:
            self.settle(())
        return self.was_said

    async def action_previous(self) -> None:
        """Back to the item before."""
        if self._typed_is_settled() and self.interview.back():
            await self.show_item()

    async def action_skip(self) -> None:
        """Leave the item as it is."""
        if self._typed_is_settled():
            await self._forward()

    async def action_say(self, reason: str) -> None:
        """Say why there is no answer, and go on."""
        self.settle(Missing(reason))
        await self._forward()

    def action_why(self) -> None:
        """Show or hide the explanation, for this and the following questions."""
        self.toggle_class("-why")

    def action_back(self) -> None:
        """To the first screen."""
        if self.may_leave():
            self.dismiss()

    def action_results(self) -> None:
        """Where the seller stands so far."""
        if self._typed_is_settled():
            self._show_results()

    def _typed_is_settled(self) -> bool:
        """Save what stands in a field; what cannot be saved holds the seller back once."""
        entry = self.question.entry
        if entry is None or not entry.changed:
            return True
        if self.take_typed(entry):
            return not self.stale
        return self._told_once(words.LEAVES_UNTYPED)

    def may_leave(self) -> bool:
        """Whether all is on the disk; where it is not, the seller is held back once."""
        if not self._typed_is_settled():
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
        if self.interview.forward():
            await self.show_item()
        else:
            self._show_results()

    def _show_results(self) -> None:
        case = Case(replace(self.desk, pack=self.pack), self.interview.wave, self.interview.responses)
        screen = self.attempt(lambda: ResultsScreen(case))
        if screen is not None:
            self.app.push_screen(screen, self._return)

    async def _return(self, item_id: str | None) -> None:
        """Back from the results: to the item asked for, else where the seller was."""
        if item_id:
            self.go_to(item_id)
        elif self.interview.current is None:
            self.interview.back()
        await self.show_item()
