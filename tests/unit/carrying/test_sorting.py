"""What a new wave carries, confirms and asks."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbassess.carrying.sorting import QUARTER_DAYS, Memory, Progress, agenda, carried, standing_of
from cbassess.model.carrying import ASKED, Known, Standing
from cbassess.model.responses import Missing, Response, Said
from tests.unit.carrying.items import item

DAY = dt.date(2026, 11, 22)
SAIDS = st.builds(
    Said,
    st.sampled_from(["given", "confirmed", "carried"]),
    st.dates(dt.date(2020, 1, 1), DAY),
    st.dates(dt.date(2020, 1, 1), dt.date(2027, 3, 1)),
)


def _known(days_ago: int, response: Response = "mid", **more: bool) -> Known:
    return Known(response, Said.given(DAY - dt.timedelta(days=days_ago)), "2026-Q3", **more)


def _standing(known: Known | None, valid_days: int | None, progress: Progress | None = None) -> Standing:
    memory = Memory({"a.b": known} if known else {}, DAY, progress or Progress({}, {}))
    return standing_of(item("a.b", valid_days=valid_days), memory)


@pytest.mark.parametrize(
    ("known", "valid_days", "wanted"),
    [
        (None, 180, "new"),
        (_known(91), None, "fresh"),
        (_known(91), 365, "fresh"),
        (_known(91), 91 + QUARTER_DAYS, "fresh"),
        (_known(91), 90 + QUARTER_DAYS, "ageing"),
        (_known(91), 91, "ageing"),
        (_known(91), 90, "stale"),
        (_known(3), 60, "fresh"),
        (_known(-400), 60, "fresh"),
        (_known(91, reworded=True), 365, "reworded"),
        (_known(91, reworded=True), 60, "stale"),
        (_known(1, same_meaning=False), 365, "changed"),
        (_known(1, Missing.DONT_KNOW), 365, "unknown"),
        (_known(91, Missing.DECLINED), 365, "declined"),
        (_known(91, Missing.DECLINED), 60, "stale"),
    ],
)
def test_how_an_answer_stands(known: Known | None, valid_days: int | None, wanted: Standing) -> None:
    assert _standing(known, valid_days) == wanted


@pytest.mark.parametrize(("since", "wanted"), [(92, "fresh"), (91, "worked"), (1, "worked")])
def test_what_a_step_has_changed_since_is_asked(since: int, wanted: Standing) -> None:
    done = Progress({}, {"a.b": DAY - dt.timedelta(days=since)})
    assert _standing(_known(91), 365, done) == wanted


def test_what_is_being_worked_on_is_shown_to_be_confirmed() -> None:
    assert _standing(_known(91), 365, Progress({"a.b": DAY}, {})) == "in_work"


def test_the_shelf_life_counts_from_the_last_time_it_was_confirmed() -> None:
    said = Said("carried", DAY - dt.timedelta(days=400), DAY - dt.timedelta(days=10))
    assert _standing(Known("mid", said, "2026-Q3"), 180) == "fresh"


@given(said=SAIDS, valid=st.none() | st.integers(1, 400), day=st.dates(DAY, dt.date(2030, 1, 1)))
def test_nothing_past_its_shelf_life_is_carried(said: Said, valid: int | None, day: dt.date) -> None:
    asked = item("a.b", valid_days=valid)
    brought = carried({"a.b": asked}, Memory({"a.b": Known("mid", said, "w")}, day))
    assert bool(brought) == (valid is None or (day - said.checked_on).days <= valid)


@given(said=SAIDS)
def test_what_is_carried_keeps_its_days_and_is_never_given(said: Said) -> None:
    assert said.carried() == Said("carried", said.on, said.checked_on)
    assert said.confirmed(DAY) == Said("confirmed", said.on, DAY)


STATES = st.sampled_from(["open", "answered", "waiting", "off_route", "dont_know"])


@given(
    st.dictionaries(st.sampled_from([f"a.i{n}" for n in range(8)]), SAIDS),
    st.dictionaries(st.sampled_from([f"a.i{n}" for n in range(8)]), SAIDS),
    st.lists(STATES, min_size=8, max_size=8),
)
def test_every_item_on_the_route_stands_in_one_place(
    here: dict[str, Said], before: dict[str, Said], states: list[str]
) -> None:
    items = {f"a.i{n}": item(f"a.i{n}", valid_days=180) for n in range(8)}
    memory = Memory({name: Known("mid", said, "w") for name, said in before.items()}, DAY)
    found = agenda(items, dict(zip(items, states, strict=True)), here, memory)
    rows = [entry.item for part in (found.asked, found.still_true, found.carried) for entry in part]
    route = {name for name, state in zip(items, states, strict=True) if state not in ("off_route", "waiting")}
    said_now = {name for name, said in here.items() if said.origin != "carried"}
    assert sorted(rows) == sorted(route - said_now)
    assert {entry.item for entry in found.asked} == route - set(here)


def test_what_is_asked_is_not_carried() -> None:
    items = {"a.b": item("a.b", valid_days=60), "a.c": item("a.c"), "a.d": item("a.d")}
    known = {"a.b": _known(91), "a.c": _known(91), "a.d": _known(91, Missing.DONT_KNOW)}
    assert set(carried(items, Memory(known, DAY))) == {"a.c"}
    found = agenda(items, dict.fromkeys(items, "open"), {"a.c": _known(91).said.carried()}, Memory(known, DAY))
    assert [(entry.item, entry.standing) for entry in found.asked] == [("a.b", "stale"), ("a.d", "unknown")]
    assert all(entry.standing in ASKED for entry in found.asked)
    assert [entry.item for entry in found.carried] == ["a.c"]
