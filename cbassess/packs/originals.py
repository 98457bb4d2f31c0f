"""Whether a translation is older than its original.

Beside the translations of a language lies `originals.toml`: for each file, each row with texts and a
fingerprint of its English texts as they were when the translator last looked. A row whose texts were
changed since is outdated. A language without that file is not checked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from cbassess.errors import Problem, UsageError
from cbassess.packs.documents import Document
from cbassess.packs.drafting import VIGNETTES
from cbassess.packs.folders import PARTS, Shelf
from cbassess.packs.locating import Path
from cbassess.packs.quoting import nearest, shown
from cbassess.packs.translating import IDENTITIES, Translation, overlay_name, text_paths, translate

NAME = "originals.toml"
HEAD = (
    "# Fingerprints of the English texts that the translations beside this file were made from. Written by",
    "# `cbassess pack translated`; a row that no longer fits is reported by `cbassess pack check`.",
)

Prints = Mapping[str, str]
"""Row -> fingerprint of its texts: `items.mark_filed` -> `3fa91c02`."""


def is_originals(name: str) -> bool:
    """Whether `questions/zh-CN/originals.toml` or its like in `rules` has this name."""
    return name.count("/") == 2 and name.endswith(f"/{NAME}") and not name.startswith(VIGNETTES)


def outdated(shelf: Shelf, language: str) -> Iterator[Problem]:
    """A warning for each file of translations that names the rows whose originals were changed."""
    for original, translation, overlay in _translations(shelf, language):
        noted = _noted(shelf, original.name, language)
        if noted is None:
            continue
        translated = {_row(original.data, path) for path in translation.done}
        now = fingerprints(original)
        old = [row for row in now if row in translated and noted.get(row) != now[row]]
        if old:
            some = ", ".join(f"{original.name}:{row}" for row in old[:5])
            more = f" and {len(old) - 5} more" if len(old) > 5 else ""
            message = f"The original was changed after the translation was looked at: {some}{more}."
            yield overlay.spot().problem("translation-outdated", message)


def fingerprints(document: Document) -> Prints:
    """Row -> fingerprint, in the order of the file."""
    texts: dict[str, list[str]] = {}
    for path in text_paths(document.data, ()):
        texts.setdefault(_row(document.data, path), []).append(f"{path[2:]}={_at(document.data, path)}")
    return {row: hashlib.sha256("\0".join(parts).encode()).hexdigest()[:8] for row, parts in texts.items()}


def renewed(shelf: Shelf, language: str, rows: Iterable[str] = ()) -> dict[str, str]:
    """File name -> text of the `originals.toml` of a language, with these rows (all without any) as looked at.

    Rows are named as the warning does: `questions/brand.toml:items.mark_filed`. UsageError names one that
    does not exist, or a language that has no translation.
    """
    wanted = set(rows)
    known: dict[str, dict[str, str]] = {}
    for original, _, _ in _translations(shelf, language):
        known[original.name] = dict(fingerprints(original))
    if not known:
        raise UsageError(language, "unknown-language", f"The pack has no translation into {shown(language)}.")
    every = {f"{name}:{row}" for name, prints in known.items() for row in prints}
    for unknown in sorted(wanted - every):
        raise UsageError(unknown, "unknown-text", "No original has this row.", nearest(unknown, sorted(every)))
    if wanted:
        known = {name: dict(_kept(shelf, name, language, prints, wanted)) for name, prints in known.items()}
    return {
        f"{part}/{language}/{NAME}": _written(part, known) for part in PARTS if any(n.startswith(part) for n in known)
    }


def _kept(shelf: Shelf, name: str, language: str, prints: Prints, wanted: set[str]) -> Iterator[tuple[str, str]]:
    """Rows that are wanted with their new fingerprint, the others with the one they had."""
    noted = _noted(shelf, name, language) or {}
    for row, print_ in prints.items():
        if f"{name}:{row}" in wanted:
            yield row, print_
        elif row in noted:
            yield row, noted[row]


def _written(part: str, known: Mapping[str, Prints]) -> str:
    lines = [*HEAD]
    for name, prints in known.items():
        if name.startswith(f"{part}/"):
            lines += [
                "",
                f'["{name.removeprefix(part + "/")}"]',
                *(f'"{row}" = "{one}"' for row, one in prints.items()),
            ]
    return "\n".join(lines) + "\n"


def _translations(shelf: Shelf, language: str) -> Iterator[tuple[Document, Translation, Document]]:
    """Each original that has a file of translations, the translation, and that file."""
    for name in shelf.names:
        above = overlay_name(name, language)
        if name.count("/") > 1 or above not in shelf.names:
            continue
        original, overlay = shelf.document(name), shelf.document(above)
        if original is not None and overlay is not None:
            yield original, translate(original, overlay), overlay


def _noted(shelf: Shelf, name: str, language: str) -> Prints | None:
    """What was noted for a file; None where the language has no `originals.toml`."""
    part, _, rest = name.partition("/")
    place = f"{part}/{language}/{NAME}"
    document = shelf.document(place) if place in shelf.names else None
    if document is None:
        return None
    table = document.data.get(rest)
    return {str(row): str(one) for row, one in table.items()} if isinstance(table, Mapping) else {}


def _row(data: Mapping[str, object], path: Path) -> str:
    """The table, or the row of a list, that a text stands in: `section`, `items.mark_filed`, `contradictions.0`."""
    rows = data.get(str(path[0]))
    if len(path) < 2 or not isinstance(rows, list) or not isinstance(path[1], int):
        return str(path[0])
    entry = rows[path[1]]
    named = [str(entry[key]) for key in IDENTITIES if isinstance(entry, Mapping) and key in entry]
    return f"{path[0]}.{named[0] if named else path[1]}"


def _at(data: object, path: Path) -> object:
    for step in path:
        data = data[step]  # type: ignore[index]
    return data
