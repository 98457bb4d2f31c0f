"""The page of settings is current, and explains every code with which settings are refused."""

from __future__ import annotations

import re
from pathlib import Path

import cbassess
from tools.settings_page import PAGE, page

PACKAGE = Path(cbassess.__file__).parent


def test_it_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make generate`"


def test_every_refusal_is_explained() -> None:
    sources = [*(PACKAGE / "settings").glob("*.py"), *(PACKAGE / "tui" / "keys").glob("*.py")]
    raised = {
        code for source in sources for code in re.findall(r'"([a-z]+-(?:clash|key|setting|toml))"', source.read_text())
    }
    assert raised == set(re.findall(r"^\| `([a-z]+-[a-z]+)` \| (?!`)", page().split("## Keys")[0], re.MULTILINE))
