"""What pack authors look up: the JSON Schemas of the pack's files, for editors, and the page of problems.

Both are made from the code. Write them again in a checkout: `python -m cbassess.packs.schema`
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from msgspec import Struct, field
from pydantic import TypeAdapter

from cbassess.model.base import Noun
from cbassess.model.checking import adapter
from cbassess.model.instrument import Contradiction, Item
from cbassess.model.rulebook import (
    AcceptedGap,
    Action,
    Band,
    CompareRules,
    DatedFact,
    Fact,
    Indicator,
    Level,
    PlanRules,
    Policy,
    Rates,
    Source,
    TimeCriticality,
    Vignette,
)
from cbassess.packs.problem_page import problem_page
from cbassess.packs.shapes import InstrumentHead, RulebookHead, SectionHead, TrendHead

DOCS = Path(__file__).parents[2] / "docs"
DIALECT = "https://json-schema.org/draft/2020-12/schema"

Nouns = Mapping[str, type[Noun]]


class FileShape(Struct, frozen=True):
    """What a kind of file holds: keys at its top, tables `[key]`, lists of tables `[[key]]`."""

    about: str
    top: type[Noun] | None = None
    tables: Nouns = field(default_factory=dict)
    rows: Nouns = field(default_factory=dict)
    optional: frozenset[str] = frozenset()

    @property
    def nouns(self) -> tuple[type[Noun], ...]:
        """All nouns that the file holds directly."""
        return (*([self.top] if self.top else []), *self.tables.values(), *self.rows.values())


SHAPES: Mapping[str, FileShape] = MappingProxyType(
    {
        "instrument": FileShape(
            "questions/instrument.toml",
            top=InstrumentHead,
            rows={"contradictions": Contradiction},
            optional=frozenset({"contradictions"}),
        ),
        "section": FileShape("questions/<section>.toml", tables={"section": SectionHead}, rows={"items": Item}),
        "rulebook": FileShape(
            "rules/rulebook.toml",
            top=RulebookHead,
            tables={
                "policy": Policy,
                "plan": PlanRules,
                "compare": CompareRules,
                "time_criticality": TimeCriticality,
                "rates": Rates,
            },
            rows={"bands": Band, "levels": Level, "facts": Fact, "accepted_gaps": AcceptedGap},
            optional=frozenset({"compare", "facts", "accepted_gaps"}),
        ),
        "trend": FileShape(
            "rules/<trend>.toml",
            tables={"trend": TrendHead},
            rows={"indicators": Indicator, "actions": Action},
            optional=frozenset({"actions"}),
        ),
        "sources": FileShape("rules/sources.toml", rows={"sources": Source}, optional=frozenset({"sources"})),
        "calendar": FileShape("rules/calendar.toml", rows={"dates": DatedFact}, optional=frozenset({"dates"})),
        "vignette": FileShape("rules/vignettes/<name>.toml", top=Vignette),
    }
)
"""Kind of file -> its shape; the loader reads the same nouns under the same keys."""

# Keys that the loader takes from the name of the file.
GIVEN_BY_FILE = {"Action": "trend", "Vignette": "id"}


def schema_text(shape: FileShape) -> str:
    """The JSON Schema of a kind of file."""
    _, definitions = TypeAdapter.json_schemas([(noun.__name__, "validation", adapter(noun)) for noun in shape.nouns])
    nouns: dict[str, Any] = definitions["$defs"]
    for name, key in GIVEN_BY_FILE.items():
        if name in nouns:
            del nouns[name]["properties"][key]
            nouns[name]["required"].remove(key)
    if "Item" in nouns:  # the loader puts the section in front
        nouns["Item"]["properties"]["id"]["pattern"] = r"^[a-z][a-z0-9_]*$"
    top = nouns.pop(shape.top.__name__) if shape.top else {"properties": {}, "required": []}
    schema = {
        "$schema": DIALECT,
        "title": shape.about,
        "type": "object",
        "properties": {**top["properties"], **_tables(shape)},
        "required": [*top["required"], *(key for key in _tables(shape) if key not in shape.optional)],
        "additionalProperties": False,
        "$defs": nouns,
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _tables(shape: FileShape) -> dict[str, Any]:
    tables = {key: {"$ref": f"#/$defs/{noun.__name__}"} for key, noun in shape.tables.items()}
    rows = {key: {"type": "array", "items": {"$ref": f"#/$defs/{noun.__name__}"}} for key, noun in shape.rows.items()}
    return {**tables, **rows}


def pages() -> Iterator[tuple[str, str]]:
    """Name below `docs` and text of every page that is made from the code of this package."""
    yield "problems.md", problem_page()
    for kind, shape in SHAPES.items():
        yield f"schema/{kind}.schema.json", schema_text(shape)


def write_pages(folder: Path = DOCS) -> None:
    """Write all pages below a folder that exists."""
    (folder / "schema").mkdir(exist_ok=True)
    for name, text in pages():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_pages()
