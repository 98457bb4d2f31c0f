"""The half of the first screen that shows: the list of sellers, what is found in it, and how each stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from msgspec.structs import replace
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from cbassess.errors import CbassessError
from cbassess.model.history import Wave
from cbassess.model.pack import Pack
from cbassess.tui import words
from cbassess.tui.commands import Target
from cbassess.tui.desk import Desk
from cbassess.tui.finding_out import FindingOut
from cbassess.tui.roster import Row, SellerWaves, by_seller, matching
from cbassess.tui.screens.base import Found, Page, told
from cbassess.tui.standings import Standings
from cbassess.tui.texts.layout import BLANK, ERROR, MUTED, text
from cbassess.tui.texts.waves import head, seller_detail, wave_row, welcome
from cbassess.tui.widgets.banner import Banner
from cbassess.tui.widgets.finder import Finder
from cbassess.tui.widgets.steady import Steady
from cbassess.tui.widgets.title_bar import TitleBar
from cbassess.tui.widgets.wave_list import WaveList


class RosterPage(Page[None]):
    """Shows all sellers. What is done with them is the subclasses' part."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.at: Wave | None = None
        """The wave to stand at when the screen is shown again."""
        self.with_archive = False
        self._all: tuple[SellerWaves, ...] = ()
        self._standings = Standings()
        self._finding_out = FindingOut(self, self._standings, self._seen, self._find_out, self._tell_all)
        self._said: Content | None = None

    def title_bar(self) -> TitleBar:
        """Name and pack; with many sellers their number stands there instead of the pack."""
        return TitleBar(words.APP, "" if len(self._all) > 1 else self.desk.pack.instrument.title)

    def body(self) -> Iterable[Widget]:
        """A welcome, or the list with what is to be told of the highlighted seller."""
        yield Static(welcome(), classes="welcome")
        with Container(classes="roster"):
            with Vertical(classes="listing"):
                yield Steady("head")
                yield WaveList(self._line, self._moved)
                yield Finder(self._narrow, self._move, self._to_list)
            yield Steady("standing")

    @property
    def listed(self) -> WaveList:
        """The list."""
        return self.query_one(WaveList)

    @property
    def row(self) -> Row | None:
        """The highlighted line."""
        return self.listed.row if self.is_mounted else None

    @property
    def wave(self) -> Wave | None:
        """The highlighted wave."""
        return self.row.wave if self.row else None

    def jump_targets(self) -> Iterable[Target]:
        """Every seller, to be gone to from the palette; the whole list is shown for it."""
        for one in self._all:
            yield Target(one.seller.name, partial(self._go_to, one))

    def _go_to(self, one: SellerWaves) -> None:
        self.query_one(Finder).action_close(False)
        self.listed.show(self._all, one.latest)

    async def reword(self, pack: Pack) -> None:
        """All anew; the cursor and what was typed stay."""
        self.desk = replace(self.desk, pack=pack)
        self._standings.forget()
        self.query_one(".welcome", Static).update(welcome())
        await super().reword(pack)
        self.read_again(self.wave)

    def on_screen_resume(self) -> None:
        """Read the history anew, whatever was done meanwhile."""
        said = self._said
        self.read_again(self.at or self.wave)
        self.at = None
        self.listed.focus()
        if said is not None:
            self._said = said
            self.query_one(Banner).tell(said)

    def tell(self, sentence: str, style: str) -> None:
        """Say something over the list. It stays when the dialog that led to it goes."""
        self._said = text(sentence, style)
        self.query_one(Banner).tell(self._said)

    def attempt(self, work: Callable[[], Found]) -> Found | None:
        """Do what may fail; on failure tell why and give None."""
        try:
            found = work()
        except CbassessError as problem:
            self.tell(told(problem), ERROR)
            return None
        self._said = None
        self.query_one(Banner).clear()
        return found

    def read_again(self, at: Wave | None) -> None:
        """Read the history and show it, with the cursor at this wave."""
        archive = self.with_archive
        self._all = by_seller(self.attempt(lambda: self.desk.records.waves(archived=archive)) or ())
        self._standings.expect((one.latest for one in self._all), self.desk.today(), at)
        self.query_one(".welcome").display = not self._all
        self.query_one(".roster").display = bool(self._all)
        self._narrow(self.query_one(Finder).typed, at)
        self.refresh_bindings()
        self.call_after_refresh(self._write_head)

    def on_resize(self) -> None:
        """Write for the width that there is now."""
        self.call_after_refresh(self._write_head)

    def _write_head(self) -> None:
        self.query_one(".head", Steady).show(head(self.listed.text_width))
        self._show_standing()

    def _narrow(self, typed: str, at: Wave | None = None) -> None:
        found = matching(self._all, typed)
        self.listed.show(found, at or self.wave)
        self.query_one(Finder).count(words.found(len(found), len(self._all)))
        self.refresh_bindings()
        self._finding_out.soon()

    def _to_list(self) -> None:
        self.listed.focus()

    def _move(self, lines: int) -> None:
        (self.listed.action_cursor_down if lines > 0 else self.listed.action_cursor_up)()

    def _line(self, row: Row, width: int) -> Content:
        return wave_row(row, self._standings.of(row.wave), self.desk.today(), width)

    def _moved(self) -> None:
        if not self.is_mounted:
            return
        self._show_standing()
        self._finding_out.wait()

    def _show_standing(self) -> None:
        """Tell of the highlighted seller what is late and what comes next."""
        beside = self.query_one(".standing", Steady)
        row, width = self.row, beside.content_size.width
        if row is None or width <= 0:
            beside.show(BLANK)
        else:
            beside.show(seller_detail(row.of, self._standings.of(row.of.latest), self.desk.today(), width))

    def _seen(self) -> Iterable[Wave]:
        return (row.wave for row in self.listed.seen)

    def _find_out(self, wave: Wave) -> None:
        desk = self.desk
        try:
            standing = desk.records.standing(desk.pack, wave, desk.today())
        except CbassessError as problem:
            standing = None
            self.tell(told(problem), ERROR)
        self._standings.learn(wave, standing)
        self.listed.tell(wave)
        if self.row is not None and self.row.of.latest.id == wave.id:
            self._show_standing()

    def _tell_all(self) -> None:
        many = len(self._all) > 1
        in_all = words.sellers_in_all(len(self._all), self._standings.late() or 0) if many else ""
        title = self.query_one(TitleBar)
        title.become(self.title_bar())
        title.state(text(in_all, MUTED))
