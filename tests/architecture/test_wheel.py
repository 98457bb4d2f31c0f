"""The wheel carries the content: built, installed into a clean environment, used from elsewhere.

The dependencies are lent to the clean environment by a path file, because a test does not use the
network. Nested path files are not followed, so the checkout itself is not lent.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SITE = "import site; print(site.getsitepackages()[0])"
EXAMPLE = ROOT / "examples" / "exporter.toml"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_carries_every_content_file(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    content = [path for kind in ("questions", "rules") for path in (ROOT / kind).rglob("*.toml")]
    assert len(content) > 10
    for path in content:
        assert f"cbassess/_data/{path.relative_to(ROOT).as_posix()}" in names


def test_the_wheel_carries_the_catalogues(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    catalogues = [path.relative_to(ROOT).as_posix() for path in (ROOT / "cbassess" / "locale").rglob("*.mo")]
    assert "cbassess/locale/zh_CN/LC_MESSAGES/cbassess.mo" in catalogues
    assert names.issuperset(catalogues)


def test_an_installed_wheel_assesses_a_seller_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    clean = tmp_path / "clean"
    venv.create(clean, with_pip=False, symlinks=True)
    python = clean / "bin" / "python"
    site = Path(subprocess.check_output([python, "-c", SITE], text=True).strip())
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-index", "--no-deps", str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    answers = tmp_path / "answers.toml"
    answers.write_bytes(EXAMPLE.read_bytes())
    environment = {"PATH": os.environ["PATH"], "CBASSESS_HOME": str(tmp_path / "home"), "LANG": "C.UTF-8"}
    where = [python, "-c", "import cbassess; print(cbassess.__file__)"]
    assert str(site) in subprocess.check_output(where, text=True, cwd=tmp_path, env=environment)
    command = [clean / "bin" / "cbassess", "assess", str(answers), "--format", "json"]
    output = subprocess.check_output(command, text=True, cwd=tmp_path, env=environment)
    assert json.loads(output)["plan"]
    chinese = subprocess.check_output([*command[:3], "--lang", "zh-CN"], text=True, cwd=tmp_path, env=environment)
    assert chinese.startswith("评估报告：")
