"""Keeps answers safe while they are given: what could not be saved is tried again with the next one."""

from __future__ import annotations

import contextlib

from cbassess.errors import StoreError
from cbassess.model.responses import Response
from cbassess.workflow import Interview


class Keeper:
    """Saves and moves through an interview, and remembers what is not on the disk yet.

    Attributes:
        unsaved: ids of items whose answer is kept in memory only.
        trouble: why, in the words of the history; empty where all is saved.
    """

    def __init__(self, interview: Interview) -> None:
        self._interview = interview
        self.unsaved: list[str] = []
        self.trouble = ""

    def answer(self, response: Response | None) -> None:
        """Answer the current item, and save it with all that was not saved before."""
        item = self._interview.current
        if item is not None and self._save(item.id, response):
            self.retry()

    def retry(self) -> None:
        """Try again to save what is kept in memory only. The place in the questionnaire stays."""
        place = self._interview.current
        for item_id in tuple(self.unsaved):
            if not (self.go_to(item_id) and self._save(item_id, self._interview.response_to(item_id))):
                break
        if place is not None:
            self.go_to(place.id)

    def forward(self) -> bool:
        """On to the next item; False at the end."""
        with contextlib.suppress(StoreError):
            return self._interview.forward()
        return self._interview.current is not None

    def back(self) -> bool:
        """Back to the item before; False at the beginning."""
        with contextlib.suppress(StoreError):
            return self._interview.back()
        return True

    def go_to(self, item_id: str) -> bool:
        """To an item; False where it does not apply any more."""
        # The move is made in memory before it is written down. That the place is not written down costs
        # the seller a few keys at most, so it is no trouble; an answer that is not written down is.
        with contextlib.suppress(StoreError):
            try:
                self._interview.go_to(item_id)
            except KeyError:
                return False
        return True

    def _save(self, item_id: str, response: Response | None) -> bool:
        try:
            self._interview.answer(response)
        except StoreError as trouble:
            self.trouble = str(trouble)
            if item_id not in self.unsaved:
                self.unsaved.append(item_id)
            return False
        if item_id in self.unsaved:
            self.unsaved.remove(item_id)
        if not self.unsaved:
            self.trouble = ""
        return True
