"""An answer that a rule names: the target of an action, the border of an accepted gap."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.errors import Problem
from cbassess.model.instrument import Item
from cbassess.packs.documents import Spot
from cbassess.packs.drafting import Draft
from cbassess.packs.faults import Fault
from cbassess.packs.quoting import nearest, shown
from cbassess.packs.shaping import Names

SCORABLE = ("scale", "choice", "number")


def item_or_problem(draft: Draft, item_id: str, spot: Spot) -> Item | Problem | None:
    """The item; the problem that there is none; or None where the item has problems of its own."""
    items = draft.items_by_id
    if item_id in items:
        return items[item_id]
    if draft.named("item").missing(item_id):
        return unknown(spot, "unknown-item", "item", item_id, draft.named("item"))
    return None


def unknown(spot: Spot, code: str, kind: str, name: str, names: Names) -> Problem:
    """The problem that nothing of this kind has the name."""
    return spot.problem(code, f"There is no {kind} {shown(name)}.", nearest(name, names.known))


def check_name(draft: Draft, kind: str, code: str, name: str, spot: Spot) -> Iterator[Problem]:
    """A problem where nothing of this kind has the name."""
    if draft.named(kind).missing(name):
        yield unknown(spot, code, kind, name, draft.named(kind))


def target_fault(item: Item, target: str | int | float) -> Fault | None:
    """Why `target` is no answer to the item; None where it is one."""
    if item.kind not in SCORABLE:
        return Fault("wrong-kind", f"{item.id} is a {item.kind} item, which has no weaker and stronger answers.")
    if item.kind == "number":
        return _number_fault(item, target)
    if not isinstance(target, str):
        return Fault("wrong-type", f"{item.id} takes one of its options, in quotes, not {shown(target)}.")
    if target not in item.option_ids:
        return Fault("unknown-option", f"{item.id} has no option {shown(target)}.", nearest(target, item.option_ids))
    return None


def _number_fault(item: Item, target: str | int | float) -> Fault | None:
    if isinstance(target, str):
        return Fault("wrong-type", f"{item.id} takes a number, not {shown(target)}.")
    if item.min is None or item.max is None or item.min <= target <= item.max:
        return None
    return Fault("out-of-range", f"{item.id} goes from {item.min:g} to {item.max:g}, not to {shown(target)}.")
