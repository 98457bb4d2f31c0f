"""The outline of what is still open: what is certain, and what each answer could change."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.export.outline import Block, Heading, Paragraph, Points, chapter, details, points
from cbassess.export.wording import number
from cbassess.model.information import Information, ItemInformation, Together
from cbassess.words import Words, phrase, words_in

NOTHING_OPEN = phrase("Nothing is open: every question that concerns you has an answer.")
STAY = phrase("Whatever you answer to any one question, these stay among your first {count} steps:")
NONE_STAYS = phrase("Every one of your first {count} steps could still change with an answer.")
STAY_TOGETHER = phrase("And whatever you answer to all of them at once, these stay:")
NONE_STAYS_TOGETHER = phrase("With all of them answered, none of the first steps is certain to stay.")
ALL_TRIED = phrase("All {possible} combinations of answers were tried.")
SOME_TRIED = phrase("{tried} of {possible:,} combinations of answers were tried, so this is likely and not proved.")
IN_ORDER = phrase("The questions in the order in which an answer pays:")
MOVES = phrase("{trend}: from {low} to {high}, now {now}")
ENTERS = phrase("could come among the first steps: “{title}”")
LEAVES = phrase("could leave the first steps: “{title}”")
NOTHING = phrase("changes neither the first steps nor a readiness")
AT_LEAST = phrase("at least; not every possible answer was tried")


def information_outline(document: Information) -> tuple[Block, ...]:
    """The whole report as blocks, in reading order."""
    words = words_in(document.language)
    head = Heading(1, words("What could still change for {seller}").format(seller=document.seller))
    if not document.items:
        return head, Paragraph(words(NOTHING_OPEN))
    return (
        head,
        details((words("As of"), document.as_of.isoformat()), (words("Open"), str(len(document.items)))),
        *chapter(words("What is certain"), tuple(_certain(document, words))),
        *chapter(words("What to answer first"), (Paragraph(words(IN_ORDER)), *_items(document, words))),
    )


def _certain(document: Information, words: Words) -> Iterator[Block]:
    text = words(STAY) if document.certain else words(NONE_STAYS)
    yield Paragraph(text.format(count=len(document.first)))
    yield from points("", tuple(document.titles[action] for action in document.certain))
    if len(document.items) > 1:
        yield from _together(document, document.together, words)


def _together(document: Information, together: Together, words: Words) -> Iterator[Block]:
    yield Paragraph(words(STAY_TOGETHER) if together.certain else words(NONE_STAYS_TOGETHER))
    yield from points("", tuple(document.titles[action] for action in together.certain))
    tried = words(ALL_TRIED) if together.exact else words(SOME_TRIED)
    yield Paragraph(tried.format(tried=together.tried, possible=together.possible))


def _items(document: Information, words: Words) -> Iterator[Points]:
    for one in document.items:
        said = tuple(_said(document, one, words)) or (words(NOTHING),)
        yield Points(f"{one.stem} ({one.item})", said if one.exact else (*said, words(AT_LEAST)))


def _said(document: Information, one: ItemInformation, words: Words) -> Iterator[str]:
    for action in one.could_leave:
        yield words(LEAVES).format(title=document.titles[action])
    for action in one.could_enter:
        yield words(ENTERS).format(title=document.titles[action])
    for trend, reach in one.readiness.items():
        low, high, now = (number(figure) for figure in (reach.low, reach.high, reach.now))
        yield words(MOVES).format(trend=document.titles[trend], low=low, high=high, now=now)
