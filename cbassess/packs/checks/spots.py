"""Where the nouns of a pack stand in its files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from cbassess.packs.condition_rules import places_of_conditions
from cbassess.packs.documents import Spot
from cbassess.packs.drafting import Draft


class Spots(Struct, frozen=True):
    """Places by id. `indicators` by trend and item, `contradictions` by condition; `trends` are their documents.

    `accepted_gaps` stand in their order.
    """

    items: Mapping[str, Spot]
    trends: Mapping[str, Spot]
    indicators: Mapping[tuple[str, str], Spot]
    actions: Mapping[str, Spot]
    sources: Mapping[str, Spot]
    calendar: Mapping[str, Spot]
    facts: Mapping[str, Spot]
    contradictions: Mapping[str, Spot]
    accepted_gaps: tuple[Spot, ...]
    conditions: tuple[tuple[Spot, str], ...]

    @classmethod
    def of(cls, draft: Draft) -> Spots:
        """The places of all nouns of a draft."""
        return cls(
            items={placed.noun.id: placed.spot for placed in draft.items},
            trends={trend: rows.head.spot for trend, rows in draft.trends.items() if rows.head},
            indicators=dict(_indicators(draft)),
            actions={placed.noun.id: placed.spot for placed in draft.actions},
            sources={placed.noun.id: placed.spot for placed in draft.sources},
            calendar={placed.noun.id: placed.spot for placed in draft.calendar},
            facts={placed.noun.id: placed.spot for placed in draft.facts},
            contradictions={placed.noun.when: placed.spot for placed in draft.contradictions},
            accepted_gaps=tuple(placed.spot for placed in draft.accepted_gaps),
            conditions=tuple(places_of_conditions(draft)),
        )


def _indicators(draft: Draft) -> Iterator[tuple[tuple[str, str], Spot]]:
    for trend, rows in draft.trends.items():
        for placed in rows.indicators:
            yield (trend, placed.noun.item), placed.spot
