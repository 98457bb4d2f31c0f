"""Steps, pace and changes of a pack in lines of text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from cbassess.model.upgrade import ItemUpgrade, PackDiff
from cbassess.model.work import Pace, StepProgress
from cbassess.plain_text import one_line
from cbassess.words import Words, phrase

STATUS = {
    "open": phrase("open"),
    "doing": phrase("doing"),
    "done": phrase("done"),
    "dropped": phrase("dropped"),
}
FATES = {
    "changed": phrase("Asked again, because they mean something else now"),
    "new": phrase("New questions"),
    "reworded": phrase("Other words, same meaning: last answer shown, one key confirms it"),
    "retired": phrase("No longer asked; the answers are kept"),
}
WHAT = {
    "wording": phrase("wording"),
    "options": phrase("options"),
    "bounds": phrase("bounds"),
    "kind or unit": phrase("kind or unit"),
    "asked when": phrase("asked when"),
}


def step_lines(steps: Iterable[StepProgress], today: dt.date, words: Words) -> Iterator[str]:
    """Two lines a step: rank, status, day and title; then the name to type, and what was noted."""
    for step in steps:
        rank = f"{step.rank}." if step.rank is not None else "-"
        late = " !" if step.overdue(today) else ""
        yield f"{rank:>4} [{words(STATUS[step.status])}]{late} {one_line(step.title)}"
        yield f"     {'; '.join(_noted(step, today, words))}"


def _noted(step: StepProgress, today: dt.date, words: Words) -> Iterator[str]:
    yield step.action
    if step.overdue(today) and step.due is not None:
        late = (today - step.due).days
        text = words.plural("due {due}, {days} day late", "due {due}, {days} days late", late)
        yield text.format(due=step.due.isoformat(), days=late)
    elif step.status in ("open", "doing") and step.due is not None:
        yield words("due {due}").format(due=step.due.isoformat())
    elif step.since is not None:
        yield words("since {day}").format(day=step.since.isoformat())
    if step.ticked:
        yield words("{ticked} of {parts} parts").format(ticked=len(step.ticked), parts=step.parts)
    yield from (one_line(text) for text in (step.owner, step.reason, step.note) if text)


def doubt_lines(steps: Iterable[StepProgress], words: Words) -> Iterator[str]:
    """Steps that are offered as done, and those whose mark the answers do not bear out."""
    rows = tuple(steps)
    offered = [step for step in rows if step.asks == "done"]
    doubted = [step for step in rows if step.asks == "really"]
    if offered:
        yield words("Your answers show these as done. If they are: cbassess step done NAME")
        yield from (f"     {step.action}: {one_line(step.title)}" for step in offered)
    if doubted:
        yield words("Marked done, but your answers do not show it. Answer again, or: cbassess step reopen NAME")
        yield from (f"     {step.action}: {one_line(step.title)}" for step in doubted)


def pace_lines(pace: Pace, words: Words) -> Iterator[str]:
    """What was planned and finished, wave by wave; the share; and what the next plan counts on."""
    for period in pace.periods:
        text = words("{wave}: {planned:.0f} hours planned until {end}, {finished:.0f} finished")
        yield text.format(
            wave=period.wave, planned=period.planned, end=period.end.isoformat(), finished=period.finished
        )
    if pace.share is None or pace.fitted is None:
        yield words("There is too little to tell a pace yet: it takes a plan of at least 5 hours and four weeks of it.")
    else:
        text = words(
            "In all {finished:.0f} of {planned:.0f} hours: {share:.0f} %. {hours:g} a week become {fitted:.1f}."
        )
        yield text.format(
            finished=pace.finished,
            planned=pace.planned,
            share=100 * pace.share,
            hours=pace.hours_per_week,
            fitted=pace.fitted,
        )
    yield _choice(pace, words)


def _choice(pace: Pace, words: Words) -> str:
    match pace.choice:
        case "asked":
            return words("The plan counts on all your hours. To fit it to your pace: cbassess step pace --fit")
        case "off":
            return words("The plan counts on all your hours, because you chose so. To fit it: cbassess step pace --fit")
        case "fit":
            return words("The plan is fitted to your pace. To plan with all your hours again: cbassess step pace --off")
        case share:
            text = words("The plan counts on {share:.0f} % of your hours, because you chose so.")
            return text.format(share=100 * share)


def diff_lines(diff: PackDiff, words: Words) -> Iterator[str]:
    """What is kept, and item by item what is not."""
    text = words("{title}: version {old} ({old_hash}) -> {new} ({new_hash})")
    yield text.format(
        title=one_line(diff.new.title),
        old=diff.old.version,
        old_hash=diff.old.hash[:12],
        new=diff.new.version,
        new_hash=diff.new.hash[:12],
    )
    kept = len(diff.of_fate("kept"))
    yield words.plural("{count} question is as it was.", "{count} questions are as they were.", kept).format(count=kept)
    for fate, title in FATES.items():
        items = [item for item in diff.items if item.fate == fate]
        if items:
            yield f"{words(title)}:"
            yield from (f"  {_item(item, words)}" for item in items)
    yield from _rules(diff, words)


def _item(item: ItemUpgrade, words: Words) -> str:
    """`brand.mark_filed: Where is ...? (wording, options; was brand.mark_where)`."""
    notes = [", ".join(words(WHAT[what]) for what in item.what)] if item.what else []
    if item.replaces:
        notes.append(words("was {items}").format(items=", ".join(item.replaces)))
    if item.lost_options:
        notes.append(words("gone: {options}").format(options=", ".join(item.lost_options)))
    return f"{item.item}: {one_line(item.stem)}" + (f" ({'; '.join(notes)})" if notes else "")


def _rules(diff: PackDiff, words: Words) -> Iterator[str]:
    if diff.trends:
        yield words("Other rules: {trends}").format(trends="; ".join(one_line(title) for title in diff.trends))
    counts = {fate: sum(action.fate == fate for action in diff.actions) for fate in ("new", "changed", "retired")}
    if any(counts.values()):
        yield words("Advice: {new} new, {changed} changed, {retired} no longer given").format(**counts)
