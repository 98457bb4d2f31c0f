from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cbassess.model.pack import Pack
from cbassess.tui.desk import Desk
from cbassess.tui.speaking import speaker
from cbassess.workflow import Records, open_pack
from tests.packs_for_tests import tiny_pack
from tests.tui.running import Calendar


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """The language of the app belongs to the process; every test begins in English."""
    speaker.language, speaker.instead, speaker.moved = "en", {}, {}
    yield
    speaker.language, speaker.instead, speaker.moved = "en", {}, {}


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return open_pack(tiny_pack(tmp_path_factory.mktemp("tui")))


@pytest.fixture(scope="session")
def shipped() -> Pack:
    return open_pack()


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Records]:
    monkeypatch.setenv("CBASSESS_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    with Records.open() as found:
        yield found


@pytest.fixture
def desk(tiny: Pack, records: Records, calendar: Calendar) -> Desk:
    return Desk(tiny, records, calendar.today, calendar.now)


@pytest.fixture
def real_desk(shipped: Pack, records: Records, calendar: Calendar) -> Desk:
    return Desk(shipped, records, calendar.today, calendar.now)
