"""The catalogues of the program's words: `python -m tools.catalogue`.

It collects every text that is marked in the sources (see `cbassess/words.py`), brings each
`cbassess/locale/*/LC_MESSAGES/cbassess.po` up to date with them and compiles it to the `.mo` beside it. A text
that is new has an empty translation then, which a test refuses; one that is gone is taken out.
"""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "cbassess"
LOCALE = PACKAGE / "locale"

# What may stand in `words(...)` in place of a text, because `phrase` has marked it: a constant, a table, a choice.
ELSEWHERE = (ast.Name, ast.Subscript, ast.Call)

Key = str | tuple[str, str]


class UnreadableMark(Exception):
    """A marked text that is put together when the program runs, so that nobody can translate it."""


def marked(source: str) -> Iterator[Key]:
    """The texts that are marked in a source, in its order; a plural as one and many."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and node.args]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        match _name(call.func):
            case "phrase" | "_":
                yield _text(call.args[0])
            case "words" | "_words" if not isinstance(call.args[0], ELSEWHERE):
                yield _text(call.args[0])
            case "plural" | "ngettext" if not isinstance(call.args[0], ELSEWHERE):
                yield _text(call.args[0]), _text(call.args[1])


def collected() -> dict[Key, list[str]]:
    """Every marked text of the package -> the files in which it stands."""
    found: dict[Key, list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for key in marked(path.read_text(encoding="utf-8")):
            places = found.setdefault(key, [])
            places += [place] if (place := path.relative_to(ROOT).as_posix()) not in places else []
    return found


def catalogues() -> tuple[Path, ...]:
    """The catalogues as text."""
    return tuple(sorted(LOCALE.glob("*/LC_MESSAGES/cbassess.po")))


def read(path: Path) -> Catalog:
    """A catalogue as it stands."""
    return read_po(io.BytesIO(path.read_bytes()))


def updated(path: Path) -> bytes:
    """The catalogue with the texts that are marked now, as text."""
    catalogue = read(path)
    # Its days are not touched: they would differ with every run.
    template = Catalog(creation_date=catalogue.creation_date)
    for key, places in collected().items():
        template.add(key, locations=[(place, 0) for place in places])
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    written = io.BytesIO()
    write_po(written, catalogue, width=100, include_lineno=False)
    return written.getvalue()


def compiled(path: Path) -> bytes:
    """The catalogue in the form that the program reads."""
    written = io.BytesIO()
    write_mo(written, read(path))
    return written.getvalue()


def _name(function: ast.expr) -> str:
    match function:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
        case ast.Call(ast.Name("words_in")):
            return "words"
    return ""


def _text(argument: ast.expr) -> str:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    raise UnreadableMark(f"line {argument.lineno}: {ast.unparse(argument)}")


def main() -> None:
    """Bring all catalogues up to date."""
    for path in catalogues():
        path.write_bytes(updated(path))
        path.with_suffix(".mo").write_bytes(compiled(path))


if __name__ == "__main__":
    main()
