"""Finds a question by its words, and goes to it; with nothing typed, all sections and questions are there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from cbassess.model.pack import Pack
from cbassess.tui import words
from cbassess.tui.screens.base import BACK
from cbassess.tui.screens.item_list import ItemListPage
from cbassess.tui.texts import listing
from cbassess.tui.texts.layout import BLANK, MUTED, text
from cbassess.tui.widgets.field import SearchField
from cbassess.tui.widgets.item_sheet import ItemLines
from cbassess.tui.widgets.sheet import Line, note
from cbassess.workflow import Interview, ReviewEntry, ReviewSection, review


class FindScreen(ItemListPage):
    """The field keeps the focus; arrows move the cursor of the list, Enter goes there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", words.GO, tooltip=words.GO_HELP, id="find.go"),
        Binding("down", "move('cursor_down')", words.DOWN_HELP, show=False, id="find.down"),
        Binding("up", "move('cursor_up')", words.UP_HELP, show=False, id="find.up"),
        Binding("pagedown", "move('page_down')", show=False, id="find.page_down"),
        Binding("pageup", "move('page_up')", show=False, id="find.page_up"),
        BACK,
    ]

    def __init__(self, interview: Interview) -> None:
        super().__init__(interview)
        self._lines: dict[str, Line] = {}
        self._sections = review(interview)

    @property
    def list_title(self) -> str:
        """What the list is."""
        return words.FIND_TITLE

    def state(self) -> Content:
        """Nothing."""
        return BLANK

    def body(self) -> Iterable[Widget]:
        """The field above the list."""
        with Horizontal(classes="search"):
            yield Static(text(words.FIND_QUESTION_LABEL, MUTED), classes="label")
            yield SearchField()
        yield ItemLines(self.item_lines())

    def on_mount(self) -> None:
        """The cursor in the field."""
        self.query_one(SearchField).focus()

    def on_input_changed(self) -> None:
        """Only what has these words."""
        self.write()

    def write(self, at: str = "") -> None:
        """Write the lines anew, for what is typed now; the cursor stays at its question where that is still there."""
        kept = at or self.listed.key
        self.listed.lines = self.item_lines()
        self.listed.write()
        items = [line.key for line in self.listed.lines if "." in line.key]
        self.listed.go_to(kept if kept in items else "".join(items[:1]))

    async def reword(self, pack: Pack) -> None:
        """The field keeps what was typed."""
        self._sections = review(self.interview)
        self._lines.clear()
        self.query_one(".label", Static).update(text(words.FIND_QUESTION_LABEL, MUTED))
        await super().reword(pack)

    def item_lines(self) -> Sequence[Line]:
        """The sections and questions that have the words."""
        wanted = _plain(self.query_one(SearchField).value).split() if self.is_mounted else []
        return tuple(self._matching(wanted)) or (note(words.FIND_NOTHING),)

    def _matching(self, wanted: Sequence[str]) -> Iterator[Line]:
        for section in self._sections:
            found = [one for one in section.entries if _has(f"{section.title} {one.item.stem}", wanted)]
            if found:
                yield _section_line(section)
                yield from (self._line(one) for one in found)

    def _line(self, entry: ReviewEntry) -> Line:
        """The line of a question: made once, because each letter that is typed asks for it again."""
        if entry.item.id not in self._lines:
            self._lines[entry.item.id] = self._made(entry)
        return self._lines[entry.item.id]

    def _made(self, entry: ReviewEntry) -> Line:
        answer = self.interview.in_words(entry.item.id, entry.response) if entry.response is not None else ""
        told = partial(listing.one_line, entry.item.stem, listing.answer_of(entry, answer))
        once = lru_cache(maxsize=1)(told)
        return Line(once, key=entry.item.id if entry.applies else "")

    def action_move(self, action: str) -> None:
        """Move the cursor of the list."""
        getattr(self.listed, f"action_{action}")()

    def action_go(self) -> None:
        """To the question under the cursor; of a section, to its first open one, or to its first one."""
        key = self.listed.key
        if key:
            self.dismiss(key if "." in key else self._first_of(key))

    def _first_of(self, section_id: str) -> str:
        entries = [one for section in self._sections if section.id == section_id for one in section.entries]
        asked = [one for one in entries if one.applies]
        return next((one for one in asked if one.state == "open"), asked[0]).item.id

    def on_option_list_option_selected(self) -> None:
        """A click goes there."""
        self.action_go()


def _section_line(section: ReviewSection) -> Line:
    """The id of a section has no point, which tells it from that of an item."""
    label = partial(listing.section_line, section)
    return Line(label, key=section.id if section.asked else "")


def _plain(words_: str) -> str:
    return unicodedata.normalize("NFKC", words_).casefold()


def _has(words_: str, wanted: Sequence[str]) -> bool:
    plain = _plain(words_)
    return all(word in plain for word in wanted)
