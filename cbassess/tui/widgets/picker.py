"""The answer to a scale, choice or multi: a list of options with a mark before each."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets.option_list import Option as Line

from cbassess.model.carrying import Known
from cbassess.model.instrument import Item, Option
from cbassess.model.responses import Missing, Response
from cbassess.tui import words
from cbassess.tui.texts.layout import MUTED, joined, text
from cbassess.tui.widgets.cursor_list import CursorList

DIGITS = "1234567890"
"""The keys of the first ten options."""


class Picker(CursorList):
    """Shows the options of an item and hands each change of the answer to `settle`.

    `settle` is called directly and not by a message, because what follows from the answer (the panel
    of readiness) must be painted in the same turn. None means that the answer is taken back.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(digit, f"number({place})", tooltip=words.CHOOSE_HELP, show=False, id=f"answer.number_{digit}")
            for place, digit in enumerate(DIGITS, 1)
        ),
        Binding("space", "choose", words.CHOOSE, tooltip=words.TOGGLE_HELP, show=False, id="answer.choose"),
    ]

    GUTTER_WIDTH = 8

    def __init__(
        self,
        item: Item,
        response: Response | None,
        settle: Callable[[Response | None], None],
        last: Known | None = None,
    ) -> None:
        self.item = item
        self.many = item.kind == "multi"
        self.chosen = _options_of(response)
        self._settle = settle
        before = _options_of(last.response) if last is not None else frozenset()
        super().__init__(*(Line(_label(option, option.id in before)) for option in item.options))
        waiting = before if response is None and last is not None and last.same_meaning else frozenset()
        self.highlighted = self._first_of(self.chosen or waiting)
        self._at_first = (self.highlighted, self.chosen)

    def _first_of(self, options: frozenset[str]) -> int | None:
        """Index of the first of some options. None where there is none, so that Enter alone never answers."""
        return next((index for index, option in enumerate(self.item.options) if option.id in options), None)

    def mark_before(self, index: int) -> str:
        """Cursor, number and mark: `> 1 (*) `."""
        cursor = ">" if index == self.highlighted else " "
        number = DIGITS[index] if index < len(DIGITS) else " "
        inside = " "
        if self.item.options[index].id in self.chosen:
            inside = "x" if self.many else "*"
        mark = f"[{inside}]" if self.many else f"({inside})"
        return f"{cursor} {number} {mark} "[: self.GUTTER_WIDTH]

    @property
    def stands_as_before(self) -> bool:
        """Whether the cursor has not been moved and no mark been set since the item was shown."""
        return (self.highlighted, self.chosen) == self._at_first

    def take(self) -> bool:
        """Take the highlighted option of a single choice; whether there is an answer now."""
        if not self.many and self.highlighted is not None:
            self._choose(self.highlighted)
        return bool(self.chosen)

    @property
    def can_be_empty(self) -> bool:
        """Whether "none of these" is an answer: in a multi without an option that says so."""
        return self.many and not any(option.exclusive for option in self.item.options)

    def action_choose(self) -> None:
        """Choose the highlighted option, or take its mark away in a multi."""
        if self.highlighted is not None:
            self._choose(self.highlighted)

    def action_number(self, number: int) -> None:
        """Choose the option with this number, counted from 1."""
        if number <= len(self.item.options):
            self.highlighted = number - 1
            self._choose(number - 1)

    async def _on_click(self, event: events.Click) -> None:
        """A click chooses, and does not go on."""
        event.prevent_default()
        clicked = event.style.meta.get("option")
        if isinstance(clicked, int):
            self.highlighted = clicked
            self._choose(clicked)

    def _choose(self, index: int) -> None:
        before = self.chosen
        self.chosen = self._toggled(index) if self.many else frozenset({self.item.options[index].id})
        if self.chosen != before:
            self.refresh()
            self._settle(self._response())

    def _toggled(self, index: int) -> frozenset[str]:
        """The marks after this one is turned: an exclusive option and the others rule each other out."""
        option = self.item.options[index]
        if option.id in self.chosen:
            return self.chosen - {option.id}
        if option.exclusive:
            return frozenset({option.id})
        exclusive = {other.id for other in self.item.options if other.exclusive}
        return (self.chosen - exclusive) | {option.id}

    def _response(self) -> Response | None:
        in_order = tuple(option_id for option_id in self.item.option_ids if option_id in self.chosen)
        if not in_order:
            return None
        return in_order if self.many else in_order[0]


def _options_of(response: Response | None) -> frozenset[str]:
    if isinstance(response, tuple):
        return frozenset(response)
    return frozenset({response}) if isinstance(response, str) and not isinstance(response, Missing) else frozenset()


def _label(option: Option, chosen_before: bool) -> Content:
    if not chosen_before:
        return text(option.text)
    return joined(text(option.text), text(f"   {words.LAST_TIME}", MUTED))
