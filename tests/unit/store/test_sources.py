"""Where an answer comes from, what is done about the plan, and the packs that were used."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cbassess.errors import StoreError
from cbassess.model.history import Answer, PackCopy, Wave, WorkEntry
from cbassess.model.responses import Said
from cbassess.store.history import History

DAY = dt.date(2026, 8, 1)
CARRIED = Answer("home", Said("carried", DAY, dt.date(2026, 11, 2)), "00ff", "filed in June")
PACK = PackCopy(
    "00ff", "A pack", "1.0.0", {"questions/a.toml": b'title = "\xe5\x93\x81"\r\n', "rules/odd.toml": b"\xff\0"}
)
SAIDS = st.builds(Said, st.sampled_from(["given", "confirmed", "carried"]), st.dates(), st.dates())


def test_a_carried_answer_keeps_its_days_and_is_told_from_a_given_one(
    history: History, wave: Wave, now: dt.datetime
) -> None:
    history.save_answers(wave.id, {"brand.mark_filed": CARRIED}, now)
    history.save_response(wave.id, "brand.own", "yes", now)
    assert history.answers(wave.id) == {
        "brand.mark_filed": CARRIED,
        "brand.own": Answer("yes", Said.given(now.date()), ""),
    }


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=SAIDS)
def test_any_source_comes_back_as_it_was_saved(history: History, wave: Wave, now: dt.datetime, said: Said) -> None:
    history.save_answers(wave.id, {"a.b": Answer("x", said, "00ff")}, now)
    assert history.answers(wave.id)["a.b"].said == said


@pytest.mark.parametrize(
    "harm",
    [
        "origin = 'given'",
        "checked_on = '2026-11-03'",
        "said_on = '2026-11-02'",
        "pack_hash = '00fe'",
        "note = 'filed in July'",
        "note = ''",
        "note = NULL",
        "origin = '', said_on = '', checked_on = '', pack_hash = ''",
    ],
)
def test_a_changed_source_is_not_believed(history: History, wave: Wave, now: dt.datetime, harm: str) -> None:
    history.save_answers(wave.id, {"brand.mark_filed": CARRIED}, now)
    with closing(sqlite3.connect(history.path)) as connection:
        connection.execute("DROP TRIGGER answers_are_not_changed")
        connection.execute(f"UPDATE answers SET {harm}")  # noqa: S608 - our own text
        connection.commit()
    with pytest.raises(StoreError, match="damaged"):
        history.answers(wave.id)


def test_an_answer_that_was_taken_back_is_known_as_such(history: History, wave: Wave, now: dt.datetime) -> None:
    history.save_answers(wave.id, {"brand.mark_filed": CARRIED}, now)
    history.save_response(wave.id, "brand.mark_filed", None, now)
    assert history.answers(wave.id)["brand.mark_filed"].response is None
    assert history.responses(wave.id) == {}


def test_work_comes_back_in_the_order_in_which_it_was_noted(history: History, wave: Wave, now: dt.datetime) -> None:
    entries = [WorkEntry("file", "status", status, DAY) for status in ("doing", "done", "open")]
    history.work.note(wave.seller.id, entries[:1], now)
    history.work.note(wave.seller.id, entries[1:], now - dt.timedelta(days=40))
    assert history.work.of(wave.seller.id) == tuple(entries)
    assert history.work.of(wave.seller.id + 1) == ()


def test_work_of_nobody_is_refused(history: History, now: dt.datetime) -> None:
    with pytest.raises(StoreError, match="no seller"):
        history.work.note(7, [WorkEntry("file", "status", "doing", DAY)], now)


def test_work_is_only_added(history: History, wave: Wave, now: dt.datetime) -> None:
    history.work.note(wave.seller.id, [WorkEntry("file", "status", "doing", DAY)], now)
    with closing(sqlite3.connect(history.path)) as connection:
        for statement in ("UPDATE work SET value = 'done'", "DELETE FROM work"):
            with pytest.raises(sqlite3.IntegrityError, match="only added"):
                connection.execute(statement)


def test_a_pack_is_kept_once_byte_for_byte(history: History) -> None:
    history.packs.keep(PACK)
    history.packs.keep(PackCopy("00ff", "Another", "9.9.9", {}))
    assert history.packs.find("00ff") == PACK
    assert history.packs.find("0000") is None
    assert history.packs.all() == (("00ff", "A pack", "1.0.0"),)


def test_a_damaged_pack_is_not_believed(history: History) -> None:
    history.packs.keep(PACK)
    with closing(sqlite3.connect(history.path)) as connection:
        connection.execute("UPDATE packs SET content = zeroblob(length(content))")
        connection.commit()
    with pytest.raises(StoreError, match="damaged"):
        history.packs.find("00ff")


def test_a_wave_goes_on_under_another_pack_all_or_nothing(history: History, wave: Wave, now: dt.datetime) -> None:
    other = PackCopy("11ff", "A pack", "2.0.0", {})
    with pytest.raises(StoreError):
        history.change_pack(wave.id, other, {"a.b": Answer(float("inf"), Said.given(DAY), "11ff")}, now)
    assert history.wave(wave.id) == wave
    assert history.packs.all() == ()
    changed = history.change_pack(wave.id, other, {"a.b": CARRIED}, now)
    assert (changed.pack_version, changed.pack_hash, changed.label) == ("2.0.0", "11ff", wave.label)
    assert history.answers(wave.id)["a.b"] == CARRIED
