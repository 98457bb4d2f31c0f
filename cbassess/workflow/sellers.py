"""The sellers of an adviser: find, rename, archive, delete."""

from __future__ import annotations

import datetime as dt
import unicodedata
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from cbassess.errors import UsageError
from cbassess.model.history import Seller
from cbassess.workflow.opened import OpenHistory


class SellerEntry(Struct, frozen=True):
    """A seller in a list.

    Attributes:
        waves: how many it has.
        latest: label of the latest one; empty where there is none.
    """

    seller: Seller
    waves: int
    latest: str


class Sellers(OpenHistory):
    """All sellers on this machine."""

    def find(self, text: str = "", archived: bool = False) -> tuple[SellerEntry, ...]:
        """The sellers whose name holds the text (see `holds`); those of the archive only when asked for."""
        labels: dict[int, list[str]] = {}
        for wave in self._history.waves():
            labels.setdefault(wave.seller.id, []).append(wave.label)
        return tuple(
            SellerEntry(seller, len(labels.get(seller.id, ())), labels.get(seller.id, [""])[-1])
            for seller in self._history.sellers()
            if holds(seller.name, text) and (archived or not seller.archived)
        )

    def entry(self, name: str) -> SellerEntry:
        """The seller of exactly this name; UsageError where there is none."""
        seller = self._seller(name)
        return next(entry for entry in self.find(archived=True) if entry.seller == seller)

    def rename(self, name: str, new_name: str) -> None:
        """Give a seller another name; UsageError where another one has it."""
        seller = self._seller(name)
        other = self._history.seller(new_name)
        if other is not None and other.id != seller.id:
            message = "There is a seller of this name already; nothing was changed."
            raise UsageError(new_name, "seller-exists", message, "Choose another name.")
        self._history.rename_seller(seller.id, new_name)

    def archive(self, name: str, archived: bool = True) -> None:
        """Leave a seller out of the lists, or take it in again. Nothing is deleted."""
        self._history.archive_seller(self._seller(name).id, archived)

    def delete(self, name: str, now: dt.datetime) -> Path:
        """Delete a seller with all that was ever answered; returns the file of the backup that was made first."""
        return self._history.delete_seller(self._seller(name).id, now)


def holds(name: str, text: str) -> bool:
    """Whether a name holds a text, whatever the case, the width and the accents of the letters."""
    return _plain(text) in _plain(name)


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one)).strip()
