"""The outline of a what-if: what is supposed, what moves, and what becomes of the plan."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cbassess.export.outline import Block, Details, Heading, Move, Moves, Paragraph, chapter, details, points
from cbassess.export.placing import days_text, movements, place_text, state_text
from cbassess.export.wording import signed
from cbassess.model.quarters import quarter_of
from cbassess.model.what_if import AnswerChange, AskedItem, Fate, StepShift, TrendShift, WhatIf
from cbassess.words import Words, phrase, words_in

FATES: dict[Fate, str] = {
    "done": phrase("Done then"),
    "new": phrase("New in the plan"),
    "gone": phrase("No longer in the plan"),
    "moved": phrase("In another quarter"),
}
NOTHING_SUPPOSED = phrase(
    "Nothing is supposed to be other than it is: the answers that it would lead to are there already."
)
NO_MOVE = phrase("No trend moves.")
NO_STEP_MOVES = phrase("No step comes, goes or moves.")


def what_if_outline(document: WhatIf) -> tuple[Block, ...]:
    """The whole report as blocks, in reading order."""
    words = words_in(document.language)
    supposed = points("", tuple(_answer(one, document, words) for one in document.answers))
    return (
        Heading(1, words("What if: {seller}").format(seller=document.seller)),
        _head(document, words),
        *chapter(words("What is supposed"), supposed or (Paragraph(words(NOTHING_SUPPOSED)),)),
        *chapter(words("Answers that exclude each other"), points("", document.contradictions)),
        *chapter(words("Trends"), _trends(document, words)),
        *chapter(words("Plan"), _plan(document, words)),
        *chapter(words("Questions that would be asked, and are open"), _asked(document.asked)),
        *chapter(words("Questions that would not be asked any more"), _asked(document.not_asked)),
    )


def _head(document: WhatIf, words: Words) -> Details:
    return details((words("As of"), document.as_of.isoformat()))


def _answer(one: AnswerChange, document: WhatIf, words: Words) -> str:
    text = words("{question} Before: {before}. Then: {after}.").format(
        question=one.stem, before=one.before, after=one.after
    )
    if not one.counts:
        return words("{text} (does not count: the question does not apply)").format(text=text)
    if one.action:
        titles = {step.action: step.title for step in document.steps}
        return words("{text} (by “{action}”)").format(text=text, action=titles.get(one.action, one.action))
    return text


def _trends(document: WhatIf, words: Words) -> tuple[Block, ...]:
    moved = [shift for shift in document.trends if shift.moves]
    if not moved:
        return (Paragraph(words(NO_MOVE)),)
    columns = (words("Readiness"), words("Before"), words("Then"), words("Change"))
    rows = tuple(_move(shift, words) for shift in document.trends)
    others = tuple(text for shift in moved for text in _beyond_readiness(shift, words))
    return (Moves(columns, rows), *points(words("What else moves"), others))


def _move(shift: TrendShift, words: Words) -> Move:
    sides = [side.readiness if side.applies is not False else None for side in (shift.before, shift.after)]
    change = words("does not apply on both sides")
    if sides[0] and sides[1]:
        change = words("{points} points").format(points=signed(sides[1].value - sides[0].value))
    return Move(shift.title, sides[0], sides[1], change)


def _beyond_readiness(shift: TrendShift, words: Words) -> Iterator[str]:
    """Whether it applies, relevance, level: all but what the figures show already."""
    without = replace(shift, after=replace(shift.after, readiness=shift.before.readiness))
    return movements(without, words)


def _plan(document: WhatIf, words: Words) -> tuple[Block, ...]:
    blocks = tuple(
        block
        for fate, title in FATES.items()
        for block in points(words(title), tuple(_step(one, words) for one in document.steps if _told(one) == fate))
    )
    return (*(blocks or (Paragraph(words(NO_STEP_MOVES)),)), *_others(document, words))


def _told(one: StepShift) -> Fate | None:
    """The fate under which a step is named; a step that stays in its quarter is only counted."""
    if one.fate == "moved" and one.before.start and one.after.start:
        return "moved" if quarter_of(one.before.start) != quarter_of(one.after.start) else None
    return one.fate if one.fate in FATES else None


def _others(document: WhatIf, words: Words) -> Iterator[Paragraph]:
    shifted = sum(one.fate == "moved" and _told(one) is None for one in document.steps)
    kept = sum(one.fate == "kept" for one in document.steps)
    if shifted:
        text = words.plural("{} step moves within its quarter.", "{} steps move within their quarter.", shifted)
        yield Paragraph(text.format(shifted))
    if kept:
        text = words.plural("{} step stays as it is.", "{} steps stay as they are.", kept)
        yield Paragraph(text.format(kept))


def _step(one: StepShift, words: Words) -> str:
    match one.fate:
        case "gone":
            return words("{title}: {text}").format(title=one.title, text=place_text(one.after, words))
        case "new":
            text = words("{title}: {days} (before: {state})")
            days = days_text(one.after, words) or state_text(one.after, words)
            return text.format(title=one.title, days=days, state=state_text(one.before, words))
        case "moved":
            text = words("{title}: {before} before, {after} then")
            return text.format(title=one.title, before=days_text(one.before, words), after=days_text(one.after, words))
    days = days_text(one.before, words)
    return words("{title} ({text})").format(title=one.title, text=days) if days else one.title


def _asked(items: tuple[AskedItem, ...]) -> tuple[Block, ...]:
    return points("", tuple(one.stem for one in items))
