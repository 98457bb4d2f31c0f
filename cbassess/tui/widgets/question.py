"""One item: section intro, question, a line for messages, the answer, the note, and why we ask."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from cbassess.model.carrying import Known
from cbassess.model.instrument import KINDS_WITH_OPTIONS, Item
from cbassess.model.responses import Response, Said
from cbassess.tui.texts import items, recalling
from cbassess.tui.texts.layout import MUTED, READABLE, text
from cbassess.tui.widgets.entry import Entry
from cbassess.tui.widgets.field import AnswerField
from cbassess.tui.widgets.picker import Picker
from cbassess.tui.widgets.steady import Steady

PADDING = 4
"""Cells at both sides together, as the style sheet has them."""


class Asked(Struct, frozen=True):
    """An item, and all that the seller has to do with it.

    Attributes:
        said: where the response comes from; None where there is none.
        note: what the seller noted beside it.
        last: what was said in an earlier wave, `last_text` in words.
        intro: of the section, where it begins with this item.
    """

    item: Item
    response: Response | None
    said: Said | None
    note: str
    last: Known | None
    last_text: str
    intro: str

    @property
    def waiting(self) -> Known | None:
        """The answer of before, where it waits to be confirmed because there is none yet."""
        return self.last if self.response is None and recalling.can_stay(self.last) else None


class Question(Vertical):
    """Shows an item with the answer that it has. One is mounted at a time."""

    def __init__(self, asked: Asked, settle: Callable[[Response | None], None], width: int = 0) -> None:
        """Where the `width` is known that it will get, all stands in its place with the first layout."""
        super().__init__()
        self.asked = asked
        self.item = asked.item
        self._settle = settle
        self._note = asked.note
        self._width = _readable(width - PADDING)

    def compose(self) -> ComposeResult:
        """From the intro of the section down to the explanation."""
        asked = self.asked
        if asked.intro:
            yield Static(text(asked.intro, MUTED), classes="intro")
        yield Static(items.stem(self.item), classes="stem")
        yield Steady("message", recalling.recalled(asked.response, asked.said, asked.last, asked.last_text))
        if self.item.kind in KINDS_WITH_OPTIONS:
            with Container(classes="options"):  # so that the list is as high as its options, and no more is painted
                yield Picker(self.item, asked.response, self._settle, asked.last)
        else:
            yield Entry(self.item.kind, items.typed(asked.response), items.expectation(self.item))
        note = Static(recalling.note(self._note, self._width), classes="note")
        note.display = bool(self._note)
        yield note
        with VerticalScroll(classes="explanation", can_focus=False):
            yield Static(items.explanation(self.item, self._width))

    def on_resize(self) -> None:
        """Write note and explanation for the width that there is now."""
        width = _readable(self.content_size.width)
        if width != self._width:
            self._width = width
            self.query_one(".explanation Static", Static).update(items.explanation(self.item, width))
            self.show_note(self._note)

    def show_note(self, written: str) -> None:
        """Show what is noted now."""
        self._note = written
        shown = self.query_one(".note", Static)
        shown.display = bool(written)
        shown.update(recalling.note(written, self._width))

    @property
    def entry(self) -> Entry | None:
        """The field with its expectation, where the answer is typed."""
        return self.query_one_optional(Entry)

    @property
    def picker(self) -> Picker | None:
        """The list, where the answer is chosen."""
        return self.query_one_optional(Picker)

    @property
    def answerer(self) -> Widget:
        """The widget that takes the keys."""
        return self.picker or self.query_one(AnswerField)

    @property
    def unfinished(self) -> str | int | None:
        """What is not an answer yet: what stands in the field, or the option at the cursor."""
        if self.entry is not None:
            return self.entry.typed
        return self.picker.highlighted if self.picker is not None else None

    def take_up(self, unfinished: str | int | None) -> None:
        """Go on where another widget of the same item was."""
        if self.entry is not None and isinstance(unfinished, str):
            self.entry.put(unfinished)
        if self.picker is not None and isinstance(unfinished, int):
            self.picker.highlighted = unfinished

    def say(self, content: Content) -> None:
        """A message beside the answer."""
        self.query_one(".message", Steady).show(content)


def _readable(width: int) -> int:
    """The width of a text in a question of so many cells."""
    return min(READABLE, max(0, width - 2))
