"""Texts in another language: a file with the same ids, laid over the English one.

Rows are matched by `id` (or `item`, or by their place in the list where they have neither); nothing
but texts may be given. What is not translated stays English.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct, field

from cbassess.errors import Problem
from cbassess.packs.documents import Document, Spot, dotted
from cbassess.packs.drafting import SOURCES, VIGNETTES
from cbassess.packs.folders import Shelf
from cbassess.packs.locating import Path
from cbassess.packs.quoting import nearest, shown
from cbassess.packs.shapes import LANGUAGE_PATTERN

TITLES = frozenset({"title", "unit", "publisher"})
TEXTS = TITLES | {
    "intro", "stem", "why", "how", "text", "summary", "because", "phrase", "meaning", "note", "if_late", "proof",
    "says", "steps",
}  # fmt: skip
IDENTITIES = ("id", "item")

MAX_TEXT, MAX_TITLE = 2_000, 200


class Translation(Struct):
    """A document with its texts replaced.

    Attributes:
        done: paths in the original of the texts that were replaced.
        problems: what is wrong with the overlay.
    """

    original: Document
    document: Document
    done: set[Path] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    @property
    def open_texts(self) -> list[Path]:
        """Paths of the texts that are still English."""
        return [path for path in text_paths(self.original.data, ()) if path not in self.done]


def translate_all(shelf: Shelf, language: str) -> tuple[dict[str, Document], list[Problem]]:
    """All documents by the names of the originals, with the texts of `language`, and all problems."""
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    before = len(shelf.problems)
    for name in shelf.names:
        overlay = overlay_name(name, language)
        if name.count("/") > 1 and not name.startswith(VIGNETTES):
            continue  # an overlay itself
        original = shelf.document(name)
        if original is None:
            continue
        documents[name] = original
        above = shelf.document(overlay) if overlay in shelf.names else Document(overlay)
        if not name.startswith(VIGNETTES) and above is not None:
            translation = translate(original, above)
            documents[name] = translation.document
            problems += [*translation.problems, *_incomplete(translation, above)]
    return documents, [*problems, *shelf.problems[before:]]


def overlay_name(name: str, language: str) -> str:
    """`questions/brand.toml` -> `questions/zh-CN/brand.toml`."""
    part, _, rest = name.partition("/")
    return f"{part}/{language}/{rest}"


def language_of(name: str, originals: Collection[str]) -> str:
    """`zh-CN` for `questions/zh-CN/brand.toml`; empty where the file is no translation of an original."""
    part, language, rest = name.split("/", 2) if name.count("/") > 1 else (name, "", "")
    is_language = re.fullmatch(LANGUAGE_PATTERN, language) and language != "en"
    return language if is_language and f"{part}/{rest}" in originals else ""


def translate(original: Document, overlay: Document) -> Translation:
    """The original with the texts of the overlay in place of its own."""
    merger = _Merger()
    data = merger.table(original.data, overlay.data, (), overlay.spot())
    document = Document(original.name, original.text, data)
    return Translation(original, document, merger.done, merger.problems)


class _Merger:
    """Lays one document over another; `path` is always that in the original, `spot` that in the overlay."""

    def __init__(self) -> None:
        self.done: set[Path] = set()
        self.problems: list[Problem] = []

    def table(
        self, base: Mapping[str, object], over: Mapping[str, object], path: Path, spot: Spot
    ) -> dict[str, object]:
        merged = dict(base)
        for key, value in over.items():
            if key in IDENTITIES and base.get(key) == value:
                continue
            if key not in base:
                hint = nearest(key, [name for name in base if name in TEXTS])
                self._wrong(spot / key, "unknown-text", f"The original has no {shown(key)} here.", hint)
            else:
                merged[key] = self._value(base[key], value, (*path, key), spot / key, key in TEXTS)
        return merged

    def _value(self, base: object, value: object, path: Path, spot: Spot, is_text: bool) -> object:
        if isinstance(base, Mapping) and isinstance(value, Mapping):
            return self.table(base, value, path, spot)
        if isinstance(base, list) and isinstance(value, list):
            return self._list(base, value, path, spot, is_text)
        if isinstance(base, str) and is_text:
            return self._text(base, value, path, spot)
        self._wrong(spot, "not-a-text", "This is not a text of the original, so it cannot be translated.")
        return base

    def _list(self, base: list[object], over: list[object], path: Path, spot: Spot, is_text: bool) -> list[object]:
        merged = list(base)
        for position, value in enumerate(over):
            index = _place(base, value, position)
            if index is None:
                what = shown(value.get("id", value.get("item"))) if isinstance(value, Mapping) else f"entry {position}"
                self._wrong(spot / position, "unknown-text", f"The original has no {what} here.", _near(base, value))
            else:
                merged[index] = self._value(base[index], value, (*path, index), spot / position, is_text)
        return merged

    def _text(self, base: str, value: object, path: Path, spot: Spot) -> str:
        limit = MAX_TITLE if path[-1] in TITLES else MAX_TEXT
        if not isinstance(value, str):
            self._wrong(spot, "wrong-type", f"This must be a text in quotes, not {shown(value)}.")
        elif not value.strip():
            self._wrong(spot, "empty-text", "This text is empty.", "Take the key out to show the English text.")
        elif len(value) > limit:
            self._wrong(spot, "too-long", f"This has {len(value)} characters; {limit} are allowed.")
        else:
            self.done.add(path)
            return value
        return base

    def _wrong(self, spot: Spot, code: str, message: str, hint: str = "") -> None:
        self.problems.append(spot.problem(code, message, hint))


def _place(base: list[object], value: object, position: int) -> int | None:
    """The index in the original list that an entry of the overlay speaks of."""
    for key in IDENTITIES:
        if base and isinstance(base[0], Mapping) and key in base[0]:
            name = value.get(key) if isinstance(value, Mapping) else None
            rows = enumerate(base)
            return next((i for i, row in rows if isinstance(row, Mapping) and row.get(key) == name), None)
    return position if position < len(base) else None


def _near(base: list[object], value: object) -> str:
    name = value.get("id") if isinstance(value, Mapping) else None
    if not isinstance(name, str):
        return ""
    return nearest(name, [str(row["id"]) for row in base if isinstance(row, Mapping) and "id" in row])


def text_paths(value: object, path: Path) -> Iterator[Path]:
    """Paths of all texts in a document that people read."""
    if isinstance(value, Mapping):
        for key, entry in value.items():
            if isinstance(entry, Mapping | list) or key in TEXTS:
                yield from text_paths(entry, (*path, key))
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            if isinstance(entry, Mapping) or path[-1] in TEXTS:
                yield from text_paths(entry, (*path, index))
    elif isinstance(value, str):
        yield path


def _incomplete(translation: Translation, overlay: Document) -> Iterator[Problem]:
    """A warning that names texts without translation. Titles of sources stay as they were published."""
    missing = translation.open_texts
    if not missing or translation.original.name == SOURCES:
        return
    named = ", ".join(dotted(path) for path in missing[:5])
    more = f" and {len(missing) - 5} more" if len(missing) > 5 else ""
    message = f"{len(missing)} texts of {translation.original.name} are not translated: {named}{more}."
    yield overlay.spot().problem("language-incomplete", message)
