"""`cbassess backup`: the whole history, or a seller's, as one readable file."""

from __future__ import annotations

from pathlib import Path

import click

from cbassess.cli import clock, options, talk
from cbassess.words import words_in


@click.command()
@click.argument("file", metavar="FILE", type=options.PATH)
@click.option("--seller", type=options.SellerName(), help="Only this seller, to hand its whole history over.")
@click.option("--force", is_flag=True, help="Replace the file if it exists.")
@options.language
def backup(file: Path, seller: str | None, force: bool, language: str) -> None:
    """Write everything that was ever answered into a JSON file.

    cbassess restore reads it, on this computer or on another one.
    """
    from cbassess import workflow

    with workflow.Backups.open() as backups:
        text = backups.text(clock.now(), seller)
    if str(file) == "-":
        talk.put(text)
        return
    workflow.write_file(file, text, force)
    told = words_in(language)("Written: {file}. It holds every answer: keep it where only you can read it.")
    talk.say(told.format(file=file))
