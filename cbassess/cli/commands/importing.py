"""`cbassess import`: a file of answers into the history."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from cbassess.cli import bundles, clock, options, talk
from cbassess.plain_text import one_line
from cbassess.words import words_in

if TYPE_CHECKING:
    from cbassess.workflow import Incoming

MAX_SHOWN = 20


@click.command("import")
@options.answers
@click.option("--seller", type=options.SellerName(), help="Name of the seller, new or known; else that in the file.")
@click.option("--wave", type=options.WaveLabel(), help="Quarter of the answers; else that of the file or its day.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@bundles.pack_choice
def import_(
    answers_file: Path, seller: str | None, wave: str | None, dry_run: bool, choice: bundles.PackChoice
) -> None:
    """Add answers to the history.

    ANSWERS is a text file, a workbook, or the table of a form with many sellers. Each seller's answers become a wave
    of their own; a wave that is there already is never changed. Where anything is wrong, nothing is added.
    """
    from cbassess import workflow

    pack = choice.open()
    found = workflow.read_many(answers_file, pack)
    if seller is not None:
        if len(found) != 1:
            raise click.UsageError(f"There are {len(found)} sellers in the file; leave --seller out.")
        found = (replace(found[0], seller=seller),)
    with workflow.Records.open() as records:
        if dry_run:
            for incoming in workflow.preview_import(records, pack, found, wave, clock.now()):
                _show(incoming, choice.language)
            return
        for added in workflow.import_all(records, pack, found, wave, clock.now()):
            talk.say(f"Added to the history: {added.seller.name}, {added.label}, {added.answered} answers.")


def _show(incoming: Incoming, language: str) -> None:
    """What would change, as data on stdout."""
    words = words_in(language)
    first = (
        words("{seller}, {wave}: {count} answers, {changed} of them other than in {last}.")
        if incoming.last
        else words("{seller}, {wave}: {count} answers, the first wave of this seller.")
    )
    shown = first.format(
        seller=incoming.seller,
        wave=incoming.label,
        count=incoming.answered,
        changed=len(incoming.changes),
        last=incoming.last,
    )
    lines = [one_line(shown)]
    if incoming.last:
        change = words("{question} Before: {before}. After: {after}.")
        for one in incoming.changes[:MAX_SHOWN]:
            text = change.format(question=one.question, before=one.before, after=one.after)
            lines.append(f"  - {one_line(text)}")
        if len(incoming.changes) > MAX_SHOWN:
            lines.append("  - " + words("and {count} more").format(count=len(incoming.changes) - MAX_SHOWN))
    talk.put("\n".join(lines) + "\n")
