"""`cbassess template`: a file of answers to fill in."""

from __future__ import annotations

import click

from cbassess.cli import bundles


@click.command()
@bundles.destination
@bundles.pack_choice
def template(destination: bundles.Destination, choice: bundles.PackChoice) -> None:
    """Write a file of answers to fill in.

    It holds every question, with its options as comments.
    """
    from cbassess import workflow

    destination.write(workflow.answers_template(choice.open()))
