"""The page of commands is current, and it explains every code with which something is refused."""

from __future__ import annotations

import re
from pathlib import Path

import cbassess
from tools.command_line import PAGE, REFUSALS, page

SOURCE = Path(cbassess.__file__).parent


def test_it_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make generate`"


def test_every_refusal_is_explained() -> None:
    raised = re.compile(r'(?:UsageError|_refusal)\(\s*[^"]*?(?:"[^"]*",\s*)??"([a-z]+(?:-[a-z]+)+)"', re.DOTALL)
    codes = {code for path in SOURCE.rglob("*.py") for code in raised.findall(path.read_text(encoding="utf-8"))}
    assert codes == set(REFUSALS)
