"""Options that belong together, handed to a command as one object."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from cbassess.cli import clock, options, talk

if TYPE_CHECKING:
    from cbassess.model.comparison import Comparison
    from cbassess.model.documents import Document
    from cbassess.model.pack import Pack
    from cbassess.model.responses import Response, ResponseSet

Command = Callable[..., Any]

FORMATS_HELP = "text (default), md or json; html, pdf, docx, xlsx, csv or ics, which go into a file."


class PackChoice(Struct, frozen=True):
    """`--pack DIR --lang LANGUAGE`.

    Attributes:
        to_person: a person is spoken to, by the language of the system: a pack without it does in English.
    """

    folder: Path | None
    language: str
    to_person: bool = False

    def open(self) -> Pack:
        """The pack; PackError lists what is wrong with it."""
        from cbassess import workflow

        if self.to_person:
            return workflow.pack_in(self.language, self.folder)
        return workflow.open_pack(self.folder, self.language)


class AnswersChoice(Struct, frozen=True):
    """`ANSWERS --as-of DAY --pack DIR --lang LANGUAGE`."""

    file: Path
    as_of: dt.date | None
    pack_choice: PackChoice

    def open(self) -> tuple[Pack, ResponseSet, dt.date]:
        """Pack, answers, and the day by which to judge; PackError or AnswersError lists what is wrong."""
        from cbassess import workflow

        pack = self.pack_choice.open()
        responses = workflow.read_answers(self.file, pack)
        return pack, responses, self.as_of or responses.as_of or clock.today()


class Limits(Struct, frozen=True):
    """`--hours N --budget N`, as they were typed."""

    hours: str | None
    budget: str | None

    def answers(self, pack: Pack) -> dict[str, Response]:
        """Answers to the items that ask for them; AnswersError for what they do not take."""
        from cbassess import workflow

        return workflow.capacity_settings(pack, self.hours, self.budget)


class Destination(Struct, frozen=True):
    """`-o FILE --force`; stdout where no file is named, or `-`."""

    output: Path | None
    force: bool

    def write(self, text: str) -> None:
        """Write the text; UsageError where the file cannot be written."""
        if self.output is None or self.is_stream:
            talk.put(text)
        else:
            self.save(self.output, text)

    @property
    def is_stream(self) -> bool:
        """Whether stdout was asked for by name."""
        return str(self.output) == "-"

    def write_file(self, content: bytes, name: str) -> None:
        """Write what is no text: into the file named, a file called `name` in the folder named, or in this one.

        UsageError where it cannot be written.
        """
        if self.is_stream:
            talk.put_bytes(content)
        elif self.output is None or self.output.is_dir():
            self.save((self.output or Path()) / name, content)
        else:
            self.save(self.output, content)

    def save(self, path: Path, content: str | bytes) -> None:
        """Write a file and say where it is; UsageError where it cannot be written."""
        from cbassess import workflow

        workflow.write_file(path, content, self.force)
        talk.say(f"Written: {path}")


class Rendering(Struct, frozen=True):
    """`--format FORMAT --name-in-file -o FILE --force`."""

    format_name: str
    with_seller: bool
    destination: Destination

    def write(self, document: Document, since: Comparison | None = None) -> None:
        """Write the document; `since`: how it compares with the wave before.

        UsageError for an unknown format, one that is not installed, or a file that cannot be written.
        """
        from cbassess import workflow

        content = workflow.rendered(document, self.format_name, since)
        name = workflow.file_name(document, self.format_name, self.with_seller)
        if workflow.is_text(self.format_name) and not self._into_folder:
            self.destination.write(content.decode("utf-8"))
        else:
            self.destination.write_file(content, name)

    @property
    def _into_folder(self) -> bool:
        output = self.destination.output
        return output is not None and output.is_dir()


def pack_choice(command: Command) -> Command:
    """`--pack` and `--lang` as the argument `choice`."""

    @functools.wraps(command)
    def bundled(*, pack_folder: Path | None, language: str, **others: Any) -> Any:
        return command(choice=PackChoice(pack_folder, language), **others)

    return options.language(options.pack(bundled))


def pack_choice_of_person(command: Command) -> Command:
    """`--pack` and `--lang` as the argument `choice`, for a command that speaks to a person."""

    @functools.wraps(command)
    def bundled(*, pack_folder: Path | None, language: str, **others: Any) -> Any:
        return command(choice=PackChoice(pack_folder, language, to_person=True), **others)

    return options.language_of_person(options.pack(bundled))


def answers_choice(command: Command) -> Command:
    """ANSWERS, `--as-of`, `--pack` and `--lang` as the argument `chosen`."""

    @functools.wraps(command)
    def bundled(*, answers_file: Path, as_of: dt.date | None, choice: PackChoice, **others: Any) -> Any:
        return command(chosen=AnswersChoice(answers_file, as_of, choice), **others)

    return options.answers(options.as_of(pack_choice(bundled)))


def limits(command: Command) -> Command:
    """`--hours` and `--budget` as the argument `limits`."""

    @functools.wraps(command)
    def bundled(*, hours: str | None, budget: str | None, **others: Any) -> Any:
        return command(limits=Limits(hours, budget), **others)

    hours = click.option("--hours", metavar="N", help="Hours a week; else those of the answers.")
    budget = click.option("--budget", metavar="N", help="Money for six months; else that of the answers.")
    return hours(budget(bundled))


def destination(command: Command) -> Command:
    """`-o` and `--force` as the argument `destination`."""

    @functools.wraps(command)
    def bundled(*, output: Path | None, force: bool, **others: Any) -> Any:
        return command(destination=Destination(output, force), **others)

    output = click.option(
        "-o",
        "--output",
        type=options.PATH,
        metavar="FILE",
        help="File or folder to write to; else terminal or this folder.",
    )
    force = click.option("--force", is_flag=True, help="Replace the file if it exists.")
    return output(force(bundled))


def rendering(command: Command) -> Command:
    """`--format`, `--name-in-file`, `-o` and `--force` as the argument `rendering`."""

    @functools.wraps(command)
    def bundled(*, format_name: str, with_seller: bool, destination: Destination, **others: Any) -> Any:
        return command(rendering=Rendering(format_name, with_seller, destination), **others)

    # No `click.Choice`: the formats are known to the workflow, which is loaded when it is used.
    format_option = click.option("--format", "format_name", default="text", metavar="FORMAT", help=FORMATS_HELP)
    name_option = click.option(
        "--name-in-file", "with_seller", is_flag=True, help="Put the seller's name into the name of the file."
    )
    return format_option(name_option(destination(bundled)))
