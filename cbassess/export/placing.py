"""Where an action stands, and how a figure moves, in words."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.export.wording import interval, sentences, signed
from cbassess.model.evaluation import Interval
from cbassess.model.explanation import Named
from cbassess.model.what_if import StepPlace, StepState, TrendShift
from cbassess.words import Words, phrase

STATES: dict[StepState, str] = {
    "planned": phrase("in the plan"),
    "unplaced": phrase("does not fit into the plan"),
    "not_now": phrase("held back for now"),
    "in_place": phrase("reached already"),
    "undecided": phrase("hangs on an open answer"),
    "not_advised": phrase("not advised"),
}


def state_text(place: StepPlace, words: Words) -> str:
    """Where an action stands, in a few words."""
    return words(STATES[place.state])


def days_text(place: StepPlace, words: Words) -> str:
    """`2026-11-22 to 2027-01-17`; empty for an action that is not planned."""
    if place.start is None or place.due is None:
        return ""
    return words("{start} to {due}").format(start=place.start.isoformat(), due=place.due.isoformat())


def place_text(place: StepPlace, words: Words) -> str:
    """`step 3 of the plan, 2026-11-22 to 2027-01-17`, or why it is not in it."""
    if place.state == "planned":
        text = words("step {rank} of the plan, {days}")
        return text.format(rank=place.rank, days=days_text(place, words))
    state = state_text(place, words)
    if not place.because:
        return state
    return words("{state}: {because}").format(state=state, because=sentences(place.because, words))


def named_text(one: Named, words: Words) -> str:
    """An action and where it stands."""
    return words("{title} ({text})").format(title=one.title, text=place_text(one.place, words))


def movements(shift: TrendShift, words: Words) -> Iterator[str]:
    """What moves in a trend: whether it applies, relevance, readiness, level."""
    before, after = shift.before, shift.after
    if before.applies != after.applies:
        yield words("{trend}: {before} before, {after} then").format(
            trend=shift.title, before=_applies(before.applies, words), after=_applies(after.applies, words)
        )
        return
    if before.readiness != after.readiness:
        text = words("{trend}: readiness {before} before, {after} then ({points})")
        yield _moved(text, shift.title, before.readiness, after.readiness, words)
    if before.relevance != after.relevance:
        text = words("{trend}: relevance {before} before, {after} then ({points})")
        yield _moved(text, shift.title, before.relevance, after.relevance, words)
    if before.level != after.level:
        text = words("{trend}: level “{before}” before, “{after}” then")
        yield text.format(trend=shift.title, before=before.level, after=after.level)


def _moved(text: str, trend: str, before: Interval, after: Interval, words: Words) -> str:
    points = signed(after.value - before.value)
    return text.format(trend=trend, before=interval(before, words), after=interval(after, words), points=points)


def _applies(applies: bool | None, words: Words) -> str:
    if applies is None:
        return words("not known yet")
    return words("concerns you") if applies else words("does not concern you")
