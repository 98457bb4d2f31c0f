"""The command palette: everything that can be done from here, found by a few letters.

Textual has one too. Ours searches both languages, shows keys, draws with characters of one width, and takes nothing
that a seller typed for markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.fuzzy import Matcher
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from cbassess.tui import words
from cbassess.tui.commands import Command
from cbassess.tui.screens.dialog import Dialog
from cbassess.tui.texts.layout import BLANK, MUTED, STRONG_ACCENT, Cell, columns, joined, shortened, text
from cbassess.tui.widgets.cursor_list import CursorList
from cbassess.tui.widgets.field import Field
from cbassess.tui.widgets.key_bar import KeyBar

KEY = 10
"""Cells for the key that does the same."""
TITLE = 12
"""Cells for the word of a command; a place to go to takes the whole line."""


class Commands(CursorList, can_focus=False):
    """The commands that match; the field keeps the focus."""


class PaletteScreen(Dialog[Command | None]):
    """Closes with the chosen command."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", words.CHOOSE, id="palette.choose"),
        Binding("escape,ctrl+p", "close", words.CLOSE, id="palette.close"),
        Binding("up,ctrl+k", "move('cursor_up')", words.UP_HELP, show=False, id="palette.up"),
        Binding("down,ctrl+j", "move('cursor_down')", words.DOWN_HELP, show=False, id="palette.down"),
        Binding("pageup", "move('page_up')", show=False, id="palette.page_up"),
        Binding("pagedown", "move('page_down')", show=False, id="palette.page_down"),
    ]

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = commands
        self._found: list[Command] = []

    def compose(self) -> ComposeResult:
        """The field, and what it finds."""
        with Vertical(classes="dialog"):
            yield Field()
            yield Static(BLANK, classes="label")
            yield Commands()
        yield KeyBar()

    def on_mount(self) -> None:
        """All of them, in their order."""
        self.query_one(Field).placeholder = words.SEARCH_COMMANDS
        self.query_one(Field).focus()

    def on_resize(self) -> None:
        """Write the lines for the width that there is now."""
        self.call_after_refresh(self._find, self.query_one(Field).value)

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        self._find(event.value)

    def _find(self, query: str) -> None:
        listed = self.query_one(Commands)
        self._found = matching(self._commands, query.strip())
        width = listed.text_width
        listed.set_options(Option(_line(one, width)) for one in self._found)
        listed.action_first()
        self.query_one(".label", Static).update(BLANK if self._found else text(words.NOTHING_FOUND, MUTED))

    @on(Input.Submitted)
    def action_choose(self) -> None:
        """Close with the command at the cursor."""
        place = self.query_one(Commands).highlighted
        if place is not None:
            self.dismiss(self._found[place])

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._found[event.option_index])

    def action_close(self) -> None:
        """Away with it."""
        self.dismiss(None)

    async def action_move(self, how: str) -> None:
        """Move in the list while the field has the focus."""
        await self.query_one(Commands).run_action(how)


def matching(commands: Sequence[Command], query: str) -> list[Command]:
    """The commands that a query finds, the best first; all of them, in their order, for an empty one."""
    if not query:
        return list(commands)
    matcher = Matcher(query)
    scores = [(_score(matcher, one, query), place) for place, one in enumerate(commands)]
    return [commands[place] for score, place in sorted(scores, key=lambda one: (-one[0], one[1])) if score > 0]


def _score(matcher: Matcher, one: Command, query: str) -> float:
    """A title that holds the letters as they are goes before everything else."""
    if query.lower() in one.title.lower():
        return 3 + matcher.match(one.title)
    whole = [words for words in (one.help, *one.also) if query.lower() in words.lower()]
    return 2 + len(query) / len(whole[0]) if whole else matcher.match(one.title)


def _line(one: Command, width: int) -> Content:
    room = max(4, width - KEY - 2)
    left = (
        joined(text(one.title).pad_right(max(0, TITLE - cell_len(one.title))), text(f"  {one.help}", MUTED))
        if one.help
        else text(one.title)
    )
    key = text(one.key, STRONG_ACCENT)
    return columns(Cell(shortened(left, room), room), Cell(key, KEY, "right"))
