"""What `replaces` may name."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbassess.packs.loading import load
from tests.packs_for_tests import TINY, changed, write_pack

BRAND = "questions/brand.toml"


def _codes(tmp_path: Path, files: dict[str, str]) -> list[tuple[str, str]]:
    return [(one.code, one.path) for one in load(write_pack(tmp_path, {**TINY, **files})).problems]


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ('id = "mark_filed"', 'id = "mark_filed"\nreplaces = ["brand.mark_filed"]', "items[1].replaces[0]"),
        ('text = "China only"', 'text = "China only", replaces = ["nowhere"]', "items[1].options[1].replaces[0]"),
        (
            'text = "China only"',
            'text = "China only", replaces = ["gone", "gone"]',
            "items[1].options[1].replaces[1]",
        ),
    ],
)
def test_what_is_there_or_replaced_already_cannot_be_replaced(tmp_path: Path, old: str, new: str, path: str) -> None:
    assert _codes(tmp_path, changed(BRAND, old, new)) == [("replaces-clash", path)]


def test_what_is_gone_can_be_replaced(tmp_path: Path) -> None:
    files = changed(BRAND, 'text = "China only"', 'text = "China only", replaces = ["inland"]')
    text = files[BRAND].replace('id = "mark_filed"', 'id = "mark_filed"\nreplaces = ["brand.mark_where"]')
    assert _codes(tmp_path, {BRAND: text}) == []
