"""A damaged file ends in a StoreError and is set aside, never deleted; no wrong answer is shown as good."""

from __future__ import annotations

import datetime as dt
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from cbassess.errors import DamagedHistoryError, StoreError
from cbassess.model.history import PackCopy, Wave, WorkEntry
from cbassess.store import database, opening
from cbassess.store.damage import set_aside
from cbassess.store.database import Database
from cbassess.store.history import History
from cbassess.store.opening import open_database
from cbassess.store.rescue import put_back
from cbassess.store.schema import migrations
from cbassess.store.schema.migrating import latest_version
from tests.conftest import TORTURE

PAGE = 4096
TRIES = 1_000 if TORTURE else 200


@pytest.fixture
def sound(history: History, wave: Wave, now: dt.datetime) -> bytes:
    """A history of several pages; the wave has the id 1."""
    for number in range(60):
        history.save_response(wave.id, f"section.item_{number}", f"answer {number} 答案 " * 8, now)
    other = history.start_wave(wave.seller, "2027-Q1", dt.date(2027, 1, 1), ("A pack", "1.0.0", "00ff"), now)
    history.save_responses(other.id, {f"section.item_{number}": float(number) for number in range(60)}, now)
    history.work.note(
        wave.seller.id, [WorkEntry(f"step_{number}", "note", "办 " * 50, now.date()) for number in range(40)], now
    )
    history.packs.keep(PackCopy("00ff", "A pack", "1.0.0", {"rules/a.toml": random.Random(1).randbytes(9_000)}))
    history.close()
    return history.path.read_bytes()


def all_of(folder: Path) -> tuple[object, ...]:
    """Whatever a history shows."""
    with History.open(folder) as history:
        waves = history.waves()
        answers = [history.answers(wave.id) for wave in waves]
        return waves, answers, [history.work.of(wave.seller.id) for wave in waves], history.packs.find("00ff")


def random_bytes(sound: bytes, chance: random.Random) -> bytes:
    return chance.randbytes(chance.randrange(1, len(sound)))


def truncated(sound: bytes, chance: random.Random) -> bytes:
    return sound[: chance.randrange(1, len(sound))]


def zero_page(sound: bytes, chance: random.Random) -> bytes:
    start = PAGE * chance.randrange(len(sound) // PAGE)
    return sound[:start] + bytes(PAGE) + sound[start + PAGE :]


def noisy_run(sound: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(sound) - 64)
    return sound[:start] + chance.randbytes(64) + sound[start + 64 :]


def page_in_two_places(sound: bytes, chance: random.Random) -> bytes:
    source, place = (PAGE * number for number in chance.sample(range(len(sound) // PAGE), 2))
    return sound[:place] + sound[source : source + PAGE] + sound[place + PAGE :]


def flipped_bit(sound: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(sound))
    return sound[:place] + bytes([sound[place] ^ (1 << chance.randrange(8))]) + sound[place + 1 :]


@pytest.mark.parametrize("harm", [random_bytes, truncated, zero_page, page_in_two_places, noisy_run, flipped_bit])
def test_damage_is_told_or_harmless(
    sound: bytes,
    tmp_path: Path,
    folder: Path,
    harm: Callable[[bytes, random.Random], bytes],
    record_property: Callable[[str, object], None],
) -> None:
    expected = all_of(folder)
    chance = random.Random(harm.__name__)
    told = 0
    for number in range(TRIES):
        place = tmp_path / f"{number}"
        place.mkdir()
        (place / "history.sqlite3").write_bytes(harm(sound, chance))
        try:
            shown = all_of(place)
        except StoreError:
            told += 1
        else:
            assert shown == expected, f"wrong answers shown as good, try {number}"
    # Some bits mean nothing, and so does the page that holds the numbers of deleted waves: there are none here.
    assert told == TRIES or harm in (noisy_run, flipped_bit, page_in_two_places)
    assert told > TRIES // 4
    record_property("figure", f"{TRIES} x {harm.__name__}: {told} told, {TRIES - told} harmless, 0 shown as good")


def test_the_newest_good_copy_is_offered_and_brings_everything_back(
    sound: bytes, folder: Path, record_property: Callable[[str, object], None]
) -> None:
    """Of three copies, the newest is damaged as well, and the one before it is half written."""
    expected, path, chance = all_of(folder), folder / "history.sqlite3", random.Random(7)
    harms = (random_bytes, truncated, zero_page)
    copies = folder / "backups"
    copies.mkdir()
    (copies / "history-0001.sqlite3").write_bytes(sound)
    (copies / "history-0002.sqlite3").write_bytes(sound[: len(sound) // 2])
    (copies / "history-0003.sqlite3").write_bytes(sound.replace(b"answer 7 ", b"answer 8 "))
    files = 1_000 if TORTURE else 20
    for number in range(files):
        damaged = harms[number % 3](sound, chance)
        path.write_bytes(damaged)
        with pytest.raises(DamagedHistoryError) as told:
            History.open(folder)
        assert told.value.backup == copies / "history-0001.sqlite3"
        assert told.value.aside is not None
        assert told.value.aside.read_bytes() == damaged
        with History.open(folder) as history:
            assert history.newest_good_backup() == told.value.backup
            history.put_back(told.value.backup)
        assert all_of(folder) == expected
        told.value.aside.unlink()
        path.unlink()
    record_property("figure", f"{files} damaged files: all set aside, the newest good copy offered and put back")


@pytest.mark.usefixtures("sound")
def test_putting_back_keeps_what_there_was(folder: Path, now: dt.datetime) -> None:
    with History.open(folder, now) as history:
        copy = history.newest_good_backup()
        assert copy is not None
        history.save_response(1, "a.new", "said since", now)
        since = history.responses(1)
        wave = history.start_wave(history.sellers()[0], "later", now.date(), ("A", "1", "0"), now)
        history.put_back(copy)
        assert "a.new" not in history.responses(1)
        kept = history.newest_good_backup()
        assert kept is not None
        assert kept != copy
        # The number of a wave that is gone is not given again: a window may still have it open.
        assert history.start_wave(history.sellers()[0], "other", now.date(), ("A", "1", "0"), now).id > wave.id
        history.put_back(kept)
        assert history.responses(1) == since


@pytest.mark.usefixtures("sound")
@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"x" * 5000])
def test_what_is_no_sound_copy_is_not_put_back(folder: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "copy.sqlite3").write_bytes(content)
    before = (folder / "history.sqlite3").read_bytes()
    with History.open(folder) as history, pytest.raises(StoreError, match="no sound history"):
        history.put_back(tmp_path / "copy.sqlite3")
    assert (folder / "history.sqlite3").read_bytes() == before


@pytest.mark.parametrize("harm", [random_bytes, truncated, zero_page])
def test_a_damaged_file_is_set_aside_and_kept(
    sound: bytes, folder: Path, harm: Callable[[bytes, random.Random], bytes]
) -> None:
    path = folder / "history.sqlite3"
    for number in (1, 2):
        damaged = harm(sound, random.Random(number))
        path.write_bytes(damaged)
        aside = folder / f"history.damaged-000{number}.sqlite3"
        with pytest.raises(StoreError) as told:
            History.open(folder)
        assert f"{path} is damaged" in str(told.value)
        assert str(aside) in str(told.value)
        assert "There is no good copy" in str(told.value)
        assert aside.read_bytes() == damaged
        assert not path.exists()
    with History.open(folder) as history:
        assert history.sellers() == ()


@pytest.mark.usefixtures("sound")
def test_the_newest_backup_is_named_and_can_be_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = all_of(folder)
    path = folder / "history.sqlite3"
    for version in (latest_version() + 1, latest_version() + 2):
        step = migrations.Migration(version, "test", (f"CREATE TABLE more_{version} (id INTEGER) STRICT",))
        monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, step))
        History.open(folder).close()
    (folder / "backups" / "history-0003.sqlite3").touch()
    path.write_bytes(b"no database")
    backup = folder / "backups" / "history-0002.sqlite3"
    with pytest.raises(StoreError, match="The newest good copy is") as told:
        History.open(folder)
    assert str(backup) in str(told.value)
    assert isinstance(told.value, DamagedHistoryError)
    assert told.value.backup == backup
    with closing(open_database(folder).connection) as connection:
        put_back(Database(connection, path, read_only=False), backup)
    assert all_of(folder) == expected


def test_the_journal_goes_with_the_damaged_file(sound: bytes, folder: Path) -> None:
    path = folder / "history.sqlite3"
    path.write_bytes(bytes(len(sound)))
    (folder / "history.sqlite3-journal").write_bytes(b"\x00" * 600)
    with pytest.raises(StoreError):
        History.open(folder)
    assert sorted(file.name for file in folder.iterdir()) == [
        "history.damaged-0001.sqlite3",
        "history.damaged-0001.sqlite3-journal",
    ]


def test_a_file_that_took_the_place_of_the_damaged_one_is_left_alone(sound: bytes, folder: Path) -> None:
    path = folder / "history.sqlite3"
    found = path.lstat()
    path.rename(folder / "history.damaged-0001.sqlite3")
    path.write_bytes(sound)
    assert set_aside(path, found) is None
    assert path.read_bytes() == sound


def test_a_locked_file_is_not_taken_for_a_damaged_one(
    sound: bytes, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
        connection = database.connect(path, read_only=read_only)
        connection.execute("PRAGMA busy_timeout=10")
        return connection

    monkeypatch.setattr(opening, "connect", connect)
    path = folder / "history.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="in use by another program"):
            History.open(folder)
    assert path.read_bytes() == sound


@pytest.mark.usefixtures("sound")
def test_an_answer_that_has_lost_its_wave_is_damage(folder: Path) -> None:
    """Otherwise the answer before it would pass for the last one."""
    with closing(sqlite3.connect(folder / "history.sqlite3", isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER answers_are_not_changed")
        connection.execute("UPDATE answers SET wave_id = 6 WHERE wave_id = 2 AND sequence = 60")
    with pytest.raises(StoreError, match="is damaged"):
        History.open(folder)


def test_one_wrong_answer_does_not_take_the_others_along(sound: bytes, folder: Path) -> None:
    path = folder / "history.sqlite3"
    assert sound.count(b"answer 7 ") == 8
    path.write_bytes(sound.replace(b"answer 7 ", b"answer 8 "))
    with History.open(folder) as history:
        first, second = history.waves()
        with pytest.raises(StoreError, match="damaged in one place"):
            history.responses(first.id)
        assert len(history.responses(second.id)) == 60


def test_a_damaged_answer_does_not_lock_the_history(sound: bytes, folder: Path) -> None:
    path = folder / "history.sqlite3"
    path.write_bytes(sound.replace(b"answer 7 ", b"answer 8 "))
    with History.open(folder) as reader, closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as other:
        with pytest.raises(StoreError) as kept:
            reader.responses(1)
        other.execute("BEGIN EXCLUSIVE")
        assert "damaged" in str(kept.value)


def test_text_that_is_no_utf8_is_damage(sound: bytes, folder: Path) -> None:
    path = folder / "history.sqlite3"
    path.write_bytes(sound.replace("示例公司".encode(), b"\xff" * 12))
    with History.open(folder) as history, pytest.raises(StoreError, match="damaged in one place"):
        history.sellers()
