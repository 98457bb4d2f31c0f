"""Sellers, and under each its waves, latest first."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from textual.content import Content
from textual.widgets.option_list import Option

from cbassess.model.history import Wave
from cbassess.tui.texts.layout import STRONG, text
from cbassess.tui.texts.waves import Progress, wave_row
from cbassess.tui.widgets.cursor_list import CursorList

Row = Wave | str
"""A wave, the name of a seller, or an empty line."""


class WaveList(CursorList):
    """The cursor passes over the sellers' names and stands on waves."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self._progress: dict[int, Progress] = {}

    @property
    def wave(self) -> Wave | None:
        """The highlighted wave."""
        row = self._rows[self.highlighted] if self.highlighted is not None else None
        return row if isinstance(row, Wave) else None

    def show(self, waves: Iterable[Wave], at: Wave | None) -> None:
        """Show these waves, with the cursor at one of them, or at the one that was started last."""
        self._rows = _rows(waves)
        self._write()
        places = {row.id: place for place, row in enumerate(self._rows) if isinstance(row, Wave)}
        if places:
            self.highlighted = places.get(at.id if at else max(places), places[max(places)])

    def tell_progress(self, wave: Wave, progress: Progress) -> None:
        """Show how far a wave is."""
        self._progress[wave.id] = progress
        for place, row in enumerate(self._rows):
            if isinstance(row, Wave) and row.id == wave.id:
                self.replace_option_prompt_at_index(place, self._label(row))

    def on_resize(self) -> None:
        """Write the rows for the width that there is now."""
        self.rewrite()

    def rewrite(self) -> None:
        """Write the rows; the cursor stays where it is."""
        kept = self.highlighted
        self._write()
        self.highlighted = kept

    def _write(self) -> None:
        self.set_options(Option(self._label(row), disabled=not isinstance(row, Wave)) for row in self._rows)

    def _label(self, row: Row) -> Content:
        if isinstance(row, Wave):
            return wave_row(row, self._progress.get(row.id), self.text_width)
        return text(row, STRONG)


def _rows(waves: Iterable[Wave]) -> list[Row]:
    """Seller by seller in the order of names; an empty line between two sellers."""
    rows: list[Row] = []
    by_seller = sorted(waves, key=lambda wave: (wave.seller.name, -wave.as_of.toordinal(), -wave.id))
    for name, of_seller in groupby(by_seller, key=lambda wave: wave.seller.name):
        rows += [""] if rows else []
        rows += [name, *of_seller]
    return rows
