"""Opens a history with one more migration, and kills itself after some of its statements.

Arguments: folder, number of statements to do, the statements.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

from cbassess.store.history import History
from cbassess.store.schema import migrations


class DyingStatements(tuple[str, ...]):
    """Statements that end the process before number `DONE`, counted from 0, or after the last one."""

    __slots__ = ()

    def __iter__(self) -> Iterator[str]:
        yield from super().__getitem__(slice(DONE))
        os.kill(os.getpid(), signal.SIGKILL)


DONE = int(sys.argv[2])
LAST = migrations.Migration(len(migrations.MIGRATIONS) + 1, "test", DyingStatements(sys.argv[3:]))
setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, LAST))  # noqa: B010 - the type knows one migration only
History.open(Path(sys.argv[1]))
