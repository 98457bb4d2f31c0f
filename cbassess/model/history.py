"""What the history keeps: sellers, waves, answers, work on steps, and the packs that were used."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct

from cbassess.model.responses import Response, Said


class Seller(Struct, frozen=True):
    """What is assessed. One that is archived is kept, and left out of lists."""

    id: int
    name: str
    archived: bool = False


class Wave(Struct, frozen=True):
    """One run of the instrument.

    Attributes:
        label: the civil quarter in which it was started, such as `2026-Q4`; never computed again.
        as_of: the day of which the answers tell.
        pack_title, pack_version, pack_hash: the pack under which it was answered.
        position: id of the item at which the seller stopped; empty at the start.
        started_at: moment of start, in UTC.
    """

    id: int
    seller: Seller
    label: str
    as_of: dt.date
    pack_title: str
    pack_version: str
    pack_hash: str
    position: str
    started_at: dt.datetime
    answered: int


class Answer(Struct, frozen=True):
    """What an item was answered last in a wave.

    Attributes:
        response: None where it was taken back.
        pack_hash: the pack under which it was said; another than the wave's where that was changed on the way.
        note: what the seller noted beside it, in lines; empty for nothing. It stays when the answer is taken back.
    """

    response: Response | None
    said: Said
    pack_hash: str
    note: str = ""


class WorkEntry(Struct, frozen=True):
    """One thing noted about a seller's work, such as that a step was begun. Entries are only added.

    Attributes:
        action: id of the action; empty for what concerns the plan as a whole.
        kind: what is noted, such as `status` or `owner`; `working.folding` knows them all.
        value: as text.
        on: the day on which it was so.
    """

    action: str
    kind: str
    value: str
    on: dt.date


class PackCopy(Struct, frozen=True):
    """A pack as it was used: its files by name, so that its waves can be judged as they were then."""

    hash: str
    title: str
    version: str
    files: Mapping[str, bytes]


class Merged(Struct, frozen=True):
    """What a restored backup has added to the history; nothing that was there is changed.

    Attributes:
        sellers, waves: how many are new.
        completed: waves that had begun with the same answers, and now have the rest of them.
        unchanged: waves that were there already.
        renamed: seller, label in the backup, and the label it got because another wave has that one.
    """

    sellers: int = 0
    waves: int = 0
    completed: int = 0
    unchanged: int = 0
    renamed: tuple[tuple[str, str, str], ...] = ()
