"""538 strings that break programs, in every place of every format: they stay text and come back as they went in."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from functools import lru_cache

import openpyxl
import pytest
from lxml import html as lxml_html
from msgspec.structs import replace
from pypdf import PdfReader

from cbassess.export.as_csv import text_of
from cbassess.export.facts import COLUMNS
from cbassess.export.formats import FORMATS, rendered
from cbassess.model.assessment import Assessment, ResponseEntry
from cbassess.model.evaluation import NotNow
from cbassess.plain_text import one_line
from tests.documents_for_tests import SEARCH, WORK, assessment, comparison, with_text
from tests.naughty import NAUGHTY, OURS
from tests.unit.export.readers import READERS, entries

SHOWN = [text for text in NAUGHTY if one_line(text).strip()]
"""An empty title says nothing that could be looked for."""

UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
CLEANED = [one_line(text) for text in SHOWN]


@lru_cache
def document() -> Assessment:
    """A step, an answer and something left out for each string."""
    steps = tuple(
        replace(SEARCH, rank=rank, action=f"step_{rank}", title=text, why=text, proof=text, steps=(text,))
        for rank, text in enumerate(SHOWN, start=1)
    )
    left_out = tuple(NotNow(action=f"not_{at}", title=text, because=(text,)) for at, text in enumerate(SHOWN))
    answers = tuple(
        ResponseEntry(item=f"brand.item_{at}", stem=text, state="answered", text=text) for at, text in enumerate(SHOWN)
    )
    work = tuple(
        replace(WORK[0], action=f"step_{rank}", title=text, rank=rank, owner=text, note=text, reason=text)
        for rank, text in enumerate(SHOWN, start=1)
    )
    changes = {"plan": steps, "work": work, "not_now": left_out, "responses": answers}
    return replace(assessment("=cmd|x"), **changes)


@lru_cache
def content(form: str) -> bytes:
    return rendered(document(), form)


def parts(packed: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        return {name: opened.read(name).decode("utf-8", errors="replace") for name in opened.namelist()}


def test_there_are_as_many_strings_as_the_threat_model_counts() -> None:
    assert len(NAUGHTY) == 538
    assert len(OURS) == 23


@pytest.mark.parametrize("form", ["text", "md", "html", "csv", "ics", "json"])
def test_no_character_that_steers_a_terminal_gets_out(form: str) -> None:
    assert not UNSAFE.search(content(form).decode("utf-8"))


def test_markdown_shows_every_string_and_has_the_structure_of_plain_words() -> None:
    assert len(READERS["md"](content("md"), "en").steps) == len(set(CLEANED))


def test_html_has_no_script_no_foreign_address_and_the_structure_of_plain_words() -> None:
    page = lxml_html.fromstring(content("html"))
    tags = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    assert not tags & {"script", "iframe", "img", "object", "embed", "link", "form", "base", "image", "use"}
    for element in page.iter():
        names = set(element.attrib)
        assert not any(name.startswith("on") for name in names)
        assert not names & {"src", "srcset", "style", "action", "formaction", "xlink:href", "data", "poster"}
        assert element.get("href", "#").startswith("#")
    assert [title.text.partition(". ")[2] for title in page.iterfind(".//h4")] == CLEANED
    assert b"url(" not in content("html").partition(b"</style>")[0]
    assert b"@import" not in content("html").partition(b"</style>")[0]


def test_the_workbook_has_no_formula_and_no_link_and_gives_every_string_back() -> None:
    for name, text in parts(content("xlsx")).items():
        if name.startswith("xl/worksheets/"):
            assert "<f>" not in text
            assert "<f " not in text
            assert "hyperlink" not in text
        assert "externalLink" not in name
        assert 'TargetMode="External"' not in text
    book = openpyxl.load_workbook(io.BytesIO(content("xlsx")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    plan = book["Plan"]
    assert [row[1] for row in plan.iter_rows(min_row=2, values_only=True)] == CLEANED
    assert [row[3] for row in plan.iter_rows(min_row=2, values_only=True)] == CLEANED
    assert [row[1] for row in book["Answers"].iter_rows(min_row=2, values_only=True)] == CLEANED


def test_the_word_document_has_no_link_no_field_and_gives_every_string_back() -> None:
    packed = parts(content("docx"))
    for name, text in packed.items():
        assert 'TargetMode="External"' not in text, name
        assert "<w:hyperlink" not in text
        assert not re.search(r"<w:(object|altChunk|control|fldSimple)\b", text)
        assert set(re.findall(r"<w:instrText[^>]*>([^<]*)<", text)) <= {"PAGE"}
    assert list(READERS["docx"](content("docx"), "en").steps) == list(dict.fromkeys(CLEANED))


def test_the_pdf_has_no_script_no_link_and_every_step() -> None:
    reader = PdfReader(io.BytesIO(content("pdf")))
    assert not re.search(rb"/(JavaScript|JS|Launch|URI|SubmitForm|EmbeddedFile)\b", content("pdf"))
    assert not [page for page in reader.pages if page.get("/Annots")]
    headings = [entry for entry in _outline(reader.outline) if re.match(r"\d+\. ", entry)]
    assert len(headings) == len(CLEANED)
    assert "\n".join(headings).count("javascript") == "\n".join(CLEANED).count("javascript")


def _outline(entries_: list[object]) -> list[str]:
    found: list[str] = []
    for entry in entries_:
        found += _outline(entry) if isinstance(entry, list) else [str(entry.title)]  # type: ignore[attr-defined]
    return found


def test_the_table_fences_what_a_spreadsheet_would_run_or_change_and_gives_it_back() -> None:
    rows = list(csv.reader(io.StringIO(content("csv").decode("utf-8-sig"), newline="")))
    assert all(len(row) == len(COLUMNS) for row in rows)
    assert not [cell for row in rows for cell in row[:8] if re.match(r"[=+\-@\t\r\n＝＋－＠]", cell)]
    answers = [row for row in rows if row[3] == "answer"]
    assert [text_of(row[7]) for row in answers] == CLEANED
    assert [text_of(row[7]) for row in rows if row[6] == "owner"] == CLEANED
    for text, row in zip(CLEANED, answers, strict=True):
        if re.match(r"0\d+$|\d+e\d+$|\d{4}-\d{2}", text):
            assert row[7].startswith("'"), text


def test_the_calendar_has_its_own_entries_only_and_gives_every_string_back() -> None:
    found = list(entries(content("ics")))
    tasks = [entry for kind, entry in found if kind == "VTODO"]
    assert [entry["SUMMARY"].partition(". ")[2] for entry in tasks] == CLEANED
    owners = [re.search("(?m)^Owner: (.*)$", entry["DESCRIPTION"]) for entry in tasks]
    assert [owner[1] for owner in owners if owner] == CLEANED
    assert {kind for kind, _ in found} == {"VTODO", "VEVENT"}
    assert len(found) == 2 * len(CLEANED)
    assert len({entry["UID"] for _, entry in found}) == len(found)
    assert all(len(line) <= 75 for line in content("ics").split(b"\r\n"))
    assert content("ics").count(b"BEGIN:VCALENDAR") == 1


def test_json_gives_the_document_back() -> None:
    # Not by pydantic, which refuses the half of a pair that is among the strings.
    data = json.loads(content("json"))
    for step, text in zip(data["plan"], SHOWN, strict=True):
        assert (step["title"], step["why"], step["proof"], step["steps"]) == (text, text, text, [text])
    assert [answer["text"] for answer in data["responses"]] == SHOWN


@pytest.mark.parametrize("text", [*OURS, NAUGHTY[100], NAUGHTY[300], NAUGHTY[500], "x" * 2_000, "长" * 2_000])
@pytest.mark.parametrize("form", FORMATS)
def test_one_string_in_every_place_at_once(form: str, text: str) -> None:
    for plain in (assessment(), comparison()):
        shown = rendered(with_text(plain, text), form)
        assert shown
        if form == "html":
            tags = [element.tag for element in lxml_html.fromstring(shown).iter()]
            assert tags == [
                element.tag for element in lxml_html.fromstring(rendered(with_text(plain, "x"), form)).iter()
            ]
        if form in {"xlsx", "docx"}:
            assert not [name for name, part in parts(shown).items() if "External" in part or "<f>" in part]
