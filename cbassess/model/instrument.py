"""The instrument: what a seller is asked."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from cbassess.model.base import ConditionText, Id, Limits, LongId, Noun, Rows, Text, Title, Version

Kind = Literal["scale", "choice", "multi", "number", "date", "text"]

KINDS_WITH_OPTIONS: frozenset[str] = frozenset({"scale", "choice", "multi"})


class Option(Noun):
    """A possible answer. `exclusive` (in a multi) rules out all others, such as "none of these".

    `replaces` has the ids that the option had in earlier versions of the item, or in an item that this one replaces.
    """

    id: Id
    text: Text
    exclusive: bool = False
    replaces: Rows[Id] = ()


class Item(Noun):
    """One thing asked. The options of a scale stand weakest first.

    Attributes:
        id: `section.item`.
        ask_when: skip logic; None means that everybody is asked.
        min, max, unit, whole: bounds (both included), unit and wholeness of a number.
        valid_days: how many days the answer may be carried over without asking again; None for ever.
        replaces: ids of the retired items whose place this one takes; their answers are offered, never taken as given.
    """

    id: LongId
    kind: Kind
    stem: Text
    why: Text
    how: Text
    ask_when: ConditionText | None = None
    options: Rows[Option] = ()
    unit: Title | None = None
    min: float | None = None
    max: float | None = None
    whole: bool = False
    valid_days: Annotated[int | None, Limits(ge=1, le=3_660)] = None
    replaces: Rows[LongId] = ()

    @property
    def section(self) -> str:
        """Id of the section that the item stands in."""
        return self.id.partition(".")[0]

    @cached_property
    def option_ids(self) -> tuple[str, ...]:
        """Ids of the options, in their order."""
        return tuple(option.id for option in self.options)

    def option(self, option_id: str) -> Option:
        """The option with this id; KeyError where there is none."""
        return self._by_id[option_id]

    @cached_property
    def _by_id(self) -> dict[str, Option]:
        return {option.id: option for option in self.options}


class Section(Noun):
    """An ordered group of items."""

    id: Id
    title: Title
    intro: Text
    items: Rows[Item]


class Contradiction(Noun):
    """Two answers that cannot both be true: `when` says which, `because` what to mend."""

    when: ConditionText
    because: Text


class Instrument(Noun):
    """The whole questionnaire as fielded."""

    title: Title
    version: Version
    languages: Rows[str]
    sections: Rows[Section]
    contradictions: Rows[Contradiction] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """All items in the order in which they are asked."""
        return tuple(item for section in self.sections for item in section.items)
