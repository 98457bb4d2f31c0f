"""`cbassess whatif`: trends and plan if some answers were others."""

from __future__ import annotations

import click

from cbassess.cli import bundles


@click.command()
@bundles.answers_choice
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="ITEM=ANSWER",
    help="Suppose this answer; may be given more than once.",
)
@click.option(
    "--done", multiple=True, metavar="STEP", help="Suppose that this step is done; may be given more than once."
)
@bundles.limits
@bundles.rendering
def whatif(
    chosen: bundles.AnswersChoice,
    settings: tuple[str, ...],
    done: tuple[str, ...],
    limits: bundles.Limits,
    rendering: bundles.Rendering,
) -> None:
    """Show trends and plan if something were otherwise.

    Answers are written as in an answers file. Nothing is saved.

    \b
    cbassess whatif answers.toml --done file_trademark
    cbassess whatif answers.toml --set brand.mark_filed=top_market --hours 10
    cbassess whatif answers.toml --set markets.now=us,eu --set brand.repeat_buyers=dont_know
    """  # noqa: D301 - `\b` tells click to keep the lines
    from cbassess import workflow

    if not (settings or done or limits.hours or limits.budget):
        raise click.UsageError("Say what is to be otherwise: --set, --done, --hours or --budget.")
    pack, responses, day = chosen.open()
    answers = workflow.parse_settings(pack, settings) | limits.answers(pack)
    rendering.write(workflow.whatif(pack, responses, day, answers, done))
