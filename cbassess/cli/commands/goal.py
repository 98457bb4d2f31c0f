"""`cbassess goal`: the shortest way to a readiness, or what would have to give."""

from __future__ import annotations

import click

from cbassess.cli import bundles, options


class Aim(click.ParamType[tuple[str, float]]):
    """A trend and its readiness, as `export_standardization=75`."""

    name = "aim"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, float]:
        """The two; a usage error where they cannot be read."""
        trend, sign, readiness = (part.strip() for part in value.partition("="))
        if not sign or not readiness.isascii() or not readiness.replace(".", "", 1).isdigit():
            self.fail(f"{value!r} is not a trend and its readiness. Write it as export_standardization=75.", param, ctx)
        return trend, float(readiness)


@click.command()
@bundles.answers_choice
@click.option(
    "--reach",
    "aims",
    type=Aim(),
    multiple=True,
    required=True,
    metavar="TREND=READINESS",
    help="What to reach, up to 100; may be given more than once.",
)
@click.option(
    "--by", type=options.WaveLabel(), required=True, metavar="QUARTER", help="By the end of a quarter, as 2027-Q2."
)
@bundles.limits
@bundles.rendering
def goal(
    chosen: bundles.AnswersChoice,
    aims: tuple[tuple[str, float], ...],
    by: str,
    limits: bundles.Limits,
    rendering: bundles.Rendering,
) -> None:
    """Find the shortest way to a goal.

    It names the steps of least work that bring a trend to a readiness by the end of a quarter. If that is too
    early, it says what would do: a later quarter, more hours a week, or more money.

    \b
    cbassess goal answers.toml --reach export_standardization=75 --by 2027-Q2
    cbassess goal answers.toml --reach export_own_brands=60 --by 2027-Q1 --hours 6 --budget 30000
    """  # noqa: D301 - `\b` tells click to keep the lines
    from cbassess import workflow

    _refuse_twice([trend for trend, _ in aims])
    pack, responses, day = chosen.open()
    responses = responses.with_responses(limits.answers(pack))
    rendering.write(workflow.reach(pack, responses, day, dict(aims), by))


def _refuse_twice(trends: list[str]) -> None:
    for trend in trends:
        if trends.count(trend) > 1:
            raise click.BadParameter(f"{trend!r} is named twice.", param_hint="--reach")
