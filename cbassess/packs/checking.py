"""Everything that can be said about a pack: problems of loading, of content, of translations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

from cbassess.errors import PackError, Problem
from cbassess.model.pack import Pack
from cbassess.packs.checks import (
    constant_conditions,
    contraindications,
    gaps,
    sources,
    stale_facts,
    unused_items,
    useless_actions,
)
from cbassess.packs.checks.spots import Spots
from cbassess.packs.loading import load
from cbassess.packs.translating import translate_all

Check = Callable[[Pack, Spots, dt.date], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    constant_conditions.check,
    contraindications.check,
    gaps.check,
    sources.check,
    stale_facts.check,
    unused_items.check,
    useless_actions.check,
)


def check_pack(folder: Path, as_of: dt.date | None = None) -> tuple[Problem, ...]:
    """All problems of the pack in `folder`, errors and warnings, sorted.

    Content is only looked at once the pack loads. `as_of` is the day on which dated facts must not be
    stale; today where it is left out.
    """
    try:
        loaded = load(folder)
    except PackError as error:
        return error.problems
    if loaded.pack is None:
        return loaded.problems
    day = as_of or dt.datetime.now().astimezone().date()
    spots = Spots.of(loaded.draft)
    problems = [problem for check in CHECKS for problem in check(loaded.pack, spots, day)]
    for language in loaded.pack.instrument.languages:
        if language != "en":
            problems += translate_all(loaded.shelf, language)[1]
    return tuple(sorted({*loaded.problems, *problems}))
