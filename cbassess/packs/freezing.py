"""A pack as bytes, and back, without reading it anew.

The bytes name nouns and hold values. Reading them makes nothing but the nouns of a pack and dates, whatever they are.
"""

from __future__ import annotations

import datetime as dt
import io
import pickle
from collections.abc import Mapping
from typing import Any

from cbassess.model import expressions, instrument, rulebook
from cbassess.model.base import Noun
from cbassess.model.expressions import Expression
from cbassess.model.instrument import Instrument
from cbassess.model.rulebook import Rulebook

Parts = tuple[Instrument, Rulebook, Mapping[str, Expression]]

_MODULES = {module.__name__: module for module in (expressions, instrument, rulebook)}


def frozen(parts: Parts) -> bytes:
    """The parts of a pack as bytes."""
    return pickle.dumps(parts, pickle.HIGHEST_PROTOCOL)


def thawed(content: bytes) -> Parts | None:
    """The parts that the bytes are; None where they are none."""
    try:
        instrument_, rulebook_, conditions = _Thawer(io.BytesIO(content)).load()
    except Exception:
        return None
    if isinstance(instrument_, Instrument) and isinstance(rulebook_, Rulebook) and isinstance(conditions, dict):
        return instrument_, rulebook_, conditions
    return None


_PUT_TOGETHER = ("msgspec._utils", "rebuild")
"""The name under which msgspec pickles what makes a Struct from its named fields."""


def _put_together(noun: type[Noun], values: Mapping[str, Any]) -> Noun:
    return noun(**values)


class _Thawer(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """Only nouns of a pack, what puts those together whose fields must be named, and dates."""
        if (module, name) == ("datetime", "date"):
            return dt.date
        if (module, name) == _PUT_TOGETHER:
            return _put_together
        found = vars(_MODULES[module])[name]
        if isinstance(found, type) and found.__module__ == module:
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is no noun of a pack")
