"""A seller answers in a real browser, reaches the plan, and nothing is asked of anybody else."""

from __future__ import annotations

import shlex
import sqlite3
import sys
from pathlib import Path

import pytest

from tests.packs_for_tests import tiny_pack
from tests.serving.browser import CHROMIUM, opened_page
from tests.serving.running import served

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed (.ci/programs installs it)")


async def test_three_questions_are_answered_and_the_plan_is_reached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    monkeypatch.setenv("CBASSESS_HOME", str(home))
    monkeypatch.chdir(tmp_path)
    command = shlex.join([sys.executable, "-m", "cbassess", "--pack", str(tiny_pack(tmp_path))])
    async with served(command) as (server, link), opened_page(tmp_path / "profile") as page:
        await page.command("Page.navigate", url=link)
        await page.wait_for("Press Enter to begin.")
        await page.wait_for("Files that you export are written on this computer")
        await page.type("n")
        await page.wait_for("A new seller")
        await page.type(*"Lamps", "Enter")
        await page.wait_for("In which direction do you sell?")
        await page.type("2", "Enter")
        await page.wait_for("Where do you sell?")
        await page.type("1", "Enter", "8", "Enter")
        await page.wait_for("3 of 6 answered")
        await page.type("f")
        await page.wait_for("Results")
        await page.type("p")
        await page.wait_for("2026-Q4 Plan")
        own = (f"http://127.0.0.1:{server.guard.port}/", f"ws://127.0.0.1:{server.guard.port}/ws?", "data:")
        assert [address for address in page.requests if not address.startswith(own)] == []
        assert any(address.startswith("ws://") for address in page.requests)
        assert page.violations == []
    (database,) = home.glob("*.sqlite3")
    with sqlite3.connect(database) as found:
        answered = [row[0] for row in found.execute("SELECT DISTINCT item_id FROM answers ORDER BY item_id")]
    assert answered == ["profile.channels", "profile.hours_per_week", "profile.side"]
