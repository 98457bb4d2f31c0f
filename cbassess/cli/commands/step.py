"""`cbassess step`: work the plan."""

from __future__ import annotations

import datetime as dt
import functools
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from cbassess.cli import bundles, clock, options, talk
from cbassess.cli.choosing import seller_name
from cbassess.plain_text import escaped_controls, one_line
from cbassess.words import words_in

if TYPE_CHECKING:
    from cbassess.model.pack import Pack
    from cbassess.workflow import Records, StepBook

Command = Callable[..., Any]


class Desk(Struct, frozen=True):
    """The steps of the seller's latest wave, and what is needed to note something about one."""

    records: Records
    pack: Pack
    book: StepBook
    on: dt.date


class Choice(Struct, frozen=True):
    """`--seller NAME --on DAY --pack DIR --lang LANGUAGE`."""

    seller: str | None
    on: dt.date | None
    pack: bundles.PackChoice

    @contextmanager
    def open(self) -> Iterator[Desk]:
        """The steps of the latest wave."""
        from cbassess import workflow

        pack = self.pack.open()
        with workflow.Records.open() as records:
            wave = records.find_wave(seller_name(records, self.seller))
            yield Desk(records, pack, records.steps(pack, wave), self.on or clock.today())


def of_seller(command: Command) -> Command:
    """`--seller`, `--on`, `--pack` and `--lang` as the argument `choice`."""

    @functools.wraps(command)
    def bundled(*, seller: str | None, on: dt.date | None, choice: bundles.PackChoice, **others: Any) -> Any:
        return command(choice=Choice(seller, on, choice), **others)

    on = click.option("--on", type=options.Day(), help="Day on which it was so; default: today.")
    return options.seller(on(bundles.pack_choice(bundled)))


step_name = click.argument("name", metavar="STEP")


@click.group()
def step() -> None:
    """Work the plan.

    STEP is a step's name or its number, as `cbassess step list` shows them.
    """


@step.command("list")
@of_seller
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", help="Default: text.")
def list_(choice: Choice, format_name: str) -> None:
    """List the steps, what is late, and what your answers say of them."""
    from cbassess.cli.work_lines import doubt_lines, step_lines

    with choice.open() as desk:
        steps, words = desk.book.progress, words_in(desk.pack.language)
        if format_name == "json":
            rows = [{**one.model_dump(mode="json"), "overdue": one.overdue(desk.on)} for one in steps]
            talk.put(escaped_controls(json.dumps(rows, indent=2, ensure_ascii=False)) + "\n")
            return
        talk.put("".join(f"{line}\n" for line in step_lines(steps, desk.on, words)))
        for line in doubt_lines(steps, words):
            talk.say(line)


@step.command()
@step_name
@of_seller
def show(name: str, choice: Choice) -> None:
    """Show one step with its parts."""
    from cbassess.cli.work_lines import step_lines

    with choice.open() as desk:
        found = desk.book.find(name)
        talk.put("".join(f"{line}\n" for line in step_lines([found], desk.on, words_in(desk.pack.language))))
        parts = desk.pack.actions[found.action].steps if found.action in desk.pack.actions else ()
        for number, part in enumerate(parts, start=1):
            talk.put(f"     {number}. [{'x' if number in found.ticked else ' '}] {one_line(part)}\n")


@step.command()
@step_name
@of_seller
def start(name: str, choice: Choice) -> None:
    """Begin a step."""
    _note(choice, name, lambda desk, action: desk.book.start(action, desk.on, clock.now()))


@step.command()
@step_name
@of_seller
def done(name: str, choice: Choice) -> None:
    """Mark a step as done."""
    _note(choice, name, lambda desk, action: desk.book.finish(action, desk.on, clock.now()))


@step.command()
@step_name
@click.option("--because", "reason", required=True, help="Why it will not be done.")
@of_seller
def drop(name: str, reason: str, choice: Choice) -> None:
    """Drop a step, with the reason."""
    _note(choice, name, lambda desk, action: desk.book.drop(action, reason, desk.on, clock.now()))


@step.command()
@step_name
@of_seller
def reopen(name: str, choice: Choice) -> None:
    """Take back that a step is begun, done or dropped."""
    _note(choice, name, lambda desk, action: desk.book.reopen(action, desk.on, clock.now()))


@step.command()
@step_name
@click.argument("text")
@of_seller
def note(name: str, text: str, choice: Choice) -> None:
    """Write a note on a step; an empty TEXT takes it off."""
    _note(choice, name, lambda desk, action: desk.book.remark(action, text, desk.on, clock.now()))


@step.command()
@step_name
@click.argument("part", type=int)
@click.option("--off", is_flag=True, help="It is not done after all.")
@of_seller
def tick(name: str, part: int, off: bool, choice: Choice) -> None:
    """Tick off a part of a step; `cbassess step show` numbers them."""
    _note(choice, name, lambda desk, action: desk.book.tick(action, part, desk.on, clock.now(), done=not off))


@step.command()
@step_name
@click.argument("owner")
@of_seller
def assign(name: str, owner: str, choice: Choice) -> None:
    """Say who does a step; an empty OWNER for nobody."""
    _note(choice, name, lambda desk, action: desk.book.assign(action, owner, desk.on, clock.now()))


@step.command()
@step_name
@click.argument("day", metavar="DAY|plan")
@of_seller
def due(name: str, day: str, choice: Choice) -> None:
    """Set the day by which a step should be done; `plan` for that of the plan."""
    until = None if day == "plan" else options.Day().convert(day, None, None)
    _note(choice, name, lambda desk, action: desk.book.set_due(action, until, desk.on, clock.now()))


@step.command()
@click.option("--fit", "chosen", flag_value="fit", help="Fit plans to the pace from now on.")
@click.option("--off", "chosen", flag_value="off", help="Plan with all hours again.")
@click.option("--share", type=click.IntRange(10, 100), metavar="PERCENT", help="Plan with a share of your own.")
@of_seller
def pace(chosen: str | None, share: int | None, choice: Choice) -> None:
    """Show how much of your plans gets done, and fit the next one to it."""
    from cbassess.cli.work_lines import pace_lines

    with choice.open() as desk:
        decided = chosen or (f"{share / 100:g}" if share else "")
        wave = desk.records.find_wave(desk.book.seller.name)
        if decided:
            desk.records.choose_pace(desk.book.seller.name, decided, desk.on, clock.now())
        lines = pace_lines(desk.records.pace(desk.pack, wave), words_in(desk.pack.language))
        talk.put("".join(f"{line}\n" for line in lines))


def _note(choice: Choice, name: str, change: Callable[[Desk, str], None]) -> None:
    """Change a step, and say how it stands now."""
    from cbassess.cli.work_lines import doubt_lines, step_lines

    with choice.open() as desk:
        action = desk.book.find(name).action
        change(desk, action)
        words, now = words_in(desk.pack.language), desk.book.find(action)
        for line in (*step_lines([now], desk.on, words), *doubt_lines([now], words)):
            talk.say(line)
