"""`cbassess pack`: for people who write packs."""

from __future__ import annotations

from pathlib import Path

import click

from cbassess.cli import options, talk
from cbassess.plain_text import one_line


@click.group()
def pack() -> None:
    """Check a pack, or begin a new one."""


@pack.command()
@click.argument("folder", metavar="[DIR]", type=options.PATH, required=False)
@options.pack
def check(folder: Path | None, pack_folder: Path | None) -> int:
    """List what is wrong or doubtful about a pack.

    One problem a line on stdout. Exit code 2 where there are errors, 0 where there are only warnings.
    """
    from cbassess import workflow

    problems = workflow.check_pack(folder or pack_folder)
    talk.put("".join(f"{one_line(str(problem))}\n" for problem in problems))
    errors = sum(problem.severity == "error" for problem in problems)
    talk.say(f"{_counted(errors, 'error')}, {_counted(len(problems) - errors, 'warning')}.")
    return talk.WRONG_INPUT if errors else talk.DONE


@pack.command()
@click.argument("language", metavar="LANGUAGE")
@click.argument("rows", metavar="[ROW]...", nargs=-1)
@options.pack
def translated(language: str, rows: tuple[str, ...], pack_folder: Path | None) -> None:
    """Note that translations fit their originals again.

    For translators, after they have looked at what `pack check` calls outdated. ROW is written as there, such as
    questions/brand.toml:items.mark_filed; without any, all texts of the language count as looked at.
    """
    from cbassess import workflow

    for file in workflow.note_translated(language, rows, pack_folder):
        talk.say(f"Written: {file}.")


@pack.command()
@click.argument("folder", metavar="DIR", type=options.PATH)
def new(folder: Path) -> None:
    """Write a small valid pack to begin with."""
    from cbassess.cli.starter import write_starter

    write_starter(folder)
    talk.say(f"Written: {folder}. Try: cbassess pack check {folder}")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
