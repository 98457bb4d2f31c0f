"""Where the seller stands: what to do first, then trend by trend with its evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from cbassess.model.assessment import Assessment, TrendEntry
from cbassess.model.pack import Pack
from cbassess.tui import words
from cbassess.tui.screens.base import BACK, Page
from cbassess.tui.screens.export import ExportScreen
from cbassess.tui.screens.plan import PlanScreen
from cbassess.tui.texts.layout import MUTED, STRONG, WARNING, lines, listed, paragraphs, text
from cbassess.tui.texts.steps import step_detail, step_line
from cbassess.tui.texts.trends import trend_detail, trend_row
from cbassess.tui.widgets.sheet import Line, Sheet, blank, heading, note, row
from cbassess.tui.widgets.title_bar import TitleBar

FIRST = 3
"""How many steps stand at the top."""


class ResultsScreen(Page[str | None]):
    """Closes with the id of an item to answer, with "" for the answers as such, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "plan", words.PLAN, tooltip=words.PLAN_HELP, id="results.plan"),
        Binding("a", "answers", words.ANSWERS, tooltip=words.ANSWERS_HELP, id="results.answers"),
        Binding("o", "open", words.ANSWER_OPEN, tooltip=words.ANSWER_OPEN_HELP, id="results.open"),
        Binding("e", "export", words.EXPORT, tooltip=words.EXPORT_HELP, id="results.export"),
        BACK,
    ]

    def __init__(self, assessment: Assessment, again: Callable[[Pack], Assessment]) -> None:
        super().__init__()
        self._assessment = assessment
        self._again = again

    async def reword(self, pack: Pack) -> None:
        """The sheet anew, from the assessment in the other language."""
        self._assessment = self._again(pack)
        self.query_one(Sheet).rewrite(tuple(result_lines(self._assessment)))
        await super().reword(pack)
        self._tell_answered()

    def title_bar(self) -> TitleBar:
        """Seller and wave; at the right, how much is answered."""
        return TitleBar(self._assessment.seller, self._assessment.wave, words.RESULTS)

    def body(self) -> Iterable[Widget]:
        """One sheet."""
        yield Sheet(tuple(result_lines(self._assessment)))

    def on_mount(self) -> None:
        """How complete the answers are."""
        self._tell_answered()

    def _tell_answered(self) -> None:
        one = self._assessment
        self.query_one(TitleBar).state(text(words.answered_of(one.answered, one.asked), MUTED))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Open questions can be asked for while there are any."""
        return action != "open" or bool(self._open_item)

    @property
    def _open_item(self) -> str:
        """The first item without an answer; empty where there is none."""
        return next((one.item for one in self._assessment.responses if one.state == "open"), "")

    def action_plan(self) -> None:
        """All steps."""
        self.app.push_screen(PlanScreen(self._assessment, self._again))

    def action_answers(self) -> None:
        """To the questions."""
        self.dismiss("")

    def action_open(self) -> None:
        """To the first open question."""
        self.dismiss(self._open_item)

    def action_export(self) -> None:
        """Into a file."""
        self.app.push_screen(ExportScreen(self._assessment))


def result_lines(one: Assessment) -> Iterator[Line]:
    """The lines of the sheet: first steps, doubts, trends that concern the seller, trends that do not."""
    yield heading(words.DO_FIRST)
    if not one.plan:
        yield note(words.NO_STEPS if one.complete else words.NO_STEPS_YET)
    for step in one.plan[:FIRST]:
        yield Line(partial(step_line, step), partial(step_detail, step, one))
    yield from _told(words.CONTRADICTIONS, WARNING, one.contradictions)
    yield from _told(words.SET_ASIDE, MUTED, [f"{entry.stem} {entry.text}" for entry in one.set_aside])
    yield blank()
    yield heading(words.TREND)
    for trend in one.trends:
        if trend.applies:
            yield Line(partial(trend_row, trend), partial(trend_detail, trend, one))
    yield from _dimmed(one, words.NOT_CLEAR_YET, [trend for trend in one.trends if trend.applies is None])
    yield from _dimmed(one, words.DOES_NOT_CONCERN, [trend for trend in one.trends if trend.applies is False])


def _told(title: str, style: str, sentences: Sequence[str]) -> Iterator[Line]:
    """One line that tells of these sentences; nothing where there are none."""
    if sentences:
        yield blank()
        yield row(title, partial(_list, title, sentences), style)


def _list(title: str, sentences: Sequence[str], width: int) -> Content:
    return paragraphs(text(title, STRONG), lines(listed("-", text(one), width) for one in sentences))


def _dimmed(one: Assessment, title: str, trends: Sequence[TrendEntry]) -> Iterator[Line]:
    """Trends without a figure: their titles, muted."""
    if trends:
        yield blank()
        yield heading(title)
    for trend in trends:
        yield row(trend.title, partial(trend_detail, trend, one), MUTED)
