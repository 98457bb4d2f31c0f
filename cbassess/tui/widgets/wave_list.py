"""Sellers, a line each; under a seller its earlier waves where they are shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets.option_list import Option

from cbassess.model.history import Wave
from cbassess.tui import words
from cbassess.tui.roster import Row, SellerWaves, rows
from cbassess.tui.widgets.cursor_list import CursorList
from cbassess.tui.widgets.late_line import LateLine


class WaveList(CursorList):
    """Lines are written when they come to the screen, so that hundreds of sellers cost no more than a screenful.

    `write` gives the text of a line for a width, `moved` is called when the cursor stands on another line: in the same
    turn, so that what stands beside the list is painted together with it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "unfold", words.UNFOLD, tooltip=words.UNFOLD_HELP, show=False, id="home.unfold"),
    ]

    def __init__(self, write: Callable[[Row, int], Content], moved: Callable[[], None]) -> None:
        super().__init__()
        self._write = write
        self._moved = moved
        self._sellers: Sequence[SellerWaves] = ()
        self._rows: list[Row] = []
        self._opened: set[int] = set()

    @property
    def row(self) -> Row | None:
        """The highlighted line."""
        return self._rows[self.highlighted] if self.highlighted is not None else None

    @property
    def seen(self) -> tuple[Row, ...]:
        """The lines on the screen."""
        top = self.scroll_offset.y
        return tuple(self._rows[top : top + max(1, self.size.height)])

    def show(self, sellers: Sequence[SellerWaves], at: Wave | None) -> None:
        """Show these sellers, with the cursor at this wave, else at its seller, else at the first line."""
        self._sellers = sellers
        self._rows = list(rows(sellers, self._opened))
        self.set_options(Option(LateLine(partial(self._line, row))) for row in self._rows)
        self.highlighted = self._place(at) if self._rows else None
        self._moved()

    def _line(self, row: Row) -> Content:
        return self._write(row, self.text_width)

    def _place(self, at: Wave | None) -> int:
        if at is None:
            return 0
        waves = {row.wave.id: place for place, row in enumerate(self._rows)}
        of_seller = (place for place, row in enumerate(self._rows) if row.of.seller.id == at.seller.id)
        return waves[at.id] if at.id in waves else next(of_seller, 0)

    def tell(self, wave: Wave) -> None:
        """Write the line of a wave anew, because more is known of it."""
        for place, row in enumerate(self._rows):
            if row.wave.id == wave.id:
                self.replace_option_prompt_at_index(place, LateLine(partial(self._line, row)))

    def rewrite(self) -> None:
        """Write all lines anew; the cursor stays where it is."""
        self.show(self._sellers, self.row.wave if self.row else None)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Say that the cursor has moved."""
        super().watch_highlighted(highlighted)
        self._moved()

    def action_unfold(self) -> None:
        """Show or hide the earlier waves of the highlighted seller."""
        if self.row is not None:
            self._opened ^= {self.row.of.seller.id}
            self.rewrite()
