"""Answers under a pack, routed and with the truth of every condition; the pack is compiled once."""

from __future__ import annotations

import contextlib
import datetime as dt
import marshal
from functools import lru_cache
from types import CodeType
from weakref import WeakSet

from cbassess import cache
from cbassess.engine.compiling import code_of
from cbassess.engine.situation import Ruling, Situation, situate
from cbassess.model.pack import Pack
from cbassess.model.responses import ResponseSet

_as_read: WeakSet[Pack] = WeakSet()
"""Packs that are what their hash says. One that was made from another, with a rule less, keeps its hash."""


def note_as_read(pack: Pack) -> None:
    """Say that a pack came from files as it is, so that its compiled conditions may be kept under its hash."""
    _as_read.add(pack)


@lru_cache(maxsize=4)
def ruling_of(pack: Pack) -> Ruling:
    """Conditions are compiled once per pack; a pack is known by identity."""
    return Ruling(pack, _kept_code(pack) if pack in _as_read else None)


def situation_of(pack: Pack, responses: ResponseSet, as_of: dt.date) -> Situation:
    """The seller's situation on a day."""
    return situate(ruling_of(pack), responses.responses, as_of)


def _kept_code(pack: Pack) -> CodeType:
    """The compiled conditions from the cache, else made and kept there."""
    key = cache.key_of("conditions", pack.hash)
    kept = cache.find(key)
    if kept is not None:
        with contextlib.suppress(ValueError, EOFError, TypeError):
            code = marshal.loads(kept)  # noqa: S302 - the cache takes only what nobody else can have written
            if isinstance(code, CodeType):
                return code
    code = code_of(pack)
    cache.keep(key, marshal.dumps(code))
    return code
