"""What became of the questions since a quarter was answered; nothing is written until the seller agrees."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from cbassess.model.history import Wave
from cbassess.model.pack import Pack
from cbassess.model.upgrade import ItemFate, PackDiff
from cbassess.tui import words
from cbassess.tui.screens.base import Page
from cbassess.tui.texts import upgrades
from cbassess.tui.texts.layout import MUTED, text
from cbassess.tui.widgets.sheet import Line, Sheet, blank, heading, note, row
from cbassess.tui.widgets.title_bar import TitleBar

SHOWN: tuple[ItemFate, ...] = ("changed", "new", "retired", "reworded")
"""What costs the seller something stands first."""


class UpgradeScreen(Page[bool]):
    """Gives whether to go on. `change` tells what became of the pack of the wave, in the language of another one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "agree", words.UPGRADE, tooltip=words.UPGRADE_HELP, id="upgrade.agree"),
        Binding("escape", "leave", words.LEAVE_IT, tooltip=words.LEAVE_IT_HELP, id="upgrade.leave"),
    ]

    def __init__(self, wave: Wave, pack: Pack, change: Callable[[Pack], PackDiff | None]) -> None:
        super().__init__()
        self._of = wave
        self._pack = pack
        self._change = change

    def title_bar(self) -> TitleBar:
        """Seller, quarter, and what it is about."""
        return TitleBar(self._of.seller.name, self._of.label, words.UPGRADE_TITLE)

    def body(self) -> Iterable[Widget]:
        """One sheet."""
        yield Sheet(tuple(self._lines()))

    def on_mount(self) -> None:
        """From which version to which."""
        versions = f"{self._of.pack_version} -> {self._pack.instrument.version}"
        self.query_one(TitleBar).state(text(versions, MUTED))

    async def reword(self, pack: Pack) -> None:
        """The sheet anew."""
        self._pack = pack
        self.query_one(Sheet).rewrite(tuple(self._lines()))
        await super().reword(pack)

    def _lines(self) -> Iterator[Line]:
        change = self._change(self._pack)
        if change is None:
            yield note(words.UPGRADE_NOT_AT_HAND)
        else:
            yield from upgrade_lines(change, self._pack)

    def action_agree(self) -> None:
        """Go on under the new questions."""
        self.dismiss(True)

    def action_leave(self) -> None:
        """Leave everything as it is."""
        self.dismiss(False)


def upgrade_lines(change: PackDiff, pack: Pack) -> Iterator[Line]:
    """What stays, what is otherwise, and which advice and trends that concerns."""
    stems = upgrades.stems_of(change, pack)
    yield heading(words.stay(len(change.of_fate("kept"))))
    yield row(words.UPGRADE_WHICH_KEPT, partial(upgrades.kept_detail, change))
    for fate in SHOWN:
        if found := change.of_fate(fate):
            yield blank()
            yield heading(words.UPGRADE_FATES[fate])
        for item in found:
            yield Line(partial(upgrades.item_row, item), partial(upgrades.item_detail, item, stems))
    if change.actions:
        yield blank()
        yield heading(words.UPGRADE_ACTIONS)
    for action in change.actions:
        yield Line(partial(upgrades.action_row, action), partial(upgrades.action_detail, action))
    if change.trends:
        yield blank()
        yield heading(words.UPGRADE_TRENDS)
    for title in change.trends:
        yield row(title, partial(upgrades.trend_detail, title))
