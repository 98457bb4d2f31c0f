"""The history as front ends see it: sellers by name, waves by label."""

from __future__ import annotations

import datetime as dt
import itertools

from cbassess.errors import UsageError
from cbassess.model.assessment import Assessment
from cbassess.model.comparison import Comparison
from cbassess.model.history import Seller, Wave
from cbassess.model.pack import Pack
from cbassess.model.quarters import quarter_of
from cbassess.model.responses import ResponseSet
from cbassess.workflow.assessing import Recorded, assess, compare
from cbassess.workflow.interview import Interview
from cbassess.workflow.opened import OpenHistory


class Records(OpenHistory):
    """The waves on this machine: answered, imported, assessed, compared."""

    def sellers(self) -> tuple[Seller, ...]:
        """All sellers by name, without those that are archived."""
        return tuple(seller for seller in self._history.sellers() if not seller.archived)

    def waves(self, seller_name: str | None = None) -> tuple[Wave, ...]:
        """Waves of a seller, or of all that are not archived, oldest first; UsageError for an unknown seller."""
        if seller_name is None:
            return tuple(wave for wave in self._history.waves() if not wave.seller.archived)
        return self._history.waves(self._seller(seller_name).id)

    def find_wave(self, seller_name: str, label: str | None = None) -> Wave:
        """The wave with this label, or the latest; UsageError names those that there are."""
        waves = self.waves(seller_name)
        fitting = [wave for wave in waves if label is None or wave.label == label]
        if fitting:
            return fitting[-1]
        labels = ", ".join(dict.fromkeys(wave.label for wave in waves)) or "none yet"
        raise UsageError(
            seller_name, "unknown-wave", f"There is no wave {label or ''}".rstrip() + ".", f"There are: {labels}."
        )

    def start(self, seller_name: str, pack: Pack, as_of: dt.date, now: dt.datetime) -> Wave:
        """A new wave for a seller, labelled by the quarter of `as_of`.

        It starts with the answers of the seller's last wave, so that only what changed has to be said
        again. A second wave in one quarter is labelled `2026-Q4-2`, and so on.
        """
        with self._history.together():
            seller = self._history.add_seller(seller_name)
            earlier = self._history.waves(seller.id)
            wave = self._start(seller, _free_label(quarter_of(as_of), earlier), pack, as_of, now)
            if earlier:
                known = self._history.responses(earlier[-1].id)
                carried = {item: response for item, response in known.items() if item in pack.items}
                self._history.save_responses(wave.id, carried, now)
            return self._history.wave(wave.id)

    def import_answers(
        self, pack: Pack, responses: ResponseSet, seller_name: str, label: str | None, now: dt.datetime
    ) -> Wave:
        """The answers of a file as a wave of their own, saved whole or not at all.

        UsageError where the seller has a wave of that label already: nothing is written over.
        """
        as_of = responses.as_of or now.date()
        label = label or responses.wave or quarter_of(as_of)
        with self._history.together():
            seller = self._history.add_seller(seller_name)
            if any(wave.label == label for wave in self._history.waves(seller.id)):
                raise UsageError(
                    seller_name,
                    "wave-exists",
                    f"There is a wave {label} already; nothing was written over it.",
                    "Give the answers another label with --wave.",
                )
            wave = self._start(seller, label, pack, as_of, now)
            self._history.save_responses(wave.id, responses.responses, now)
            return self._history.wave(wave.id)

    def recorded(self, wave: Wave) -> Recorded:
        """The answers of a wave, with the pack under which they were given."""
        responses = ResponseSet(wave.seller.name, self._history.responses(wave.id), wave.label, wave.as_of)
        return Recorded(responses, wave.pack_version, wave.pack_hash)

    def assessment(self, pack: Pack, wave: Wave) -> Assessment:
        """The wave assessed under `pack`, as of the day of the wave."""
        return assess(pack, self.recorded(wave).responses, wave.as_of)

    def since_last(self, pack: Pack, wave: Wave) -> Comparison | None:
        """How the wave compares with the seller's wave before it; None for the first."""
        waves = self._history.waves(wave.seller.id)
        before = [earlier for earlier, later in itertools.pairwise(waves) if later.id == wave.id]
        return compare(pack, self.recorded(before[0]), self.recorded(wave)) if before else None

    def interview(self, pack: Pack, wave: Wave) -> Interview:
        """The wave opened for answering, where the seller stopped."""
        return Interview(pack, wave, self._history)

    def _start(self, seller: Seller, label: str, pack: Pack, as_of: dt.date, now: dt.datetime) -> Wave:
        stamp = (pack.instrument.title, pack.instrument.version, pack.hash)
        return self._history.start_wave(seller, label, as_of, stamp, now)


def _free_label(quarter: str, waves: tuple[Wave, ...]) -> str:
    """The quarter, with a number from the second wave in it on."""
    taken = {wave.label for wave in waves}
    numbered = (f"{quarter}-{number}" for number in range(2, len(taken) + 3))
    return next(label for label in (quarter, *numbered) if label not in taken)
