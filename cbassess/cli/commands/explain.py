"""`cbassess explain`: why something is so, and what hangs on it."""

from __future__ import annotations

import click

from cbassess.cli import bundles


@click.command()
@bundles.answers_choice
@click.argument("name", metavar="STEP_OR_ITEM_OR_TREND")
@bundles.rendering
def explain(chosen: bundles.AnswersChoice, name: str, rendering: bundles.Rendering) -> None:
    """Explain a step, a question or a trend.

    For a step: the conditions, your answers and the sources behind it. For a question: all that would move if your
    answer were another. For a trend: what its figures are made of.

    \b
    cbassess explain answers.toml file_trademark
    cbassess explain answers.toml brand.mark_filed
    cbassess explain answers.toml export_own_brands
    """  # noqa: D301 - `\b` tells click to keep the lines
    from cbassess import workflow

    pack, responses, day = chosen.open()
    rendering.write(workflow.explain(pack, responses, day, name))
