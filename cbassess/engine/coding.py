"""Responses as numbers, the form in which the compiled conditions read them.

    kind            answered                                              missing
    scale, choice   rank of the option                                    -1
    multi           a bit for each chosen option, and one above them      0
    number          the number, as a float                                NaN
    date            its ordinal                                           0
    text            1                                                     0

A missing code makes most comparisons false by itself, and each kind keeps to one Python type: comparing
an int with a float is several times slower than comparing two of a kind.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping

from msgspec import Struct

from cbassess.model.instrument import Item
from cbassess.model.responses import SAYABLE, Missing, Response, Value

Code = int | float

_MISSING_CODES: Mapping[str, Code] = {"scale": -1, "choice": -1, "number": math.nan}


class Coded(Struct, frozen=True):
    """A seller's responses as numbers, item by item in the order of asking.

    Attributes:
        codes: see the module.
        missing: bit n is set where item n has no answer.
        settled: bit n is set where the seller said that there will be none.
    """

    codes: list[Code]
    missing: int
    settled: int


def encode(items: Mapping[str, Item], responses: Mapping[str, Response]) -> Coded:
    """Code all items; responses to others are passed over."""
    codes: list[Code] = []
    missing = settled = 0
    for place, (item_id, item) in enumerate(items.items()):
        response = responses.get(item_id, Missing.NOT_REACHED)
        if isinstance(response, Missing):
            codes.append(missing_code(item))
            missing |= 1 << place
            settled |= (response in SAYABLE) << place
        else:
            codes.append(_code(item, response))
    return Coded(codes, missing, settled)


def missing_code(item: Item) -> Code:
    """The code of an item without an answer."""
    return _MISSING_CODES.get(item.kind, 0)


def _code(item: Item, value: Value) -> Code:
    if isinstance(value, tuple):
        return sum(1 << item.option_ids.index(option) for option in value) | 1 << len(item.options)
    if isinstance(value, dt.date):
        return value.toordinal()
    if isinstance(value, str):
        return 1 if item.kind == "text" else item.option_ids.index(value)
    return value
