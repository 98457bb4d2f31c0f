"""Answers typed on a command line, as `brand.mark_filed=top_market`.

What stands behind the sign is taken as in an answers file: an option's id, a number, a day. A list, a table or a text
in quotes is written as there; options of a multi may also be parted by commas, and a reason for no answer may stand by
its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cbassess.errors import AnswersError, Problem
from cbassess.model.instrument import Item
from cbassess.model.responses import SAYABLE, Missing, Response
from cbassess.packs.faults import Fault
from cbassess.packs.quoting import nearest, plain, shown
from cbassess.packs.reading import parse_toml
from cbassess.packs.values import parse_value

MAX_SHOWN = 80


def parse_settings(settings: Iterable[str], items: Mapping[str, Item], place: str) -> dict[str, Response]:
    """Item id -> response; AnswersError lists every setting that cannot be taken. `place` names them in problems."""
    found: dict[str, Response] = {}
    problems: list[Problem] = []
    for setting in settings:
        try:
            item, raw = _parted(setting, items, found)
            found[item.id] = parse_value(item, _value(item, raw))
        except Fault as fault:
            problems.append(Problem(place, 0, plain(setting)[:MAX_SHOWN], fault.code, fault.message, fault.hint))
    if problems:
        raise AnswersError(problems)
    return found


def _parted(setting: str, items: Mapping[str, Item], found: Mapping[str, Response]) -> tuple[Item, str]:
    name, sign, raw = setting.partition("=")
    if not sign:
        raise Fault("wrong-type", "An item, the sign `=` and an answer belong here.", "Write it as brand.x=yes.")
    if name.strip() not in items:
        raise Fault("unknown-item", f"There is no item {shown(name.strip())}.", nearest(name.strip(), items))
    if name.strip() in found:
        raise Fault("duplicate-key", f"{name.strip()} is set twice.", "Keep one of the two.")
    return items[name.strip()], raw.strip()


def _value(item: Item, raw: str) -> object:
    """What the text would be in an answers file."""
    if raw in SAYABLE and raw not in item.option_ids:
        return Missing(raw)
    if raw[:1] in ("[", "{", '"', "'"):
        return parse_toml(f"value = {raw}").get("value")
    if item.kind == "multi":
        return [option.strip() for option in raw.split(",") if option.strip()]
    return raw
