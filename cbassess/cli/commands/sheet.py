"""`cbassess sheet`: the questionnaire for paper and chat, and the replies to it."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from cbassess.cli import bundles, clock, options, talk
from cbassess.words import words_in

if TYPE_CHECKING:
    from cbassess.model.pack import Pack
    from cbassess.workflow import Reply


Command = Callable[..., Any]


class Filling(Struct, frozen=True):
    """`--fill REPLY --answers FILE`: the reply, and the answers that it adds to."""

    text: str
    answers_file: Path | None

    def answers_in(self, pack: Pack) -> str:
        """The answers file, after telling what was understood; AnswersError has all that is wrong."""
        from cbassess import workflow
        from cbassess.model.responses import ResponseSet

        nobody = ResponseSet(words_in(pack.language)("name of the firm"), {})
        before = workflow.read_answers(self.answers_file, pack) if self.answers_file else nobody
        reply = workflow.read_reply(pack, sys.stdin.read() if self.text == "-" else self.text)
        _tell(reply, pack)
        return workflow.filled(pack, reply, before)


def _filling(command: Command) -> Command:
    """`--fill` and `--answers` as the argument `filling`; None where no reply is read."""

    @functools.wraps(command)
    def bundled(*, reply: str | None, answers_file: Path | None, **others: Any) -> Any:
        if reply is None and answers_file is not None:
            raise click.UsageError("--answers goes with --fill.")
        return command(filling=None if reply is None else Filling(reply, answers_file), **others)

    fill = click.option(
        "--fill", "reply", metavar="REPLY", help="Read a reply, such as 't1b w2a a3?'; - reads it from stdin."
    )
    answers = click.option("--answers", "answers_file", type=options.PATH, metavar="FILE", help="... adding to these.")
    return fill(answers(bundled))


@click.command()
@click.option("--section", "sections", multiple=True, metavar="ID", help="Only this section; may be given again.")
@click.option("--open-of", type=options.PATH, metavar="ANSWERS", help="Only what these answers leave open.")
@_filling
@bundles.destination
@bundles.pack_choice
def sheet(
    sections: tuple[str, ...],
    open_of: Path | None,
    filling: Filling | None,
    destination: bundles.Destination,
    choice: bundles.PackChoice,
) -> None:
    """Print a sheet for paper or chat, or read a reply.

    The sheet is the questionnaire in 40 columns, with a short code before every answer. --fill writes the codes of a
    reply as an answers file, and says line by line what it understood. Where anything is wrong, all of it is told and
    nothing is written.
    """
    from cbassess import workflow

    pack = choice.open()
    if filling is not None:
        if sections or open_of:
            raise click.UsageError("--section and --open-of print a sheet; --fill reads a reply.")
        destination.write(filling.answers_in(pack))
        return
    answers = workflow.read_answers(open_of, pack) if open_of else None
    as_of = (answers and answers.as_of) or clock.today()
    destination.write(workflow.paper_sheet(pack, sections, answers, as_of))


def _tell(reply: Reply, pack: Pack) -> None:
    """What was understood, code by code."""
    words = words_in(pack.language)
    from cbassess.cli.spoken import spoken

    for line in reply.lines:
        talk.say(f"{line.code}  {line.item.stem} {spoken(line.item, line.response, words)}")
    if not reply.lines and not reply.problems:
        talk.say(words("There is no code in the reply."))
    unchecked = sum(not line.checked for line in reply.lines)
    if unchecked:
        text = words.plural(
            "{count} code came without its check letter: look whether the line above is what was meant.",
            "{count} codes came without their check letter: look whether the lines above are what was meant.",
            unchecked,
        )
        talk.say(text.format(count=unchecked))
