"""The same assessment gives the same bytes in every format, whatever the process, its seed, zone, locale and folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from cbassess.export.formats import FORMATS

ROOT = Path(__file__).parents[3]
PROGRAM = """
import hashlib, time
from cbassess.export.formats import FORMATS, rendered
from tests.documents_for_tests import assessment, comparison
for form in FORMATS:
    documents = [(assessment("深圳灯具"), comparison()), (comparison(), None)]
    print(form, *(hashlib.sha256(rendered(one, form, since)).hexdigest() for one, since in documents))
    time.sleep(1.1 if form == "docx" else 0)  # zip files know the time to two seconds
"""


def _hashes(folder: Path, **environment: str) -> str:
    command = [sys.executable, "-c", PROGRAM]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.check_output(command, env=surroundings, cwd=folder, text=True)


def test_nothing_around_the_program_changes_a_byte(tmp_path: Path) -> None:
    there = tmp_path / "other place"
    there.mkdir()
    outputs = {
        _hashes(ROOT, PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C.UTF-8"),
        _hashes(there, PYTHONHASHSEED="4242", TZ="Asia/Shanghai", LC_ALL="C", PYTHONUTF8="1", USER="other"),
    }
    assert len(outputs) == 1
    assert [line.split()[0] for line in outputs.pop().splitlines()] == list(FORMATS)
