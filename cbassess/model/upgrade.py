"""What became of a pack between two versions."""

from __future__ import annotations

from typing import Literal

from cbassess.model.assessment import PackStamp
from cbassess.model.base import Noun, Rows

ItemFate = Literal["kept", "reworded", "changed", "new", "retired"]
"""Kept as it was; other words, same meaning; other meaning (asked again); asked for the first time; asked no more."""


class ItemUpgrade(Noun):
    """What became of one item.

    Attributes:
        item: id; of a retired item the old one.
        stem: question; of a retired item the old one.
        replaces: retired items whose place it takes.
        what: what differs, such as `wording`, `options` or `asked when`.
        lost_options: options that can no longer be chosen, and are not replaced either.
    """

    item: str
    stem: str
    fate: ItemFate
    replaces: Rows[str] = ()
    what: Rows[str] = ()
    lost_options: Rows[str] = ()


class ActionUpgrade(Noun):
    """What became of one action of the rulebook; one that is as it was is not listed."""

    action: str
    title: str
    fate: Literal["changed", "new", "retired"]


class PackDiff(Noun, kw_only=True):
    """Two versions of a pack, side by side.

    Attributes:
        language: language of the texts.
        compatibility: items whose answers count under both / items of either, from 0 to 1.
        trends: titles of the trends whose rules differ.
    """

    schema_: Literal["cbassess/pack-diff/1"] = "cbassess/pack-diff/1"
    language: str
    old: PackStamp
    new: PackStamp
    compatibility: float
    items: Rows[ItemUpgrade]
    actions: Rows[ActionUpgrade]
    trends: Rows[str]

    def of_fate(self, fate: ItemFate) -> tuple[ItemUpgrade, ...]:
        """The items of one fate, in the order of asking."""
        return tuple(item for item in self.items if item.fate == fate)
