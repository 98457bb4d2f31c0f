"""Answers given under one instrument, as another one reads them.

An answer finds its way by the id of its item, or by `replaces`, forward and backward; its options likewise. What
finds no way is left out here and stays where it is kept: nothing is ever guessed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct

from cbassess.model.instrument import Item
from cbassess.model.responses import SAYABLE, Missing, Response

Items = Mapping[str, Item]


class Reading(Struct, frozen=True):
    """An answer as another instrument reads it.

    Attributes:
        source: id of the item to which it was given.
        whole: whether all of it could be read; of a multi, options that are gone are left out.
    """

    response: Response
    source: str
    whole: bool = True


def read_under(target: Items, responses: Mapping[str, Response], source: Items | None = None) -> dict[str, Reading]:
    """The answers that items of `target` have, in its order.

    Args:
        target: the items that are to be answered, by id.
        responses: item id -> answer, under the source.
        source: the items that were answered; without them only the target says what replaces what.
    """
    before = source or {}
    readings = ((item_id, _reading(item, responses, before)) for item_id, item in target.items())
    return {item_id: reading for item_id, reading in readings if reading is not None}


def responses_under(
    target: Items, responses: Mapping[str, Response], source: Items | None = None
) -> dict[str, Response]:
    """The same answers without where they come from."""
    return {item: reading.response for item, reading in read_under(target, responses, source).items()}


def _reading(item: Item, responses: Mapping[str, Response], before: Items) -> Reading | None:
    if item.id in responses:
        return _fitted(item, responses[item.id], item.id, before.get(item.id))
    for old in item.replaces:
        if old in responses:
            return _fitted(item, responses[old], old, before.get(old))
    for later in before.values():
        if item.id in later.replaces and later.id in responses:
            return _fitted(item, responses[later.id], later.id, later)
    return None


def _fitted(item: Item, response: Response, source_id: str, source: Item | None) -> Reading | None:
    """The answer under the item; None where it says nothing there."""
    if isinstance(response, Missing):
        return Reading(response, source_id) if response in SAYABLE else None
    if source is not None and source.kind != item.kind:
        return None
    match item.kind:
        case "scale" | "choice":
            option = _option(item, response, source)
            return None if option is None else Reading(option, source_id)
        case "multi":
            return _chosen(item, response, source_id, source)
        case "number":
            return Reading(response, source_id) if _in_bounds(item, response) else None
        case "date":
            return Reading(response, source_id) if isinstance(response, dt.date) else None
        case "text":
            return Reading(response, source_id) if isinstance(response, str) else None


def _option(item: Item, given: object, source: Item | None) -> str | None:
    """The option of the item that an option given earlier, or later, stands for."""
    if not isinstance(given, str):
        return None
    if given in item.option_ids:
        return given
    for option in item.options:
        if given in option.replaces:
            return option.id
    renamed = source.option(given).replaces if source is not None and given in source.option_ids else ()
    known = [old for old in renamed if old in item.option_ids]
    # One that stands for several earlier options says no longer which of them it was.
    return known[0] if len(known) == 1 else None


def _chosen(item: Item, given: object, source_id: str, source: Item | None) -> Reading | None:
    if not isinstance(given, tuple):
        return None
    found = {_option(item, option, source) for option in given}
    chosen = tuple(option for option in item.option_ids if option in found)
    if given and not chosen:
        return None
    return Reading(chosen, source_id, whole=None not in found)


def _in_bounds(item: Item, given: object) -> bool:
    if isinstance(given, bool) or not isinstance(given, int | float):
        return False
    low_enough = item.max is None or given <= item.max
    return low_enough and (item.min is None or given >= item.min) and not (item.whole and given % 1)
