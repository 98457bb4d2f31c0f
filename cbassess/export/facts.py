"""A report as single facts, each of one thing: the rows of the CSV."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from cbassess.export.report import AssessmentReport, ComparisonReport, Report, StepReport, TrendMove, TrendReport, Work
from cbassess.model.evaluation import Interval

COLUMNS = ("seller", "wave", "as_of", "part", "id", "title", "fact", "text", "low", "high", "unit", "day", "doubt")

POINTS, HOURS, WEEKS = "points", "hours", "weeks"


class Fact(Struct, frozen=True):
    """One fact. Words that programs look for (`part`, `fact`, `unit`) are English in every language."""

    part: str
    id: str
    title: str
    fact: str
    text: str = ""
    low: float | None = None
    high: float | None = None
    unit: str = ""
    day: dt.date | None = None
    doubt: str = ""


def facts(report: Report) -> Iterator[Fact]:
    """All facts of the report, in its order."""
    if isinstance(report, ComparisonReport):
        yield from _comparison(report)
        return
    for trend in report.trends:
        yield from _trend(trend)
    for title in report.other_trends:
        yield Fact("trend", "", title, "applies", "no")
    for step in report.steps:
        yield from _step(step)
    yield from _beside_the_plan(report)
    for course in report.courses:
        for quarter, figure in zip(report.quarters, course.figures[1:], strict=True):
            if figure is not None:
                yield _range("forecast", course.id, course.title, quarter, figure)
    if report.since:
        yield from _comparison(report.since)


def _trend(trend: TrendReport) -> Iterator[Fact]:
    applies = {True: "yes", None: "unknown", False: "no"}[trend.applies]
    yield Fact("trend", trend.id, trend.title, "applies", applies)
    yield _range("trend", trend.id, trend.title, "readiness", trend.readiness)
    yield _range("trend", trend.id, trend.title, "relevance", trend.relevance)
    yield Fact("trend", trend.id, trend.title, "level", trend.level)
    for part in trend.parts:
        state = "assumed" if part.assumed else ""
        yield Fact("indicator", part.item, part.text, trend.id, state, part.reached.low, part.reached.high, POINTS)


def _step(step: StepReport) -> Iterator[Fact]:
    def fact(name: str, text: str = "", **more: object) -> Fact:
        return Fact("step", step.id, step.title, name, text, **more)  # type: ignore[arg-type]

    yield fact("rank", low=step.rank, high=step.rank)
    yield fact("band", step.band)
    yield fact("quarter", step.quarter)
    yield fact("start", day=step.start)
    yield fact("start_by", day=step.latest_start)
    yield fact("due", day=step.due)
    yield fact("own_time", low=step.hours[0], high=step.hours[1], unit=HOURS)
    yield fact("takes", low=step.weeks[0], high=step.weeks[1], unit=WEEKS)
    yield fact("money", low=step.cost.min, high=step.cost.max, unit=step.cost.currency)
    yield fact("order", low=step.priority.wsjf, high=step.priority.wsjf, unit="points an hour")
    for trend, points in step.gain:
        yield fact("gain", trend, low=points, high=points, unit=POINTS)
    for trend, points in step.adds:
        yield fact("adds", trend, low=points, high=points, unit=POINTS)
    texts = (
        ("placed_because", (step.placed_because,)),
        ("band_because", (step.band_because,)),
        ("why", (step.why,)),
        ("because", step.because),
        ("to_do", step.todo),
        ("achieves", step.achieves),
        ("first", step.first),
        ("needed_for", (step.needed_for,)),
        ("proof", (step.proof,)),
        ("practice", ("yes" if step.practice else "",)),
    )
    yield from (fact(name, text) for name, group in texts for text in group if text)
    yield from _work("step", step.id, step.title, step.work)
    for date in step.dates:
        yield fact("date", date.title, day=date.day, doubt=date.doubt)
        if date.start_by:
            yield fact("date_late" if date.late else "date_in_time", date.title, day=date.start_by)
        if date.if_late:
            yield fact("if_late", date.if_late)
    for source in step.sources:
        cited = f"{source.title}, {source.where}" if source.where else source.title
        yield fact("source", cited, doubt=source.doubt)


def _work(part: str, action: str, title: str, work: Work) -> Iterator[Fact]:
    """Where a step stands; of one that has not begun only what was noted."""
    yield Fact(part, action, title, "status", work.status_title, day=work.since, doubt=work.doubt)
    for name, text in (("owner", work.owner), ("note", work.note), ("given_up_because", work.reason)):
        if text:
            yield Fact(part, action, title, name, text)
    for place in work.ticked:
        yield Fact(part, action, title, "part_done", low=place, high=place)
    if work.planned_due:
        yield Fact(part, action, title, "due_in_the_plan", day=work.planned_due)


def _beside_the_plan(report: AssessmentReport) -> Iterator[Fact]:
    document = report.document
    yield Fact("report", "", "", "pack", f"{document.pack.title}, {document.pack.version}, {document.pack.hash[:12]}")
    yield Fact("report", "", "", "answered", "", document.answered, document.asked, "questions")
    yield from (Fact("report", "", "", "contradiction", text) for text in document.contradictions)
    for part, group in (("unplaced", report.unplaced), ("not_now", report.not_now)):
        yield from (Fact(part, one.id, one.title, "because", text) for one in group for text in one.because)
        yield from (Fact(part, one.id, one.title, "would_fit", one.would_fit) for one in group if one.would_fit)
    for worked in report.worked:
        yield from _work("worked", worked.id, worked.title, worked.work)
    for question in report.open:
        yield Fact("open", question.id, question.question, "state", question.state)
        yield from (Fact("open", question.id, question.question, "trend", text) for text in question.trends)
        yield from (Fact("open", question.id, question.question, "action", text) for text in question.actions)
    for part, answers in (("answer", report.answers), ("set_aside", report.set_aside)):
        yield from (Fact(part, one.id, one.question, one.state, one.text) for one in answers)


def _comparison(report: ComparisonReport) -> Iterator[Fact]:
    mean = report.document.headline
    yield Fact("change", "", report.baseline.wave, "mean", "" if mean is not None else "none", mean, mean, POINTS)
    for side, stamp in (("baseline", report.baseline), ("wave", report.wave)):
        yield Fact("change", "", side, "pack", f"{stamp.pack_version}, {stamp.pack_hash}", day=stamp.as_of)
    share = 100 * report.document.shared
    yield Fact("change", "", "", "asked_in_both", "", share, share, "percent")
    yield from _points("change", "", "", "foreseen", report.document.headline_foreseen)
    yield from (Fact("change", "", "", "due_to", cause, by, by, POINTS) for cause, by in report.due_to)
    for trend in report.trends:
        yield from _trend_change(trend)
    for item in report.answers:
        yield Fact("answer_change", item.id, item.question, "before", item.before)
        yield Fact("answer_change", item.id, item.question, "after", item.after)
        for trend_title, by in item.points:
            yield Fact("answer_change", item.id, item.question, "moves", trend_title, by, by, POINTS)
    for step in report.steps:
        yield Fact("step_change", step.id, step.title, step.fate, step.fate_title)
        if step.noted:
            yield Fact("step_change", step.id, step.title, "noted", step.noted)


def _trend_change(trend: TrendMove) -> Iterator[Fact]:
    for side, figure in (("before", trend.before), ("after", trend.after)):
        if figure is not None:
            yield _range("trend_change", trend.id, trend.title, side, figure)
    yield Fact(
        "trend_change", trend.id, trend.title, "change", trend.not_comparable, trend.change, trend.change, POINTS
    )
    yield from _points("trend_change", trend.id, trend.title, "foreseen", trend.foreseen)
    for side, figure in zip(("seen_before", "seen_after"), trend.seen or (), strict=bool(trend.seen)):
        yield _range("trend_change", trend.id, trend.title, side, figure)
    for name, causes in (("due_to", trend.due_to), ("moved_by", trend.moved_by)):
        for cause, by in causes:
            yield Fact("trend_change", trend.id, trend.title, name, cause, by, by, POINTS)


def _points(part: str, thing: str, title: str, fact: str, points: float | None) -> Iterator[Fact]:
    if points is not None:
        yield Fact(part, thing, title, fact, "", points, points, POINTS)


def _range(part: str, thing: str, title: str, fact: str, figure: Interval) -> Fact:
    return Fact(part, thing, title, fact, "", figure.low, figure.high, POINTS)
