"""What a new wave carries, confirms and asks: the eight-minute quarter.

Each answer has a shelf life. One that is fresh is carried with its date; what is stale, means something else, was not
known, was changed by a step that is done, or is asked for the first time is asked; the rest is one list, "still true?".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping

from msgspec import Struct, field

from cbassess.model.carrying import ASKED, STILL_TRUE, Agenda, AgendaEntry, Known, Standing
from cbassess.model.evaluation import ItemState
from cbassess.model.instrument import Item
from cbassess.model.quarters import quarter_of
from cbassess.model.responses import Missing, Said

QUARTER_DAYS = 92
"""The longest quarter: what would not last so long is confirmed while that takes one key."""


class Progress(Struct, frozen=True):
    """Items that the seller's work touches, with the day on which the step was begun or done."""

    begun: Mapping[str, dt.date]
    done: Mapping[str, dt.date]


NO_PROGRESS = Progress({}, {})


class Memory(Struct, frozen=True):
    """What a new wave starts from.

    Attributes:
        known: item id -> what earlier waves say.
        day: the day of which the new wave tells.
        notes: item id -> what was noted about it last.
    """

    known: Mapping[str, Known]
    day: dt.date
    progress: Progress = NO_PROGRESS
    notes: Mapping[str, str] = field(default_factory=dict)


def standing_of(item: Item, memory: Memory) -> Standing:
    """How what was said about an item before stands now."""
    known = memory.known.get(item.id)
    if known is None:
        return "new"
    if not known.same_meaning:
        return "changed"
    if known.response is Missing.DONT_KNOW:
        return "unknown"
    checked = known.said.checked_on
    if _later(memory.progress.done.get(item.id), checked):
        return "worked"
    if _expired(item, checked, memory.day):
        return "stale"
    return _to_confirm(item, known, memory)


def _to_confirm(item: Item, known: Known, memory: Memory) -> Standing:
    """How an answer within its shelf life stands."""
    checked = known.said.checked_on
    if known.reworded:
        return "reworded"
    if known.response is Missing.DECLINED:
        return "declined"
    if _later(memory.progress.begun.get(item.id), checked):
        return "in_work"
    soon = memory.day + dt.timedelta(days=QUARTER_DAYS)
    ageing = _expired(item, checked, soon) and quarter_of(checked) != quarter_of(memory.day)
    return "ageing" if ageing else "fresh"


def _later(worked: dt.date | None, checked: dt.date) -> bool:
    # On the same day as well: a step is marked done after the answers of that day as a rule.
    return worked is not None and worked >= checked


def _expired(item: Item, checked: dt.date, day: dt.date) -> bool:
    return item.valid_days is not None and (day - checked).days > item.valid_days


def carried(items: Mapping[str, Item], memory: Memory) -> dict[str, Known]:
    """The answers with which a new wave starts, on and off the route."""
    return {
        item_id: memory.known[item_id]
        for item_id, item in items.items()
        if item_id in memory.known and standing_of(item, memory) not in ASKED
    }


def agenda(
    items: Mapping[str, Item], states: Mapping[str, ItemState], here: Mapping[str, Said], memory: Memory
) -> Agenda:
    """What is left to do in a wave.

    Args:
        items: the items of the pack, in the order of asking.
        states: where each stands in this wave.
        here: where the answers of this wave come from.
        memory: what it started from.
    """
    entries = [
        AgendaEntry(item_id, standing_of(item, memory), memory.known.get(item_id))
        for item_id, item in items.items()
        if states[item_id] not in ("off_route", "waiting") and _is_left(here.get(item_id))
    ]
    brought = [entry for entry in entries if entry.item in here]
    return Agenda(
        asked=tuple(entry for entry in entries if entry.item not in here),
        still_true=_among(brought, STILL_TRUE),
        carried=tuple(entry for entry in brought if entry.standing not in STILL_TRUE),
    )


def _is_left(said: Said | None) -> bool:
    return said is None or said.origin == "carried"


def _among(entries: Collection[AgendaEntry], standings: Collection[Standing]) -> tuple[AgendaEntry, ...]:
    return tuple(entry for entry in entries if entry.standing in standings)
