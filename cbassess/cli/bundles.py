"""Options that belong together, handed to a command as one object."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cbassess.cli import options, talk

if TYPE_CHECKING:
    from cbassess.model.assessment import Assessment
    from cbassess.model.comparison import Comparison
    from cbassess.model.pack import Pack

Command = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class PackChoice:
    """`--pack DIR --lang LANGUAGE`."""

    folder: Path | None
    language: str

    def open(self) -> Pack:
        """The pack; PackError lists what is wrong with it."""
        from cbassess import workflow

        return workflow.open_pack(self.folder, self.language)


@dataclass(frozen=True, slots=True)
class Destination:
    """`-o FILE --force`; stdout where no file is named, or `-`."""

    output: Path | None
    force: bool

    def write(self, text: str) -> None:
        """Write the text; UsageError where the file cannot be written."""
        if self.output is None or str(self.output) == "-":
            talk.put(text)
            return
        from cbassess import workflow

        workflow.write_file(self.output, text, self.force)
        talk.say(f"Written: {self.output}")


@dataclass(frozen=True, slots=True)
class Rendering:
    """`--format FORMAT -o FILE --force`."""

    format_name: str
    destination: Destination

    def write(self, document: Assessment | Comparison) -> None:
        """Write the document; UsageError for an unknown format or a file that cannot be written."""
        from cbassess import workflow

        self.destination.write(workflow.render(document, self.format_name))


def pack_choice(command: Command) -> Command:
    """`--pack` and `--lang` as the argument `choice`."""

    @functools.wraps(command)
    def bundled(*, pack_folder: Path | None, language: str, **others: Any) -> Any:
        return command(choice=PackChoice(pack_folder, language), **others)

    return options.language(options.pack(bundled))


def destination(command: Command) -> Command:
    """`-o` and `--force` as the argument `destination`."""

    @functools.wraps(command)
    def bundled(*, output: Path | None, force: bool, **others: Any) -> Any:
        return command(destination=Destination(output, force), **others)

    output = click.option(
        "-o", "--output", type=options.PATH, metavar="FILE", help="Write to a file; else to the terminal."
    )
    force = click.option("--force", is_flag=True, help="Replace the file if it exists.")
    return output(force(bundled))


def rendering(command: Command) -> Command:
    """`--format`, `-o` and `--force` as the argument `rendering`."""

    @functools.wraps(command)
    def bundled(*, format_name: str, destination: Destination, **others: Any) -> Any:
        return command(rendering=Rendering(format_name, destination), **others)

    # No `click.Choice`: the formats are known to the workflow, which is loaded when it is used.
    format_option = click.option(
        "--format", "format_name", default="text", metavar="text|json|md", help="Form of the result; default: text."
    )
    return format_option(destination(bundled))
