from __future__ import annotations

import json
from functools import partial

import pytest

from cbassess.export import formats
from cbassess.model.assessment import Assessment
from cbassess.model.checking import adapter
from cbassess.model.comparison import Comparison
from tests.documents_for_tests import assessment, comparison, with_text


@pytest.mark.parametrize("document", [assessment(), comparison()], ids=["assessment", "comparison"])
def test_it_can_be_read_back_as_the_same_document(document: Assessment | Comparison) -> None:
    read = adapter(type(document)).validate_json(render(document), strict=False)
    assert read == document
    assert repr(read) == repr(document)  # an int is equal to a float, and written with other bytes


render = partial(formats.render, format_name="json")


def test_chinese_stays_readable() -> None:
    assert "深圳灯具" in render(assessment("深圳灯具"))


def test_unsafe_characters_are_escaped_and_not_lost() -> None:
    text = "\x1b\x7f\x9b\u202e\ufeff\ud800"
    shown = render(with_text(assessment(), text))
    assert json.loads(shown)["seller"] == text
    assert shown.replace("\n", "").isprintable()


def test_figures_are_not_rounded() -> None:
    assert json.loads(render(assessment()))["plan"][0]["priority"]["wsjf"] == 1.9167
