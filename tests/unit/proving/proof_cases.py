"""The tiny pack made sound, and for each code of a proof the smallest change that breaks it."""

from __future__ import annotations

from tests.packs_for_tests import TINY

INSTRUMENT = "questions/instrument.toml"
BRAND = "questions/brand.toml"
RULES = "rules/rulebook.toml"
EXPORT = "rules/export_brands.toml"
IMPORT = "rules/import_rules.toml"


def replaced(files: dict[str, str], *changes: tuple[str, str, str]) -> dict[str, str]:
    """The files with texts replaced, each once: (file, old, new)."""
    made = dict(files)
    for name, old, new in changes:
        assert old in made[name], f"{old!r} is not in {name}"
        made[name] = made[name].replace(old, new, 1)
    return made


GAPS = """
[[accepted_gaps]]
item = "brand.mark_filed"
below = "top_three"
because = "Two more markets are no advice in themselves."

[[accepted_gaps]]
item = "brand.repeat_share"
below = 40
because = "A result, not a task."
"""

AGAINST = """\
contraindications = [
  { when = 'profile.budget < 1000', because = "The money does not last for a first batch." },
]
"""

SOUND = replaced(
    {**TINY, RULES: TINY[RULES] + GAPS},
    (INSTRUMENT, 'brand.own_brand == "no" and brand.mark_filed >= "home"', 'brand.own_brand == "no" and livestreams'),
    (
        RULES,
        "[[accepted_gaps]]",
        '[[facts]]\nid = "livestreams"\nwhen = \'"livestream" in profile.channels\'\nphrase = "you sell live"\n\n'
        "[[accepted_gaps]]",
    ),
    (EXPORT, AGAINST, ""),
)
"""Everything that is tried can be proved about this pack."""

CHAIN = 'id = "complete_chain"\n'
PLAN_BRAND = """[[actions]]
id = "plan_brand"
title = "Plan a brand"
why = "A plan comes first."
steps = ["Write it down.", "Show it to somebody."]
achieves = { "brand.own_brand" = "planned" }
band = "improve"
effort_hours = [1, 2]
cost = { min = 0, max = 0, currency = "CNY" }
lead_weeks = [1, 1]
proof = "The plan"
practice = true

"""
REPEAT_SHARE = TINY[EXPORT][TINY[EXPORT].index('[[indicators]]\nitem = "brand.repeat_share"') :].split("\n\n")[0] + "\n"
LIVE_ONLY = (IMPORT, CHAIN, f"{CHAIN}applies_when = 'sells_import and livestreams'\n")
RICH_ONLY = (
    IMPORT,
    CHAIN,
    f"{CHAIN}contraindications = [{{ when = 'profile.budget < 1000', because = \"No money.\" }}]\n",
)

# Code, the changes to the sound pack, and file and path of the problem.
PROOFS: list[tuple[str, list[tuple[str, str, str]], str]] = [
    (
        "never-holds-here",
        [(INSTRUMENT, "and livestreams", 'and brand.mark_filed >= "home"')],
        f"{INSTRUMENT} contradictions[0].when",
    ),
    (
        "always-holds-here",
        [
            (
                IMPORT,
                CHAIN,
                f'{CHAIN}band_when = [{{ when = \'brand.legal_seller <= "incomplete" or '
                "not answered(brand.legal_seller)', band = 'protect', because = 'b' }]\n",
            )
        ],
        f"{IMPORT} actions[0].band_when[0].when",
    ),
    ("no-way-up", [LIVE_ONLY], f"{IMPORT} indicators[0]"),
    ("way-held-back", [RICH_ONLY], f"{IMPORT} indicators[0]"),
    ("way-waits", [LIVE_ONLY], f"{IMPORT} indicators[0]"),
    ("chain-ends", [(IMPORT, '= "complete" }', '= "incomplete" }')], f"{IMPORT} indicators[0]"),
    ("chain-held-back", [RICH_ONLY], f"{IMPORT} indicators[0]"),
    ("chain-waits", [LIVE_ONLY], f"{IMPORT} indicators[0]"),
    (
        "step-lowers",
        [(EXPORT, "[[actions]]", f"{PLAN_BRAND}[[actions]]")],
        f'{EXPORT} actions[0].achieves."brand.own_brand"',
    ),
    (
        "advice-contradicts",
        [(INSTRUMENT, '"no" and livestreams', '"planned" and brand.mark_filed >= "home"')],
        f"{EXPORT} actions[1].achieves",
    ),
    (
        "never-advised",
        [(IMPORT, CHAIN, f"{CHAIN}contraindications = [{{ when = 'sells_import', because = \"b\" }}]\n")],
        f"{IMPORT} actions[0]",
    ),
    (
        "never-gains",
        [
            (EXPORT, REPEAT_SHARE, ""),
            (IMPORT, "[[actions]]", f"{REPEAT_SHARE}\n[[actions]]"),
            (EXPORT, "'sells_export and not (", '\'profile.side == "export" and not ('),
        ],
        f"{EXPORT} actions[3].achieves",
    ),
    (
        "idle-prerequisite",
        [(IMPORT, CHAIN, f'{CHAIN}requires = ["start_brand"]\napplies_when = \'profile.side == "import"\'\n')],
        f"{IMPORT} actions[0].requires[0]",
    ),
    ("not-proved", [], f"{IMPORT} actions[0]"),
]
