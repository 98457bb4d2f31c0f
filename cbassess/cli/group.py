"""The command `cbassess` and the list of its commands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from cbassess.cli import options
from cbassess.cli.app import can_only_do_lines, open_app
from cbassess.cli.commands.answer import answer
from cbassess.cli.commands.assess import assess
from cbassess.cli.commands.backup import backup
from cbassess.cli.commands.compare import compare
from cbassess.cli.commands.completion import completion
from cbassess.cli.commands.config import config
from cbassess.cli.commands.doctor import doctor
from cbassess.cli.commands.explain import explain
from cbassess.cli.commands.export import export
from cbassess.cli.commands.goal import goal
from cbassess.cli.commands.history import history
from cbassess.cli.commands.importing import import_
from cbassess.cli.commands.open import open_
from cbassess.cli.commands.pack import pack
from cbassess.cli.commands.restore import restore
from cbassess.cli.commands.sellers import sellers
from cbassess.cli.commands.serve import serve
from cbassess.cli.commands.sheet import sheet
from cbassess.cli.commands.step import step
from cbassess.cli.commands.template import template
from cbassess.cli.commands.whatif import whatif
from cbassess.cli.languages import language_of_person
from cbassess.version import __version__


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
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
        context.invoke(answer, seller=None, plain=True, pack_folder=pack_folder, language=language)
        return None
    from cbassess.settings import read_settings

    settings = read_settings()
    chosen = replace(settings, ascii=settings.ascii or only_ascii, mouse=settings.mouse and not no_mouse)
    return open_app(pack_folder, language, chosen)


for command in (
    answer,
    assess,
    backup,
    compare,
    completion,
    config,
    doctor,
    explain,
    export,
    goal,
    history,
    import_,
    open_,
    pack,
    restore,
    sellers,
    serve,
    step,
    sheet,
    template,
    whatif,
):
    program.add_command(command)
