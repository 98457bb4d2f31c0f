"""`cbassess compare`: what moved between two waves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cbassess.cli import bundles, options
from cbassess.cli.choosing import seller_name, two_waves
from cbassess.errors import UsageError
from cbassess.plain_text import escaped_controls
from cbassess.words import words_in

if TYPE_CHECKING:
    from cbassess.model.comparison import Course


@click.command()
@click.argument("baseline", type=options.WaveLabel(), required=False)
@click.argument("wave", type=options.WaveLabel(), required=False)
@options.seller
@click.option("--course", "whole_course", is_flag=True, help="Show every wave, trend by trend, as text or json.")
@bundles.rendering
@bundles.pack_choice
def compare(  # noqa: PLR0913, PLR0917 - one for each word of the command line
    baseline: str | None,
    wave: str | None,
    seller: str | None,
    whole_course: bool,
    rendering: bundles.Rendering,
    choice: bundles.PackChoice,
) -> None:
    """Compare two waves of a seller.

    Waves are named by their quarter: cbassess compare 2026-Q3 2026-Q4. Without names, the latest two are taken.
    """
    from cbassess import workflow

    pack = choice.open()
    with workflow.Records.open() as records:
        if whole_course:
            return _write_course(records.course(pack, seller_name(records, seller)), rendering)
        earlier, later = two_waves(records, seller_name(records, seller), baseline, wave)
        document = records.compare(pack, earlier, later)
    return rendering.write(document)


def _write_course(course: Course, rendering: bundles.Rendering) -> None:
    from cbassess.cli.course_lines import course_lines

    match rendering.format_name:
        case "text":
            text = "".join(f"{line}\n" for line in course_lines(course, words_in(course.language)))
        case "json":
            text = escaped_controls(course.model_dump_json(indent=2, by_alias=True)) + "\n"
        case other:
            message = f"The course cannot be written as {other}."
            raise UsageError("--format", "unknown-format", message, "Use text or json.")
    rendering.destination.write(text)
