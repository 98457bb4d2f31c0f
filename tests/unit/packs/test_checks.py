"""Checks of content, each on the smallest pack that shows where it speaks and where it is silent."""

from __future__ import annotations

import datetime as dt
from itertools import combinations, product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cbassess.model.expressions import (
    And,
    Answered,
    CompareNumber,
    CompareOption,
    Expression,
    FactRef,
    HasAny,
    Not,
    OneOf,
    Or,
)
from cbassess.model.pack import Pack
from cbassess.packs.checking import check_pack
from cbassess.packs.checks.answer_space import AnswerSpace
from cbassess.packs.loading import load_pack
from tests.packs_for_tests import TINY, changed, tiny_pack, write_pack

AS_OF = dt.date(2026, 11, 22)
PROFILE = "questions/profile.toml"
EXPORT = "rules/export_brands.toml"
IMPORT = "rules/import_rules.toml"
RULEBOOK = "rules/rulebook.toml"
CALENDAR = "rules/calendar.toml"

GAP = TINY[RULEBOOK].partition("[[accepted_gaps]]")[0]


def found(folder: Path, files: dict[str, str]) -> list[str]:
    return [
        f"{problem.path} {problem.code}: {problem.message}" for problem in check_pack(write_pack(folder, files), AS_OF)
    ]


@pytest.mark.parametrize(
    ("files", "stuck"),
    [
        (changed(EXPORT, '= "home" }', '= "top_market" }'), None),
        (changed(EXPORT, '{ "brand.own_brand" = "yes" }', '{ "brand.own_brand" = "planned" }'), "planned"),
        (changed(IMPORT, '= "complete" }', '= "incomplete" }'), "incomplete"),
        (changed(EXPORT, "= 25 }", "= 20 }"), "20 to 20"),
        (changed(EXPORT, "worst = 0\nbest = 40", "worst = 40\nbest = 0"), "25 to 20"),
    ],
)
def test_weak_answers_without_advice(tmp_path: Path, files: dict[str, str], stuck: str | None) -> None:
    lines = [line for line in found(tmp_path, {**files, RULEBOOK: GAP}) if "gap-without-action" in line]
    assert [line.rpartition(": ")[2] for line in lines] == ([f"{stuck}."] if stuck else [])


def test_an_accepted_gap_is_no_problem(tmp_path: Path) -> None:
    files = changed(IMPORT, '= "complete" }', '= "incomplete" }')
    gap = '[[accepted_gaps]]\nitem = "brand.legal_seller"\nbelow = "complete"\nbecause = "b"\n'
    assert found(tmp_path, {**files, RULEBOOK: TINY[RULEBOOK] + gap}) == []
    files = changed(EXPORT, "= 25 }", "= 5 }")
    assert found(tmp_path / "two", {**files, RULEBOOK: TINY[RULEBOOK].replace("below = 20", "below = 20.5")}) == []


def test_what_is_accepted_for_some_sellers_leaves_the_others_without_advice(tmp_path: Path) -> None:
    files = changed(IMPORT, '= "complete" }', '= "incomplete" }')
    gap = '[[accepted_gaps]]\nitem = "brand.legal_seller"\nbelow = "complete"\nwhen = \'sells_import\'\nbecause = "b"\n'
    (line,) = found(tmp_path, {**files, RULEBOOK: TINY[RULEBOOK] + gap})
    assert "gap-without-action" in line


def test_an_action_that_never_fires_is_useless(tmp_path: Path) -> None:
    files = changed(EXPORT, "applies_when = 'builds_brand'", "applies_when = 'brand.mark_filed == \"top_three\"'")
    (line,) = found(tmp_path, files)
    assert line.startswith("actions[2].achieves useless-action: Whenever the action applies")


def test_an_action_for_less_of_something(tmp_path: Path) -> None:
    """Where less is better, reaching the target means coming down to it."""
    files = changed(EXPORT, "worst = 0\nbest = 40", "worst = 100\nbest = 20")
    files[EXPORT] = files[EXPORT].replace("'sells_export and not", "'brand.repeat_share > 30 and not")
    assert [line for line in found(tmp_path, files) if "useless" in line] == []
    files[EXPORT] = files[EXPORT].replace("brand.repeat_share > 30", "brand.repeat_share < 20")
    assert [line for line in found(tmp_path / "two", files) if "useless" in line] != []


def test_contraindications_are_held_against_when_the_action_fires(tmp_path: Path) -> None:
    """The mark is not filed abroad whenever the advice is to file it abroad."""
    contra = 'contraindications = [ { when = \'brand.mark_filed <= "home"\', because = "b" } ]\ndates = ['
    (line,) = found(tmp_path, changed(EXPORT, "dates = [", contra))
    assert line.startswith("actions[2].contraindications always-contraindicated")


def test_stale_on_the_day_after(tmp_path: Path) -> None:
    pack = tiny_pack(tmp_path)
    assert check_pack(pack, dt.date(2027, 6, 30)) == ()
    assert [problem.code for problem in check_pack(pack, dt.date(2027, 7, 1))] == ["stale-fact"]


def test_an_item_that_only_the_plan_uses_is_used(tmp_path: Path) -> None:
    assert "profile.hours_per_week" not in "".join(TINY[name] for name in (EXPORT, IMPORT))
    assert found(tmp_path, TINY) == []


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return load_pack(tiny_pack(tmp_path_factory.mktemp("pack")))


CONSTANT: list[tuple[str, set[bool]]] = [
    ("sells_import or sells_export", {True}),
    ('profile.side == "import" and profile.side == "export"', {False}),
    ('profile.side in ("import", "export", "both")', {True}),
    ("profile.hours_per_week <= 80", {True}),
    ("profile.hours_per_week > 80", {False}),
    ("profile.hours_per_week > 3 and profile.hours_per_week < 4", {True, False}),
    ("profile.budget > 3 and profile.budget < 4", {False}),
    ("profile.budget == 3.5", {False}),
    ("count(profile.channels) >= 1", {True}),
    ("count(profile.channels) == 3", {True, False}),
    ("count(profile.channels) == 4", {False}),
    ('"none" in profile.channels and count(profile.channels) > 1', {False}),
    ('"none" in profile.channels and "amazon" in profile.channels', {False}),
    ('has_any(profile.channels, "amazon", "own_site", "livestream", "none")', {True}),
    ('has_any(profile.channels, "amazon", "own_site") and count(profile.channels) > 2', {True, False}),
    ("days_until(profile.next_fair) < 0", {True, False}),
    ("days_until(profile.next_fair) < 5 and days_until(profile.next_fair) > 4", {False}),
    ("answered(profile.trouble)", {True, False}),
    ("answered(profile.trouble) or not answered(profile.trouble)", {True}),
    ('brand.mark_filed >= "nowhere"', {True}),
    ("builds_brand and not sells_export", {False}),
]


@pytest.mark.parametrize(("text", "truths"), CONSTANT, ids=[row[0] for row in CONSTANT])
def test_what_a_condition_can_be(tmp_path: Path, text: str, truths: set[bool]) -> None:
    pack = load_pack(write_pack(tmp_path, changed(EXPORT, "when = 'answered(profile.trouble)'", f"when = '{text}'")))
    assert AnswerSpace(pack).truths(pack.conditions[text]) == truths


def test_too_many_cases_give_no_verdict(pack: Pack) -> None:
    parts = [
        CompareNumber(item, "value", "!=", n) for item in ("profile.budget", "brand.repeat_share") for n in range(50)
    ]
    parts += [CompareNumber("profile.hours_per_week", "value", "!=", n) for n in range(50)]
    assert AnswerSpace(pack).truths(And(tuple(parts))) == set()


ATOMS: list[Expression] = [
    *(CompareOption("profile.side", sign, option) for sign in ("==", "!=") for option in ("import", "both")),
    *(CompareOption("brand.mark_filed", sign, "home") for sign in ("<", "<=", ">", ">=")),
    OneOf("brand.legal_seller", ("private", "complete")),
    HasAny("profile.channels", ("amazon",)),
    HasAny("profile.channels", ("amazon", "none")),
    *(CompareNumber("profile.channels", "count", sign, n) for sign in ("<", "==") for n in (1, 2)),
    *(CompareNumber("profile.budget", "value", sign, n) for sign in ("<", ">=") for n in (0, 2)),
    Answered("profile.side"),
    FactRef("builds_brand"),
]
EXPRESSIONS = st.recursive(
    st.sampled_from(ATOMS),
    lambda inner: (
        st.builds(Not, inner) | st.builds(And, st.tuples(inner, inner)) | st.builds(Or, st.tuples(inner, inner))
    ),
    max_leaves=6,
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EXPRESSIONS)
def test_the_verdict_is_that_of_trying_every_answer(pack: Pack, expression: Expression) -> None:
    found: set[bool] = set()
    for world in worlds(pack):
        found.add(holds(expression, world, pack))
        if len(found) == 2:
            break
    assert AnswerSpace(pack).truths(expression) == found


def worlds(pack: Pack) -> list[dict[str, object]]:
    """Every combination of answers to the items of ATOMS; a missing answer is None."""
    alone = [frozenset({"none"})]
    sets = [
        frozenset(chosen) for size in (1, 2, 3) for chosen in combinations(("amazon", "own_site", "livestream"), size)
    ]
    answers: dict[str, list[object]] = {
        "profile.side": ["import", "export", "both"],
        "profile.channels": [*alone, *sets],
        "profile.budget": [0, 2, 1_000_000],
        "brand.own_brand": list(pack.items["brand.own_brand"].option_ids),
        "brand.mark_filed": list(pack.items["brand.mark_filed"].option_ids),
        "brand.legal_seller": list(pack.items["brand.legal_seller"].option_ids),
        "answered": [True, False],
    }
    return [dict(zip(answers, combination, strict=True)) for combination in product(*answers.values())]


def holds(expression: Expression, world: dict[str, object], pack: Pack) -> bool:
    """The same meaning, written down once more without any classes of answers."""
    match expression:
        case And(parts):
            return all(holds(part, world, pack) for part in parts)
        case Or(parts):
            return any(holds(part, world, pack) for part in parts)
        case Not(part):
            return not holds(part, world, pack)
        case FactRef(fact):
            text = next(row.when for row in pack.rulebook.facts if row.id == fact)
            return holds(pack.conditions[text], world, pack)
        case CompareOption(item, sign, option):
            order = pack.items[item].option_ids
            return compare(order.index(str(world[item])), sign, order.index(option))
        case OneOf(item, options):
            return world[item] in options
        case HasAny(item, options):
            return bool(set(options) & world[item])  # type: ignore[operator]
        case CompareNumber(item, measure, sign, number):
            amount = len(world[item]) if measure == "count" else world[item]  # type: ignore[arg-type]
            return compare(amount, sign, number)  # type: ignore[arg-type]
        case Answered():
            return bool(world["answered"])


def compare(left: float, sign: str, right: float) -> bool:
    return bool(eval(f"{left} {sign} {right}"))  # noqa: S307 - two numbers of this file
