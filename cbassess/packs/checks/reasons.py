"""Every weight has a reason that a reader can argue with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cbassess.errors import Problem
from cbassess.model.pack import Pack
from cbassess.packs.checks.spots import Spots


def check(pack: Pack, spots: Spots, _as_of: dt.date) -> Iterator[Problem]:
    """An indicator without `because`; signals cannot be without."""
    for trend in pack.rulebook.trends:
        for indicator in trend.indicators:
            if indicator.because is None:
                message = f"{indicator.item} has weight {indicator.weight:g} and no word why."
                yield spots.indicators[trend.id, indicator.item].problem("weight-without-reason", message)
