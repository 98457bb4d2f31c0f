"""A set of steps into weeks, so that all of it is done as early as may be.

The steps go onto the plan's own board, each in the first week that has room for it. That is tried in two orders: that
of the plan, and that in which the step with the longest way still ahead of it comes first. Where neither does, the
steps are laid in pieces.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from cbassess.model.pack import Pack
from cbassess.model.plan import Capacity
from cbassess.planning.board import Board, Placed, earliest
from cbassess.planning.deadlines import weeks_needed
from cbassess.planning.goals.covering import members
from cbassess.planning.ordering import Ranked
from cbassess.planning.splitting import in_pieces

HORIZON = 12
"""Quarters within which a goal is looked for, the present one included."""

DETOURS = 10
"""How long steps are tried in pieces; a way is nearly always found at once, and here many sets are tried."""

Weeks = dict[str, Placed]


class Timetable:
    """Where sets of steps fit. A set is a mask over `ranked`, and holds all that its steps need."""

    def __init__(
        self, pack: Pack, ranked: Sequence[Ranked], before: Mapping[str, Sequence[str]], as_of: dt.date
    ) -> None:
        plan = replace(pack.rulebook.plan, quarters=HORIZON)
        self._pack = replace(pack, rulebook=replace(pack.rulebook, plan=plan))
        self._ranked, self._before, self._as_of = ranked, before, as_of

    def weeks(self, taken: int, capacity: Capacity, until: int) -> Weeks | None:
        """The steps in their weeks, all finished by the start of week `until`; None where no order tried does it."""
        steps = [self._ranked[number] for number in members(taken)]
        ahead = self._weeks_ahead(steps, capacity.hours_per_week)
        orders: tuple[Callable[[Ranked], float], ...] = (lambda _: 0.0, lambda one: -ahead[one.action.id])
        for order in orders:
            found = self._place(sorted(steps, key=order), capacity, until)
            if found is not None:
                return found
        return self._in_pieces(steps, capacity, until)

    def too_long(self, hours: float, until: int) -> int:
        """Mask of the steps that cannot be finished by the start of week `until`, even if nothing else is done."""
        finish: dict[str, float] = {}
        mask = 0
        for number, one in enumerate(self._ranked):
            start = max((finish[need] for need in self._before[one.action.id]), default=0.0)
            finish[one.action.id] = start + weeks_needed(one, hours)
            mask |= (finish[one.action.id] > until) << number
        return mask

    def _place(self, steps: list[Ranked], capacity: Capacity, until: int) -> Weeks | None:
        board = Board(self._pack, capacity, self._as_of)
        placed: Weeks = {}
        left = steps
        while left:
            one = next(step for step in left if all(need in placed for need in self._before[step.action.id]))
            found = board.place(one, earliest(one, self._before, placed), range(until), work_until=until)
            if found is None or found.finish_week > until:
                return None
            placed[one.action.id] = found
            left = [step for step in left if step is not one]
        return placed

    def _in_pieces(self, steps: list[Ranked], capacity: Capacity, until: int) -> Weeks | None:
        board = Board(self._pack, capacity, self._as_of)
        jobs = board.jobs(steps, self._before, {})
        pieces = in_pieces(jobs, board.room(range(until)), with_proofs=True, detours=DETOURS)
        placed: Weeks = {}
        for one, hours in zip(steps, pieces or (), strict=False):
            placed[one.action.id] = board.book(one, earliest(one, self._before, placed), hours)
        return placed if pieces else None

    def _weeks_ahead(self, steps: list[Ranked], hours: float) -> dict[str, float]:
        """Weeks from the start of each step until all that waits for it could be done."""
        ahead: dict[str, float] = {}
        for one in reversed(steps):
            waiting = [ahead[other.action.id] for other in steps if one.action.id in self._before[other.action.id]]
            ahead[one.action.id] = weeks_needed(one, hours) + max(waiting, default=0.0)
        return ahead
