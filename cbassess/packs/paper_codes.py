"""Short codes for answers on paper and in chat: check letter, number of the item, letter of the option, as in `t12b`.

The check letter hangs on the number and on the option, modulo a prime. So it catches every single wrong digit or
letter, two digits that changed places, and answers that slipped by fewer than 23 questions. It hangs on the ids of
the instrument as well: most codes of a sheet that was printed before questions moved do not pass.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from cbassess.model.instrument import Instrument, Item

# No i, l and o, which are mistaken for digits; no n, which means "rather not say" after a number.
OPTIONS = "abcdefghjkmpqrstuvwxyz"

# 23 of them, a prime: no digit, letter or slip smaller than that changes nothing.
CHECKS = "abcdefghjkmnpqrstuvwxyz"

_BY_NUMBER, _BY_OPTION = 7, 3


class Codes(Struct, frozen=True, dict=True):
    """The codes of an instrument. Items are numbered from 1 in the order of asking."""

    instrument: Instrument

    @cached_property
    def items(self) -> Mapping[int, Item]:
        """The items by their number."""
        return dict(enumerate(self.instrument.items, start=1))

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each item by its id."""
        return {item.id: number for number, item in self.items.items()}

    def of_item(self, item: Item) -> str:
        """`t12`: what a typed answer, a "don't know" or a "rather not say" begins with."""
        number = self.numbers[item.id]
        return f"{self.check(number)}{number}"

    def of_option(self, item: Item, place: int) -> str:
        """`w12b` for the option at `place`, from 0; `t12=id` for those beyond the letters."""
        if place >= len(OPTIONS):
            return f"{self.of_item(item)}={item.options[place].id}"
        number = self.numbers[item.id]
        return f"{self.check(number, place + 1)}{number}{OPTIONS[place]}"

    def check(self, number: int, place: int = 0) -> str:
        """The check letter of an item's number and of its option, counted from 1; 0 for the item as such."""
        return CHECKS[(_BY_NUMBER * number + _BY_OPTION * place + self._offset) % len(CHECKS)]

    @cached_property
    def _offset(self) -> int:
        ids = "\n".join(" ".join((item.id, *item.option_ids)) for item in self.instrument.items)
        return int.from_bytes(hashlib.sha256(ids.encode()).digest()) % len(CHECKS)
