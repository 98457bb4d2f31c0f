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
    reasons,
    sources,
    stale_facts,
    unused_items,
    useless_actions,
)
from cbassess.packs.checks.spots import Spots
from cbassess.packs.loading import Loaded, load
from cbassess.packs.originals import outdated
from cbassess.packs.reading import version_problems
from cbassess.packs.translating import translate_all

Check = Callable[[Pack, Spots, dt.date], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    constant_conditions.check,
    contraindications.check,
    gaps.check,
    reasons.check,
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
    problems = list(loaded.problems)
    if loaded.pack is not None:
        problems += _content(loaded, loaded.pack, as_of or dt.datetime.now().astimezone().date())
    for document in loaded.shelf.documents:
        problems += version_problems(document)
    return tuple(sorted(set(problems)))


def _content(loaded: Loaded, pack: Pack, as_of: dt.date) -> Iterator[Problem]:
    spots = Spots.of(loaded.draft)
    for check in CHECKS:
        yield from check(pack, spots, as_of)
    for language in sorted({*pack.instrument.languages, *loaded.languages_begun} - {"en"}):
        yield from translate_all(loaded.shelf, language)[1]
        yield from outdated(loaded.shelf, language)
