"""What became of a pack between two versions: kept, reworded, changed, new, retired."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.model.assessment import PackStamp
from cbassess.model.instrument import Item
from cbassess.model.pack import Pack
from cbassess.model.rulebook import Trend
from cbassess.model.upgrade import ActionUpgrade, ItemFate, ItemUpgrade, PackDiff


def stamp_of(pack: Pack) -> PackStamp:
    """Title, version and hash of a pack."""
    return PackStamp(title=pack.instrument.title, version=pack.instrument.version, hash=pack.hash)


def diff_packs(old: Pack, new: Pack) -> PackDiff:
    """What became of every item and action of a pack, in the words of the new one."""
    items = (*_asked_now(old, new), *_retired(old, new))
    shared = sum(item.fate in ("kept", "reworded") for item in items)
    return PackDiff(
        language=new.language,
        old=stamp_of(old),
        new=stamp_of(new),
        compatibility=shared / len(items) if items else 1.0,
        items=items,
        actions=tuple(_actions(old, new)),
        trends=tuple(
            trend.title
            for trend in new.rulebook.trends
            if trend.id not in old.trends or _rules(old.trends[trend.id]) != _rules(trend)
        ),
    )


def fate_of(old: Item | None, new: Item) -> ItemFate:
    """What became of an item that is asked now; `old` is the item of the same id, if there was one."""
    if old is None:
        return "new"
    if not same_meaning(old, new) or lost_options(old, new):
        return "changed"
    return "reworded" if _differences(old, new) else "kept"


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


def _differences(old: Item, new: Item) -> tuple[str, ...]:
    """What differs for the person who answers. The reason and the hint are help, and no part of the question."""
    pairs = {
        "wording": (old.stem, new.stem),
        "options": ([(one.id, one.text) for one in old.options], [(one.id, one.text) for one in new.options]),
        "bounds": ((old.min, old.max, old.whole), (new.min, new.max, new.whole)),
    }
    return tuple(what for what, (before, after) in pairs.items() if before != after)


def _asked_now(old: Pack, new: Pack) -> Iterator[ItemUpgrade]:
    for item in new.items.values():
        before = old.items.get(item.id)
        replaced = tuple(known for known in item.replaces if known in old.items)
        yield ItemUpgrade(
            item=item.id,
            stem=item.stem,
            fate="changed" if replaced else fate_of(before, item),
            replaces=replaced,
            what=_all_differences(before, item) if before else (),
            lost_options=lost_options(before, item) if before else (),
        )


def _all_differences(old: Item, new: Item) -> tuple[str, ...]:
    what = _differences(old, new)
    what += ("kind or unit",) if (old.kind, old.unit) != (new.kind, new.unit) else ()
    return what + (("asked when",) if old.ask_when != new.ask_when else ())


def _retired(old: Pack, new: Pack) -> Iterator[ItemUpgrade]:
    replaced = {known for item in new.items.values() for known in item.replaces}
    for item in old.items.values():
        if item.id not in new.items and item.id not in replaced:
            yield ItemUpgrade(item=item.id, stem=item.stem, fate="retired")


def _rules(trend: Trend) -> object:
    """What decides a trend's figures, without its texts."""
    signals = [(signal.when, signal.weight) for signal in trend.signals]
    indicators = [indicator.model_dump(exclude={"because"}) for indicator in trend.indicators]
    return trend.applies_when, signals, indicators


def _actions(old: Pack, new: Pack) -> Iterator[ActionUpgrade]:
    for action in new.rulebook.actions:
        before = old.actions.get(action.id)
        if before != action:
            yield ActionUpgrade(action=action.id, title=action.title, fate="changed" if before else "new")
    for action in old.rulebook.actions:
        if action.id not in new.actions:
            yield ActionUpgrade(action=action.id, title=action.title, fate="retired")
