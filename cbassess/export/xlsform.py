"""The questionnaire as an XLSForm, for collecting answers on phones with ODK or Kobo, in all languages of the pack.

`packs.collected` reads the table of answers back. Names: `brand.mark_filed` is the field `brand_mark_filed`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from cbassess.export.workbook import Cell, Workbook
from cbassess.export.xpath import REASON_SUFFIX, REASONS, Translation, facts_behind, field, items_behind
from cbassess.model.instrument import Item
from cbassess.model.pack import Pack
from cbassess.words import Words, phrase, words_in

# Languages as forms name them; one that is not here is named by its code.
LANGUAGES = {"en": "English (en)", "zh-CN": "简体中文 (zh)"}
MISSING_WORDS = {"dont_know": phrase("don't know"), "declined": phrase("rather not say")}

Row = dict[str, str]


class Form(Struct, frozen=True):
    """A form.

    Attributes:
        content: the bytes of the workbook.
        untranslated: items that everybody is asked, because their condition cannot be said in a form; with the reason.
    """

    content: bytes
    untranslated: tuple[tuple[str, str], ...]


def xlsform(packs: Sequence[Pack]) -> Form:
    """The form of a pack, given once per language; the first is the one it opens with."""
    writer = _Writer(packs)
    survey, settings = list(writer.survey()), writer.settings()
    with Workbook(None, packs[0].language) as book:
        for name, rows in (("survey", survey), ("choices", writer.choices), ("settings", [settings])):
            _write(book, name, rows)
    return Form(book.content, tuple(writer.untranslated))


class _Writer:
    """Makes the rows of the sheets; what cannot be translated is kept in `untranslated`."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        self._pack, self._packs = packs[0], packs
        self._translation = Translation(self._pack.items)
        self._facts = {fact.id: self._pack.conditions[fact.when] for fact in self._pack.rulebook.facts}
        self.choices: list[Row] = []
        self.untranslated: list[tuple[str, str]] = []

    def survey(self) -> Iterator[Row]:
        """The questions, section by section, and the hidden fields that skip logic needs."""
        self._list("missing", (), [])
        yield self._labelled({"type": "text", "name": "seller", "required": "yes"}, self._words("Name of the firm"))
        day = {"type": "date", "name": "as_of", "required": "yes", "default": "today()"}
        yield self._labelled(day, self._words("Day of the answers"))
        facts = self._facts_by_last_item()
        for at, section in enumerate(self._pack.instrument.sections):
            same = [pack.instrument.sections[at] for pack in self._packs]
            yield self._labelled({"type": "begin_group", "name": section.id}, [one.title for one in same])
            yield self._labelled({"type": "note", "name": f"about_{section.id}"}, [one.intro for one in same])
            for item in section.items:
                relevant = self._relevant(item)
                yield from self._asked(item, relevant)
                yield from self._ready(item, relevant, facts.get(item.id, ()))
            yield {"type": "end_group"}

    def settings(self) -> Row:
        """What the form is called; its version follows the pack's."""
        instrument = self._pack.instrument
        return {
            "form_title": instrument.title,
            "form_id": "cbassess",
            "version": f"{instrument.version}-{self._pack.hash[:12]}",
            "default_language": _language(self._pack),
        }

    def _asked(self, item: Item, relevant: str) -> Iterator[Row]:
        same = [pack.items[item.id] for pack in self._packs]
        row: Row = {"type": _type(item), "name": field(item.id), "relevant": relevant, "constraint": _constraint(item)}
        if row["constraint"]:
            row |= self._texts("constraint_message", self._words("This is outside of what is possible. Look again."))
        row |= self._texts("hint", [one.how for one in same]) | self._texts("guidance_hint", [one.why for one in same])
        yield self._labelled(
            row, [_stem(one, words_in(pack.language)) for one, pack in zip(same, self._packs, strict=True)]
        )
        if item.options:
            self._list(field(item.id), item.option_ids, [[option.text for option in one.options] for one in same])
            return
        empty = f"${{{field(item.id)}}} = ''"
        when = f"{relevant} and {empty}" if relevant else empty
        reason = {"type": "select_one missing", "name": f"{field(item.id)}{REASON_SUFFIX}", "relevant": when}
        yield self._labelled(reason, self._words("If there is no answer: why?"))

    def _relevant(self, item: Item) -> str:
        """When the item is asked; nothing where always, or where the condition cannot be said in a form."""
        if item.ask_when is None:
            return ""
        tree = self._pack.conditions[item.ask_when]
        for behind in items_behind(tree, self._facts):
            taken = [reason for reason in REASONS if reason in self._pack.items[behind].option_ids]
            if taken:
                text = f"{behind} has an option {taken[0]!r}, which means something else in a form"
                self.untranslated.append((item.id, text))
                return ""
        return self._translation.holds(tree)

    def _ready(self, item: Item, relevant: str, facts: tuple[str, ...]) -> Iterator[Row]:
        """Whether the item was asked (1), is not to be (0), or may still be (2); and the facts decided with it."""
        asked = "1"
        if relevant and item.ask_when:
            tree = self._pack.conditions[item.ask_when]
            asked = f"if({relevant}, 1, if({self._translation.rejected(tree, self._facts)}, 0, 2))"
        yield {"type": "calculate", "name": f"asked_{field(item.id)}", "calculation": asked}
        for fact in facts:
            held, failed = (say(self._facts[fact]) for say in (self._translation.holds, self._translation.fails))
            yield {"type": "calculate", "name": f"fact_{fact}", "calculation": f"if({held}, 1, if({failed}, 0, 2))"}

    def _facts_by_last_item(self) -> dict[str, tuple[str, ...]]:
        """Item -> the facts that skip logic uses and of whose items it is the last."""
        order = list(self._pack.items)
        trees = [self._pack.conditions[item.ask_when] for item in self._pack.items.values() if item.ask_when]
        found: dict[str, list[str]] = {}
        for fact in dict.fromkeys(fact for tree in trees for fact in facts_behind(tree, self._facts)):
            last = max(items_behind(self._facts[fact], self._facts), key=order.index)
            found.setdefault(last, []).append(fact)
        return {item: tuple(facts) for item, facts in found.items()}

    def _list(self, name: str, ids: Sequence[str], texts: Sequence[Sequence[str]]) -> None:
        """A list of choices, with the reasons for no answer at its end."""
        for at, option in enumerate(ids):
            self.choices.append(self._labelled({"list_name": name, "name": option}, [text[at] for text in texts]))
        for reason, text in ((reason, text) for reason, text in MISSING_WORDS.items() if reason not in ids):
            self.choices.append(self._labelled({"list_name": name, "name": reason}, self._words(text)))

    def _words(self, text: str) -> list[str]:
        return [words_in(pack.language)(text) for pack in self._packs]

    def _labelled(self, row: Row, texts: list[str]) -> Row:
        return row | self._texts("label", texts)

    def _texts(self, kind: str, texts: list[str]) -> Row:
        return {f"{kind}::{_language(pack)}": text for pack, text in zip(self._packs, texts, strict=True)}


def _language(pack: Pack) -> str:
    return LANGUAGES.get(pack.language, pack.language)


def _type(item: Item) -> str:
    match item.kind:
        case "scale" | "choice":
            return f"select_one {field(item.id)}"
        case "multi":
            return f"select_multiple {field(item.id)}"
        case "number":
            return "integer" if item.whole else "decimal"
        case kind:
            return kind


def _constraint(item: Item) -> str:
    """What the form takes; an option that rules out all others stands alone."""
    if item.kind == "number":
        return f". >= {item.min:.15g} and . <= {item.max:.15g}"
    if item.kind == "multi":
        alone = [*(option.id for option in item.options if option.exclusive), *REASONS]
        chosen = " or ".join(f"selected(., '{option}')" for option in alone)
        return f"not(({chosen}) and count-selected(.) > 1)"
    return ""


def _stem(item: Item, words: Words) -> str:
    if item.kind != "number":
        return item.stem
    text = words("{question} ({least} to {most}, {unit})")
    return text.format(question=item.stem, least=f"{item.min:,.10g}", most=f"{item.max:,.10g}", unit=item.unit)


def _write(book: Workbook, name: str, rows: Sequence[Row]) -> None:
    """A sheet with a column for each key that any row has."""
    columns = list(dict.fromkeys(key for row in rows for key in row))
    sheet = book.sheet(name, [14 if at < 2 else 40 for at in range(len(columns))])
    sheet.heads(columns)
    for row in rows:
        cells: list[Cell] = [row.get(column, "") for column in columns]
        sheet.row(cells)
    sheet.page.freeze_panes(1, 2)
