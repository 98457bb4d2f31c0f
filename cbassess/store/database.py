"""One open database: how to connect, read, and change all or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from cbassess.errors import StoreError
from cbassess.store.faults import plain_faults
from cbassess.words import phrase

# DELETE: the file can be read on a read-only disk. EXTRA: what COMMIT has confirmed outlives a power cut. FULL does
# not make it durable that the journal is gone, and a journal that comes back takes the last save back.
# secure_delete: what is deleted is also overwritten.
_WRITING = ("PRAGMA journal_mode=DELETE", "PRAGMA synchronous=EXTRA", "PRAGMA secure_delete=ON")
# MEMORY: SQLite would put its scratch files, and so pieces of answers, into the folder for everybody's temporary files.
_ALWAYS = ("PRAGMA busy_timeout=10000", "PRAGMA trusted_schema=OFF", "PRAGMA temp_store=MEMORY")

_READ_ONLY = phrase("The history {path} can only be read here: nothing can be saved in its folder.")


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Connect to a file that is there; it is neither made nor changed. Transactions are begun by hand.

    Raises:
        sqlite3.Error: it cannot be opened.
    """
    mode = "ro" if read_only else "rw"
    connection = sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True, isolation_level=None)
    for pragma in _ALWAYS:
        connection.execute(pragma)
    return connection


def prepare_for_writing(connection: sqlite3.Connection) -> None:
    """Set how changes reach the disk.

    Raises:
        sqlite3.Error: the database refuses.
    """
    for pragma in _WRITING:
        connection.execute(pragma)


def pragma_number(connection: sqlite3.Connection, name: str) -> int:
    """The value of a pragma that is a number, such as `user_version`.

    Raises:
        sqlite3.Error: it cannot be read.
    """
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of what is done in the `with` block, on disk when it ends; or, when it raises, nothing of it.

    Raises:
        sqlite3.Error: it could not be written, and nothing was.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A full disk has ended the transaction already. Where even ROLLBACK fails, whoever opens the file next
        # finds the journal and undoes the change; the fault to tell is the first one.
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """Several reads of one state: what another process saves meanwhile is in all of them or in none.

    Raises:
        sqlite3.Error: it cannot be read.
    """
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        # A fault may have ended it already, and is what must be told.
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")


class Database(Struct, frozen=True):
    """An open, checked database.

    Attributes:
        path: the file.
        read_only: whether it can only be read, because of the rights or the disk.
    """

    connection: sqlite3.Connection
    path: Path
    read_only: bool

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, for reads.

        Raises:
            StoreError: they fail.
        """
        with plain_faults(self.path):
            yield self.connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection within a transaction that is on disk when the outermost `with` block ends.

        Within another one it joins it, so that several changes are made together or not at all.

        Raises:
            StoreError: nothing could be changed.
        """
        if self.read_only:
            raise StoreError(_READ_ONLY, path=self.path)
        with plain_faults(self.path):
            if self.connection.in_transaction:
                yield self.connection
            else:
                with transaction(self.connection):
                    yield self.connection
