"""The first screen: starts, resumes, shows and compares the quarters of all sellers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from msgspec.structs import replace
from textual.binding import Binding, BindingType

from cbassess.model.history import Wave
from cbassess.tui import screens, words
from cbassess.tui.screens.managing import ManagingPage
from cbassess.tui.texts.layout import WARNING
from cbassess.tui.widgets.finder import Finder
from cbassess.workflow import quarter_of


class HomeScreen(ManagingPage):
    """Every key acts on the highlighted quarter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", words.OPEN, tooltip=words.OPEN_HELP, id="home.open"),
        Binding("n", "new_seller", words.NEW_SELLER, tooltip=words.NEW_SELLER_HELP, id="home.new_seller"),
        Binding("w", "new_wave", words.NEW_QUARTER, tooltip=words.NEW_QUARTER_HELP, id="home.new_wave"),
        Binding("r", "results", words.RESULTS, tooltip=words.RESULTS_HELP, id="home.results"),
        Binding("c", "compare", words.COMPARE, tooltip=words.COMPARE_HELP, id="home.compare"),
        Binding("slash", "find", words.FIND, tooltip=words.FIND_HELP, id="home.find"),
        Binding("escape", "show_all", words.FIND_ALL, tooltip=words.FIND_ALL_HELP, id="home.show_all"),
        *ManagingPage.MANAGING,
        Binding("e", "export", words.EXPORT, tooltip=words.EXPORT_HELP, id="home.export"),
        Binding("f9", "app.language", words.LANGUAGE, tooltip=words.LANGUAGE_HELP, id="home.language"),
        Binding("q", "app.quit", words.QUIT, tooltip=words.QUIT_HELP, id="home.quit"),
    ]
    # Only what acts on a wave; the rest works on an empty list as well.
    NEEDS_WAVE: ClassVar[frozenset[str]] = frozenset({"new_wave", "results", "compare", "export", "manage"})

    _warned_of = ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Keys for a wave appear with the first wave."""
        if action == "find":
            return self.is_mounted and self.listed.has_focus and self.wave is not None
        if action == "show_all":
            return self.is_mounted and bool(self.query_one(Finder).typed)
        return not (action in self.NEEDS_WAVE and self.wave is None)

    def on_option_list_option_selected(self) -> None:
        """A click opens; the second of two quick ones finds the screen gone."""
        if self.app.screen is self:
            self.action_open()

    async def action_find(self) -> None:
        """Narrow the list."""
        await self.query_one(Finder).open()

    def action_show_all(self) -> None:
        """The whole list again."""
        self.query_one(Finder).action_close(False)

    def action_open(self) -> None:
        """Resume the highlighted wave, or begin with the first seller."""
        if self.wave is None:
            self.action_new_seller()
        else:
            self._answer(self.wave)

    def action_new_seller(self) -> None:
        """Ask for a name, then start."""
        self.app.push_screen(screens.NewSellerScreen(), self._start)

    def action_new_wave(self) -> None:
        """Start another wave of the highlighted seller."""
        if self.wave is not None:
            self._start(self.wave.seller.name)

    def _start(self, seller: str | None) -> None:
        """Start a wave. Where this quarter has one, point at that first, and start another when asked again."""
        if not seller:
            return
        waves = [wave for wave in self.attempt(self.desk.records.waves) or () if wave.seller.name == seller]
        label = quarter_of(self.desk.today())
        there = [wave for wave in waves if wave.label == label]
        if there and self._warned_of != seller:
            self._warned_of = seller
            self.read_again(there[0])
            self.at = there[0]
            self.tell(words.already_there(seller, label), WARNING)
        else:
            self._warned_of = ""
            self._with_upgrade(waves[-1] if waves else None, partial(self._start_now, seller))

    def _start_now(self, seller: str, copied: bool = False) -> None:
        desk = self.desk
        wave = self.attempt(lambda: desk.records.start(seller, desk.pack, desk.today(), desk.now()))
        if wave is not None:
            self._answer_now(wave, is_new=True, copied=copied)

    def _answer(self, wave: Wave, item_id: str = "") -> None:
        latest = self.attempt(lambda: self.desk.records.waves(wave.seller.name)[-1])
        goes_on = latest is not None and latest.id == wave.id  # an earlier one stays under its own pack
        self._with_upgrade(wave if goes_on else None, partial(self._answer_now, wave, item_id))

    def _with_upgrade(self, wave: Wave | None, go_on: Callable[..., None]) -> None:
        """Go on; where that means another pack than that of this wave, show first what has changed."""
        if wave is None or not wave.answered or wave.pack_hash == self.desk.pack.hash:
            go_on()
            return
        change = partial(self.desk.records.pack_change, wave=wave)
        screen = screens.UpgradeScreen(wave, self.desk.pack, change)
        self.app.push_screen(screen, lambda agreed: go_on(copied=True) if agreed else None)

    def _answer_now(self, wave: Wave, item_id: str = "", is_new: bool = False, copied: bool = False) -> None:
        """Open a wave where the seller stopped, or at an item, and say what has just been done for it."""
        desk = self.desk
        ready = self.attempt(lambda: desk.records.to_answer(desk.pack, wave, desk.now()))
        if ready is None:
            return
        pack, opened = ready
        interview = self.attempt(lambda: desk.records.interview(pack, opened, desk.now))
        if interview is not None:
            self.at = opened
            agenda = interview.agenda
            note = words.carried_over(len(agenda.carried), len(agenda.still_true)) if is_new and opened.answered else ""
            note = f"{words.copied_first(str(desk.backups.newest()))} {note}".strip() if copied else note
            self.app.push_screen(screens.QuestionnaireScreen(replace(desk, pack=pack), interview, item_id, note))

    def action_results(self) -> None:
        """Show where the seller stands."""
        from cbassess.tui.case import Case

        wave = self.wave
        if wave is None:
            return
        screen = self.attempt(lambda: screens.ResultsScreen(Case.recorded(self.desk, wave)))
        if screen is not None:
            closed = lambda item: self._answer(wave, item) if item is not None else None  # noqa: E731
            self.app.push_screen(screen, closed)

    def action_compare(self) -> None:
        """Compare the highlighted wave with the one before."""
        wave = self.wave
        if wave is None:
            return
        waves = self.attempt(lambda: self.desk.records.waves(wave.seller.name)) or ()
        if len(waves) < 2:
            self.tell(words.NO_SECOND_WAVE, WARNING)
            return
        place = max(1, [one.id for one in waves].index(wave.id))
        self.app.push_screen(screens.CompareScreen(self.desk.records, self.desk.pack, waves, place))

    def action_export(self) -> None:
        """Write the assessment of the highlighted wave into a file."""
        wave = self.wave
        if wave is None:
            return
        records, pack = self.desk.records, self.desk.pack
        both = self.attempt(lambda: (records.assessment(pack, wave), records.since_last(pack, wave)))
        if both is not None:
            self.app.push_screen(screens.ExportScreen(*both))
