"""What was said: responses, and the reasons why one is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Value = str | float | tuple[str, ...] | dt.date
"""An answer: option id (scale, choice), option ids in the order of the item (multi), number, date or text."""


class Missing(StrEnum):
    """Why there is no answer."""

    NOT_REACHED = "not_reached"
    OFF_ROUTE = "off_route"
    DONT_KNOW = "dont_know"
    DECLINED = "declined"


Response = Value | Missing

SAYABLE = (Missing.DONT_KNOW, Missing.DECLINED)
"""The reasons that a seller can give; the other two follow from the route."""


@dataclass(frozen=True, slots=True)
class ResponseSet:
    """All responses of one seller in one wave.

    Attributes:
        seller: the seller's name, as typed.
        responses: item id -> response; an item that is not here was not reached.
        wave: label such as `2026-Q4`; empty where none was given.
        as_of: the day of which the answers tell, where it was given.
    """

    seller: str
    responses: Mapping[str, Response] = field(default_factory=dict)
    wave: str = ""
    as_of: dt.date | None = None

    def with_responses(self, changes: Mapping[str, Response]) -> ResponseSet:
        """The same set with some responses replaced or added."""
        return ResponseSet(self.seller, {**self.responses, **changes}, self.wave, self.as_of)
