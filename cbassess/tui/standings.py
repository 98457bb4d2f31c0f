"""What is known of each seller today. Finding it out takes a plan, so it is done one seller at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from cbassess.model.history import Wave

if TYPE_CHECKING:
    from cbassess.workflow import Standing


class Standings:
    """Keeps what was found out for as long as the wave and the day are the same."""

    def __init__(self) -> None:
        self._day = dt.date.min
        self._known: dict[int, tuple[Wave, Standing | None]] = {}
        self._waves: tuple[Wave, ...] = ()

    def of(self, wave: Wave) -> Standing | None:
        """What is known of a wave; None where nothing is yet."""
        known = self._known.get(wave.id)
        return known[1] if known and known[0] == wave else None

    def expect(self, waves: Iterable[Wave], day: dt.date, touched: Wave | None) -> None:
        """From now on it is about these waves on this day; what was touched is found out anew."""
        if day != self._day:
            self._known.clear()
        self._day = day
        self._waves = tuple(waves)
        if touched is not None:
            for wave in (one for one, _ in tuple(self._known.values()) if one.seller.id == touched.seller.id):
                del self._known[wave.id]

    def forget(self) -> None:
        """Find out all anew, as after a change of language."""
        self._known.clear()

    def learn(self, wave: Wave, standing: Standing | None) -> None:
        """Note what was found out; None where it cannot be."""
        self._known[wave.id] = wave, standing

    def waiting(self, among: Iterable[Wave] | None = None) -> Iterator[Wave]:
        """The waves of which nothing was found out yet."""
        for wave in self._waves if among is None else among:
            if self._known.get(wave.id, (None,))[0] != wave:
                yield wave

    def late(self) -> int | None:
        """How many of the waves have late steps; None until all is found out."""
        if next(self.waiting(), None) is not None:
            return None
        return sum(bool(standing and standing.late) for standing in map(self.of, self._waves))
