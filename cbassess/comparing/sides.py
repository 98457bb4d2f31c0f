"""A wave with all that is needed to judge it under any pack at hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct, field

from cbassess.carrying.translating import responses_under
from cbassess.model.assessment import Assessment
from cbassess.model.comparison import WaveStamp
from cbassess.model.pack import Pack
from cbassess.model.responses import Response
from cbassess.model.work import StepWork


class Side(Struct, frozen=True):
    """One of the waves that are compared.

    Attributes:
        responses: the answers as they were given.
        pack: the pack under which they were given; None where it is not at hand.
        seen: the assessment under that pack, as the seller saw it; under today's where it is not at hand.
        work: what had been noted about steps, action id -> step, at the end of the wave.
    """

    stamp: WaveStamp
    responses: Mapping[str, Response]
    pack: Pack | None
    seen: Assessment
    work: Mapping[str, StepWork] = field(default_factory=dict)

    @property
    def as_of(self) -> dt.date:
        """The day of which the answers tell."""
        return self.stamp.as_of

    def under(self, pack: Pack) -> dict[str, Response]:
        """The answers as another pack reads them."""
        return responses_under(pack.items, self.responses, self.pack.items if self.pack else None)
