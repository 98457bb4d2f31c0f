"""One seller's case, with what explanations have in common: names, conditions as sentences, evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cached_property
from typing import Literal, TypedDict

from msgspec import Struct

from cbassess.engine.evidence import Evidence
from cbassess.engine.sentences import Sentences, parts_of
from cbassess.engine.situation import Situation
from cbassess.model.assessment import PackStamp
from cbassess.model.explanation import Ground, Named, Part
from cbassess.model.expressions import Expression
from cbassess.model.pack import Pack
from cbassess.model.responses import ResponseSet
from cbassess.model.what_if import StepPlace
from cbassess.workflow.sides import Side
from cbassess.workflow.situating import situation_of

Role = Literal["applies", "asked", "held_back", "band", "signal"]


class Head(TypedDict):
    """What all explanations begin with."""

    seller: str
    as_of: dt.date
    language: str
    pack: PackStamp


class Case(Struct, frozen=True, dict=True):
    """A seller's answers, what follows from them, and the words to explain it."""

    responses: ResponseSet
    situation: Situation
    side: Side

    @classmethod
    def of(cls, pack: Pack, responses: ResponseSet, as_of: dt.date) -> Case:
        """The case of these answers."""
        return cls(responses, situation_of(pack, responses, as_of), Side.of(pack, responses, as_of))

    @property
    def pack(self) -> Pack:
        """The pack that judges."""
        return self.situation.pack

    @property
    def head(self) -> Head:
        """What an explanation begins with."""
        document = self.side.assessment
        return Head(seller=document.seller, as_of=document.as_of, language=document.language, pack=document.pack)

    @cached_property
    def evidence(self) -> Evidence:
        """Questions and answers in words."""
        return Evidence(self.situation)

    @cached_property
    def places(self) -> dict[str, StepPlace]:
        """Action -> where it stands."""
        return self.side.places()

    @cached_property
    def _sentences(self) -> Sentences:
        return Sentences(self.pack)

    def named(self, actions: Iterable[str]) -> tuple[Named, ...]:
        """Actions by their titles, and where they stand."""
        nowhere = StepPlace(state="not_advised")
        return tuple(
            Named(action=one, title=self.pack.actions[one].title, place=self.places.get(one, nowhere))
            for one in actions
        )

    def ground(self, role: Role, condition: str, meaning: str = "") -> Ground:
        """A condition of the pack as a sentence, with its parts and the answers that decide them."""
        tree = self.pack.conditions[condition]
        return Ground(
            role=role,
            text=self._sentences.of(tree),
            holds=self.situation.truths[condition],
            parts=tuple(self._part(part) for part in parts_of(tree)),
            meaning=meaning,
        )

    def _part(self, part: Expression) -> Part:
        holds, items = self.evidence.decide(part)
        return Part(text=self._sentences.of(part), holds=holds, because=self.evidence.reasons(items))
