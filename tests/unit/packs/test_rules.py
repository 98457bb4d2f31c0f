"""What the nouns of a pack must be among each other, one slip at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbassess.model.rulebook import PlanRules
from tests.packs_for_tests import TINY, changed
from tests.unit.packs.loading_for_tests import found

BRAND = "questions/brand.toml"
EXPORT = "rules/export_brands.toml"
RULEBOOK = "rules/rulebook.toml"
CALENDAR = "rules/calendar.toml"

NAMES_THAT_CANNOT_BE_USED = [
    changed(BRAND, 'id = "own_brand"', 'id = "from"'),
    changed(RULEBOOK, 'id = "sells_import"', 'id = "not"'),
    changed("questions/instrument.toml", '"brand"]', '"brand", "seller"]'),
    changed(RULEBOOK, '"import_rules"]', '"import_rules", "sources"]'),
]


@pytest.mark.parametrize("files", NAMES_THAT_CANNOT_BE_USED)
def test_names_that_mean_something_else(tmp_path: Path, files: dict[str, str]) -> None:
    assert any(line.endswith("reserved-id") for line in found(tmp_path, files))


RULES: list[tuple[dict[str, str], str]] = [
    (
        changed(BRAND, 'text = "Planned" }', 'text = "Planned", exclusive = true }'),
        "items[0].options[1].exclusive key-not-allowed",
    ),
    (changed(BRAND, 'id = "planned"', 'id = "no"'), "items[0].options[1].id duplicate-id"),
    (changed("questions/profile.toml", "max = 1000000", "max = 10.5"), "items[3].max not-whole"),
    (changed("questions/instrument.toml", '["en"]', '["de"]'), "languages bad-value"),
    (changed("questions/instrument.toml", '["en"]', '["en", "en"]'), "languages[1] duplicate-id"),
    (changed("questions/instrument.toml", '["profile", "brand"]', "[]"), "sections too-few"),
    (changed(EXPORT, "planned = 0.3, ", ""), "indicators[0].levels levels-wrong"),
    (changed(EXPORT, "planned = 0.3", "plan = 0.3, planned = 0.3"), "indicators[0].levels.plan unknown-option"),
    (
        changed(EXPORT, "no = 0.0, planned = 0.3, yes = 1.0", "no = 1, planned = 1, yes = 1"),
        "indicators[0].levels levels-wrong",
    ),
    (changed(EXPORT, "levels = { no = 0.0, planned = 0.3, yes = 1.0 }\n", ""), "indicators[0] levels-wrong"),
    (changed(EXPORT, "levels = {", "worst = 1\nlevels = {"), "indicators[0].worst levels-wrong"),
    (changed(EXPORT, "worst = 0", "worst = 40"), "indicators[2].worst levels-wrong"),
    (changed(EXPORT, "worst = 0", "levels = { a = 1 }\nworst = 0"), "indicators[2].levels levels-wrong"),
    (changed(EXPORT, 'item = "brand.mark_filed"', 'item = "brand.own_brand"'), "indicators[1].item duplicate-id"),
    (
        changed(EXPORT, 'steps = ["Choose the product.", "Print the name on the pack."]', 'steps = ["One."]'),
        "actions[0].steps too-few",
    ),
    (
        changed(EXPORT, 'steps = ["Choose the product.", "Print the name on the pack."]', f"steps = {['s'] * 6}"),
        "actions[0].steps too-long",
    ),
    (changed(EXPORT, "effort_hours = [10, 30]", "effort_hours = [30, 10]"), "actions[0].effort_hours range-reversed"),
    (changed(EXPORT, "effort_hours = [10, 30]", "effort_hours = [0, 0]"), "actions[0].effort_hours bad-value"),
    (changed(EXPORT, "effort_hours = [10, 30]", "effort_hours = [-1, 3]"), "actions[0].effort_hours bad-value"),
    (changed(EXPORT, "min = 2000, max = 8000", "min = 8000, max = 2000"), "actions[0].cost range-reversed"),
    (changed(EXPORT, '{ "brand.own_brand" = "yes" }', "{}"), "actions[0].achieves achieves-nothing"),
    (
        changed(EXPORT, '{ "brand.own_brand" = "yes" }', '{ "brand.own_brand" = 1 }'),
        'actions[0].achieves."brand.own_brand" wrong-type',
    ),
    (
        changed(EXPORT, '{ "brand.repeat_share" = 25 }', '{ "brand.repeat_share" = "25" }'),
        'actions[3].achieves."brand.repeat_share" wrong-type',
    ),
    (
        changed(EXPORT, '{ "brand.repeat_share" = 25 }', '{ "brand.repeat_share" = 250 }'),
        'actions[3].achieves."brand.repeat_share" out-of-range',
    ),
    (
        changed(EXPORT, '{ "brand.repeat_share" = 25 }', '{ "profile.next_fair" = 25 }'),
        'actions[3].achieves."profile.next_fair" wrong-kind',
    ),
    (
        changed(EXPORT, '{ "brand.repeat_share" = 25 }', '{ "brand.repeated" = 25 }'),
        'actions[3].achieves."brand.repeated" unknown-item',
    ),
    (changed(EXPORT, 'band = "dated"', 'band = "soon"'), "actions[2].band_when[0].band unknown-band"),
    (changed(EXPORT, 'requires = ["search_mark"]', 'requires = ["start_brand"]'), "actions[0].requires requires-cycle"),
    (changed(CALENDAR, "from = 2027-01-01", "from = 2027-01-01\nuntil = 2026-12-31"), "dates[0].until range-reversed"),
    (changed(CALENDAR, "from = 2027-01-01", "from = 2027-01-01T00:00:00"), "dates[0].from wrong-type"),
    (changed(RULEBOOK, '"profile.hours_per_week"', '"profile.side"'), "plan.hours_per_week wrong-kind"),
    (changed(RULEBOOK, '"profile.budget"', '"profile.money"'), "plan.budget unknown-item"),
    (changed(RULEBOOK, 'currency = "CNY"', 'currency = "JPY"'), "plan.currency unknown-currency"),
    (changed(RULEBOOK, "from = 0", "from = 5"), "levels[0].from levels-order"),
    (
        changed(RULEBOOK, 'item = "brand.repeat_share"', 'item = "profile.hours_per_week"'),
        "accepted_gaps[0].item bad-value",
    ),
    (changed(RULEBOOK, "below = 20", 'below = "many"'), "accepted_gaps[0].below wrong-type"),
    (
        changed(RULEBOOK, "below = 20", "below = 20\nwhen = 'profile.sight == 1'"),
        "accepted_gaps[0].when condition-name",
    ),
    (
        changed(CALENDAR, "from = 2027-01-01", "from = 2027-01-01\nwhen = 'profile.budget == \"much\"'"),
        "dates[0].when condition-type",
    ),
    (
        changed(
            RULEBOOK, "[compare]" if "[compare]" in TINY[RULEBOOK] else "[rates]", "[compare]\nshared = 1\n[rates]"
        ),
        "compare.shared unknown-key",
    ),
    (changed(RULEBOOK, "[policy]", "[polices]"), "polices unknown-key"),
    (changed(RULEBOOK, "[policy]", "[polices]"), "policy missing-key"),
    (
        changed("rules/vignettes/young_exporter.toml", '"nowhere"', '"somewhere"'),
        "answers.brand.mark_filed unknown-option",
    ),
    (
        changed("rules/vignettes/young_exporter.toml", 'forbid = ["complete_chain"]', 'forbid = ["file_mark"]'),
        "forbid[0] bad-value",
    ),
]


@pytest.mark.parametrize(("files", "expected"), RULES, ids=[row[1] for row in RULES])
def test_rules(tmp_path: Path, files: dict[str, str], expected: str) -> None:
    assert expected in [line.split(" ", 1)[1] for line in found(tmp_path, files)]


@pytest.mark.parametrize("key", [name for name in PlanRules.__struct_fields__ if name.endswith("_bands")])
def test_every_list_of_bands_is_checked(tmp_path: Path, key: str) -> None:
    files = changed(RULEBOOK, 'currency = "CNY"', f'currency = "CNY"\n{key} = ["urgent"]')
    assert found(tmp_path, files) == [f"{RULEBOOK} plan.{key}[0] unknown-band"]
