"""Arguments and options that several commands share, and the kinds of value that they take."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from cbassess.cli import languages
from cbassess.plain_text import without_controls

PATH = click.Path(path_type=Path)

MAX_NAME = 100

# As in answers files: far enough for any plan, and far from the ends of the calendar.
FIRST_YEAR, LAST_YEAR = 1900, 2200


class Day(click.ParamType[dt.date]):
    """A day as `2026-11-22`; no other spelling, so that nobody has to guess which part is the month."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """The day; a usage error where it is none."""
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
            self.fail(f"{value!r} is not a day. Write it as YYYY-MM-DD, such as 2026-11-22.", param, ctx)
        if not FIRST_YEAR <= int(value[:4]) <= LAST_YEAR:
            self.fail(f"the year of {value} is outside of {FIRST_YEAR} to {LAST_YEAR}.", param, ctx)
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            raise click.BadParameter(f"there is no day {value} in the calendar.", ctx, param) from None


class WaveLabel(click.ParamType[str]):
    """The label of a wave: a quarter, such as `2026-Q4`; with a number, such as `2026-Q4-2`, where it has several."""

    name = "wave"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The label; a usage error where it is none."""
        if not re.fullmatch(r"[12]\d{3}-Q[1-4](-[1-9]\d{0,2})?", value, re.ASCII):
            self.fail(f"{value!r} is not a quarter. Write it as 2026-Q4.", param, ctx)
        return str(value)


class SellerName(click.ParamType[str]):
    """The name of a seller, in the usual form of its characters, so that it is found again."""

    name = "name"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name with single spaces; a usage error where it cannot be one."""
        name = " ".join(unicodedata.normalize("NFC", value).split())
        if not name:
            self.fail("the name is empty.", param, ctx)
        if len(name) > MAX_NAME:
            self.fail(f"the name has {len(name)} characters; {MAX_NAME} are allowed.", param, ctx)
        if without_controls(name) != name:
            self.fail("the name holds a character that cannot be shown. Type it again.", param, ctx)
        return name


def _from_program(ctx: click.Context, _param: click.Parameter, value: Path | None) -> Path | None:
    """`--pack` stands before or after the command; the nearer one counts."""
    return value or ctx.find_root().params.get("pack_folder")


def _from_program_or(otherwise: Callable[[], str]) -> Callable[[click.Context, click.Parameter, str | None], str]:
    """`--lang` likewise; where neither place names a language, `otherwise` does."""

    def chosen(ctx: click.Context, _param: click.Parameter, value: str | None) -> str:
        return value or ctx.find_root().params.get("language") or otherwise()

    return chosen


pack = click.option(
    "--pack",
    "pack_folder",
    type=PATH,
    metavar="DIR",
    callback=_from_program,
    help="Use this pack and not the shipped one.",
)
as_of = click.option("--as-of", type=Day(), help="Day to judge by; else that of the file, else today.")
language = click.option(
    "--lang",
    "language",
    envvar=languages.VARIABLE,
    metavar="en|zh-CN",
    callback=_from_program_or(lambda: "en"),
    help="Language of what is written; else that of CBASSESS_LANG, else English.",
)
language_of_app = click.option(
    "--lang",
    "language",
    envvar=languages.VARIABLE,
    metavar="en|zh-CN",
    help="Language; for the app else that of CBASSESS_LANG, else that of the system.",
)
language_of_person = click.option(
    "--lang",
    "language",
    envvar=languages.VARIABLE,
    metavar="en|zh-CN",
    callback=_from_program_or(languages.language_of_person),
    help="Language to be spoken to in; else that of CBASSESS_LANG, else that of the system.",
)
seller = click.option("--seller", type=SellerName(), help="Seller; may be left out where there is only one.")
new_seller = click.option("--seller", type=SellerName(), help="Name of the seller, new or known; else it is asked for.")
answers = click.argument("answers_file", metavar="ANSWERS", type=PATH)
