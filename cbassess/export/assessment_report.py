"""From an assessment to what its report says."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.export.report import (
    Answer,
    AssessmentReport,
    Cited,
    ComparisonReport,
    Course,
    Dated,
    LeftOut,
    OpenQuestion,
    Part,
    StepReport,
    TrendReport,
)
from cbassess.export.titles import Titles
from cbassess.export.wording import doubt
from cbassess.export.work_report import WorkNotes
from cbassess.model.assessment import Assessment, IndicatorEntry, OpenEntry, ResponseEntry, TrendEntry
from cbassess.model.evaluation import Interval, ItemState
from cbassess.model.plan import Step, StepDate
from cbassess.words import Words, phrase, words_in

STATES: dict[ItemState, str] = {
    "answered": phrase("answered"),
    "dont_know": phrase("you do not know"),
    "declined": phrase("you prefer not to say"),
    "open": phrase("not answered yet"),
    "waiting": phrase("waits for an earlier answer"),
    "off_route": phrase("does not apply to you"),
}


def assessment_report(document: Assessment, since: ComparisonReport | None = None) -> AssessmentReport:
    """What the assessment says; `since`: what moved since the wave before."""
    titles, words = Titles.of(document), words_in(document.language)
    work = WorkNotes(document, words)
    used = {step.band for step in document.plan}
    return AssessmentReport(
        document=document,
        trends=tuple(_trend(trend) for trend in document.trends if trend.applies is not False),
        other_trends=tuple(trend.title for trend in document.trends if trend.applies is False),
        bands=tuple((band.title, band.meaning) for band in document.bands if band.id in used),
        steps=tuple(_step(step, titles, work, words) for step in document.plan),
        unplaced=tuple(
            LeftOut(one.action, one.title, titles.band(one.band), (one.because,), one.would_fit)
            for one in document.unplaced
        ),
        not_now=tuple(LeftOut(one.action, one.title, "", one.because) for one in document.not_now),
        open=tuple(_open(entry, titles, words) for entry in document.open_items),
        answers=tuple(_answer(entry, words) for entry in document.responses),
        set_aside=tuple(_answer(entry, words) for entry in document.set_aside),
        quarters=tuple(after.quarter for after in document.forecast),
        courses=tuple(_courses(document)),
        worked=tuple(work.elsewhere()),
        since=since,
    )


def _trend(trend: TrendEntry) -> TrendReport:
    return TrendReport(
        id=trend.id,
        title=trend.title,
        summary=trend.summary,
        applies=trend.applies,
        readiness=trend.readiness,
        relevance=trend.relevance,
        level=trend.level,
        level_meaning=trend.level_meaning,
        because=trend.because,
        parts=tuple(_part(entry) for entry in trend.indicators),
    )


def _part(entry: IndicatorEntry) -> Part:
    reached = Interval.between(entry.share * entry.low, entry.share * entry.high)
    return Part(entry.item, reached, entry.share, entry.reason.text, entry.assumed)


def _step(step: Step, titles: Titles, work: WorkNotes, words: Words) -> StepReport:
    return StepReport(
        id=step.action,
        rank=step.rank,
        title=step.title,
        why=step.why,
        band=titles.band(step.band),
        band_because=step.band_because or "",
        quarter=step.quarter,
        start=step.start,
        due=work.due(step.action, step.due),
        placed_because=step.placed_because,
        latest_start=step.latest_start,
        hours=step.effort_hours,
        cost=step.cost,
        weeks=step.lead_weeks,
        gain=tuple((titles.trend(trend), points) for trend, points in step.gain.items()),
        adds=tuple((titles.trend(trend), points) for trend, points in step.adds.items()),
        priority=step.priority,
        because=tuple(reason.text for reason in step.because),
        achieves=step.achieves,
        first=tuple(titles.action(action) for action in step.waits_for),
        needed_for=titles.action(step.needed_by) if step.needed_by else "",
        todo=step.steps,
        proof=step.proof,
        dates=tuple(_dated(date, words) for date in step.dates),
        sources=tuple(
            Cited(source.id, source.title, source.where, doubt(words, source.confidence)) for source in step.sources
        ),
        practice=step.practice,
        work=work.of(step.action, step.due),
    )


def _dated(date: StepDate, words: Words) -> Dated:
    return Dated(
        id=date.id,
        day=date.day,
        title=date.title,
        doubt=doubt(words, date.confidence, date.stale),
        start_by=date.start_by,
        late=date.in_time is False,
        if_late=date.if_late or "",
    )


def _open(entry: OpenEntry, titles: Titles, words: Words) -> OpenQuestion:
    return OpenQuestion(
        id=entry.item,
        question=entry.stem,
        state=words(STATES[entry.state]),
        trends=tuple(titles.trend(trend) for trend in entry.trends),
        actions=tuple(titles.known_actions(entry.would_move, words)),
    )


def _answer(entry: ResponseEntry, words: Words) -> Answer:
    return Answer(entry.item, entry.stem, words(STATES[entry.state]), entry.text)


def _courses(document: Assessment) -> Iterator[Course]:
    """Now and after each quarter, as the range that is known."""
    for trend in document.trends:
        if document.forecast and trend.applies is not False:
            later = (after.range.get(trend.id) for after in document.forecast)
            figures = (None if bounds is None else Interval.between(*bounds) for bounds in later)
            yield Course(trend.id, trend.title, (trend.readiness, *figures))
