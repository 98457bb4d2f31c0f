"""`cbassess assess`: a file of answers in, an assessment out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cbassess.cli import bundles, clock, options, talk

if TYPE_CHECKING:
    from cbassess.model.assessment import Assessment

MAX_NAMED = 10


@click.command()
@options.answers
@options.as_of
@bundles.rendering
@click.option("--complete", is_flag=True, help="Refuse incomplete answers, with exit code 3.")
@bundles.pack_choice
def assess(
    answers_file: Path,
    as_of: dt.date | None,
    rendering: bundles.Rendering,
    complete: bool,
    choice: bundles.PackChoice,
) -> int:
    """Assess a file of answers.

    The history is neither read nor changed.
    """
    from cbassess import workflow

    pack = choice.open()
    responses = workflow.read_answers(answers_file, pack)
    document = workflow.assess(pack, responses, as_of or responses.as_of or clock.today())
    if complete and not document.complete:
        return _refuse_incomplete(document)
    rendering.write(document)
    return talk.DONE


def _refuse_incomplete(document: Assessment) -> int:
    talk.say(f"Incomplete: {document.answered} of {document.asked} questions are answered. Nothing was written.")
    still_open = [entry for entry in document.responses if entry.state == "open"]
    for entry in still_open[:MAX_NAMED]:
        talk.say(f"  {entry.item}: {entry.stem}")
    if len(still_open) > MAX_NAMED:
        talk.say(f"  and {len(still_open) - MAX_NAMED} more")
    return talk.INCOMPLETE
