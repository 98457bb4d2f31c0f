"""What all full screens share: title bar above, banner under it, keys below, and Esc one step back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar, Protocol, TypeVar, runtime_checkable

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget

from cbassess.errors import CbassessError
from cbassess.model.pack import Pack
from cbassess.tui import words
from cbassess.tui.speaking import speaker
from cbassess.tui.texts.layout import ERROR, text
from cbassess.tui.widgets.banner import Banner
from cbassess.tui.widgets.key_bar import KeyBar
from cbassess.tui.widgets.title_bar import TitleBar

Result = TypeVar("Result")
Found = TypeVar("Found")


BACK = Binding("escape", "back", words.BACK, tooltip=words.BACK_HELP, id="page.back")
"""Each screen names it last, because the footer shows keys in the order of naming."""


@runtime_checkable
class Rewordable(Protocol):
    """A screen that can go on in another language."""

    async def reword(self, pack: Pack) -> None:
        """Say all anew: our words in the language of the moment, the texts of the pack from `pack`."""


class Page(Screen[Result], inherit_bindings=False):
    """A full screen. Subclasses give `title_bar` and `body`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c,super+c", "screen.copy_text", show=False, id="page.copy"),
    ]

    def compose(self) -> ComposeResult:
        """Title, banner, body, keys."""
        self._know_the_window()
        yield self.title_bar()
        yield Banner()
        yield from self.body()
        yield KeyBar()

    def _know_the_window(self) -> None:
        """Take the classes of its size now: Textual gives them after the first layout, and lays all out once more."""
        for cells, breakpoints in zip(
            self.app.size, (self.app.HORIZONTAL_BREAKPOINTS, self.app.VERTICAL_BREAKPOINTS), strict=True
        ):
            self.add_class(*[name for least, name in breakpoints or () if cells >= least][-1:])

    def title_bar(self) -> TitleBar:
        """The first line."""
        raise NotImplementedError

    def body(self) -> Iterable[Widget]:
        """What stands between title and keys."""
        raise NotImplementedError

    async def reword(self, pack: Pack) -> None:  # noqa: ARG002 - subclasses show texts of the pack
        """Say title and keys anew; a subclass its body as well, with the cursor and all that was typed as it was."""
        self.query_one(TitleBar).become(self.title_bar())
        self.query_one(KeyBar).reword()

    def action_back(self) -> None:
        """Back to the screen before."""
        self.dismiss()

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Go, once, as a dialog does (`dialog`)."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()

    def attempt(self, work: Callable[[], Found]) -> Found | None:
        """Do what may fail; on failure tell why and give None."""
        banner = self.query_one(Banner)
        try:
            found = work()
        except CbassessError as problem:
            banner.tell(text(told(problem), ERROR))
            return None
        banner.clear()
        return found


def told(problem: CbassessError) -> str:
    """What went wrong, in the words that a person needs: no place in a file, no code."""
    problems = getattr(problem, "problems", ())
    return "\n".join(f"{sentence(one.message)} {sentence(one.hint)}".strip() for one in problems) or problem.said(
        speaker.say
    )


def sentence(phrase: str) -> str:
    """With a capital letter and a full stop."""
    whole = phrase[:1].upper() + phrase[1:]
    return whole if not whole or whole.endswith((".", "?", "!", "。")) else f"{whole}."
