"""What hangs on a question: the trends it counts for, and what every other answer would change."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.model.explanation import AnswerEffect, ItemExplained, Named, Use
from cbassess.model.what_if import TrendShift
from cbassess.tui import words
from cbassess.tui.texts.evidence.parts import INDENT, ground_lines, group, leading, named, title, told
from cbassess.tui.texts.figures import interval_text, whole
from cbassess.tui.texts.layout import MUTED, STRONG, joined, labelled, text
from cbassess.tui.texts.line import Line, blank


def item_lines(one: ItemExplained) -> Iterator[Line]:
    """The answer, why it is asked, and upwards to all that hangs on it."""
    yield title(one.stem)
    yield Line(lambda width: labelled(words.YOUR_ANSWER, text(one.answer, STRONG), width), key=one.item)
    yield blank()
    yield Line(lambda width: labelled(words.WHY_WE_ASK, text(one.why), width), told=True)
    yield Line(lambda width: labelled(words.HOW_TO_FIND_OUT, text(one.how), width), told=True)
    if one.asked is not None:
        yield from group(words.ASKED_IF, ground_lines(one.asked))
    yield from group(words.COUNTS_FOR, (_use(use) for use in one.uses))
    yield from group(words.LIFTED_BY, (named(action) for action in one.lifted_by))
    yield from group(words.OTHER_ANSWERS, (line for effect in one.effects for line in _effect(effect)))


def _use(one: Use) -> Line:
    if one.share is None or one.low is None or one.high is None:
        meaning = one.ground.meaning if one.ground else ""
        return leading(text(words.part_of_relevance(meaning, one.title)), one.trend)
    low, high = whole(one.low), whole(one.high)
    reached = str(low) if low == high else f"{low}-{high}"
    return leading(text(words.part_of_readiness(f"{reached}/{whole(one.share)}", one.title)), one.trend)


def _effect(one: AnswerEffect) -> Iterator[Line]:
    yield told(text(words.if_answered(one.text)))
    for shift in one.trends:
        yield leading(text(_moved(shift), MUTED), shift.id, INDENT)
    for action, said in _steps(one):
        yield leading(joined(text(f"{action.title}  "), text(f"({said})", MUTED)), action.action, INDENT)
    for items, said in ((one.asked, words.ASKED_THEN), (one.not_asked, words.NOT_ASKED_THEN)):
        for item in items:
            yield leading(joined(text(f"{item.stem}  "), text(f"({said})", MUTED)), item.item, INDENT)
    if one.changes_nothing:
        yield told(text(words.CHANGES_NOTHING, MUTED), INDENT)


def _steps(one: AnswerEffect) -> Iterator[tuple[Named, str]]:
    """Actions with what becomes of them; what happens among the first steps is said before all else."""
    told_: set[str] = set()
    for actions, said in (
        (one.enters, words.MIGHT_ENTER),
        (one.leaves, words.MIGHT_LEAVE),
        (one.fires, words.NOW_ADVISED),
        (one.ceases, words.NOT_ADVISED_THEN),
    ):
        for action in actions:
            if action.action not in told_:
                told_.add(action.action)
                yield action, said


def _moved(shift: TrendShift) -> str:
    """`35 -> 47  Own brands`; where relevance moves, that as well."""
    before, after = shift.before, shift.after
    parts = [f"{interval_text(before.readiness)} -> {interval_text(after.readiness)}"]
    if before.relevance != after.relevance:
        moved = f"{interval_text(before.relevance)} -> {interval_text(after.relevance)}"
        parts.append(f"{words.RELEVANCE} {moved}")
    return f"{', '.join(parts)}  {shift.title}"
