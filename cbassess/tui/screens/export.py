"""Writes a document into a file: format, name, and a second key before anything is replaced."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from cbassess.errors import CbassessError
from cbassess.model.assessment import Assessment
from cbassess.model.comparison import Comparison
from cbassess.tui import words
from cbassess.tui.screens.base import told
from cbassess.tui.texts.layout import BLANK, ERROR, STRONG, SUCCESS, WARNING, text
from cbassess.tui.widgets.cursor_list import CursorList
from cbassess.tui.widgets.field import Field
from cbassess.tui.widgets.key_bar import KeyBar
from cbassess.workflow import ending, file_name, format_names, rendered, write_file


class ExportScreen(ModalScreen[None]):
    """Gives nothing back; tells where the file is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", words.EXPORT_WRITE, id="export.write"),
        Binding("escape", "close", words.CLOSE, id="dialog.close"),
    ]

    def __init__(self, document: Assessment | Comparison, since: Comparison | None = None) -> None:
        super().__init__()
        self._document = document
        self._since = since
        self._formats = format_names()

    def compose(self) -> ComposeResult:
        """Format, name, and what to do."""
        with Vertical(classes="dialog"):
            yield Static(text(words.EXPORT_TITLE, STRONG))
            yield Static(text(words.EXPORT_FORMAT), classes="label")
            yield CursorList(*(Option(text(words.FORMATS.get(name, name))) for name in self._formats))
            yield Static(text(words.EXPORT_FILE), classes="label")
            yield Field(str(Path.cwd() / file_name(self._document, self._formats[0])))
            yield Static(BLANK, classes="problem")
            with Horizontal(classes="buttons"):
                yield Button(Content(words.EXPORT_WRITE), id="write", variant="primary")
                yield Button(Content(words.EXPORT_REPLACE), id="replace", variant="warning")
                yield Button(Content(words.CANCEL), id="cancel")
        yield KeyBar()

    def on_mount(self) -> None:
        """Nothing to replace yet."""
        self.query_one("#replace").display = False
        self.query_one(CursorList).highlighted = 0

    @on(OptionList.OptionHighlighted)
    def _change_ending(self, event: OptionList.OptionHighlighted) -> None:
        """The name follows the format."""
        field = self.query_one(Field)
        field.value = str(Path(field.value).with_suffix(ending(self._formats[event.option_index])))

    @on(Input.Changed)
    def _forget(self) -> None:
        """Another name: what was said about the one before no longer holds."""
        self._tell(BLANK)
        self.query_one("#replace").display = False

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the field writes."""
        event.stop()
        self._write(force=False)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Write, replace or close."""
        if event.button.id == "cancel":
            self.action_close()
        else:
            self._write(force=event.button.id == "replace")

    def action_write(self) -> None:
        """Enter in the list writes."""
        self._write(force=False)

    def action_close(self) -> None:
        """Away with it."""
        self.dismiss()

    def _write(self, *, force: bool) -> None:
        typed = self.query_one(Field).value.strip()
        if not typed:
            self._tell(text(words.EXPORT_NO_NAME, ERROR))
            return
        path = Path(typed)
        with contextlib.suppress(RuntimeError):  # a "~name" of nobody is then a name like any other
            path = path.expanduser()
        name = self._formats[self.query_one(CursorList).highlighted or 0]
        try:
            write_file(path, rendered(self._document, name, self._since), force)
        except CbassessError as problem:
            self._refused(problem)
        else:
            self._written(path)

    def _refused(self, problem: CbassessError) -> None:
        """Say why; where the file is there already, offer to replace it."""
        taken = any(one.code == "file-exists" for one in getattr(problem, "problems", ()))
        self._tell(text(words.EXPORT_EXISTS, WARNING) if taken else text(told(problem), ERROR))
        self.query_one("#replace").display = taken

    def _written(self, path: Path) -> None:
        """Say where the file is, and leave one thing to do."""
        self._tell(text(words.written(str(path.absolute())), SUCCESS))
        for button in ("#write", "#replace"):
            self.query_one(button).display = False
        close = self.query_one("#cancel", Button)
        close.label = Content(words.CLOSE)
        close.focus()

    def _tell(self, message: Content) -> None:
        self.query_one(".problem", Static).update(message)
