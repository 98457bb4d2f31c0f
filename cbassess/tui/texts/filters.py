"""The filter of the plan: what can be picked, with how many steps it has, and what was picked in a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from textual.content import Content

from cbassess.tui import words
from cbassess.tui.picking import KINDS, LATE, Kind, Picked
from cbassess.tui.texts.layout import MUTED, WARNING, Cell, columns, joined, text
from cbassess.tui.texts.line import Line, blank, heading
from cbassess.tui.texts.plan import PlanView

COUNT = 4
PART = "|"
"""Between the kind and the tag in the key of a line."""


def filter_lines(one: PlanView) -> Iterator[Line]:
    """Every tag that a step has, by kind."""
    for place, kind in enumerate(KINDS):
        if place:
            yield blank()
        yield heading(words.FILTER_KINDS[kind])
        for tag, count in _counted(one, kind):
            yield Line(partial(_row, one, kind, tag, count), key=f"{kind}{PART}{tag}")


def turned(picked: Picked, key: str) -> Picked:
    """What is picked after a line was marked, or its mark taken away."""
    kind, _, tag = key.partition(PART)
    return next((picked.turned(one, tag) for one in KINDS if one == kind), picked)


def picked_text(one: PlanView) -> Content:
    """`Shown: 12 of 39.  Status: open, doing.  Who: Li Na`."""
    told = [words.step_count(len(one.shown), len(one.document.plan))]
    for kind in KINDS:
        tags = [tag for tag, _ in _counted(one, kind) if one.picked.has(kind, tag)]
        if tags:
            told.append(f"{words.FILTER_KINDS[kind]}: {', '.join(_title(one, kind, tag) for tag in tags)}")
    return joined(text("   ".join(told), WARNING), text(f"   x {words.SHOW_ALL}", MUTED))


def _counted(one: PlanView, kind: Kind) -> Sequence[tuple[str, int]]:
    """Tags in a steady order with how many steps have them; those that are picked even where none has."""
    counts = Counter(tag for tagged in one.tagged for tag in tagged.tags[kind])
    order = {
        "trend": [trend.id for trend in one.document.trends],
        "band": [band.id for band in one.document.bands],
        "status": [*words.STATUSES, LATE],
        "owner": sorted({*counts, *one.picked.tags.get("owner", ())}, key=lambda owner: (not owner, owner)),
    }[kind]
    return [(tag, counts[tag]) for tag in order if counts[tag] or one.picked.has(kind, tag)]


def _row(one: PlanView, kind: Kind, tag: str, count: int, width: int) -> Content:
    mark = text(f"[{'x' if one.picked.has(kind, tag) else ' '}]")
    title = text(_title(one, kind, tag))
    return columns(Cell(mark, 3), Cell(title, width - COUNT - 7), Cell(text(str(count), MUTED), COUNT, "right"))


def _title(one: PlanView, kind: Kind, tag: str) -> str:
    if kind == "status":
        return words.IS_LATE if tag == LATE else words.STATUSES[tag]
    if kind == "owner":
        return tag or words.NOBODY
    named = one.document.trends if kind == "trend" else one.document.bands
    return next((entry.title for entry in named if entry.id == tag), tag)
