"""Questions as lines of a list: the question, under it the answer, and at the right what there is to know about it."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from cbassess.model.information import ItemInformation, Reach
from cbassess.model.instrument import Item
from cbassess.tui import words
from cbassess.tui.texts import items, recalling
from cbassess.tui.texts.figures import whole
from cbassess.tui.texts.layout import (
    BLANK,
    MUTED,
    STRONG,
    WARNING,
    Cell,
    columns,
    joined,
    lines,
    listed,
    paragraphs,
    section,
    shortened,
    text,
)
from cbassess.workflow import ReviewEntry, ReviewSection

INDENT, GAP = 2, 2
LEAST = 8
"""Cells that an answer keeps, whatever stands beside it."""


def two_lines(stem: str, answer: Content, tags: str, width: int) -> Content:
    """The question, and under it, set in, the answer, with some words at the right."""
    right = text(tags, MUTED)
    room = max(LEAST, width - INDENT - GAP - right.cell_length)
    told = shortened(answer, room)
    free = max(GAP, width - INDENT - told.cell_length - right.cell_length)
    return lines([columns(Cell(text(stem), width)), joined(" " * INDENT, told, " " * free, right).rstrip()])


def one_line(stem: str, answer: Content, width: int) -> Content:
    """The question and its answer beside each other, both cut to the room that there is."""
    room = width // 3
    left = width - room - 2 - INDENT
    cells = (Cell(BLANK, INDENT), Cell(shortened(text(stem), left), left), Cell(shortened(answer, room), room, "right"))
    return columns(*cells, gap=1)


def answer_of(entry: ReviewEntry, answer: str) -> Content:
    """The answer in words, or what there is instead."""
    if not entry.applies and not entry.set_aside:
        return text(words.NOT_ASKED, MUTED)
    if entry.state == "open":
        return text(words.OPEN_STATE, WARNING)
    if entry.state == "dont_know":
        return text(words.UNSURE_STATE, WARNING)
    return text(answer, MUTED)


def tags_of(entry: ReviewEntry) -> str:
    """`2026-11-22  carried  note`."""
    tags = []
    if entry.said is not None and entry.response is not None:
        named = {"carried": words.CARRIED_STATE, "confirmed": words.CONFIRMED_STATE}
        tags += [entry.said.checked_on.isoformat(), named.get(entry.said.origin, "")]
    tags += [words.NOTE_STATE] if entry.note else []
    return "  ".join(tag for tag in tags if tag)


def section_line(one: ReviewSection, width: int) -> Content:
    """`Brand   3 of 8 answered`."""
    told = text(f"   {words.answered_of(one.answered, one.asked)}", MUTED)
    return columns(Cell(joined(text(one.title, STRONG), told), width))


def entry_detail(entry: ReviewEntry, answer: str, width: int) -> Content:
    """All about one answer: the question, what was said and when, the note, why we ask."""
    return paragraphs(
        items.stem(entry.item),
        answer_of(entry, answer) if entry.open or not answer else text(answer),
        text(words.SET_ASIDE_WHY, WARNING) if entry.set_aside else BLANK,
        text(_source(entry), MUTED),
        recalling.note(entry.note, width),
        items.explanation(entry.item, width),
    )


def _source(entry: ReviewEntry) -> str:
    if entry.said is None or entry.response is None:
        return ""
    said, checked = entry.said.on.isoformat(), entry.said.checked_on.isoformat()
    return words.where_from(entry.said.origin, said, checked)


def information_line(one: ItemInformation | None, item: Item, state: str, width: int) -> Content:
    """An open question, and what its answer could change; nothing of that while it is worked out."""
    could = words.could_change(_steps(one), len(one.readiness)) if one else ""
    return two_lines(item.stem, text(could, MUTED), state, width)


def _steps(one: ItemInformation) -> int:
    return max(len(one.could_enter), len(one.could_leave))


def information_detail(one: ItemInformation, item: Item, titles: dict[str, str], width: int) -> Content:
    """What the answer to an open question could change."""
    nothing = not (one.could_enter or one.could_leave or one.readiness)
    return paragraphs(
        items.stem(item),
        text(words.CHANGES_NOTHING_NOW, MUTED) if nothing else BLANK,
        section(words.COULD_ENTER, _named(one.could_enter, titles, width)),
        section(words.COULD_LEAVE, _named(one.could_leave, titles, width)),
        section(words.COULD_MOVE, (_reach(titles[trend], reach, width) for trend, reach in one.readiness.items())),
        BLANK if one.exact or nothing else text(words.LOWER_BOUND, MUTED),
        items.explanation(item, width),
    )


def _named(actions: Iterable[str], titles: dict[str, str], width: int) -> Iterable[Content]:
    return (listed("-", text(titles[action]), width) for action in actions)


def _reach(title: str, reach: Reach, width: int) -> Content:
    figures = words.could_reach(str(whole(reach.low)), str(whole(reach.high)), str(whole(reach.now)))
    return listed("-", joined(text(title), text(f"  {figures}", STRONG)), width)
