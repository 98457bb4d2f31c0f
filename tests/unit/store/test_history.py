"""What callers of the history rely on."""

from __future__ import annotations

import datetime as dt
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cbassess.errors import StoreError
from cbassess.model.history import Seller, Wave
from cbassess.model.responses import Missing, Response
from cbassess.store.history import History

STAMP = ("A pack", "1.0.0", "00ff")
DAY = dt.date(2026, 11, 1)
RESPONSES = st.one_of(
    st.text(max_size=40),
    st.floats(allow_nan=False, allow_infinity=False),
    st.lists(st.text(max_size=10), max_size=5).map(tuple),
    st.dates(),
    st.sampled_from(Missing),
)
ITEM_IDS = st.from_regex(r"[a-z]{1,8}\.[a-z_]{1,20}", fullmatch=True)


def test_a_new_history_is_empty(history: History) -> None:
    assert history.sellers() == ()
    assert history.waves() == ()
    assert history.seller("nobody") is None


@pytest.mark.parametrize(
    "name", ["示例公司", "Müller & Söhne", "[bold]x[/nope]", "'; DROP TABLE sellers; --", "\x00", "🧵"]
)
def test_a_seller_is_found_by_exactly_its_name(history: History, name: str) -> None:
    seller = history.add_seller(name)
    assert seller.name == name
    assert history.seller(name) == seller
    assert history.seller(name + " ") is None


def test_a_seller_is_added_once(history: History) -> None:
    assert history.add_seller("a") == history.add_seller("a")
    assert len(history.sellers()) == 1


def test_sellers_come_by_name(history: History) -> None:
    for name in ("c", "a", "b"):
        history.add_seller(name)
    assert [seller.name for seller in history.sellers()] == ["a", "b", "c"]


def test_a_wave_comes_back_as_it_was_started(history: History, folder: Path) -> None:
    seller = history.add_seller("示例公司")
    shanghai = dt.timezone(dt.timedelta(hours=8))
    started = history.start_wave(seller, "2026-Q4", DAY, STAMP, dt.datetime(2027, 1, 1, 0, 30, 0, 7, shanghai))
    assert started == Wave(1, seller, "2026-Q4", DAY, *STAMP, "", dt.datetime(2026, 12, 31, 16, 30, 0, 7, dt.UTC), 0)
    with History.open(folder) as again:
        assert again.wave(started.id) == started
        assert again.wave(started.id).started_at.utcoffset() == dt.timedelta(0)


def test_waves_come_oldest_first_whatever_the_clock_said(history: History, now: dt.datetime) -> None:
    seller, other = history.add_seller("a"), history.add_seller("b")
    for number, (month, label) in enumerate([(7, "late"), (1, "early"), (7, "later")]):
        clock_set_back = now - dt.timedelta(days=400 * number)
        history.start_wave(seller, label, dt.date(2026, month, 1), STAMP, clock_set_back)
    history.start_wave(other, "theirs", dt.date(2026, 2, 1), STAMP, now)
    assert [wave.label for wave in history.waves()] == ["early", "theirs", "late", "later"]
    assert [wave.label for wave in history.waves(seller.id)] == ["early", "late", "later"]


def test_a_seller_has_one_wave_of_each_label(history: History, wave: Wave, now: dt.datetime) -> None:
    with pytest.raises(StoreError, match="has a wave 2026-Q4 already"):
        history.start_wave(wave.seller, wave.label, DAY, STAMP, now)
    history.start_wave(history.add_seller("another"), wave.label, DAY, STAMP, now)
    assert len(history.waves()) == 2


def test_what_is_not_there_is_refused(history: History, now: dt.datetime) -> None:
    with pytest.raises(StoreError, match="no seller"):
        history.start_wave(Seller(7, "nobody"), "2026-Q4", DAY, STAMP, now)
    for use in (
        lambda: history.wave(7),
        lambda: history.responses(7),
        lambda: history.set_position(7, "a.b"),
        lambda: history.save_response(7, "a.b", "x", now),
    ):
        with pytest.raises(StoreError, match="no wave number 7"):
            use()


def test_a_moment_without_time_zone_is_refused(history: History, wave: Wave) -> None:
    naive = dt.datetime(2026, 11, 22)  # noqa: DTZ001 - that is the point
    with pytest.raises(ValueError, match="time zone"):
        history.save_response(wave.id, "a.b", "x", naive)
    with pytest.raises(ValueError, match="time zone"):
        history.start_wave(wave.seller, "2027-Q1", DAY, STAMP, naive)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.dictionaries(ITEM_IDS, st.none() | RESPONSES, max_size=5), max_size=6))
def test_the_last_response_to_each_item_counts(rounds: list[dict[str, Response | None]]) -> None:
    now = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    expected: dict[str, Response | None] = {}
    with tempfile.TemporaryDirectory() as name:
        with History.open(Path(name)) as history:
            wave = history.start_wave(history.add_seller("a"), "2026-Q4", DAY, STAMP, now)
            for number, responses in enumerate(rounds):
                history.save_responses(wave.id, responses, now - dt.timedelta(days=number))
                expected.update(responses)
        with History.open(Path(name)) as history:
            said = {item: response for item, response in expected.items() if response is not None}
            assert history.responses(wave.id) == said
            silent = (Missing.NOT_REACHED, Missing.OFF_ROUTE)
            assert history.wave(wave.id).answered == sum(response not in silent for response in said.values())


def test_order_follows_the_sequence_and_not_the_clock(history: History, wave: Wave, now: dt.datetime) -> None:
    history.save_response(wave.id, "a.b", "first", now)
    history.save_response(wave.id, "a.b", "second", now - dt.timedelta(days=20_000))
    assert history.responses(wave.id) == {"a.b": "second"}


def test_an_answer_taken_back_leaves_the_responses_and_stays_in_the_file(
    history: History, wave: Wave, now: dt.datetime
) -> None:
    history.save_response(wave.id, "a.b", "said", now)
    history.save_response(wave.id, "a.b", None, now)
    assert history.responses(wave.id) == {}
    assert history.wave(wave.id).answered == 0
    with closing(sqlite3.connect(history.path)) as connection:
        assert connection.execute("SELECT count(*) FROM answers").fetchone() == (2,)


@pytest.mark.parametrize("statement", ["UPDATE answers SET response = 'null'", "DELETE FROM answers"])
def test_answers_are_only_ever_added(history: History, wave: Wave, now: dt.datetime, statement: str) -> None:
    history.save_response(wave.id, "a.b", "said", now)
    with (
        closing(sqlite3.connect(history.path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="only added"),
    ):
        connection.execute(statement)


def test_several_responses_are_saved_together_or_not_at_all(history: History, wave: Wave, now: dt.datetime) -> None:
    history.save_response(wave.id, "a.b", "before", now)
    with pytest.raises(StoreError):
        history.save_responses(wave.id, {"a.b": "after", "a.c": float("nan")}, now)
    assert history.responses(wave.id) == {"a.b": "before"}
    history.save_response(wave.id, "a.b", "after", now)
    assert history.responses(wave.id) == {"a.b": "after"}


def test_waves_do_not_mix(history: History, wave: Wave, now: dt.datetime) -> None:
    other = history.start_wave(wave.seller, "2027-Q1", DAY, STAMP, now)
    history.save_response(wave.id, "a.b", "one", now)
    history.save_response(other.id, "a.b", "two", now)
    history.save_response(other.id, "a.c", "two", now)
    assert history.responses(wave.id) == {"a.b": "one"}
    assert [wave.answered for wave in history.waves()] == [1, 2]


def test_the_position_is_kept(history: History, wave: Wave, folder: Path) -> None:
    history.set_position(wave.id, "brand.mark_filed")
    with History.open(folder) as again:
        assert again.wave(wave.id).position == "brand.mark_filed"


def test_half_a_character_is_refused_where_it_cannot_be_kept(history: History, wave: Wave, now: dt.datetime) -> None:
    with pytest.raises(StoreError, match="half a character"):
        history.add_seller("\ud800")
    history.save_response(wave.id, "a.b", "still works", now)


def test_a_closed_history_says_so(history: History) -> None:
    history.close()
    history.close()
    with pytest.raises(StoreError, match="closed"):
        history.sellers()
