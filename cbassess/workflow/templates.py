"""The questionnaire to fill in, as text, as a workbook, or as a form for phones."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from cbassess.engine.sentences import Sentences
from cbassess.errors import UsageError
from cbassess.model.pack import Pack
from cbassess.packs import template
from cbassess.workflow.packs import open_pack


class Template(Struct, frozen=True):
    """Something to fill in.

    Attributes:
        content: text, or the bytes of a file.
        name: a name for that file.
        notes: what the reader of the screen should know about it.
    """

    content: str | bytes
    name: str
    notes: tuple[str, ...] = ()


def answers_template(pack: Pack, format_name: str = "toml", folder: Path | None = None) -> Template:
    """The questionnaire of a pack in its language; UsageError where there is no such format.

    `folder` is where the pack was read from, the shipped one where None: a form has all languages of the pack.
    """
    if format_name not in _MAKERS:
        nearest = difflib.get_close_matches(format_name.lower(), _MAKERS, n=1, cutoff=0.4)
        hint = f"Did you mean {nearest[0]}? " if nearest else ""
        message = f"there is no template in the format {format_name!r}"
        raise UsageError("format", "unknown-format", message, f"{hint}Known formats: {', '.join(_MAKERS)}.")
    return _MAKERS[format_name](pack, folder)


def _toml(pack: Pack, _folder: Path | None) -> Template:
    return Template(template.answers_template(pack.instrument, pack.language, _asked_if(pack)), "answers.toml")


def _xlsx(pack: Pack, _folder: Path | None) -> Template:
    from cbassess.export.questionnaire import questionnaire

    return Template(questionnaire(pack.instrument, pack.language, _asked_if(pack)), "questionnaire.xlsx")


def _asked_if(pack: Pack) -> dict[str, str]:
    """Item id -> when it is asked, in the words of the pack."""
    said = Sentences(pack)
    return {item.id: said.of(pack.conditions[item.ask_when]) for item in pack.items.values() if item.ask_when}


def _xlsform(pack: Pack, folder: Path | None) -> Template:
    from cbassess.export.xlsform import xlsform

    others = [language for language in pack.instrument.languages if language != pack.language]
    form = xlsform([pack, *(open_pack(folder, language) for language in others)])
    notes = tuple(f"{item} is asked of everybody: {reason}." for item, reason in form.untranslated)
    return Template(form.content, "questionnaire-xlsform.xlsx", notes)


_MAKERS: Mapping[str, Callable[[Pack, Path | None], Template]] = MappingProxyType(
    {"toml": _toml, "xlsx": _xlsx, "xlsform": _xlsform}
)
