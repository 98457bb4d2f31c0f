"""The outline of a trend: why it concerns the seller, what its readiness is made of, what the plan adds."""

from __future__ import annotations

from cbassess.export.ground_outline import ground_outline, holds_text
from cbassess.export.outline import Block, Gauge, Gauges, Heading, Paragraph, chapter, details, points
from cbassess.export.wording import interval, sentences, signed, whole
from cbassess.model.assessment import IndicatorEntry
from cbassess.model.evaluation import Interval
from cbassess.model.explanation import Lift, Signal, TrendExplained
from cbassess.words import Words, words_in


def trend_outline(document: TrendExplained) -> tuple[Block, ...]:
    """The whole report as blocks, in reading order."""
    words = words_in(document.language)
    head = details(
        (words("Seller"), document.seller),
        (words("As of"), document.as_of.isoformat()),
        (words("Trend"), document.trend),
    )
    gauges = Gauges(
        (
            Gauge(words("Readiness"), document.readiness, document.level),
            Gauge(words("Relevance"), document.relevance),
        )
    )
    return (
        Heading(1, document.title),
        head,
        Paragraph(sentences((document.summary, document.why), words)),
        gauges,
        *chapter(words("Whether it concerns you"), ground_outline(document.applies, words)),
        *chapter(words("What the relevance is made of"), _signals(document, words)),
        *chapter(words("What the readiness is made of"), _indicators(document, words)),
        *chapter(words("What the plan adds"), points("", tuple(_lift(one, words) for one in document.lifts))),
    )


def _signals(document: TrendExplained, words: Words) -> tuple[Block, ...]:
    return points("", tuple(_signal(one, words) for one in document.signals))


def _signal(one: Signal, words: Words) -> str:
    text = words("[{holds}] {share} of 100: {meaning} It counts if: {text}.")
    return text.format(
        holds=holds_text(one.ground.holds, words),
        share=whole(one.share),
        meaning=one.ground.meaning,
        text=one.ground.text,
    )


def _indicators(document: TrendExplained, words: Words) -> tuple[Block, ...]:
    return points("", tuple(_indicator(one, words) for one in document.indicators))


def _indicator(entry: IndicatorEntry, words: Words) -> str:
    reached = interval(Interval.between(entry.share * entry.low, entry.share * entry.high), words)
    line = words("{reached} of {share} points: {reason}").format(
        reached=reached, share=whole(entry.share), reason=entry.reason.text
    )
    return words("{text} (assumed: you do not know)").format(text=line) if entry.assumed else line


def _lift(one: Lift, words: Words) -> str:
    return words("{points} points: step {rank}, {title}").format(
        points=signed(one.points), rank=one.rank, title=one.title
    )
