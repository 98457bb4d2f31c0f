"""`cbassess history`: which waves there are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from cbassess.cli import options, talk
from cbassess.plain_text import escaped_controls, one_line

if TYPE_CHECKING:
    from cbassess.model.history import Wave


@click.command()
@click.option("--seller", type=options.SellerName(), help="Only this seller.")
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", help="Default: text.")
def history(seller: str | None, format_name: str) -> None:
    """List the saved waves, oldest first."""
    from cbassess import workflow

    with workflow.Records.open() as records:
        waves = records.waves(seller)
    if format_name == "json":
        talk.put(_as_json(waves))
    elif waves:
        talk.put(_as_text(waves))
    else:
        talk.say("The history is empty. Begin with: cbassess answer --seller NAME")


def _as_json(waves: tuple[Wave, ...]) -> str:
    rows = [
        {
            "seller": wave.seller.name,
            "wave": wave.label,
            "as_of": wave.as_of.isoformat(),
            "answered": wave.answered,
            "started_at": wave.started_at.isoformat(),
            "pack": {"title": wave.pack_title, "version": wave.pack_version, "hash": wave.pack_hash},
        }
        for wave in waves
    ]
    return escaped_controls(json.dumps(rows, indent=2, ensure_ascii=False)) + "\n"


def _as_text(waves: tuple[Wave, ...]) -> str:
    """One line a wave. The name stands last, because its width depends on the script it is written in."""
    lines = ["wave     as of       answered  pack     seller"]
    for wave in waves:
        figures = f"{wave.label:7}  {wave.as_of.isoformat()}  {wave.answered:8}  {wave.pack_version:7}"
        lines.append(f"{figures}  {one_line(wave.seller.name)}")
    return "\n".join(lines) + "\n"
