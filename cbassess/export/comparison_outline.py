"""The outline of a comparison: what moved between two waves, and what moved it."""

from __future__ import annotations

from collections.abc import Mapping

from cbassess.export.outline import Block, Gauge, Gauges, Heading, Paragraph, chapter, details, points
from cbassess.export.wording import signed, whole
from cbassess.model.comparison import Comparison, ItemChange, TrendChange, WaveStamp
from cbassess.model.evaluation import Interval
from cbassess.words import Words, phrase, words_in

RULES_CHANGED = phrase(
    "The baseline was taken under another pack. Both waves are scored under the newer one here, so what "
    "moved is due to your answers, not to changed rules."
)
MEAN = phrase("{} points of readiness, the mean of the comparable trends by their relevance")
NO_HEADLINE = phrase("none: too little was asked in both waves for one number to be honest")
NOT_IN_BASELINE = phrase("Not comparable: the trend did not apply in the baseline.")
NOT_IN_LATER = phrase("Not comparable: the trend did not apply in the later wave.")
NOT_IN_EITHER = phrase("Not comparable: the trend did not apply in either wave.")
FATES = {
    "done": phrase("Done"),
    "carried": phrase("Carried over"),
    "new": phrase("New"),
    "dropped": phrase("No longer advised, and not done"),
}


def comparison_outline(document: Comparison) -> tuple[Block, ...]:
    """The whole report as blocks, in reading order."""
    words = words_in(document.language)
    title = words("Comparison of {seller}: {baseline} and {wave}")
    stems = {item.item: item.stem for item in document.items}
    trends = {trend.id: trend.title for trend in document.trends}
    moved = tuple(block for trend in document.trends for block in _trend(trend, stems, words))
    changed = points("", tuple(_item(item, trends, words) for item in document.items))
    return (
        Heading(1, title.format(seller=document.seller, baseline=document.baseline.wave, wave=document.wave.wave)),
        *_head(document, words),
        *chapter(words("How readiness moved"), moved),
        *chapter(words("What became of the steps"), _steps(document, words)),
        *chapter(words("Answers that changed"), changed or (Paragraph(words("No answer changed.")),)),
    )


def _head(document: Comparison, words: Words) -> tuple[Block, ...]:
    headline = words(NO_HEADLINE) if document.headline is None else words(MEAN).format(signed(document.headline))
    facts = details(
        (words("Baseline"), _stamp(document.baseline, words)),
        (words("Wave"), _stamp(document.wave, words)),
        (words("Asked in both"), words("{share} % of the questions").format(share=whole(100 * document.shared))),
        (words("Change"), headline),
    )
    return (facts, Paragraph(words(RULES_CHANGED))) if document.rules_changed else (facts,)


def _stamp(wave: WaveStamp, words: Words) -> str:
    return words("{wave}, as of {day}, pack {version}, {hash}").format(
        wave=wave.wave, day=wave.as_of.isoformat(), version=wave.pack_version, hash=wave.pack_hash[:12]
    )


def _trend(trend: TrendChange, stems: Mapping[str, str], words: Words) -> tuple[Block, ...]:
    """A trend that is not comparable gets no figure for the missing side, and no change."""
    sides: tuple[tuple[str, Interval | None], ...] = ((words("Before"), trend.before), (words("After"), trend.after))
    gauges = tuple(Gauge(label, figure) for label, figure in sides if figure is not None)
    blocks: tuple[Block, ...] = (Heading(3, trend.title),)
    if gauges:
        blocks += (Gauges(gauges),)
    if not trend.comparable or trend.change is None:
        return (*blocks, Paragraph(words(_not_comparable(trend))))
    causes = sorted(trend.moved_by.items(), key=lambda cause: (-abs(cause[1]), cause[0]))
    moved = tuple(f"{signed(part)} {stems.get(item, item)}" for item, part in causes)
    change = words("{points} points").format(points=signed(trend.change))
    return (*blocks, details((words("Change"), change)), *points(words("Moved by"), moved))


def _not_comparable(trend: TrendChange) -> str:
    if trend.before is None and trend.after is None:
        return NOT_IN_EITHER
    return NOT_IN_BASELINE if trend.before is None else NOT_IN_LATER


def _steps(document: Comparison, words: Words) -> tuple[Block, ...]:
    return tuple(
        block
        for fate, title in FATES.items()
        for block in points(words(title), tuple(step.title for step in document.steps if step.fate == fate))
    )


def _item(item: ItemChange, trends: Mapping[str, str], words: Words) -> str:
    effect = words("{points} in {trend}")
    effects = [
        effect.format(points=signed(part), trend=trends.get(trend, trend)) for trend, part in item.points.items()
    ]
    text = words("{question} Before: {before}. After: {after}.").format(
        question=item.stem, before=item.before, after=item.after
    )
    return words("{text} ({effects})").format(text=text, effects=words("; ").join(effects)) if effects else text
