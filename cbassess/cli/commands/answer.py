"""`cbassess answer`: the questionnaire line by line, for screen readers and plain terminals."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import click

from cbassess.cli import bundles, clock, options, talk

if TYPE_CHECKING:
    from cbassess.model.history import Wave
    from cbassess.model.pack import Pack
    from cbassess.workflow import Records


@click.command()
@options.new_seller
@click.option("--plain", is_flag=True, help="Plain prompts; this is the only way for now.")
@bundles.pack_choice
def answer(seller: str, plain: bool, choice: bundles.PackChoice) -> None:  # noqa: ARG001 - see its help
    """Answer this quarter's questions line by line.

    Every answer is saved at once; the same command goes on where you stopped. The plan comes at the end.
    """
    from cbassess import workflow
    from cbassess.cli.conversation import Conversation

    pack = choice.open()
    with workflow.Records.open() as records:
        wave = _wave_of_this_quarter(records, seller, pack)
        if Conversation(records.interview(pack, wave)).run():
            talk.put(workflow.render(records.assessment(pack, wave), "text"))
        else:
            talk.say(f"Everything is saved. Go on with: cbassess answer --seller {shlex.quote(seller)}")


def _wave_of_this_quarter(records: Records, seller: str, pack: Pack) -> Wave:
    """The wave that was begun in this quarter, or a new one."""
    from cbassess import workflow

    label = workflow.quarter_of(clock.today())
    begun = [wave for wave in records.waves() if (wave.seller.name, wave.label) == (seller, label)]
    if begun:
        talk.say(f"{seller}, {label}: {begun[-1].answered} answers so far.")
        return begun[-1]
    talk.say(f"{seller}, {label}: a new wave.")
    return records.start(seller, pack, clock.today(), clock.now())
