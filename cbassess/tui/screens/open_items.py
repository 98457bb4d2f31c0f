"""What is open or unsure, the one that pays most first, and what each answer could change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from cbassess.model.information import Information
from cbassess.model.pack import Pack
from cbassess.tui import words
from cbassess.tui.screens.base import BACK
from cbassess.tui.screens.item_list import DETAILS, GO, ItemListPage
from cbassess.tui.texts import listing
from cbassess.tui.texts.layout import MUTED, WARNING, text
from cbassess.tui.widgets.sheet import Line, note
from cbassess.workflow import ReviewEntry, review, what_is_open


class OpenItemsScreen(ItemListPage):
    """The list is there at once; the order in which answering pays takes up to a second, and comes after it."""

    BINDINGS: ClassVar[list[BindingType]] = [GO, DETAILS, BACK]

    _information: Information | None = None

    @property
    def list_title(self) -> str:
        """What the list is."""
        return words.OPEN_TITLE

    def state(self) -> Content:
        """How many there are; that it is being worked out what pays, while it is."""
        entries = self._entries()
        if entries and self._information is None:
            return text(words.WORKING_IT_OUT, WARNING)
        unsure = sum(one.state == "dont_know" for one in entries)
        return text(words.open_and_unsure(len(entries) - unsure, unsure), MUTED)

    def on_mount(self) -> None:
        """Work out what pays once the list is shown, without holding up a key."""
        if self._entries():
            self.call_after_refresh(self._work_out)

    def _work_out(self) -> None:
        self.run_worker(self._think, thread=True, exclusive=True, exit_on_error=False)

    def _think(self) -> None:
        interview = self.interview
        found = what_is_open(interview.pack, interview.responses, interview.wave.as_of)
        if self.is_attached and self.app.is_running:
            self.app.call_from_thread(self._take, found)

    def _take(self, found: Information) -> None:
        """Put the list into the order in which answering pays; a cursor that was moved stays at its question."""
        began = self._begins_at()
        self._information = found
        self.write(self._begins_at() if self.sheet.key == began else "")

    def _begins_at(self) -> str:
        """Where the cursor is put: at the question on the screen, or, once it is known what pays, at the first one."""
        ids = [one.item.id for one in self._entries()]
        current = self.interview.current
        if self._information is None and current is not None and current.id in ids:
            return current.id
        return ids[0] if ids else ""

    async def reword(self, pack: Pack) -> None:
        """The titles of steps and trends come from the pack: worked out anew."""
        self._information = None
        await super().reword(pack)
        self._work_out()

    def _entries(self) -> list[ReviewEntry]:
        entries = [one for section in review(self.interview) for one in section.entries if one.open]
        if self._information is not None:
            places = {one.item: place for place, one in enumerate(self._information.items)}
            entries.sort(key=lambda one: places.get(one.item.id, len(places)))
        return entries

    def item_lines(self) -> Sequence[Line]:
        """The questions."""
        return tuple(self._lines()) or (note(words.NOTHING_OPEN),)

    def _lines(self) -> Iterator[Line]:
        found = self._information
        known = {one.item: one for one in found.items} if found else {}
        for entry in self._entries():
            item, one = entry.item, known.get(entry.item.id)
            state = words.UNSURE_STATE if entry.state == "dont_know" else words.OPEN_STATE
            if found is None or one is None:
                detail = partial(listing.entry_detail, entry, "")
            else:
                detail = partial(listing.information_detail, one, item, found.titles)
            yield Line(partial(listing.information_line, one, item, state), detail, item.id)
