"""The history of this user, opened; and its sellers by name."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from cbassess.errors import UsageError
from cbassess.model.history import Seller
from cbassess.store.history import History
from cbassess.store.home import data_folder
from cbassess.workflow.keeping import Clock, utc_now

MAX_NAMED = 10


class OpenHistory:
    """What all doors to the history share. Use as a context manager, or close it."""

    def __init__(self, history: History) -> None:
        self._history = history

    @classmethod
    def open(cls, clock: Clock = utc_now) -> Self:
        """Open the history of this user, made at need; StoreError says why it cannot be used.

        Once a week a backup is made first.
        """
        return cls(History.open(data_folder(), clock()))

    @classmethod
    def beside(cls, other: OpenHistory) -> Self:
        """Another door to a history that is open; it is closed with the other one."""
        return cls(other._history)

    def close(self) -> None:
        """Let go of the file."""
        self._history.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _seller(self, name: str) -> Seller:
        """The seller of this name, archived or not; UsageError names those that there are."""
        seller = self._history.seller(name)
        if seller is None:
            known = [one.name for one in self._history.sellers() if not one.archived]
            more = ", ..." if len(known) > MAX_NAMED else ""
            names = f"{', '.join(known[:MAX_NAMED])}{more}" or "none yet"
            raise UsageError(name, "unknown-seller", "There is no such seller.", f"There are: {names}.")
        return seller
