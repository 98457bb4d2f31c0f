"""A history with one seller and one wave, and a moment to save at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from cbassess.model.history import Wave
from cbassess.store.history import History


@pytest.fixture
def now() -> dt.datetime:
    return dt.datetime(2026, 11, 22, 16, 30, tzinfo=dt.UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "home" / "cbassess"


@pytest.fixture
def history(folder: Path) -> Iterator[History]:
    with History.open(folder) as history:
        yield history


@pytest.fixture
def wave(history: History, now: dt.datetime) -> Wave:
    seller = history.add_seller("示例公司")
    return history.start_wave(seller, "2026-Q4", dt.date(2026, 11, 1), ("A pack", "1.0.0", "00ff"), now)
