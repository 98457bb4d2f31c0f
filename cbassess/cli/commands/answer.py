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
    from cbassess.workflow import Interview, Records


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
        interview = records.interview(pack, wave, clock.now)
        _tell_agenda(interview, pack)
        if Conversation(interview).run():
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
        _tell_change(records, pack, begun[-1])
        return records.bring_up(pack, begun[-1], clock.now())
    talk.say(words("{seller}, {wave}: a new wave.").format(seller=seller, wave=label))
    earlier = [wave for wave in records.waves() if wave.seller.name == seller]
    if earlier:
        _tell_change(records, pack, earlier[-1])
    return records.start(seller, pack, clock.today(), clock.now())


def _tell_change(records: Records, pack: Pack, wave: Wave) -> None:
    """What became of the questions since a wave, before anything is done about it."""
    from cbassess.cli.work_lines import diff_lines

    diff, words = records.pack_change(pack, wave), words_in(pack.language)
    if diff is not None:
        text = words("The questions have changed since {wave}. The history is backed up first.")
        talk.say(text.format(wave=wave.label))
        for line in diff_lines(diff, words):
            talk.say(line)


def _tell_agenda(interview: Interview, pack: Pack) -> None:
    """How much there is to do in a wave that follows another one."""
    agenda, words = interview.agenda, words_in(pack.language)
    if agenda.still_true or agenda.carried:
        text = words("{asked} questions to answer, {check} answers to confirm with one key, {carried} carried over.")
        counts = {"asked": len(agenda.asked), "check": len(agenda.still_true), "carried": len(agenda.carried)}
        talk.say(text.format(**counts))
