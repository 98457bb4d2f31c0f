"""Same input, same bytes: whatever the hash seed, the locale, the time zone, and the order of the files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "both_sides.toml"


def _assessed(form: str, pack: Path = ROOT, **environment: str) -> bytes:
    command = [sys.executable, "-m", "cbassess", "assess", str(EXAMPLE), "--pack", str(pack), "--format", form]
    return subprocess.check_output(command, env={**os.environ, **environment}, cwd=ROOT)


@pytest.mark.parametrize("form", ["json", "text"])
def test_seed_locale_and_zone_do_not_matter(form: str) -> None:
    outputs = {
        _assessed(form, PYTHONHASHSEED="0", LC_ALL="C.UTF-8", TZ="UTC"),
        _assessed(form, PYTHONHASHSEED="1", LC_ALL="C.UTF-8", TZ="Asia/Shanghai"),
        _assessed(form, PYTHONHASHSEED="4242", LC_ALL="C", PYTHONUTF8="1", TZ="America/Los_Angeles"),
    }
    assert len(outputs) == 1


def test_the_order_in_which_the_files_were_made_does_not_matter(tmp_path: Path) -> None:
    files = [path.relative_to(ROOT) for kind in ("questions", "rules") for path in (ROOT / kind).rglob("*.toml")]
    copies = []
    for name, order in (("forward", sorted(files)), ("backward", sorted(files, reverse=True))):
        for path in order:
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / path, tmp_path / name / path)
        copies.append(_assessed("json", tmp_path / name))
    assert copies[0] == copies[1] == _assessed("json")
