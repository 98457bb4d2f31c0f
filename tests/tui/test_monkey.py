"""A monkey at the keyboard: any key at any time, one by one or in bursts, in a window of any size.

It must break nothing and lose nothing.
"""

from __future__ import annotations

import os
import random

import pytest
from textual import events
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot

from cbassess.model.responses import Response
from cbassess.tui.app import AssessApp
from cbassess.tui.desk import Desk
from cbassess.tui.screens.answering import AnsweringPage
from tests.tui.running import stored

KEYS = 20_000 if os.environ.get("CBASSESS_TORTURE") else 600
AT_ONCE = 25
"""Keys between two looks at the disk."""
RUNS = 4

SHOWN = "0123456789abcdefghijklmnopqrstuvwxyz,./?-+[]<>&=税"
NAMED = (
    *("enter", "escape", "space", "tab", "shift+tab", "backspace", "delete", "up", "down", "left", "right"),
    *("home", "end", "pageup", "pagedown", "ctrl+p", "ctrl+c", "ctrl+z", "ctrl+a", "ctrl+x"),
)
FUNCTIONS = tuple(f"f{number}" for number in range(1, 13))


class Monkey:
    """Presses keys by chance: mostly such as answer and go on, so that it comes far into the app."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self.pressed: list[str] = []

    def keys(self, count: int) -> list[str]:
        """The next keys; all of them are kept in `pressed`, so that a failure can be played again."""
        chance = self._chance
        found = [chance.choice(chance.choice((("enter",), SHOWN, SHOWN, NAMED, FUNCTIONS))) for _ in range(count)]
        self.pressed += found
        return found

    def size(self) -> tuple[int, int] | None:
        """Now and then another size of the window, some of them too small."""
        return (self._chance.randint(30, 160), self._chance.randint(8, 50)) if self._chance.random() < 0.1 else None

    def is_in_a_hurry(self) -> bool:
        """Whether the next keys come faster than the app takes them, as over a slow line."""
        return self._chance.random() < 0.5


@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("seed", range(RUNS))
async def test_a_monkey_breaks_nothing_and_loses_no_answer(real_desk: Desk, seed: int) -> None:
    monkey = Monkey(seed)
    waves_seen = 0
    while len(monkey.pressed) < KEYS // RUNS:  # it may leave the app, and comes back
        app = AssessApp(real_desk)
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            while app.is_running and len(monkey.pressed) < KEYS // RUNS:
                await _press(pilot, monkey)
                assert_nothing_lost(app, real_desk)
        assert app.return_code in {0, None}, monkey.pressed[-2 * AT_ONCE :]
        waves = real_desk.records.waves()
        assert len(waves) >= waves_seen
        waves_seen = len(waves)
    assert waves_seen, "the monkey never came to a question"


async def _press(pilot: Pilot[None], monkey: Monkey) -> None:
    if size := monkey.size():
        await pilot.resize_terminal(*size)
    if monkey.is_in_a_hurry():
        for key in monkey.keys(AT_ONCE):
            named, character = (_character_to_key(key), key) if len(key) == 1 else (key, key_to_character(key))
            pilot.app.post_message(events.Key(named, character))
    else:
        # What the pilot adds to each key is a wait of a twentieth of a second, which would make hours of it.
        await pilot.app._press_keys(monkey.keys(AT_ONCE))
    await pilot.pause()


def assert_nothing_lost(app: AssessApp, desk: Desk) -> None:
    """Whatever a questionnaire holds as answered is on the disk, unless it says that it is not."""
    for screen in app.screen_stack if app.is_running else ():
        if isinstance(screen, AnsweringPage) and not screen.interview.unsaved:
            held: dict[str, Response] = dict(screen.interview.responses.responses)
            assert stored(desk, screen.interview.wave) == held
