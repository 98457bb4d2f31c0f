"""`cbassess export`: the assessment of a wave from the history."""

from __future__ import annotations

import click

from cbassess.cli import bundles, options
from cbassess.cli.choosing import seller_name


@click.command()
@options.seller
@click.option("--wave", type=options.WaveLabel(), help="Quarter; else the latest.")
@bundles.rendering
@bundles.pack_choice
def export(
    seller: str | None,
    wave: str | None,
    rendering: bundles.Rendering,
    choice: bundles.PackChoice,
) -> None:
    """Write the assessment of a saved wave."""
    from cbassess import workflow

    pack = choice.open()
    with workflow.Records.open() as records:
        found = records.find_wave(seller_name(records, seller), wave)
        document = records.assessment(pack, found)
        since = records.since_last(pack, found)
    rendering.write(document, since)
