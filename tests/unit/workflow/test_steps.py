"""The plan that is worked, and the pace that is learned from it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cbassess.errors import UsageError
from cbassess.model.pack import Pack
from cbassess.workflow import Records, StepBook
from tests.unit.workflow.conftest import Q1, Q3, Q4, answers, at

WEEK = dt.timedelta(weeks=1)


def _book(records: Records, pack: Pack) -> StepBook:
    records.import_answers(pack, answers(Q3), "Lamps", None, at(Q3))
    return records.steps(pack, records.find_wave("Lamps"))


def _statuses(book: StepBook) -> dict[str, str]:
    return {step.action: step.status for step in book.progress}


def test_every_step_of_the_plan_is_open_at_first(pack: Pack) -> None:
    with Records.open() as records:
        book = _book(records, pack)
        assert [step.rank for step in book.progress] == [1, 2, 3]
        assert set(_statuses(book).values()) == {"open"}
        assert all(step.due for step in book.progress)


def test_what_is_noted_is_there_after_opening_again_and_goes_along_into_the_next_wave(pack: Pack) -> None:
    with Records.open() as records:
        book = _book(records, pack)
        book.start("search_mark", Q3, at(Q3))
        book.assign("search_mark", " 小王 \n (shop) ", Q3, at(Q3))
        book.set_due("search_mark", Q4, Q3, at(Q3))
        book.remark("search_mark", "ask the agent", Q3, at(Q3))
        book.drop("write_to_buyers", "no list of buyers", Q3, at(Q3))
    with Records.open() as records:
        records.start("Lamps", pack, Q4, at(Q4))
        steps = {step.action: step for step in records.steps(pack, records.find_wave("Lamps")).progress}
        noted = steps["search_mark"]
        assert (noted.status, noted.since, noted.owner, noted.due, noted.note) == (
            "doing",
            Q3,
            "小王 (shop)",
            Q4,
            "ask the agent",
        )
        assert (steps["write_to_buyers"].status, steps["write_to_buyers"].reason) == ("dropped", "no list of buyers")


def test_parts_are_ticked_off_and_the_first_one_begins_the_step(pack: Pack) -> None:
    with Records.open() as records:
        book = _book(records, pack)
        book.tick("search_mark", 2, Q3, at(Q3))
        assert (book.find("search_mark").status, book.find("search_mark").ticked) == ("doing", (2,))
        book.tick("search_mark", 2, Q3, at(Q3), done=False)
        assert book.find("search_mark").ticked == ()
        with pytest.raises(UsageError, match="no part 9"):
            book.tick("search_mark", 9, Q3, at(Q3))


def test_a_step_is_found_by_name_and_by_place_and_else_the_nearest_is_named(pack: Pack) -> None:
    with Records.open() as records:
        book = _book(records, pack)
        assert book.find("1").action == book.progress[0].action
        assert book.find("start_brand").rank is None
        with pytest.raises(UsageError, match="search_mark"):
            book.find("serch_mark")


def test_without_a_reason_nothing_is_dropped(pack: Pack) -> None:
    with Records.open() as records:
        book = _book(records, pack)
        with pytest.raises(UsageError, match="with a reason"):
            book.drop("search_mark", "  ", Q3, at(Q3))
        with pytest.raises(UsageError, match="2000 are allowed"):
            book.remark("search_mark", "x" * 2_001, Q3, at(Q3))
        assert set(_statuses(book).values()) == {"open"}


def test_what_is_late_is_known_until_it_is_done(pack: Pack) -> None:
    with Records.open() as records:
        book = _book(records, pack)
        assert book.overdue(Q3) == ()
        late = book.overdue(Q3 + 52 * WEEK)
        assert {step.action for step in late} == set(_statuses(book))
        book.finish(late[0].action, Q4, at(Q4))
        book.drop(late[1].action, "too dear", Q4, at(Q4))
        assert [step.action for step in book.overdue(Q3 + 52 * WEEK)] == [late[2].action]
        ((wave, steps),) = records.overdue(pack, Q3 + 52 * WEEK)
        assert (wave.seller.name, len(steps)) == ("Lamps", 1)
        assert records.overdue(pack, Q3) == ()


def test_what_new_answers_show_is_offered_and_never_marked_by_itself(pack: Pack) -> None:
    with Records.open() as records:
        _book(records, pack).start("search_mark", Q3, at(Q3))
        records.import_answers(pack, answers(Q4, brand__mark_filed="home"), "Lamps", None, at(Q4))
        book = records.steps(pack, records.find_wave("Lamps"))
        assert [step.action for step in book.offered()] == ["search_mark"]
        assert _statuses(book)["search_mark"] == "doing"
        book.finish("search_mark", Q4, at(Q4))
        assert book.offered() == book.doubted() == ()


def test_a_step_marked_done_is_asked_about_once_newer_answers_do_not_show_it(pack: Pack) -> None:
    with Records.open() as records:
        book = _book(records, pack)
        book.finish("search_mark", Q3 + WEEK, at(Q3))
        assert book.doubted() == ()
        records.import_answers(pack, answers(Q4), "Lamps", None, at(Q4))
        book = records.steps(pack, records.find_wave("Lamps"))
        assert [step.action for step in book.doubted()] == ["search_mark"]
        book.reopen("search_mark", Q4, at(Q4))
        assert book.doubted() == ()


def test_the_document_holds_the_work_and_a_file_has_none(pack: Pack) -> None:
    with Records.open() as records:
        _book(records, pack).start("search_mark", Q3, at(Q3))
        document = records.assessment(pack, records.find_wave("Lamps"))
        assert [step.action for step in document.work] == [step.action for step in document.plan]
        assert document.work[0].status == "doing"


def test_a_pace_is_learned_from_what_is_over_and_cuts_the_plan_only_when_chosen(pack: Pack) -> None:
    with Records.open() as records:
        book = _book(records, pack)
        wave = records.find_wave("Lamps")
        assert records.pace(pack, wave).share is None
        book.finish("search_mark", Q3 + WEEK, at(Q3))
        second = records.start("Lamps", pack, Q4, at(Q4))
        pace = records.pace(pack, second)
        planned = sum(sum(step.effort_hours) / 2 for step in book.document.plan)
        assert (pace.planned, pace.finished) == (pytest.approx(planned), pytest.approx(3))
        assert pace.share == pytest.approx(3 / planned)
        assert (pace.choice, pace.applied) == ("asked", None)
        assert records.assessment(pack, second).capacity.hours_per_week == 6
        records.choose_pace("Lamps", "fit", Q4, at(Q4))
        document = records.assessment(pack, second)
        assert document.capacity.hours_per_week == pytest.approx(6 * 3 / planned)
        assert any("of the hours you named" in text for text in document.capacity.assumed)
        assert records.assessment(pack, wave).capacity.hours_per_week == 6
        records.choose_pace("Lamps", "0.5", Q4, at(Q4))
        assert records.assessment(pack, second).capacity.hours_per_week == pytest.approx(3)
        records.choose_pace("Lamps", "off", Q4, at(Q4))
        assert records.assessment(pack, second).capacity.hours_per_week == 6


def test_readiness_does_not_depend_on_the_pace(pack: Pack) -> None:
    with Records.open() as records:
        _book(records, pack)
        wave = records.find_wave("Lamps")
        before = records.assessment(pack, wave).trends
        records.choose_pace("Lamps", "0.1", Q3, at(Q3))
        after = records.assessment(pack, wave)
        assert after.trends == before
        assert after.capacity.hours_per_week == pytest.approx(0.6)


def test_the_fate_of_a_step_tells_what_the_seller_noted(pack: Pack, home: Path) -> None:
    with Records.open() as records:
        book = _book(records, pack)
        book.finish("file_mark", Q3 + WEEK, at(Q3))
        book.drop("write_to_buyers", "no list", Q3, at(Q3))
        records.import_answers(pack, answers(Q4, brand__mark_filed="home"), "Lamps", None, at(Q4))
        comparison = records.compare(pack, *records.waves("Lamps"))
        fates = {step.action: (step.fate, step.status, step.reason) for step in comparison.steps}
        assert fates == {
            "search_mark": ("done", None, ""),
            "file_mark": ("carried", "done", ""),
            "write_to_buyers": ("dropped", "dropped", "no list"),
        }
        assert home.exists()


def test_what_is_noted_after_a_wave_is_over_does_not_change_its_comparison(pack: Pack) -> None:
    with Records.open() as records:
        book = _book(records, pack)
        records.import_answers(pack, answers(Q4), "Lamps", None, at(Q4))
        records.import_answers(pack, answers(Q1), "Lamps", None, at(Q1))
        first, second, _ = records.waves("Lamps")
        before = records.compare(pack, first, second)
        book.finish("search_mark", Q1 + WEEK, at(Q1))
        assert records.compare(pack, first, second) == before
