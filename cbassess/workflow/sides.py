"""One side of a what-if: an assessment, and what differs between two of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from cbassess.model.assessment import Assessment, ResponseEntry, TrendEntry
from cbassess.model.pack import Pack
from cbassess.model.responses import ResponseSet
from cbassess.model.what_if import AskedItem, StepPlace, TrendShift, TrendSide
from cbassess.workflow.assessing import assess
from cbassess.workflow.evaluating import evaluate


class Side(Struct, frozen=True):
    """The assessment of one side, and its actions that hang on an open answer."""

    assessment: Assessment
    undecided: tuple[str, ...]

    @classmethod
    def of(cls, pack: Pack, responses: ResponseSet, as_of: dt.date) -> Side:
        """The side of these answers."""
        assessment = assess(pack, responses, as_of, with_cures=False, hours_share=responses.hours_share)
        return cls(assessment, evaluate(pack, responses, as_of).pending)

    def places(self) -> dict[str, StepPlace]:
        """Every action that is anything to the seller -> where it stands."""
        document = self.assessment
        places = {action: StepPlace(state="undecided") for action in self.undecided}
        places |= {action: StepPlace(state="in_place") for action in document.in_place}
        places |= {one.action: StepPlace(state="not_now", because=one.because) for one in document.not_now}
        places |= {one.action: StepPlace(state="unplaced", because=(one.because,)) for one in document.unplaced}
        for step in document.plan:
            places[step.action] = StepPlace(state="planned", rank=step.rank, start=step.start, due=step.due)
        return places

    def entries(self) -> dict[str, ResponseEntry]:
        """Item id -> where it stands and what was said."""
        return {entry.item: entry for entry in self.assessment.responses}

    def place(self, action: str) -> StepPlace:
        """Where an action stands."""
        return self.places().get(action, StepPlace(state="not_advised"))

    def advised(self) -> dict[str, str]:
        """Actions that would help the seller, in the order of the plan, and those that do not fit -> their titles."""
        steps = {step.action: step.title for step in self.assessment.plan}
        return steps | {one.action: one.title for one in self.assessment.unplaced}


def trend_shifts(before: Side, after: Side) -> Iterator[TrendShift]:
    """The trends that may concern the seller on at least one side."""
    for old, new in zip(before.assessment.trends, after.assessment.trends, strict=True):
        if old.applies is not False or new.applies is not False:
            yield TrendShift(id=new.id, title=new.title, before=_trend_side(old), after=_trend_side(new))


def _trend_side(trend: TrendEntry) -> TrendSide:
    return TrendSide(applies=trend.applies, relevance=trend.relevance, readiness=trend.readiness, level=trend.level)


def asked_only(side: Side, other: Side, *, answered: bool = False) -> Iterator[AskedItem]:
    """Items that are asked on this side and not on the other; those without an answer only, unless `answered`."""
    there = other.entries()
    for item, entry in side.entries().items():
        asked, asked_there = (one.state not in ("off_route", "waiting") for one in (entry, there[item]))
        if asked and not asked_there and (answered or entry.state == "open"):
            yield AskedItem(item=item, stem=entry.stem)
