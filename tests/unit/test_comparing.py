"""What moved between two waves, over the tiny pack."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cbassess.model.comparison import Comparison
from cbassess.model.responses import Missing, Response, ResponseSet
from cbassess.workflow import Recorded, compare, open_pack
from tests.packs_for_tests import tiny_pack
from tests.unit.planning.test_plan_by_hand import EXPORTER


def _compare(
    tmp_path: Path, after: dict[str, Response], before: dict[str, Response] | None = None, old_hash: str = "same"
) -> Comparison:
    pack = open_pack(tiny_pack(tmp_path))
    first = ResponseSet("Lamps", before or EXPORTER, "2026-Q4", dt.date(2026, 11, 22))
    second = ResponseSet("Lamps", {**EXPORTER, **after}, "2027-Q1", dt.date(2027, 2, 22))
    return compare(pack, Recorded(first, "1.0.0", old_hash), Recorded(second, "1.0.0", "same"))


def test_the_parts_add_up_to_the_change(tmp_path: Path) -> None:
    comparison = _compare(tmp_path, {"brand.mark_filed": "top_market", "brand.repeat_share": 15.0})
    trend = comparison.trends[0]
    assert trend.change == pytest.approx(100 * (2 + 0.25) / 6)
    assert trend.moved_by == {
        "brand.mark_filed": pytest.approx(100 / 3),
        "brand.repeat_share": pytest.approx(100 * 0.25 / 6),
    }
    assert sum(trend.moved_by.values()) == pytest.approx(trend.change)
    assert comparison.headline == pytest.approx(trend.change)


def test_a_trend_that_did_not_apply_is_not_comparable_and_not_zero(tmp_path: Path) -> None:
    comparison = _compare(tmp_path, {"profile.side": "both", "brand.legal_seller": "private"})
    trend = comparison.trends[1]
    assert not trend.comparable
    assert trend.before is None
    assert trend.change is None
    assert not trend.moved_by


def test_the_fate_of_each_step(tmp_path: Path) -> None:
    fates = {one.action: one.fate for one in _compare(tmp_path, {"brand.mark_filed": "home"}).steps}
    assert fates == {"search_mark": "done", "file_mark": "carried", "write_to_buyers": "carried"}
    dropped = _compare(tmp_path, {"brand.own_brand": "no", "brand.mark_filed": Missing.NOT_REACHED})
    assert {one.action: one.fate for one in dropped.steps} == {
        "search_mark": "dropped",
        "file_mark": "dropped",
        "write_to_buyers": "carried",
        "start_brand": "new",
    }


def test_changed_answers_are_named_in_words(tmp_path: Path) -> None:
    (change,) = _compare(tmp_path, {"brand.mark_filed": "home"}).items
    assert (change.before, change.after) == ("Nowhere", "China only")
    assert change.points == {"export_brands": pytest.approx(100 / 6)}


def test_no_headline_where_too_little_is_shared(tmp_path: Path) -> None:
    importer: dict[str, Response] = {"profile.side": "import", "brand.legal_seller": "private"}
    comparison = _compare(tmp_path, {}, before=importer)
    assert comparison.shared < 0.7
    assert comparison.headline is None


def test_other_rules_are_said(tmp_path: Path) -> None:
    assert _compare(tmp_path, {}, old_hash="older").rules_changed
    assert not _compare(tmp_path, {}).rules_changed


def test_a_trend_that_never_concerned_the_seller_is_left_out(tmp_path: Path) -> None:
    assert [trend.id for trend in _compare(tmp_path, {}).trends] == ["export_brands"]
