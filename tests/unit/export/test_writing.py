from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cbassess.errors import UsageError
from cbassess.export import writing
from cbassess.export.writing import write_file


def refusal(path: Path, *, force: bool = False) -> str:
    with pytest.raises(UsageError) as caught:
        write_file(path, "new", force)
    (problem,) = caught.value.problems
    assert problem.file == str(path)
    assert problem.message
    assert problem.hint
    return problem.code


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_new_file_is_its_owners_only(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        write_file(tmp_path / "plan.md", "商标\n")
    finally:
        os.umask(old)
    assert (tmp_path / "plan.md").read_bytes() == "商标\n".encode()
    assert stat.S_IMODE((tmp_path / "plan.md").stat().st_mode) == 0o600
    assert names(tmp_path) == {"plan.md"}


def test_an_existing_file_is_replaced_only_by_force(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text("old")
    assert refusal(path) == "file-exists"
    assert path.read_text() == "old"
    write_file(path, "new", force=True)
    assert path.read_text() == "new"


@pytest.mark.parametrize("force", [False, True])
def test_nothing_is_written_through_a_link(tmp_path: Path, force: bool) -> None:
    target = tmp_path / "precious"
    target.write_text("old")
    (tmp_path / "link").symlink_to(target)
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    assert refusal(tmp_path / "link", force=force) == "is-link"
    assert refusal(tmp_path / "dangling", force=force) == "is-link"
    assert target.read_text() == "old"
    assert names(tmp_path) == {"precious", "link", "dangling"}


def test_a_place_that_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "folder", force=True) == "is-folder"
    assert refusal(tmp_path / "pipe", force=True) == "not-a-file"
    assert refusal(tmp_path / "missing" / "plan.md") == "no-folder"
    assert refusal(tmp_path / "pipe" / "plan.md") == "no-folder"
    assert refusal(Path("/dev/null"), force=True) == "not-a-file"
    assert names(tmp_path) == {"folder", "pipe"}


def test_a_name_that_no_disk_takes_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("x" * 300)) == "cannot-write"
    assert refusal(tmp_path / "a\0b") == "cannot-write"
    assert names(tmp_path) == set()


def test_a_fault_while_writing_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.md"
    path.write_text("old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full)
    with pytest.raises(UsageError, match="No space left"):
        write_file(path, "new", force=True)
    assert path.read_text() == "old"
    assert names(tmp_path) == {"plan.md"}


def test_old_leftovers_are_swept_and_young_ones_are_not(tmp_path: Path) -> None:
    old, young, foreign = (tmp_path / name for name in (".cbassess-a.part", ".cbassess-b.part", ".other.part"))
    for path in (old, young, foreign):
        path.write_text("half")
    hours_ago = time.time() - 7_200
    os.utime(old, (hours_ago, hours_ago))
    os.utime(foreign, (hours_ago, hours_ago))
    write_file(tmp_path / "plan.md", "new")
    assert names(tmp_path) == {young.name, foreign.name, "plan.md"}


WRITER = """
import sys
from pathlib import Path
from cbassess.export.writing import write_file
path, number = Path(sys.argv[1]), 0
while True:
    number += 1
    write_file(path, f"{number % 10}" * 200_000, force=True)
    print(number, flush=True)
"""


def test_a_writer_that_is_killed_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    for kill in range(12):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(0.003 * kill)
            writer.kill()
        content = path.read_text()
        assert len(content) == 200_000
        assert len(set(content)) == 1
