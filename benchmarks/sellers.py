"""Random sellers of the shipped pack, the same ones every time: their number is their seed."""

from __future__ import annotations

import datetime as dt
import random

from cbassess.model.instrument import Item
from cbassess.model.pack import Pack
from cbassess.model.responses import Response

DAY = dt.date(2027, 1, 4)
"""The first Monday of a quarter, so that a quarter has its thirteen weeks."""

HOURS = (1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 10.0, 15.0, 20.0)
BUDGETS = (0.0, 2_000.0, 5_000.0, 10_000.0, 20_000.0, 50_000.0, 100_000.0, 300_000.0)


def random_seller(pack: Pack, seed: int) -> dict[str, Response]:
    """An answer to every item; those that do not apply are set aside by the engine.

    Each seller leans to weak or to strong answers, so that some are in trouble everywhere and some nowhere.
    """
    draw = random.Random(seed)
    lean = draw.random()
    answers = {item.id: _answer(item, draw, lean) for item in pack.items.values()}
    rules = pack.rulebook.plan
    return {**answers, rules.hours_per_week: draw.choice(HOURS), rules.budget: draw.choice(BUDGETS)}


def _answer(item: Item, draw: random.Random, lean: float) -> Response:
    match item.kind:
        case "scale":
            best = len(item.option_ids) - 1
            return item.option_ids[min(best, max(0, round(draw.gauss(lean * best, 1.0))))]
        case "choice":
            return draw.choice(item.option_ids)
        case "multi":
            return tuple(option for option in item.option_ids if draw.random() < 0.4) or item.option_ids[:1]
        case "number":
            low, high = item.min or 0.0, 100.0 if item.max is None else item.max
            return float(round(draw.uniform(low, high), 1))
        case "date":
            return DAY + dt.timedelta(days=draw.randint(-100, 400))
        case _:
            return "words"
