"""The server as a task of the test."""

from __future__ import annotations

import asyncio
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
