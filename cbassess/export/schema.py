"""The published JSON Schemas of the documents, made from the nouns.

Regenerate them in a checkout: `python -m cbassess.export.schema`
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from cbassess.model.assessment import Assessment
from cbassess.model.backup import Backup
from cbassess.model.base import Noun
from cbassess.model.checking import adapter
from cbassess.model.comparison import Comparison
from cbassess.model.diagnosis import Diagnosis
from cbassess.model.explanation import ActionExplained, ItemExplained, TrendExplained
from cbassess.model.goal import Goal
from cbassess.model.information import Information
from cbassess.model.what_if import WhatIf

DOCS = Path(__file__).parents[2] / "docs"
DIALECT = "https://json-schema.org/draft/2020-12/schema"

SCHEMAS: Mapping[str, type[Noun]] = MappingProxyType(
    {
        "assessment.schema.json": Assessment,
        "backup.schema.json": Backup,
        "comparison.schema.json": Comparison,
        "doctor.schema.json": Diagnosis,
        "explained-action.schema.json": ActionExplained,
        "explained-item.schema.json": ItemExplained,
        "explained-trend.schema.json": TrendExplained,
        "goal.schema.json": Goal,
        "information.schema.json": Information,
        "what-if.schema.json": WhatIf,
    }
)
"""File name -> noun."""


def schema_text(noun: type[Noun]) -> str:
    """The schema of a document as it is exported, as JSON text."""
    schema = {"$schema": DIALECT, **adapter(noun).json_schema(mode="serialization")}
    for shape in (schema, *schema["$defs"].values()):
        # A document is written whole: fields that have a default are there as well.
        shape["required"] = list(shape["properties"])
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path = DOCS) -> None:
    """Write all schemas into a folder that exists."""
    for name, noun in SCHEMAS.items():
        (folder / name).write_text(schema_text(noun), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_schemas()
