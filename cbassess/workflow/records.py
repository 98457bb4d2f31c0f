"""The history as front ends see it: sellers by name, waves by label.

What judges, compares and plans is loaded when it is asked for: a list of waves and a question are shown without it.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from cbassess.errors import UsageError
from cbassess.model.history import Seller, Wave, WorkEntry
from cbassess.model.pack import Pack
from cbassess.model.responses import ResponseSet
from cbassess.store.history import History
from cbassess.workflow.interview import Interview
from cbassess.workflow.keeping import Clock, utc_now
from cbassess.workflow.opened import OpenHistory
from cbassess.workflow.remembering import Memories
from cbassess.workflow.shelf import PackShelf
from cbassess.working.folding import fold, fold_until, pace_choice

if TYPE_CHECKING:
    from cbassess.model.assessment import Assessment
    from cbassess.model.comparison import Comparison, Course
    from cbassess.model.evaluation import Evaluation
    from cbassess.model.upgrade import PackDiff
    from cbassess.model.work import Pace, StepProgress
    from cbassess.workflow.comparing import Recorded
    from cbassess.workflow.standing import Standing
    from cbassess.workflow.starting import Starter
    from cbassess.workflow.steps import StepBook


class Records(OpenHistory):
    """The waves on this machine: answered, imported, assessed, compared, and their steps worked.

    Attributes:
        shelf: the packs at hand.
    """

    def __init__(self, history: History) -> None:
        super().__init__(history)
        self.shelf = PackShelf(history)

    def sellers(self) -> tuple[Seller, ...]:
        """All sellers by name, without those that are archived."""
        return tuple(seller for seller in self._history.sellers() if not seller.archived)

    def waves(self, seller_name: str | None = None, *, archived: bool = False) -> tuple[Wave, ...]:
        """Waves of a seller, or of all, oldest first; UsageError for an unknown seller.

        Those of all leave out the archive, unless it is asked for.
        """
        if seller_name is None:
            return tuple(wave for wave in self._history.waves() if archived or not wave.seller.archived)
        return self._history.waves(self._seller(seller_name).id)

    def find_wave(self, seller_name: str, label: str | None = None) -> Wave:
        """The wave with this label, or the latest; UsageError names those that there are."""
        waves = self.waves(seller_name)
        fitting = [wave for wave in waves if label is None or wave.label == label]
        if fitting:
            return fitting[-1]
        labels = ", ".join(dict.fromkeys(wave.label for wave in waves)) or "none yet"
        raise UsageError(
            seller_name, "unknown-wave", f"There is no wave {label or ''}".rstrip() + ".", f"There are: {labels}."
        )

    def start(self, seller_name: str, pack: Pack, as_of: dt.date, now: dt.datetime) -> Wave:
        """A new wave for a seller, labelled by the quarter of `as_of`; a second one in it `2026-Q4-2`, and so on.

        It starts with the answers of earlier waves that are still within their shelf life, each with its date.
        """
        return self._starter(pack).start(seller_name, as_of, now)

    def import_answers(
        self, pack: Pack, responses: ResponseSet, seller_name: str, label: str | None, now: dt.datetime
    ) -> Wave:
        """The answers of a file as a wave of their own, saved whole or not at all.

        UsageError where the seller has a wave of that label already: nothing is written over.
        """
        return self._starter(pack).import_answers(responses, seller_name, label, now)

    def pack_change(self, pack: Pack, wave: Wave) -> PackDiff | None:
        """What became of the pack since a wave was last answered; None where it is the same, or no longer at hand."""
        return self._starter(pack).change_since(wave)

    def bring_up(self, pack: Pack, wave: Wave, now: dt.datetime) -> Wave:
        """A wave that was begun under another pack, under this one, after a backup; else the wave as it is."""
        return self._starter(pack).bring_up(wave, now)

    def to_answer(self, pack: Pack, wave: Wave, now: dt.datetime) -> tuple[Pack, Wave]:
        """A wave ready to be answered, and the pack under which that is done.

        The latest wave of a seller is brought up to `pack`; an earlier one stays under its own, where that is at hand.
        """
        if self._history.waves(wave.seller.id)[-1].id == wave.id:
            return pack, self.bring_up(pack, wave, now)
        return self.shelf.find(wave.pack_hash, pack) or pack, wave

    def rescored(self, pack: Pack, wave: Wave) -> Evaluation:
        """Where the seller stood in a wave, judged by any pack."""
        from cbassess.workflow.evaluating import evaluate

        return evaluate(pack, self.responses(pack, wave), wave.as_of)

    def overdue(self, pack: Pack, today: dt.date) -> tuple[tuple[Wave, tuple[StepProgress, ...]], ...]:
        """The latest wave of each seller with the steps that should be done by now; only where there are any."""
        latest = {wave.seller.id: wave for wave in self.waves()}
        late = ((wave, self.steps(pack, wave).overdue(today)) for wave in latest.values())
        return tuple((wave, steps) for wave, steps in late if steps)

    def standing(self, pack: Pack, wave: Wave, today: dt.date) -> Standing:
        """How a wave stands on a day, as a list of sellers tells it."""
        from cbassess.workflow.standing import standing_of

        return standing_of(self._assessed(pack, wave), fold(self._work(wave)), pack.actions, today)

    def recorded(self, wave: Wave, pack: Pack) -> Recorded:
        """A wave as it was answered, with its own pack where that is at hand; `pack` says in which language."""
        from cbassess.workflow.comparing import Recorded

        own = self.shelf.find(wave.pack_hash, pack)
        return Recorded(
            responses=self.responses(own or pack, wave),
            pack_version=wave.pack_version,
            pack_hash=wave.pack_hash,
            pack=own,
            work=fold_until(self._work(wave), self._end_of(wave)),
            hours_share=self.hours_share(pack, wave),
        )

    def assessment(
        self, pack: Pack, wave: Wave, *, with_cures: bool = True, responses: ResponseSet | None = None
    ) -> Assessment:
        """The wave assessed under `pack`, as of the day of the wave, with what is noted about its steps.

        Without `with_cures` it is quicker; see `assess`. `responses` are the answers that count where some of them are
        not on the disk yet.
        """
        from cbassess.working.joining import join

        document = self._assessed(pack, wave, responses, with_cures=with_cures)
        noted = fold(self._work(wave))
        return replace(document, work=join(document, noted, pack.actions, self._before(pack, wave)))

    def compare(self, pack: Pack, baseline: Wave, wave: Wave) -> Comparison:
        """Two waves of one seller, both scored under `pack`."""
        from cbassess.workflow.comparing import compare

        return compare(pack, self.recorded(baseline, pack), self.recorded(wave, pack))

    def since_last(self, pack: Pack, wave: Wave) -> Comparison | None:
        """How the wave compares with the seller's wave before it; None for the first."""
        before = [earlier for earlier, later in pairwise(self._history.waves(wave.seller.id)) if later.id == wave.id]
        return self.compare(pack, before[0], wave) if before else None

    def course(self, pack: Pack, seller_name: str) -> Course:
        """The course over all waves of a seller, scored under `pack`."""
        from cbassess.workflow.comparing import course

        return course(pack, [self.recorded(wave, pack) for wave in self.waves(seller_name)])

    def interview(self, pack: Pack, wave: Wave, clock: Clock = utc_now) -> Interview:
        """The wave opened for answering, where the seller stopped."""
        return Interview(Memories(self._history, self.shelf, pack), pack, wave, self._history, clock)

    def steps(self, pack: Pack, wave: Wave, document: Assessment | None = None) -> StepBook:
        """The steps of a wave's plan, to be worked; `document` is its assessment, where that is at hand."""
        from cbassess.workflow.steps import StepBook

        document = document or self.assessment(pack, wave, with_cures=False)
        return StepBook(self._history, pack, wave.seller, document, self._before(pack, wave))

    def pace(self, pack: Pack, wave: Wave) -> Pace:
        """The pace with which the plan of a wave is made: what was learned before it, and what the seller chose."""
        from cbassess.workflow.assessing import assess
        from cbassess.workflow.pacing import pace_at

        waves = self._history.waves(wave.seller.id)
        until = waves[: [one.id for one in waves].index(wave.id) + 1]
        entries = [entry for entry in self._work(wave) if entry.on <= self._end_of(wave)]

        @cache
        def plan_of(one: Wave, share: float | None) -> Assessment:
            own = self.shelf.find(one.pack_hash, pack) or pack
            return assess(own, self.responses(own, one), one.as_of, with_cures=False, hours_share=share)

        return pace_at(until, plan_of, entries, pack)

    def choose_pace(self, seller_name: str, choice: str, on: dt.date, now: dt.datetime) -> None:
        """How the next plans are fitted: `fit` to what was learned, `off`, or a share such as `0.6`."""
        seller = self._seller(seller_name)
        self._history.work.note(seller.id, [WorkEntry("", "pace", choice, on)], now)

    def _starter(self, pack: Pack) -> Starter:
        from cbassess.workflow.starting import Starter

        return Starter(self._history, self.shelf, pack)

    def _assessed(
        self, pack: Pack, wave: Wave, responses: ResponseSet | None = None, *, with_cures: bool = False
    ) -> Assessment:
        from cbassess.workflow.assessing import assess

        share = self.hours_share(pack, wave)
        responses = responses or self.responses(pack, wave)
        return assess(pack, responses, wave.as_of, with_cures=with_cures, hours_share=share)

    def hours_share(self, pack: Pack, wave: Wave) -> float | None:
        """The share of the hours for which the plan of a wave is made.

        What was learned counts only once it was chosen, and takes the plans of all waves before to find out.
        """
        return self.pace(pack, wave).applied if pace_choice(self._work(wave)) else None

    def responses(self, pack: Pack, wave: Wave) -> ResponseSet:
        """What was answered in a wave, as `pack` reads it."""
        responses, said = Memories(self._history, self.shelf, pack).responses(wave)
        return ResponseSet(wave.seller.name, responses, wave.label, wave.as_of, said)

    def _before(self, pack: Pack, wave: Wave) -> tuple[str, ...]:
        """Actions of the plan of the seller's wave before, as it was made then."""
        from cbassess.workflow.assessing import assess

        for earlier, later in pairwise(self._history.waves(wave.seller.id)):
            if later.id == wave.id:
                own = self.shelf.find(earlier.pack_hash, pack) or pack
                responses = self.responses(own, earlier)
                return tuple(step.action for step in assess(own, responses, earlier.as_of, with_cures=False).plan)
        return ()

    def _work(self, wave: Wave) -> tuple[WorkEntry, ...]:
        return self._history.work.of(wave.seller.id)

    def _end_of(self, wave: Wave) -> dt.date:
        """The last day on which the plan of a wave was worked: that before the next wave."""
        waves = self._history.waves(wave.seller.id)
        later = [one.as_of for one in waves[[one.id for one in waves].index(wave.id) + 1 :]]
        return later[0] if later else dt.date.max
