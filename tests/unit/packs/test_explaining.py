"""Messages about wrong values are for people who write packs: no word of them comes from a library."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbassess.packs.loading import load
from tests.packs_for_tests import changed, write_pack

BRAND = "questions/brand.toml"
EXPORT = "rules/export_brands.toml"
RULEBOOK = "rules/rulebook.toml"

SLIPS = [
    (BRAND, 'title = "Brand"', "title = 5", "This must be a text in quotes, not 5."),
    (BRAND, 'title = "Brand"', "title = ['a']", "This must be a text in quotes, not a list."),
    (BRAND, "max = 100", "max = true", "This must be a number, not true."),
    (BRAND, "max = 100", "max = inf", "This must be an ordinary number."),
    (BRAND, "max = 100", "max = 100\nwhole = 1", "This must be true or false, not 1."),
    (BRAND, "valid_days = 365", "valid_days = 1.5", "This must be a whole number, not 1.5."),
    (BRAND, "valid_days = 365", "valid_days = 0", "This must be at least 1, not 0."),
    (BRAND, "valid_days = 365", "valid_days = 9999", "This must be at most 3660, not 9999."),
    (BRAND, '{ id = "no", text = "No" }', '"no"', "This must be a table, not 'no'."),
    (BRAND, '{ id = "no", text = "No" }', '{ id = "no" }', "`text` is missing."),
    (BRAND, 'kind = "choice"', 'kind = "radio"',
     "This must be 'scale', 'choice', 'multi', 'number', 'date' or 'text', not 'radio'."),
    (BRAND, 'id = "own_brand"', 'id = "own brand"', "'brand.own brand' cannot be used here."),
    (BRAND, 'stem = "Do', 'steem = "Do', "'steem' is not a key here."),
    (EXPORT, "weight = 2,", "weight = 0,", "This must be more than 0, not 0."),
    (EXPORT, "yes = 1.0", "yes = 1.5", "This must be at most 1, not 1.5."),
    (EXPORT, "effort_hours = [10, 30]", "effort_hours = 10", "This must be a list in [ ], not 10."),
    (EXPORT, "effort_hours = [10, 30]", "effort_hours = [1, 2, 3]", "This has 3 entries; 2 are allowed."),
    (EXPORT, "effort_hours = [10, 30]", "effort_hours = [1]", "Two numbers belong here: [least, most]."),
    (EXPORT, '{ "brand.own_brand" = "yes" }', '{ "brand.own_brand" = true }',
     "This must be a text in quotes or a whole number or a number, not true."),
    (EXPORT, 'steps = ["Choose the product.", "Print the name on the pack."]', 'steps = "One"',
     "This must be a list in [ ], not 'One'."),
    (RULEBOOK, "as_of = 2026-07-01", 'as_of = "2026-07-01"',
     "This must be a date such as 2026-11-30, without quotes, not '2026-07-01'."),
    (RULEBOOK, "USD = 7.0", "usd = 7.0", "'usd' cannot be used here."),
    (RULEBOOK, 'version = "1.0.0"', 'version = "1"', "'1' cannot be used here."),
    (RULEBOOK, "[rates.per_unit]\nUSD = 7.0", "per_unit = 7", "This must be a table, not 7."),
    (RULEBOOK, "[policy]\ndont_know = \"weakest\"", "policy = 5", "This must be a table, not 5."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "message"), SLIPS, ids=[row[3] for row in SLIPS])
def test_messages(tmp_path: Path, name: str, old: str, new: str, message: str) -> None:
    files = changed(name, old, new)
    if name == RULEBOOK and "policy = 5" in new:  # a key of the file stands above all tables
        files[name] = "policy = 5\n" + changed(name, old, "")[name]
    problems = load(write_pack(tmp_path, files)).problems
    assert message in [problem.message for problem in problems]
    assert all(problem.hint for problem in problems)


def test_the_nearest_key_of_the_same_table_is_offered(tmp_path: Path) -> None:
    files = changed(EXPORT, "contraindications = [\n  { when", "contraindications = [\n  { wenn")
    hints = {problem.path: problem.hint for problem in load(write_pack(tmp_path, files)).problems}
    assert hints["actions[0].contraindications[0].wenn"] == "Did you mean 'when'?"
