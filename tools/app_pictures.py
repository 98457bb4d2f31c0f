"""The pictures of the app in README and tutorial, and the short film: `python -m tools.app_pictures`.

The real app runs on the shipped pack with an example seller, keys are pressed, and what stands on the screen is drawn
cell by cell (`tools/cells_to_picture.py`). Made by hand, not in the tests: another version of a typeface draws another
picture.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from cbassess.workflow import Records
from tests.tui.story import LARGE, SELLERS, SMALL, Scene, shown, told
from tools.cells_to_picture import picture_of

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"

SCENES = (
    (SMALL, Scene("app-home", ())),
    (SMALL, Scene("app-question", ("enter",))),
    (LARGE, Scene("app-question-wide", ("enter", "down"))),
    (LARGE, Scene("app-results", ("r",))),
    (LARGE, Scene("app-plan", ("r", "p", "down"))),
    (LARGE, Scene("app-compare", ("c",))),
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
    with tempfile.TemporaryDirectory() as home:
        for language in SELLERS:
            os.environ["CBASSESS_HOME"] = f"{home}/{language}"
            with Records.open() as records:
                desk = told(records, language)
                for size, scene in SCENES:
                    (strips,) = asyncio.run(shown(desk, language, size, [scene.keys]))
                    few_colours(picture_of(strips)).save(FOLDER / f"{scene.name}.{language}.png", optimize=True)
                in_turn = asyncio.run(shown(desk, language, LARGE, [keys for keys, _ in FILM]))
                film([picture_of(strips) for strips in in_turn], FOLDER / f"app-run.{language}.gif")


def film(pictures: Sequence[Image.Image], path: Path) -> None:
    """The screens one after the other, as an animation."""
    first, *others = [few_colours(one.resize((960, one.height * 960 // one.width))) for one in pictures]
    times = [time for _, time in FILM]
    first.save(path, save_all=True, append_images=others, duration=times, loop=0, optimize=True)


def few_colours(picture: Image.Image) -> Image.Image:
    """Few colours are enough for a terminal, and weigh a quarter."""
    return picture.quantize(64)


if __name__ == "__main__":
    main()
