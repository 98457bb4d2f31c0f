"""The two places of the shipped pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbassess.errors import UsageError
from cbassess.packs import places


def test_in_a_checkout_it_is_the_top_of_the_repository() -> None:
    assert places.shipped_pack() == Path(__file__).parents[3]


def test_in_an_installed_copy_it_lies_in_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for part in ("questions", "rules"):
        (tmp_path / "_data" / part).mkdir(parents=True)
    monkeypatch.setattr(places, "PACKAGE", tmp_path)
    assert places.shipped_pack() == tmp_path / "_data"


def test_half_a_pack_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_data" / "questions").mkdir(parents=True)
    monkeypatch.setattr(places, "PACKAGE", tmp_path)
    with pytest.raises(UsageError, match="not-a-pack"):
        places.shipped_pack()
