"""`cbassess serve`: the app in a browser on this computer."""

from __future__ import annotations

import asyncio
import os
import shlex
import subprocess
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cbassess.cli import options, talk
from cbassess.errors import UsageError
from cbassess.words import words_in

if TYPE_CHECKING:
    from cbassess.serving.server import GuardedServer

PORT = 8765


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65_535), default=PORT, help=f"Default: {PORT}; 0 takes any that is free."
)
@click.option("--files", type=options.PATH, metavar="DIR", help="Folder for the files that you export; else this one.")
@click.option("--open", "open_", is_flag=True, help="Open the browser as well.")
@options.pack
@options.language_of_person
def serve(port: int, files: Path | None, open_: bool, pack_folder: Path | None, language: str) -> None:
    """Show the app in a browser on this computer.

    Prints a link that works once, for the browser that opens it first. Nobody on the network can reach it, and the page
    loads nothing from elsewhere. Two windows can be open at a time. Ctrl+C ends it. Needs the extra: cbassess[web].
    """
    server_class = _server_class()
    _look_ahead(pack_folder, language)
    _go_to(files)
    words = words_in(language)

    def ready(link: str) -> None:
        talk.say(words("Open this link in a browser on this computer. It works once, and Ctrl+C ends it."))
        talk.put(f"{link}\n")
        talk.say(words("Files that you export go to {folder}.").format(folder=Path.cwd()))
        if open_:
            webbrowser.open(link)

    asyncio.run(server_class(_command(pack_folder, language), language).run(port, ready))


def _server_class() -> type[GuardedServer]:
    try:
        from cbassess.serving.server import GuardedServer
    except ModuleNotFoundError as error:
        message = "The browser needs an extra that is not installed."
        hint = 'Install it with: pip install "cbassess[web]"'
        raise UsageError("cbassess serve", "not-installed", message, hint) from error
    return GuardedServer


def _look_ahead(pack_folder: Path | None, language: str) -> None:
    """Open pack and history once, so that what is wrong is said here and not in an empty window."""
    from cbassess import workflow

    workflow.pack_in(language, pack_folder)
    with workflow.Records.open():
        pass


def _go_to(folder: Path | None) -> None:
    if folder is not None:
        try:
            os.chdir(folder)
        except OSError as error:
            message = f"The folder cannot be used: {error.strerror}."
            raise UsageError(str(folder), "no-folder", message, "Name a folder that there is.") from error


def _command(pack_folder: Path | None, language: str) -> str:
    """What opens the app, for a shell."""
    words = [sys.executable, "-m", "cbassess", "--lang", language]
    if pack_folder is not None:
        words += ["--pack", str(pack_folder)]
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
