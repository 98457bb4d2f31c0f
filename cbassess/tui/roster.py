"""Sellers with their waves, as the first screen lists them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from cbassess.model.history import Seller, Wave
from cbassess.workflow import holds

FEW = 3
"""So many sellers show all their waves; of more, one at a time is opened."""


class SellerWaves(Struct, frozen=True):
    """A seller, and its waves, latest first; at least one."""

    seller: Seller
    waves: tuple[Wave, ...]

    @property
    def latest(self) -> Wave:
        """The wave that counts today."""
        return self.waves[0]


class Row(Struct, frozen=True):
    """A line of the list: a wave, and the seller with whose name it begins where it is the latest."""

    wave: Wave
    of: SellerWaves

    @property
    def first(self) -> bool:
        """Whether the line stands for the seller."""
        return self.wave.id == self.of.latest.id


def by_seller(waves: Iterable[Wave]) -> tuple[SellerWaves, ...]:
    """Sellers with their waves; whose latest wave is the newest stands first."""
    found: dict[int, list[Wave]] = {}
    for wave in sorted(waves, key=_age, reverse=True):
        found.setdefault(wave.seller.id, []).append(wave)
    return tuple(SellerWaves(of_seller[0].seller, tuple(of_seller)) for of_seller in found.values())


def _age(wave: Wave) -> tuple[object, ...]:
    return wave.as_of, wave.id


def matching(sellers: Iterable[SellerWaves], text: str) -> tuple[SellerWaves, ...]:
    """Those whose name holds the text."""
    return tuple(one for one in sellers if holds(one.seller.name, text))


def rows(sellers: Collection[SellerWaves], opened: Collection[int]) -> Iterator[Row]:
    """The lines: a seller each, and the earlier waves of few sellers and of those that are opened, by their id."""
    for one in sellers:
        shown = one.waves if len(sellers) <= FEW or one.seller.id in opened else one.waves[:1]
        yield from (Row(wave, one) for wave in shown)
