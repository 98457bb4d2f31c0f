"""The outline of a comparison: what moved between two waves, and what moved it."""

from __future__ import annotations

import math

from cbassess.export.boss_page import change, moves
from cbassess.export.outline import (
    Block,
    Gauge,
    Gauges,
    Heading,
    PageBreak,
    Paragraph,
    chapter,
    details,
    points,
)
from cbassess.export.report import AnswerMove, ComparisonReport, Points, Stamp, StepMove, TrendMove
from cbassess.export.step_outline import gains
from cbassess.export.wording import interval, signed, tenths, whole
from cbassess.model.comparison import Comparison
from cbassess.model.evaluation import Interval
from cbassess.words import Words, phrase, words_in

RULES_CHANGED = phrase(
    "The two waves were answered under different packs. Before and after are scored under the same one here, over "
    "the questions that both ask, so what moved is due to your answers."
)
MEAN = phrase("{} points of readiness, the mean of the comparable trends by their relevance")
NO_HEADLINE = phrase("none: the two waves have too little in common for one number to be honest")

STEPS_NAMED = 6


def comparison_outline(report: ComparisonReport) -> tuple[Block, ...]:
    """The whole report as blocks, in reading order; the first page is enough for somebody in a hurry."""
    words = words_in(report.language)
    title = words("Comparison of {seller}: {baseline} and {wave}")
    moved = tuple(block for trend in report.trends for block in _trend(trend, words))
    changed = points("", tuple(answer_text(item, words) for item in report.answers))
    return (
        Heading(1, title.format(seller=report.seller, baseline=report.baseline.wave, wave=report.wave.wave)),
        *_head(report, words),
        *chapter(words("What moved"), moves(report.trends, words)),
        *chapter(words("What became of the steps"), _steps(report, words, STEPS_NAMED)),
        PageBreak(),
        *chapter(words("How readiness moved"), moved),
        *_all_steps(report, words),
        *chapter(words("Answers that changed"), changed or (Paragraph(words("No answer changed.")),)),
    )


def _head(report: ComparisonReport, words: Words) -> tuple[Block, ...]:
    facts = details(*overall(report, words))
    return (facts, Paragraph(words(RULES_CHANGED))) if report.document.rules_changed else (facts,)


def overall(report: ComparisonReport, words: Words) -> tuple[tuple[str, str], ...]:
    """Label and value of what holds for the two waves as a whole; a value may be empty."""
    document = report.document
    return (
        (words("Baseline"), stamp(report.baseline, words)),
        (words("Wave"), stamp(report.wave, words)),
        (words("In common"), words("{share} % of the answers").format(share=whole(100 * document.shared))),
        (words("Packs"), _compatibility(document, words)),
        (words("Change"), headline(report, words)),
        (words("Foreseen"), _foreseen(document, words)),
        (words("You saw"), _all_seen(report, words) if document.rules_changed else ""),
    )


def headline(report: ComparisonReport, words: Words) -> str:
    """The mean change, or why there is no such figure."""
    mean = report.document.headline
    return words(NO_HEADLINE) if mean is None else words(MEAN).format(signed(mean))


def _compatibility(document: Comparison, words: Words) -> str:
    if document.compatibility is None:
        return words("the pack of the baseline is not at hand: rules and questions of then cannot be told apart")
    if not document.rules_changed:
        return ""
    text = words("{share} % of the questions of both mean the same")
    return text.format(share=whole(100 * document.compatibility))


def _foreseen(document: Comparison, words: Words) -> str:
    """What last quarter's plan foresaw as change."""
    if document.headline_foreseen is None:
        return ""
    return words("{points} points, had all steps that were due been done").format(
        points=signed(document.headline_foreseen)
    )


def _all_seen(report: ComparisonReport, words: Words) -> str:
    """The mean movement between what the waves showed, and what it is due to."""
    if not report.due_to:
        return ""
    total = math.fsum(points for _, points in report.due_to)
    return words("{points} points: {parts}").format(points=tenths(total), parts=due_to(report.due_to, words))


def due_to(parts: Points, words: Words) -> str:
    """`+9.4 your answers, +0.6 the questions`: what is nothing is left out, unless all is."""
    part = words("{points} {cause}")
    moved = [one for one in parts if round(one[1], 1)] or parts
    return words(", ").join(part.format(points=tenths(points), cause=cause) for cause, points in moved)


def stamp(wave: Stamp, words: Words) -> str:
    """A wave with its day and its pack."""
    return words("{wave}, as of {day}, pack {version}, {hash}").format(
        wave=wave.wave, day=wave.as_of.isoformat(), version=wave.pack_version, hash=wave.pack_hash
    )


def _trend(trend: TrendMove, words: Words) -> tuple[Block, ...]:
    sides: tuple[tuple[str, Interval | None], ...] = ((words("Before"), trend.before), (words("After"), trend.after))
    gauges = tuple(Gauge(label, figure) for label, figure in sides if figure is not None)
    blocks: tuple[Block, ...] = (Heading(3, trend.title),)
    if gauges:
        blocks += (Gauges(gauges),)
    if trend.change is None:
        return (*blocks, Paragraph(trend.not_comparable))
    moved = tuple(f"{signed(part)} {stem}" for stem, part in trend.moved_by)
    facts = details(
        (words("Change"), change(trend, words)),
        (words("Foreseen"), "" if trend.foreseen is None else str(whole(trend.foreseen))),
        (words("You saw"), _seen(trend, words)),
    )
    return (*blocks, facts, *points(words("Moved by"), moved))


def _seen(trend: TrendMove, words: Words) -> str:
    """What each wave showed under its own pack, and what the way between them is due to."""
    if trend.seen is None:
        return ""
    before, after = (interval(figure, words) for figure in trend.seen)
    seen = words("{before} then, {after} now").format(before=before, after=after)
    return words("{seen}: {parts}").format(seen=seen, parts=due_to(trend.due_to, words)) if trend.due_to else seen


def _steps(report: ComparisonReport, words: Words, named: int) -> tuple[Block, ...]:
    """The steps by their fate, at most so many of each; the rest is counted."""
    blocks: list[Block] = []
    for fate in dict.fromkeys(step.fate_title for step in report.steps):
        titles = tuple(step_text(step, words) for step in report.steps if step.fate_title == fate)
        rest = (words("and {count} more").format(count=len(titles) - named),) if len(titles) > named else ()
        blocks += points(fate, (*titles[:named], *rest))
    return tuple(blocks)


def _all_steps(report: ComparisonReport, words: Words) -> tuple[Block, ...]:
    """All of them, where the first page had no room."""
    shown, everything = _steps(report, words, STEPS_NAMED), _steps(report, words, len(report.steps))
    return chapter(words("All steps"), everything) if everything != shown else ()


def step_text(step: StepMove, words: Words) -> str:
    """A step, and what was noted about it."""
    return words("{text} ({effects})").format(text=step.title, effects=step.noted) if step.noted else step.title


def answer_text(item: AnswerMove, words: Words) -> str:
    """An answer before and after, and what that moved."""
    effects = gains(item.points, words)
    text = words("{question} Before: {before}. After: {after}.").format(
        question=item.question, before=item.before, after=item.after
    )
    return words("{text} ({effects})").format(text=text, effects=effects) if effects else text
