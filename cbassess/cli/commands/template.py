"""`cbassess template`: something to fill in."""

from __future__ import annotations

import click

from cbassess.cli import bundles, talk


@click.command()
@click.option(
    "--format",
    "format_name",
    default="toml",
    metavar="toml|xlsx|xlsform",
    help="A text file (default), a workbook with lists, or a form for ODK and Kobo on phones.",
)
@bundles.destination
@bundles.pack_choice
def template(format_name: str, destination: bundles.Destination, choice: bundles.PackChoice) -> None:
    """Write the questionnaire to fill in.

    It holds every question with its options, why we ask and how to find out.
    """
    from cbassess import workflow

    made = workflow.answers_template(choice.open(), format_name, choice.folder)
    if isinstance(made.content, str):
        destination.write(made.content)
    else:
        destination.write_file(made.content, made.name)
    for note in made.notes:
        talk.say(note)
