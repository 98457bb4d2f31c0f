"""What became of a pack between two versions: kept, reworded, changed, new, retired."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.carrying.meaning import differences, fate_of, lost_options
from cbassess.model.assessment import PackStamp
from cbassess.model.instrument import Item
from cbassess.model.pack import Pack
from cbassess.model.rulebook import Trend
from cbassess.model.upgrade import ActionUpgrade, ItemUpgrade, PackDiff


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


def _asked_now(old: Pack, new: Pack) -> Iterator[ItemUpgrade]:
    for item in new.items.values():
        before = old.items.get(item.id)
        replaced = tuple(known for known in item.replaces if known in old.items)
        yield ItemUpgrade(
            item=item.id,
            stem=item.stem,
            fate="changed" if replaced else fate_of(before, item),
            replaces=replaced,
            what=_alldifferences(before, item) if before else (),
            lost_options=lost_options(before, item) if before else (),
        )


def _alldifferences(old: Item, new: Item) -> tuple[str, ...]:
    what = differences(old, new)
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
