"""Complete random answers, seeded: every item has one, whether it applies or not."""

from __future__ import annotations

import random

from cbassess.model.instrument import Item
from cbassess.model.pack import Pack
from cbassess.model.responses import Value


def random_answers(pack: Pack, seed: int) -> dict[str, Value]:
    """An answer to every item of the pack."""
    source = random.Random(seed)
    return {item.id: _answer(item, source) for item in pack.items.values()}


def _answer(item: Item, source: random.Random) -> Value:
    if item.kind == "multi":
        plain = [option.id for option in item.options if not option.exclusive]
        return tuple(option for option in plain if source.random() < 0.3) or (plain[0],)
    if item.kind == "number":
        return float(source.randint(int(item.min or 0), int(item.max or 100)))
    return source.choice(item.option_ids)
