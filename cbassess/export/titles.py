"""Titles by id, as far as a document carries them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from cbassess.model.assessment import Assessment
from cbassess.model.evaluation import NotNow
from cbassess.model.plan import Step, Unplaced
from cbassess.words import Words


class Titles(Struct, frozen=True):
    """What ids are called. An id without a title in the document stands for itself."""

    trends: Mapping[str, str]
    bands: Mapping[str, str]
    actions: Mapping[str, str]

    @classmethod
    def of(cls, document: Assessment) -> Titles:
        """The titles that the document carries."""
        named: tuple[Step | Unplaced | NotNow, ...] = (*document.plan, *document.unplaced, *document.not_now)
        return cls(
            trends={trend.id: trend.title for trend in document.trends},
            bands={band.id: band.title for band in document.bands},
            actions={entry.action: entry.title for entry in named},
        )

    def trend(self, trend_id: str) -> str:
        """Title of a trend."""
        return self.trends.get(trend_id, trend_id)

    def band(self, band_id: str) -> str:
        """Title of a band."""
        return self.bands.get(band_id, band_id)

    def action(self, action_id: str) -> str:
        """Title of an action."""
        return self.actions.get(action_id, action_id)

    def known_actions(self, action_ids: Iterable[str], words: Words) -> Iterator[str]:
        """Titles of actions, and the number of those that the document does not name."""
        ids = list(action_ids)
        named = [self.actions[action] for action in ids if action in self.actions]
        yield from named
        if len(named) < len(ids):
            yield words("{count} not in it yet").format(count=len(ids) - len(named))
