"""`cbassess open`: what open answers could still change."""

from __future__ import annotations

import click

from cbassess.cli import bundles


@click.command("open")
@bundles.answers_choice
@bundles.rendering
def open_(chosen: bundles.AnswersChoice, rendering: bundles.Rendering) -> None:
    """Show what open answers could still change.

    Each open or unknown question with what its answers could do to the first five steps and to every trend, in the
    order in which answering pays; and what stays whatever you answer.

    \b
    cbassess open answers.toml
    cbassess open answers.toml --lang zh-CN --format json
    """  # noqa: D301 - `\b` tells click to keep the lines
    from cbassess import workflow

    rendering.write(workflow.what_is_open(*chosen.open()))
