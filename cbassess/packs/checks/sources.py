"""Advice rests on a source or says that it is judgement; and every source is there for something."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cbassess.errors import Problem
from cbassess.model.pack import Pack
from cbassess.packs.checks.spots import Spots


def check(pack: Pack, spots: Spots, _as_of: dt.date) -> Iterator[Problem]:
    """An action without a source that is not practice; a source that nobody cites."""
    cited = {source for dated in pack.rulebook.calendar for source in dated.sources}
    for action in pack.actions.values():
        cited.update(action.sources)
        if not action.sources and not action.practice:
            message = "The action cites no source and does not say that it is practice."
            yield (spots.actions[action.id] / "sources").problem("no-source", message)
    for source in pack.sources:
        if source not in cited:
            yield spots.sources[source].problem("unused-source", f"Nothing cites {source}.")
