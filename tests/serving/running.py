"""The server as a task of the test."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from cbassess.serving.server import GuardedServer


@asynccontextmanager
async def served(command: str) -> AsyncIterator[tuple[GuardedServer, str]]:
    """A server that opens this for each window, and its link."""
    server, ready = GuardedServer(command), asyncio.get_running_loop().create_future()
    serving = asyncio.create_task(server.run(0, ready.set_result))
    try:
        yield server, await asyncio.wait_for(ready, 10)
    finally:
        serving.cancel()
        with suppress(asyncio.CancelledError):
            await serving
        await _ended()


async def _ended() -> None:
    """Wait until each window's process has ended and asyncio knows of it; textual-serve waits for none."""
    for _ in range(1000):
        watchers = [one for one in threading.enumerate() if one.name.startswith("asyncio-waitpid-")]
        if not _has_children() and not watchers:
            break
        await asyncio.sleep(0.01)
    await asyncio.sleep(0)


def _has_children() -> bool:
    """Whether a process of ours runs, or has ended and nobody has asked for it yet."""
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return False
    return True
