"""What is proved about small packs, and that whoever refutes something does show it to the engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbassess.model.proof import Proof
from cbassess.packs.loading import load_pack
from cbassess.proving import prove
from cbassess.workflow import Proven, prove_pack
from tests.packs_for_tests import write_pack
from tests.unit.proving.claims import AS_OF, CLAIMS, hold_to_its_word
from tests.unit.proving.proof_cases import LIVE_ONLY, PROOFS, RICH_ONLY, SOUND, replaced

SECONDS = 60
REFUTED = [row for row in PROOFS if row[0] in CLAIMS]


def proofs(folder: Path, *changes: tuple[str, str, str]) -> tuple[Proof, Proven]:
    """The findings about a changed sound pack, and what the workflow makes of them."""
    home = write_pack(folder / "pack", replaced(SOUND, *changes))
    return prove(load_pack(home), AS_OF, SECONDS), prove_pack(home, AS_OF, SECONDS)


def test_everything_is_proved_about_a_sound_pack(tmp_path: Path) -> None:
    proof, proven = proofs(tmp_path)
    assert (proof.findings, proven.problems, proven.counterexamples) == ((), (), ())
    assert all(one.refuted == one.undecided == 0 < one.proved for one in proof.tallies)
    assert len(proof.tallies) == 7


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (LIVE_ONLY, ["no-way-up"] * 3 + ["way-waits", "chain-ends", "chain-waits"]),
        (RICH_ONLY, ["way-held-back", "chain-held-back"]),
    ],
)
def test_one_fault_is_found_from_all_its_sides(tmp_path: Path, change: tuple[str, str, str], codes: list[str]) -> None:
    proof, _ = proofs(tmp_path, change)
    assert [finding.code for finding in proof.findings] == codes


@pytest.mark.parametrize(("code", "changes", "place"), REFUTED, ids=[row[0] for row in REFUTED])
def test_a_counterexample_shows_the_engine_what_it_claims(
    tmp_path: Path, code: str, changes: list[tuple[str, str, str]], place: str
) -> None:
    proof, proven = proofs(tmp_path, *changes)
    pack = load_pack(tmp_path / "pack")
    refuted = [finding for finding in proof.findings if finding.responses is not None]
    assert code in {finding.code for finding in refuted}
    for finding, example in zip(refuted, proven.counterexamples, strict=True):
        hold_to_its_word(pack, finding, example.text, tmp_path)


def test_a_false_claim_is_seen_through(tmp_path: Path) -> None:
    """So that the tests above can fail: the same seller under the sound pack refutes nothing."""
    proof, proven = proofs(tmp_path, LIVE_ONLY)
    sound = load_pack(write_pack(tmp_path / "sound", SOUND))
    with pytest.raises(AssertionError):
        hold_to_its_word(sound, proof.findings[0], proven.counterexamples[0].text, tmp_path)


def test_an_accepted_gap_is_no_fault(tmp_path: Path) -> None:
    gap = '[[accepted_gaps]]\nitem = "brand.legal_seller"\nbelow = "complete"\nbecause = "b"\n\n[[accepted_gaps]]'
    proof, _ = proofs(tmp_path, LIVE_ONLY, ("rules/rulebook.toml", "[[accepted_gaps]]", gap))
    assert [finding.code for finding in proof.findings] == []


def test_a_gap_accepted_below_an_option_leaves_the_options_from_there_on(tmp_path: Path) -> None:
    gap = '[[accepted_gaps]]\nitem = "brand.legal_seller"\nbelow = "incomplete"\nbecause = "b"\n\n[[accepted_gaps]]'
    proof, _ = proofs(tmp_path, LIVE_ONLY, ("rules/rulebook.toml", "[[accepted_gaps]]", gap))
    weak = [finding.about for finding in proof.findings if finding.code == "no-way-up"]
    assert weak == ["brand.legal_seller.incomplete"]


def _accepted_when(when: str) -> tuple[str, str, str]:
    gap = f'[[accepted_gaps]]\nitem = "brand.legal_seller"\nbelow = "complete"\nwhen = \'{when}\'\nbecause = "b"\n\n'
    return "rules/rulebook.toml", "[[accepted_gaps]]", f"{gap}[[accepted_gaps]]"


def test_a_gap_accepted_for_those_who_have_it_is_no_fault(tmp_path: Path) -> None:
    proof, _ = proofs(tmp_path, LIVE_ONLY, _accepted_when("not livestreams or not answered(profile.channels)"))
    assert [finding.code for finding in proof.findings] == []


def test_a_gap_accepted_for_some_is_still_one_for_the_others(tmp_path: Path) -> None:
    proof, proven = proofs(tmp_path, LIVE_ONLY, _accepted_when('"amazon" in profile.channels'))
    pack = load_pack(tmp_path / "pack")
    assert {finding.code for finding in proof.findings} >= {"no-way-up", "chain-ends"}
    for finding, example in zip(proof.findings, proven.counterexamples, strict=True):
        hold_to_its_word(pack, finding, example.text, tmp_path)
        assert finding.responses is not None
        assert "amazon" not in str(finding.responses["profile.channels"])


@pytest.mark.parametrize(
    ("change", "code", "path"),
    [
        (_accepted_when('profile.side == "export"'), "never-holds-here", "accepted_gaps[0].when"),
        (_accepted_when("sells_import"), "always-holds-here", "accepted_gaps[0].when"),
        (
            ("rules/calendar.toml", "from = 2027-01-01", "from = 2027-01-01\nwhen = 'not builds_brand'"),
            "never-holds-here",
            "dates[0].when",
        ),
    ],
)
def test_whom_a_gap_or_a_date_concerns_can_be_some_and_not_all(
    tmp_path: Path, change: tuple[str, str, str], code: str, path: str
) -> None:
    _, proven = proofs(tmp_path, LIVE_ONLY, change)
    assert (code, path) in {(problem.code, str(problem.path)) for problem in proven.problems}


def test_what_is_not_decided_in_time_is_never_called_proved(tmp_path: Path) -> None:
    home = write_pack(tmp_path, replaced(SOUND, LIVE_ONLY))
    proof = prove(load_pack(home), AS_OF, 0)
    assert {finding.code for finding in proof.findings} == {"not-proved"}
    assert sum(one.proved + one.refuted for one in proof.tallies) == 0
    assert sum(one.undecided for one in proof.tallies) == len(proof.findings) > 50
    assert all(finding.responses is None for finding in proof.findings)


def test_the_same_pack_gives_the_same_proof(tmp_path: Path) -> None:
    one, other = (proofs(tmp_path / name, RICH_ONLY)[0] for name in ("one", "other"))
    assert one == other
