"""What a list of many sellers tells of each."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cbassess.workflow import Records, Sellers, holds, open_pack, read_answers

EXPORTER = Path(__file__).parents[3] / "examples" / "exporter.toml"
LONG_AGO = dt.date(2026, 2, 1)


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Records:
    monkeypatch.setenv("CBASSESS_HOME", str(tmp_path))
    return Records.open()


def test_what_is_late_and_what_is_ahead_are_the_open_steps_of_the_plan(records: Records) -> None:
    pack = open_pack()
    answers = read_answers(EXPORTER, pack)
    moment = dt.datetime(2026, 2, 1, tzinfo=dt.UTC)
    day = answers.as_of
    assert day is not None
    wave = records.import_answers(pack, answers, "Lumen", None, moment)
    book = records.steps(pack, wave)
    first = records.standing(pack, wave, day)
    assert not first.late
    later = day + dt.timedelta(days=60)
    standing = records.standing(pack, wave, later)
    assert {step.action for step in standing.late} == {step.action for step in book.overdue(later)}
    assert standing.late
    assert len(standing.late) + len(standing.ahead) == len(first.ahead)
    assert (standing.answered, standing.asked) == (book.document.answered, book.document.asked)
    book.finish(standing.late[0].action, later, moment)
    assert standing.late[0] not in records.standing(pack, wave, later).late
    assert len(records.standing(pack, wave, later).late) == len(standing.late) - 1


@pytest.mark.parametrize(
    ("name", "text"),
    [("Lumen Trading", "men t"), ("Ｌｕｍｅｎ", "lumen"), ("Café Ünal", "cafe u"), ("深圳市明灯", "明灯")],
)
def test_a_name_is_found_by_a_part_of_it_whatever_case_width_and_accents(name: str, text: str) -> None:
    assert holds(name, text)


def test_what_is_not_in_a_name_is_not_found() -> None:
    assert not holds("Lumen Trading", "lumex")


def test_all_waves_are_those_of_the_archive_only_when_asked_for(records: Records) -> None:
    pack = open_pack()
    records.start("Old", pack, LONG_AGO, dt.datetime(2026, 2, 1, tzinfo=dt.UTC))
    Sellers.beside(records).archive("Old")
    assert records.waves() == ()
    assert [wave.seller.name for wave in records.waves(archived=True)] == ["Old"]
