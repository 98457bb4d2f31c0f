"""The outline of a comparison: what moved between two waves, and what moved it."""

from __future__ import annotations

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
from cbassess.export.report import AnswerMove, ComparisonReport, Stamp, TrendMove
from cbassess.export.step_outline import gains
from cbassess.export.wording import signed, whole
from cbassess.model.evaluation import Interval
from cbassess.words import Words, phrase, words_in

RULES_CHANGED = phrase(
    "The baseline was taken under another pack. Both waves are scored under the newer one here, so what "
    "moved is due to your answers, not to changed rules."
)
MEAN = phrase("{} points of readiness, the mean of the comparable trends by their relevance")
NO_HEADLINE = phrase("none: too little was asked in both waves for one number to be honest")

STEPS_NAMED = 6


def comparison_outline(report: ComparisonReport) -> tuple[Block, ...]:
    """The whole report as blocks, in reading order; the first page is enough for somebody in a hurry."""
    words = words_in(report.language)
    title = words("Comparison of {seller}: {baseline} and {wave}")
    moved = tuple(block for trend in report.trends for block in _trend(trend, words))
    changed = points("", tuple(_item(item, words) for item in report.answers))
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
    document = report.document
    facts = details(
        (words("Baseline"), stamp(report.baseline, words)),
        (words("Wave"), stamp(report.wave, words)),
        (words("Asked in both"), words("{share} % of the questions").format(share=whole(100 * document.shared))),
        (words("Change"), headline(report, words)),
    )
    return (facts, Paragraph(words(RULES_CHANGED))) if document.rules_changed else (facts,)


def headline(report: ComparisonReport, words: Words) -> str:
    """The mean change, or why there is no such figure."""
    mean = report.document.headline
    return words(NO_HEADLINE) if mean is None else words(MEAN).format(signed(mean))


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
    return (*blocks, details((words("Change"), change(trend, words))), *points(words("Moved by"), moved))


def _steps(report: ComparisonReport, words: Words, named: int) -> tuple[Block, ...]:
    """The steps by their fate, at most so many of each; the rest is counted."""
    blocks: list[Block] = []
    for fate in dict.fromkeys(step.fate_title for step in report.steps):
        titles = tuple(step.title for step in report.steps if step.fate_title == fate)
        rest = (words("and {count} more").format(count=len(titles) - named),) if len(titles) > named else ()
        blocks += points(fate, (*titles[:named], *rest))
    return tuple(blocks)


def _all_steps(report: ComparisonReport, words: Words) -> tuple[Block, ...]:
    """All of them, where the first page had no room."""
    shown, everything = _steps(report, words, STEPS_NAMED), _steps(report, words, len(report.steps))
    return chapter(words("All steps"), everything) if everything != shown else ()


def _item(item: AnswerMove, words: Words) -> str:
    effects = gains(item.points, words)
    text = words("{question} Before: {before}. After: {after}.").format(
        question=item.question, before=item.before, after=item.after
    )
    return words("{text} ({effects})").format(text=text, effects=effects) if effects else text
