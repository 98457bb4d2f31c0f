"""One item: section intro, question, a line for messages, the answer, and why we ask."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from cbassess.model.instrument import KINDS_WITH_OPTIONS, Item
from cbassess.model.responses import Response
from cbassess.tui.texts import items
from cbassess.tui.texts.layout import BLANK, MUTED, text
from cbassess.tui.widgets.entry import Entry
from cbassess.tui.widgets.field import AnswerField
from cbassess.tui.widgets.picker import Picker
from cbassess.tui.widgets.sheet import READABLE
from cbassess.tui.widgets.steady import Steady


class Question(Vertical):
    """Shows an item with the answer that it has. One is mounted at a time."""

    def __init__(
        self, item: Item, response: Response | None, intro: str, settle: Callable[[Response | None], None]
    ) -> None:
        super().__init__()
        self.item = item
        self._response = response
        self._intro = intro
        self._settle = settle

    def compose(self) -> ComposeResult:
        """From the intro of the section down to the explanation."""
        if self._intro:
            yield Static(text(self._intro, MUTED), classes="intro")
        yield Static(items.stem(self.item), classes="stem")
        yield Steady("message")
        if self.item.kind in KINDS_WITH_OPTIONS:
            yield Picker(self.item, self._response, self._settle)
        else:
            yield Entry(self.item.kind, items.typed(self._response), items.expectation(self.item))
        with VerticalScroll(classes="explanation", can_focus=False):
            yield Static(BLANK)

    def on_mount(self) -> None:
        """What was said instead of an answer."""
        self.say(items.said(self._response))

    def on_resize(self) -> None:
        """Write the explanation for the width that there is now."""
        width = min(READABLE, self.content_size.width - 2)
        self.query_one(".explanation Static", Static).update(items.explanation(self.item, width))

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
