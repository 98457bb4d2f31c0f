"""What became of a pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbassess.carrying.diffing import diff_packs
from cbassess.carrying.meaning import fate_of, lost_options, same_meaning
from cbassess.model.upgrade import PackDiff
from cbassess.workflow import open_pack
from tests.packs_for_tests import TINY, changed, write_pack
from tests.unit.carrying.items import item

BRAND = "questions/brand.toml"
EXPORT = "rules/export_brands.toml"


@pytest.mark.parametrize(
    ("new", "wanted"),
    [
        (item("a.b"), "kept"),
        (item("a.b", why="another reason", how="another hint", valid_days=7), "kept"),
        (item("a.b", stem="Asked otherwise?"), "reworded"),
        (item("a.b", options="low mid high top"), "reworded"),
        (item("a.b", options="low centre<mid high"), "reworded"),
        (item("a.b", options="low high"), "changed"),
        (item("a.b", options="high mid low"), "changed"),
        (item("a.b", "choice"), "changed"),
    ],
)
def test_what_became_of_an_item(new: object, wanted: str) -> None:
    assert fate_of(item("a.b"), new) == wanted


def test_the_order_of_a_choice_means_nothing_and_a_unit_does() -> None:
    assert same_meaning(item("a.b", "choice"), item("a.b", "choice", "high mid low"))
    assert not same_meaning(item("a.b", "number"), item("a.b", "number", unit="days"))
    assert lost_options(item("a.b"), item("a.b", options="low top<high")) == ("mid",)
    assert fate_of(None, item("a.b")) == "new"


def _diff(tmp_path: Path, files: dict[str, str]) -> PackDiff:
    old = open_pack(write_pack(tmp_path / "old", TINY))
    return diff_packs(old, open_pack(write_pack(tmp_path / "new", files)))


def test_a_pack_and_itself(tmp_path: Path) -> None:
    diff = _diff(tmp_path, dict(TINY))
    assert {one.fate for one in diff.items} == {"kept"}
    assert (diff.compatibility, diff.actions, diff.trends) == (1.0, (), ())


def test_a_renamed_item_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    new = {
        name: text.replace("own_brand", "has_brand").replace(
            'id = "has_brand"', 'id = "has_brand"\nreplaces = ["brand.own_brand"]'
        )
        for name, text in TINY.items()
    }
    diff = _diff(tmp_path, new)
    (renamed,) = diff.of_fate("changed")
    assert (renamed.item, renamed.replaces) == ("brand.has_brand", ("brand.own_brand",))
    assert not diff.of_fate("retired")
    assert diff.compatibility == pytest.approx(1 - 1 / len(diff.items))


def test_changed_rules_and_words_are_told_apart(tmp_path: Path) -> None:
    files = changed(BRAND, "Where is your main trade mark filed?", "Where did you file your main mark?")
    files[EXPORT] = files[EXPORT].replace("weight = 2", "weight = 3", 1)
    diff = _diff(tmp_path, files)
    assert [(one.item, one.what) for one in diff.of_fate("reworded")] == [("brand.mark_filed", ("wording",))]
    assert len(diff.trends) == 1
    assert not diff.actions
