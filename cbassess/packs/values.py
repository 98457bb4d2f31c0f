"""One raw answer -> a response: what answers files, the app and the plain prompts have in common."""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

from cbassess.model.instrument import Item
from cbassess.model.responses import SAYABLE, Missing, Response, Value
from cbassess.packs.faults import Fault
from cbassess.packs.inspecting import control_fault
from cbassess.packs.quoting import nearest, shown

MAX_TEXT = 2_000
MAX_SELLER = 100

# Far enough for any plan, and far enough from the ends of the calendar to count on from it.
FIRST_YEAR, LAST_YEAR = 1900, 2200

_WAVE = re.compile(r"[12][0-9]{3}-Q[1-4]", re.ASCII)
_NUMBER = re.compile(r"[+-]?[0-9]{1,20}(\.[0-9]{1,20})?", re.ASCII)
_NUMBER_HINT = "Write digits only, such as 12.5."
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DATE_HINT = "Write it as 2026-11-30."


class ValueProblem(Fault):
    """An answer that cannot be taken: a code, what is wrong, and how to mend it."""


def parse_value(item: Item, raw: object) -> Response:
    """The response that `raw` means for the item; ValueProblem says why it means none.

    `raw` is what TOML or JSON gives, or what was typed: a number or date may also come as text.
    A table `{ missing = "dont_know" }` (or `Missing.DONT_KNOW`) says why there is no answer.
    """
    if isinstance(raw, Missing):
        return _missing(raw.value)
    if isinstance(raw, Mapping):
        return _missing_table(raw)
    return _PARSERS[item.kind](item, raw)


def _missing_table(raw: Mapping[str, object]) -> Missing:
    if set(raw) != {"missing"}:
        raise ValueProblem("wrong-type", "A table can only say why there is no answer.", _MISSING_HINT)
    return _missing(raw["missing"])


_MISSING_HINT = 'Write { missing = "dont_know" } or { missing = "declined" }.'


def _missing(reason: object) -> Missing:
    for missing in SAYABLE:
        if reason == missing.value:
            return missing
    raise ValueProblem("bad-missing", f"{shown(reason)} is not a reason that can be given.", _MISSING_HINT)


def _option(item: Item, raw: object) -> str:
    if not isinstance(raw, str):
        message = f"One option belongs here, in quotes, not {shown(raw)}."
        raise ValueProblem("wrong-type", message, f"There is: {', '.join(item.option_ids)}.")
    if raw not in item.option_ids:
        raise ValueProblem("unknown-option", f"{item.id} has no option {shown(raw)}.", _option_hint(item, raw))
    return raw


def _option_hint(item: Item, raw: str) -> str:
    for option in item.options:
        if raw.strip().casefold() in (option.id, option.text.casefold()):
            return f"Did you mean {shown(option.id)}?"
    return nearest(raw, item.option_ids) or f"There is: {', '.join(item.option_ids)}."


def _options(item: Item, raw: object) -> tuple[str, ...]:
    if not isinstance(raw, list | tuple):
        example = f'Write ["{item.option_ids[0]}"].'
        raise ValueProblem("wrong-type", f"A list of options belongs here, not {shown(raw)}.", example)
    chosen = [_option(item, entry) for entry in raw[: len(item.options) + 1]]
    for option in chosen:
        if chosen.count(option) > 1:
            raise ValueProblem("duplicate-option", f"{shown(option)} is chosen twice.", "Name it once.")
    alone = [option.id for option in item.options if option.exclusive]
    if not chosen and alone:
        raise ValueProblem("nothing-chosen", "The list is empty.", f'If nothing fits, write ["{alone[0]}"].')
    for option in alone:
        if option in chosen and len(chosen) > 1:
            message = f"{shown(option)} rules out all other options."
            raise ValueProblem("exclusive-option", message, "Keep it alone, or drop it.")
    return tuple(option for option in item.option_ids if option in chosen)


def _number(item: Item, raw: object) -> float:
    number = _as_float(raw)
    if not math.isfinite(number):
        raise ValueProblem("not-finite", "An ordinary number belongs here.", _range_hint(item))
    if item.whole and not number.is_integer():
        raise ValueProblem("not-whole", f"{item.id} takes whole numbers, not {number:g}.", "Round it.")
    if (item.min is not None and number < item.min) or (item.max is not None and number > item.max):
        raise ValueProblem("out-of-range", f"{number:g} is outside of what {item.id} takes.", _range_hint(item))
    return number + 0.0  # turns -0.0 into 0.0


def _as_float(raw: object) -> float:
    if isinstance(raw, str) and _NUMBER.fullmatch(raw.strip()):
        return float(raw)
    # A bool is an int in Python, but "true" is no number.
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        raise ValueProblem("wrong-type", f"A number belongs here, not {shown(raw)}.", _NUMBER_HINT)
    try:
        return float(raw)
    except OverflowError:
        return math.inf


def _range_hint(item: Item) -> str:
    if item.min is None or item.max is None:
        return ""
    return f"Give a number from {item.min:.15g} to {item.max:.15g}."


def _date(_item: Item, raw: object) -> dt.date:
    return parse_date(raw)


def parse_date(raw: object) -> dt.date:
    """The day that `raw` is or says as `2026-11-30`; ValueProblem where it is none."""
    day = _as_day(raw)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        message = f"The year {day.year} is outside of {FIRST_YEAR} to {LAST_YEAR}."
        raise ValueProblem("bad-date", message, "Check the year.")
    return day


def _as_day(raw: object) -> dt.date:
    if isinstance(raw, dt.date) and not isinstance(raw, dt.datetime):
        return raw
    if isinstance(raw, str) and _DATE.fullmatch(raw.strip()):
        try:
            return dt.date.fromisoformat(raw.strip())
        except ValueError:
            raise ValueProblem("bad-date", f"There is no day {raw.strip()}.", _DATE_HINT) from None
    if isinstance(raw, str | dt.datetime):
        raise ValueProblem("bad-date", f"{shown(raw)} is not a day.", _DATE_HINT)
    raise ValueProblem("wrong-type", f"A date belongs here, not {shown(raw)}.", _DATE_HINT)


def parse_seller(raw: object) -> str:
    """The name of a seller in one line; ValueProblem where it is none."""
    if raw is None:
        raise ValueProblem("missing-key", "`seller` is missing.", 'Write seller = "name of the firm" at the top.')
    return " ".join(parse_text(raw, MAX_SELLER).split())


def parse_wave(raw: object) -> str:
    """A quarter such as `2026-Q4`; ValueProblem where it is none."""
    if not isinstance(raw, str) or not _WAVE.fullmatch(raw):
        raise ValueProblem("bad-wave", f"{shown(raw)} is not a quarter.", "Write it as 2026-Q4.")
    return raw


HEAD_VALUES: Mapping[str, Callable[[object], object]] = MappingProxyType(
    {"seller": parse_seller, "wave": parse_wave, "as_of": parse_date}
)
"""What stands above the answers -> how it is read."""


def _text(_item: Item, raw: object) -> str:
    return parse_text(raw, MAX_TEXT)


def parse_text(raw: object, limit: int) -> str:
    """The text in the usual form of its characters (NFC), without space around it; at most `limit` characters."""
    if not isinstance(raw, str):
        raise ValueProblem("wrong-type", f"A text in quotes belongs here, not {shown(raw)}.")
    if len(raw) > limit:  # before anything else looks at it
        raise ValueProblem("too-long", f"The text has {len(raw)} characters; {limit} are allowed.", "Shorten it.")
    fault = control_fault(raw)
    if fault is not None:
        raise ValueProblem(fault.code, fault.message, fault.hint)
    text = unicodedata.normalize("NFC", raw.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if not text:
        raise ValueProblem("empty-text", "The text is empty.", "Write something, or leave the key out.")
    return text


_PARSERS: dict[str, Callable[[Item, object], Value]] = {
    "scale": _option,
    "choice": _option,
    "multi": _options,
    "number": _number,
    "date": _date,
    "text": _text,
}
