"""Screens that work something out beside the keys: the screen stays usable, and says so where it takes a while."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from textual.content import Content
from textual.worker import WorkType

from cbassess.errors import CbassessError
from cbassess.tui import words
from cbassess.tui.screens.base import Page, told
from cbassess.tui.screens.gone import is_gone
from cbassess.tui.texts.layout import BLANK, ERROR, MUTED, text
from cbassess.tui.widgets.banner import Banner
from cbassess.tui.widgets.title_bar import TitleBar

Result = TypeVar("Result")
Found = TypeVar("Found")

A_WHILE = 0.4
"""Seconds after which the screen says that it is working something out."""


class WorkingOutPage(Page[Result]):
    """Works things out in another thread; what was begun last counts, and is shown when it is there."""

    state_text: Content = BLANK
    """What stands at the right of the title while nothing is worked out."""

    def show_state(self, content: Content) -> None:
        """Let this stand at the right of the title."""
        self.state_text = content
        self.query_one(TitleBar).state(content)

    def work_out(self, work: Callable[[], Found], then: Callable[[Found], None]) -> None:
        """Work something out that touches neither history nor screen, and hand it to `then`."""
        # Not a coroutine: what is begun next may take its place before it has begun.
        working: WorkType[None] = partial(self._worked_out, work, then)
        self.run_worker(working, group="working-out", exclusive=True)

    async def _worked_out(self, work: Callable[[], Found], then: Callable[[Found], None]) -> None:
        waiting = self.set_timer(A_WHILE, self._say_that_it_takes_a_while)
        try:
            found = await asyncio.to_thread(work)
        except CbassessError as problem:
            if not is_gone(self):
                self.query_one(Banner).tell(text(told(problem), ERROR))
        else:
            if not is_gone(self):
                self.query_one(Banner).clear()
                then(found)
        finally:
            waiting.stop()
            if not is_gone(self):
                self.query_one(TitleBar).state(self.state_text)

    def _say_that_it_takes_a_while(self) -> None:
        if not is_gone(self):
            self.query_one(TitleBar).state(text(words.WORKING_OUT, MUTED))
