"""ICS: the plan in a calendar. Steps are tasks; the days on which they are due, and the dates they heed, are events.

The same step of the same seller has the same UID in every export, so that a calendar that takes the file again
updates its entries. Many calendars show no tasks, so the day on which a step is due is an event as well.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator

from icalendar import Calendar, Event, Todo

from cbassess.export.boss_page import change
from cbassess.export.comparison_outline import answer_text, overall, step_text
from cbassess.export.report import AssessmentReport, ComparisonReport, Dated, Report, StepReport, Work, Worked
from cbassess.export.step_outline import dated, gains, sources
from cbassess.export.wording import hours, money
from cbassess.export.work_outline import due_text, status_text, todo
from cbassess.plain_text import one_line
from cbassess.words import Words, words_in

MAKER = "-//cbassess//plan//EN"

_FIRST_DAY = dt.date(2020, 1, 1)

_STATUSES = {"open": "NEEDS-ACTION", "doing": "IN-PROCESS", "done": "COMPLETED", "dropped": "CANCELLED"}


def render(report: Report) -> bytes:
    """The calendar of a plan; for a comparison, the day of each of its waves and what moved between them."""
    words = words_in(report.language)
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", one_line(report.seller))
    entries = _plan(report, words) if isinstance(report, AssessmentReport) else _waves(report, words)
    for entry in entries:
        calendar.add_component(entry)
    return bytes(calendar.to_ical(sorted=False))


def _plan(report: AssessmentReport, words: Words) -> Iterator[Event | Todo]:
    made = report.document.as_of
    heeded: dict[str, tuple[Dated, list[str]]] = {}
    for step in report.steps:
        yield _task(step, (report.seller, made), words)
        yield _deadline(step, (report.seller, made), words)
        for date in step.dates:
            heeded.setdefault(f"{date.id} {date.day}", (date, []))[1].append(step.title)
    for worked in report.worked:
        yield from _worked(worked, (report.seller, made), words)
    for date, titles in heeded.values():
        yield _date(date, titles, (report.seller, made), words)


def _task(step: StepReport, origin: tuple[str, dt.date], words: Words) -> Todo:
    seller, made = origin
    task = Todo()
    _stamp(task, ("step", seller, step.id), made, step.work.entries)
    task.add("summary", one_line(f"{step.rank}. {step.title}"))
    task.add("description", _description(step, words))
    if step.start < step.due:  # a task that ends on its first day has no start in this format
        task.add("dtstart", step.start)
    task.add("due", step.due)
    task.add("priority", min(9, step.rank))
    task.add("categories", [one_line(step.band)])
    _progress(task, step.work, len(step.todo))
    return task


def _progress(task: Todo, work: Work, parts: int) -> None:
    task.add("status", _STATUSES[work.status])
    done = 1.0 if work.status == "done" else len(work.ticked) / max(1, parts)
    if work.status != "dropped":
        task.add("percent-complete", round(100 * done))
    if work.status == "done" and work.since:
        task.add("completed", dt.datetime.combine(work.since, dt.time(), dt.UTC))


def _deadline(step: StepReport, origin: tuple[str, dt.date], words: Words) -> Event:
    """The day on which a step is due; it stays when the step is over, so that a calendar takes notice of that."""
    seller, made = origin
    event = Event()
    _stamp(event, ("due", seller, step.id), made, step.work.entries)
    if step.work.is_open:
        event.add("summary", one_line(words("Due: {step}").format(step=step.title)))
    else:
        _over(event, step.title, step.work, words)
    event.add("description", one_line(words("{label}: {value}").format(label=words("Proof"), value=step.proof)))
    _all_day(event, step.due)
    return event


def _worked(worked: Worked, origin: tuple[str, dt.date], words: Words) -> Iterator[Event | Todo]:
    """What a calendar has from an earlier plan is brought up to date; a day is known where a status was noted."""
    (seller, made), work = origin, worked.work
    facts = ((words("Status"), status_text(work, words)), (words("Owner"), work.owner), (words("Note"), work.note))
    label = words("{label}: {value}")
    task = Todo()
    _stamp(task, ("step", seller, worked.id), made, work.entries)
    task.add("summary", one_line(worked.title))
    task.add("description", "\n".join(one_line(label.format(label=name, value=text)) for name, text in facts if text))
    _progress(task, work, 0)
    yield task
    if work.since and not work.is_open:
        event = Event()
        _stamp(event, ("due", seller, worked.id), made, work.entries)
        _over(event, worked.title, work, words)
        _all_day(event, work.since)
        yield event


def _over(event: Event, title: str, work: Work, words: Words) -> None:
    event.add("status", "CANCELLED" if work.status == "dropped" else "CONFIRMED")
    event.add("summary", one_line(words("{label}: {value}").format(label=work.status_title, value=title)))


def _date(date: Dated, titles: list[str], origin: tuple[str, dt.date], words: Words) -> Event:
    seller, made = origin
    event = Event()
    _stamp(event, ("date", seller, f"{date.id} {date.day.isoformat()}"), made)
    event.add("summary", one_line(date.title))
    lines = [dated(date, words), words("{label}:").format(label=words("Concerns")), *titles]
    event.add("description", "\n".join(one_line(line) for line in lines))
    _all_day(event, date.day)
    return event


def _waves(report: ComparisonReport, words: Words) -> Iterator[Event]:
    for stamp in (report.baseline, report.wave):
        event = Event()
        _stamp(event, ("wave", report.seller, stamp.wave), report.wave.as_of)
        event.add("summary", one_line(words("Answers of {wave}").format(wave=stamp.wave)))
        if stamp is report.wave:
            event.add("description", "\n".join(one_line(line) for line in _moved(report, words)))
        _all_day(event, stamp.as_of)
        yield event


def _moved(report: ComparisonReport, words: Words) -> Iterator[str]:
    """What moved since the baseline: the whole, the trends, the answers, the steps."""
    label = words("{label}: {value}")
    yield from (label.format(label=name, value=value) for name, value in overall(report, words) if value)
    yield from (label.format(label=trend.title, value=change(trend, words)) for trend in report.trends)
    yield from (answer_text(item, words) for item in report.answers)
    yield from (label.format(label=step.fate_title, value=step_text(step, words)) for step in report.steps)


def _description(step: StepReport, words: Words) -> str:
    """All that somebody needs who has the calendar and nothing else."""
    label = words("{label}: {value}")
    facts = (
        (words("Status"), status_text(step.work, words)),
        (words("Owner"), step.work.owner),
        (words("Note"), step.work.note),
        (words("Due"), due_text(step, words) if step.work.planned_due else ""),
        (words("Own time"), hours(*step.hours, words)),
        (words("Money"), money(step.cost, words)),
        (words("Gain"), gains(step.gain, words)),
        (words("First do"), words("; ").join(step.first)),
        (words("Proof"), step.proof),
    )
    lines = [step.why, *(f"{place}. {text}" for place, text in enumerate(todo(step, words), start=1))]
    lines += [label.format(label=name, value=value) for name, value in facts if value]
    lines += [label.format(label=words("Date"), value=dated(date, words)) for date in step.dates]
    lines += [label.format(label=words("Source"), value=source) for source in sources(step, words)]
    return "\n".join(one_line(line) for line in lines)


def _all_day(event: Event, day: dt.date) -> None:
    """A day and no time: it is the same day wherever the seller travels."""
    event.add("dtstart", day)
    event.add("dtend", day + dt.timedelta(days=1))
    event.add("transp", "TRANSPARENT")


def _stamp(entry: Event | Todo, name: tuple[str, str, str], made: dt.date, entries: int = 0) -> None:
    """Who the entry is, and since when it says so.

    A later export has the higher sequence: the day of the wave only goes on, and so does the number of `entries`.
    """
    digest = hashlib.sha256("\n".join(name).encode("utf-8", errors="replace")).hexdigest()
    entry.add("uid", f"{digest[:32]}@cbassess")
    entry.add("dtstamp", dt.datetime.combine(made, dt.time(), dt.UTC))
    entry.add("sequence", max(0, (made - _FIRST_DAY).days) + entries)
