"""The rulebook: how answers are judged, and what is advised."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from cbassess.model.base import ConditionText, Id, Limits, LongId, Noun, Rows, SourceId, Text, Title, Version

Confidence = Literal["high", "medium", "low", "unconfirmed"]
Direction = Literal["import", "export"]
Currency = Annotated[str, Limits(pattern=r"^[A-Z]{3}$")]
Achieved = str | int | float
HoursRange = Annotated[tuple[float, float], Limits(strict=False)]


class Source(Noun, kw_only=True):
    """Where a fact comes from, and how far it can be trusted. `says` is the fact it is used for."""

    id: SourceId
    title: Title
    publisher: Title
    where: Annotated[str, Limits(max_length=500)] = ""
    year: Annotated[int | None, Limits(ge=1900, le=2200)] = None
    confidence: Confidence
    says: Text


class DatedFact(Noun, kw_only=True):
    """An entry of the calendar: something that starts or ends on a day.

    Attributes:
        from_: first day of effect (`from` in the file).
        also: later days on which it falls again, such as the dates of a yearly season.
        until: last day of effect, where there is one.
        stale_after: day after which the entry must be looked at again.
        when: whom it concerns; whoever takes the step that names it, where it is left out.
        if_late: what happens to a seller who is not ready on the day.
    """

    id: SourceId
    title: Title
    from_: dt.date
    also: Rows[dt.date] = ()
    until: dt.date | None = None
    confidence: Confidence
    stale_after: dt.date
    when: ConditionText | None = None
    sources: Rows[SourceId] = ()
    note: Text
    if_late: Text | None = None

    @property
    def days(self) -> tuple[dt.date, ...]:
        """All days on which it falls, earliest first."""
        return (self.from_, *self.also)


class Signal(Noun):
    """A sign that a trend concerns the seller. `weight` is its share of the relevance."""

    when: ConditionText
    weight: Annotated[float, Limits(gt=0, le=100)]
    because: Text


class Indicator(Noun):
    """One item's contribution to one trend's readiness.

    A scale counts evenly from 0 to 1 unless `levels` gives each option's value. A number counts
    linearly from `worst` (0) to `best` (1), clamped; worst > best where less is better.
    """

    item: LongId
    weight: Annotated[float, Limits(gt=0, le=100)]
    because: Text | None = None
    levels: dict[str, Annotated[float, Limits(ge=0, le=1)]] | None = None
    worst: float | None = None
    best: float | None = None


class Contraindication(Noun):
    """When an action would be wrong advice, and why."""

    when: ConditionText
    because: Text


class BandLift(Noun):
    """A condition under which an action stands in another band for this seller."""

    when: ConditionText
    band: Id
    because: Text


class Cost(Noun):
    """Money in native currency, from `min` to `max`, own hours not counted."""

    min: Annotated[float, Limits(ge=0)]
    max: Annotated[float, Limits(ge=0)]
    currency: Currency


class Action(Noun, kw_only=True):
    """Advice: a transition between answers.

    Attributes:
        achieves: item -> the answer that the seller could give once it is done ("at least this" on a
            scale or number, exactly this on a choice).
        requires: actions to be done first; one that is satisfied or does not apply is no obstacle.
        effort_hours: the seller's own hours, (least, most).
        lead_weeks: calendar weeks from start to the proof, (least, most).
        practice: judgement without a source.
    """

    id: Id
    trend: Id
    title: Title
    why: Text
    steps: Rows[Text]
    achieves: dict[str, Achieved]
    applies_when: ConditionText | None = None
    contraindications: Rows[Contraindication] = ()
    requires: Rows[Id] = ()
    band: Id
    band_when: Rows[BandLift] = ()
    effort_hours: HoursRange
    cost: Cost
    lead_weeks: HoursRange
    dates: Rows[SourceId] = ()
    proof: Text
    sources: Rows[SourceId] = ()
    practice: bool = False


class Trend(Noun):
    """A named industry trend: when it concerns a seller, what readiness is made of, what helps."""

    id: Id
    title: Title
    direction: Direction
    summary: Text
    why: Text
    applies_when: ConditionText
    signals: Rows[Signal]
    indicators: Rows[Indicator]
    actions: Rows[Action]


class Fact(Noun):
    """A named condition. `phrase` is how it reads in a reason, such as "you sell abroad"."""

    id: Id
    when: ConditionText
    phrase: Text


class Band(Noun):
    """A rung of the priority order; the rulebook lists them most urgent first."""

    id: Id
    title: Title
    meaning: Text


class Level(Noun):
    """A named range of readiness that starts at `from_` points (`from` in the file)."""

    id: Id
    title: Title
    from_: Annotated[float, Limits(ge=0, le=100)]
    meaning: Text


class Policy(Noun):
    """How a "don't know" counts: as the weakest answer, or as unknown."""

    dont_know: Literal["weakest", "unknown"] = "weakest"


class PlanRules(Noun):
    """What a plan must respect: which items give hours and money, and how many steps run at once.

    Attributes:
        blocking_bands: bands without which the trade is not lawful; no step of an expansion band
            starts before the blocking steps of its trend are done.
        least_cost_bands: bands whose steps are booked at the lower end of their cost, because they cannot
            wait and can start with one product or one class; all others are booked at the middle.
    """

    hours_per_week: LongId
    budget: LongId
    budget_months: Annotated[float, Limits(gt=0)]
    currency: Currency
    quarters: Annotated[int, Limits(ge=1, le=12)]
    default_hours: Annotated[float, Limits(gt=0)]
    few_hours: Annotated[float, Limits(ge=0)]
    steps_with_few_hours: Annotated[int, Limits(ge=1)]
    steps_at_once: Annotated[int, Limits(ge=1)]
    blocking_bands: Rows[Id] = ()
    expansion_bands: Rows[Id] = ()
    least_cost_bands: Rows[Id] = ()


class CompareRules(Noun):
    """When two waves are alike enough for one overall figure: least share of items asked in both."""

    headline_needs_shared: Annotated[float, Limits(ge=0, le=1)] = 0.7


class TimeCriticality(Noun):
    """Points for a date that lies ahead: all of them on the day, none `horizon_days` before it."""

    horizon_days: Annotated[float, Limits(gt=0)]
    points: Annotated[float, Limits(ge=0)]


class Rates(Noun):
    """Exchange rates: units of `base` for one unit of a currency."""

    base: Currency
    as_of: dt.date
    note: Text
    per_unit: dict[Currency, Annotated[float, Limits(gt=0)]]


class AcceptedGap(Noun, kw_only=True):
    """A weak answer that no advice lifts, as the authors know: all answers below `below`, and why.

    Attributes:
        when: the sellers for whom that is so; all of them, where it is left out.
        moved_by: actions that move it all the same, as far as it can be moved.
        per_quarter: how much of `unit` they are assumed to move it in a quarter; None where only time does.
    """

    item: LongId
    below: str | int | float
    when: ConditionText | None = None
    because: Text
    moved_by: Rows[Id] = ()
    per_quarter: Annotated[float | None, Limits(gt=0)] = None
    unit: Title | None = None


class Vignette(Noun, kw_only=True):
    """A worked case: answers, the first steps that an adviser expects, and steps that must not appear."""

    id: Id
    title: Title
    story: Text
    as_of: dt.date
    answers: dict[str, dict[str, object]]
    expect_first: Rows[Id]
    forbid: Rows[Id] = ()
    because: Text


class Rulebook(Noun, kw_only=True):
    """All rules of a pack."""

    title: Title
    version: Version
    policy: Policy
    plan: PlanRules
    compare: CompareRules = CompareRules()
    time_criticality: TimeCriticality
    rates: Rates
    bands: Rows[Band]
    levels: Rows[Level]
    facts: Rows[Fact]
    trends: Rows[Trend]
    sources: Rows[Source]
    calendar: Rows[DatedFact]
    accepted_gaps: Rows[AcceptedGap] = ()
    vignettes: Rows[Vignette] = ()

    @property
    def actions(self) -> tuple[Action, ...]:
        """All actions, trend by trend."""
        return tuple(action for trend in self.trends for action in trend.actions)
