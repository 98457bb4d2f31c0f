"""The outline of an assessment: one page for the boss, then all of it."""

from __future__ import annotations

from cbassess.export.boss_page import boss_page
from cbassess.export.outline import (
    Block,
    Details,
    Gauge,
    Gauges,
    Heading,
    Line,
    Lines,
    Paragraph,
    Points,
    Span,
    Spans,
    chapter,
    details,
    points,
)
from cbassess.export.report import AssessmentReport, OpenQuestion, Part, TrendReport
from cbassess.export.step_outline import step_outline
from cbassess.export.wording import MONEY_NOTE, amount, interval, number, quarter, sentences, whole
from cbassess.export.work_outline import work_outline
from cbassess.model.plan import Capacity
from cbassess.words import Words, phrase, words_in

INCOMPLETE = phrase(
    "Some questions that apply to you are still open. Until they are answered, figures are given as "
    "ranges, and the plan may change."
)
NOT_KNOWN = phrase("It is not known yet whether this trend concerns you.")
SET_ASIDE = phrase("These answers were given, but given your other answers the questions do not apply to you:")


def assessment_outline(report: AssessmentReport) -> tuple[Block, ...]:
    """The whole report as blocks, in reading order."""
    words = words_in(report.language)
    still_open = tuple(_open(question, words) for question in report.open)
    return (
        Heading(1, words("Assessment of {seller}").format(seller=report.seller)),
        *_head(report, words),
        *boss_page(report, words),
        *chapter(words("Answers that exclude each other"), points("", report.document.contradictions)),
        *chapter(words("Where you stand"), _trends(report, words)),
        *chapter(words("What is still open"), points("", still_open)),
        *chapter(words("Work on the plan"), work_outline(report, words)),
        *chapter(words("Your plan"), _plan(report, words)),
        *chapter(words("What did not fit"), points("", _unplaced(report, words))),
        *chapter(words("Not now"), points("", _not_now(report, words))),
        *chapter(words("Forecast"), _forecast(report, words)),
        *chapter(words("What the readiness is made of"), _parts(report, words)),
        *chapter(words("Answers that do not count"), _set_aside(report, words)),
    )


def _head(report: AssessmentReport, words: Words) -> tuple[Block, ...]:
    document = report.document
    answered = words("{answered} of {asked} questions that apply to you")
    pack = words("{title}, version {version}, {hash}")
    facts = details(
        (words("Wave"), document.wave),
        (words("As of"), document.as_of.isoformat()),
        (words("Answered"), answered.format(answered=document.answered, asked=document.asked)),
        (
            words("Pack"),
            pack.format(title=document.pack.title, version=document.pack.version, hash=document.pack.hash[:12]),
        ),
    )
    return (facts,) if document.complete else (facts, Paragraph(words(INCOMPLETE)))


def _trends(report: AssessmentReport, words: Words) -> tuple[Block, ...]:
    blocks = tuple(block for trend in report.trends for block in _trend(trend, words))
    if not report.other_trends:
        return blocks
    return (*blocks, Heading(3, words("Trends that do not concern you")), Points("", report.other_trends))


def _trend(trend: TrendReport, words: Words) -> tuple[Block, ...]:
    unknown = (Paragraph(words(NOT_KNOWN)),) if trend.applies is None else ()
    readiness = Gauge(words("Readiness"), trend.readiness, trend.level)
    return (
        Heading(3, trend.title),
        Paragraph(trend.summary),
        *unknown,
        Gauges((readiness, Gauge(words("Relevance"), trend.relevance))),
        Paragraph(trend.level_meaning),
        *points(words("Why it concerns you"), trend.because),
    )


def _open(question: OpenQuestion, words: Words) -> str:
    trends, actions = words(", ").join(question.trends), words(", ").join(question.actions)
    effects = [words("figures of {trends}").format(trends=trends)] if trends else []
    effects += [words("place in the plan of {actions}").format(actions=actions)] if actions else []
    text = words("{question} ({state}).").format(question=question.question, state=question.state)
    if not effects:
        return text
    return sentences((text, words("Hangs on it: {effects}.").format(effects=words("; ").join(effects))), words)


def _plan(report: AssessmentReport, words: Words) -> tuple[Block, ...]:
    blocks: list[Block] = [_capacity(report.document.capacity, words)]
    if not report.steps:
        return (*blocks, Paragraph(words("No step is advised on these answers.")))
    line = words("{title}: {text}")
    bands = tuple(line.format(title=title, text=meaning) for title, meaning in report.bands)
    blocks += [Paragraph(words(MONEY_NOTE)), *points(words("The bands, most urgent first"), bands)]
    blocks.append(_calendar(report, words))
    under = ""
    for step in report.steps:
        if step.quarter != under:
            under = step.quarter
            blocks.append(Heading(3, quarter(under, words)))
        blocks += step_outline(step, words)
    return tuple(blocks)


def _capacity(capacity: Capacity, words: Words) -> Details:
    budget = words("no limit given")
    if capacity.budget is not None:
        budget = f"{amount(capacity.budget)} {words.currency(capacity.currency)}"
    return details(
        (words("Hours a week"), number(capacity.hours_per_week)),
        (words("Budget"), budget),
        (words("At once"), words("{steps} steps at most").format(steps=capacity.steps_at_once)),
        (words("Assumed"), words("; ").join(capacity.assumed)),
    )


def _calendar(report: AssessmentReport, words: Words) -> Spans:
    rows = tuple(Span(f"{step.rank}. {step.title}", step.start, step.due) for step in report.steps)
    return Spans((words("Step"), words("Start"), words("Due")), rows)


def _unplaced(report: AssessmentReport, words: Words) -> tuple[str, ...]:
    line = words("{title} ({band}): {text}")
    return tuple(
        line.format(
            title=one.title, band=one.band, text=sentences((*one.because, *filter(None, (one.would_fit,))), words)
        )
        for one in report.unplaced
    )


def _not_now(report: AssessmentReport, words: Words) -> tuple[str, ...]:
    line = words("{title}: {text}")
    return tuple(line.format(title=one.title, text=sentences(one.because, words)) for one in report.not_now)


def _forecast(report: AssessmentReport, words: Words) -> tuple[Block, ...]:
    """Readiness per trend: now, and after each quarter if the plan is kept; the middle of a range."""
    if not report.courses:
        return ()
    rows = tuple(Line(course.title, course.figures) for course in report.courses)
    columns = (words("Readiness"), words("Now"), *report.quarters)
    return (
        Paragraph(words("The range at the end of each quarter, if the plan is kept.")),
        Lines(columns, rows),
    )


def _parts(report: AssessmentReport, words: Words) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for trend in report.trends:
        if trend.parts:
            lines = tuple(_part(part, words) for part in trend.parts)
            blocks += [Heading(3, trend.title), Points("", lines)]
    return tuple(blocks)


def _part(part: Part, words: Words) -> str:
    line = words("{reached} of {share} points: {reason}").format(
        reached=interval(part.reached, words), share=whole(part.share), reason=part.text
    )
    return words("{text} (assumed: you do not know)").format(text=line) if part.assumed else line


def _set_aside(report: AssessmentReport, words: Words) -> tuple[Block, ...]:
    line = words("{question} {answer}")
    answers = tuple(line.format(question=answer.question, answer=answer.text) for answer in report.set_aside)
    return (Paragraph(words(SET_ASIDE)), Points("", answers)) if answers else ()
