"""The third of the questionnaire that leads to the lists around the question, to notes and to undoing, and back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.screen import Screen

from cbassess.tui import screens, words
from cbassess.tui.commands import Target
from cbassess.tui.screens.answering import AnsweringPage
from cbassess.tui.texts.layout import MUTED, WARNING, text

if TYPE_CHECKING:
    from cbassess.tui.screens.note import NoteScreen


class AroundPage(AnsweringPage):
    """Each list closes with the question to go to, or with None. When one may leave is the subclass's part."""

    _left_unlooked: frozenset[str] = frozenset()
    """Carried answers that the seller has seen in the list and has left for later."""
    _from_still_true = False
    """Whether the question was opened from that list, so that the way on leads back to it."""

    _writing: NoteScreen | None = None
    """The dialog in which a note is being written."""

    def typed_is_settled(self) -> bool:
        """Whether what stands in the field is saved, or may be given up."""
        raise NotImplementedError

    def show_results(self) -> None:
        """Where the seller stands."""
        raise NotImplementedError

    def action_find(self) -> None:
        """A question by its words."""
        self._visit(screens.FindScreen(self.interview))

    def action_review(self) -> None:
        """All answers."""
        self._visit(screens.ReviewScreen(self.interview))

    def action_open_items(self) -> None:
        """What is open or unsure."""
        self._visit(screens.OpenItemsScreen(self.interview))

    def jump_targets(self) -> Iterator[Target]:
        """Every question that is asked, for the command palette."""
        return (Target(item.stem, partial(self._jump, item.id)) for item in self.interview.route)

    async def _jump(self, item_id: str) -> None:
        if self.typed_is_settled():
            await self.arrive(item_id)

    def _visit(self, screen: Screen[str | None]) -> None:
        if self.typed_is_settled():
            self.app.push_screen(screen, self.arrive)

    async def arrive(self, item_id: str | None) -> None:
        """Back from a list: to the item that was chosen there, else where the seller was."""
        if item_id:
            self.go_to(item_id)
        elif self.interview.current is None:
            self.interview.back()
        await self.show_item()

    @property
    def to_look_at(self) -> frozenset[str]:
        """Carried answers that nobody has confirmed yet."""
        if not self.interview.follows:
            return frozenset()
        return frozenset(one.item for one in self.interview.agenda.still_true)

    def action_still_true(self) -> None:
        """The answers of last time."""
        if self.typed_is_settled():
            self.app.push_screen(screens.StillTrueScreen(self.interview), self._looked_through)

    def begin_with_still_true(self, greeting: str = "") -> None:
        """The answers of last time, and after them what must be asked."""
        screen = screens.StillTrueScreen(self.interview, greeting)
        self.app.push_screen(screen, partial(self._looked_through, goes_on=True))

    async def _looked_through(self, item_id: str | None, goes_on: bool = False) -> None:
        self._from_still_true = bool(item_id)
        self._left_unlooked = self.to_look_at
        if not item_id and goes_on and not self.interview.agenda.asked:
            self.show_results()
            return
        await self.arrive(item_id)
        self.show_saved()

    def is_sent_back(self) -> bool:
        """Back to "still true?", where the question was opened from it, or where an answer has brought more to it."""
        back = self._from_still_true and self.to_look_at
        self._from_still_true = False
        if back or (self.interview.current is None and self.to_look_at - self._left_unlooked):
            self.begin_with_still_true()
            return True
        return False

    def action_note(self) -> None:
        """Write a note beside the answer."""
        from cbassess.tui.screens.note import NoteScreen  # with Textual's editor, which hardly anybody opens

        item = self.question.item
        screen = NoteScreen(item.id, item.stem, self.interview.note(item.id))
        self.app.push_screen(screen, partial(self._keep_note, item.id))

        self._writing = screen

    def keep_open_note(self) -> None:
        """Keep what stands in a dialog that is still open."""
        if self._writing is not None:
            self._keep_note(self._writing.item_id, self._writing.written)

    def _keep_note(self, item_id: str, written: str | None) -> None:
        self._writing = None
        if written is not None and written.strip() != self.interview.note(item_id):
            self.interview.write_note(item_id, written)
            self.question.show_note(self.interview.note(item_id))
            self.show_change()

    async def action_undo(self) -> None:
        """Take back what is typed and not saved yet, else the last change."""
        entry = self.question.entry
        if entry is not None and entry.changed:
            entry.take_back()
            self.question.say(text(words.TYPING_UNDONE, MUTED))
            return
        before = self.interview.evaluation
        undone = self.interview.undo()
        if not undone:
            self.question.say(text(words.NOTHING_TO_UNDO, WARNING))
            return
        self.moved_since = before
        await self.show_item()
        self.show_saved()
        here = undone == (self.question.item.id,)
        self.question.say(text(words.UNDONE if here else words.undone_elsewhere(len(undone)), MUTED))
