"""The generated pages are current, and the schemas say what the loader says."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from cbassess.packs.schema import DOCS, pages, write_pages
from tests.packs_for_tests import TINY, changed

PAGES = dict(pages())


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_current(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name], "run: python -m cbassess.packs.schema"


def test_no_schema_is_left_over() -> None:
    assert {f"schema/{file.name}" for file in (DOCS / "schema").iterdir()} == {*PAGES} - {"problems.md"}


def test_pages_are_written(tmp_path: Path) -> None:
    write_pages(tmp_path)
    assert {str(file.relative_to(tmp_path)): file.read_text() for file in tmp_path.rglob("*.*")} == PAGES


def kind_of(name: str) -> str:
    known = ("instrument", "rulebook", "sources", "calendar")
    part, _, rest = name.partition("/")
    if rest.startswith("vignettes/"):
        return "vignette"
    return next((kind for kind in known if rest == f"{kind}.toml"), "section" if part == "questions" else "trend")


def errors(name: str, text: str) -> list[str]:
    """Paths of what the schema refuses in a file."""
    schema = json.loads(PAGES[f"schema/{kind_of(name)}.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    data = json.loads(json.dumps(tomllib.loads(text), default=dt.date.isoformat))
    found: list[Any] = list(jsonschema.Draft202012Validator(schema).iter_errors(data))
    return [".".join(map(str, error.absolute_path)) for error in found]


@pytest.mark.parametrize("name", TINY)
def test_the_tiny_pack_fits(name: str) -> None:
    assert errors(name, TINY[name]) == []


def test_the_shipped_pack_fits() -> None:
    root = DOCS.parent
    files = [*root.glob("questions/*.toml"), *root.glob("rules/*.toml"), *root.glob("rules/vignettes/*.toml")]
    assert len(files) > 15
    for file in files:
        assert errors(file.relative_to(root).as_posix(), file.read_text(encoding="utf-8")) == [], file


@pytest.mark.parametrize(
    ("name", "old", "new", "path"),
    [
        ("questions/brand.toml", 'kind = "choice"', 'kind = "radio"', "items.0.kind"),
        ("questions/brand.toml", 'stem = "Do', 'steem = "Do', "items.0"),
        ("questions/brand.toml", 'id = "own_brand"', 'id = "brand.own"', "items.0.id"),
        ("rules/export_brands.toml", "weight = 2,", "weight = 0,", "trend.signals.0.weight"),
        ("rules/export_brands.toml", "lead_weeks = [4, 8]", "lead_weeks = [4]", "actions.0.lead_weeks"),
        ("rules/export_brands.toml", 'id = "start_brand"', 'id = "start_brand"\ntrend = "x"', "actions.0"),
        ("rules/rulebook.toml", "quarters = 4", "quarters = 40", "plan.quarters"),
        ("rules/rulebook.toml", "[policy]", "[polices]", ""),
    ],
)
def test_slips_are_refused(name: str, old: str, new: str, path: str) -> None:
    assert path in errors(name, changed(name, old, new)[name])
