"""What must be true of the head of the instrument and of each item by itself."""

from __future__ import annotations

import keyword
from collections.abc import Iterator

from cbassess.errors import Problem
from cbassess.model.instrument import KINDS_WITH_OPTIONS, Item
from cbassess.packs.documents import Spot
from cbassess.packs.drafting import Draft
from cbassess.packs.quoting import shown
from cbassess.packs.shaping import Placed

MAX_ITEMS = 5_000
MAX_OPTIONS = 100

RESERVED_SECTIONS = {
    "instrument": "a file of the pack",
    "seller": "a key of the answers file",
    "wave": "a key of the answers file",
    "as_of": "a key of the answers file",
}


def check_instrument(draft: Draft) -> Iterator[Problem]:
    """Problems of the instrument, item by item."""
    yield from _check_head(draft)
    if len(draft.items) > MAX_ITEMS and draft.instrument:
        yield draft.instrument.spot.problem("too-many", f"The pack has more than {MAX_ITEMS} items.")
    for placed in draft.items:
        yield from _check_item(placed)


def _check_head(draft: Draft) -> Iterator[Problem]:
    if draft.instrument is None:
        return
    head, spot = draft.instrument.noun, draft.instrument.spot
    if "en" not in head.languages:
        message = 'The list must hold "en": the texts outside of the language folders are English.'
        yield (spot / "languages").problem("bad-value", message)
    if not head.sections:
        yield (spot / "sections").problem("too-few", "There is no section.")
    yield from check_list(spot / "sections", head.sections, RESERVED_SECTIONS)
    yield from check_list(spot / "languages", head.languages, {})


def check_list(spot: Spot, names: tuple[str, ...], reserved: dict[str, str]) -> Iterator[Problem]:
    """Problems of a list of names: entries that stand twice, and names that mean something else."""
    seen: set[str] = set()
    for index, name in enumerate(names):
        if name in seen:
            yield (spot / index).problem("duplicate-id", f"{shown(name)} stands in the list twice.")
        seen.add(name)
        meaning = reserved.get(name) or ("a word of the condition language" if keyword.iskeyword(name) else "")
        if meaning:
            yield (spot / index).problem("reserved-id", f"{shown(name)} is {meaning}.")


def _check_item(placed: Placed[Item]) -> Iterator[Problem]:
    item, spot = placed.noun, placed.spot
    short_id = item.id.partition(".")[2]
    if keyword.iskeyword(short_id):
        yield (spot / "id").problem("reserved-id", f"{shown(short_id)} is a word of the condition language.")
    yield from _check_options(item, spot)
    yield from _check_number(item, spot)
    for key in _foreign_keys(placed):
        yield (spot / key).problem("key-not-allowed", f"`{key}` does not fit a {item.kind} item.")


def _foreign_keys(placed: Placed[Item]) -> Iterator[str]:
    keys = placed.spot.keys
    if placed.noun.kind != "number":
        yield from sorted({"unit", "min", "max", "whole"} & keys)
    if placed.noun.kind not in KINDS_WITH_OPTIONS and "options" in keys:
        yield "options"


def _check_options(item: Item, spot: Spot) -> Iterator[Problem]:
    if item.kind not in KINDS_WITH_OPTIONS:
        return
    if len(item.options) < 2:
        message = f"A {item.kind} item needs at least two options; this one has {len(item.options)}."
        yield spot.problem("options-missing", message)
    if len(item.options) > MAX_OPTIONS:
        message = f"The item has {len(item.options)} options; {MAX_OPTIONS} are allowed."
        yield (spot / "options").problem("too-long", message)
        return
    for index, option in enumerate(item.options):
        if option.id in item.option_ids[:index]:
            place = spot / "options" / index / "id"
            yield place.problem("duplicate-id", f"The option {shown(option.id)} stands twice.")
        if item.kind != "multi" and "exclusive" in (spot / "options" / index).keys:
            place = spot / "options" / index / "exclusive"
            yield place.problem("key-not-allowed", f"`exclusive` belongs to multi items, and this is a {item.kind}.")


def _check_number(item: Item, spot: Spot) -> Iterator[Problem]:
    if item.kind != "number":
        return
    for key in ("unit", "min", "max"):
        if getattr(item, key) is None:
            yield spot.problem("range-missing", f"A number item needs `{key}`.")
    if item.min is not None and item.max is not None and item.min >= item.max:
        yield (spot / "min").problem("range-reversed", f"`min` ({item.min:g}) must be less than `max` ({item.max:g}).")
    for key, bound in (("min", item.min), ("max", item.max)):
        if item.whole and bound is not None and not bound.is_integer():
            yield (spot / key).problem("not-whole", f"The item takes whole numbers, but `{key}` is {bound:g}.")
