from __future__ import annotations

import json
from typing import get_args

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from cbassess.export.formats import render
from cbassess.export.schema import DOCS, SCHEMAS, schema_text
from cbassess.model.assessment import Assessment
from cbassess.model.backup import Backup
from cbassess.model.comparison import Comparison
from cbassess.model.diagnosis import Diagnosis
from cbassess.model.documents import Document
from tests.documents_for_tests import assessment, comparison
from tests.inquiries_for_tests import documents

INQUIRIES = documents()
DOCUMENTS = {
    "assessment.schema.json": assessment(),
    "comparison.schema.json": comparison(),
    "goal.schema.json": INQUIRIES["goal"],
    "what-if.schema.json": INQUIRIES["what-if"],
    "explained-action.schema.json": INQUIRIES["action"],
    "explained-item.schema.json": INQUIRIES["item"],
    "explained-trend.schema.json": INQUIRIES["trend"],
}


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_published_schema_is_current(name: str) -> None:
    published = (DOCS / name).read_text(encoding="utf-8")
    assert published == schema_text(SCHEMAS[name]), "run: python -m cbassess.export.schema"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_exported_json_keeps_to_the_published_schema(name: str) -> None:
    schema = json.loads((DOCS / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(render(DOCUMENTS[name], "json")))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_schema_wants_every_key(name: str) -> None:
    validator = Draft202012Validator(json.loads((DOCS / name).read_text(encoding="utf-8")))
    data = json.loads(render(DOCUMENTS[name], "json"))
    for key in data:
        with pytest.raises(ValidationError):
            validator.validate({other: value for other, value in data.items() if other != key})


def test_every_document_has_a_schema() -> None:
    assert set(SCHEMAS.values()) == {Backup, Diagnosis, *get_args(Document)}
    assert {Assessment, Comparison} < set(SCHEMAS.values())
