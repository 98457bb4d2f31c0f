"""The first screen: sellers, and the waves of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from cbassess.model.history import Wave
from cbassess.model.pack import Pack
from cbassess.tui import words
from cbassess.tui.case import Case
from cbassess.tui.desk import Desk
from cbassess.tui.screens.base import Page
from cbassess.tui.screens.compare import CompareScreen
from cbassess.tui.screens.export import ExportScreen
from cbassess.tui.screens.new_seller import NewSellerScreen
from cbassess.tui.screens.pick_wave import PickWaveScreen
from cbassess.tui.screens.questionnaire import QuestionnaireScreen
from cbassess.tui.screens.results import ResultsScreen
from cbassess.tui.texts.layout import WARNING, text
from cbassess.tui.texts.waves import welcome
from cbassess.tui.widgets.banner import Banner
from cbassess.tui.widgets.title_bar import TitleBar
from cbassess.tui.widgets.wave_list import WaveList
from cbassess.workflow import quarter_of


class HomeScreen(Page[None]):
    """Starts, resumes, shows and compares waves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", words.OPEN, tooltip=words.OPEN_HELP, id="home.open"),
        Binding("n", "new_seller", words.NEW_SELLER, tooltip=words.NEW_SELLER_HELP, id="home.new_seller"),
        Binding("w", "new_wave", words.NEW_QUARTER, tooltip=words.NEW_QUARTER_HELP, id="home.new_wave"),
        Binding("r", "results", words.RESULTS, tooltip=words.RESULTS_HELP, id="home.results"),
        Binding("c", "compare", words.COMPARE, tooltip=words.COMPARE_HELP, id="home.compare"),
        Binding("e", "export", words.EXPORT, tooltip=words.EXPORT_HELP, id="home.export"),
        Binding("f9", "app.language", words.LANGUAGE, tooltip=words.LANGUAGE_HELP, id="home.language"),
        Binding("q", "app.quit", words.QUIT, tooltip=words.QUIT_HELP, id="home.quit"),
    ]
    # Only what acts on a wave; the rest works on an empty list as well.
    NEEDS_WAVE: ClassVar[frozenset[str]] = frozenset({"new_wave", "results", "compare", "export"})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._at: Wave | None = None
        self._warned_of = ""
        self._uncounted: list[Wave] = []

    def title_bar(self) -> TitleBar:
        """Name and pack."""
        return TitleBar(words.APP, self._desk.pack.instrument.title)

    def body(self) -> Iterable[Widget]:
        """The list, or a welcome."""
        yield Static(welcome(), classes="welcome")
        yield WaveList()

    async def reword(self, pack: Pack) -> None:
        """The welcome and the list anew."""
        self._desk = replace(self._desk, pack=pack)
        self.query_one(".welcome", Static).update(welcome())
        self.query_one(WaveList).rewrite()
        await super().reword(pack)

    def on_screen_resume(self) -> None:
        """Read the history anew, whatever was done meanwhile."""
        waves = self.attempt(self._desk.records.waves) or ()
        listed = self.query_one(WaveList)
        listed.show(waves, self._at or listed.wave)
        self._at = None
        self._warned_of = ""
        listed.display = bool(waves)
        self.query_one(".welcome").display = not waves
        listed.focus()
        self.refresh_bindings()
        self._uncounted = list(reversed(waves))
        self.call_after_refresh(self._count_next)

    def _count_next(self) -> None:
        """Find out how far a wave is, one at a time, so that hundreds of them do not hold up a key."""
        if not self._uncounted:
            return
        wave = self._uncounted.pop(0)
        interview = self.attempt(lambda: self._desk.records.interview(self._desk.pack, wave))
        if interview is not None:
            progress = interview.progress
            told = (sum(one.answered for one in progress), sum(one.asked for one in progress))
            self.query_one(WaveList).tell_progress(wave, told)
            self.call_after_refresh(self._count_next)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Keys for a wave appear with the first wave."""
        return not (action in self.NEEDS_WAVE and self._wave is None)

    @property
    def _wave(self) -> Wave | None:
        return self.query_one(WaveList).wave if self.is_mounted else None

    def on_option_list_option_selected(self) -> None:
        """A click opens."""
        self.action_open()

    def action_open(self) -> None:
        """Resume the highlighted wave, or begin with the first seller."""
        if self._wave is None:
            self.action_new_seller()
        else:
            self._answer(self._wave)

    def action_new_seller(self) -> None:
        """Ask for a name, then start."""
        self.app.push_screen(NewSellerScreen(), self._start)

    def action_new_wave(self) -> None:
        """Start another wave of the highlighted seller."""
        if self._wave is not None:
            self._start(self._wave.seller.name)

    def _start(self, seller: str | None) -> None:
        """Start a wave. Where this quarter has one, point at that first, and start another when asked again."""
        if not seller:
            return
        desk = self._desk
        waves = self.attempt(desk.records.waves) or ()
        label = quarter_of(desk.today())
        there = [wave for wave in waves if (wave.seller.name, wave.label) == (seller, label)]
        if there and self._warned_of != seller:
            self._warned_of = seller
            self.query_one(WaveList).show(waves, there[0])
            self.query_one(Banner).tell(text(words.already_there(seller, label), WARNING))
            return
        wave = self.attempt(lambda: desk.records.start(seller, desk.pack, desk.today(), desk.now()))
        if wave is not None:
            self._answer(wave, is_new=True)

    def _answer(self, wave: Wave, item_id: str = "", is_new: bool = False) -> None:
        """Open a wave where the seller stopped, or at an item; a new one says what it was begun with."""
        desk = self._desk
        ready = self.attempt(lambda: desk.records.to_answer(desk.pack, wave, desk.now()))
        if ready is None:
            return
        pack, opened = ready
        interview = self.attempt(lambda: desk.records.interview(pack, opened, desk.now))
        if interview is not None:
            self._at = opened
            agenda = interview.agenda
            note = words.carried_over(len(agenda.carried), len(agenda.still_true)) if is_new and opened.answered else ""
            self.app.push_screen(QuestionnaireScreen(replace(desk, pack=pack), interview, item_id, note))

    def action_results(self) -> None:
        """Show where the seller stands."""
        wave = self._wave
        if wave is None:
            return
        screen = self.attempt(lambda: ResultsScreen(Case.recorded(self._desk, wave)))
        if screen is not None:
            closed = lambda item: self._answer(wave, item) if item is not None else None  # noqa: E731
            self.app.push_screen(screen, closed)

    def action_compare(self) -> None:
        """Compare the highlighted wave with another of the same seller; ask which where there are several."""
        wave = self._wave
        if wave is None:
            return
        waves = self.attempt(lambda: self._desk.records.waves(wave.seller.name)) or ()
        others = [other for other in reversed(waves) if other.id != wave.id]
        if not others:
            self.query_one(Banner).tell(text(words.NO_SECOND_WAVE, WARNING))
        elif len(others) == 1:
            self._compare(wave, others[0])
        else:
            self.app.push_screen(PickWaveScreen(others), lambda other: self._compare(wave, other))

    def _compare(self, one: Wave, other: Wave | None) -> None:
        if other is None:
            return
        earlier, later = sorted((one, other), key=lambda wave: (wave.as_of, wave.id))
        again = partial(self._desk.records.compare, baseline=earlier, wave=later)
        comparison = self.attempt(lambda: again(self._desk.pack))
        if comparison is not None:
            self.app.push_screen(CompareScreen(comparison, again))

    def action_export(self) -> None:
        """Write the assessment of the highlighted wave into a file."""
        wave = self._wave
        if wave is None:
            return
        records, pack = self._desk.records, self._desk.pack
        both = self.attempt(lambda: (records.assessment(pack, wave), records.since_last(pack, wave)))
        if both is not None:
            self.app.push_screen(ExportScreen(*both))
