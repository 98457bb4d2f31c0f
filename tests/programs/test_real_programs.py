"""Exports opened by the programs that people use. Each test is skipped where its program is not installed."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import openpyxl
import pytest

from cbassess.export.as_csv import text_of
from cbassess.export.formats import rendered
from cbassess.plain_text import one_line
from cbassess.words import words_in
from tests.naughty import NAUGHTY
from tests.programs.documents import LANGUAGES, documents, write
from tests.unit.export.readers import letters
from tests.unit.export.test_hostile import document as hostile_document

SOFFICE, CHROMIUM = shutil.which("soffice"), shutil.which("chromium")
needs_office = pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")
needs_poppler = pytest.mark.skipif(not shutil.which("pdftoppm"), reason="poppler is not installed")
needs_browser = pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-default-apps", "--disable-extensions",
)  # fmt: skip


def ran(*command: object) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=170)
    assert done.returncode == 0, done.stderr
    return done.stdout


def office(folder: Path, target: str, *files: Path, read_as: str = "") -> None:
    """Convert files; with a profile of its own, so that several tests can run at once."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    reading = (f"--infilter={read_as}",) if read_as else ()
    ran(SOFFICE, profile, "--headless", *reading, "--convert-to", target, "--outdir", folder, *files)


def letters_of(text: str) -> str:
    """Letters alone: some programs put one of the two forms of a Chinese character into a PDF for the other."""
    return letters(unicodedata.normalize("NFKC", text))


@needs_office
@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_libreoffice_shows_the_whole_plan(tmp_path: Path, form: str, language: str) -> None:
    plan, change = write(tmp_path, form, language)
    office(tmp_path, "pdf", plan, change)
    shown = letters_of(ran("pdftotext", "-layout", plan.with_suffix(".pdf"), "-"))
    raw = letters_of(ran("pdftotext", "-raw", plan.with_suffix(".pdf"), "-"))
    assessment, comparison = documents(language)
    for step in assessment.plan:
        assert letters_of(step.title) in raw or letters_of(step.title) in shown, step.title
        assert step.due.isoformat() in raw
    assert "Err:" not in raw
    moved = letters_of(ran("pdftotext", "-raw", change.with_suffix(".pdf"), "-"))
    assert all(letters_of(trend.title) in moved for trend in comparison.trends)


@needs_office
@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_for_the_boss_is_one_page_in_word_and_pdf(tmp_path: Path, language: str) -> None:
    words = words_in(language)
    word, _ = write(tmp_path, "docx", language)
    pdf, _ = write(tmp_path, "pdf", language)
    (tmp_path / "word").mkdir()
    office(tmp_path / "word", "pdf", word)
    for path in (pdf, tmp_path / "word" / pdf.name):
        first = letters_of(ran("pdftotext", "-raw", "-l", 1, path, "-"))
        second = letters_of(ran("pdftotext", "-raw", "-f", 2, "-l", 2, path, "-"))
        assert letters_of(words("What is uncertain")) in first
        assert letters_of(words("markets and rules may move as well."))[-8:] in first or language != "en"
        assert second.startswith(letters_of(words("Where you stand"))), second[:80]


@needs_browser
@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_for_the_boss_is_one_page_when_a_browser_prints_it(tmp_path: Path, language: str) -> None:
    page, _ = write(tmp_path, "html", language)
    words, printed = words_in(language), tmp_path / "printed.pdf"
    ran(CHROMIUM, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", f"--print-to-pdf={printed}", page.as_uri())
    first, second = (letters_of(ran("pdftotext", "-f", at, "-l", at, printed, "-")) for at in (1, 2))
    assert letters_of(words("What is uncertain")) in first
    assert letters_of(words("Why it concerns you")) in second


@needs_office
def test_libreoffice_makes_no_formula_and_no_link_of_hostile_texts(tmp_path: Path) -> None:
    table, book = tmp_path / "plan.csv", tmp_path / "plan.xlsx"
    table.write_bytes(rendered(hostile_document(), "csv"))
    book.write_bytes(rendered(hostile_document(), "xlsx"))
    (tmp_path / "out").mkdir()
    office(tmp_path / "out", "xlsx", table, read_as="CSV:44,34,76")  # commas, quotes, UTF-8: as it offers by itself
    opened = openpyxl.load_workbook(tmp_path / "out" / "plan.xlsx").active
    cells = [cell for row in opened.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink]
    answers = [row[7] for row in opened.iter_rows(values_only=True) if row[3] == "answer"]
    said = [one_line(text) for text in NAUGHTY if one_line(text).strip()]
    assert [text_of(str(text)).strip() for text in answers] == [text.strip() for text in said]
    office(tmp_path / "out", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", book)
    sheets = list((tmp_path / "out").glob("plan-*.csv"))
    assert len(sheets) > 3
    for sheet in sheets:
        with sheet.open(encoding="utf-8", newline="") as file:
            assert not [
                cell for row in csv.reader(file) for cell in row if cell.startswith(("#NAME", "Err:", "#VALUE"))
            ]


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_is_tagged_on_a4_with_its_letters_inside_and_no_empty_page(tmp_path: Path, language: str) -> None:
    for path in write(tmp_path, "pdf", language):
        about = ran("pdfinfo", path)
        assert re.search(r"Tagged:\s+yes", about)
        assert "A4" in about
        assert "JavaScript:      no" in about
        fonts = ran("pdffonts", path).splitlines()[2:]
        assert fonts
        assert all(line.split()[-5] == "yes" for line in fonts), fonts
        pages = ran("pdftotext", path, "-").split("\f")[:-1]
        assert len(pages) == int(re.search(r"Pages:\s+(\d+)", about)[1])  # type: ignore[index]
        for number, page in enumerate(pages, start=1):
            assert f"{number}/{len(pages)}" in "".join(page.split())
            assert len(letters(page)) > 60, number


def requests(log: Path) -> set[str]:
    """The addresses that the browser asked for."""
    text = log.read_text(encoding="utf-8")
    events = json.loads(text if text.rstrip().endswith("}") else text.rstrip().rstrip(",") + "]}")["events"]
    found = {event.get("params", {}).get("url", "") for event in events}
    return {address for address in found if re.match(r"[a-z]+:", address)}


@needs_browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_browser_asks_for_nothing_and_runs_nothing(tmp_path: Path, language: str) -> None:
    plan, _ = write(tmp_path, "html", language)
    log, picture = tmp_path / "net.json", tmp_path / "page.png"
    where = (f"--user-data-dir={tmp_path / 'profile'}", f"--log-net-log={log}")
    ran(CHROMIUM, *FLAGS, *where, f"--screenshot={picture}", "--window-size=1000,1400", plan.as_uri())
    assert picture.stat().st_size > 50_000
    asked = {address for address in requests(log) if not address.startswith(("file:", "data:", "chrome"))}
    ours = {address for address in asked if "google" not in address and "gvt1" not in address}
    assert not ours, "the browser's own calls home aside, nothing was asked for"


@needs_browser
def test_hostile_texts_run_no_script_in_a_browser(tmp_path: Path) -> None:
    page = tmp_path / "plan.html"
    content = rendered(hostile_document(), "html").decode()
    # Without the policy as well: the page has to be safe by itself.
    page.write_text(re.sub(r"<meta http-equiv[^>]*>", "", content, count=1), encoding="utf-8")
    shown = ran(CHROMIUM, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", page.as_uri())
    assert "<script" not in shown.lower()
    assert not re.search(r"<[^>]+\son\w+\s*=", shown)
    assert shown.count("<section") == content.count("<section")
    assert shown.count("<h4") == content.count("<h4")
