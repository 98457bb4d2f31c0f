"""The command `cbassess`; its commands are in `command_table`."""

from __future__ import annotations

from pathlib import Path

import click

from cbassess.cli import options
from cbassess.cli.app import can_only_do_lines, open_app
from cbassess.cli.command_table import CommandTable
from cbassess.cli.languages import language_of_person
from cbassess.version import __version__


@click.group(
    commands=CommandTable(),
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="cbassess")
@options.pack
@options.language_of_app
@click.option("--ascii", "only_ascii", is_flag=True, help="The app: draw with ASCII characters alone.")
@click.option("--no-mouse", is_flag=True, help="The app: leave the mouse to the terminal.")
@click.pass_context
def program(
    context: click.Context, pack_folder: Path | None, language: str | None, only_ascii: bool, no_mouse: bool
) -> int | None:
    """Where a cross-border seller stands, and what to do next.

    Without a command the app opens. Exit codes: 0 done, 1 a fault of ours, 2 wrong use or wrong input,
    3 answers incomplete where complete ones were asked for.
    """
    if context.invoked_subcommand is not None:
        return None
    language = language or language_of_person()
    if can_only_do_lines():
        answer = program.commands["answer"]
        context.invoke(answer, seller=None, plain=True, pack_folder=pack_folder, language=language)
        return None
    from msgspec.structs import replace

    from cbassess.settings import read_settings

    settings = read_settings()
    chosen = replace(settings, ascii=settings.ascii or only_ascii, mouse=settings.mouse and not no_mouse)
    return open_app(pack_folder, language, chosen)
