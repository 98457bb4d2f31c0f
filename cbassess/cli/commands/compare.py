"""`cbassess compare`: what moved between two waves."""

from __future__ import annotations

import click

from cbassess.cli import bundles, options
from cbassess.cli.choosing import seller_name, two_waves


@click.command()
@click.argument("baseline", type=options.WaveLabel(), required=False)
@click.argument("wave", type=options.WaveLabel(), required=False)
@options.seller
@bundles.rendering
@bundles.pack_choice
def compare(
    baseline: str | None,
    wave: str | None,
    seller: str | None,
    rendering: bundles.Rendering,
    choice: bundles.PackChoice,
) -> None:
    """Compare two waves of a seller.

    Waves are named by their quarter: cbassess compare 2026-Q3 2026-Q4. Without names, the latest two are taken.
    """
    from cbassess import workflow

    pack = choice.open()
    with workflow.Records.open() as records:
        earlier, later = two_waves(records, seller_name(records, seller), baseline, wave)
        document = workflow.compare(pack, records.recorded(earlier), records.recorded(later))
    rendering.write(document)
