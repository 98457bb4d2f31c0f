"""Each kind of problem is provoked once, by the smallest pack or answers file that has it."""

from __future__ import annotations

import ast
import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from cbassess.errors import InputError, Problem
from cbassess.packs import loading
from cbassess.packs.answers import read_answers
from cbassess.packs.checking import check_pack
from cbassess.packs.codes import CODES
from cbassess.packs.loading import load_pack
from cbassess.packs.paper_reply import read_reply
from cbassess.packs.problem_page import problem_page
from cbassess.packs.schema import DOCS
from cbassess.proving import statements
from cbassess.workflow import prove_pack
from tests.packs_for_tests import tiny_pack, write_pack
from tests.unit.packs.problem_cases import ANSWERS, CALENDAR, PACKS
from tests.unit.proving.proof_cases import PROOFS, SOUND, replaced

AS_OF = dt.date(2026, 11, 22)


def answers_named(name: str) -> Callable[[Path], object]:
    return lambda folder: read_answers(folder / name, load_pack(tiny_pack(folder)).instrument)


def checked(folder: Path) -> None:
    raise InputError(check_pack(folder))


def many_files(folder: Path) -> None:
    checked(write_pack(tiny_pack(folder), {f"questions/q{n}.toml": "" for n in range(500)}))


def linked_file(folder: Path) -> None:
    pack = tiny_pack(folder)
    (pack / CALENDAR).rename(pack / "calendar.toml")
    (pack / CALENDAR).symlink_to(pack / "calendar.toml")
    checked(pack)


def binary(folder: Path) -> object:
    (folder / "answers.toml").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    return answers_named("answers.toml")(folder)


def cut_workbook(folder: Path) -> object:
    (folder / "answers.xlsx").write_bytes(b"PK\x03\x04\x00\x00")
    return answers_named("answers.xlsx")(folder)


def table(text: str) -> Callable[[Path], object]:
    def deed(folder: Path) -> object:
        (folder / "answers.csv").write_text(text, encoding="utf-8")
        return answers_named("answers.csv")(folder)

    return deed


def replied(text: str) -> Callable[[Path], object]:
    def reply(folder: Path) -> None:
        raise InputError(read_reply(text, load_pack(tiny_pack(folder)).instrument).problems)

    return reply


# Code, what to do in an empty folder.
DEEDS: list[tuple[str, Callable[[Path], object]]] = [
    ("not-a-pack", checked),
    ("not-a-file", answers_named("tiny_pack")),
    ("linked-file", linked_file),
    ("unreadable-file", answers_named("a" * 300)),
    ("too-many", many_files),
    ("not-utf8", binary),
    ("bad-workbook", cut_workbook),
    ("bad-table", table("name\nLamps\n")),
    ("many-sellers", table("seller\nLamps\nToys\n")),
    ("bad-code", replied("yes")),
    ("wrong-check-letter", replied("a1a b1a")),
    ("answered-twice", replied("1a 1b")),
    ("unknown-language", lambda folder: load_pack(tiny_pack(folder), "fr")),
]


def test_the_tiny_pack_has_no_problem(tmp_path: Path) -> None:
    assert check_pack(tiny_pack(tmp_path), AS_OF) == ()


@pytest.mark.parametrize(("code", "files", "file", "path", "line"), PACKS, ids=[row[0] for row in PACKS])
def test_problem_of_a_pack(tmp_path: Path, code: str, files: dict[str, str], file: str, path: str, line: str) -> None:
    found = of_code(code, check_pack(write_pack(tmp_path, files), AS_OF))
    (problem,) = [one for one in found if (one.file, one.path) == (file, path)]
    assert problem.severity == CODES[code].severity
    assert problem.message.endswith(".")
    assert problem.hint
    assert bool(problem.line) is bool(line)
    if line:
        assert files[file].splitlines()[problem.line - 1].strip().startswith(line)


@pytest.mark.parametrize(("code", "text", "place"), ANSWERS, ids=[row[0] for row in ANSWERS])
def test_problem_of_an_answers_file(tmp_path: Path, code: str, text: str, place: str) -> None:
    file = tmp_path / "answers.txt"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        answers_named("answers.txt")(tmp_path)
    assert [problem.place for problem in of_code(code, caught.value.problems)] == [f"{file}{place}"]


@pytest.mark.parametrize(("code", "changes", "place"), PROOFS, ids=[row[0] for row in PROOFS])
def test_problem_of_a_proof(tmp_path: Path, code: str, changes: list[tuple[str, str, str]], place: str) -> None:
    seconds = 0 if code == "not-proved" else 60
    proven = prove_pack(write_pack(tmp_path, replaced(SOUND, *changes)), AS_OF, seconds)
    found = [problem for problem in of_code(code, proven.problems) if f"{problem.file} {problem.path}" == place]
    assert found
    assert all(problem.line for problem in found)
    assert {problem.severity for problem in found} == {CODES[code].severity}
    assert all(problem.message.endswith((".", ".”")) and problem.hint for problem in found)


@pytest.mark.parametrize(("code", "deed"), DEEDS, ids=[row[0] for row in DEEDS])
def test_problem_of_files(tmp_path: Path, code: str, deed: Callable[[Path], object]) -> None:
    with pytest.raises(InputError) as caught:
        deed(tmp_path)
    assert of_code(code, caught.value.problems)


def of_code(code: str, problems: tuple[Problem, ...]) -> list[Problem]:
    return [problem for problem in problems if problem.code == code]


def test_every_code_is_provoked_above() -> None:
    provoked = {row[0] for table in (PACKS, ANSWERS, DEEDS, PROOFS) for row in table}
    assert provoked == set(CODES)


def test_every_code_stands_on_the_page_of_problems() -> None:
    page = DOCS / "problems.md"
    assert page.read_text(encoding="utf-8") == problem_page(), "run: python -m cbassess.packs.schema"
    assert {code for code in CODES if f"| `{code}`" in problem_page()} == set(CODES)


def test_every_code_of_the_list_is_used_in_the_source() -> None:
    assert codes_in_source() == set(CODES)


def codes_in_source() -> set[str]:
    """The codes that stand anywhere in the packages that find problems, but in the list itself."""
    packages = [Path(package.__file__).parent for package in (loading, statements)]
    files = [file for package in packages for file in package.rglob("*.py") if file.name != "codes.py"]
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    return {node.value for node in nodes if isinstance(node, ast.Constant) and node.value in CODES}


def name_of(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


@pytest.mark.parametrize(
    ("file", "call", "place"), [("conditions", "ConditionProblem", 0), ("loading", "UsageError", 1)]
)
def test_codes_that_nothing_checks_at_run_time_are_in_the_list(file: str, call: str, place: int) -> None:
    source = Path(loading.__file__).with_name(f"{file}.py").read_text(encoding="utf-8")
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and name_of(node.func) == call]
    codes = {node.args[place].value for node in calls if isinstance(node.args[place], ast.Constant)}
    assert codes
    assert codes <= set(CODES)
