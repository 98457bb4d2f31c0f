"""Disks that fail: a file system for SQLite that counts, records, refuses and forgets.

The store speaks to the sqlite3 of Python, which has no way to put a file system of one's own below it. apsw has, and
brings the same SQLite; so a connection of apsw is dressed up as one of sqlite3 and handed to the store. The store
itself runs as it is.
"""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import apsw
import pytest

from cbassess.store import database, opening

_NAMES = itertools.count()


class Disk(apsw.VFS):
    """A file system on top of the real one. Subclasses look at each operation before it is done."""

    def __init__(self) -> None:
        self.name = f"disk-{next(_NAMES)}"
        super().__init__(self.name, "")

    def before(self, operation: str, path: str, *details: Any) -> None:
        """Called before `operation` (open, read, write, truncate, sync, delete) on the file `path`; may refuse."""

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:  # noqa: N802 - as SQLite calls it
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        self.before("open", path or "", bool(path and not Path(path).exists()))
        return _File(self, path or "", name, flags)

    def xDelete(self, path: str, sync_folder: bool) -> None:  # noqa: N802
        self.before("delete", path, sync_folder)
        super().xDelete(path, sync_folder)

    def excepthook(self, *_: Any) -> None:
        """A refusal that SQLite does not pass on is no news."""


class _File(apsw.VFSFile):
    def __init__(self, disk: Disk, path: str, name: Any, flags: list[int]) -> None:
        super().__init__("", name, flags)
        self._disk = disk
        self._path = path

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        self._disk.before("read", self._path)
        return super().xRead(amount, offset)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self._disk.before("write", self._path, offset, bytes(data))
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self._disk.before("truncate", self._path, size)
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self._disk.before("sync", self._path)
        super().xSync(flags)

    def excepthook(self, *_: Any) -> None:
        """As above."""


class _Cursor:
    """What sqlite3 gives back for a statement: all rows are there at once."""

    def __init__(self, rows: Iterable[tuple[Any, ...]], changes: int) -> None:
        self._rows = iter(tuple(rows))
        self.rowcount = changes

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return self._rows

    def fetchone(self) -> tuple[Any, ...] | None:
        return next(self._rows, None)

    def fetchall(self) -> list[tuple[Any, ...]]:
        return list(self._rows)


class Connection:
    """A connection of apsw with the methods of sqlite3 that the store uses."""

    def __init__(self, path: Path, disk: Disk, read_only: bool) -> None:
        flags = apsw.SQLITE_OPEN_READONLY if read_only else apsw.SQLITE_OPEN_READWRITE
        with _told_as_sqlite3():
            self._connection = apsw.Connection(str(path), flags=flags, vfs=disk.name)

    @property
    def in_transaction(self) -> bool:
        return self._connection.in_transaction

    def execute(self, statement: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> _Cursor:
        with _told_as_sqlite3():
            rows = tuple(self._connection.execute(statement, values))
        return _Cursor(rows, self._connection.changes())

    def close(self) -> None:
        with _told_as_sqlite3():
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@contextmanager
def _told_as_sqlite3() -> Iterator[None]:
    try:
        yield
    except apsw.Error as error:
        fault = sqlite3.OperationalError(str(error))
        code = getattr(error, "extendedresult", apsw.SQLITE_ERROR)
        fault.sqlite_errorcode = code
        raise fault from error


@contextmanager
def on(disk: Disk) -> Iterator[None]:
    """Whatever the store opens in the `with` block lies on this disk."""

    def connect(path: Path, *, read_only: bool) -> Connection:
        connection = Connection(path, disk, read_only)
        for pragma in database._ALWAYS:
            connection.execute(pragma)
        return connection

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "connect", connect)
        yield


class FailingDisk(Disk):
    """Refuses one operation of a kind, the Nth, or all from it on.

    Args:
        operation: which kind.
        number: which one, counted from 1.
        code: what SQLite is told.
        for_ever: whether all later ones fail too, until `heal`.
    """

    def __init__(self, operation: str, number: int, code: int, for_ever: bool) -> None:
        super().__init__()
        self.hit = False
        self._wanted = operation
        self._left = number
        self._code = code
        self._for_ever = for_ever

    def before(self, operation: str, path: str, *details: Any) -> None:
        if operation != self._wanted:
            return
        self._left -= 1
        if self._left == 0 or (self._left < 0 and self._for_ever):
            self.hit = True
            raise apsw.exception_for(self._code)

    def heal(self) -> None:
        self._for_ever = False
        self._left = -1


class SmallDisk(Disk):
    """Has room for so many bytes; what is written over again counts again, which only makes it fuller."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self.room = room

    def before(self, operation: str, path: str, *details: Any) -> None:
        if operation == "write":
            self.room -= len(details[1])
            if self.room < 0:
                raise apsw.exception_for(apsw.SQLITE_FULL)


class RecordingDisk(Disk):
    """Notes every operation that changes something, and what else it is told to `note`."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[tuple[Any, ...]] = []
        self.note: Callable[[tuple[Any, ...]], None] = self.events.append

    def before(self, operation: str, path: str, *details: Any) -> None:
        if operation != "read" and not (operation == "open" and not details[0]):
            self.note((operation, path, *details))
