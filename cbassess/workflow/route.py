"""The items that apply, in the order of asking."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from cbassess.model.evaluation import ItemState
from cbassess.model.instrument import Item


class Route(Struct, frozen=True):
    """The route of a seller, as it is with the answers so far.

    Attributes:
        items: all items of the pack, in the order of asking.
        states: item id -> where it stands.
    """

    items: Mapping[str, Item]
    states: Mapping[str, ItemState]

    def applies(self, item_id: str) -> bool:
        """Whether an item can be answered now."""
        return self.states.get(item_id, "off_route") not in ("off_route", "waiting")

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the items that apply."""
        return tuple(item_id for item_id in self.items if self.applies(item_id))

    def after(self, item_id: str) -> str:
        """The next item that applies; "" at the end. Also right where `item_id` itself no longer applies."""
        order = list(self.items)
        start = order.index(item_id) + 1 if item_id else len(order)
        return next((later for later in order[start:] if self.applies(later)), "")

    def before(self, item_id: str) -> str:
        """The item before, the last one where `item_id` is ""; "" at the beginning."""
        order = list(self.items)
        end = order.index(item_id) if item_id else len(order)
        return next((earlier for earlier in reversed(order[:end]) if self.applies(earlier)), "")
