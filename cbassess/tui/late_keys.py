"""Keys that come in bursts, as over a slow line: each is meant for what it would have met if it had come alone."""

from __future__ import annotations

import asyncio
import contextlib
import itertools

from textual import events
from textual.widget import Widget

from cbassess.tui.widgets.field import AnswerField

LONGEST = 0.5
"""Seconds to wait for keys at most: better a lost key than an app that waits for a widget that is closing."""


def take_late_key(focused: Widget | None, event: events.Key) -> None:
    """A key that reaches the app although the focused field would take it was meant for that field.

    Those behind an Enter were sent to the question that it left.
    """
    field = focused if isinstance(focused, AnswerField) and focused.is_attached else None
    if field is not None and field.check_consume_key(event.key, event.character):
        field.type_ahead(event.character or "")


async def let_keys_pass(leaving: Widget) -> None:
    """Wait until no key is on its way up through a widget that is to be removed, or through those around it.

    A key climbs from the focused widget to the app, and one that is still climbing when they close is lost.
    """
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(LONGEST):
            for node in itertools.takewhile(lambda node: node is not leaving.screen, leaving.ancestors_with_self):
                passed = asyncio.Event()
                if node.call_later(passed.set):
                    await passed.wait()
