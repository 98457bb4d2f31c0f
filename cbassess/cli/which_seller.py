"""Asks, line by line, for which seller the questions are answered."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from cbassess.cli import talk
from cbassess.cli.options import SellerName
from cbassess.errors import UsageError
from cbassess.words import Words, phrase

if TYPE_CHECKING:
    from cbassess.workflow import Records


FIRST = phrase("What is the name of the business?")
KNOWN = phrase("Type the number of a seller, or a new name.")


def asked_seller(records: Records, words: Words) -> str:
    """The seller whose number or name is typed; a name that is not known yet is a new seller's.

    Raises:
        UsageError: the input ended before.
    """
    names = [seller.name for seller in records.sellers()]
    for number, name in enumerate(names, start=1):
        talk.say(f"  {number}. {name}")
    asked = KNOWN if names else FIRST
    wanted = words(asked)
    talk.say(wanted)
    while line := _line():
        if line.strip().isdecimal() and 1 <= int(line) <= len(names):
            return names[int(line) - 1]
        try:
            return str(SellerName().convert(line, None, None))
        except click.BadParameter:
            talk.say(words("That cannot be a name. {wanted}").format(wanted=wanted))
    raise UsageError("--seller", "no-name", "No name was given.", "Add --seller NAME.")


def _line() -> str:
    talk.say("> ", end="")
    line = sys.stdin.readline()
    if not line:
        talk.say("")
    return line
