"""The pictures of the app in README and tutorial, and the short film: `python -m tools.app_pictures`.

The real app runs on the shipped pack with an example seller, keys are pressed, and what stands on the screen is drawn
cell by cell (`tools/cells_to_picture.py`). Made by hand, not in the tests: another version of a typeface draws another
picture.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image

from cbassess.tui.app import AssessApp
from cbassess.tui.desk import Desk
from cbassess.workflow import Records, open_pack, read_answers
from tools.cells_to_picture import picture_of

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
EXAMPLE = ROOT / "examples" / "exporter.toml"
SELLERS = {"en": "Shenzhen lamp makers", "zh-CN": "深圳灯具小厂"}
BEFORE, NOW = dt.date(2026, 8, 20), dt.date(2026, 11, 22)
LAST_QUARTER = {"brand.mark_filed": "nowhere", "markets.us_ready": "neither", "ip_compliance.tax_match": "not_known"}
SMALL, LARGE = (80, 24), (120, 40)


@dataclass(frozen=True)
class Scene:
    """A name for the picture, the window, and the keys that lead there from the first screen."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...]


SCENES = (
    Scene("app-home", SMALL, ()),
    Scene("app-question", SMALL, ("enter",)),
    Scene("app-question-wide", LARGE, ("enter", "down")),
    Scene("app-results", LARGE, ("r",)),
    Scene("app-plan", LARGE, ("r", "p", "down")),
    Scene("app-compare", LARGE, ("c",)),
)

FILM: tuple[tuple[tuple[str, ...], int], ...] = (
    ((), 1500),
    (("enter",), 1800),
    (("down",), 600),
    (("enter",), 1500),
    (("2",), 900),
    (("enter",), 1500),
    (("f5",), 2500),
    (("down",), 900),
    (("down",), 900),
    (("p",), 2500),
    (("down",), 1200),
    (("down",), 1200),
    (("escape", "escape", "escape", "c"), 3000),
)
"""Keys, and for how many milliseconds is shown what they lead to."""


def main() -> None:
    """Write all pictures and the film anew."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for language in SELLERS:
            os.environ["CBASSESS_HOME"] = str(folder / language)
            with Records.open() as records:
                desk = told(records, language)
                for scene in SCENES:
                    (shown,) = asyncio.run(screens(desk, language, scene.size, [scene.keys]))
                    few_colours(shown).save(FOLDER / f"{scene.name}.{language}.png", optimize=True)
                shown_in_turn = asyncio.run(screens(desk, language, LARGE, [keys for keys, _ in FILM]))
                film(shown_in_turn, FOLDER / f"app-run.{language}.gif")


def told(records: Records, language: str) -> Desk:
    """A seller with a quarter behind, and the present one open at a few questions."""
    pack, seller = open_pack(None, language), SELLERS[language]
    now = read_answers(EXAMPLE, pack)
    for day, label, changed in ((BEFORE, "2026-Q3", LAST_QUARTER), (NOW, "2026-Q4", {})):
        wave = replace(now.with_responses(changed), seller=seller, wave=label, as_of=day)
        records.import_answers(pack, wave, seller, label, _clock(day))
    return Desk(pack, records, lambda: NOW, lambda: _clock(NOW))


def _clock(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(20), dt.UTC)


async def screens(desk: Desk, language: str, size: tuple[int, int], keys: Sequence[Sequence[str]]) -> list[Image.Image]:
    """What stands on the screen after each group of keys."""
    app, found = AssessApp(desk, language), []
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.2)
        for group in keys:
            await pilot.press(*group)
            await pilot.pause(0.4)  # what is worked out behind the first paint is there by then
            found.append(picture_of(app.screen._compositor.render_strips()))
    return found


def film(shown: Sequence[Image.Image], path: Path) -> None:
    """The screens one after the other, as an animation."""
    first, *others = [few_colours(one.resize((960, one.height * 960 // one.width))) for one in shown]
    times = [time for _, time in FILM]
    first.save(path, save_all=True, append_images=others, duration=times, loop=0, optimize=True)


def few_colours(picture: Image.Image) -> Image.Image:
    """Few colours are enough for a terminal, and weigh a quarter."""
    return picture.quantize(64)


if __name__ == "__main__":
    main()
