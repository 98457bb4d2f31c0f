"""ICS: the plan in a calendar. Steps are tasks; the days on which they are due, and the dates they heed, are events.

The same step of the same seller has the same UID in every export, so that a calendar that takes the file again
updates its entries. Many calendars show no tasks, so the day on which a step is due is an event as well.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator

from icalendar import Calendar, Event, Todo

from cbassess.export.report import AssessmentReport, ComparisonReport, Dated, Report, StepReport
from cbassess.export.step_outline import dated, gains, sources
from cbassess.export.wording import hours, money
from cbassess.plain_text import one_line
from cbassess.words import Words, words_in

MAKER = "-//cbassess//plan//EN"

_FIRST_DAY = dt.date(2020, 1, 1)


def render(report: Report) -> bytes:
    """The calendar of a plan; for a comparison, the day of each of its waves."""
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
        yield _task(step, report.seller, made, words)
        yield _deadline(step, report.seller, made, words)
        for date in step.dates:
            heeded.setdefault(f"{date.id} {date.day}", (date, []))[1].append(step.title)
    for date, titles in heeded.values():
        yield _date(date, titles, (report.seller, made), words)


def _task(step: StepReport, seller: str, made: dt.date, words: Words) -> Todo:
    task = Todo()
    _stamp(task, ("step", seller, step.id), made)
    task.add("summary", one_line(f"{step.rank}. {step.title}"))
    task.add("description", _description(step, words))
    if step.start < step.due:  # a task that ends on its first day has no start in this format
        task.add("dtstart", step.start)
    task.add("due", step.due)
    task.add("priority", min(9, step.rank))
    task.add("categories", [one_line(step.band)])
    return task


def _deadline(step: StepReport, seller: str, made: dt.date, words: Words) -> Event:
    event = Event()
    _stamp(event, ("due", seller, step.id), made)
    event.add("summary", one_line(words("Due: {step}").format(step=step.title)))
    event.add("description", one_line(words("{label}: {value}").format(label=words("Proof"), value=step.proof)))
    _all_day(event, step.due)
    return event


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
        _all_day(event, stamp.as_of)
        yield event


def _description(step: StepReport, words: Words) -> str:
    """All that somebody needs who has the calendar and nothing else."""
    label = words("{label}: {value}")
    facts = (
        (words("Own time"), hours(*step.hours, words)),
        (words("Money"), money(step.cost, words)),
        (words("Gain"), gains(step.gain, words)),
        (words("First do"), words("; ").join(step.first)),
        (words("Proof"), step.proof),
    )
    lines = [step.why, *(f"{place}. {text}" for place, text in enumerate(step.todo, start=1))]
    lines += [label.format(label=name, value=value) for name, value in facts if value]
    lines += [label.format(label=words("Date"), value=dated(date, words)) for date in step.dates]
    lines += [label.format(label=words("Source"), value=source) for source in sources(step, words)]
    return "\n".join(one_line(line) for line in lines)


def _all_day(event: Event, day: dt.date) -> None:
    """A day and no time: it is the same day wherever the seller travels."""
    event.add("dtstart", day)
    event.add("dtend", day + dt.timedelta(days=1))
    event.add("transp", "TRANSPARENT")


def _stamp(entry: Event | Todo, name: tuple[str, str, str], made: dt.date) -> None:
    """Who the entry is, and since when it says so; a later export has the higher sequence."""
    digest = hashlib.sha256("\n".join(name).encode("utf-8", errors="replace")).hexdigest()
    entry.add("uid", f"{digest[:32]}@cbassess")
    entry.add("dtstamp", dt.datetime.combine(made, dt.time(), dt.UTC))
    entry.add("sequence", max(0, (made - _FIRST_DAY).days))
