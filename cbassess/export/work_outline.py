"""The outline of the work on a plan: what is done, what is under way, what was given up and why."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.export.outline import Block, Paragraph, points
from cbassess.export.report import AssessmentReport, StepReport, Work
from cbassess.export.wording import marked, sentences
from cbassess.export.work_report import STATUSES
from cbassess.model.work import Status
from cbassess.words import Words, phrase

DONE_NAMED = 2

PROGRESS = phrase("Steps done: {done}; under way: {doing}; given up: {dropped}; not begun: {open}.")
ORDER: tuple[Status, ...] = ("done", "doing", "dropped", "open")


def done_outline(report: AssessmentReport, words: Words) -> tuple[Block, ...]:
    """For somebody in a hurry: the numbers, and some of what is done by name; nothing before the work has begun."""
    if not _begun(report):
        return ()
    done = [marked(title, work.doubt, words) for title, work in _named(report) if work.status == "done"]
    more = len(done) - DONE_NAMED
    rest = (words("and {count} more").format(count=more),) if more > 0 else ()
    return (Paragraph(progress(report, words)), *points("", (*done[:DONE_NAMED], *rest)))


def work_outline(report: AssessmentReport, words: Words) -> tuple[Block, ...]:
    """All of it, by status; nothing where nothing was noted."""
    told = tuple(_told(report, words))
    blocks: list[Block] = [Paragraph(progress(report, words))] if told else []
    for status in ORDER:
        blocks += points(words(STATUSES[status]), tuple(text for work, text in told if work.status == status))
    return tuple(blocks)


def progress(report: AssessmentReport, words: Words) -> str:
    """How many steps stand where, those included that the plan no longer has."""
    every = [*(step.work for step in report.steps), *(one.work for one in report.worked)]
    counts = {status: sum(work.status == status for work in every) for status in ORDER}
    return words(PROGRESS).format(**counts)


def status_text(work: Work, words: Words) -> str:
    """`Done (2026-12-01)`, why it was given up, and what the answers say against it; empty where nothing is noted."""
    if not work.is_told:
        return ""
    text = work.status_title
    if work.since:
        text = words("{text} ({effects})").format(text=text, effects=work.since.isoformat())
    if work.reason:
        text = words("{title}: {text}").format(title=text, text=work.reason)
    return marked(text, work.doubt, words)


def due_text(step: StepReport, words: Words) -> str:
    """The day on which it is due, and that of the plan where the seller set another."""
    day = step.due.isoformat()
    if step.work.planned_due is None:
        return day
    return words("{day} (set by you; the plan says {planned})").format(
        day=day, planned=step.work.planned_due.isoformat()
    )


def todo(step: StepReport, words: Words) -> tuple[str, ...]:
    """What there is to do, in order; what is done is marked."""
    done = words("{text} (done)")
    return tuple(
        done.format(text=text) if place in step.work.ticked else text for place, text in enumerate(step.todo, start=1)
    )


def _begun(report: AssessmentReport) -> bool:
    return any(not step.work.is_open or step.work.status == "doing" for step in report.steps) or bool(report.worked)


def _told(report: AssessmentReport, words: Words) -> Iterator[tuple[Work, str]]:
    """Each work of which there is something to tell, with its step, days and names in one line."""
    for title, work in _named(report):
        if work.is_told:
            yield work, marked(_noted(title, work, words), work.doubt, words)


def _named(report: AssessmentReport) -> Iterator[tuple[str, Work]]:
    """Steps of the plan by number and title, then those that it no longer has."""
    yield from ((f"{step.rank}. {step.title}", step.work) for step in report.steps)
    yield from ((one.title, one.work) for one in report.worked)


def _noted(title: str, work: Work, words: Words) -> str:
    short = words("; ").join(text for text in (work.since.isoformat() if work.since else "", work.owner) if text)
    text = words("{text} ({effects})").format(text=title, effects=short) if short else title
    said = tuple(filter(None, (work.reason, work.note)))
    return words("{title}: {text}").format(title=text, text=sentences(said, words)) if said else text
