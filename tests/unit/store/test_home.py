"""Which folder holds the history."""

from __future__ import annotations

import stat
from pathlib import Path

import platformdirs
import pytest

from cbassess.errors import StoreError
from cbassess.store.home import data_folder


def test_the_variable_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CBASSESS_HOME", str(tmp_path / "a" / "b"))
    assert data_folder() == tmp_path / "a" / "b"
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700


def test_a_relative_folder_starts_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CBASSESS_HOME", "data")
    assert data_folder() == tmp_path / "data"


@pytest.mark.parametrize("empty", [None, ""])
def test_without_the_variable_the_platform_chooses(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, empty: str | None
) -> None:
    monkeypatch.delenv("CBASSESS_HOME", raising=False)
    if empty is not None:
        monkeypatch.setenv("CBASSESS_HOME", empty)
    monkeypatch.setattr(platformdirs, "user_data_path", lambda name, **_: tmp_path / name)
    assert data_folder() == tmp_path / "cbassess"


def test_no_home_at_all_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CBASSESS_HOME", raising=False)
    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_, **__: Path("~/.local/share/cbassess"))
    with pytest.raises(StoreError, match="CBASSESS_HOME"):
        data_folder()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["file", "file/below", "loop", "loop/below", "nowhere"])
def test_a_folder_that_cannot_be_made_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, place: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "nowhere").symlink_to("not there")
    monkeypatch.setenv("CBASSESS_HOME", str(tmp_path / place))
    with pytest.raises(StoreError, match="could not be used"):
        data_folder()
