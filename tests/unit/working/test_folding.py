"""Entries about work, in the order in which they were noted."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from cbassess.model.history import WorkEntry
from cbassess.model.work import StepWork
from cbassess.working.folding import STATUSES, fold, fold_until, pace_choice

DAY = dt.date(2026, 11, 22)


def _entries(*pairs: tuple[str, str], action: str = "file", on: dt.date = DAY) -> list[WorkEntry]:
    return [WorkEntry(action, kind, value, on) for kind, value in pairs]


def test_what_was_noted_last_counts() -> None:
    noted = _entries(
        ("owner", "Wang"), ("status", "doing"), ("owner", "李"), ("tick", "2"), ("tick", "1"), ("untick", "2")
    )
    assert fold(noted) == {
        "file": StepWork("file", "doing", DAY, owner="李", ticked=frozenset({1}), entries=6),
    }


def test_a_step_that_is_reopened_has_no_reason_for_being_dropped() -> None:
    dropped = _entries(("status", "dropped"), ("reason", "too dear"), ("note", "ask again"))
    assert fold(dropped)["file"].reason == "too dear"
    again = fold([*dropped, *_entries(("status", "open"))])["file"]
    assert (again.status, again.reason, again.note) == ("open", "", "ask again")
    assert again.is_open


def test_a_due_day_can_be_taken_back() -> None:
    assert fold(_entries(("due", "2027-01-31")))["file"].due == dt.date(2027, 1, 31)
    assert fold(_entries(("due", "2027-01-31"), ("due", "")))["file"].due is None


def test_a_kind_of_a_later_version_is_passed_over() -> None:
    assert fold(_entries(("mood", "fine"), ("status", "paused"))) == {"file": StepWork("file", entries=2)}


def test_where_a_step_stood_on_a_day() -> None:
    noted = [
        *_entries(("status", "doing"), on=DAY),
        *_entries(("status", "done"), on=DAY + dt.timedelta(days=30)),
    ]
    assert fold_until(noted, DAY)["file"].status == "doing"
    assert fold_until(noted, DAY - dt.timedelta(days=1)) == {}


def test_the_pace_is_of_the_plan_and_not_of_a_step() -> None:
    noted = [*_entries(("pace", "fit")), *_entries(("pace", "off"), action=""), *_entries(("pace", "0.6"), action="")]
    assert pace_choice(noted) == "0.6"
    assert pace_choice(_entries(("pace", "fit"))) == ""
    assert "" not in fold(noted)


@given(st.lists(st.tuples(st.sampled_from(["a", "b"]), st.sampled_from(STATUSES), st.dates())))
def test_the_days_do_not_decide_the_order(rows: list[tuple[str, str, dt.date]]) -> None:
    """A clock that was set back reorders nothing: what was noted last is last."""
    folded = fold(WorkEntry(action, "status", status, on) for action, status, on in rows)
    last = {action: (status, on) for action, status, on in rows}
    assert {action: (step.status, step.since) for action, step in folded.items()} == last
