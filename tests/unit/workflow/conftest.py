"""A home of its own for every test, the tiny pack, and a second version of it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cbassess.model.pack import Pack
from cbassess.model.responses import Response, ResponseSet
from cbassess.workflow import open_pack
from tests.packs_for_tests import TINY, write_pack

Q3 = dt.date(2026, 8, 20)
Q4 = dt.date(2026, 11, 22)
Q1 = dt.date(2027, 2, 20)

ANSWERS: dict[str, Response] = {
    "profile.side": "export",
    "profile.channels": ("amazon", "own_site"),
    "profile.hours_per_week": 6.0,
    "profile.budget": 20_000.0,
    "profile.next_fair": dt.date(2027, 3, 1),
    "profile.trouble": "Copies",
    "brand.own_brand": "yes",
    "brand.mark_filed": "nowhere",
    "brand.repeat_share": 5.0,
}


def at(day: dt.date) -> dt.datetime:
    """Noon of a day, in UTC."""
    return dt.datetime.combine(day, dt.time(12), dt.UTC)


def answers(day: dt.date, **changes: Response) -> ResponseSet:
    """The answers of an exporter; changes as `brand__mark_filed="home"`."""
    changed = {name.replace("__", "."): response for name, response in changes.items()}
    return ResponseSet("Lamps", {**ANSWERS, **changed}, as_of=day)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("CBASSESS_HOME", str(folder))
    return folder


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return open_pack(write_pack(tmp_path / "tiny_pack", TINY))


@pytest.fixture
def newer(tmp_path: Path) -> Pack:
    """Version 2: an item under another name, an option under another, other words, another weight, one item gone."""
    brand = "questions/brand.toml"
    everywhere = {
        "brand.own_brand": "brand.has_brand",
        "next_fair": "next_show",
        '"brand.mark_filed" = "home"': '"brand.mark_filed" = "inland"',
        'brand.mark_filed >= "home"': 'brand.mark_filed >= "inland"',
    }
    once = {
        "questions/instrument.toml": ("1.0.0", "2.0.0"),
        "rules/export_brands.toml": ("weight = 3", "weight = 9"),
    }
    files = {name: text for name, text in TINY.items() if not name.startswith("rules/vignettes")}
    for old, new in everywhere.items():
        files = {name: text.replace(old, new) for name, text in files.items()}
    for name, (old, new) in once.items():
        files[name] = files[name].replace(old, new, 1)
    for old, new in (
        ('id = "own_brand"', 'id = "has_brand"\nreplaces = ["brand.own_brand"]'),
        ('{ id = "home", text = "China only" }', '{ id = "inland", text = "China only", replaces = ["home"] }'),
        ("What share of buyers bought twice, in percent?", "Of 100 buyers, how many bought twice?"),
    ):
        assert old in files[brand]
        files[brand] = files[brand].replace(old, new)
    return open_pack(write_pack(tmp_path / "newer_pack", files))
