"""`cbassess history`: which waves there are, and what is late."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from cbassess.cli import bundles, clock, options, talk
from cbassess.plain_text import escaped_controls, one_line
from cbassess.words import words_in

if TYPE_CHECKING:
    from cbassess.model.evaluation import Evaluation
    from cbassess.model.history import Wave
    from cbassess.model.pack import Pack
    from cbassess.workflow import Records

Scores = dict[int, "Evaluation"]


@click.command()
@click.option("--seller", type=options.SellerName(), help="Only this seller.")
@click.option("--under", metavar="HASH|DIR", help="Score every wave under this pack; also: shipped.")
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", help="Default: text.")
@bundles.pack_choice
def history(seller: str | None, under: str | None, format_name: str, choice: bundles.PackChoice) -> None:
    """List the saved waves and the late steps.

    With --under every wave is scored again, under any pack at hand: one that its answers were given under (its
    hash, as `--format json` shows it), a folder, or `shipped`.
    """
    from cbassess import workflow

    with workflow.Records.open() as records:
        waves = records.waves(seller)
        if not waves and format_name == "text":
            talk.say("The history is empty. Begin with: cbassess answer --seller NAME")
            return
        judge = workflow.find_pack(under, choice.language) if under else None
        scores = {wave.id: records.rescored(judge, wave) for wave in waves} if judge else {}
        talk.put(_as_json(waves, scores) if format_name == "json" else _as_text(waves, judge, scores))
        if format_name == "text":
            _tell_overdue(records, choice, seller)


def _tell_overdue(records: Records, choice: bundles.PackChoice, seller: str | None) -> None:
    pack = choice.open()
    words = words_in(pack.language)
    for wave, steps in records.overdue(pack, clock.today()):
        if seller is None or wave.seller.name == seller:
            text = words.plural("{count} step of {seller} is late", "{count} steps of {seller} are late", len(steps))
            said = text.format(count=len(steps), seller=one_line(wave.seller.name))
            since = words("the first since {day}: {title}")
            first = since.format(day=steps[0].due, title=one_line(steps[0].title))
            talk.say(f"{said}; {first}. cbassess step list")


def _as_json(waves: tuple[Wave, ...], scores: Scores) -> str:
    rows = [
        {
            "seller": wave.seller.name,
            "wave": wave.label,
            "as_of": wave.as_of.isoformat(),
            "answered": wave.answered,
            "started_at": wave.started_at.isoformat(),
            "pack": {"title": wave.pack_title, "version": wave.pack_version, "hash": wave.pack_hash},
        }
        | ({"trends": _trends(scores[wave.id])} if wave.id in scores else {})
        for wave in waves
    ]
    return escaped_controls(json.dumps(rows, indent=2, ensure_ascii=False)) + "\n"


def _trends(evaluation: Evaluation) -> dict[str, object]:
    """Trend id -> readiness; null where the trend does not concern the seller, which is not zero."""
    return {trend.id: None if trend.applies is False else trend.readiness.model_dump() for trend in evaluation.trends}


def _as_text(waves: tuple[Wave, ...], judge: Pack | None, scores: Scores) -> str:
    """One line a wave. The name stands last, because its width depends on the script it is written in."""
    lines = ["wave     as of       answered  pack     seller"]
    if judge:
        stamp = f"{one_line(judge.instrument.title)} {judge.instrument.version} ({judge.hash[:12]})"
        lines.insert(0, words_in(judge.language)("Scored under {pack}").format(pack=stamp))
    for wave in waves:
        figures = f"{wave.label:7}  {wave.as_of.isoformat()}  {wave.answered:8}  {wave.pack_version:7}"
        lines.append(f"{figures}  {one_line(wave.seller.name)}")
        lines += _readiness(scores[wave.id]) if wave.id in scores else ()
    return "\n".join(lines) + "\n"


def _readiness(evaluation: Evaluation) -> Iterator[str]:
    for trend in evaluation.trends:
        if trend.applies is not False:
            low, high = (f"{bound:.0f}" for bound in (trend.readiness.low, trend.readiness.high))
            figure = low if low == high else f"{low}-{high}"
            yield f"  {figure:>7}  {one_line(trend.title)}"
