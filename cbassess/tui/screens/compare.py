"""Two waves side by side: what moved and why, forecast against outcome, and what became of the steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from cbassess.model.comparison import Comparison, Fate, ItemChange
from cbassess.model.history import Wave
from cbassess.model.pack import Pack
from cbassess.tui import words
from cbassess.tui.screens.base import BACK, Page
from cbassess.tui.screens.course import CourseScreen
from cbassess.tui.screens.export import ExportScreen
from cbassess.tui.screens.pick import PickScreen
from cbassess.tui.texts import changes, outcomes, overall
from cbassess.tui.texts.layout import MUTED, WARNING, text
from cbassess.tui.widgets.banner import Banner
from cbassess.tui.widgets.sheet import Line, Lines, Sheet, blank, heading, note
from cbassess.tui.widgets.title_bar import TitleBar
from cbassess.workflow import Records

FATES: tuple[Fate, ...] = ("done", "carried", "new", "dropped")


class CompareScreen(Page[None]):
    """Opens at once and compares then, because that takes a while after many changes.

    `waves` are those of one seller, oldest first; `place` is that of the later one of the two that are compared.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "earlier", words.EARLIER, tooltip=words.EARLIER_HELP, id="compare.earlier"),
        Binding("a", "later", words.LATER, tooltip=words.LATER_HELP, id="compare.later"),
        Binding("v", "course", words.COURSE, tooltip=words.COURSE_HELP, id="compare.course"),
        Binding("e", "export", words.EXPORT, tooltip=words.EXPORT_HELP, id="compare.export"),
        BACK,
    ]

    def __init__(self, records: Records, pack: Pack, waves: Sequence[Wave], place: int) -> None:
        super().__init__()
        self._records = records
        self._pack = pack
        self._waves = waves
        self._pair = (waves[place - 1], waves[place])
        self.comparison: Comparison | None = None

    def title_bar(self) -> TitleBar:
        """Seller, and the two waves."""
        baseline, wave = self._pair
        return TitleBar(wave.seller.name, f"{baseline.label} -> {wave.label}", words.COMPARE)

    def body(self) -> Iterable[Widget]:
        """One sheet."""
        yield Sheet(())

    def on_mount(self) -> None:
        """The comparison."""
        self._begin()

    async def reword(self, pack: Pack) -> None:
        """The sheet anew, from the comparison in the other language."""
        self._pack = pack
        await super().reword(pack)
        self._compare()

    def _begin(self) -> None:
        """Say what is being done, and do it when that has been painted."""
        self.query_one(TitleBar).become(self.title_bar())
        self.query_one(Banner).tell(text(words.COMPARING, MUTED))
        self.query_one(Lines).highlighted = None
        self.call_after_refresh(self._compare)

    def _compare(self) -> None:
        found = self.attempt(lambda: self._records.compare(self._pack, *self._pair))
        if found is None:
            return
        self.comparison = found
        self.query_one(Sheet).rewrite(tuple(compare_lines(found)))
        if found.rules_changed:
            self.query_one(Banner).tell(text(words.RULES_CHANGED, WARNING))

    def action_earlier(self) -> None:
        """Choose the earlier wave."""
        later = self._waves.index(self._pair[1])
        self._choose(words.COMPARE_WITH, self._waves[:later], lambda wave: (wave, self._pair[1]))

    def action_later(self) -> None:
        """Choose the later wave."""
        earlier = self._waves.index(self._pair[0])
        self._choose(words.COMPARE_LATER, self._waves[earlier + 1 :], lambda wave: (self._pair[0], wave))

    def _choose(self, question: str, among: Sequence[Wave], pair: Callable[[Wave], tuple[Wave, Wave]]) -> None:
        if len(among) < 2:
            self.query_one(Banner).tell(text(words.NO_OTHER_QUARTER, WARNING))
            return
        latest_first = among[::-1]

        def chosen(place: int | None) -> None:
            if place is not None:
                self._pair = pair(latest_first[place])
                self._begin()

        rows = [f"{wave.label:<9}  {wave.as_of.isoformat()}" for wave in latest_first]
        self.app.push_screen(PickScreen(question, rows), chosen)

    def action_course(self) -> None:
        """All waves."""
        again = partial(self._records.course, seller_name=self._pair[1].seller.name)
        course = self.attempt(lambda: again(self._pack))
        if course is not None:
            self.app.push_screen(CourseScreen(course, again))

    def action_export(self) -> None:
        """Into a file."""
        if self.comparison is not None:
            self.app.push_screen(ExportScreen(self.comparison))


def compare_lines(one: Comparison) -> Iterator[Line]:
    """The lines of the sheet: overall, trends, forecast, answers, steps."""
    yield Line(partial(overall.overall_row, one), partial(overall.overall_detail, one))
    yield blank()
    yield heading(words.TRENDS)
    for trend in one.trends:
        yield Line(partial(changes.change_row, trend), partial(changes.change_detail, trend, one))
    yield from _forecast_lines(one)
    yield blank()
    yield heading(words.ANSWERS_CHANGED)
    if not one.items:
        yield note(words.NO_ANSWERS_CHANGED)
    for item in sorted(one.items, key=_most_moved_first):
        yield Line(partial(changes.item_row, item), partial(changes.item_detail, item, one))
    yield blank()
    yield from _step_lines(one)


def _forecast_lines(one: Comparison) -> Iterator[Line]:
    foreseen = [trend for trend in one.trends if trend.foreseen is not None and trend.change is not None]
    if foreseen:
        yield blank()
        yield heading(words.FORECAST_OUTCOME)
    for trend in foreseen:
        yield Line(partial(outcomes.forecast_row, trend), partial(outcomes.forecast_detail, trend, one))


def _step_lines(one: Comparison) -> Iterator[Line]:
    fates = Counter(step.fate for step in one.steps)
    yield heading(words.fates_in_all(*(fates[fate] for fate in FATES)) if one.steps else words.STEPS)
    if not one.steps:
        yield note(words.NO_STEPS_EITHER)
    for step in sorted(one.steps, key=lambda step: FATES.index(step.fate)):
        yield Line(partial(outcomes.fate_row, step), partial(outcomes.fate_detail, step))


def _most_moved_first(item: ItemChange) -> float:
    return -sum(abs(points) for points in item.points.values())
