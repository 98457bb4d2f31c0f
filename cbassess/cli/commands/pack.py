"""`cbassess pack`: for people who write packs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cbassess.cli import clock, options, talk
from cbassess.cli.folders import make_empty
from cbassess.errors import PackError
from cbassess.plain_text import escaped_controls, one_line
from cbassess.words import words_in

if TYPE_CHECKING:
    from cbassess.errors import Problem
    from cbassess.workflow import Counterexample, Proven


@click.group()
def pack() -> None:
    """Check a pack, compare two, or begin a new one."""


@pack.command()
@click.argument("folder", metavar="[DIR]", type=options.PATH, required=False)
@options.pack
@click.option("--prove", is_flag=True, help="Also prove what holds for every seller (needs the extra `prove`).")
@click.option(
    "-o",
    "--counterexamples",
    "examples_folder",
    type=options.PATH,
    metavar="FOLDER",
    help="With --prove: a new folder for the sellers who refute something; else they go to the terminal.",
)
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0, max=86_400),
    default=300,
    show_default=True,
    metavar="SECONDS",
    help="With --prove: how long to try; what is not decided then is listed as not proved.",
)
def check(
    folder: Path | None, pack_folder: Path | None, prove: bool, examples_folder: Path | None, time_limit: float
) -> int:
    """List what is wrong or doubtful about a pack.

    One problem a line on stdout. Exit code 2 where there are errors, 0 where there are only warnings and notes.
    """
    from cbassess import workflow

    if examples_folder is not None and not prove:
        raise click.UsageError("-o names the folder for what --prove finds: add --prove.")
    chosen = folder or pack_folder
    problems = workflow.check_pack(chosen)
    if not prove:
        return _report(problems)
    if examples_folder is not None:
        make_empty(examples_folder)
    try:
        proven = workflow.prove_pack(chosen, clock.today(), time_limit)
    except PackError:  # what keeps it from loading is among the problems
        return _report(problems)
    code = _report([*problems, *proven.problems])
    _show_examples(proven.counterexamples, examples_folder)
    _say_tallies(proven)
    return code


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
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW", default="shipped")
@options.language
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", help="Default: text.")
def diff(old: str, new: str, language: str, format_name: str) -> None:
    """Show what is kept, reworded, changed, new and retired between two packs.

    OLD and NEW are folders, `shipped`, or the hash of a pack under which answers were given; its first six digits
    are enough.
    """
    from cbassess import workflow
    from cbassess.cli.work_lines import diff_lines

    found = workflow.diff_packs(workflow.find_pack(old, language), workflow.find_pack(new, language))
    if format_name == "json":
        talk.put(escaped_controls(found.model_dump_json(indent=2, by_alias=True)) + "\n")
    else:
        talk.put("".join(f"{line}\n" for line in diff_lines(found, words_in(language))))


@pack.command()
@click.argument("folder", metavar="DIR", type=options.PATH)
def new(folder: Path) -> None:
    """Write a small valid pack to begin with."""
    from cbassess.cli.starter import write_starter

    write_starter(folder)
    talk.say(f"Written: {folder}. Try: cbassess pack check {folder}")


def _report(problems: Iterable[Problem]) -> int:
    rows = list(problems)
    talk.put("".join(f"{one_line(str(problem))}\n" for problem in rows))
    counts = {kind: sum(problem.severity == kind for problem in rows) for kind in ("error", "warning", "note")}
    said = [_counted(count, kind) for kind, count in counts.items() if count or kind != "note"]
    talk.say(f"{', '.join(said)}.")
    return talk.WRONG_INPUT if counts["error"] else talk.DONE


def _show_examples(examples: Iterable[Counterexample], folder: Path | None) -> None:
    from cbassess import workflow

    rows = list(examples)
    if folder is None:
        talk.put("".join(f"\n{example.text}" for example in rows))
        return
    for example in rows:
        workflow.write_file(folder / example.name, example.text)
    talk.say(f"Written: {folder} ({_counted(len(rows), 'answers file')}). Try: cbassess assess FILE")


def _say_tallies(proven: Proven) -> None:
    for one in proven.tallies:
        whole = one.proved + one.refuted + one.undecided
        undecided = f", {one.undecided} not decided in time" if one.undecided else ""
        talk.say(f"Proved {one.proved} of {whole}: {one.kind}{undecided}.")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
