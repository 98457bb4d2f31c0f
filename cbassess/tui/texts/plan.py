"""The plan in lines: what wants a decision, the steps by quarter, the forecast, the pace, and what is left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from msgspec import Struct
from textual.content import Content

from cbassess.model.assessment import Assessment
from cbassess.model.pack import Pack
from cbassess.model.plan import Step
from cbassess.model.work import Pace, StepProgress
from cbassess.tui import words
from cbassess.tui.picking import Picked, Tagged
from cbassess.tui.texts.figures import number, whole
from cbassess.tui.texts.forecast import forecast_detail
from cbassess.tui.texts.layout import (
    BLANK,
    MUTED,
    STRONG,
    WARNING,
    Cell,
    columns,
    joined,
    paragraphs,
    shortened,
    text,
)
from cbassess.tui.texts.line import Line, blank, heading, note, row
from cbassess.tui.texts.pace import pace_detail, pace_line, pace_offer
from cbassess.tui.texts.states import STATE, Works, state_text
from cbassess.tui.texts.steps import not_now_detail, step_detail, unplaced_detail
from cbassess.tui.texts.work import work_text

OWNER = 12


class PlanView(Struct, frozen=True):
    """What the plan shows."""

    pack: Pack
    document: Assessment
    works: Works
    pace: Pace
    today: dt.date
    picked: Picked

    @property
    def tagged(self) -> Sequence[Tagged]:
        """All steps of the plan with their tags."""
        return [
            Tagged.of(step, self.pack.actions[step.action].trend, self.works.get(step.action), self.today)
            for step in self.document.plan
        ]

    @property
    def shown(self) -> Sequence[Step]:
        """The steps that were picked."""
        return [one.step for one in self.tagged if self.picked.shows(one)]


def plan_lines(one: PlanView) -> Iterator[Line]:
    """All lines. While steps are picked, nothing but these is shown."""
    if not one.picked:
        yield from _to_decide(one)
    yield from _quarters(one, one.shown)
    if not one.picked:
        yield from _outlook(one)
        yield from _left_out(one.document)
        yield from _elsewhere(one)


def summary(one: PlanView) -> str:
    """`39 steps: 2 doing, 1 done, 1 late`."""
    works = [one.works[step.action] for step in one.document.plan if step.action in one.works]
    counts = {status: sum(work.status == status for work in works) for status in ("doing", "done")}
    late = sum(work.overdue(one.today) for work in works)
    return words.steps_in_state(len(one.document.plan), counts["doing"], counts["done"], late)


def _to_decide(one: PlanView) -> Iterator[Line]:
    """Steps about which answers and notes differ, and the pace while nothing was decided about it."""
    for asks, title in (("done", words.BY_YOUR_ANSWERS), ("really", words.NOT_BY_YOUR_ANSWERS)):
        asked = [work for work in one.works.values() if work.asks == asks]
        yield from _group(title, [_other(one, work) for work in asked])
    if offer := pace_offer(one.pace):
        yield from _group(words.HOURS_AND_PACE, [row(offer, partial(pace_detail, one.pace), WARNING)])


def _group(title: str, lines: Sequence[Line]) -> Iterator[Line]:
    """A heading with lines and a blank one after them; nothing where there are none."""
    if lines:
        yield heading(title)
        yield from lines
        yield blank()


def _quarters(one: PlanView, steps: Sequence[Step]) -> Iterator[Line]:
    if not steps:
        yield note(words.NOTHING_SHOWN if one.document.plan else words.PLAN_IS_EMPTY)
        yield blank()
    for quarter, found in groupby(steps, key=lambda step: step.quarter):
        together = list(found)
        hours = sum(sum(step.effort_hours) / 2 for step in together)
        told = words.quarter_hours(len(together), number(whole(hours)))
        yield Line(partial(_quarter, quarter, told))
        for step in together:
            yield Line(partial(_row, step, one), partial(_detail, step, one), step.action)
        yield blank()


def _quarter(quarter: str, told: str, width: int) -> Content:
    return columns(Cell(joined(text(quarter, STRONG), text(f"   {told}", MUTED)), width))


def _row(step: Step, one: PlanView, width: int) -> Content:
    """Place and title; at the right the state in a word, and who does it."""
    work = one.works.get(step.action)
    owner = shortened(text(work.owner, MUTED), OWNER) if work else BLANK
    state = state_text(step.action, one.works, one.today, step)
    right = Content("  ").join([part for part in (owner, state) if part.plain])
    taken = right.cell_length + 2 if right.plain else 0
    cells = [Cell(text(str(step.rank), MUTED), 2, "right"), Cell(text(step.title), width - 4 - taken)]
    return columns(*cells, *([Cell(right, right.cell_length)] if taken else []))


def _detail(step: Step, one: PlanView, width: int) -> Content:
    """What is noted, what waits for it, and all that stands behind the step."""
    work = one.works.get(step.action)
    noted = work_text(work, step.steps, one.today, width) if work else text("")
    return step_detail(step, one.document, width, noted)


def _other(one: PlanView, work: StepProgress) -> Line:
    """A step that stands elsewhere, or nowhere, in the plan."""
    parts = one.pack.actions[work.action].steps if work.action in one.pack.actions else ()
    detail = lambda width: paragraphs(text(work.title, STRONG), work_text(work, parts, one.today, width))  # noqa: E731
    return Line(partial(_other_row, one, work), detail, work.action)


def _other_row(one: PlanView, work: StepProgress, width: int) -> Content:
    state = state_text(work.action, one.works, one.today)
    return columns(Cell(text(work.title), width - STATE - 2), Cell(state, STATE))


def _outlook(one: PlanView) -> Iterator[Line]:
    if one.document.forecast:
        yield heading(words.FORECAST)
        yield row(words.FORECAST_LINE, partial(forecast_detail, one.document))
        yield blank()
    yield heading(words.HOURS_AND_PACE)
    yield row(pace_line(one.pace), partial(pace_detail, one.pace))


def _left_out(document: Assessment) -> Iterator[Line]:
    """What is not in the plan, with the reason."""
    if document.unplaced:
        yield blank()
        yield heading(words.DID_NOT_FIT)
    for unplaced in document.unplaced:
        yield row(unplaced.title, partial(unplaced_detail, unplaced, document), key=unplaced.action)
    if document.not_now:
        yield blank()
        yield heading(words.NOT_NOW)
    for wrong_now in document.not_now:
        yield row(wrong_now.title, partial(not_now_detail, wrong_now), key=wrong_now.action)


def _elsewhere(one: PlanView) -> Iterator[Line]:
    """Steps that were worked on and stand in this plan no more."""
    others = [work for work in one.works.values() if work.rank is None and work.status != "open" and not work.asks]
    if others:
        yield blank()
        yield from _group(words.NO_LONGER_PLANNED, [_other(one, work) for work in others])
