"""What holds for the command line as a whole: exit codes, who says what where, and nothing that leaks."""

from __future__ import annotations

import re
import sys
import types
from pathlib import Path

import click
import pytest

import cbassess
from cbassess import workflow
from cbassess.cli import terminal
from cbassess.cli.group import program
from cbassess.errors import Problem, StoreError, UsageError
from tests.unit.cli.conftest import Run

CANARY = "turnover 9,999,999"


def failing(error: BaseException) -> object:
    def fail(*_arguments: object) -> None:
        secret_in_a_local = CANARY
        raise error from KeyError(secret_in_a_local)

    return fail


def test_version_and_help_are_data(run: Run) -> None:
    assert run("--version") == type(run("--version"))(0, f"cbassess, version {cbassess.__version__}\n", "")
    for option in ("--help", "-h"):
        said = run(option)
        assert (said.code, said.err) == (0, "")
        assert all(name in said.out for name in program.commands)


@pytest.mark.parametrize("name", program.commands)
def test_every_command_has_help_with_an_example_of_use(run: Run, name: str) -> None:
    said = run(name, "--help")
    assert said.code == 0
    assert f"Usage: cbassess {name}" in said.out


def test_summaries_of_commands_are_not_cut_off(run: Run) -> None:
    assert "..." not in run("--help").out.split("Commands:")[1]


@pytest.mark.parametrize("name", ["assess", "export", "compare"])
def test_help_names_every_format(run: Run, name: str) -> None:
    described = run(name, "--help").out.split("--format ")[1].split("--name-in-file")[0]
    assert set(workflow.format_names()) <= set(re.findall(r"[a-z]+", described))


def test_without_a_terminal_the_app_is_refused_with_the_way_out(run: Run) -> None:
    said = run()
    assert said.code == 2
    assert said.out == ""
    assert "cbassess assess" in said.err
    assert "\x1b" not in said.err


def test_a_dumb_terminal_gets_plain_prompts_from_the_name_to_the_plan(
    run: Run, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal, "is_terminal", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    said = run("--pack", pack, typed="\nLamps\n2\n1,2\n6\n20000\n2027-03-01\nCopies\n3\n1\n5\n")
    assert said.code == 0
    assert "What is the name of the business?" in said.err
    assert "That cannot be a name." in said.err
    assert said.out.startswith("Assessment of Lamps")
    assert "\x1b" not in said.err + said.out
    assert "\r" not in said.err + said.out
    assert run("--pack", pack, typed="1\n").err.startswith("  1. Lamps\nType the number")
    assert run("--pack", pack, typed="").code == 2


def test_plain_prompts_speak_the_language_of_the_system(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "is_terminal", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    said = run(typed="深圳灯饰\n?\n2\nb\ns\nq\n")
    assert said.err.startswith("请输入店铺或公司名称。")
    assert "您做进口还是出口？" in said.err
    assert "为什么问：" in said.err
    assert "已全部保存" in said.err


def test_without_a_command_the_app_opens(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[Path | None, str]] = []
    app = types.ModuleType("cbassess.tui.running")
    app.run = lambda folder, language, _: opened.append((folder, language)) or 7  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "cbassess.tui.running", app)
    monkeypatch.setattr(terminal, "is_terminal", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    assert run().code == 7
    assert run("--pack", "my_pack").code == 7
    assert run("--lang", "zh-CN").code == 7
    assert opened == [(None, "en"), (Path("my_pack"), "en"), (None, "zh-CN")]


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["asess"], "assess"),
        (["assess"], "ANSWERS"),
        (["assess", "a", "b"], "b"),
        (["assess", "a", "--colour"], "--colour"),
        (["history", "--format", "md"], "--format"),
        (["completion", "tcsh"], "tcsh"),
        (["pack", "new"], "DIR"),
    ],
)
def test_wrong_words_are_named_and_end_in_two(run: Run, arguments: list[str], wanted: str) -> None:
    said = run(*arguments)
    assert said.code == 2
    assert said.out == ""
    assert wanted in said.err
    assert "--help" in said.err


def test_wrong_words_do_not_reach_the_terminal_raw(run: Run) -> None:
    for arguments in (["\x1b[31mred"], ["assess", "a", "--as-of", "\x1b]0;title\x07"], ["assess", "\x9b31m"]):
        said = run(*arguments)
        assert said.code == 2
        assert said.err.replace("\n", "").isprintable()


def test_every_problem_is_told_with_place_and_cure(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    error = UsageError("here", "some-code", "wrong \x1b[31m\nthing", "mend it")
    error.problems += (Problem("there", 3, "a.b", "other-code", "also wrong", ""),)
    monkeypatch.setattr(workflow, "answers_template", failing(error))
    said = run("template")
    assert said.code == 2
    assert said.err.splitlines() == [
        "here: wrong \ufffd[31m thing [some-code]",
        "    mend it",
        "there:3 a.b: also wrong [other-code]",
    ]


def test_a_fault_of_the_history_is_its_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workflow.Records, "open", failing(StoreError("The disk is full. Nothing was saved.")))
    said = run("history")
    assert (said.code, said.out) == (1, "")
    assert said.err == "The disk is full. Nothing was saved.\n"


def test_a_bug_is_told_without_any_value(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workflow, "answers_template", failing(ZeroDivisionError(CANARY)))
    said = run("template")
    assert (said.code, said.out) == (1, "")
    assert "ZeroDivisionError in cbassess/cli/commands/template.py, line" in said.err
    assert "CBASSESS_DEBUG=1" in said.err
    assert CANARY not in said.err
    assert "Traceback" not in said.err


def test_the_trace_of_a_bug_is_shown_on_request(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CBASSESS_DEBUG", "1")
    monkeypatch.setattr(workflow, "answers_template", failing(ZeroDivisionError("by zero")))
    said = run("template")
    assert said.code == 1
    assert "Traceback" in said.err
    assert "ZeroDivisionError: by zero" in said.err


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()])
def test_stopping_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    monkeypatch.setattr(workflow, "answers_template", failing(error))
    said = run("template")
    assert (said.code, said.out) == (130, "")
    assert said.err.strip() == "Stopped."


def test_the_pack_may_stand_before_or_after_the_command(run: Run, pack: Path, tmp_path: Path) -> None:
    before, after = run("--pack", pack, "template"), run("template", "--pack", pack)
    assert before == after
    assert (before.code, "trouble" in before.out) == (0, True)
    assert run("--pack", tmp_path / "nowhere", "template", "--pack", pack) == after
