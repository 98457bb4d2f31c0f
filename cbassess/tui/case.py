"""One wave of a seller, as results and plan work with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from cbassess.model.assessment import Assessment
from cbassess.model.explanation import Explanation
from cbassess.model.goal import Goal
from cbassess.model.history import Wave
from cbassess.model.information import Information
from cbassess.model.pack import Pack
from cbassess.model.responses import Response, ResponseSet
from cbassess.model.what_if import WhatIf
from cbassess.model.work import Pace, StepProgress
from cbassess.tui.desk import Desk
from cbassess.workflow import StepBook, explain, reach, what_is_open, whatif

FIRST = 3
"""How many steps the results put at the top."""


class Case(Struct, frozen=True, dict=True):
    """The answers of a wave, and what follows from them: worked out once, when it is first asked for.

    What reads the history (`document`, `book`, `pace`, `latest`) belongs to the thread of the app; what only
    calculates (`explained`, `still_open`, `supposed`, `way`) may be called in another one once `document` is there.

    Attributes:
        responses: the answers that count; some of them may not be on the disk yet.
    """

    desk: Desk
    wave: Wave
    responses: ResponseSet

    @classmethod
    def recorded(cls, desk: Desk, wave: Wave) -> Case:
        """The case of a wave as it is on the disk."""
        return cls(desk, wave, desk.records.responses(desk.pack, wave))

    def anew(self, pack: Pack | None = None) -> Case:
        """The same wave, worked out anew, perhaps with the pack in another language."""
        return replace(self, desk=replace(self.desk, pack=pack or self.desk.pack))

    @cached_property
    def document(self) -> Assessment:
        """The assessment, with what was noted about the steps until now."""
        return self.desk.records.assessment(self.desk.pack, self.wave, responses=self.responses)

    @cached_property
    def book(self) -> StepBook:
        """The steps, to be worked."""
        return self.desk.records.steps(self.desk.pack, self.wave, self.document)

    @cached_property
    def pace(self) -> Pace:
        """How much of a plan gets done."""
        return self.desk.records.pace(self.desk.pack, self.wave)

    @cached_property
    def latest(self) -> bool:
        """Whether it is the seller's last wave: only that one's plan is worked."""
        return self.desk.records.waves(self.wave.seller.name)[-1].id == self.wave.id

    @cached_property
    def askable(self) -> frozenset[str]:
        """Items that apply now, so that they can be answered."""
        return frozenset(one.item for one in self.document.responses if one.state not in ("off_route", "waiting"))

    def question_behind(self, name: str) -> str:
        """The item itself, or the first that an action leads to; empty where it is not asked."""
        action = self.desk.pack.actions.get(name)
        return next((item for item in (action.achieves if action else (name,)) if item in self.askable), "")

    @property
    def progress(self) -> dict[str, StepProgress]:
        """Action -> where its step stands now."""
        return {one.action: one for one in self.book.progress}

    @cached_property
    def asked_with(self) -> ResponseSet:
        """The answers, with the hours that the plan counts on."""
        return replace(self.responses, hours_share=self.desk.records.hours_share(self.desk.pack, self.wave))

    def explained(self, name: str) -> Explanation:
        """What is behind an action or a trend, or hangs on an item."""
        return explain(self.desk.pack, self.asked_with, self.wave.as_of, name)

    def still_open(self) -> Information:
        """What open answers could change, above all among the first steps."""
        return what_is_open(self.desk.pack, self.asked_with, self.wave.as_of, FIRST)

    def supposed(self, answers: Mapping[str, Response], done: Iterable[str]) -> WhatIf:
        """Trends and plan if this were so."""
        return whatif(self.desk.pack, self.asked_with, self.wave.as_of, answers, done)

    def way(self, aims: Mapping[str, float], by: str, limits: Mapping[str, Response]) -> Goal:
        """The way to a goal; hours that are named in `limits` are counted on in full."""
        named = self.desk.pack.rulebook.plan.hours_per_week in limits
        responses = self.responses if named else self.asked_with
        return reach(self.desk.pack, responses.with_responses(limits), self.wave.as_of, aims, by)
