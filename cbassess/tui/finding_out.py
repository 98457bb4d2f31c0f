"""Work that nobody waits for, done bit by bit between the keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from time import monotonic
from typing import Any

from textual.screen import Screen

from cbassess.model.history import Wave
from cbassess.tui.standings import Standings

QUIET = 0.3
"""Seconds without a move after which work begins that nobody waits for."""

GLANCE = 0.1
"""Seconds without a move after which it begins for the sellers on the screen: who opens one at once waits for none."""


class FindingOut:
    """Finds out how sellers stand, one at a time: those on the screen soon, the others while nobody moves.

    `seen` gives the waves on the screen, `find_out` finds out about one, `done` is called when nothing is left.
    """

    def __init__(
        self,
        screen: Screen[Any],
        standings: Standings,
        seen: Callable[[], Iterable[Wave]],
        find_out: Callable[[Wave], None],
        done: Callable[[], None],
    ) -> None:
        self._screen = screen
        self._standings = standings
        self._seen = seen
        self._find_out = find_out
        self._done = done
        self._last_move = 0.0
        self._is_due = False

    def wait(self) -> None:
        """Somebody has moved: what nobody waits for can wait."""
        self._last_move = monotonic()
        self.soon()

    def soon(self) -> None:
        """Go on when what there is to paint has been painted."""
        if not self._is_due:
            self._is_due = True
            self._screen.call_after_refresh(self._next)

    def _next(self) -> None:
        self._is_due = False
        if not self._screen.is_current:
            return
        seen = next(self._standings.waiting(self._seen()), None)
        wave = seen or next(self._standings.waiting(), None)
        if wave is None:
            self._done()
        elif monotonic() - self._last_move < (quiet := GLANCE if seen else QUIET):
            self._is_due = True
            self._screen.set_timer(quiet, self._next)
        else:
            self._find_out(wave)
            self.soon()
