"""A folder -> a pack: what stands in it, and that all problems come in one go."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cbassess.errors import PackError
from cbassess.packs.checking import check_pack
from cbassess.packs.loading import load_pack
from tests.packs_for_tests import TINY, changed, tiny_pack, write_pack
from tests.unit.packs.loading_for_tests import found

BRAND = "questions/brand.toml"
EXPORT = "rules/export_brands.toml"
IMPORT = "rules/import_rules.toml"
RULEBOOK = "rules/rulebook.toml"
CALENDAR = "rules/calendar.toml"


def test_the_tiny_pack(tmp_path: Path) -> None:
    pack = load_pack(tiny_pack(tmp_path))
    assert [section.id for section in pack.instrument.sections] == ["profile", "brand"]
    assert list(pack.items)[:2] == ["profile.side", "profile.channels"]
    assert pack.items["profile.budget"].whole
    assert pack.items["profile.channels"].option("none").exclusive
    assert [trend.id for trend in pack.rulebook.trends] == ["export_brands", "import_rules"]
    assert {action.trend for action in pack.rulebook.actions} == {"export_brands", "import_rules"}
    assert pack.actions["file_mark"].cost.currency == "USD"
    assert pack.rulebook.calendar[0].from_ == dt.date(2027, 1, 1)
    assert [vignette.id for vignette in pack.rulebook.vignettes] == ["young_exporter"]
    assert pack.rulebook.compare.headline_needs_shared == 0.7
    assert pack.language == "en"


def test_every_condition_of_the_pack_is_parsed(tmp_path: Path) -> None:
    pack = load_pack(tiny_pack(tmp_path))
    texts = {fact.when for fact in pack.rulebook.facts}
    texts |= {item.ask_when for item in pack.items.values() if item.ask_when}
    texts |= {row.when for row in pack.instrument.contradictions}
    for trend in pack.rulebook.trends:
        texts |= {trend.applies_when, *(signal.when for signal in trend.signals)}
    for action in pack.actions.values():
        texts |= {action.applies_when} - {None}
        texts |= {row.when for row in action.contraindications}
        texts |= {row.when for row in action.band_when}
    texts |= {row.when for row in (*pack.rulebook.calendar, *pack.rulebook.accepted_gaps)} - {None}
    assert set(pack.conditions) == texts


def test_the_hash_is_that_of_names_and_bytes(tmp_path: Path) -> None:
    first = load_pack(write_pack(tmp_path / "a", TINY)).hash
    again = load_pack(write_pack(tmp_path / "b", dict(reversed(TINY.items())))).hash
    other = load_pack(write_pack(tmp_path / "c", changed(CALENDAR, "2027-01-01", "2027-01-02"))).hash
    (tmp_path / "b" / "rules" / "notes.txt").write_text("not read")
    assert len(first) == 64
    assert first == again == load_pack(tmp_path / "b").hash
    assert first != other


def test_all_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    files = {
        **changed(BRAND, 'kind = "scale"', 'kind = "skale"'),
        RULEBOOK: TINY[RULEBOOK].replace("quarters = 4", "quarters = 40"),
        CALENDAR: TINY[CALENDAR].replace('"office-fees-2026"', '"office-fee-2026"'),
        IMPORT: TINY[IMPORT].replace("'sells_import'", "'sells_imports'", 1),
        EXPORT: TINY[EXPORT].replace('band = "improve"', 'band = "improved"', 1),
    }
    assert found(tmp_path, files) == [
        f"{BRAND} items[1].kind bad-value",
        f"{CALENDAR} dates[0].sources[0] unknown-source",
        f"{EXPORT} actions[0].band unknown-band",
        f"{IMPORT} trend.applies_when condition-name",
        f"{RULEBOOK} plan.quarters bad-value",
    ]


def test_a_broken_item_is_not_also_called_unknown(tmp_path: Path) -> None:
    files = changed(BRAND, 'stem = "Where is your main trade mark filed?"\n', "")
    assert found(tmp_path, files) == [f"{BRAND} items[1].stem missing-key"]


def test_a_broken_file_does_not_make_its_names_unknown(tmp_path: Path) -> None:
    assert found(tmp_path, {**TINY, BRAND: "["}) == [f"{BRAND}  bad-toml"]
    assert found(tmp_path, {**TINY, RULEBOOK: "["}) == [f"{RULEBOOK}  bad-toml"]
    assert found(tmp_path, {**TINY, "rules/sources.toml": "["}) == ["rules/sources.toml  bad-toml"]


def test_a_wrong_fact_is_reported_once(tmp_path: Path) -> None:
    files = changed(RULEBOOK, "when = 'profile.side != \"export\"'", "when = 'profile.sid != \"export\"'")
    assert found(tmp_path, files) == [f"{RULEBOOK} facts[0].when condition-name"]


def test_the_same_wrong_condition_is_reported_at_every_place(tmp_path: Path) -> None:
    files = {**TINY, IMPORT: TINY[IMPORT].replace("'sells_import'", "'sells_imports'")}
    assert found(tmp_path, files) == [
        f"{IMPORT} trend.applies_when condition-name",
        f"{IMPORT} trend.signals[0].when condition-name",
    ]


def test_keys_that_the_name_of_the_file_gives_are_refused(tmp_path: Path) -> None:
    files = changed(IMPORT, 'id = "complete_chain"', 'id = "complete_chain"\ntrend = "export_brands"')
    assert found(tmp_path, files) == [f"{IMPORT} actions[0].trend unknown-key"]
    files = {**TINY, "rules/vignettes/young_exporter.toml": 'id = "x"\n' + TINY["rules/vignettes/young_exporter.toml"]}
    assert found(tmp_path, files) == ["rules/vignettes/young_exporter.toml id unknown-key"]


def test_nothing_in_place_of_a_pack(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    for folder in (tmp_path, tmp_path / "nowhere", Path("a\0b"), Path("/proc/self/mem")):
        with pytest.raises(PackError) as caught:
            load_pack(folder)
        assert [problem.code for problem in caught.value.problems] == ["not-a-pack"]


def test_an_empty_pack_names_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    (tmp_path / "rules").mkdir()
    assert found(tmp_path, {}) == [
        f"{name}  missing-file"
        for name in ("questions/instrument.toml", CALENDAR, RULEBOOK, "rules/sources.toml")
    ]  # fmt: skip


def test_a_warning_does_not_refuse_the_pack(tmp_path: Path) -> None:
    files = changed(BRAND, 'text = "Planned" }', 'text = "Planned", }')
    assert [problem.severity for problem in check_pack(write_pack(tmp_path, files))] == ["warning"]
    assert load_pack(tmp_path).items["brand.own_brand"].option("planned").text == "Planned"
