"""The app: what holds for all screens. Screens and widgets do the rest."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path, PurePath
from typing import Any, ClassVar

from rich.console import Group
from rich.segment import Segments
from rich.text import Text
from textual import events
from textual.actions import ActionParseResult
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.filter import LineFilter, NoColor
from textual.screen import Screen
from textual.scrollbar import ScrollBar
from textual.theme import ThemeProvider

from cbassess.errors import CbassessError
from cbassess.tui import words
from cbassess.tui.desk import Desk
from cbassess.tui.leaving import exit_code, handle, leave_in_any_case
from cbassess.tui.safety import NoControlCharacters
from cbassess.tui.screens.base import Rewordable, told
from cbassess.tui.screens.help import HelpScreen, keys_of
from cbassess.tui.screens.home import HomeScreen
from cbassess.tui.screens.questionnaire import QuestionnaireScreen
from cbassess.tui.screens.too_small import TooSmallScreen, too_small
from cbassess.tui.speaking import speaker
from cbassess.tui.themes import DARK, THEMES
from cbassess.tui.widgets.field import AnswerField
from cbassess.tui.widgets.plain_scrollbar import PlainScrollBar
from cbassess.words import LANGUAGES
from cbassess.workflow import Records, pack_in


class AssessApp(App[None]):
    """Modes and keys that every screen has, and the fences around what is drawn."""

    TITLE = words.APP
    CSS_PATH: ClassVar[list[str | PurePath]] = [f"styles/{n}.tcss" for n in ("base", "home", "questionnaire", "sheet")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - Textual gives them no ClassVar
    VERTICAL_BREAKPOINTS = [(0, "-short"), (22, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", words.QUIT, tooltip=words.QUIT_HELP, show=False, priority=True, id="app.quit"),
        Binding(
            "ctrl+p",
            "command_palette",
            words.COMMANDS,
            tooltip=words.COMMANDS_HELP,
            show=False,
            priority=True,
            id="app.commands",
        ),
        Binding(
            "f9",
            "language",
            words.LANGUAGE,
            tooltip=words.LANGUAGE_HELP,
            show=False,
            priority=True,
            id="app.language",
        ),
        Binding("f1,question_mark", "keys", words.HELP, tooltip=words.HELP_HELP, id="app.help"),
    ]

    def __init__(self, desk: Desk, language: str = "en") -> None:
        super().__init__()
        self._desk = desk
        speaker.language = language
        self._packs = {language: desk.pack}
        self._plain_filters: tuple[LineFilter, ...] = (NoControlCharacters(), *((NoColor(),) if self.no_color else ()))
        ScrollBar.renderer = PlainScrollBar
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name

    def get_default_screen(self) -> Screen[None]:
        """The first screen."""
        return HomeScreen(self._desk)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, and ours after them: control characters never, colours not under NO_COLOR."""
        return [*super().get_line_filters(), *self._plain_filters]

    def on_mount(self) -> None:
        """A terminal that goes away, or a system that shuts down, ends the app in order."""
        handle(asyncio.get_running_loop(), self._leave_on_signal)

    def _leave_on_signal(self, number: int) -> None:
        leave_in_any_case(number)
        self.exit(return_code=exit_code(number))

    async def run_action(self, action: str | ActionParseResult, *arguments: Any, **options: Any) -> bool:
        """A key that was pressed before the app began to close finds nothing any more to act on."""
        return False if self._exit else await super().run_action(action, *arguments, **options)

    def on_resize(self, event: events.Resize) -> None:
        """Stand in front of everything while the window is too small."""
        covered = isinstance(self.screen, TooSmallScreen)
        if too_small(event.size) and not covered:
            self.push_screen(TooSmallScreen())
        elif covered and not too_small(event.size):
            self.pop_screen()

    def on_key(self, event: events.Key) -> None:
        """A key that comes here although a field would take it was meant for that field.

        Over a slow line keys come in bursts: those behind an Enter were sent to the question that it left.
        """
        field = self.focused if self.screen_stack else None  # none while the app is closing
        if isinstance(field, AnswerField) and field.is_attached and field.check_consume_key(event.key, event.character):
            field.type_ahead(event.character or "")

    def get_key_display(self, binding: Binding) -> str:
        """Names of keys in letters; Textual's arrows are two cells wide in many Chinese terminals."""
        return binding.key_display or words.KEY_NAMES.get(binding.key) or super().get_key_display(binding)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002 - as Textual calls it
        """The commands of the palette, in our words."""
        yield SystemCommand(words.COMMAND_THEME, words.COMMAND_THEME_HELP, self.action_change_theme)
        yield SystemCommand(words.COMMAND_KEYS, words.COMMAND_KEYS_HELP, self.action_keys)
        yield SystemCommand(words.COMMAND_LANGUAGE, words.LANGUAGE_HELP, self.action_language)
        yield SystemCommand(words.COMMAND_QUIT, words.COMMAND_QUIT_HELP, self.action_quit)

    def action_keys(self) -> None:
        """List the keys of the screen."""
        if not isinstance(self.screen, HelpScreen | TooSmallScreen):
            self.push_screen(HelpScreen(keys_of(self.screen)))

    def action_command_palette(self) -> None:
        """Search among the commands; Textual's own method asks in English."""
        if not isinstance(self.screen, CommandPalette | TooSmallScreen):
            self.push_screen(CommandPalette(placeholder=words.SEARCH_COMMANDS))

    def search_themes(self) -> None:
        """Choose the colours; Textual's own method asks in English."""
        self.push_screen(CommandPalette(providers=[ThemeProvider], placeholder=words.SEARCH_COMMANDS))

    async def action_language(self) -> None:
        """Go on in the next language, at the same place and with all that was typed."""
        if not isinstance(self.screen, Rewordable):
            return  # a dialog is about something that was written in the language before: close it first
        following = LANGUAGES.index(speaker.language) + 1
        try:
            await self._speak(LANGUAGES[following % len(LANGUAGES)])
        except CbassessError as problem:
            self.notify(told(problem), markup=False)

    async def _speak(self, language: str) -> None:
        pack = self._packs.get(language) or self._desk.pack_in(language)
        self._packs[language] = pack
        speaker.language = language
        with self.batch_update():
            for screen in self.screen_stack:
                if isinstance(screen, Rewordable):
                    await screen.reword(pack)

    async def action_quit(self) -> None:
        """Leave, unless an answer would be lost: then the questionnaire says so first."""
        asking = [screen for screen in self.screen_stack if isinstance(screen, QuestionnaireScreen)]
        if all(screen.may_leave() for screen in asking):
            self.exit()

    def action_help_quit(self) -> None:
        """Ctrl+C copies; say how to leave."""
        self.notify(words.LEAVE_WITH, markup=False)

    def _fatal_error(self) -> None:
        from rich.traceback import Traceback  # costs a twentieth of a second, and is hardly ever needed

        # Textual prints the local variables of every frame, and those are a seller's answers.
        told = Group(Traceback(show_locals=False, width=None), Text(words.CRASHED))
        self._exit_renderables.append(Segments(self.console.render(told, self.console.options)))
        self._close_messages_no_wait()


def run(pack_folder: Path | None = None, language: str = "en") -> int:
    """Run the app until the seller leaves, and give the exit code: 0, 1 after a fault of ours, 128 + signal.

    Args:
        pack_folder: the pack; the shipped one where there is none.
        language: language of the interface, and of the pack's texts where it has them.

    Raises:
        PackError: the pack cannot be used.
        UsageError: there is no such language.
        StoreError: the history cannot be used.
    """
    find = partial(pack_in, folder=pack_folder)
    pack = find(language)
    with Records.open() as records:
        app = AssessApp(Desk(pack, records, pack_in=find), language)
        app.run()
    return app.return_code or 0
