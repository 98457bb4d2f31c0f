"""Whether an item of one pack means the same in another, for the answers that were given to it."""

from __future__ import annotations

from typing import Literal

from cbassess.model.instrument import Item

ItemFate = Literal["kept", "reworded", "changed", "new", "retired"]


def fate_of(old: Item | None, new: Item) -> ItemFate:
    """What became of an item that is asked now; `old` is the item of the same id, if there was one."""
    if old is None:
        return "new"
    if not same_meaning(old, new) or lost_options(old, new):
        return "changed"
    return "reworded" if differences(old, new) else "kept"


def same_meaning(old: Item, new: Item) -> bool:
    """Whether an answer to the old item still says the same: same kind, unit, and order of the options."""
    if (old.kind, old.unit) != (new.kind, new.unit):
        return False
    today = {known: option.id for option in new.options for known in (option.id, *option.replaces)}
    shared = [today[option] for option in old.option_ids if option in today]
    return new.kind != "scale" or shared == [option for option in new.option_ids if option in shared]


def lost_options(old: Item, new: Item) -> tuple[str, ...]:
    """Ids of the options that can no longer be chosen, and that no other one replaces."""
    living = {known for option in new.options for known in (option.id, *option.replaces)}
    return tuple(option for option in old.option_ids if option not in living)


def differences(old: Item, new: Item) -> tuple[str, ...]:
    """What differs for the person who answers. The reason and the hint are help, and no part of the question."""
    pairs = {
        "wording": (old.stem, new.stem),
        "options": ([(one.id, one.text) for one in old.options], [(one.id, one.text) for one in new.options]),
        "bounds": ((old.min, old.max, old.whole), (new.min, new.max, new.whole)),
    }
    return tuple(what for what, (before, after) in pairs.items() if before != after)
