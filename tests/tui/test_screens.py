"""Screens letter by letter. After a wanted change: `python -m tests.tui.test_screens`, and read the diff.

Texts and not drawings: a difference can be read in a review, and another version of Textual or of a typeface does not
change them all. Colours are tested where they are given a meaning.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from textual.strip import Strip

from cbassess.workflow import Records
from tests.tui.story import LARGE, SELLERS, SMALL, Scene, shown, told

GOLDEN = Path(__file__).parent / "screens"
SIZES = (SMALL, LARGE)
SCENES = (
    Scene("home", ()),
    Scene("question", ("enter",)),
    Scene("review", ("enter", "r")),
    Scene("open", ("enter", "o")),
    Scene("results", ("r",)),
    Scene("evidence", ("r", "end", "up", "up", "up", "up", "enter")),
    Scene("plan", ("r", "p", "down")),
    Scene("what-if", ("r", "p", "i")),
    Scene("compare", ("c",)),
    Scene("keys", ("r", "p", "f1")),
)
CASES = [(language, size, scene) for language in SELLERS for size in SIZES for scene in SCENES]
assert len(CASES) <= 40, "more than anybody reads"


def golden(language: str, size: tuple[int, int], scene: Scene) -> Path:
    return GOLDEN / f"{scene.name}.{size[0]}x{size[1]}.{language}.txt"


def letters(strips: Iterable[Strip]) -> str:
    return "".join(strip.text.rstrip() + "\n" for strip in strips)


@pytest.mark.parametrize("language", SELLERS)
@pytest.mark.parametrize("size", SIZES)
async def test_every_screen_is_the_same_letter_by_letter(
    language: str, size: tuple[int, int], records: Records
) -> None:
    desk = told(records, language)
    for scene in SCENES:
        (strips,) = await shown(desk, language, size, [scene.keys])
        assert letters(strips) == golden(language, size, scene).read_text(encoding="utf-8"), scene.name


def main() -> None:
    """Write all of them anew."""
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for language in SELLERS:
            os.environ["CBASSESS_HOME"] = f"{folder}/{language}"
            with Records.open() as records:
                desk = told(records, language)
                for size in SIZES:
                    for scene in SCENES:
                        (strips,) = asyncio.run(shown(desk, language, size, [scene.keys]))
                        golden(language, size, scene).write_text(letters(strips), encoding="utf-8")


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    main()
