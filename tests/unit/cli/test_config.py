from __future__ import annotations

from pathlib import Path

import pytest

from cbassess.cli import main


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = tmp_path / "config.toml"
    monkeypatch.setenv("CBASSESS_CONFIG", str(found))
    return found


def test_it_tells_where_the_file_is(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "path"]) == 0
    assert capsys.readouterr().out == f"{file}\n"


def test_it_begins_a_file_and_shows_what_counts(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "check"]) == 0
    assert "the defaults count" in capsys.readouterr().err
    assert main(["config", "init"]) == 0
    file.write_text(file.read_text().replace('# theme = "dark"', 'theme = "light"') + 'home.quit = "x"\n')
    line = file.read_text().splitlines().index('theme = "light"') + 1
    assert main(["config", "show"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert f'theme = "light"             # line {line}' in shown
    assert "mouse = true                # default" in shown
    assert 'keys.home.quit = ["x"]' in shown[-1]
    assert main(["config", "check"]) == 0
    assert main(["config", "keys"]) == 0
    assert "home.quit              x" in capsys.readouterr().out


def test_what_is_wrong_has_file_line_key_and_cure(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text('theme = "lihgt"\n')
    for command in (["config", "check"], ["config", "show"], ["answer", "--plain"]):
        assert main(command) == 2
        told = capsys.readouterr().err
        assert f"{file}:1 theme: 'lihgt' is not possible here. [wrong-setting]" in told
        assert 'Did you mean "light"?' in told
    file.write_text('[keys]\nhome.exprot = "x"\n')
    assert main(["config", "check"]) == 2
    assert f"{file}:2 keys.home.exprot: There is no key of this id. [unknown-setting]" in capsys.readouterr().err


def test_documents_do_not_look_at_the_settings(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text("wrong")
    assert main(["template"]) == 0


def test_the_language_of_the_settings_goes_before_that_of_the_system(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cbassess.cli.languages import language_of_person

    file.write_text('language = "zh-CN"')
    assert language_of_person({"LANG": "en_US.UTF-8"}) == "zh-CN"
    file.write_text("")
    assert language_of_person({"LANG": "en_US.UTF-8"}) == "en"
