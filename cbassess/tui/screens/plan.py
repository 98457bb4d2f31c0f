"""The plan: steps by quarter, each with all that stands behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from cbassess.model.assessment import Assessment
from cbassess.model.pack import Pack
from cbassess.tui import words
from cbassess.tui.case import Case
from cbassess.tui.screens.base import BACK, Page
from cbassess.tui.screens.export import ExportScreen
from cbassess.tui.texts.forecast import forecast_detail
from cbassess.tui.texts.steps import not_now_detail, step_detail, step_row, unplaced_detail
from cbassess.tui.widgets.sheet import Line, Sheet, blank, heading, note, row
from cbassess.tui.widgets.title_bar import TitleBar


class PlanScreen(Page[str | None]):
    """All steps; then the forecast, what did not fit, and what would be wrong now."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "export", words.EXPORT, tooltip=words.EXPORT_HELP, id="plan.export"),
        BACK,
    ]

    def __init__(self, case: Case) -> None:
        super().__init__()
        self._case = case
        self._assessment = case.document

    async def reword(self, pack: Pack) -> None:
        """The sheet anew, from the assessment in the other language."""
        self._case = self._case.anew(pack)
        self._assessment = self._case.document
        self.query_one(Sheet).rewrite(tuple(plan_lines(self._assessment)))
        await super().reword(pack)

    def title_bar(self) -> TitleBar:
        """Seller and wave."""
        return TitleBar(self._assessment.seller, self._assessment.wave, words.PLAN)

    def body(self) -> Iterable[Widget]:
        """One sheet."""
        yield Sheet(tuple(plan_lines(self._assessment)))

    def action_export(self) -> None:
        """Into a file."""
        self.app.push_screen(ExportScreen(self._assessment))


def plan_lines(one: Assessment) -> Iterator[Line]:
    """The lines of the sheet, quarter by quarter."""
    if not one.plan:
        yield note(words.PLAN_IS_EMPTY)
    for quarter, steps in groupby(one.plan, key=lambda step: step.quarter):
        yield heading(quarter)
        for step in steps:
            yield Line(partial(step_row, step, one), partial(step_detail, step, one))
        yield blank()
    if one.forecast:
        yield heading(words.FORECAST)
        yield row(words.FORECAST_LINE, partial(forecast_detail, one))
    yield from _left_out(one)


def _left_out(one: Assessment) -> Iterator[Line]:
    """What is not in the plan, with the reason."""
    if one.unplaced:
        yield blank()
        yield heading(words.DID_NOT_FIT)
    for unplaced in one.unplaced:
        yield row(unplaced.title, partial(unplaced_detail, unplaced, one))
    if one.not_now:
        yield blank()
        yield heading(words.NOT_NOW)
    for wrong_now in one.not_now:
        yield row(wrong_now.title, partial(not_now_detail, wrong_now))
