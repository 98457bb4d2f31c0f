"""The Python interface: its page and its docstrings do what they say, and looking at it costs nothing."""

from __future__ import annotations

import doctest
import inspect
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import cbassess
from cbassess import api

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "api.md"


@pytest.fixture(autouse=True)
def _in_a_folder_with_the_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)


def test_the_page_does_what_it_says(tmp_path: Path) -> None:
    blocks = re.findall(r"```pycon\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    page = doctest.DocTestParser().get_doctest("".join(blocks), {}, "api.md", str(PAGE), 0)
    assert len(page.examples) > 25
    assert doctest.DocTestRunner().run(page).failed == 0
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == {
        "plan.xlsx",
        "change.html",
        "plan-2026-Q4.csv",
    }


def test_the_docstrings_do_what_they_say() -> None:
    done = doctest.testmod(api)
    assert done.attempted > 10
    assert done.failed == 0


def test_every_name_is_there_documented_typed_and_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert set(api.__all__) | {"__version__"} == set(cbassess.__all__)
    assert set(cbassess.__all__) <= set(dir(cbassess))
    for name in api.__all__:
        found = getattr(cbassess, name)
        assert found is getattr(api, name)
        assert inspect.getdoc(found), name
        assert name in page or inspect.isclass(found), name
        if inspect.isfunction(found):
            described = inspect.signature(found)
            assert all(one.annotation is not one.empty for one in described.parameters.values()), name
            assert described.return_annotation is not described.empty


def test_a_name_that_is_not_there_is_refused_as_ever() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'assessment'"):
        _ = cbassess.assessment
    with pytest.raises(ImportError):
        from cbassess import nothing_of_this_name  # noqa: F401


def test_importing_the_package_loads_next_to_nothing() -> None:
    program = "import sys; before = set(sys.modules); import cbassess; print(*sorted(set(sys.modules) - before))"
    loaded = subprocess.check_output([sys.executable, "-S", "-c", program], cwd=ROOT, text=True).split()
    assert {name for name in loaded if name.startswith("cbassess")} == {
        "cbassess",
        "cbassess.doors",
        "cbassess.version",
    }
    assert not {"pydantic", "tomli", "click", "sqlite3", "textual"} & set(loaded)


def test_a_type_checker_sees_through_the_laziness(tmp_path: Path) -> None:
    script = tmp_path / "notebook.py"
    script.write_text(
        "from cbassess import assess, load_answers, load_pack, save\n"
        "pack = load_pack()\n"
        "plan = assess(pack, load_answers('a.toml', pack))\n"
        "reveal_type(plan.plan[0].due)\n"
        "reveal_type(save(plan, 'plan.pdf'))\n"
        "assess(1)\n"
    )
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file", "", "--output", "json", str(script)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"MYPYPATH": str(ROOT), "PATH": ""},
        timeout=170,
    )
    said = [json.loads(line) for line in checked.stdout.splitlines()]
    assert [(one["line"], one["severity"]) for one in said] == [(4, "note"), (5, "note"), (6, "error"), (6, "error")], (
        checked.stdout + checked.stderr
    )
    assert [one["message"] for one in said[:2]] == [
        'Revealed type is "datetime.date"',
        'Revealed type is "pathlib.Path"',
    ]


def test_what_is_no_text_is_written_and_not_rendered() -> None:
    pack = cbassess.load_pack()
    plan = cbassess.assess(pack, cbassess.load_answers("examples/exporter.toml", pack))
    with pytest.raises(cbassess.UsageError, match="xlsx is no text"):
        cbassess.render(plan, "xlsx")
    assert cbassess.render(plan, "csv").startswith('"seller"')
    with pytest.raises(cbassess.UsageError, match=r"ending '\.odt' says no format"):
        cbassess.save(plan, "plan.odt")
    assert cbassess.save(plan, "plan.odt", "docx").read_bytes().startswith(b"PK")
    with pytest.raises(cbassess.UsageError, match="exists already"):
        cbassess.save(plan, "plan.odt", "docx")


def test_waves_that_cannot_be_compared_are_refused() -> None:
    pack = cbassess.load_pack()
    now = cbassess.load_answers("examples/exporter.toml", pack)
    with pytest.raises(cbassess.UsageError, match="do not say of which day"):
        cbassess.compare(pack, cbassess.make_answers(pack, now.seller, {}), now)
    with pytest.raises(cbassess.UsageError, match="Compare two waves of one seller"):
        cbassess.compare(pack, cbassess.make_answers(pack, "Lamps", {}, as_of=now.as_of), now)
