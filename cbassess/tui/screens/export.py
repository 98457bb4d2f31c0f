"""Writes a document into a file: format, name and place, and a second key before anything is replaced."""

from __future__ import annotations

import asyncio
import contextlib
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from cbassess.errors import CbassessError
from cbassess.model.assessment import Assessment
from cbassess.model.comparison import Comparison
from cbassess.tui import words
from cbassess.tui.screens.base import told
from cbassess.tui.screens.dialog import Dialog
from cbassess.tui.screens.gone import is_gone
from cbassess.tui.texts.layout import BLANK, ERROR, MUTED, STRONG, SUCCESS, WARNING, joined, text
from cbassess.tui.waiting import waited
from cbassess.tui.widgets.cursor_list import CursorList
from cbassess.tui.widgets.field import Field
from cbassess.tui.widgets.key_bar import KeyBar
from cbassess.workflow import can_show, ending, file_name, format_names, rendered, show_folder, write_file


class ExportScreen(Dialog[None]):
    """Gives nothing back; tells where the file is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", words.EXPORT_WRITE, id="export.write"),
        Binding("o", "show", words.EXPORT_SHOW, id="export.show"),
        Binding("escape", "close", words.CLOSE, id="dialog.close"),
    ]

    def __init__(self, document: Assessment | Comparison, since: Comparison | None = None) -> None:
        super().__init__()
        self._document = document
        self._since = since
        self._formats = format_names()
        self._file: Path | None = None
        self._writing = False

    def compose(self) -> ComposeResult:
        """Format, name, and what to do."""
        with Vertical(classes="dialog"):
            yield Static(text(words.EXPORT_TITLE, STRONG))
            yield Static(text(words.EXPORT_FORMAT), classes="label")
            yield CursorList(*(Option(text(words.FORMATS.get(name, name))) for name in self._formats))
            yield Static(text(words.EXPORT_FILE), classes="label")
            yield Field(str(Path.cwd() / file_name(self._document, self._formats[0])))
            yield Static(BLANK, id="place", classes="label")
            yield Static(BLANK, classes="problem")
            with Horizontal(classes="buttons"):
                yield Button(Content(words.EXPORT_WRITE), id="write", variant="primary")
                yield Button(Content(words.EXPORT_REPLACE), id="replace", variant="warning")
                yield Button(Content(words.EXPORT_SHOW), id="show", variant="primary")
                yield Button(Content(words.CANCEL), id="cancel")
        yield KeyBar()

    def on_mount(self) -> None:
        """Nothing is written yet."""
        self._offer("write", "cancel")
        self._say_where()
        self.query_one(CursorList).highlighted = 0

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """There is a folder to open once a file is written, where there are windows."""
        return action != "show" or (self._file is not None and can_show())

    @on(OptionList.OptionHighlighted)
    def _change_ending(self, event: OptionList.OptionHighlighted) -> None:
        """The name follows the format, with the cursor behind it."""
        field = self.query_one(Field)
        field.value = str(Path(field.value).with_suffix(ending(self._formats[event.option_index])))
        field.cursor_position = len(field.value)

    @on(Input.Changed)
    def _forget(self) -> None:
        """Another name: what was said about the one before no longer holds."""
        self._file = None
        self._tell(BLANK)
        self._offer("write", "cancel")
        self._say_where()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the field writes."""
        event.stop()
        self._write(force=False)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Write, replace, show or close."""
        match event.button.id:
            case "cancel":
                self.action_close()
            case "show":
                self.action_show()
            case name:
                self._write(force=name == "replace")

    def action_write(self) -> None:
        """Enter in the list writes."""
        self._write(force=False)

    def action_show(self) -> None:
        """Open the folder of the file; what the system says comes later."""
        self.run_worker(self._show(), exclusive=True)

    def action_close(self) -> None:
        """Away with it."""
        self.dismiss()

    def _write(self, *, force: bool) -> None:
        path = self._typed()
        if path is None:
            self._tell(text(words.EXPORT_NO_NAME, ERROR))
            return
        if not self._writing:
            self._writing = True
            name = self._formats[self.query_one(CursorList).highlighted or 0]
            self.run_worker(self._make(path, name, force))

    async def _make(self, path: Path, name: str, force: bool) -> None:
        """Make the document and write it; a PDF takes a while on a slow computer, and that is said."""
        try:
            content = await waited(partial(rendered, self._document, name, self._since), self._say_working)
            write_file(path, content, force)
        except CbassessError as problem:
            if not is_gone(self):
                self._refused(problem)
        else:
            if not is_gone(self):
                self._written(path)
        finally:
            self._writing = False

    def _say_working(self, seconds: float) -> None:
        self._tell(text(words.working(seconds), MUTED))

    def _refused(self, problem: CbassessError) -> None:
        """Say why; where the file is there already, offer to replace it."""
        taken = any(one.code == "file-exists" for one in getattr(problem, "problems", ()))
        self._tell(text(words.EXPORT_EXISTS, WARNING) if taken else text(told(problem), ERROR))
        self._offer("write", *(["replace"] if taken else []), "cancel")

    def _written(self, path: Path) -> None:
        """Say where the file is, and leave what there is to do: look at it, and close."""
        self._file = path.absolute()
        where = text(words.written(str(self._file)), SUCCESS)
        self._tell(where if can_show() else joined(where, "\n", text(words.EXPORT_NO_WINDOW, MUTED)))
        self.query_one("#place", Static).update(BLANK)  # said with the file now, and a long path needs the room
        self._offer(*(["show"] if can_show() else []), "cancel")
        self.query_one("#cancel").focus()

    async def _show(self) -> None:
        if self._file is not None:
            shown = await asyncio.to_thread(show_folder, self._file.parent)
            if not is_gone(self):
                self._tell(text(words.EXPORT_SHOWN, SUCCESS) if shown else text(words.EXPORT_NOT_SHOWN, WARNING))

    def _typed(self) -> Path | None:
        """The path in the field; None where it is empty."""
        typed = self.query_one(Field).value.strip()
        if not typed:
            return None
        with contextlib.suppress(RuntimeError):  # a "~name" of nobody is then a name like any other
            return Path(typed).expanduser()
        return Path(typed)

    def _say_where(self) -> None:
        """The folder in full: a field shows the end of a long path only, and a short one not where it begins."""
        path = self._typed()
        folder = path.absolute().parent if path else None
        there = False
        with contextlib.suppress(OSError, ValueError):
            there = folder is not None and folder.is_dir()
        say = words.goes_into if there else words.no_folder
        self.query_one("#place", Static).update(text(say(str(folder)), MUTED) if folder else BLANK)

    def _offer(self, *buttons: str) -> None:
        """Show these buttons and no others; the last one is called by what it does now."""
        for button in self.query(Button):
            button.display = button.id in buttons
        self.query_one("#cancel", Button).label = Content(words.CLOSE if self._file else words.CANCEL)
        self.refresh_bindings()

    def _tell(self, message: Content) -> None:
        self.query_one(".problem", Static).update(message)
