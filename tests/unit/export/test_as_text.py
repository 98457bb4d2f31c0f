from __future__ import annotations

from functools import partial

import pytest
from msgspec.structs import replace

from cbassess.cells import cells
from cbassess.export import formats
from cbassess.export.as_text import WIDTH
from cbassess.model.assessment import Assessment
from cbassess.model.comparison import Comparison
from cbassess.model.plan import Forecast
from tests.documents_for_tests import assessment, comparison, with_text

render = partial(formats.render, format_name="text")

LONG = [
    "商标在第一申请国家归最先申请者所有，所以要趁早。（见收据）" * 3,
    "https://example.org/" + "a" * 300,
    "Ein Satz mit Wörtern 和中文 mixed in, " * 5,
    "👨\u200d👩\u200d👧 family " * 20,
]


@pytest.mark.parametrize("text", LONG)
@pytest.mark.parametrize("document", [assessment(), comparison()], ids=["assessment", "comparison"])
def test_no_line_is_wider_than_a_terminal(document: Assessment | Comparison, text: str) -> None:
    shown = render(with_text(document, text))
    assert max(cells(line) for line in shown.splitlines()) <= WIDTH


def test_no_line_ends_in_spaces() -> None:
    assert all(line == line.rstrip() for line in render(assessment()).splitlines())


def test_a_forecast_of_many_quarters_is_set_in_parts() -> None:
    quarters = tuple(
        Forecast(
            quarter=f"{2027 + at // 4}-Q{at % 4 + 1}",
            readiness={"export_brands": 50.0 + at},
            range={"export_brands": (50.0 + at, 50.0 + at)},
        )
        for at in range(12)
    )
    shown = render(replace(assessment(), forecast=quarters))
    assert max(len(line) for line in shown.splitlines()) <= WIDTH
    assert all(after.quarter in shown for after in quarters)
    assert shown.count("Readiness   ") > 1


def test_only_plain_ascii_stands_beside_columns() -> None:
    assert render(assessment()).isascii()
