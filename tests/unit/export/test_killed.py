"""A writer that is killed leaves the old file or the new one, whole, in every format."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from cbassess.export.formats import FORMATS, rendered
from tests.conftest import TORTURE
from tests.documents_for_tests import assessment

ROOT = Path(__file__).parents[3]
KILLS = 100 if TORTURE else 4
WRITER = """
import itertools, sys
from pathlib import Path
from cbassess.export.formats import rendered
from cbassess.export.writing import write_file
from tests.documents_for_tests import assessment
path, form = Path(sys.argv[1]), sys.argv[2]
contents = [rendered(assessment(name), form) for name in ("Old", "New")]
for content in itertools.cycle(contents):
    write_file(path, content, force=True)
    print("written", flush=True)
"""


@pytest.mark.parametrize("form", FORMATS)
def test_the_old_file_or_the_new_one_is_there_whole(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"plan{FORMATS[form].ending}"
    whole = {rendered(assessment(name), form) for name in ("Old", "New")}
    command = [sys.executable, "-c", WRITER, str(path), form]
    for kill in range(KILLS):
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"written\n"
            time.sleep(0.000_37 * (kill % 20))
            writer.kill()
        assert path.read_bytes() in whole
