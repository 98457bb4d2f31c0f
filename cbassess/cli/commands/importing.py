"""`cbassess import`: a file of answers into the history."""

from __future__ import annotations

from pathlib import Path

import click

from cbassess.cli import clock, options, talk


@click.command("import")
@options.answers
@options.new_seller
@click.option("--wave", type=options.WaveLabel(), help="Quarter of the answers; else that of the file or its day.")
@options.pack
def import_(answers_file: Path, seller: str, wave: str | None, pack_folder: Path | None) -> None:
    """Add a file of answers to the history.

    It becomes a wave of its own; a wave that is there already is never changed.
    """
    from cbassess import workflow

    pack = workflow.open_pack(pack_folder)
    responses = workflow.read_answers(answers_file, pack)
    with workflow.Records.open() as records:
        added = records.import_answers(pack, responses, seller, wave, clock.now())
    talk.say(f"Added to the history: {added.seller.name}, {added.label}, {added.answered} answers.")
