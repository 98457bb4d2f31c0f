"""Steps of the plan: rows, and everything that stands behind one."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from cbassess.model.assessment import Assessment
from cbassess.model.evaluation import NotNow
from cbassess.model.plan import Priority, Step, StepDate, StepSource, Unplaced
from cbassess.tui import words
from cbassess.tui.texts.figures import money, number, signed, span
from cbassess.tui.texts.layout import (
    BLANK,
    MUTED,
    STRONG,
    WARNING,
    joined,
    labelled,
    lines,
    listed,
    paragraphs,
    section,
    text,
)


def band_title(assessment: Assessment, band: str) -> str:
    """The title of a band."""
    return next((one.title for one in assessment.bands if one.id == band), band)


def step_detail(step: Step, assessment: Assessment, width: int, work: Content = BLANK) -> Content:
    """Why, the answers behind it, what it achieves, how, and what it takes.

    `work` is what is noted about the step, with its parts; without it the parts are listed.
    """
    how = (listed(f"{n}.", text(one), width) for n, one in enumerate(step.steps, 1))
    return paragraphs(
        lines([text(step.title, STRONG), _band(step, assessment)]),
        work,
        lines(_order(step, assessment, width)),
        text(step.why),
        section(words.BECAUSE_YOU_SAID, (listed("-", text(one.text), width) for one in step.because)),
        section(words.ACHIEVES, (listed("-", text(one), width) for one in step.achieves)),
        BLANK if work.plain else section(words.HOW_TO_DO, how),
        lines(_facts(step, assessment, width)),
        section(words.DATES, (listed("-", date_text(one), width) for one in step.dates)),
        section(words.SOURCES, _sources(step, width)),
        section(words.PRIORITY, _priority(step, assessment)),
    )


def unplaced_detail(one: Unplaced, assessment: Assessment, _width: int) -> Content:
    """Why an action did not fit."""
    return paragraphs(
        lines([text(one.title, STRONG), text(band_title(assessment, one.band), MUTED)]),
        text(f"{words.DID_NOT_FIT}: {one.because}"),
        text(one.would_fit) if one.would_fit else BLANK,
    )


def not_now_detail(one: NotNow, width: int) -> Content:
    """Why an action would be wrong now."""
    return paragraphs(
        text(one.title, STRONG),
        section(words.NOT_NOW, (listed("-", text(reason), width) for reason in one.because)),
    )


def _band(step: Step, assessment: Assessment) -> Content:
    title = band_title(assessment, step.band)
    return text(f"{title}: {step.band_because}" if step.band_because else title, MUTED)


def _facts(step: Step, assessment: Assessment, width: int) -> Iterator[Content]:
    """What the step takes, and when."""
    yield labelled(words.HOURS, text(words.hours(span(*step.effort_hours))), width)
    yield labelled(words.COST, text(money(step.cost)), width)
    yield labelled(words.LEAD, text(words.weeks(span(*step.lead_weeks))), width)
    yield labelled(words.START, text(f"{step.start.isoformat()}  ({step.quarter})"), width)
    yield labelled(words.DUE, text(step.due.isoformat()), width)
    if step.latest_start:
        yield labelled(words.START_BY, text(start_by_text(step)), width)
    yield labelled(words.WHY_THEN, text(step.placed_because), width)
    for trend, points in step.adds.items():
        yield labelled(words.ADDS, text(f"{points:+.1f}  {_trend_title(trend, assessment)}"), width)
    yield labelled(words.PROOF, text(step.proof), width)
    if step.needed_by:
        yield labelled(words.NEEDED_BY, text(_title(step.needed_by, assessment)), width)


def start_by_text(step: Step) -> str:
    """The latest safe start of a step that has one."""
    latest = step.latest_start or step.start
    return words.start_by(latest.isoformat(), step.start > latest)


def _order(step: Step, assessment: Assessment, width: int) -> Iterator[Content]:
    """What it waits for, and what waits for it."""
    waiting = [other.action for other in assessment.plan if step.action in other.waits_for]
    for label, actions in ((words.WAITS_FOR, step.waits_for), (words.WAIT_FOR_IT, waiting)):
        for action in actions:
            yield labelled(label, text(_title(action, assessment)), width)


def _trend_title(trend: str, assessment: Assessment) -> str:
    return next((one.title for one in assessment.trends if one.id == trend), trend)


def _title(action: str, assessment: Assessment) -> str:
    """The title of another step, with its rank where it has one."""
    for step in assessment.plan:
        if step.action == action:
            return f"{step.rank}. {step.title}"
    return next((one.title for one in assessment.unplaced if one.action == action), action)


def date_text(one: StepDate) -> Content:
    """A dated fact with its doubts, and what happens to who is late."""
    mark = words.CONFIDENCES[one.confidence]
    return joined(
        f"{one.day.isoformat()}  {one.title}",
        text(f" ({mark})", WARNING) if mark else BLANK,
        text(f" ({words.STALE})", WARNING) if one.stale else BLANK,
        text(f" ({words.TOO_LATE})", WARNING) if one.in_time is False else BLANK,
        text(f"  {one.if_late}", MUTED) if one.if_late else BLANK,
    )


def _sources(step: Step, width: int) -> Iterator[Content]:
    if step.practice:
        yield text(words.PRACTICE, MUTED)
    for source in step.sources:
        yield listed("-", _source(source), width)


def _source(source: StepSource) -> Content:
    mark = words.CONFIDENCES[source.confidence]
    style = MUTED if source.confidence == "medium" else WARNING
    return joined(
        source.title,
        text(f"  {source.where}", MUTED) if source.where else BLANK,
        text(f" ({mark})", style) if mark else BLANK,
    )


def _priority(step: Step, assessment: Assessment) -> list[Content]:
    titles = {trend.id: trend.title for trend in assessment.trends}
    gains = [
        text(f"{words.points(signed(points))}  {titles.get(trend, trend)}")
        for trend, points in sorted(step.gain.items(), key=lambda pair: (-pair[1], pair[0]))
        if points
    ]
    return [text(formula_text(step.priority)), *gains]


def formula_text(one: Priority) -> str:
    """The figures behind the place in the plan."""
    return words.formula(
        gain=number(one.gain),
        unlocks=number(one.unlocks),
        time=number(one.time_criticality),
        effort=number(one.effort_hours),
        wsjf=f"{one.wsjf:.2f}",
    )
