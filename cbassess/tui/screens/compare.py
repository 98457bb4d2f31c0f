"""Two waves side by side: what moved, which answers moved it, and what became of the steps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from cbassess.model.comparison import Comparison, ItemChange
from cbassess.model.pack import Pack
from cbassess.tui import words
from cbassess.tui.screens.base import BACK, Page
from cbassess.tui.screens.export import ExportScreen
from cbassess.tui.texts import changes
from cbassess.tui.texts.layout import WARNING, text
from cbassess.tui.widgets.banner import Banner
from cbassess.tui.widgets.sheet import Line, Sheet, blank, heading, note
from cbassess.tui.widgets.title_bar import TitleBar


class CompareScreen(Page[None]):
    """Trends, answers and steps of two waves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "export", words.EXPORT, tooltip=words.EXPORT_HELP, id="compare.export"),
        BACK,
    ]

    def __init__(self, comparison: Comparison, again: Callable[[Pack], Comparison]) -> None:
        super().__init__()
        self._comparison = comparison
        self._again = again

    async def reword(self, pack: Pack) -> None:
        """The sheet anew, from the comparison in the other language."""
        self._comparison = self._again(pack)
        self.query_one(Sheet).rewrite(tuple(compare_lines(self._comparison)))
        await super().reword(pack)
        self._tell_of_rules()

    def title_bar(self) -> TitleBar:
        """Seller, and the two waves."""
        one = self._comparison
        return TitleBar(one.seller, f"{one.baseline.wave} -> {one.wave.wave}", words.COMPARE)

    def body(self) -> Iterable[Widget]:
        """One sheet."""
        yield Sheet(tuple(compare_lines(self._comparison)))

    def on_mount(self) -> None:
        """Say so where the rules have changed in between."""
        self._tell_of_rules()

    def _tell_of_rules(self) -> None:
        if self._comparison.rules_changed:
            self.query_one(Banner).tell(text(words.RULES_CHANGED, WARNING))

    def action_export(self) -> None:
        """Into a file."""
        self.app.push_screen(ExportScreen(self._comparison))


def compare_lines(one: Comparison) -> Iterator[Line]:
    """The lines of the sheet: trends, answers, steps."""
    yield heading(words.TRENDS)
    yield Line(partial(changes.overall_row, one), partial(changes.overall_detail, one))
    for trend in one.trends:
        yield Line(partial(changes.change_row, trend), partial(changes.change_detail, trend, one))
    yield blank()
    yield heading(words.ANSWERS_CHANGED)
    if not one.items:
        yield note(words.NO_ANSWERS_CHANGED)
    for item in sorted(one.items, key=_most_moved_first):
        yield Line(partial(changes.item_row, item), partial(changes.item_detail, item, one))
    yield blank()
    yield heading(words.STEPS)
    if not one.steps:
        yield note(words.NO_STEPS_EITHER)
    for step in one.steps:
        yield Line(partial(changes.fate_row, step), partial(changes.fate_detail, step))


def _most_moved_first(item: ItemChange) -> float:
    return -sum(abs(points) for points in item.points.values())
