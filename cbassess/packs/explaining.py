"""What pydantic found, in words for people who write packs."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cbassess.errors import Problem
from cbassess.model.base import Noun, key_of
from cbassess.model.checking import types_of
from cbassess.packs.documents import Spot
from cbassess.packs.faults import Fault
from cbassess.packs.locating import Path
from cbassess.packs.quoting import nearest, shown

MAX_EXPLAINED = 50
CONDITION_KEYS = ("when", "ask_when", "applies_when")

_TYPES: dict[str, str] = {
    "string_type": "a text in quotes",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "float_type": "a number",
    "date_type": "a date such as 2026-11-30, without quotes",
    "tuple_type": "a list in [ ]",
    "list_type": "a list in [ ]",
    "dict_type": "a table",
    "model_type": "a table",
    "model_attributes_type": "a table",
}

# Pattern of the model -> code, and what the pattern means.
_PATTERNS: dict[str, tuple[str, str]] = {
    r"^\d+\.\d+\.\d+$": ("bad-value", "A version is three numbers with points, such as 1.0.0."),
    r"^[A-Z]{3}$": ("bad-value", "A currency is three capital letters, such as CNY."),
    r"^[a-z][a-z0-9_]*$": ("bad-id", "An id has lower-case letters, digits and `_`, and starts with a letter."),
    r"^[a-z0-9][a-z0-9_-]*$": ("bad-id", "An id has lower-case letters, digits, `_` and `-`."),
    r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$": ("bad-id", "An item is named section.item, in lower-case letters."),
}

_BOUNDS: dict[str, tuple[str, str]] = {
    "greater_than": ("gt", "more than"),
    "greater_than_equal": ("ge", "at least"),
    "less_than": ("lt", "less than"),
    "less_than_equal": ("le", "at most"),
}


def explain(error: ValidationError, spot: Spot, raw: Mapping[str, Any], model: type[Noun]) -> list[Problem]:
    """One problem for each wrong value, at most MAX_EXPLAINED.

    `raw` is what stands at `spot` and did not fit `model`.
    """
    by_path: dict[Path, list[ErrorDetails]] = {}
    for detail in error.errors(include_url=False):
        by_path.setdefault(_path_in(raw, detail), []).append(detail)
    return [_problem(spot, path, details, model) for path, details in islice(by_path.items(), MAX_EXPLAINED)]


def _path_in(raw: object, detail: ErrorDetails) -> Path:
    """The part of pydantic's path that names a place in the data; the rest names branches of a union."""
    path: Path = ()
    here = raw
    for step in detail["loc"]:
        if isinstance(here, Mapping | list) and _has(here, step):
            here = here[step]  # type: ignore[index]  # _has looked
            path = (*path, step)
        else:
            missing = detail["type"] == "missing" and step == detail["loc"][-1]
            return (*path, step) if missing else path
    return path


def _has(here: Mapping[object, object] | list[object], step: object) -> bool:
    return isinstance(step, int) and step < len(here) if isinstance(here, list) else step in here


def _problem(spot: Spot, path: Path, details: list[ErrorDetails], model: type[Noun]) -> Problem:
    place = spot
    for step in path:
        place = place / step
    return place.fault(_fault(path, details, model))


def _fault(path: Path, details: list[ErrorDetails], model: type[Noun]) -> Fault:
    detail = details[0]
    context: dict[str, Any] = detail.get("ctx", {})
    given = detail["input"]
    match detail["type"]:
        case kind if kind in _TYPES:
            return _wrong_type(details)
        case kind if kind in _BOUNDS:
            key, words = _BOUNDS[kind]
            return Fault("bad-value", f"This must be {words} {context[key]:g}, not {shown(given)}.")
        case "extra_forbidden":
            return _unknown_key(path, model)
        case "missing":
            return _missing(path)
        case "literal_error":
            return Fault("bad-value", f"This must be {context['expected']}, not {shown(given)}.")
        case "string_pattern_mismatch":
            code, meaning = _PATTERNS.get(context["pattern"], ("bad-value", ""))
            return Fault(code, f"{shown(given)} cannot be used here.", meaning)
        case "string_too_short":
            return Fault("empty-text", "This text is empty.")
        case "string_too_long" | "too_long":
            code = "condition-too-long" if path[-1] in CONDITION_KEYS else "too-long"
            unit = "characters" if isinstance(given, str) else "entries"
            return Fault(code, f"This has {len(given)} {unit}; {context['max_length']} are allowed.")
        case "finite_number":
            return Fault("not-finite", "This must be an ordinary number.")
    return Fault("bad-value", f"{shown(given)} cannot be used here.")


def _wrong_type(details: list[ErrorDetails]) -> Fault:
    # A value that may be one of several types has one entry for each of them.
    wanted = dict.fromkeys(_TYPES[detail["type"]] for detail in details if detail["type"] in _TYPES)
    return Fault("wrong-type", f"This must be {' or '.join(wanted)}, not {shown(details[0]['input'])}.")


def _missing(path: Path) -> Fault:
    if isinstance(path[-1], int):
        return Fault("too-few", "Two numbers belong here: [least, most].")
    return Fault("missing-key", f"`{path[-1]}` is missing.")


def _unknown_key(path: Path, model: type[Noun]) -> Fault:
    key = str(path[-1])
    return Fault("unknown-key", f"{shown(key)} is not a key here.", nearest(key, _known_keys(model, path[:-1])))


def _known_keys(model: type[Noun], path: Path) -> list[str]:
    """The keys of the noun at a path below `model`."""
    for step in path:
        model = _noun_in(types_of(model).get(str(step))) or model
    return [key_of(name) for name in model.__struct_fields__]


def _noun_in(annotation: object) -> type[Noun] | None:
    if isinstance(annotation, type) and issubclass(annotation, Noun):
        return annotation
    return next((noun for part in get_args(annotation) if (noun := _noun_in(part))), None)
