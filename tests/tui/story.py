"""The example seller with a quarter behind and one before: what pictures and screens letter by letter show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace
from textual.pilot import Pilot
from textual.strip import Strip

from cbassess.tui.app import AssessApp
from cbassess.tui.desk import Desk
from cbassess.workflow import Records, open_pack, pack_in, read_answers

EXAMPLE = Path(__file__).parents[2] / "examples" / "exporter.toml"
SELLERS = {"en": "Shenzhen lamp makers", "zh-CN": "深圳灯具小厂"}
BEFORE, NOW = dt.date(2026, 8, 20), dt.date(2026, 11, 22)
LAST_QUARTER = {"brand.mark_filed": "nowhere", "markets.us_ready": "neither", "ip_compliance.tax_match": "not_known"}
SMALL, LARGE = (80, 24), (120, 40)


@dataclass(frozen=True)
class Scene:
    """A name, and the keys that lead there from the first screen."""

    name: str
    keys: tuple[str, ...]


def told(records: Records, language: str) -> Desk:
    """The seller in the history, and a clock that stands still."""
    pack, seller = open_pack(None, language), SELLERS[language]
    now = read_answers(EXAMPLE, pack)
    for day, label, changed in ((BEFORE, "2026-Q3", LAST_QUARTER), (NOW, "2026-Q4", {})):
        wave = replace(now.with_responses(changed), seller=seller, wave=label, as_of=day)
        records.import_answers(pack, wave, seller, label, _evening(day))
    return Desk(pack, records, lambda: NOW, lambda: _evening(NOW), pack_in)


def _evening(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(20), dt.UTC)


async def shown(desk: Desk, language: str, size: tuple[int, int], keys: Sequence[Sequence[str]]) -> list[list[Strip]]:
    """The lines of the screen after each group of keys, with what is worked out behind the first paint."""
    app, found = AssessApp(desk, language), []
    async with app.run_test(size=size) as pilot:
        await _still(pilot)
        for group in keys:
            await pilot.press(*group)
            found.append(await _still(pilot))
    return found


async def _still(pilot: Pilot[None]) -> list[Strip]:
    """The lines, as soon as they have been the same for a while with nothing at work."""
    lines: list[Strip] = []
    same = 0
    while same < 3:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.12)
        before, lines = lines, pilot.app.screen._compositor.render_strips()
        same = same + 1 if lines == before else 0
    return lines
