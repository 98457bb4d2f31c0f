"""What can be done from here: the commands of the palette, and the places to go to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator
from functools import partial
from typing import Any, Protocol, runtime_checkable

from msgspec import Struct
from textual.app import App
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList

from cbassess.settings import THEMES
from cbassess.tui import words
from cbassess.tui.key_order import keys_in_order
from cbassess.tui.speaking import speaker
from cbassess.tui.widgets.picker import Picker

Doing = Callable[[], Awaitable[object] | object]


class Command(Struct, frozen=True):
    """A line of the palette.

    Attributes:
        title: a word or two in the language of the moment.
        help: what it does; empty for a place to go to.
        key: the key that does it too, as it is shown.
        do: does it.
        also: other texts that it is found by, such as its English name.
    """

    title: str
    help: str
    do: Doing
    key: str = ""
    also: tuple[str, ...] = ()


class Target(Struct, frozen=True):
    """A place on a screen, to be gone to by its name."""

    title: str
    go: Doing


@runtime_checkable
class Jumpable(Protocol):
    """A screen that has more places than the lines that it shows."""

    def jump_targets(self) -> Iterable[Target]:
        """The places, in order."""


def commands_of(screen: Screen[Any]) -> list[Command]:
    """All that can be done on a screen: its keys, what holds everywhere, and its places."""
    return [*_keys(screen), *_everywhere(screen.app), *_places(screen)]


def theme_commands(choose: Callable[[str], object]) -> list[Command]:
    """One for each set of colours."""
    return [
        Command(words.THEMES[name], words.THEMES_HELP[name], partial(choose, name), also=(name,)) for name in THEMES
    ]


def _keys(screen: Screen[Any]) -> Iterator[Command]:
    """One for each thing that a key of ours does; moving about is left to the keys."""
    told: set[str] = set()
    for active in keys_in_order(screen):
        one = active.binding
        action = one.action.removeprefix("app.")
        shown = one.id and one.description and active.enabled and (one.show or active.node is screen.app)
        if shown and action not in {*told, "commands"}:
            told.add(action)
            yield _command(screen.app, active)


def _command(app: App[Any], active: ActiveBinding) -> Command:
    one = active.binding
    return Command(
        speaker.say(one.description),
        speaker.say(one.tooltip),
        partial(app.run_action, one.action, active.node),
        app.get_key_display(one),
        (one.description, one.tooltip),
    )


def _everywhere(app: App[Any]) -> Iterator[Command]:
    yield Command(words.COMMAND_THEME, words.COMMAND_THEME_HELP, app.action_change_theme, also=("theme colours",))


def _places(screen: Screen[Any]) -> Iterator[Command]:
    targets = screen.jump_targets() if isinstance(screen, Jumpable) else _lines(screen)
    return (Command(target.title, "", target.go) for target in targets)


def _lines(screen: Screen[Any]) -> Iterator[Target]:
    """The lines of the lists that the cursor can stand on."""
    shown = [listed for listed in screen.query(OptionList) if listed.display and not isinstance(listed, Picker)]
    for listed in shown:
        for place, option in enumerate(listed.options):
            if isinstance(option.prompt, Content) and not option.disabled:
                yield Target(" ".join(option.prompt.plain.split()), partial(_stand_on, listed, place))


def _stand_on(listed: OptionList, place: int) -> None:
    listed.focus()
    listed.highlighted = place
