"""Asks for the name of a backup file, and writes it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from cbassess.errors import CbassessError
from cbassess.tui import words
from cbassess.tui.screens.base import told
from cbassess.tui.screens.dialog import Dialog
from cbassess.tui.texts.layout import BLANK, ERROR, STRONG, WARNING, text
from cbassess.tui.widgets.field import Field
from cbassess.tui.widgets.key_bar import KeyBar
from cbassess.workflow import write_file


class WriteBackupScreen(Dialog[Path | None]):
    """Gives the file that was written, or None. A file that is there is replaced by a second Enter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", words.CANCEL, id="dialog.cancel"),
    ]

    def __init__(self, title: str, about: str, name: str, make: Callable[[], str]) -> None:
        super().__init__()
        self._title = title
        self._about = about
        self._file = name
        self._make = make
        self._may_replace = ""

    def compose(self) -> ComposeResult:
        """What the file is for, and its name."""
        with Vertical(classes="dialog"):
            yield Static(text(self._title, STRONG))
            yield Static(text(self._about))
            yield Static(text(words.EXPORT_FILE), classes="label")
            yield Field(str(Path.cwd() / self._file))
            yield Static(BLANK, classes="problem")
        yield KeyBar()

    @on(Input.Changed)
    def _forget(self) -> None:
        """Another name: what was said about the one before no longer holds."""
        self._tell("", ERROR)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter writes."""
        typed = event.value.strip()
        if not typed:
            self._tell(words.EXPORT_NO_NAME, ERROR)
            return
        path = Path(typed)
        with contextlib.suppress(RuntimeError):  # a "~name" of nobody is then a name like any other
            path = path.expanduser()
        self._write(path.absolute(), force=self._may_replace == typed)

    def _write(self, path: Path, *, force: bool) -> None:
        try:
            write_file(path, self._make(), force)
        except CbassessError as problem:
            self._refused(problem)
        else:
            self.dismiss(path)

    def _refused(self, problem: CbassessError) -> None:
        if any(one.code == "file-exists" for one in getattr(problem, "problems", ())):
            self._may_replace = self.query_one(Field).value.strip()
            self._tell(words.BACK_UP_EXISTS, WARNING)
        else:
            self._tell(told(problem), ERROR)

    def _tell(self, sentence: str, style: str) -> None:
        self.query_one(".problem", Static).update(text(sentence, style))

    def action_cancel(self) -> None:
        """No file."""
        self.dismiss(None)
