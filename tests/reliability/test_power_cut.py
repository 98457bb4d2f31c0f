"""The power goes while answers are saved: what was acknowledged is there, and the file is sound."""

from __future__ import annotations

import datetime as dt
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cbassess.errors import StoreError
from cbassess.store import database, private
from cbassess.store.history import History
from tests.conftest import TORTURE
from tests.reliability.disks import RecordingDisk, on
from tests.reliability.power import Platter

CUTS = 1_000 if TORTURE else 60
SAVES = 120
NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)


def recorded(folder: Path) -> tuple[dict[str, bytes], list[tuple[object, ...]]]:
    """The files before, and all that was done to them while answers were saved one by one and several at once."""
    with History.open(folder) as history:
        history.start_wave(history.add_seller("a"), "2026-Q4", dt.date(2026, 11, 1), ("A pack", "1", "00"), NOW)
    files = {str(path): path.read_bytes() for path in folder.glob("*.sqlite3")}
    disk = RecordingDisk()
    with on(disk), History.open(folder) as history:
        for number in range(SAVES):
            several = number % 10 == 9
            answers = {f"a.item_{number}_{part}": f"答 {number}" * 40 for part in range(20 if several else 1)}
            history.save_responses(1, dict(answers), NOW)
            disk.note(("saved", "", tuple(answers)))
    return files, disk.events


def cut_and_look(tmp_path: Path, files: dict[str, bytes], events: list[tuple[object, ...]]) -> tuple[int, int, int]:
    """Cut the power at random moments; how many cuts lost an answer, damaged the file, left a change half done."""
    chance = random.Random(26)
    lost = damaged = half = 0
    platter, played, saved = Platter(files), 0, set[str]()
    for number, moment in enumerate(sorted(chance.randrange(len(events)) for _ in range(CUTS))):
        platter.play(event for event in events[played:moment] if event[0] != "saved")
        saved.update(item for event in events[played:moment] if event[0] == "saved" for item in event[2])  # type: ignore[attr-defined]
        played = moment
        place = tmp_path / f"cut {number}"
        place.mkdir()
        platter.cut(chance, place)
        try:
            with History.open(place) as history:
                found = set(history.responses(1))
        except StoreError:
            damaged += 1
        else:
            lost += not saved <= found
            half += len(found - saved) not in (0, 1, 20)
        shutil.rmtree(place)
    return lost, damaged, half


def test_nothing_that_was_acknowledged_is_lost(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    files, events = recorded(tmp_path / "home")
    lost, damaged, half = cut_and_look(tmp_path, files, events)
    record_property("figure", f"{CUTS} power cuts: {lost} lost an answer, {damaged} damaged the file, {half} half done")
    assert (lost, damaged, half) == (0, 0, 0)


@pytest.mark.parametrize(
    "weaker",
    [
        ("PRAGMA journal_mode=DELETE", "PRAGMA synchronous=FULL"),
        ("PRAGMA journal_mode=DELETE", "PRAGMA synchronous=OFF"),
        ("PRAGMA journal_mode=OFF", "PRAGMA synchronous=EXTRA"),
    ],
    ids=["FULL", "OFF", "no-journal"],
)
def test_with_less_protection_it_would_be(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    weaker: tuple[str, ...],
    record_property: Callable[[str, object], None],
) -> None:
    monkeypatch.setattr(database, "_WRITING", weaker)
    files, events = recorded(tmp_path / "home")
    # A weaker setting is only for the record: what is found afterwards is opened as always.
    monkeypatch.undo()
    lost, damaged, half = cut_and_look(tmp_path, files, events)
    record_property("figure", f"{CUTS} power cuts with {weaker}: {lost} lost, {damaged} damaged, {half} half done")
    assert lost + damaged + half > 0


def test_the_name_of_a_new_history_is_made_durable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite does that for the files that it makes, and it does not make this one."""
    synced: list[Path] = []
    monkeypatch.setattr(private, "sync_folder", synced.append)
    History.open(tmp_path / "share" / "cbassess").close()
    assert synced == [tmp_path, tmp_path / "share", tmp_path / "share" / "cbassess"]
