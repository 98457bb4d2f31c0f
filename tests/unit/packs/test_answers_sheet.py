"""The questionnaire as a workbook: filled in by another program it gives the answers back; nothing in it is trusted."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import random
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from cbassess.errors import AnswersError
from cbassess.export.questionnaire import questionnaire
from cbassess.model.pack import Pack
from cbassess.model.responses import Missing, ResponseSet
from cbassess.packs.answers import read_answers
from cbassess.packs.loading import load_pack
from cbassess.packs.places import shipped_pack

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module", params=["en", "zh-CN"])
def pack(request: pytest.FixtureRequest) -> Pack:
    return load_pack(shipped_pack(), request.param)


@pytest.fixture(scope="module")
def english() -> Pack:
    return load_pack(shipped_pack())


def cells(sheet: Worksheet) -> dict[str, int]:
    """Id -> row."""
    return {str(row[4].value): row[4].row for row in sheet.iter_rows(min_row=2, max_col=5) if row[4].value}


def filled(pack: Pack, answers: ResponseSet) -> bytes:
    """What somebody does with a spreadsheet program: choose texts from lists, type numbers and days."""
    book = openpyxl.load_workbook(io.BytesIO(questionnaire(pack.instrument, pack.language)))
    sheet = book.worksheets[0]
    rows = cells(sheet)
    sheet.cell(rows["seller"], 2, answers.seller)
    sheet.cell(rows["wave"], 2, answers.wave)
    sheet.cell(rows["as_of"], 2, answers.as_of)
    reasons = {row[1].value: row[2].value for row in book["lists"].iter_rows() if not row[0].value}
    for name, response in answers.responses.items():
        item = pack.items[name]
        if isinstance(response, Missing):
            sheet.cell(rows[name], 3, reasons[response.value])
        elif isinstance(response, tuple):
            for option in response:
                sheet.cell(rows[f"{name}={option}"], 2, reasons["yes"])
        else:
            sheet.cell(rows[name], 2, item.option(str(response)).text if item.options else response)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def read(tmp_path: Path, content: bytes, pack: Pack) -> ResponseSet:
    path = tmp_path / "answers.xlsx"
    path.write_bytes(content)
    return read_answers(path, pack.instrument)


@pytest.mark.parametrize("name", ["exporter", "importer", "both_sides"])
def test_what_is_filled_in_comes_back(tmp_path: Path, pack: Pack, name: str) -> None:
    answers = read_answers(ROOT / "examples" / f"{name}.toml", pack.instrument)
    declined = next(item.id for item in pack.instrument.items if item.id not in answers.responses)
    answers = answers.with_responses({declined: Missing.DECLINED})
    found = read(tmp_path, filled(pack, answers), pack)
    assert found.responses == answers.responses
    assert (found.seller, found.wave, found.as_of) == (answers.seller, answers.wave, answers.as_of)


def test_a_chinese_workbook_is_read_under_the_english_pack(tmp_path: Path, english: Pack) -> None:
    answers = read_answers(ROOT / "examples" / "both_sides.toml", english.instrument)
    chinese = load_pack(shipped_pack(), "zh-CN")
    assert read(tmp_path, filled(chinese, answers), english).responses == answers.responses


def test_the_book_has_lists_notes_and_no_formula(pack: Pack) -> None:
    content = questionnaire(pack.instrument, pack.language)
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    rows = cells(sheet)
    ruled = {str(area) for rule in sheet.data_validations.dataValidation for area in rule.sqref.ranges}
    for item in pack.instrument.items:
        note = sheet.cell(rows[item.id], 1).comment
        assert note is not None
        assert " ".join(item.why.split()) in note.text
        assert " ".join(item.how.split()) in note.text
        answer = f"B{rows[item.id]}" if item.kind != "multi" else f"B{rows[f'{item.id}={item.option_ids[0]}']}"
        assert answer in ruled
    assert content == questionnaire(pack.instrument, pack.language)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert b"<f>" not in packed.read("xl/worksheets/sheet1.xml")


def test_every_problem_is_named_by_its_cell_and_all_at_once(tmp_path: Path, english: Pack) -> None:
    book = openpyxl.load_workbook(io.BytesIO(questionnaire(english.instrument, "en")))
    sheet = book.worksheets[0]
    rows = cells(sheet)
    wrong = {
        "wave": ("2026 Q4", "bad-wave"),
        "profile.side": ("Export: gods from China", "unknown-option"),
        "profile.hours_per_week": ("many", "wrong-type"),
        "profile.budget": (-5, "out-of-range"),
        "brand.own_brand": ("yes", ""),
    }
    for name, (value, _) in wrong.items():
        sheet.cell(rows[name], 2, value)
    sheet.cell(rows["brand.mark_filed"], 3, "no idea")
    sheet.cell(rows["brand.own_brand"], 3, "don't know")
    sheet.cell(rows["brand.own_share"], 5, "brand.own_shar")
    sheet.cell(rows["brand.own_share"], 2, "x")
    sheet.cell(rows["profile.channels=amazon"], 5, "profile.channels=amazn")
    sheet.cell(rows["profile.channels=amazon"], 2, "x")
    with pytest.raises(AnswersError) as caught:
        read(tmp_path, saved(book), english)
    found = {problem.path.split()[1]: problem for problem in caught.value.problems}
    for name, (_, code) in wrong.items():
        assert found[name].path.startswith(f"Questionnaire!B{rows[name]} ")
        assert found[name].code == (code or "bad-missing")
    assert found["brand.mark_filed"].path.startswith(f"Questionnaire!C{rows['brand.mark_filed']} ")
    assert found["brand.own_shar"].hint == "Did you mean 'brand.own_share'?"
    assert found["profile.channels"].code == "unknown-option"
    assert all(problem.file.endswith("answers.xlsx") for problem in caught.value.problems)


def test_a_list_that_was_tampered_with_gives_no_option_that_the_item_lacks(tmp_path: Path, english: Pack) -> None:
    book = openpyxl.load_workbook(io.BytesIO(questionnaire(english.instrument, "en")))
    for row in book["lists"].iter_rows():
        row[1].value = "nonsense"
    rows = cells(book.worksheets[0])
    book.worksheets[0].cell(rows["seller"], 2, "Lumen")
    option = english.items["brand.mark_filed"].options[1]
    book.worksheets[0].cell(rows["brand.mark_filed"], 2, option.text)
    assert read(tmp_path, saved(book), english).responses == {"brand.mark_filed": option.id}


def test_formulas_links_and_control_characters_are_values_like_any_other(tmp_path: Path, english: Pack) -> None:
    book = openpyxl.load_workbook(io.BytesIO(questionnaire(english.instrument, "en")))
    sheet = book.worksheets[0]
    rows = cells(sheet)
    sheet.cell(rows["seller"], 2, "=1+1")
    with pytest.raises(AnswersError):  # a formula has no value before a spreadsheet worked it out
        read(tmp_path, saved(book), english)
    sheet.cell(rows["seller"], 2).value = "001\u202e"
    with pytest.raises(AnswersError) as caught:
        read(tmp_path, saved(book), english)
    assert caught.value.problems[0].code == "control-character"


def zipped(**files: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return written.getvalue()


def with_sheet(content: bytes, sheet: bytes) -> bytes:
    """The workbook with the XML of its first sheet replaced."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    return zipped(**{**files, "xl/worksheets/sheet1.xml": sheet})


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (99 + at, b"&%c;" % (98 + at if at else 97) * 10) for at in range(9))
    + b"]><worksheet><sheetData><row><c><v>&k;</v></c></row></sheetData></worksheet>"
)


def hostile(english: Pack) -> dict[str, bytes]:
    good = questionnaire(english.instrument, "en")
    sparse = openpyxl.Workbook()
    sparse.active.cell(1_048_576, 16_384, "far away")
    return {
        "no zip": b"PK\x03\x04 nothing more",
        "no workbook": zipped(**{"a.txt": b"x"}),
        "half of it": good[: len(good) // 2],
        "a bomb of zeros": zipped(**{"xl/workbook.xml": b"0" * 60_000_000}),
        "many files": zipped(**{f"f{number}": b"" for number in range(1_000)}),
        "a bomb of entities": with_sheet(good, BOMB),
        "an outside entity": with_sheet(good, b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>'),
        "broken XML": with_sheet(good, b"<worksheet><sheetData><row"),
        "not XML": with_sheet(good, b"\xff\xfe\x00"),
        "a cell at the far end": saved(sparse),
        "a path outside": zipped(**{"../../evil.xml": b"x", "xl/workbook.xml": b"<a/>"}),
        "deep nesting": with_sheet(good, b"<a>" * 100_000),
    }  # fmt: skip


def test_hostile_workbooks_are_refused_in_no_time_and_write_nothing(tmp_path: Path, english: Pack) -> None:
    for name, content in hostile(english).items():
        started = time.monotonic()
        with pytest.raises(AnswersError) as caught:
            read(tmp_path, content, english)
        assert time.monotonic() - started < 20, name
        assert {problem.code for problem in caught.value.problems} <= {"bad-workbook", "too-large", "missing-key"}, name
        assert name != "a bomb of zeros" or caught.value.problems[0].code == "too-large"
        assert "passwd" not in str(caught.value)
        assert "root:" not in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["answers.xlsx"]


def test_damaged_workbooks_never_end_in_anything_else(tmp_path: Path, english: Pack) -> None:
    answers = ResponseSet("Lumen", {"brand.mark_filed": "home"}, "2026-Q4", dt.date(2026, 11, 22))
    good, chance = filled(english, answers), random.Random(7)
    for _ in range(60):
        damaged = bytearray(good)
        for _ in range(chance.randint(1, 30)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        with contextlib.suppress(AnswersError):
            assert read(tmp_path, b"PK" + bytes(damaged[2:]), english).seller
