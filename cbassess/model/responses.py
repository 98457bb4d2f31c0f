"""What was said: responses, and the reasons why one is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

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


Origin = Literal["given", "confirmed", "carried"]
"""How an answer came into its wave: said in it, said earlier and confirmed in it, or brought along unasked."""


class Said(Struct, frozen=True):
    """Where an answer comes from.

    Attributes:
        on: the day on which the seller said it; carrying and confirming never change it.
        checked_on: the day on which the seller last said or confirmed it; its shelf life counts from here.
    """

    origin: Origin
    on: dt.date
    checked_on: dt.date

    @classmethod
    def given(cls, day: dt.date) -> Said:
        """Said on a day."""
        return cls("given", day, day)

    def confirmed(self, day: dt.date) -> Said:
        """The same answer, confirmed on a day."""
        return Said("confirmed", self.on, day)

    def carried(self) -> Said:
        """The same answer, brought along into another wave."""
        return Said("carried", self.on, self.checked_on)


class ResponseSet(Struct, frozen=True):
    """All responses of one seller in one wave.

    Attributes:
        seller: the seller's name, as typed.
        responses: item id -> response; an item that is not here was not reached.
        wave: label such as `2026-Q4`; empty where none was given.
        as_of: the day of which the answers tell, where it was given.
        said: item id -> where the response comes from; empty for answers that are in no history.
        hours_share: the part of the hours a week that what-if, goals and explanations count on, as `Pace.applied` gives
            it; None for all. It is no answer: nothing is judged by it.
    """

    seller: str
    responses: Mapping[str, Response] = field(default_factory=dict)
    wave: str = ""
    as_of: dt.date | None = None
    said: Mapping[str, Said] = field(default_factory=dict)
    hours_share: float | None = None

    def with_responses(self, changes: Mapping[str, Response]) -> ResponseSet:
        """The same set with some responses replaced or added."""
        return replace(self, responses={**self.responses, **changes})
