"""Sets put onto a board, so many times at most, and what came of it."""

from __future__ import annotations

from cbassess.model.plan import Capacity
from cbassess.planning.goals.searching import Key
from cbassess.planning.goals.timetable import Timetable, Weeks

MAX_TRIES = 200
"""How many sets are put onto a board in one search."""


class Tries:
    """One search's tries to finish sets by the start of week `until`.

    Attributes:
        weeks: set -> where its steps stand, for those that fit.
        refused: how many sets did not fit.
    """

    def __init__(self, timetable: Timetable, until: int) -> None:
        self.weeks: dict[int, Weeks] = {}
        self.refused = 0
        self._timetable, self._until = timetable, until
        self._tries = 0
        self._smallest: Key | None = None

    def fits(self, taken: int, capacity: Capacity, key: Key | None = None) -> bool:
        """Whether the set is finished in time; `key` is what it would be compared by."""
        self._tries += 1
        found = self._timetable.weeks(taken, capacity, self._until) if self._tries <= MAX_TRIES else None
        if found is not None:
            self.weeks[taken] = found
            return True
        self.refused += 1
        if key is not None:
            self._smallest = key if self._smallest is None else min(self._smallest, key)
        return False

    def refused_none_below(self, key: Key | None) -> bool:
        """Whether no set was turned away that would have been smaller; in another order of steps it might fit."""
        return self._smallest is None or (key is not None and key[:1] <= self._smallest[:1])
