"""What the lists around the questionnaire share: they show questions, and close with the one to go to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget

from cbassess.model.pack import Pack
from cbassess.tui import words
from cbassess.tui.screens.base import Page
from cbassess.tui.widgets.item_sheet import ItemLines, ItemSheet
from cbassess.tui.widgets.sheet import Line
from cbassess.tui.widgets.title_bar import TitleBar
from cbassess.workflow import Interview

DETAILS = Binding("right,v", "details", words.SHOW_MORE, tooltip=words.SHOW_MORE_HELP, id="list.details")
GO = Binding("enter", "go", words.GO, tooltip=words.GO_HELP, id="list.go")


class ItemListPage(Page[str | None]):
    """Closes with the id of an item, or with None. Subclasses give `list_title`, `state` and `item_lines`."""

    def __init__(self, interview: Interview) -> None:
        super().__init__()
        self.interview = interview

    @property
    def list_title(self) -> str:
        """What the list is."""
        raise NotImplementedError

    def state(self) -> Content:
        """What stands at the right of the title."""
        raise NotImplementedError

    def item_lines(self) -> Sequence[Line]:
        """The lines, as they are now."""
        raise NotImplementedError

    def title_bar(self) -> TitleBar:
        """Seller, wave, and what the list is."""
        return TitleBar(self.interview.wave.seller.name, self.interview.wave.label, self.list_title)

    def body(self) -> Iterable[Widget]:
        """One sheet."""
        yield ItemSheet(self.item_lines())

    def on_mount(self) -> None:
        """The cursor at the question from which the list was opened."""
        self.query_one(TitleBar).state(self.state())
        self.listed.go_to(self.interview.current.id if self.interview.current else "")

    @property
    def listed(self) -> ItemLines:
        """The list."""
        return self.query_one(ItemLines)

    @property
    def sheet(self) -> ItemSheet:
        """The list with its detail."""
        return self.query_one(ItemSheet)

    def write(self, at: str = "") -> None:
        """Write title and lines anew."""
        self.query_one(TitleBar).state(self.state())
        self.sheet.show(self.item_lines(), at or self.sheet.key)

    async def reword(self, pack: Pack) -> None:
        """All anew; the interview speaks the other language already."""
        await super().reword(pack)
        self.write()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Details are opened where they are not open."""
        sheet = self.query_one_optional(ItemSheet)
        return action != "details" or (sheet is not None and not sheet.reading)

    def action_details(self) -> None:
        """Into the detail of the line under the cursor."""
        self.sheet.action_read()

    def action_go(self) -> None:
        """To the question under the cursor."""
        if self.sheet.key:
            self.dismiss(self.sheet.key)
