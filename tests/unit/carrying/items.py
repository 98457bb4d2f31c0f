"""Items made by hand."""

from __future__ import annotations

from cbassess.model.instrument import Item, Option


def item(item_id: str, kind: str = "scale", options: str = "low mid high", **more: object) -> Item:
    """An item; `options` by id, and `new<old` for one that replaces another."""
    pairs = [name.partition("<") for name in options.split()]
    rows = tuple(Option(id=new, text=new, replaces=(old,) if old else ()) for new, _, old in pairs)
    bounds = {"min": 0.0, "max": 100.0, "unit": "units"} if kind == "number" else {}
    asked = rows if kind in ("scale", "choice", "multi") else ()
    texts = {"stem": f"{item_id}?", "why": "w", "how": "h"}
    return Item(id=item_id, kind=kind, options=asked, **{**texts, **bounds, **more})
