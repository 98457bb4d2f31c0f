"""`cbassess sellers`: for people who assess several."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from cbassess.cli import asking, clock, options, talk
from cbassess.errors import UsageError
from cbassess.plain_text import escaped_controls, one_line
from cbassess.words import Words, words_in

if TYPE_CHECKING:
    from cbassess.workflow import SellerEntry

NAME = click.argument("name", metavar="NAME", type=options.SellerName())


@click.group(invoke_without_command=True)
@click.pass_context
def sellers(context: click.Context) -> None:
    """List, find, rename, archive or delete sellers."""
    if context.invoked_subcommand is None:
        context.invoke(list_, language=context.find_root().params.get("language") or "en")


@sellers.command("list")
@click.argument("text", required=False, default="")
@click.option("--archived", is_flag=True, help="Those of the archive too.")
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", help="Default: text.")
@options.language
def list_(text: str = "", archived: bool = False, format_name: str = "text", language: str = "en") -> None:
    """List the sellers whose name holds TEXT, or all."""
    from cbassess import workflow

    with workflow.Sellers.open() as known:
        found = known.find(text, archived)
    words = words_in(language)
    if format_name == "json":
        talk.put(_as_json(found))
    elif found:
        talk.put(_as_text(found, words))
    else:
        talk.say(words("There is no such seller."))


def _as_json(found: tuple[SellerEntry, ...]) -> str:
    rows = [
        {
            "seller": entry.seller.name,
            "waves": entry.waves,
            "latest": entry.latest or None,
            "archived": entry.seller.archived,
        }
        for entry in found
    ]
    return escaped_controls(json.dumps(rows, indent=2, ensure_ascii=False)) + "\n"


def _as_text(found: tuple[SellerEntry, ...], words: Words) -> str:
    """One line a seller. The name stands last, because its width depends on the script it is written in."""
    lines = ["waves  latest     seller"]
    for entry in found:
        archived = f"  ({words('archived')})" if entry.seller.archived else ""
        lines.append(f"{entry.waves:5}  {entry.latest or '-':9}  {one_line(entry.seller.name)}{archived}")
    return "\n".join(lines) + "\n"


@sellers.command()
@NAME
@click.argument("new_name", metavar="NEW", type=options.SellerName())
@options.language
def rename(name: str, new_name: str, language: str) -> None:
    """Give a seller another name."""
    from cbassess import workflow

    with workflow.Sellers.open() as known:
        known.rename(name, new_name)
    talk.say(words_in(language)("{name} is now called {new_name}.").format(name=name, new_name=new_name))


@sellers.command()
@NAME
@options.language
def archive(name: str, language: str) -> None:
    """Leave a seller out of the lists; nothing is deleted."""
    from cbassess import workflow

    with workflow.Sellers.open() as known:
        known.archive(name)
    talk.say(words_in(language)("{name} is in the archive now.").format(name=name))


@sellers.command()
@NAME
@options.language
def unarchive(name: str, language: str) -> None:
    """Take a seller into the lists again."""
    from cbassess import workflow

    with workflow.Sellers.open() as known:
        known.archive(name, archived=False)
    talk.say(words_in(language)("{name} is in the lists again.").format(name=name))


@sellers.command()
@NAME
@click.option("--yes", "confirmed", metavar="NAME", help="Do not ask; repeats the name of the seller exactly.")
@options.language
def delete(name: str, confirmed: str | None, language: str) -> None:
    """Delete a seller with all its waves and answers.

    You are asked twice. A backup of the seller is written first; cbassess restore brings it back.
    """
    from cbassess import workflow

    words = words_in(language)
    with workflow.Sellers.open() as known:
        entry = known.entry(name)
        if confirmed is None:
            _ask_twice(entry, words)
        elif confirmed != entry.seller.name:
            message = "--yes does not name this seller exactly; nothing was deleted."
            raise UsageError("--yes", "not-confirmed", message, "Repeat the name.")
        backup = known.delete(name, clock.now())
    told = words("{name} is deleted. It can be brought back with: cbassess restore {file}")
    talk.say(told.format(name=name, file=backup))


def _ask_twice(entry: SellerEntry, words: Words) -> None:
    text = words.plural(
        "Delete {name} with {count} wave and every answer?",
        "Delete {name} with {count} waves and every answer?",
        entry.waves,
    )
    asking.require_yes(text.format(name=entry.seller.name, count=entry.waves), words, "--yes")
    asking.require_text(words("To delete it, type its name:"), entry.seller.name)
