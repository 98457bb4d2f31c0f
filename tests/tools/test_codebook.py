"""The codebook is that of the shipped pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbassess.workflow import open_pack
from tools.codebook import DOCS, documents

PACK = open_pack()
DOCUMENTS = documents(PACK)


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_it_is_current(name: str) -> None:
    written = (Path(DOCS) / name).read_text(encoding="utf-8")
    assert written == DOCUMENTS[name], "run `make generate`"


def test_nothing_is_left_out() -> None:
    assert all(f"### `{item}`" in DOCUMENTS["questions.md"] for item in PACK.items)
    assert all(f"### `{action}`" in DOCUMENTS["actions.md"] for action in PACK.actions)
    assert all(f"### {source}\n" in DOCUMENTS["sources.md"] for source in PACK.sources)
