"""How thorough the tests are: `make test` is quick, `make torture` takes its time."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

from hypothesis import settings
from pytest import TerminalReporter  # noqa: PT013 - the type of a hook

# The settings of whoever runs the tests are not theirs, nor is the cache of packs.
os.environ["CBASSESS_CONFIG"] = os.devnull
for size in ("COLUMNS", "LINES"):  # they would outweigh the size of the terminals that tests open
    os.environ.pop(size, None)
os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="cbassess-tests-")
atexit.register(shutil.rmtree, os.environ["XDG_CACHE_HOME"], ignore_errors=True)

TORTURE = "CBASSESS_TORTURE" in os.environ

settings.register_profile("quick", max_examples=25, deadline=None)
settings.register_profile("torture", max_examples=1_500, deadline=None)
settings.load_profile("torture" if TORTURE else "quick")


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """The figures that tests have noted, for `docs/reliability.md`."""
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.getreports(kind)]
    noted = [(report.nodeid, *noted) for report in reports for noted in report.user_properties]
    figures = [(test, value) for test, name, value in noted if name == "figure"]
    if figures and TORTURE:
        terminalreporter.section("figures")
        for _, value in sorted(figures):
            terminalreporter.write_line(str(value))
