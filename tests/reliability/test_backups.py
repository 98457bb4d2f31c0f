"""A backup is only real when it is restored: equal on random histories, across versions, and never doubled."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cbassess.errors import UsageError
from cbassess.model.history import Answer, Merged, PackCopy, WorkEntry
from cbassess.model.responses import Missing, Response, Said
from cbassess.store.history import History
from cbassess.store.portable.gathering import LOCAL, gather, table_names
from cbassess.store.portable.rows import COVERED
from cbassess.store.portable.text import backup_text
from tests.conftest import TORTURE

FIXTURES = Path(__file__).parents[1] / "fixtures" / "store"
NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
DAY = NOW.date()
PACK = PackCopy("00", "A pack", "1", {"rules/a.toml": 'title = "品"'.encode()})
HISTORIES = 100 if TORTURE else 4

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=20)
TEXTS = st.text(st.characters(), max_size=40) | st.sampled_from(
    ['{"a": 1}', "{}", "null", "\ud800", '缺少 "品牌" 备案']
)
RESPONSES = st.one_of(
    st.none(),
    TEXTS,
    st.floats(allow_nan=False, allow_infinity=False),
    st.lists(TEXTS, max_size=4).map(tuple),
    st.dates(),
    st.sampled_from(Missing),
)
ROUNDS = st.lists(st.dictionaries(st.from_regex(r"[a-z]{1,6}\.[a-z_]{1,8}", fullmatch=True), RESPONSES), max_size=5)
WAVES = st.dictionaries(
    st.sampled_from([f"202{year}-Q{quarter}" for year in range(4, 8) for quarter in (1, 2, 3, 4)]), ROUNDS
)
SELLERS = st.dictionaries(NAMES, st.tuples(WAVES, st.booleans()), max_size=4)

Sellers = dict[str, tuple[dict[str, list[dict[str, Response | None]]], bool]]


def write(folder: Path, sellers: Sellers) -> None:
    with History.open(folder) as history:
        for name, (waves, archived) in sellers.items():
            seller = history.add_seller(name)
            for number, (label, rounds) in enumerate(waves.items()):
                started = NOW + dt.timedelta(seconds=number)
                wave = history.start_wave(seller, label, dt.date(2026, 11, 1), ("A pack", "1", "00"), started)
                for answers in rounds:
                    history.save_responses(wave.id, answers, NOW)
                history.set_position(wave.id, "a.b")
            entries = [WorkEntry("file", "note", f"{label} of {name}", DAY) for label in waves]
            history.work.note(seller.id, entries, NOW)
            history.archive_seller(seller.id, archived)
        history.packs.keep(PACK)


def content(folder: Path) -> list[Any]:
    """All that a history holds, without the numbers that belong to the file: every answer ever given, in order."""
    with closing(sqlite3.connect(folder / "history.sqlite3")) as connection:
        tables = gather(connection)
    sellers = {row["id"]: row for row in tables["sellers"]}
    waves = {row["id"]: row for row in tables["waves"]}
    told: list[Any] = [(row["name"], row["archived"]) for row in sellers.values()]
    for row in waves.values():
        about = {key: value for key, value in row.items() if key not in ("id", "seller_id", "checksum")}
        told.append((sellers[row["seller_id"]]["name"], about))
    for row in tables["answers"]:
        wave = waves[row["wave_id"]]
        about = {key: value for key, value in row.items() if key not in ("wave_id", "checksum")}
        told.append((sellers[wave["seller_id"]]["name"], wave["label"], about))
    for row in tables["work"]:
        about = {key: value for key, value in row.items() if key not in ("seller_id", "sequence", "checksum")}
        told.append((sellers[row["seller_id"]]["name"], about))
    told += [("", row["hash"], row["title"], row["content"]) for row in tables["packs"]]
    return sorted(told, key=repr)


def backup_of(folder: Path, seller: str | None = None) -> bytes:
    with History.open(folder) as history:
        found = history.seller(seller) if seller else None
        return history.backup(NOW, found.id if found else None).encode("utf-8")


def restore(folder: Path, data: bytes) -> Merged:
    with History.open(folder) as history:
        return history.restore(data, "backup.json")


@settings(max_examples=HISTORIES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SELLERS)
def test_what_is_restored_is_equal_and_twice_adds_nothing(sellers: Sellers) -> None:
    with tempfile.TemporaryDirectory() as name:
        here, there = Path(name) / "here", Path(name) / "there"
        write(here, sellers)
        data = backup_of(here)
        merged = restore(there, data)
        assert (merged.sellers, merged.waves) == (len(sellers), sum(len(waves) for waves, _ in sellers.values()))
        assert content(there) == content(here)
        again = restore(there, data)
        assert (again.sellers, again.waves, again.completed, again.renamed) == (0, 0, 0, ())
        assert content(there) == content(here)
        # And back into the one that it came from.
        assert restore(here, backup_of(there)).waves == 0
        assert content(there) == content(here)


@settings(max_examples=HISTORIES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SELLERS, SELLERS)
def test_merging_takes_nothing_away(mine: Sellers, theirs: Sellers) -> None:
    with tempfile.TemporaryDirectory() as name:
        here, there = Path(name) / "here", Path(name) / "there"
        write(here, mine)
        write(there, theirs)
        before, added = content(here), content(there)
        restore(here, backup_of(there))
        after = [repr(entry) for entry in content(here)]
        with closing(sqlite3.connect(here / "history.sqlite3")) as connection:
            answers = len(gather(connection)["answers"])
        # Sellers that both have are one; a wave is one of either, or both under labels of their own.
        assert {seller for seller, *_ in before} | {seller for seller, *_ in added} == {
            entry[0] for entry in content(here)
        }
        assert all(repr(entry) in after for entry in before if len(entry) == 3)
        assert answers >= sum(len(entry) == 3 for entry in before)
        assert restore(here, backup_of(there)).waves == 0


def test_a_wave_that_went_on_elsewhere_is_completed_and_one_that_diverged_is_kept_twice(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    write(here, {"a": ({"2026-Q3": [{"x.a": 1.0}], "2026-Q4": [{"x.a": 1.0}]}, False)})
    restore(there, backup_of(here))
    with History.open(there) as history:
        for wave in history.waves():
            history.save_response(wave.id, "x.b", "there", NOW)
    with History.open(here) as history:
        history.save_response(2, "x.b", "here", NOW)
    merged = restore(here, backup_of(there))
    assert merged == Merged(waves=1, completed=1, renamed=(("a", "2026-Q4", "2026-Q4-2"),))
    with History.open(here) as history:
        found = {wave.label: history.responses(wave.id)["x.b"] for wave in history.waves()}
    assert found == {"2026-Q3": "there", "2026-Q4": "here", "2026-Q4-2": "there"}
    assert restore(here, backup_of(there)) == Merged(unchanged=2)


def test_one_seller_is_handed_over_alone(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    sellers: Sellers = {name: ({"2026-Q4": [{"x.a": name}]}, False) for name in ("a", "b", "c")}
    write(here, sellers)
    restore(there, backup_of(here, "b"))
    assert content(there) == [entry for entry in content(here) if entry[0] in ("b", "")]


@pytest.mark.parametrize("fixture", sorted(FIXTURES.glob("*.sql")), ids=lambda path: path.stem)
def test_a_backup_of_every_version_is_restored_as_its_file_opens(fixture: Path, tmp_path: Path) -> None:
    """What a backup of that version holds are the rows of that version."""
    old, there = tmp_path / "old", tmp_path / "there"
    old.mkdir()
    with closing(sqlite3.connect(old / "history.sqlite3")) as connection:
        connection.executescript(fixture.read_text("utf-8"))
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        data = backup_text(gather(connection), version, NOW).encode("utf-8")
    History.open(old).close()
    assert restore(there, data).sellers > 0
    assert content(there) == content(old)


@pytest.mark.parametrize("fixture", sorted(FIXTURES.glob("backup_*.json")), ids=lambda path: path.stem)
def test_every_released_form_of_the_backup_file_is_restored(fixture: Path, tmp_path: Path) -> None:
    with History.open(tmp_path) as history:
        merged = history.restore(fixture.read_bytes(), fixture.name)
        assert (merged.sellers, merged.waves) == (2, 2)
        assert history.responses(1)["growth.note"] == '缺少 "品牌" 备案'


def test_every_table_of_the_schema_is_in_a_backup_or_known_to_be_local(tmp_path: Path) -> None:
    """A migration that adds a table adds it to `portable.rows` and `portable.merging`, or to `LOCAL` with a reason."""
    History.open(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "history.sqlite3")) as connection:
        assert set(table_names(connection)) == set(COVERED)
        assert {"deleted_waves"} == LOCAL


def spoiled(data: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    """The backup with a change and the checksum that fits it, as somebody would make who wants to harm."""
    from cbassess.store.portable.text import _checksum

    document = json.loads(data)
    change(document)
    del document["checksum"]
    document["checksum"] = _checksum(document)
    return json.dumps(document).encode("utf-8")


HOSTILE: dict[str, Callable[[dict[str, Any]], object]] = {
    "another table": lambda d: d["tables"].update(sqlite_schema=[]),
    "a table less": lambda d: d["tables"].pop("answers"),
    "a column more": lambda d: d["tables"]["waves"][0].update({"x": 1}),
    "a name of a column that is SQL": lambda d: d["tables"]["waves"][0].update({"id) VALUES (1); --": 1}),
    "a table whose name is SQL": lambda d: d["tables"].update({"waves; DROP TABLE sellers": []}),
    "a wrong type": lambda d: d["tables"]["waves"][0].update(as_of=7),
    "bytes for text": lambda d: d["tables"]["waves"][0].update(as_of={"base64": "AAAA"}),
    "no base64": lambda d: d["tables"]["waves"][0].update(as_of={"base64": "*"}),
    "no day": lambda d: d["tables"]["waves"][0].update(as_of="2026-02-30"),
    "another answer": lambda d: d["tables"]["answers"][0].update(response={"json": {"text": "other"}}),
    "an answer of no kind": lambda d: d["tables"]["answers"][0].update(response={"json": {"code": "x"}}),
    "an answer without end": lambda d: d["tables"]["answers"][0].update(response={"json": {"number": 1e999}}),
    "an answer to no wave": lambda d: d["tables"]["answers"][0].update(wave_id=99),
    "a huge number": lambda d: d["tables"]["sellers"][0].update(id=10**30),
    "a seller twice": lambda d: d["tables"]["sellers"].append(d["tables"]["sellers"][0]),
    "a newer history": lambda d: d.update(history=99),
    "history 0": lambda d: d.update(history=0),
    "a key more": lambda d: d.update(more=1),
    "a deep value": lambda d: d["tables"]["answers"][0].update(
        response={"json": {"x": json.loads("[" * 400 + "]" * 400)}}
    ),
    "no moment": lambda d: d.update(made_at="yesterday"),
}


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_and_nothing_changes(
    tmp_path: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    here = tmp_path / "here"
    write(here, {"a": ({"2026-Q4": [{"x.a": "said"}]}, False)})
    data = spoiled(backup_of(here), change)
    before = (here / "history.sqlite3").read_bytes()
    with pytest.raises(UsageError):
        restore(here, data)
    assert (here / "history.sqlite3").read_bytes() == before


@pytest.mark.parametrize(
    "change",
    [(b'"tables"', b'"history": 1, "tables"'), (b'"history": ', b'"history": NaN, "x": ')],
    ids=["twice", "NaN"],
)
def test_json_that_only_looks_like_json_is_refused(tmp_path: Path, change: tuple[bytes, bytes]) -> None:
    write(tmp_path, {"a": ({}, False)})
    with pytest.raises(UsageError, match="no JSON"):
        restore(tmp_path, backup_of(tmp_path).replace(*change))


@pytest.mark.parametrize("name", ["a\x1b[31m", "", "x" * 201, "a\u202eb", "two\nlines", " a"])
def test_a_name_that_cannot_be_shown_is_refused(tmp_path: Path, name: str) -> None:
    from cbassess.store.checksums import checksum

    write(tmp_path, {"a": ({"2026-Q4": [{"x.a": "said"}]}, False)})
    data = spoiled(
        backup_of(tmp_path), lambda d: d["tables"]["sellers"][0].update(name=name, checksum=checksum(1, name))
    )
    with pytest.raises(UsageError, match="sound history"):
        restore(tmp_path, data)


def test_a_file_that_was_cut_anywhere_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"a": ({"2026-Q4": [{"x.a": "said", "x.b": 1.0}]}, False)})
    data = backup_of(tmp_path)
    before = (tmp_path / "history.sqlite3").read_bytes()
    with History.open(tmp_path) as history:
        for length in range(0, len(data) - 2, 1 if TORTURE else 11):
            with pytest.raises(UsageError):
                history.restore(data[:length], "backup.json")
    assert (tmp_path / "history.sqlite3").read_bytes() == before


def test_a_bit_that_was_flipped_is_refused_or_means_nothing(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    write(here, {"示例": ({"2026-Q4": [{"x.a": "said", "x.b": 1.0}]}, False)})
    data, refused = backup_of(here), 0
    for place in range(0, len(data), 1 if TORTURE else 13):
        flipped = bytes([*data[:place], data[place] ^ (1 << place % 8), *data[place + 1 :]])
        try:
            restore(there, flipped)
        except UsageError:
            refused += 1
    # A space between two tokens may become another white space.
    assert refused > len(range(0, len(data), 1 if TORTURE else 13)) * 0.9
    assert content(there) in ([], content(here))


NOTE = '{"not": "JSON of ours"}\n备注'
"""A note that looks like what the file opens up."""


def test_where_answers_come_from_and_what_was_noted_goes_along(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    write(here, {"A": ({"2026-Q4": [{"a.b": "x"}]}, False)})
    carried = Said("carried", dt.date(2026, 8, 1), dt.date(2026, 9, 1))
    with History.open(here) as history:
        history.save_answers(1, {"a.b": Answer("y", carried, "00", NOTE)}, NOW)
    restore(there, backup_of(here, "A"))
    with History.open(there) as history:
        assert history.answers(1)["a.b"] == Answer("y", carried, "00", NOTE)
        assert [entry.value for entry in history.work.of(1)] == ["2026-Q4 of A"]
        assert history.packs.find("00") == PACK


def test_a_seller_is_handed_over_with_the_packs_that_were_used_and_no_others(tmp_path: Path) -> None:
    here = tmp_path / "here"
    write(here, {"A": ({"2026-Q4": []}, False), "B": ({}, False)})
    with History.open(here) as history:
        history.packs.keep(PackCopy("11", "Of another seller", "1", {}))
    assert [row["hash"] for row in json.loads(backup_of(here, "A"))["tables"]["packs"]] == ["00"]
    assert json.loads(backup_of(here, "B"))["tables"]["packs"] == []


def test_a_wave_that_went_on_under_another_pack_is_still_the_same_one(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    write(here, {"A": ({"2026-Q4": [{"a.b": "x"}]}, False)})
    before = backup_of(here)
    restore(there, before)
    with History.open(here) as history:
        history.change_pack(1, PackCopy("11", "A pack", "2", {}), {"a.b": Answer("z", Said.given(DAY), "11")}, NOW)
    merged = restore(here, before)
    assert (merged.waves, merged.completed, merged.unchanged) == (0, 0, 1)
    merged = restore(there, backup_of(here))
    assert (merged.waves, merged.completed) == (0, 1)
    with History.open(there) as history:
        assert (history.wave(1).pack_version, history.responses(1)) == ("2", {"a.b": "z"})
