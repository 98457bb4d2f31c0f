"""What all dialogs share."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

Result = TypeVar("Result")


class Dialog(ModalScreen[Result]):
    """Gives one answer."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Go, once: Textual takes away the topmost screen, whichever asks.

        In a burst a second Enter comes to a dialog that has gone already; what lay under it must stay.
        """
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()
