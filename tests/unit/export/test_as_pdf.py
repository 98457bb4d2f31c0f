from __future__ import annotations

import io
import sys

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from cbassess.errors import UsageError
from cbassess.export.formats import rendered
from tests.documents_for_tests import assessment


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(UsageError) as caught:
        rendered(assessment(), "pdf")
    (problem,) = caught.value.problems
    assert problem.code == "not-installed"
    assert "pip install 'cbassess[pdf]'" in problem.hint


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_it_is_tagged_titled_and_made_for_a_screen_reader(language: str) -> None:
    reader = PdfReader(io.BytesIO(rendered(replace(assessment("深圳灯具"), language=language), "pdf")))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert str(root["/Lang"]).lower() == language.lower()
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert "深圳灯具" in (reader.metadata.title if reader.metadata else "")
    assert all("�" not in page.extract_text() for page in reader.pages)


def test_a_letter_that_no_typeface_of_ours_has_does_not_cost_the_report() -> None:
    reader = PdfReader(io.BytesIO(rendered(assessment("Lumen 😀 مرحبا"), "pdf")))
    assert b"pdfuaid" not in reader.trailer["/Root"]["/Metadata"].get_data()
    assert any("Search your name" in page.extract_text() for page in reader.pages)
