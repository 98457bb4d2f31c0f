"""What must be true of `replaces`: it names what is gone, and nothing is replaced twice.

Else nobody could tell to which question, or to which option, an earlier answer belongs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cbassess.errors import Problem
from cbassess.packs.documents import Spot
from cbassess.packs.drafting import Draft
from cbassess.packs.quoting import shown

Claims = Iterable[tuple[str, Spot]]


def check_replaces(draft: Draft) -> Iterator[Problem]:
    """Problems of `replaces`, of items among each other and of the options of each item."""
    rows = [(placed.noun, placed.spot) for placed in draft.items]
    claims = [(old, spot / "replaces" / place) for item, spot in rows for place, old in enumerate(item.replaces)]
    yield from _clashes(claims, frozenset(item.id for item, _ in rows), "item")
    for item, spot in rows:
        options = [
            (old, spot / "options" / index / "replaces" / place)
            for index, option in enumerate(item.options)
            for place, old in enumerate(option.replaces)
        ]
        yield from _clashes(options, frozenset(item.option_ids), "option")


def _clashes(claims: Claims, living: frozenset[str], what: str) -> Iterator[Problem]:
    claimed: set[str] = set()
    for old, spot in claims:
        if old in living:
            message = f"{shown(old)} is still an {what} here, so nothing can replace it."
            yield spot.problem("replaces-clash", message, "Name only ids that are gone.")
        elif old in claimed:
            message = f"{shown(old)} is replaced twice."
            yield spot.problem("replaces-clash", message, f"Leave it to the {what} that is nearest in meaning.")
        claimed.add(old)
