"""Documents -> nouns with their places; what does not fit is left out with a problem."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field

from cbassess.errors import Problem
from cbassess.model.instrument import Contradiction, Item
from cbassess.model.rulebook import (
    AcceptedGap,
    Action,
    Band,
    CompareRules,
    DatedFact,
    Fact,
    Indicator,
    Level,
    PlanRules,
    Policy,
    Rates,
    Source,
    TimeCriticality,
    Vignette,
)
from cbassess.packs.documents import Document
from cbassess.packs.shapes import InstrumentHead, RulebookHead, SectionHead, TrendHead
from cbassess.packs.shaping import Names, Placed, Raw, Shaper

INSTRUMENT = "questions/instrument.toml"
RULEBOOK = "rules/rulebook.toml"
SOURCES = "rules/sources.toml"
CALENDAR = "rules/calendar.toml"
VIGNETTES = "rules/vignettes/"

Find = Callable[[str], Document | None]
"""File name -> document; None, with a problem kept, where there is none."""


class TrendDraft(Struct):
    """The rows of one trend's file. `head` is None where the head is wrong."""

    head: Placed[TrendHead] | None = None
    indicators: list[Placed[Indicator]] = field(default_factory=list)
    actions: list[Placed[Action]] = field(default_factory=list)


class Draft(Struct):
    """All that could be read of a pack: nouns that are right by themselves, in the order of the files.

    Attributes:
        sections, trends: id (which is the file's name) -> what stands in it.
        names: kind -> the ids that the files give, also those of nouns that are left out.
        problems: what is wrong with the shape of what was left out.
    """

    instrument: Placed[InstrumentHead] | None = None
    contradictions: list[Placed[Contradiction]] = field(default_factory=list)
    sections: dict[str, Placed[SectionHead] | None] = field(default_factory=dict)
    items: list[Placed[Item]] = field(default_factory=list)
    items_by_id: dict[str, Item] = field(default_factory=dict)
    rulebook: Placed[RulebookHead] | None = None
    policy: Placed[Policy] | None = None
    plan: Placed[PlanRules] | None = None
    compare: Placed[CompareRules] | None = None
    time_criticality: Placed[TimeCriticality] | None = None
    rates: Placed[Rates] | None = None
    bands: list[Placed[Band]] = field(default_factory=list)
    levels: list[Placed[Level]] = field(default_factory=list)
    facts: list[Placed[Fact]] = field(default_factory=list)
    accepted_gaps: list[Placed[AcceptedGap]] = field(default_factory=list)
    trends: dict[str, TrendDraft] = field(default_factory=dict)
    sources: list[Placed[Source]] = field(default_factory=list)
    calendar: list[Placed[DatedFact]] = field(default_factory=list)
    vignettes: list[Placed[Vignette]] = field(default_factory=list)
    names: dict[str, Names] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def named(self, kind: str) -> Names:
        """The ids of one kind: item, fact, action, band, level, source, date."""
        return self.names.setdefault(kind, Names())

    @property
    def indicators(self) -> list[Placed[Indicator]]:
        """The indicators of all trends."""
        return [row for trend in self.trends.values() for row in trend.indicators]

    @property
    def actions(self) -> list[Placed[Action]]:
        """The actions of all trends."""
        return [row for trend in self.trends.values() for row in trend.actions]


def draft_pack(find: Find, vignettes: list[str]) -> Draft:
    """Read all files that the pack names, and the vignettes of these file names."""
    draft = Draft()
    _instrument(draft, find)
    for section in draft.instrument.noun.sections if draft.instrument else ():
        _section(draft, section, find)
    _rulebook(draft, find)
    for trend in draft.rulebook.noun.trends if draft.rulebook else ():
        _trend(draft, trend, find)
    _sources(draft, find)
    _calendar(draft, find)
    for name in vignettes:
        _vignette(draft, name, find)
    return draft


def _instrument(draft: Draft, find: Find) -> None:
    document = find(INSTRUMENT)
    if document is not None:
        shaper = Shaper(document, draft.problems)
        draft.contradictions = shaper.nouns("contradictions", Contradiction)
        draft.instrument = shaper.top(InstrumentHead)
    draft.named("item").complete = draft.instrument is not None


def _section(draft: Draft, section: str, find: Find) -> None:
    def with_section(row: Raw) -> Raw:
        return {**row, "id": f"{section}.{row['id']}"} if isinstance(row.get("id"), str) else row

    document = find(f"questions/{section}.toml")
    if document is None:
        draft.named("item").complete = False
        return
    shaper = Shaper(document, draft.problems)
    draft.sections[section] = shaper.table("section", SectionHead)
    shaper.require("items")
    for placed in shaper.nouns("items", Item, draft.named("item"), fill=with_section):
        draft.items.append(placed)
        draft.items_by_id.setdefault(placed.noun.id, placed.noun)
    shaper.close()


def _rulebook(draft: Draft, find: Find) -> None:
    document = find(RULEBOOK)
    if document is None:
        for kind in ("fact", "band", "action"):
            draft.named(kind).complete = False
        return
    shaper = Shaper(document, draft.problems)
    draft.policy = shaper.table("policy", Policy)
    draft.plan = shaper.table("plan", PlanRules)
    draft.compare = shaper.table("compare", CompareRules, required=False)
    draft.time_criticality = shaper.table("time_criticality", TimeCriticality)
    draft.rates = shaper.table("rates", Rates)
    for key in ("bands", "levels"):
        shaper.require(key)
    draft.bands = shaper.nouns("bands", Band, draft.named("band"))
    draft.levels = shaper.nouns("levels", Level, draft.named("level"))
    draft.facts = shaper.nouns("facts", Fact, draft.named("fact"))
    draft.accepted_gaps = shaper.nouns("accepted_gaps", AcceptedGap)
    draft.rulebook = shaper.top(RulebookHead)
    draft.named("action").complete &= draft.rulebook is not None


def _trend(draft: Draft, trend: str, find: Find) -> None:
    document = find(f"rules/{trend}.toml")
    if document is None:
        draft.named("action").complete = False
        return
    shaper = Shaper(document, draft.problems)
    rows = TrendDraft(shaper.table("trend", TrendHead))
    rows.indicators = shaper.nouns("indicators", Indicator)
    rows.actions = shaper.nouns("actions", Action, draft.named("action"), given={"trend": trend})
    draft.trends[trend] = rows
    shaper.close()


def _sources(draft: Draft, find: Find) -> None:
    document = find(SOURCES)
    draft.named("source").complete = document is not None
    if document is not None:
        shaper = Shaper(document, draft.problems)
        draft.sources = shaper.nouns("sources", Source, draft.named("source"))
        shaper.close()


def _calendar(draft: Draft, find: Find) -> None:
    document = find(CALENDAR)
    draft.named("date").complete = document is not None
    if document is not None:
        shaper = Shaper(document, draft.problems)
        draft.calendar = shaper.nouns("dates", DatedFact, draft.named("date"))
        shaper.close()


def _vignette(draft: Draft, name: str, find: Find) -> None:
    document = find(name)
    if document is None:
        return
    stem = name.removeprefix(VIGNETTES).removesuffix(".toml")
    vignette = Shaper(document, draft.problems).top(Vignette, given={"id": stem})
    if vignette is not None:
        draft.vignettes.append(vignette)
