"""What stands at the head of each kind of file; the rows are nouns of `model`."""

from __future__ import annotations

from typing import Annotated

from cbassess.model.base import ConditionText, Id, Limits, Noun, Rows, Text, Title, Version
from cbassess.model.rulebook import Direction, Signal

LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
Language = Annotated[str, Limits(pattern=LANGUAGE_PATTERN, max_length=35)]


class InstrumentHead(Noun):
    """The head of `questions/instrument.toml`. `sections` are file names in the order of asking."""

    title: Title
    version: Version
    languages: Rows[Language]
    sections: Rows[Id]


class SectionHead(Noun):
    """The table `[section]` of a section's file."""

    title: Title
    intro: Text


class RulebookHead(Noun):
    """The head of `rules/rulebook.toml`. `trends` are file names in the order of showing."""

    title: Title
    version: Version
    trends: Rows[Id]


class TrendHead(Noun):
    """The table `[trend]` of a trend's file."""

    title: Title
    direction: Direction
    summary: Text
    why: Text
    applies_when: ConditionText
    signals: Rows[Signal]
