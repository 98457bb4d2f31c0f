"""The commands for people who write packs, and the completion script."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.packs_for_tests import tiny_pack_in_two_languages
from tests.unit.cli.conftest import Run


def test_a_good_pack_has_no_problems(run: Run, pack: Path) -> None:
    said = run("pack", "check", pack)
    assert (said.code, said.err.splitlines()[-1]) == (0, said.err.splitlines()[-1])
    assert "0 errors" in said.err
    assert run("--pack", pack, "pack", "check") == said
    assert run("pack", "check", "--pack", pack) == said


def test_errors_are_data_one_a_line_and_end_in_two(run: Run, pack: Path) -> None:
    brand = pack / "questions" / "brand.toml"
    brand.write_text(brand.read_text(encoding="utf-8").replace('kind = "scale"', 'kind = "scal"'), encoding="utf-8")
    said = run("pack", "check", pack)
    assert said.code == 2
    lines = said.out.splitlines()
    assert all("error" in line or "warning" in line for line in lines)
    assert any("questions/brand.toml:" in line and "scal" in line for line in lines)
    errors = sum(": error " in line for line in lines)
    assert f"{errors} error" in said.err


def test_a_folder_that_is_no_pack_ends_in_two(run: Run, tmp_path: Path) -> None:
    for folder in (tmp_path / "nowhere", tmp_path):
        said = run("pack", "check", folder)
        assert said.code == 2
        assert folder.name in said.out + said.err


@pytest.mark.parametrize("name", ["new", "deep/new"])
def test_a_new_pack_is_valid_without_any_warning(run: Run, tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    said = run("pack", "new", folder)
    assert (said.code, said.out) == (0, "")
    assert "cbassess pack check" in said.err
    said = run("pack", "check", folder)
    assert (said.code, said.out) == (0, "")


def test_what_is_made_is_its_makers_only(run: Run, tmp_path: Path) -> None:
    run("pack", "new", tmp_path / "new")
    made = [tmp_path / "new", *(tmp_path / "new").rglob("*")]
    assert len(made) > 8
    assert all(path.stat().st_mode & 0o077 == 0 for path in made)


def test_a_new_pack_can_be_used_at_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    assert run("pack", "new", tmp_path / "new").code == 0
    answers = tmp_path / "answers.toml"
    answers.write_text('seller = "A"\n[profile]\nside = "export"\n[brand]\nmark_filed = "nowhere"\n')
    assert "1. File your trade mark at home" in run("--pack", tmp_path / "new", "assess", answers).out


def test_a_new_pack_never_lands_on_something(run: Run, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    for place in ("full", "file", "file/below"):
        said = run("pack", "new", tmp_path / place)
        assert (said.code, said.out) == (2, "")
        assert place in said.err
        assert "Name a folder" in said.err
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "full", "mine.txt"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_completion_script_is_printed(run: Run, shell: str) -> None:
    said = run("completion", shell)
    assert (said.code, said.err) == (0, "")
    assert "_CBASSESS_COMPLETE" in said.out


def test_the_bash_script_is_bash(run: Run) -> None:
    script = run("completion", "bash").out
    assert subprocess.run(["/bin/bash", "-n"], input=script, text=True, check=False).returncode == 0


def test_a_translation_is_noted_as_looked_at(run: Run, tmp_path: Path) -> None:
    folder = tiny_pack_in_two_languages(tmp_path)
    said = run("pack", "translated", "zh-CN", "--pack", folder)
    assert (said.code, said.out) == (0, "")
    assert said.err.count("originals.toml") == 2
    assert run("pack", "translated", "zh-CN", "questions/brand.toml:section", "--pack", folder).code == 0
    said = run("pack", "translated", "zh-CN", "questions/brand.toml:sections", "--pack", folder)
    assert said.code == 2
    assert "questions/brand.toml:section'" in said.err
