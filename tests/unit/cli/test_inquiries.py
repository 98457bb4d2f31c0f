"""The commands that question an assessment: goal, whatif, explain."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.packs_for_tests import tiny_pack_in_two_languages
from tests.unit.cli.conftest import ANSWERS, Run

DOCS = Path(__file__).parents[3] / "docs"
SCHEMA = "goal.schema.json"
GOAL = ("--reach", "export_brands=60", "--by", "2027-Q2")


def _valid(text: str, schema: str) -> dict[str, object]:
    document = json.loads(text)
    Draft202012Validator(json.loads((DOCS / schema).read_text(encoding="utf-8"))).validate(document)
    return document


def test_a_goal_names_the_steps_and_leaves_no_history(run: Run, pack: Path, answers: Path, home: Path) -> None:
    said = run("--pack", pack, "goal", answers, *GOAL)
    assert (said.code, said.err) == (0, "")
    assert "Yes, this can be reached by 2027-06-30" in said.out
    assert "Search your name and file it at home: 2026-11-22 to" in said.out
    assert not home.exists()


def test_the_way_by_hand(run: Run, pack: Path, answers: Path) -> None:
    """Own brand 2 of 6 parts, mark 3, buyers 1: 35.4 now.

    Filing at home (3 hours) brings 16.7, writing to buyers (4.5 hours) 8.3, filing abroad (7 hours, after that at
    home) 16.7 more. To 60 it takes the first two, 7.5 hours; to 65 both filings, 10 hours.
    """
    asked = ("--pack", pack, "goal", answers, "--by", "2027-Q2", "--format", "json", "--reach")
    near = _valid(run(*asked, "export_brands=60").out, "goal.schema.json")
    far = _valid(run(*asked, "export_brands=65").out, "goal.schema.json")
    assert {step["action"] for step in near["way"]["steps"]} == {"search_mark", "write_to_buyers"}
    assert [step["action"] for step in far["way"]["steps"]] == ["search_mark", "file_mark"]
    assert (near["way"]["hours"], far["way"]["hours"]) == (7.5, 10)
    assert near["way"]["least"] is far["way"]["least"] is True
    assert near["aims"][0]["now"]["low"] == pytest.approx(35.4167, abs=1e-3)
    assert near["aims"][0]["after"]["low"] == pytest.approx(60.4167, abs=1e-3)
    assert far["aims"][0]["after"]["low"] == pytest.approx(68.75)


@pytest.mark.parametrize(
    ("reach", "by", "few", "enough"),
    [
        ("60", "2026-Q4", {"--hours": "1", "--budget": "20000"}, {"--by", "--hours"}),
        ("65", "2027-Q1", {"--hours": "6", "--budget": "2000"}, {"--by", "--budget"}),
    ],
)
def test_too_early_says_what_alone_would_do_and_that_it_would(
    run: Run, pack: Path, answers: Path, reach: str, by: str, few: dict[str, str], enough: set[str]
) -> None:
    def ask(options: dict[str, str]) -> dict[str, object]:
        words = [word for pair in options.items() for word in pair]
        aim = f"export_brands={reach}"
        return _valid(run("--pack", pack, "goal", answers, "--reach", aim, "--format", "json", *words).out, SCHEMA)

    asked = {"--by": by, **few}
    document = ask(asked)
    assert document["outcome"] == "too_late"
    gives = {f"--{one['kind']}": one for one in document["relaxations"]}
    values = {
        "--by": gives["--date"]["quarter"],
        "--hours": gives["--hours"]["hours_per_week"],
        "--budget": gives["--budget"]["budget"],
    }
    assert {option for option, value in values.items() if value is not None} == enough
    for option in enough:
        assert ask({**asked, option: f"{values[option]}".removesuffix(".0")})["outcome"] == "in_time"


def test_out_of_reach_says_what_is_missing(run: Run, pack: Path, answers: Path) -> None:
    said = run("--pack", pack, "goal", answers, "--reach", "export_brands=100", "--by", "2027-Q2")
    assert "Even if you do all that is advised now, this is not reached." in said.out
    assert "What is missing" in said.out


@pytest.mark.parametrize(
    ("arguments", "code", "cure"),
    [
        (("--reach", "export_brand=60", "--by", "2027-Q2"), "unknown-trend", "'export_brands'"),
        (("--reach", "import_rules=60", "--by", "2027-Q2"), "trend-off-route", "export_brands"),
        (("--reach", "export_brands=101", "--by", "2027-Q2"), "bad-readiness", "0 to 100"),
        (("--reach", "export_brands=60", "--by", "2026-Q3"), "past-quarter", "2026-Q4"),
        (("--reach", "export_brands=60", "--by", "2031-Q1"), "too-far-away", "2029-Q3"),
        ((*GOAL, "--hours", "many"), "wrong-type", "digits"),
        ((*GOAL, "--budget", "-5"), "out-of-range", "from 0"),
    ],
)
def test_a_goal_that_cannot_be_asked_for(
    run: Run, pack: Path, answers: Path, arguments: tuple[str, ...], code: str, cure: str
) -> None:
    said = run("--pack", pack, "goal", answers, *arguments)
    assert (said.code, said.out) == (2, "")
    assert f"[{code}]" in said.err
    assert cure in said.err


@pytest.mark.parametrize("aim", ["export_brands", "export_brands=much", "export_brands=", "=60", "export_brands=６０"])
def test_an_aim_that_cannot_be_read(run: Run, pack: Path, answers: Path, aim: str) -> None:
    said = run("--pack", pack, "goal", answers, "--reach", aim, "--by", "2027-Q2")
    assert (said.code, said.out) == (2, "")


def test_the_same_trend_twice_is_refused(run: Run, pack: Path, answers: Path) -> None:
    said = run("--pack", pack, "goal", answers, *GOAL, "--reach", "export_brands=70")
    assert said.code == 2
    assert "named twice" in said.err


def test_what_if_shows_both_sides(run: Run, pack: Path, answers: Path, home: Path) -> None:
    said = run("--pack", pack, "whatif", answers, "--done", "search_mark", "--set", "profile.hours_per_week=1")
    assert (said.code, said.err) == (0, "")
    text = " ".join(said.out.split())
    assert "Where is your main trade mark filed? Before: Nowhere. Then: China only." in text
    assert "(by “Search your name and file it at home”)" in text
    assert "Done then: - Search your name and file it at home" in text
    assert not home.exists()


def test_what_if_as_data(run: Run, pack: Path, answers: Path) -> None:
    said = run("--pack", pack, "whatif", answers, "--set", "brand.mark_filed=top_three", "--format", "json")
    document = _valid(said.out, "what-if.schema.json")
    fates = {step["action"]: step["fate"] for step in document["steps"]}
    assert fates["search_mark"] == fates["file_mark"] == "done"


def test_an_answer_that_changes_the_route_names_what_would_be_asked(run: Run, pack: Path, answers: Path) -> None:
    said = run("--pack", pack, "whatif", answers, "--set", "profile.side=import")
    assert "Questions that would be asked, and are open" in said.out
    assert "Who is the seller on paper?" in said.out
    assert "Questions that would not be asked any more" in said.out


def test_an_answer_off_the_route_is_said_not_to_count(run: Run, pack: Path, answers: Path) -> None:
    said = run("--pack", pack, "whatif", answers, "--set", "brand.legal_seller=complete")
    assert "does not count" in said.out
    assert "No trend moves." in said.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "--set, --done, --hours or --budget"),
        (("--done", "serch_mark"), "'search_mark'"),
        (("--set", "brand.mark=home"), "'brand.mark_filed'"),
    ],
)
def test_a_what_if_that_cannot_be(run: Run, pack: Path, answers: Path, arguments: tuple[str, ...], words: str) -> None:
    said = run("--pack", pack, "whatif", answers, *arguments)
    assert (said.code, said.out) == (2, "")
    assert words in said.err


@pytest.mark.parametrize(
    ("name", "schema", "words"),
    [
        ("search_mark", "explained-action.schema.json", "Does it apply to you? yes"),
        ("brand.mark_filed", "explained-item.schema.json", "If the answer were another"),
        ("brand.repeat_share", "explained-item.schema.json", "If the answer were another"),
        ("profile.channels", "explained-item.schema.json", "If the answer were another"),
        ("profile.next_fair", "explained-item.schema.json", "When is your next trade fair?"),
        ("profile.trouble", "explained-item.schema.json", "Copies of our lamps"),
        ("export_brands", "explained-trend.schema.json", "What the readiness is made of"),
    ],
)
def test_anything_can_be_explained(run: Run, pack: Path, answers: Path, name: str, schema: str, words: str) -> None:
    said = run("--pack", pack, "explain", answers, name)
    assert (said.code, said.err) == (0, "")
    assert words in said.out
    _valid(run("--pack", pack, "explain", answers, name, "--format", "json").out, schema)


def test_an_answer_leads_up_to_what_hangs_on_it(run: Run, pack: Path, answers: Path) -> None:
    said = run("--pack", pack, "explain", answers, "brand.mark_filed", "--format", "json")
    (effect,) = (one for one in json.loads(said.out)["effects"] if one["response"] == "top_three")
    assert {one["action"] for one in effect["ceases"]} == {"search_mark", "file_mark"}
    (shift,) = effect["trends"]
    assert shift["after"]["readiness"]["value"] - shift["before"]["readiness"]["value"] == pytest.approx(50)


def test_an_unknown_name_gets_the_nearest(run: Run, pack: Path, answers: Path) -> None:
    said = run("--pack", pack, "explain", answers, "serch_mark")
    assert (said.code, said.out) == (2, "")
    assert "'search_mark'" in said.err


def test_they_speak_the_language_of_the_pack(run: Run, tmp_path: Path, answers: Path) -> None:
    chinese = ("--pack", tiny_pack_in_two_languages(tmp_path))
    assert "要做的步骤" in run(*chinese, "goal", answers, *GOAL, "--lang", "zh-CN").out
    assert "假设的内容" in run(*chinese, "whatif", answers, "--done", "search_mark", "--lang", "zh-CN").out
    assert "适用于您吗？" in run(*chinese, "explain", answers, "search_mark", "--lang", "zh-CN").out


def test_what_a_seller_typed_is_never_markup(run: Run, pack: Path, answers: Path) -> None:
    answers.write_text(ANSWERS.replace("Lumen Trading", "<b>[x](y)"), encoding="utf-8")
    shown = run("--pack", pack, "whatif", answers, "--done", "search_mark", "--format", "md").out
    assert r"\<b\>\[x\](y)" in shown


def test_a_table_has_no_room_for_an_answer(run: Run, pack: Path, answers: Path, tmp_path: Path) -> None:
    said = run("--pack", pack, "goal", answers, *GOAL, "--format", "csv", "-o", tmp_path / "goal.csv")
    assert said.code == 2
    assert "[not-in-this-format]" in said.err
    assert not (tmp_path / "goal.csv").exists()
