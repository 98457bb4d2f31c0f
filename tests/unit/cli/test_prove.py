"""`cbassess pack check --prove`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.packs_for_tests import write_pack
from tests.unit.cli.conftest import Run
from tests.unit.proving.proof_cases import LIVE_ONLY, RICH_ONLY, SOUND, replaced


@pytest.fixture
def gap(tmp_path: Path) -> Path:
    """A pack in which a seller without livestreams has no way up."""
    return write_pack(tmp_path / "gap", replaced(SOUND, LIVE_ONLY))


def test_a_sound_pack_is_proved(run: Run, tmp_path: Path) -> None:
    said = run("pack", "check", "--prove", write_pack(tmp_path / "sound", SOUND))
    assert (said.code, said.out) == (0, "")
    first, *tallies = said.err.splitlines()
    assert first == "0 errors, 0 warnings."
    assert len(tallies) == 7
    assert all(line.startswith("Proved ") and " of " in line for line in tallies)


def test_what_is_refuted_comes_with_answers_that_assess_takes(run: Run, gap: Path, tmp_path: Path) -> None:
    folder = tmp_path / "examples"
    said = run("pack", "check", "--prove", gap, "-o", folder)
    assert said.code == 2
    assert "error no-way-up: A seller can answer brand.legal_seller with private" in said.out
    assert said.err.splitlines()[0] == "4 errors, 0 warnings, 2 notes."
    assert "(6 answers files)" in said.err
    files = sorted(folder.iterdir())
    assert len(files) == 6
    assert [path.name for path in files if "private" in path.name] == ["no-way-up-brand.legal_seller.private.toml"]
    for file in files:
        assessed = run("--pack", gap, "assess", file)
        assert (assessed.code, assessed.err) == (0, "")
        assert "Complete the papers" not in assessed.out.partition("Do these first")[2].partition("Where you stand")[0]


def test_without_a_folder_the_answers_follow_the_problems(run: Run, tmp_path: Path) -> None:
    home = write_pack(tmp_path / "rich", replaced(SOUND, RICH_ONLY))
    said = run("pack", "check", "--prove", home)
    assert said.code == 0
    problems, note, warning = said.out.split("\n\n", 1)[0], *said.out.split("\n\n# ")[1:]
    assert len(problems.splitlines()) == 2
    for text in (note, warning):
        file = tmp_path / "answers.toml"
        file.write_text(f"# {text}", encoding="utf-8")
        assert run("--pack", home, "assess", file).code == 0


def test_the_same_pack_gives_the_same_bytes(run: Run, gap: Path) -> None:
    assert run("pack", "check", "--prove", gap) == run("pack", "check", "--prove", gap)


def test_a_pack_that_does_not_load_is_not_proved(run: Run, gap: Path) -> None:
    (gap / "rules" / "calendar.toml").unlink()
    said = run("pack", "check", "--prove", gap)
    assert said.code == 2
    assert "missing-file" in said.out
    assert "Proved" not in said.err


def test_time_that_does_not_suffice_is_said(run: Run, gap: Path) -> None:
    said = run("pack", "check", "--prove", gap, "--time-limit", 0)
    assert said.code == 0
    assert "warning not-proved" in said.out
    assert "not decided in time." in said.err
    assert "Proved 0 of" in said.err


@pytest.mark.parametrize("place", ["full", "file"])
def test_counterexamples_never_land_on_something(run: Run, gap: Path, tmp_path: Path, place: str) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    said = run("pack", "check", "--prove", gap, "-o", tmp_path / place)
    assert (said.code, said.out) == (2, "")
    assert "not-empty" in said.err


def test_a_folder_without_prove_is_refused(run: Run, gap: Path, tmp_path: Path) -> None:
    said = run("pack", "check", gap, "-o", tmp_path / "examples")
    assert said.code == 2
    assert "add --prove" in said.err
    assert not (tmp_path / "examples").exists()


def test_without_the_solver_the_message_says_how_to_install_it(
    run: Run, gap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("cbassess.proving")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "z3", None)
    said = run("pack", "check", "--prove", gap)
    assert said.code == 2
    assert "[no-solver]" in said.err
    assert "pip install z3-solver" in said.err
    assert run("pack", "check", gap).code == 0
