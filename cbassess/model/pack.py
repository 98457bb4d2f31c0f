"""A pack: instrument, rulebook and the typed tree of every condition in them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct, field

from cbassess.model.expressions import Expression
from cbassess.model.instrument import Instrument, Item
from cbassess.model.rulebook import Action, DatedFact, Rulebook, Source, Trend


class Pack(Struct, frozen=True, eq=False, dict=True, weakref=True):
    """Loaded and checked content.

    Attributes:
        conditions: condition text -> typed tree, for every condition of the pack, facts included.
        hash: hex digest of the files that it was read from.
        language: language of the texts.
        files: the bytes that it was read from, by name; empty where it was not read from files.
    """

    instrument: Instrument
    rulebook: Rulebook
    conditions: Mapping[str, Expression]
    hash: str
    language: str = "en"
    files: Mapping[str, bytes] = field(default_factory=dict)

    def __repr__(self) -> str:
        """By its name: its files are long."""
        return f"Pack({self.instrument.title!r}, hash={self.hash!r}, language={self.language!r})"

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """Items by id, in the order in which they are asked."""
        return {item.id: item for item in self.instrument.items}

    @cached_property
    def actions(self) -> Mapping[str, Action]:
        """Actions by id."""
        return {action.id: action for action in self.rulebook.actions}

    @cached_property
    def trends(self) -> Mapping[str, Trend]:
        """Trends by id."""
        return {trend.id: trend for trend in self.rulebook.trends}

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.rulebook.sources}

    @cached_property
    def calendar(self) -> Mapping[str, DatedFact]:
        """Dated facts by id."""
        return {fact.id: fact for fact in self.rulebook.calendar}

    def applies_when(self, action: Action) -> str:
        """The condition under which the action applies: its own, else its trend's."""
        return action.applies_when or self.trends[action.trend].applies_when
