"""The smallest pack or answers file for each kind of problem; `test_codes` provokes them all."""

from __future__ import annotations

from tests.packs_for_tests import TINY, changed

INSTRUMENT = "questions/instrument.toml"
PROFILE = "questions/profile.toml"
BRAND = "questions/brand.toml"
RULES = "rules/rulebook.toml"
EXPORT = "rules/export_brands.toml"
IMPORT = "rules/import_rules.toml"
SOURCES = "rules/sources.toml"
CALENDAR = "rules/calendar.toml"
VIGNETTE = "rules/vignettes/young_exporter.toml"
CHINESE = "questions/zh-CN/brand.toml"

SIGNAL = "when = 'answered(profile.trouble)'"


def asking(condition: str) -> dict[str, str]:
    """The tiny pack with another condition on a signal."""
    return changed(EXPORT, SIGNAL, f"when = '{condition}'")


def with_chinese(name: str, text: str) -> dict[str, str]:
    files = changed(INSTRUMENT, 'languages = ["en"]', 'languages = ["en", "zh-CN"]')
    return {**files, name: text}


def without(name: str) -> dict[str, str]:
    return {other: text for other, text in TINY.items() if other != name}


def facts_in_a_row(count: int) -> dict[str, str]:
    rows = [
        f'[[facts]]\nid = "f{n}"\nwhen = \'f{n + 1}\'\nphrase = "p"\n'
        if n < count
        else f'[[facts]]\nid = "f{n}"\nwhen = \'profile.side == "both"\'\nphrase = "p"\n'
        for n in range(count + 1)
    ]
    return {**TINY, RULES: TINY[RULES] + "\n".join(rows)}


# Code, the files of the pack; file and path that the problem must name, and the line it must point to.
PACKS: list[tuple[str, dict[str, str], str, str, str]] = [
    ("missing-file", without(CALENDAR), CALENDAR, "", ""),
    ("unlisted-file", {**TINY, "questions/more.toml": ""}, "questions/more.toml", "", ""),
    ("too-large", {**TINY, SOURCES: "#" * 2_000_001}, SOURCES, "", ""),
    ("bad-toml", changed(BRAND, 'title = "Brand"', 'title = "Brand'), BRAND, "", 'title = "Brand'),
    (
        "toml-version",
        changed(BRAND, 'text = "Planned" }', 'text = "Planned", }'),
        BRAND,
        "",
        '{ id = "planned", text = "Planned"',
    ),
    (
        "too-deep",
        {**TINY, CALENDAR: f"x = {'[' * 40}{']' * 40}"},
        CALENDAR,
        "x[0][0]",
        "x = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    ),
    (
        "control-character",
        changed(BRAND, '"Brand"', '"Br\\u001band"'),
        BRAND,
        "section.title",
        'title = "Br\\u001band"',
    ),
    ("missing-key", changed(BRAND, 'title = "Brand"\n', ""), BRAND, "section.title", "[section]"),
    (
        "unknown-key",
        changed(BRAND, 'stem = "Do', 'steem = "Do'),
        BRAND,
        "items[0].steem",
        'steem = "Do you have a brand of yo',
    ),
    ("wrong-type", changed(BRAND, "max = 100", 'max = "100"'), BRAND, "items[2].max", 'max = "100"'),
    ("bad-value", changed(BRAND, 'kind = "choice"', 'kind = "radio"'), BRAND, "items[0].kind", 'kind = "radio"'),
    ("bad-id", changed(BRAND, 'id = "own_brand"', 'id = "Own-Brand"'), BRAND, "items[0].id", 'id = "Own-Brand"'),
    (
        "reserved-id",
        changed(INSTRUMENT, '"brand"]', '"brand", "wave"]'),
        INSTRUMENT,
        "sections[2]",
        'sections = ["profile", "brand", "w',
    ),
    ("empty-text", changed(BRAND, 'title = "Brand"', 'title = ""'), BRAND, "section.title", 'title = ""'),
    (
        "too-long",
        changed(BRAND, 'title = "Brand"', f'title = "{"a" * 201}"'),
        BRAND,
        "section.title",
        'title = "aaaaaaaaaaaaaaaaaaaaaaaaa',
    ),
    (
        "too-few",
        changed(IMPORT, "lead_weeks = [3, 6]", "lead_weeks = [3]"),
        IMPORT,
        "actions[0].lead_weeks[1]",
        "lead_weeks = [3]",
    ),
    ("duplicate-id", changed(BRAND, 'id = "mark_filed"', 'id = "own_brand"'), BRAND, "items[1].id", 'id = "own_brand"'),
    (
        "replaces-clash",
        changed(BRAND, 'id = "mark_filed"', 'id = "mark_filed"\nreplaces = ["brand.own_brand"]'),
        BRAND,
        "items[1].replaces[0]",
        'replaces = ["brand.own_brand"]',
    ),
    (
        "unknown-item",
        changed(EXPORT, 'item = "brand.mark_filed"', 'item = "brand.mark_file"'),
        EXPORT,
        "indicators[1].item",
        'item = "brand.mark_file"',
    ),
    (
        "unknown-option",
        changed(EXPORT, '"top_market" }', '"top_markets" }'),
        EXPORT,
        'actions[2].achieves."brand.mark_filed"',
        'achieves = { "brand.mark_filed" = ',
    ),
    (
        "unknown-section",
        changed(VIGNETTE, "[answers.brand]", "[answers.brands]"),
        VIGNETTE,
        "answers.brands",
        "[answers.brands]",
    ),
    (
        "unknown-action",
        changed(EXPORT, 'requires = ["search_mark"]', 'requires = ["serch_mark"]'),
        EXPORT,
        "actions[0].requires[0]",
        'requires = ["serch_mark"]',
    ),
    (
        "unknown-band",
        changed(EXPORT, 'band = "improve"', 'band = "better"'),
        EXPORT,
        "actions[0].band",
        'band = "better"',
    ),
    (
        "unknown-source",
        changed(IMPORT, '"retail-notice-2018"', '"retail-notice"'),
        IMPORT,
        "actions[0].sources[0]",
        'sources = ["retail-notice"]',
    ),
    (
        "unknown-date",
        changed(EXPORT, '"new_mark_law"', '"mark_law"'),
        EXPORT,
        "actions[2].dates[0]",
        'dates = ["mark_law"]',
    ),
    (
        "unknown-currency",
        changed(EXPORT, '"USD"', '"EUR"'),
        EXPORT,
        "actions[2].cost.currency",
        "cost = { min = 300, max = 900, cur",
    ),
    (
        "not-a-text",
        with_chinese(CHINESE, '[[items]]\nid = "own_brand"\nkind = "scale"\n'),
        CHINESE,
        "items[0].kind",
        'kind = "scale"',
    ),
    (
        "unknown-text",
        with_chinese(CHINESE, '[[items]]\nid = "own_brand"\nhint = "?"\n'),
        CHINESE,
        "items[0].hint",
        'hint = "?"',
    ),
    ("options-missing", changed(BRAND, 'kind = "number"', 'kind = "scale"'), BRAND, "items[2]", "[[items]]"),
    ("key-not-allowed", changed(BRAND, 'kind = "number"', 'kind = "text"'), BRAND, "items[2].min", "min = 0"),
    ("range-missing", changed(BRAND, "max = 100\n", ""), BRAND, "items[2]", "[[items]]"),
    ("range-reversed", changed(BRAND, "min = 0", "min = 101"), BRAND, "items[2].min", "min = 101"),
    (
        "wrong-kind",
        changed(EXPORT, 'item = "brand.mark_filed"', 'item = "profile.channels"'),
        EXPORT,
        "indicators[1].item",
        'item = "profile.channels"',
    ),
    ("levels-wrong", changed(EXPORT, "worst = 0\n", ""), EXPORT, "indicators[2]", "[[indicators]]"),
    ("levels-order", changed(RULES, "from = 40", "from = 0"), RULES, "levels[1].from", "from = 0"),
    (
        "achieves-nothing",
        changed(EXPORT, '"home" }', '"nowhere" }'),
        EXPORT,
        'actions[1].achieves."brand.mark_filed"',
        'achieves = { "brand.mark_filed" = ',
    ),
    ("thin-trend", changed(IMPORT, "[[indicators]]\n", "[[actions]]\n"), IMPORT, "trend", "[trend]"),
    (
        "forward-reference",
        changed(PROFILE, "ask_when = 'sells_export'", "ask_when = 'builds_brand'"),
        PROFILE,
        "items[4].ask_when",
        "ask_when = 'builds_brand'",
    ),
    (
        "fact-cycle",
        changed(RULES, "when = 'profile.side != \"import\"'", "when = 'builds_brand'"),
        RULES,
        "facts[1].when",
        "when = 'builds_brand'",
    ),
    (
        "requires-cycle",
        changed(EXPORT, 'id = "search_mark"', 'id = "search_mark"\nrequires = ["file_mark"]'),
        EXPORT,
        "actions[1].requires",
        'requires = ["file_mark"]',
    ),
    (
        "condition-syntax",
        asking("profile.side =="),
        EXPORT,
        "trend.signals[2].when",
        "{ when = 'profile.side ==', weight",
    ),
    (
        "condition-too-long",
        asking("not " * 125 + "sells_export"),
        EXPORT,
        "trend.signals[2].when",
        "{ when = 'not not not not not not ",
    ),
    ("condition-too-deep", facts_in_a_row(10), RULES, "facts[3].when", "when = 'f1'"),
    (
        "condition-not-allowed",
        asking("profile.budget + 1 > 2"),
        EXPORT,
        "trend.signals[2].when",
        "{ when = 'profile.budget + 1 > 2',",
    ),
    ("condition-name", asking("sells_exports"), EXPORT, "trend.signals[2].when", "{ when = 'sells_exports', weight ="),
    (
        "condition-type",
        asking('profile.side < "both"'),
        EXPORT,
        "trend.signals[2].when",
        "{ when = 'profile.side < \"both\"', ",
    ),
    ("unused-item", asking("profile.budget > 5"), PROFILE, "items[5]", "[[items]]"),
    (
        "gap-without-action",
        changed(IMPORT, 'achieves = { "brand.legal_seller" = "complete" }', 'achieves = { "brand.repeat_share" = 30 }'),
        IMPORT,
        "indicators[0]",
        "[[indicators]]",
    ),
    (
        "useless-action",
        changed(IMPORT, 'achieves = { "brand.legal_seller" = "complete" }', 'achieves = { "profile.budget" = 30 }'),
        IMPORT,
        "actions[0].achieves",
        'achieves = { "profile.budget" = 30',
    ),
    (
        "condition-constant",
        asking("profile.budget >= 0"),
        EXPORT,
        "trend.signals[2].when",
        "{ when = 'profile.budget >= 0', we",
    ),
    (
        "always-contraindicated",
        changed(EXPORT, "when = 'profile.budget < 1000'", "when = 'sells_export'"),
        EXPORT,
        "actions[0].contraindications",
        "contraindications = [",
    ),
    ("no-source", changed(EXPORT, "practice = true\n", ""), EXPORT, "actions[0].sources", "sources = []"),
    (
        "unused-source",
        changed(IMPORT, '"retail-notice-2018"', '"office-fees-2026"'),
        SOURCES,
        "sources[1]",
        "[[sources]]",
    ),
    (
        "stale-fact",
        changed(CALENDAR, "stale_after = 2027-06-30", "stale_after = 2026-11-21"),
        CALENDAR,
        "dates[0].stale_after",
        "stale_after = 2026-11-21",
    ),
    ("undeclared-language", {**TINY, CHINESE: ""}, INSTRUMENT, "languages", 'languages = ["en"]'),
    (
        "weight-without-reason",
        changed(IMPORT, 'because = "Without a legal seller the trade can be stopped."\n', ""),
        IMPORT,
        "indicators[0]",
        "[[indicators]]",
    ),
    (
        "translation-outdated",
        {
            **with_chinese(CHINESE, '[section]\ntitle = "品牌"\n'),
            "questions/zh-CN/originals.toml": '["brand.toml"]\nsection = "00000000"\n',
        },
        CHINESE,
        "",
        "",
    ),
    ("language-incomplete", with_chinese(CHINESE, '[section]\ntitle = "品牌"\n'), CHINESE, "", ""),
]

# Code, an answers file for the tiny pack, the line and path that the problem must name.
ANSWERS: list[tuple[str, str, str]] = [
    ("empty-file", " \n", ""),
    ("bad-json", '{\n  "seller": "S",\n}', ":3"),
    ("duplicate-key", '{"seller": "S", "seller": "T"}', ""),
    ("out-of-range", 'seller = "S"\n[profile]\nhours_per_week = 81\n', ":3 profile.hours_per_week"),
    ("not-finite", 'seller = "S"\n[profile]\nhours_per_week = nan\n', ":3 profile.hours_per_week"),
    ("not-whole", 'seller = "S"\n[profile]\nbudget = 10.5\n', ":3 profile.budget"),
    ("bad-date", 'seller = "S"\n[profile]\nnext_fair = "2027-02-30"\n', ":3 profile.next_fair"),
    ("exclusive-option", 'seller = "S"\n[profile]\nchannels = ["none", "amazon"]\n', ":3 profile.channels"),
    ("nothing-chosen", 'seller = "S"\n[profile]\nchannels = []\n', ":3 profile.channels"),
    ("duplicate-option", 'seller = "S"\n[profile]\nchannels = ["amazon", "amazon"]\n', ":3 profile.channels"),
    ("bad-missing", 'seller = "S"\n[profile]\nside = { missing = "off_route" }\n', ":3 profile.side"),
    ("bad-wave", 'seller = "S"\nwave = "2026-Q5"\n', ":2 wave"),
]
