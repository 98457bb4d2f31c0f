"""How long the questions that are left will take: a round guess, from the length of their texts."""

from __future__ import annotations

from collections.abc import Mapping

from cbassess.model.evaluation import ItemState
from cbassess.model.instrument import Item

BYTES_A_SECOND = 15
"""Careful reading. A Chinese character has three bytes in UTF-8, and takes about as long as three letters."""

DECIDING = {"scale": 6.0, "choice": 5.0, "multi": 10.0, "number": 20.0, "date": 20.0, "text": 30.0}
"""Seconds to find the answer and give it, by kind of item."""

LIKELY = {"open": 1.0, "waiting": 0.5}
"""How likely it is that an item has to be answered yet: one that waits for an earlier answer may not apply at all."""


def seconds_left(each: Mapping[str, float], states: Mapping[str, ItemState]) -> float:
    """Seconds to read and answer what is not answered yet; 0 where nothing is left.

    Args:
        each: item id -> what `seconds_for` gives.
        states: item id -> where it stands.
    """
    return sum(LIKELY.get(states[item_id], 0.0) * seconds for item_id, seconds in each.items())


def seconds_for(item: Item) -> float:
    """Seconds to read and answer an item."""
    texts = (item.stem, *(option.text for option in item.options))
    return DECIDING[item.kind] + sum(len(text.encode()) for text in texts) / BYTES_A_SECOND
