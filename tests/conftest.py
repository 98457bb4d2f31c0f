"""How thorough the tests are: `make test` is quick, `make torture` takes its time."""

from __future__ import annotations

import os

from hypothesis import settings
from pytest import TerminalReporter  # noqa: PT013 - the type of a hook

# The settings of whoever runs the tests are not theirs.
os.environ["CBASSESS_CONFIG"] = os.devnull

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
