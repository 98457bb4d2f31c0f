"""A condition of the rulebook in blocks: the sentence, and each part of it with the answers behind it."""

from __future__ import annotations

from cbassess.export.outline import Block, Heading, Paragraph, Points
from cbassess.export.wording import sentences
from cbassess.model.explanation import Ground, Part
from cbassess.words import Words, phrase

TITLES = {
    "applies": phrase("Does it apply to you?"),
    "asked": phrase("Is it asked?"),
    "held_back": phrase("Would it be wrong now?"),
    "band": phrase("Is it more urgent for you?"),
    "signal": phrase("Is it a sign for you?"),
}


def ground_outline(ground: Ground, words: Words) -> tuple[Block, ...]:
    """Heading, meaning and parts."""
    title = words("{question} {answer}").format(
        question=words(TITLES[ground.role]), answer=holds_text(ground.holds, words)
    )
    meaning = (Paragraph(ground.meaning),) if ground.meaning else ()
    lead = words("This would have to hold") if len(ground.parts) == 1 else words("All of this would have to hold")
    return (Heading(3, title), *meaning, Points(lead, tuple(part_text(part, words) for part in ground.parts)))


def holds_text(holds: bool | None, words: Words) -> str:
    """`yes`, `no`, or that it is open."""
    if holds is None:
        return words("still open")
    return words("yes") if holds else words("no")


def part_text(part: Part, words: Words) -> str:
    """A part, whether it holds, and the answers that decide it."""
    text = words("[{holds}] {text}.").format(holds=holds_text(part.holds, words), text=part.text)
    answers = words("; ").join(reason.text for reason in part.because)
    return sentences((text, words("You said: {answers}").format(answers=answers)), words) if answers else text
