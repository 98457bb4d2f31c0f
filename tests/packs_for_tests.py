"""A tiny complete pack for tests of all layers: 2 sections, 2 trends, 5 actions, every kind of item.

The files stand here as text, so that a test shows the whole of what it reads. A test that needs
another pack takes these files and replaces what it is about:

    write_pack(tmp_path, {**TINY, "rules/calendar.toml": "..."})
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

INSTRUMENT = """\
title = "Tiny self-assessment"
version = "1.0.0"
languages = ["en"]
sections = ["profile", "brand"]

[[contradictions]]
when = 'brand.own_brand == "no" and brand.mark_filed >= "home"'
because = "You say you have no brand, but a mark is filed: change one of the two."
"""

PROFILE = """\
[section]
title = "Your business"
intro = "Who you are. Nothing here is scored."

[[items]]
id = "side"
kind = "choice"
stem = "In which direction do you sell?"
why = "Import and export follow different rules."
how = "You know this yourself."
options = [
  { id = "import", text = "Import" },
  { id = "export", text = "Export" },
  { id = "both", text = "Both" },
]

[[items]]
id = "channels"
kind = "multi"
stem = "Where do you sell?"
why = "Each channel has its own rules."
how = "List the accounts that paid you."
options = [
  { id = "amazon", text = "Amazon" },
  { id = "own_site", text = "Our own site" },
  { id = "livestream", text = "Livestream" },
  { id = "none", text = "Nowhere yet", exclusive = true },
]
valid_days = 180

[[items]]
id = "hours_per_week"
kind = "number"
stem = "How many hours a week can you spend?"
why = "The plan is cut to these hours."
how = "Look at last week's calendar."
unit = "hours a week"
min = 0
max = 80

[[items]]
id = "budget"
kind = "number"
stem = "How much money can you spend in six months?"
why = "Steps that cost more are moved back."
how = "Ask whoever pays the bills."
unit = "CNY"
min = 0
max = 1000000
whole = true

[[items]]
id = "next_fair"
kind = "date"
stem = "When is your next trade fair?"
why = "A mark should be filed before the product is shown."
how = "Look at the booking."
ask_when = 'sells_export'

[[items]]
id = "trouble"
kind = "text"
stem = "What troubles you most?"
why = "So that the plan can be read beside it."
how = "One sentence is enough."
"""

BRAND = """\
[section]
title = "Brand"
intro = "Who owns the name on your goods."

[[items]]
id = "own_brand"
kind = "choice"
stem = "Do you have a brand of your own?"
why = "Your own brand is what a copycat cannot undercut."
how = "A name that you print on goods or packs."
ask_when = 'sells_export'
options = [
  { id = "no", text = "No" },
  { id = "planned", text = "Planned" },
  { id = "yes", text = "Yes" },
]

[[items]]
id = "mark_filed"
kind = "scale"
stem = "Where is your main trade mark filed?"
why = "First-to-file countries give the name to whoever files first."
how = "Look for the filing receipt."
ask_when = 'sells_export and builds_brand'
options = [
  { id = "nowhere", text = "Nowhere" },
  { id = "home", text = "China only" },
  { id = "top_market", text = "Our biggest market" },
  { id = "top_three", text = "Our three biggest markets" },
]
valid_days = 365

[[items]]
id = "repeat_share"
kind = "number"
stem = "What share of buyers bought twice, in percent?"
why = "A brand shows in buyers who come back."
how = "Count one quarter."
ask_when = 'sells_export'
unit = "percent"
min = 0
max = 100

[[items]]
id = "legal_seller"
kind = "scale"
stem = "Who is the seller on paper?"
why = "Import retail needs a registered company."
how = "Look at the licence."
ask_when = 'sells_import'
options = [
  { id = "private", text = "A private person" },
  { id = "incomplete", text = "Our company, some papers missing" },
  { id = "complete", text = "Our company, all papers" },
]
"""

RULEBOOK = """\
title = "Tiny rules"
version = "1.0.0"
trends = ["export_brands", "import_rules"]

[policy]
dont_know = "weakest"

[plan]
hours_per_week = "profile.hours_per_week"
budget = "profile.budget"
budget_months = 6
currency = "CNY"
quarters = 4
default_hours = 4
few_hours = 6
steps_with_few_hours = 2
steps_at_once = 3

[time_criticality]
horizon_days = 180
points = 10

[rates]
base = "CNY"
as_of = 2026-07-01
note = "Round figures for tests."

[rates.per_unit]
USD = 7.0

[[bands]]
id = "unlawful_now"
title = "Unlawful now"
meaning = "Put it right before anything else."

[[bands]]
id = "dated"
title = "Tied to a date"
meaning = "A date is near."

[[bands]]
id = "protect"
title = "Protect"
meaning = "Cheap today, dear later."

[[bands]]
id = "improve"
title = "Improve"
meaning = "Makes it better."

[[levels]]
id = "exposed"
title = "Exposed"
from = 0
meaning = "Most is missing."

[[levels]]
id = "half_way"
title = "Half way"
from = 40
meaning = "The basics stand."

[[levels]]
id = "strong"
title = "Strong"
from = 80
meaning = "Nearly all is there."

[[facts]]
id = "sells_import"
when = 'profile.side != "export"'
phrase = "you sell to China"

[[facts]]
id = "sells_export"
when = 'profile.side != "import"'
phrase = "you sell abroad"

[[facts]]
id = "builds_brand"
when = 'sells_export and brand.own_brand != "no"'
phrase = "you build a brand"

[[accepted_gaps]]
item = "brand.repeat_share"
below = 20
because = "Before a brand stands there is nothing to repeat."
"""

EXPORT_BRANDS = """\
[trend]
title = "From bulk trade to own brands"
direction = "export"
summary = "Sellers build brands of their own."
why = "A name of your own keeps the price."
applies_when = 'sells_export'
signals = [
  { when = 'sells_export', weight = 2, because = "You sell abroad." },
  { when = '"own_site" in profile.channels', weight = 1, because = "You have a site of your own." },
  { when = 'answered(profile.trouble)', weight = 1, because = "You named a trouble." },
]

[[indicators]]
item = "brand.own_brand"
weight = 2
levels = { no = 0.0, planned = 0.3, yes = 1.0 }
because = "Without a brand there is nothing to protect."

[[indicators]]
item = "brand.mark_filed"
weight = 3
because = "An unfiled name is lost to whoever files first."

[[indicators]]
item = "brand.repeat_share"
weight = 1
worst = 0
best = 40
because = "Buyers who come back show that the name is worth something."

[[actions]]
id = "start_brand"
title = "Put a name of your own on one product"
why = "A brand starts with one product."
steps = ["Choose the product.", "Print the name on the pack."]
achieves = { "brand.own_brand" = "yes" }
contraindications = [
  { when = 'profile.budget < 1000', because = "The money does not last for a first batch." },
]
requires = ["search_mark"]
band = "improve"
effort_hours = [10, 30]
cost = { min = 2000, max = 8000, currency = "CNY" }
lead_weeks = [4, 8]
proof = "A photo of the pack with the name"
sources = []
practice = true

[[actions]]
id = "search_mark"
title = "Search your name and file it at home"
why = "A taken name costs you the listing."
steps = ["Search the register.", "File in one class."]
achieves = { "brand.mark_filed" = "home" }
applies_when = 'sells_export and brand.own_brand in ("planned", "yes")'
band = "protect"
effort_hours = [2, 4]
cost = { min = 270, max = 800, currency = "CNY" }
lead_weeks = [1, 2]
proof = "Filing receipt"
sources = ["office-fees-2026"]

[[actions]]
id = "file_mark"
title = "File your mark in your biggest market"
why = "The home filing does not reach abroad."
steps = ["Choose the market.", "File within six months of the home filing."]
achieves = { "brand.mark_filed" = "top_market" }
applies_when = 'builds_brand'
requires = ["search_mark"]
band = "protect"
band_when = [
  { when = 'days_until(profile.next_fair) <= 90', band = "dated", because = "Your fair is less than 90 days away." },
]
effort_hours = [4, 10]
cost = { min = 300, max = 900, currency = "USD" }
lead_weeks = [1, 3]
dates = ["new_mark_law"]
proof = "Filing receipt abroad"
sources = ["office-fees-2026"]

[[actions]]
id = "write_to_buyers"
title = "Write to buyers after thirty days"
why = "Buyers who know you come back."
steps = ["Write one message.", "Send it to last month's buyers."]
achieves = { "brand.repeat_share" = 25 }
applies_when = 'sells_export and not ("none" in profile.channels)'
band = "improve"
effort_hours = [3, 6]
cost = { min = 0, max = 0, currency = "CNY" }
lead_weeks = [4, 12]
proof = "Count of buyers who came back"
sources = []
practice = true
"""

IMPORT_RULES = """\
[trend]
title = "Import grows up"
direction = "import"
summary = "Import retail is watched more closely."
why = "Papers decide who may stay."
applies_when = 'sells_import'
signals = [
  { when = 'sells_import', weight = 1, because = "You sell to China." },
  { when = '"livestream" in profile.channels', weight = 1, because = "Livestreams are watched most." },
]

[[indicators]]
item = "brand.legal_seller"
weight = 5
because = "Without a legal seller the trade can be stopped."

[[actions]]
id = "complete_chain"
title = "Complete the papers of your company"
why = "Without them the goods are stopped."
steps = ["List the papers.", "Ask the customs desk for the rest."]
achieves = { "brand.legal_seller" = "complete" }
band = "unlawful_now"
effort_hours = [10, 20]
cost = { min = 1000, max = 5000, currency = "CNY" }
lead_weeks = [3, 6]
proof = "Registration notice"
sources = ["retail-notice-2018"]
"""

SOURCES = """\
[[sources]]
id = "office-fees-2026"
title = "Fee list"
publisher = "Trade mark office"
where = "office.example/fees"
year = 2026
confidence = "high"
says = "Filing costs 270 in one class."

[[sources]]
id = "retail-notice-2018"
title = "Notice on import retail"
publisher = "Customs"
where = ""
confidence = "medium"
says = "The seller must be a registered company."
"""

CALENDAR = """\
[[dates]]
id = "new_mark_law"
title = "New trade mark law"
from = 2027-01-01
confidence = "medium"
stale_after = 2027-06-30
sources = ["office-fees-2026"]
note = "Reported, not confirmed. Check before you rely on it."
"""

VIGNETTE = """\
title = "A young exporter with an unfiled name"
story = "A family firm sells lamps abroad under its own name, which nobody has filed."
as_of = 2026-11-22
expect_first = ["search_mark", "file_mark"]
forbid = ["complete_chain"]
because = "The name comes before everything that is spent on it."

[answers.profile]
side = "export"
channels = ["amazon", "own_site"]
hours_per_week = 6
budget = 20000
next_fair = 2027-03-01
trouble = "Copies of our lamps"

[answers.brand]
own_brand = "yes"
mark_filed = "nowhere"
repeat_share = 5
"""

TINY: dict[str, str] = {
    "questions/instrument.toml": INSTRUMENT,
    "questions/profile.toml": PROFILE,
    "questions/brand.toml": BRAND,
    "rules/rulebook.toml": RULEBOOK,
    "rules/export_brands.toml": EXPORT_BRANDS,
    "rules/import_rules.toml": IMPORT_RULES,
    "rules/sources.toml": SOURCES,
    "rules/calendar.toml": CALENDAR,
    "rules/vignettes/young_exporter.toml": VIGNETTE,
}
"""The files of the tiny pack: relative name -> text."""

CHINESE: dict[str, str] = {
    "questions/zh-CN/instrument.toml": 'title = "小型自评"\n',
    "questions/zh-CN/brand.toml": """\
[section]
title = "品牌"

[[items]]
id = "mark_filed"
stem = "您的主商标在哪里申请了？"
options = [
  { id = "nowhere", text = "没有申请" },
  { id = "home", text = "仅在中国" },
]
""",
    "rules/zh-CN/export_brands.toml": """\
[trend]
title = "从大宗贸易到自有品牌"
signals = [
  { because = "您向国外销售。" },
]

[[actions]]
id = "file_mark"
title = "在最大的市场申请商标"
steps = ["选择市场。"]
""",
}
"""An overlay with some of the texts in Chinese; the rest falls back to English."""


def write_pack(folder: Path, files: Mapping[str, str]) -> Path:
    """Write the files (relative name -> text) below `folder` and return it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return folder


def tiny_pack(tmp_path: Path) -> Path:
    """Write the tiny pack into a folder of its own below `tmp_path` and return that folder."""
    return write_pack(tmp_path / "tiny_pack", TINY)


def tiny_pack_in_two_languages(tmp_path: Path) -> Path:
    """The tiny pack with its Chinese overlay declared and present."""
    instrument = INSTRUMENT.replace('languages = ["en"]', 'languages = ["en", "zh-CN"]')
    files = {**TINY, **CHINESE, "questions/instrument.toml": instrument}
    return write_pack(tmp_path / "tiny_pack", files)


def changed(name: str, old: str, new: str) -> dict[str, str]:
    """The tiny pack with one text replaced in one file, once; AssertionError where it is not there."""
    assert old in TINY[name], f"{old!r} is not in {name}"
    return {**TINY, name: TINY[name].replace(old, new, 1)}
