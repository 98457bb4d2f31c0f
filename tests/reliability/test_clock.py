"""Clocks that go back, zones, the edges of a quarter: nothing is lost, reordered or relabelled."""

from __future__ import annotations

import datetime as dt
import os
import zoneinfo
from collections.abc import Callable
from pathlib import Path

import pytest

from cbassess.model.quarters import quarter_of
from cbassess.store import backups
from cbassess.store.history import History
from cbassess.workflow import Records, open_pack
from tests.conftest import TORTURE
from tests.packs_for_tests import tiny_pack

ZONES = sorted(zoneinfo.available_timezones())[:: 1 if TORTURE else 25]
STAMP = ("A pack", "1", "00")
EDGES = [
    dt.datetime(2026, month, day, hour, minute, tzinfo=dt.UTC)
    for month, day in ((3, 31), (6, 30), (9, 30), (12, 31))
    for hour, minute in ((9, 59), (16, 30))
]
ODD_MOMENTS = [
    dt.datetime(1970, 1, 1, tzinfo=dt.UTC),
    dt.datetime(2038, 1, 19, 3, 14, 8, tzinfo=dt.UTC),
    dt.datetime(9999, 12, 31, 23, 59, 59, tzinfo=dt.UTC),
    dt.datetime(2026, 10, 13, tzinfo=dt.UTC),
]


def test_the_quarter_of_the_start_stays_in_every_zone_and_on_every_edge(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    labels: dict[int, tuple[str, dt.date, dt.datetime]] = {}
    with History.open(tmp_path) as history, history.together():
        for number, zone in enumerate(ZONES):
            seller = history.add_seller(f"{number}")
            for edge in EDGES:
                local = edge.astimezone(zoneinfo.ZoneInfo(zone))
                label = f"{quarter_of(local.date())}-{edge.hour}"
                wave = history.start_wave(seller, label, local.date(), STAMP, local)
                labels[wave.id] = (label, local.date(), edge)
    with History.open(tmp_path) as history:
        assert {wave.id: (wave.label, wave.as_of, wave.started_at) for wave in history.waves()} == labels
    record_property("figure", f"{len(ZONES)} zones x {len(EDGES)} edges of a quarter: 0 changes")


def test_one_moment_is_in_another_quarter_elsewhere() -> None:
    """Shows that the edges are edges."""
    moment = dt.datetime(2026, 12, 31, 16, 30, tzinfo=dt.UTC)
    here, there = (moment.astimezone(zoneinfo.ZoneInfo(zone)) for zone in ("Asia/Shanghai", "America/Los_Angeles"))
    assert (quarter_of(here.date()), quarter_of(there.date())) == ("2027-Q1", "2026-Q4")


@pytest.mark.parametrize("moment", ODD_MOMENTS, ids=lambda moment: str(moment.year))
def test_a_clock_that_was_set_changes_no_order_and_loses_nothing(tmp_path: Path, moment: dt.datetime) -> None:
    usual = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    with History.open(tmp_path, usual) as history:
        seller = history.add_seller("a")
        wave = history.start_wave(seller, "2026-Q4", usual.date(), STAMP, usual)
        history.save_response(wave.id, "x.a", "first", usual)
        history.save_response(wave.id, "x.a", "second", moment)
        history.start_wave(seller, "2026-Q4-2", usual.date(), STAMP, moment)
    with History.open(tmp_path, moment) as history:
        assert history.responses(wave.id) == {"x.a": "second"}
        assert [one.label for one in history.waves()] == ["2026-Q4", "2026-Q4-2"]
        history.restore(history.backup(moment).encode(), "backup.json")
        assert len(history.waves()) == 2


@pytest.fixture
def aged(tmp_path: Path) -> Callable[[dt.timedelta], int]:
    """Opens a history whose copies are as old as said, and counts the copies then."""
    now = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    with History.open(tmp_path, now) as history:
        history.add_seller("a")

    def open_later(age: dt.timedelta) -> int:
        folder = tmp_path / "backups"
        for copy in folder.glob("*.sqlite3"):
            os.utime(copy, ((now - age).timestamp(),) * 2)
        History.open(tmp_path, now).close()
        return len(list(folder.glob("*.sqlite3")))

    return open_later


def test_a_copy_is_made_every_week_and_eight_are_kept(aged: Callable[[dt.timedelta], int], tmp_path: Path) -> None:
    day = dt.timedelta(days=1)
    assert aged(day) == 1
    assert aged(6 * day) == 1
    counts = [aged(7 * day) for _ in range(10)]
    assert counts == [2, 3, 4, 5, 6, 7, 8, 8, 8, 8]
    assert sorted(path.name for path in (tmp_path / "backups").iterdir())[0] == "history-0004.sqlite3"
    assert backups.KEPT == 8


def test_an_evening_with_many_copies_pushes_no_earlier_week_out(tmp_path: Path) -> None:
    now = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    with History.open(tmp_path, now) as history:
        history.add_seller("a")
        weekly = [history.keep_copy() for _ in range(6)]
        for age, copy in enumerate(reversed(weekly), start=1):
            os.utime(copy, ((now - age * backups.WEEK).timestamp(),) * 2)
        evening = [history.keep_copy() for _ in range(12)]
    left = set((tmp_path / "backups").glob("*.sqlite3"))
    assert set(weekly) <= left
    assert set(evening[-backups.KEPT :]) <= left
    assert len(left) <= 2 * backups.KEPT


def test_a_clock_that_was_set_back_far_makes_a_copy_and_hides_none(aged: Callable[[dt.timedelta], int]) -> None:
    day = dt.timedelta(days=1)
    assert aged(day) == 1
    assert aged(-3 * day) == 1
    assert aged(-40 * day) == 2


def test_a_history_with_a_damaged_row_pushes_no_good_copy_out(tmp_path: Path) -> None:
    now = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    with History.open(tmp_path, now) as history:
        wave = history.start_wave(history.add_seller("a"), "2026-Q4", now.date(), STAMP, now)
        history.save_response(wave.id, "x.a", "what was said", now)
    path = tmp_path / "history.sqlite3"
    path.write_bytes(path.read_bytes().replace(b"what was said", b"what was sent"))
    History.open(tmp_path, now).close()
    assert not list(tmp_path.glob("backups/*.sqlite3"))


def test_the_weekly_copy_never_stands_in_the_way(tmp_path: Path) -> None:
    now = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    with History.open(tmp_path, now) as history:
        history.add_seller("a")
    (tmp_path / "backups").touch()
    with History.open(tmp_path, now) as history:
        assert len(history.sellers()) == 1


def test_around_midnight_of_new_year_a_second_start_is_a_second_wave(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CBASSESS_HOME", str(tmp_path / "home"))
    pack = open_pack(tiny_pack(tmp_path))
    with Records.open() as records:
        before, after = (dt.datetime(2026, 12, 31, 23, 59, 59, tzinfo=dt.UTC) + dt.timedelta(seconds=n) for n in (0, 2))
        for moment in (before, after):
            records.start("Lamps", pack, moment.date(), moment)
        assert [wave.label for wave in records.waves()] == ["2026-Q4", "2027-Q1"]
        # The clock goes back over the edge: the old quarter has a wave, so it gets a second one, and says so.
        assert records.start("Lamps", pack, before.date(), before).label == "2026-Q4-2"
