"""The yardstick for the terminal: a bare Textual app with the same kinds of widgets, and nothing behind them.

A first screen with a list; Enter opens a second one with title, progress, question, options, panel and key bar. A
digit chooses an option and updates the panel and the progress in the same turn.
`python -m benchmarks.bare_app question` opens the second screen at once.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList, Static

QUESTION = "Which way do your goods cross the border?"
FIRST = "Lamps of Shenzhen"
TRENDS = 7


class Question(Vertical):
    """One question."""

    def compose(self) -> Iterable[Widget]:
        yield Static("Before we begin: what you sell, and where.", markup=False)
        yield Static(QUESTION, markup=False)
        yield Static("", classes="message")
        yield OptionList("Into China", "Out of China", "Both ways")
        with VerticalScroll(can_focus=False):
            yield Static("We ask because the rules of the two ways differ. " * 4, markup=False)


class Questionnaire(Screen[None]):
    """A question, and beside it a live panel."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(digit, f"choose({digit})") for digit in "123"),
        Binding("enter", "move", priority=True),
        Binding("backspace", "move"),
    ]

    def compose(self) -> Iterable[Widget]:
        with Horizontal(classes="line"):
            yield Static(FIRST, markup=False)
            yield Static("", classes="saved")
        with Horizontal(classes="line"):
            yield Static("Section 1 of 7", markup=False)
            yield Static("", classes="progress")
        with Horizontal(classes="desk"):
            with Container(classes="stage"):
                yield Question()
            yield Static("", classes="panel")
        yield Static("1-3 Choose  Enter Next  Esc Leave  ? Why", classes="line")

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()
        self.action_choose(1)

    def action_choose(self, number: int) -> None:
        self.query_one(OptionList).highlighted = number - 1
        self.query_one(".saved", Static).update(f"saved {number}", layout=False)
        self.query_one(".progress", Static).update("#" * number, layout=False)
        bars = (f"Trend {trend}\n{'#' * (3 * number + trend)}\n" for trend in range(TRENDS))
        self.query_one(".panel", Static).update("\n".join(bars), layout=False)

    async def action_move(self) -> None:
        question = Question()
        with self.app.batch_update():
            await self.query_one(".stage").remove_children()
            await self.query_one(".stage").mount(question)
        self.set_focus(question.query_one(OptionList))
        self.action_choose(2 if self.query_one(OptionList).highlighted == 0 else 1)


class Home(Screen[None]):
    """A list of one seller."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", priority=True)]

    def compose(self) -> Iterable[Widget]:
        with Horizontal(classes="line"):
            yield Static("Bare", markup=False)
            yield Static("")
        yield OptionList(FIRST)
        yield Static("Enter Open  n New", classes="line")

    def action_open(self) -> None:
        self.app.push_screen(Questionnaire())


class BareApp(App[None]):
    """Opens the list, or the question at once."""

    CSS = """
    .line { height: 1; }
    .line Static { width: 1fr; }
    .stage { width: 1fr; }
    .panel { width: 44; height: 40; padding: 1; }
    OptionList { height: auto; }
    .message { height: 1; }
    """

    def get_default_screen(self) -> Screen[None]:
        return Questionnaire() if "question" in sys.argv else Home()


if __name__ == "__main__":
    BareApp().run()
