"""The questionnaire to fill in, as text, as a workbook, or as a form for phones."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from cbassess.errors import UsageError
from cbassess.packs import template
from cbassess.workflow.packs import open_pack


@dataclass(frozen=True, slots=True)
class Template:
    """Something to fill in.

    Attributes:
        content: text, or the bytes of a file.
        name: a name for that file.
        notes: what the reader of the screen should know about it.
    """

    content: str | bytes
    name: str
    notes: tuple[str, ...] = ()


def answers_template(folder: Path | None = None, language: str = "en", format_name: str = "toml") -> Template:
    """The questionnaire of the pack in `folder`, or of the shipped one.

    PackError says what is wrong with the pack; UsageError that there is no such format.
    """
    if format_name not in _MAKERS:
        nearest = difflib.get_close_matches(format_name.lower(), _MAKERS, n=1, cutoff=0.4)
        hint = f"Did you mean {nearest[0]}? " if nearest else ""
        message = f"there is no template in the format {format_name!r}"
        raise UsageError("format", "unknown-format", message, f"{hint}Known formats: {', '.join(_MAKERS)}.")
    return _MAKERS[format_name](folder, language)


def _toml(folder: Path | None, language: str) -> Template:
    pack = open_pack(folder, language)
    return Template(template.answers_template(pack.instrument, pack.language), "answers.toml")


def _xlsx(folder: Path | None, language: str) -> Template:
    from cbassess.export.questionnaire import questionnaire

    pack = open_pack(folder, language)
    return Template(questionnaire(pack.instrument, pack.language), "questionnaire.xlsx")


def _xlsform(folder: Path | None, language: str) -> Template:
    from cbassess.export.xlsform import xlsform

    first = open_pack(folder, language)
    others = [one for one in first.instrument.languages if one != language]
    form = xlsform([first, *(open_pack(folder, one) for one in others)])
    notes = tuple(f"{item} is asked of everybody: {reason}." for item, reason in form.untranslated)
    return Template(form.content, "questionnaire-xlsform.xlsx", notes)


_MAKERS: Mapping[str, Callable[[Path | None, str], Template]] = MappingProxyType(
    {"toml": _toml, "xlsx": _xlsx, "xlsform": _xlsform}
)
