"""What the README shows is what the program prints."""

from __future__ import annotations

from pathlib import Path

from cbassess.workflow import assess, open_pack, read_answers, render

ROOT = Path(__file__).parents[2]


def test_the_plan_in_the_readme_is_the_plan_of_the_example() -> None:
    pack = open_pack()
    answers = read_answers(ROOT / "examples" / "exporter.toml", pack)
    assert answers.as_of is not None
    printed = render(assess(pack, answers, answers.as_of), "text")
    shown = (ROOT / "README.md").read_text(encoding="utf-8").partition("```text\n")[2].partition("\n```")[0]
    parts = [part.strip("\n") for part in shown.split("[...]")]
    assert len(parts) > 2
    for part in parts:
        assert part in printed
