"""Keys in the order in which the classes name them, also where some were moved: Textual puts moved ones last."""

from __future__ import annotations

from functools import cache
from typing import Any

from textual.binding import ActiveBinding
from textual.screen import Screen


def keys_in_order(screen: Screen[Any]) -> list[ActiveBinding]:
    """The keys that work now: those of the focused widget first, those of the app last."""
    found = list(screen.active_bindings.values())
    settings = getattr(screen.app, "settings", None)
    if settings is None or not settings.moves_keys:
        return found  # in order already
    nodes = {node: place for place, node in enumerate(dict.fromkeys(active.node for active in found))}
    return sorted(found, key=lambda active: (nodes[active.node], _place(active.binding.id or "")))


def _place(id_: str) -> int:
    return _places().get(id_, 0)


@cache
def _places() -> dict[str, int]:
    from cbassess.tui.keys.named import named_keys  # reads every screen, which only moved keys need

    return {id_: place for place, id_ in enumerate(named_keys())}
