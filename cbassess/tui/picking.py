"""Which steps of the plan are shown: a choice of trends, bands, statuses and owners."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from cbassess.model.plan import Step
from cbassess.model.work import StepProgress

Kind = Literal["trend", "band", "status", "owner"]
KINDS: tuple[Kind, ...] = ("trend", "band", "status", "owner")
LATE = "late"
"""Beside the four statuses: begun or not, and past its day."""


class Tagged(Struct, frozen=True):
    """A step with all by which it can be picked."""

    step: Step
    tags: Mapping[Kind, frozenset[str]]

    @classmethod
    def of(cls, step: Step, trend: str, work: StepProgress | None, today: dt.date) -> Tagged:
        """Its own trend and those that it brings points to, its band, its status and whether it is late, its owner."""
        status = {work.status if work else "open"} | ({LATE} if work and work.overdue(today) else set())
        trends = {trend, *(one for one, points in step.gain.items() if round(points, 1))}
        owner = work.owner if work else ""
        return cls(
            step,
            {
                "trend": frozenset(trends),
                "band": frozenset({step.band}),
                "status": frozenset(status),
                "owner": frozenset({owner}),
            },
        )


class Picked(Struct, frozen=True):
    """What was picked, kind by kind; of a kind of which nothing was, everything is shown."""

    tags: Mapping[Kind, frozenset[str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any(self.tags.values())

    def has(self, kind: Kind, tag: str) -> bool:
        """Whether a tag was picked."""
        return tag in self.tags.get(kind, frozenset())

    def turned(self, kind: Kind, tag: str) -> Picked:
        """With a tag picked, or not picked any more."""
        return Picked({**self.tags, kind: self.tags.get(kind, frozenset()) ^ {tag}})

    def shows(self, tagged: Tagged) -> bool:
        """Whether a step is shown: of every kind, something of it was picked or nothing was."""
        return all(not self.tags.get(kind) or self.tags[kind] & tagged.tags[kind] for kind in KINDS)
