"""Chinese on the screen is broken as in print."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cbassess.tui.app import AssessApp
from cbassess.tui.desk import Desk
from cbassess.workflow import open_pack
from tests.tui.running import begin, press, rows

CLOSING = tuple("，。、；：？！）》」』】")
OPENING = tuple("（《「『【")


@pytest.mark.parametrize("width", [60, 71, 80, 83])
async def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(real_desk: Desk, width: int) -> None:
    chinese = replace(real_desk, pack=open_pack(None, "zh-CN"))
    broken = 0
    async with AssessApp(chinese, "zh-CN").run_test(size=(width, 40)) as pilot:
        await pilot.pause()
        await begin(pilot)
        await press(pilot, "question_mark")
        for _ in range(8):
            await press(pilot, "f3")
            shown = [row.strip() for row in rows(pilot) if row.strip()]
            assert not [row for row in shown if row.startswith(CLOSING) or row.endswith(OPENING)]
            broken += sum(len(row) > width / 3 for row in shown)
    assert broken, "nothing was long enough to be broken"
