"""The app: what holds for all screens. Screens and widgets do the rest."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any, ClassVar

from textual import events
from textual.actions import ActionParseResult
from textual.app import App
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.screen import Screen
from textual.scrollbar import ScrollBar

from cbassess import memory
from cbassess.settings import Settings
from cbassess.tui import habits, screens, themes, words
from cbassess.tui.desk import Desk
from cbassess.tui.language import Interpreter
from cbassess.tui.late_keys import take_late_key
from cbassess.tui.leaving import crash_report, leave_on_signals
from cbassess.tui.line_breaking import break_as_chinese_does
from cbassess.tui.safety import gates
from cbassess.tui.screens.home import HomeScreen
from cbassess.tui.screens.too_small import keep_large_enough
from cbassess.tui.speaking import speaker
from cbassess.tui.widgets.plain_scrollbar import PlainScrollBar


class AssessApp(App[None]):
    """Keys that every screen has, and the fences around what is drawn."""

    TITLE = words.APP
    CSS_PATH: ClassVar[list[str | PurePath]] = [f"styles/{n}.tcss" for n in ("base", "home", "questionnaire", "sheet")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - Textual gives them no ClassVar
    VERTICAL_BREAKPOINTS = [(0, "-short"), (22, "-tall")]  # noqa: RUF012
    ENABLE_COMMAND_PALETTE = False  # ours is a screen of its own
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", words.QUIT, tooltip=words.QUIT_HELP, show=False, priority=True, id="app.quit"),
        Binding("ctrl+p", "commands", words.COMMANDS, tooltip=words.COMMANDS_HELP, show=False, id="app.commands"),
        Binding("f9", "language", words.LANGUAGE, False, tooltip=words.LANGUAGE_HELP, priority=True, id="app.language"),
        Binding("y", "copy", words.COPY, tooltip=words.COPY_HELP, show=False, id="app.copy"),
        Binding("f1,question_mark", "keys", words.HELP, tooltip=words.HELP_HELP, id="app.help"),
    ]

    def __init__(self, desk: Desk, language: str = "en", settings: Settings | None = None) -> None:
        super().__init__()
        self.settings = settings or Settings()
        self._desk = desk
        self._interpreter = Interpreter(desk, language)
        speaker.instead = words.IN_ASCII if self.settings.ascii else {}
        self._gates = gates(only_ascii=self.settings.ascii, no_color=self.no_color)
        ScrollBar.renderer = PlainScrollBar
        break_as_chinese_does()
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = themes.named(self.settings.theme)
        if self.settings.moves_keys:
            habits.move_keys(self)

    def get_default_screen(self) -> Screen[None]:
        """The first screen."""
        return HomeScreen(self._desk)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, and ours after them: control characters never, colours not under NO_COLOR."""
        return [*super().get_line_filters(), *self._gates]

    def refresh_css(self, animate: bool = True) -> None:
        """Take on the colours of the theme. Before the first screen nothing wears them: its sheet is read with it."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def on_mount(self) -> None:
        """A terminal that goes away, or a system that shuts down, ends the app in order."""
        leave_on_signals(self)
        habits.greet_browser(self)

    def on_ready(self) -> None:
        """The first frame is there."""
        self.call_after_refresh(memory.started)

    async def run_action(self, action: str | ActionParseResult, *arguments: Any, **options: Any) -> bool:
        """A key that was pressed before the app began to close finds nothing any more to act on."""
        return False if self._exit else await super().run_action(action, *arguments, **options)

    def on_resize(self, event: events.Resize) -> None:
        """Stand in front of everything while the window is too small."""
        keep_large_enough(self, event.size)

    def on_key(self, event: events.Key) -> None:
        """A key that no binding took may be meant for a field that was not there yet."""
        take_late_key(self.focused if self.screen_stack else None, event)  # no screen while the app is closing

    def get_key_display(self, binding: Binding) -> str:
        """Names of keys in letters; Textual's arrows are two cells wide in many Chinese terminals."""
        return habits.key_name(binding) or super().get_key_display(binding)

    def action_keys(self) -> None:
        """List the keys of the screen."""
        habits.show_keys(self)

    def action_commands(self) -> None:
        """Search among the commands and the places to go to."""
        habits.show_commands(self)

    def action_change_theme(self) -> None:
        """Choose the colours."""
        habits.show_themes(self)

    def action_copy(self) -> None:
        """Copy what stands at the cursor."""
        habits.copy(self)

    async def action_language(self) -> None:
        """Go on in the next language, at the same place and with all that was typed."""
        await habits.change_language(self, self._interpreter)

    async def action_quit(self) -> None:
        """Leave, unless an answer would be lost: then the questionnaire says so first."""
        asking = [screen for screen in self.screen_stack if isinstance(screen, screens.QuestionnaireScreen)]
        if all(screen.may_leave() for screen in asking):
            self.exit()

    def action_help_quit(self) -> None:
        """Ctrl+C copies; say how to leave."""
        self.notify(words.leave_with(habits.keys_for(self, "app.quit")), markup=False)

    def _fatal_error(self) -> None:
        # Textual prints the local variables of every frame, and those are a seller's answers.
        self._exit_renderables.append(crash_report(self.console))
        self._close_messages_no_wait()
