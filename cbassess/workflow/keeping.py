"""Brings answers to the disk, and remembers those that are not there yet. For every front end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from cbassess.errors import ConflictError, StoreError
from cbassess.model.history import Answer
from cbassess.model.responses import Response, Said
from cbassess.store.history import History

Clock = Callable[[], dt.datetime]
Reader = Callable[[], Mapping[str, Answer]]
"""What the wave was answered, as the pack that is open reads it."""


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

    def __init__(self, history: History, wave_id: int, read: Reader, clock: Clock) -> None:
        self.trouble: StoreError | None = None
        self.overtaken: tuple[str, ...] = ()
        self._history = history
        self._wave_id = wave_id
        self._read = read
        self._clock = clock
        self._pending: dict[str, Answer] = {}
        self._saved, self._seen = self._there()

    @property
    def responses(self) -> dict[str, Response]:
        """All answers, those that are kept in memory only included."""
        return {item: answer.response for item, answer in self._answers.items() if answer.response is not None}

    @property
    def said(self) -> dict[str, Said]:
        """Where each answer comes from."""
        return {item: answer.said for item, answer in self._answers.items()}

    @property
    def rows(self) -> dict[str, Answer]:
        """What was answered and noted last, what was taken back included."""
        return {**self._saved, **self._pending}

    @property
    def _answers(self) -> dict[str, Answer]:
        return {item: answer for item, answer in self.rows.items() if answer.response is not None}

    @property
    def unsaved(self) -> tuple[str, ...]:
        """Ids of the items whose answer is kept in memory only."""
        return tuple(self._pending)

    def keep(self, answers: Mapping[str, Answer]) -> None:
        """Save answers, and with them all that was not saved before; a response of None takes one back."""
        self._pending |= answers
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
            self.trouble = trouble
        else:
            self.trouble = None

    def _save(self) -> None:
        if not self._pending:
            return
        expected = self._seen + len(self._pending)
        last = self._history.save_answers(self._wave_id, self._pending, self._clock(), self._seen)
        self._saved = self.rows
        self._pending.clear()
        if last == expected:
            self._seen = last
        else:
            self._read_anew()

    def _read_anew(self) -> None:
        """Take over what another window has answered since."""
        there, self._seen = self._there()
        items = {*there, *self._saved}
        changed = {item for item in items if _content(there, item) != _content(self._saved, item)}
        told = {item for item in changed if _content(there, item) != _content(self.rows, item)}
        self._pending = {item: answer for item, answer in self._pending.items() if item not in changed}
        self._saved = there
        self.overtaken = (*self.overtaken, *sorted(told))

    def _there(self) -> tuple[dict[str, Answer], int]:
        # In this order: what is answered in between is seen, and at worst taken for unseen.
        seen = self._history.last_answered(self._wave_id)
        return dict(self._read()), seen


def _content(answers: Mapping[str, Answer], item: str) -> tuple[Response | None, str]:
    """Answer and note. Who confirms what was said has not answered otherwise."""
    return (answers[item].response, answers[item].note) if item in answers else (None, "")
