"""Brings answers to the disk, and remembers those that are not there yet. For every front end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from cbassess.errors import ConflictError, StoreError
from cbassess.model.responses import Response
from cbassess.store.history import History

Clock = Callable[[], dt.datetime]


def utc_now() -> dt.datetime:
    """The moment at which an answer is saved."""
    return dt.datetime.now(dt.UTC)


class Keeper:
    """The answers of one wave in one window. What could not be saved is tried again with the next answer.

    Attributes:
        trouble: why something is not saved, in the words of the history; empty where all is.
        overtaken: ids of the items that another window has answered, as was noticed with the last save. Its answers
            are taken over; one that was given here to the same item is given up, and was never on the disk.
    """

    def __init__(self, history: History, wave_id: int, clock: Clock) -> None:
        self.trouble = ""
        self.overtaken: tuple[str, ...] = ()
        self._history = history
        self._wave_id = wave_id
        self._clock = clock
        self._pending: dict[str, Response | None] = {}
        self._saved, self._seen = history.responses_seen(wave_id)

    @property
    def responses(self) -> dict[str, Response]:
        """All answers, those that are kept in memory only included."""
        both = {**self._saved, **self._pending}
        return {item_id: response for item_id, response in both.items() if response is not None}

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
        self.overtaken = ()
        try:
            try:
                self._save()
            except ConflictError:
                self._read_anew()
                self._save()
        except StoreError as trouble:
            self.trouble = str(trouble)
        else:
            self.trouble = ""

    def _save(self) -> None:
        if not self._pending:
            return
        expected = self._seen + len(self._pending)
        last = self._history.save_responses(self._wave_id, self._pending, self._clock(), self._seen)
        self._saved = self.responses
        self._pending.clear()
        if last == expected:
            self._seen = last
        else:
            self._read_anew()

    def _read_anew(self) -> None:
        """Take over what another window has answered since."""
        there, self._seen = self._history.responses_seen(self._wave_id)
        items = {*there, *self._saved}
        changed = {item_id for item_id in items if there.get(item_id) != self._saved.get(item_id)}
        told = {item_id for item_id in changed if there.get(item_id) != self.responses.get(item_id)}
        self._pending = {item: response for item, response in self._pending.items() if item not in changed}
        self._saved = there
        self.overtaken = (*self.overtaken, *sorted(told))
