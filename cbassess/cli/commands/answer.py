"""`cbassess answer`: the questionnaire line by line, for screen readers and plain terminals."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import click

from cbassess.cli import bundles, clock, options, talk
from cbassess.cli.which_seller import asked_seller
from cbassess.words import words_in

if TYPE_CHECKING:
    from cbassess.model.history import Wave
    from cbassess.model.pack import Pack
    from cbassess.workflow import Records


@click.command()
@options.new_seller
@click.option("--plain", is_flag=True, help="Line by line; this command knows no other way.")
@bundles.pack_choice_of_person
def answer(seller: str | None, plain: bool, choice: bundles.PackChoice) -> None:  # noqa: ARG001 - see its help
    """Answer this quarter's questions line by line.

    Nothing is drawn over, so a screen reader can follow; in a terminal that can do no more (TERM=dumb), cbassess
    begins this by itself. Every answer is saved at once; the same command goes on where you stopped. The plan comes
    at the end.
    """
    from cbassess import workflow
    from cbassess.cli.conversation import Conversation

    pack = choice.open()
    with workflow.Records.open() as records:
        seller = seller or asked_seller(records, words_in(pack.language))
        wave = _wave_of_this_quarter(records, seller, pack)
        if Conversation(records.interview(pack, wave)).run():
            talk.put(workflow.render(records.assessment(pack, wave), "text"))
        else:
            command = f"cbassess answer --seller {shlex.quote(seller)}{_language(pack)}"
            talk.say(words_in(pack.language)("Everything is saved. Go on with: {command}").format(command=command))


def _language(pack: Pack) -> str:
    """The option that opens the pack in the same language again; nothing for English, the default."""
    return "" if pack.language == "en" else f" --lang {shlex.quote(pack.language)}"


def _wave_of_this_quarter(records: Records, seller: str, pack: Pack) -> Wave:
    """The wave that was begun in this quarter, or a new one."""
    from cbassess import workflow

    words, label = words_in(pack.language), workflow.quarter_of(clock.today())
    begun = [wave for wave in records.waves() if (wave.seller.name, wave.label) == (seller, label)]
    if begun:
        said = words("{seller}, {wave}: {count} answers so far.")
        talk.say(said.format(seller=seller, wave=label, count=begun[-1].answered))
        return begun[-1]
    talk.say(words("{seller}, {wave}: a new wave.").format(seller=seller, wave=label))
    return records.start(seller, pack, clock.today(), clock.now())
