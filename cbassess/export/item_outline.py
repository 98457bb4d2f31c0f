"""The outline of an item: what its answer is good for, and what each other answer would change."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.export.ground_outline import ground_outline, holds_text
from cbassess.export.outline import Block, Details, Heading, Paragraph, chapter, details, points
from cbassess.export.placing import movements, named_text
from cbassess.export.wording import interval, sentences, whole
from cbassess.model.evaluation import Interval
from cbassess.model.explanation import AnswerEffect, ItemExplained, Named, Use
from cbassess.words import Words, phrase, words_in

NOTHING_MOVES = phrase("Nothing would move.")
EFFECTS = phrase("Each line shows what would be if only this answer were another.")


def item_outline(document: ItemExplained) -> tuple[Block, ...]:
    """The whole report as blocks, in reading order."""
    words = words_in(document.language)
    asked = ground_outline(document.asked, words) if document.asked else ()
    lifted = points("", tuple(named_text(one, words) for one in document.lifted_by))
    return (
        Heading(1, document.stem),
        _head(document, words),
        Paragraph(words("Why we ask: {why}").format(why=document.why)),
        Paragraph(words("How to find out: {how}").format(how=document.how)),
        *chapter(words("When it is asked"), asked),
        *chapter(words("What it counts for"), points("", tuple(_use(one, words) for one in document.uses))),
        *chapter(words("What leads to a better answer"), lifted),
        *chapter(words("If the answer were another"), _effects(document, words)),
    )


def _head(document: ItemExplained, words: Words) -> Details:
    return details(
        (words("Seller"), document.seller),
        (words("As of"), document.as_of.isoformat()),
        (words("Question"), document.item),
        (words("Answer"), document.answer),
    )


def _use(one: Use, words: Words) -> str:
    if one.ground is None:
        reached = interval(Interval.between(one.low or 0.0, one.high or 0.0), words)
        text = words("Readiness for {trend}: it brings {reached} of {share} points")
        return text.format(trend=one.title, reached=reached, share=whole(one.share or 0.0))
    text = words("A sign that {trend} concerns you ({holds}): {text}")
    return text.format(trend=one.title, holds=holds_text(one.ground.holds, words), text=one.ground.meaning)


def _effects(document: ItemExplained, words: Words) -> tuple[Block, ...]:
    if not document.effects:
        return ()
    blocks: list[Block] = [Paragraph(words(EFFECTS))]
    for effect in document.effects:
        lines = tuple(_lines(effect, words)) or (words(NOTHING_MOVES),)
        blocks += [Heading(3, effect.text), *points("", lines)]
    return tuple(blocks)


def _lines(effect: AnswerEffect, words: Words) -> Iterator[str]:
    for shift in effect.trends:
        yield from movements(shift, words)
    groups: tuple[tuple[str, tuple[Named, ...]], ...] = (
        (words("Advised then: {actions}"), effect.fires),
        (words("Not advised any more: {actions}"), effect.ceases),
        (words("Among the first five then: {actions}"), effect.enters),
        (words("No longer among the first five: {actions}"), effect.leaves),
    )
    for text, actions in groups:
        if actions:
            yield text.format(actions=words("; ").join(one.title for one in actions))
    if effect.asked:
        yield words("Asked then: {questions}").format(questions=sentences([one.stem for one in effect.asked], words))
    if effect.not_asked:
        text = words("Not asked any more: {questions}")
        yield text.format(questions=sentences([one.stem for one in effect.not_asked], words))
