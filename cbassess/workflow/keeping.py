"""Brings answers to the disk, and remembers those that are not there yet. For every front end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from cbassess.errors import StoreError
from cbassess.model.responses import Response
from cbassess.store.history import History

Clock = Callable[[], dt.datetime]


def utc_now() -> dt.datetime:
    """The moment at which an answer is saved."""
    return dt.datetime.now(dt.UTC)


class Keeper:
    """Saves the answers of one wave. What could not be saved is tried again with the next answer.

    Attributes:
        trouble: why something is not saved, in the words of the history; empty where all is.
    """

    def __init__(self, history: History, wave_id: int, clock: Clock) -> None:
        self.trouble = ""
        self._history = history
        self._wave_id = wave_id
        self._clock = clock
        self._pending: dict[str, Response | None] = {}

    @property
    def unsaved(self) -> tuple[str, ...]:
        """Ids of the items whose answer is kept in memory only."""
        return tuple(self._pending)

    def keep(self, item_id: str, response: Response | None) -> None:
        """Save an answer, and with it all that was not saved before; None takes one back."""
        self._pending[item_id] = response
        self.retry()

    def retry(self) -> None:
        """Try to save what is kept in memory only, all of it or nothing."""
        if not self._pending:
            return
        try:
            self._history.save_responses(self._wave_id, self._pending, self._clock())
        except StoreError as trouble:
            self.trouble = str(trouble)
        else:
            self._pending.clear()
            self.trouble = ""
