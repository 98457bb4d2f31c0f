"""Work that may take longer than an eye likes to wait: in a thread, with a word about it after half a second."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")

HALF_A_SECOND = 0.5


async def waited(work: Callable[[], Found], tell: Callable[[float], None]) -> Found:
    """What `work` gives, or raises. It must not touch the history or the screen, for it runs in a thread.

    Call it from a worker (`run_worker`), so that keys and paints go on meanwhile.

    Args:
        work: what takes long.
        tell: is given the seconds so far, first after half a second, then after each half.
    """
    working = asyncio.create_task(asyncio.to_thread(work))
    for halves in itertools.count(1):
        done, _ = await asyncio.wait({working}, timeout=HALF_A_SECOND)
        if done:
            break
        tell(halves * HALF_A_SECOND)
    return working.result()
