"""The evidence of an action: conditions with the answers that decide them, what it leads to, order, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content

from cbassess.model.explanation import ActionExplained, Ground, SourceEntry, Target
from cbassess.model.plan import Step
from cbassess.tui import words
from cbassess.tui.texts.evidence.parts import ground_lines, group, leading, named, title, told
from cbassess.tui.texts.figures import money, signed, span
from cbassess.tui.texts.layout import BLANK, MUTED, WARNING, joined, labelled, text
from cbassess.tui.texts.line import Line, Writer, blank
from cbassess.tui.texts.steps import date_text, formula_text, start_by_text


def action_lines(one: ActionExplained, step: Step | None, work: Iterable[Line] = ()) -> Iterator[Line]:
    """From the place in the plan down to the sources; `work` is what is noted about the step."""
    yield title(one.title)
    yield told(text(_place(one), MUTED))
    yield blank()
    yield told(text(one.why))
    yield from work
    for role, heading in (("applies", words.APPLIES_IF), ("held_back", words.WRONG_IF), ("band", words.URGENT_IF)):
        yield from group(heading, _grounds(one.grounds, role))
    yield from group(words.LEADS_TO, (_target(target) for target in one.targets))
    yield from group(words.BRINGS, _gains(one))
    yield from group(words.BEFORE_IT, (named(other) for other in one.requires))
    yield from group(words.AFTER_IT, (named(other) for other in one.required_by))
    if step is not None:
        yield from group(words.WHAT_IT_TAKES, _takes(step))
        yield from group(words.DATES, (told(date_text(date)) for date in step.dates))
        yield from group(words.PRIORITY, [told(text(formula_text(step.priority)))])
    yield from group(words.SOURCES, _sources(one))


def _place(one: ActionExplained) -> str:
    """Where it stands, and in which band, each with its reason."""
    place = one.place
    if place.rank is not None and place.start and place.due:
        where = words.planned_as(place.rank, place.start.isoformat(), place.due.isoformat())
    else:
        where = _because(words.STATES[place.state], words.sentences(*place.because) if place.because else "")
    return words.place_and_band(where.rstrip("."), _because(one.band, one.band_because or ""))


def _because(what: str, reason: str) -> str:
    return words.with_reason(what, reason) if reason else what


def _grounds(grounds: Iterable[Ground], role: str) -> Iterator[Line]:
    return (line for ground in grounds if ground.role == role for line in ground_lines(ground))


def _target(one: Target) -> Line:
    met = text(f" {words.STATES['in_place']}", MUTED) if one.met else BLANK
    return leading(joined(text(f"{one.stem}  "), text(words.now_then(one.now, one.target), MUTED), met), one.item)


def _gains(one: ActionExplained) -> Iterator[Line]:
    for gain in one.gain:
        if round(gain.points, 1):
            yield leading(text(f"{words.points(signed(gain.points))}  {gain.title}"), gain.trend)


def _takes(step: Step) -> Iterator[Line]:
    yield _fact(words.HOURS, words.hours(span(*step.effort_hours)))
    yield _fact(words.COST, money(step.cost))
    yield _fact(words.LEAD, words.weeks(span(*step.lead_weeks)))
    if step.latest_start:
        yield _fact(words.START_BY, start_by_text(step))
    yield _fact(words.WHY_THEN, step.placed_because)
    yield _fact(words.PROOF, step.proof)


def _fact(label: str, fact: str) -> Line:
    writer: Writer = lambda width: labelled(label, text(fact), width)  # noqa: E731
    return Line(writer, told=True)


def _sources(one: ActionExplained) -> Iterator[Line]:
    if one.practice:
        yield told(text(words.PRACTICE, MUTED))
    for source in one.sources:
        yield told(_source(source))


def _source(source: SourceEntry) -> Content:
    mark = words.CONFIDENCES[source.confidence]
    style = MUTED if source.confidence == "medium" else WARNING
    return joined(
        text(f"{source.title}, {source.publisher}"),
        text(f"  {source.where}", MUTED) if source.where else BLANK,
        text(f" ({mark})", style) if mark else BLANK,
        text(f"  {source.says}", MUTED) if source.says else BLANK,
    )
