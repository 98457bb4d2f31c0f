"""From any figure down to the answers, from there to the question, and back to the same place."""

from __future__ import annotations

from unicodedata import east_asian_width

import pytest
from msgspec.structs import replace
from rich.cells import cell_len
from textual.pilot import Pilot

from cbassess.model.information import Information, Together
from cbassess.model.pack import Pack
from cbassess.model.responses import ResponseSet
from cbassess.tui.desk import Desk
from cbassess.tui.screens.evidence import EvidenceScreen
from cbassess.tui.screens.questionnaire import QuestionnaireScreen
from cbassess.tui.screens.results import ResultsScreen
from cbassess.tui.texts.results import ResultsView, result_lines
from cbassess.tui.texts.trends import trend_row
from cbassess.tui.widgets.sheet import Sheet
from cbassess.workflow import assess, what_is_open
from tests.tui.running import DAY, SIZES, flat, opened, press, rows
from tests.tui.test_working_the_plan import ANSWERS, keep


async def settled(pilot: Pilot[None]) -> str:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return flat(pilot)


async def to_the_line(pilot: Pilot[None], key: str) -> None:
    """Move the cursor down to the line that leads there."""
    for _ in range(80):
        screen = pilot.app.screen
        at = screen.key if isinstance(screen, EvidenceScreen) else screen.query_one(Sheet).key
        if at == key:
            return
        await pilot.press("down")
    raise AssertionError(key)


@pytest.mark.parametrize("size", [SIZES[0], SIZES[1]])
async def test_from_a_trend_to_the_answer_to_the_question_and_back(desk: Desk, size: tuple[int, int]) -> None:
    keep(desk)
    async with opened(desk, size) as pilot:
        await press(pilot, "r")
        await to_the_line(pilot, "export_brands")
        await press(pilot, "enter")
        assert "Why it concerns you" not in await settled(pilot)
        await to_the_line(pilot, "brand.mark_filed")
        await press(pilot, "enter")
        told = await settled(pilot)
        assert "Where is your main trade mark filed?" in told
        assert len(pilot.app.screen_stack) == 4
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, EvidenceScreen)
        assert pilot.app.screen.key == "brand.mark_filed"
        await press(pilot, "a")
        assert isinstance(pilot.app.screen, QuestionnaireScreen)
        assert "Where is your main trade mark filed?" in flat(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ResultsScreen)
        assert pilot.app.screen.query_one(Sheet).key == "export_brands"


async def test_a_question_tells_what_every_other_answer_would_change(desk: Desk) -> None:
    keep(desk)
    async with opened(desk, (120, 40)) as pilot:
        await press(pilot, "r")
        await to_the_line(pilot, "export_brands")
        await press(pilot, "enter")
        await settled(pilot)
        await to_the_line(pilot, "brand.mark_filed")
        await press(pilot, "enter")
        told = await settled(pilot)
        assert "If you answered: Our biggest market" in told
        assert "What it counts for" in told


@pytest.mark.parametrize(
    ("certain", "exact", "said"),
    [
        (True, True, "These will not change, whatever you answer."),
        (True, False, "These stayed in all 60 combinations of answers that were tried"),
        (False, True, "These can still change with your answers."),
    ],
)
def test_that_the_first_steps_stay_is_said_only_where_it_is_so(
    tiny: Pack, certain: bool, exact: bool, said: str
) -> None:
    given = ResponseSet("Lamps", {k: v for k, v in ANSWERS.items() if k != "profile.next_fair"}, "2026-Q4", DAY)  # type: ignore[arg-type]
    document = assess(tiny, given, DAY)
    found: Information = what_is_open(tiny, given, DAY, 3)
    first = tuple(step.action for step in document.plan[:3])
    together = Together(tried=60, possible=60 if exact else 900, exact=exact, certain=first if certain else first[1:])
    view = ResultsView(document, {}, DAY, replace(found, together=together))
    assert said in "\n".join(line.label(100).plain for line in result_lines(view, 3))


def test_the_bars_of_the_chart_start_in_the_same_columns(shipped: Pack) -> None:
    given = ResponseSet("Lamps", {"profile.side": "both"}, "2026-Q4", DAY)
    trends = [trend for trend in assess(shipped, given, DAY).trends if trend.applies]
    for width in (46, 50, 74):
        lines = [trend_row(trend, width).plain.splitlines()[-1] for trend in trends]
        starts = {tuple(n for n, one in enumerate(line) if one in "#-." and line[n - 1] == " ") for line in lines}
        assert len({start[:1] for start in starts}) == 1
        assert max(cell_len(line) for line in lines) <= width
        assert len({line.index("Concerns you") for line in lines}) == 1


@pytest.mark.parametrize("size", SIZES)
async def test_every_part_fits_its_window_with_characters_of_one_width(desk: Desk, size: tuple[int, int]) -> None:
    keep(desk)
    async with opened(desk, size) as pilot:
        for keys in (
            ("r",),
            ("enter",),
            ("s",),
            ("escape", "n"),
            ("escape", "escape", "p", "f"),
            ("space", "escape"),
            ("x", "end", "enter"),
            ("escape", "h"),
            ("escape", "i"),
            ("space",),
            ("tab",),
            ("escape", "v"),
            ("enter",),
            ("escape", "escape", "r"),
            ("space", "enter"),
            ("tab",),
        ):
            await press(pilot, *keys)
            await settled(pilot)
            shown = rows(pilot)
            assert {cell_len(row) for row in shown} == {size[0]}, keys
            odd = {one for one in "".join(shown) if not one.isascii() and east_asian_width(one) != "W"}
            assert odd == set(), keys
            assert shown[-1].strip(), keys
