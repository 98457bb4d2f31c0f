"""A folder -> a pack, or all of its problems at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path

from msgspec import Struct

from cbassess.errors import PackError, Problem, UsageError
from cbassess.model.pack import Pack
from cbassess.packs.action_rules import check_actions
from cbassess.packs.assembling import assemble
from cbassess.packs.condition_rules import check_conditions, parse_conditions
from cbassess.packs.documents import Document
from cbassess.packs.drafting import CALENDAR, INSTRUMENT, RULEBOOK, SOURCES, VIGNETTES, Draft, draft_pack
from cbassess.packs.folders import Shelf, read_folder
from cbassess.packs.item_rules import check_instrument
from cbassess.packs.originals import is_originals
from cbassess.packs.quoting import shown
from cbassess.packs.replacing_rules import check_replaces
from cbassess.packs.rulebook_rules import check_rulebook, check_vignette
from cbassess.packs.shaping import MAX_PROBLEMS
from cbassess.packs.translating import language_of, translate_all
from cbassess.packs.trend_rules import check_trends

RULES: tuple[Callable[[Draft], Iterable[Problem]], ...] = (
    check_instrument,
    check_replaces,
    check_trends,
    check_actions,
    check_rulebook,
)


class Loaded(Struct, frozen=True):
    """A pack with what is known about its files.

    Attributes:
        pack: None where a problem is an error.
        draft: the nouns with their places.
        problems: errors and warnings of loading, sorted.
    """

    pack: Pack | None
    draft: Draft
    shelf: Shelf
    problems: tuple[Problem, ...]

    @property
    def languages_begun(self) -> set[str]:
        """Languages of which there are texts, declared or not."""
        return {language for name in self.shelf.names if (language := language_of(name, self.shelf.names))}


def load_pack(folder: Path, language: str = "en") -> Pack:
    """The pack in `folder` with its texts in `language`, English where a text is missing.

    Raises PackError with all problems, and UsageError where the pack does not have the language.
    """
    return pack_on(read_folder(folder), str(folder), language)


def pack_on(shelf: Shelf, place: str, language: str) -> Pack:
    """The pack whose files stand on the shelf; `place` names it in problems. Raises as `load_pack` does."""
    loaded = load_shelf(shelf)
    if loaded.pack is None:
        raise PackError(loaded.problems)
    if language == "en":
        return loaded.pack
    known = loaded.pack.instrument.languages
    if language not in known:
        message = f"The pack has no texts in {shown(language)}."
        raise UsageError(place, "unknown-language", message, f"There is: {', '.join(known)}.")
    return _translated(loaded, loaded.pack, language)


def load(folder: Path) -> Loaded:
    """Read and check the pack in `folder` in English; PackError only where it is no pack at all."""
    return load_shelf(read_folder(folder))


def load_shelf(shelf: Shelf) -> Loaded:
    """Check the pack whose files stand on the shelf, in English."""
    draft = _draft(shelf, shelf.document)
    trees, problems = parse_conditions(draft)
    problems += islice(check_conditions(draft, trees), MAX_PROBLEMS)
    for rule in RULES:
        problems += islice(rule(draft), MAX_PROBLEMS)
    if draft.named("item").complete and len(draft.items_by_id) == len(draft.named("item").known):
        problems += [problem for vignette in draft.vignettes for problem in check_vignette(draft, vignette)]
    problems += _unlisted(shelf, draft)
    found = tuple(sorted({*problems, *draft.problems, *shelf.problems}))
    broken = any(problem.severity == "error" for problem in found)
    pack = None if broken else assemble(draft, trees, shelf, "en")
    return Loaded(pack, draft, shelf, found)


def _draft(shelf: Shelf, find: Callable[[str], Document | None]) -> Draft:
    return draft_pack(find, sorted(name for name in shelf.names if name.startswith(VIGNETTES)))


def _unlisted(shelf: Shelf, draft: Draft) -> list[Problem]:
    """Files that no list names, and translations into a language that is not declared."""
    if draft.instrument is None or draft.rulebook is None:
        return []
    originals = {INSTRUMENT, RULEBOOK, SOURCES, CALENDAR}
    originals |= {f"questions/{section}.toml" for section in draft.instrument.noun.sections}
    originals |= {f"rules/{trend}.toml" for trend in draft.rulebook.noun.trends}
    overlays = {name: language for name in shelf.names if (language := language_of(name, originals))}
    problems = [
        Document(name).spot().problem("unlisted-file", "No list of the pack names this file.")
        for name in shelf.names
        if not (name in originals or name in overlays or is_originals(name) or _is_vignette(name))
    ]
    for language in sorted({*overlays.values()} - {*draft.instrument.noun.languages}):
        message = f"There are texts in {language}, but `languages` does not name it, so nobody sees them."
        problems.append((draft.instrument.spot / "languages").problem("undeclared-language", message))
    return problems


def _is_vignette(name: str) -> bool:
    return name.startswith(VIGNETTES) and name.count("/") == 2


def _translated(loaded: Loaded, pack: Pack, language: str) -> Pack:
    documents, problems = translate_all(loaded.shelf, language)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise PackError(problems)
    draft = _draft(loaded.shelf, documents.get)
    if draft.problems:  # a row left out would be a question less in one language
        raise PackError(draft.problems)
    return assemble(draft, pack.conditions, loaded.shelf, language)
