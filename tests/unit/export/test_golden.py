"""Reports letter by letter. After a wanted change: `python -m tests.unit.export.test_golden`, and read the diff."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from cbassess.export.formats import rendered
from tests.documents_for_tests import assessment, comparison

GOLDEN = Path(__file__).parent / "golden"
CHINESE = {"language": "zh-CN"}
GOLDEN_FORMATS = ("text", "md", "html", "json")
DOCUMENTS = {
    "assessment": assessment(),
    "comparison": comparison(),
    "assessment.zh-CN": replace(assessment("深圳灯具"), **CHINESE),
    "comparison.zh-CN": replace(comparison(), **CHINESE),
}
CASES = [
    (name, format_name)
    for name, document in DOCUMENTS.items()
    for format_name in GOLDEN_FORMATS
    if document.language == "en" or format_name != "json"
]


@pytest.mark.parametrize(("name", "format_name"), CASES)
def test_a_report_is_the_same_letter_by_letter(name: str, format_name: str) -> None:
    golden = (GOLDEN / f"{name}.{format_name}").read_bytes()
    assert rendered(DOCUMENTS[name], format_name) == golden


if __name__ == "__main__":
    for name, format_name in CASES:
        (GOLDEN / f"{name}.{format_name}").write_bytes(rendered(DOCUMENTS[name], format_name))
