"""A goal in lines that can be changed; and the way to it, or what would have to give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from textual.content import Content

from cbassess.model.assessment import Assessment, TrendEntry
from cbassess.model.evaluation import Interval
from cbassess.model.goal import Aim, Goal, Relaxation, Shortfall, WayStep
from cbassess.tui import words
from cbassess.tui.aiming import BUDGET, BY, HOURS, Draft
from cbassess.tui.texts.figures import interval_bar, interval_text, money, number, signed, span, whole
from cbassess.tui.texts.layout import (
    MUTED,
    STRONG,
    SUCCESS,
    WARNING,
    Cell,
    columns,
    lines,
    listed,
    paragraphs,
    section,
    text,
)
from cbassess.tui.texts.line import Line, Writer, blank, heading

FIGURE, AIM = 7, 10
NAMED = 10
"""How many of the things that are missing are named."""


def goal_lines(document: Assessment, draft: Draft, detail: Writer) -> Iterator[Line]:
    """Trends, quarter, hours and money; `detail` stands behind each of them."""
    yield heading(words.GOAL_OF_READINESS)
    for trend in document.trends:
        if trend.id in draft.readiness:
            yield Line(partial(_aim_row, trend, draft), detail, trend.id)
    yield blank()
    yield heading(words.GOAL_WITH)
    budget = words.NO_BUDGET_SAID
    if draft.budget is not None:
        budget = words.budget(number(draft.budget), document.capacity.currency)
    for key, label, figure in (
        (BY, words.GOAL_UNTIL, draft.by),
        (HOURS, words.GOAL_HOURS, number(draft.hours)),
        (BUDGET, words.GOAL_BUDGET, budget),
    ):
        yield Line(partial(_setting, label, figure), detail, key)


def goal_detail(found: Goal | None, planned: Mapping[str, str], width: int) -> Content:
    """The answer, or what to do while there is none; `planned`: action of the plan -> its quarter."""
    if found is None:
        return text(words.GOAL_BEGIN, MUTED)
    return paragraphs(
        text(words.sentences(*_verdict(found))),
        lines(_sides(found, width)),
        section(words.GOAL_WOULD_DO, (listed("-", text(one), width) for one in _relaxations(found))),
        section(words.GOAL_STEPS, _steps(found, planned, width)),
        section(words.GOAL_URGENT, _urgent(found, width)),
        section(words.GOAL_MISSING, (_shortfall(one, width) for one in found.shortfalls[:NAMED])),
    )


def _aim_row(trend: TrendEntry, draft: Draft, width: int) -> Content:
    chosen = trend.id in draft.aims
    mark = Cell(text(f"[{'x' if chosen else ' '}]"), 3)
    aim = text(words.goal_aim(number(draft.readiness[trend.id])), STRONG if chosen else MUTED)
    now = text(words.goal_now(interval_text(trend.readiness)), MUTED)
    title = Cell(text(trend.title), width - 2 * AIM - 6)
    return columns(mark, title, Cell(now, AIM, "right"), Cell(aim, AIM, "right"), gap=1)


def _setting(label: str, figure: str, width: int) -> Content:
    return columns(Cell(text(label), width - 2 * AIM - 2), Cell(text(figure, STRONG), 2 * AIM, "right"))


def _verdict(found: Goal) -> Iterator[str]:
    yield _outcome(found)
    if found.way is not None:
        currency = found.capacity.currency
        yield words.goal_work(number(whole(found.way.hours)), words.budget(number(whole(found.way.booked)), currency))
        yield words.GOAL_LEAST if found.way.least else words.GOAL_NOT_PROVED
    if any(not aim.now.exact for aim in found.aims):
        yield words.GOAL_LOW_END


def _outcome(found: Goal) -> str:
    day, way = found.by_day.isoformat(), found.way
    if found.outcome == "reached":
        return words.GOAL_REACHED
    if found.outcome == "out_of_reach":
        return words.GOAL_OUT_OF_REACH
    if way is None or way.done is None or way.quarter is None:
        return words.not_in_sight(day, found.sure)
    if found.outcome == "in_time":
        return words.in_time(day, len(way.steps), way.done.isoformat())
    late = words.too_late if found.sure else words.found_too_late
    return late(day, way.quarter, len(way.steps), way.done.isoformat())


def _sides(found: Goal, width: int) -> Iterator[Content]:
    """Every aim: now and at the end of the way beside each other, and what is wanted."""
    side = max(FIGURE + 4, min(24, (width - FIGURE - 4) // 2))
    then = words.THEN_COLUMN if found.way else words.WITH_ALL
    labels = [text(label, MUTED) for label in (words.NOW_COLUMN, then, words.GOAL)]
    yield columns(Cell(labels[0], side), Cell(labels[1], side), Cell(labels[2], FIGURE, "right"))
    for aim in found.aims:
        yield text(aim.title)
        yield columns(_gauge(aim.now, side), _gauge(_then(aim), side), _wanted(aim))


def _then(aim: Aim) -> Interval:
    return aim.after or aim.most


def _wanted(aim: Aim) -> Cell:
    return Cell(text(number(aim.readiness), SUCCESS if _then(aim).low >= aim.readiness else WARNING), FIGURE, "right")


def _gauge(figure: Interval, width: int) -> Cell:
    bar = width - FIGURE - 1
    gauge = columns(Cell(interval_bar(figure, bar), bar), Cell(text(interval_text(figure)), FIGURE), gap=1)
    return Cell(gauge, width)


def _relaxations(found: Goal) -> Iterator[str]:
    """What would do comes before what would not."""
    return (_relaxation(one, found) for one in sorted(found.relaxations, key=lambda one: not one.possible))


def _relaxation(one: Relaxation, found: Goal) -> str:
    capacity = found.capacity
    if one.kind == "date":
        return words.more_time(one.quarter, one.sure)
    if one.kind == "hours":
        hours = None if one.hours_per_week is None else number(one.hours_per_week)
        return words.more_hours(hours, number(capacity.hours_per_week), one.sure)
    budget = None if one.budget is None else words.budget(number(one.budget), capacity.currency)
    return words.more_money(budget, words.budget(number(capacity.budget or 0), capacity.currency), one.sure)


def _steps(found: Goal, planned: Mapping[str, str], width: int) -> Iterator[Content]:
    for step in found.way.steps if found.way else ():
        yield listed(f"{step.rank}.", lines([text(step.title), text(_facts(step, planned), MUTED)]), width)


def _facts(step: WayStep, planned: Mapping[str, str]) -> str:
    quarter = planned.get(step.action)
    facts = [words.in_plan(quarter) if quarter else words.GOAL_NOT_IN_PLAN]
    if step.start and step.due:
        facts.insert(0, words.goal_days(step.start.isoformat(), step.due.isoformat()))
    facts += [words.hours(span(*step.effort_hours)), money(step.cost)]
    facts += [words.points(signed(points)) for points in step.adds.values() if round(points, 1)]
    return "; ".join(facts)


def _urgent(found: Goal, width: int) -> Iterator[Content]:
    if found.urgent:
        yield text(words.GOAL_URGENT_WHY, WARNING)
    for one in found.urgent:
        yield listed("-", text(f"{one.title} ({one.band})"), width)


def _shortfall(one: Shortfall, width: int) -> Content:
    told = [words.goal_shortfall(number(one.points), one.stem)]
    if one.state == "open":
        told.append(words.STILL_OPEN_QUESTION)
    elif one.held_back:
        told += [words.goal_held_back("; ".join(one.held_back)), *one.because]
    else:
        told.append(words.NOTHING_ADVISED)
    return listed("-", text(words.sentences(*told)), width)
