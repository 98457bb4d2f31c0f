"""Every kind of problem that a pack or an answers file can have, with one sentence what it means.

`docs/problems.md` is made from this list: `python -m cbassess.packs.schema`.
"""

from __future__ import annotations

from msgspec import Struct


class Code(Struct, frozen=True):
    """A kind of problem.

    Attributes:
        meaning: what is wrong, in one sentence.
        cure: how to mend it, in one sentence.
        severity: "error" refuses the pack, "warning" does not; a "note" says something that may well be meant so.
    """

    meaning: str
    cure: str
    severity: str = "error"


FILES: dict[str, Code] = {
    "not-a-pack": Code(
        "The folder has no `questions` and `rules` folders with files in them.",
        "Name the folder that holds both, or start one with `cbassess pack new`.",
    ),
    "missing-file": Code(
        "A file that must be there is not there.",
        "Add the file, or take its name out of the list that names it.",
    ),
    "unlisted-file": Code(
        "A file lies in the pack but no list names it, so it would never be read.",
        "Add its name to `sections` in instrument.toml or `trends` in rulebook.toml, or move the file away.",
    ),
    "not-a-file": Code(
        "What stands under this name is a folder, a pipe or a device and not a plain file.",
        "Put a plain file in its place.",
    ),
    "linked-file": Code(
        "The file or folder is a symbolic link, which could lead out of the pack.",
        "Copy the file itself into the pack.",
    ),
    "unreadable-file": Code(
        "The system does not let us read the file.",
        "Check who owns the file and whether you may read it.",
    ),
    "too-large": Code(
        "A file has more than 2 MB, or the pack has more than 10 MB in all.",
        "Split the file, or take out what is not text of the pack.",
    ),
    "too-many": Code(
        "The pack has more than 500 files or more than 5,000 items.",
        "Take out what is not needed; nobody answers that many questions.",
    ),
    "not-utf8": Code(
        "The file is not text in UTF-8.",
        "Save it again from a text editor as UTF-8; Word files and old .xls files cannot be read here.",
    ),
    "empty-file": Code(
        "The answers file has nothing in it.",
        "Start from `cbassess template` and fill in what you know.",
    ),
    "bad-toml": Code(
        "The file breaks the rules of TOML at the line given.",
        "Look at that line and the one before it: a quote, a bracket or a comma is missing or doubled.",
    ),
    "bad-workbook": Code(
        "The workbook cannot be read, or holds far more than answers.",
        "Save it again from the spreadsheet program as .xlsx, or start from `cbassess template --format xlsx`.",
    ),
    "bad-table": Code(
        "The table of many sellers cannot be read.",
        "Take the CSV that the server gives for the form, without changing its head.",
    ),
    "many-sellers": Code(
        "The file holds the answers of several sellers, or of none, where one is wanted.",
        "Bring them into the history with `cbassess import`, and export each from there.",
    ),
    "bad-json": Code(
        "The file breaks the rules of JSON at the line given.",
        "Look at that line and the one before it: a quote, a bracket or a comma is missing or doubled.",
    ),
    "toml-version": Code(
        "The file uses TOML 1.1, which other programs and editors may refuse.",
        "Write inline tables on one line without a comma at the end, and leave out `\\e` and `\\x41`.",
        "warning",
    ),
    "too-deep": Code(
        "Tables or lists are nested more than 30 levels deep.",
        "Nothing in a pack or an answers file needs that; remove the nesting.",
    ),
    "control-character": Code(
        "A text holds an invisible control character, which could change what a screen shows.",
        "Delete the character; type the text again if you cannot see it.",
    ),
}

SHAPE: dict[str, Code] = {
    "missing-key": Code("A key that must be given is missing.", "Add the key with its value."),
    "unknown-key": Code("A key is not known at this place.", "Correct the spelling, or take the key out."),
    "duplicate-key": Code("A key stands twice in the same table.", "Keep one of the two."),
    "wrong-type": Code(
        "A value is of another type than the key takes, such as a text where a number belongs.",
        "Give the type that the message names; texts stand in quotes, numbers and dates do not.",
    ),
    "bad-value": Code("A value is outside of what the key allows.", "Choose a value that the message allows."),
    "bad-id": Code(
        "An id has characters that ids may not have.",
        "Use lower-case letters, digits and `_`, starting with a letter; sources and dates may also use `-`.",
    ),
    "reserved-id": Code(
        "A section, item, fact or trend has a name that means something else already.",
        "Give it another name; the message says what the name is used for.",
    ),
    "empty-text": Code("A text is empty.", "Write the text, or take the key out."),
    "too-long": Code("A text or list is longer than allowed.", "Shorten it; the message names the limit."),
    "too-few": Code("A list has fewer entries than needed.", "Add entries; the message says how many are needed."),
}

NAMES: dict[str, Code] = {
    "duplicate-id": Code("An id is used twice, so nobody could tell the two apart.", "Give one of them another id."),
    "replaces-clash": Code(
        "`replaces` names an id that is still in use, or one that is replaced twice.",
        "Name only ids that are gone, each at the one place that is nearest in meaning.",
    ),
    "unknown-section": Code("There is no section of this name.", "Check the spelling, or add what is named."),
    "unknown-item": Code("There is no item with this id.", "Check the spelling, or add what is named."),
    "unknown-option": Code("The item has no option with this id.", "Use one of the options of the item."),
    "unknown-action": Code("There is no action with this id.", "Check the spelling, or add what is named."),
    "unknown-band": Code("There is no band with this id.", "Use a band of rulebook.toml."),
    "unknown-source": Code("There is no source with this id.", "Use or add a source in sources.toml."),
    "unknown-date": Code("There is no dated fact with this id.", "Use or add an entry in calendar.toml."),
    "unknown-currency": Code(
        "There is no exchange rate for this currency.", "Add the rate to [rates.per_unit] in rulebook.toml."
    ),
    "unknown-language": Code(
        "The pack has no texts in this language.", "Choose one of the languages that the message names."
    ),
    "not-a-text": Code(
        "A translation gives something other than a text.",
        "Translate texts only; kinds, conditions and numbers stand in the original file.",
    ),
    "unknown-text": Code(
        "A translation gives a text that the original does not have.",
        "Check the id or the place in the list; add the text to the original first.",
    ),
}

RULES: dict[str, Code] = {
    "options-missing": Code("A scale, choice or multi has fewer than two options.", "Write at least two options."),
    "key-not-allowed": Code(
        "A key does not fit the kind of the item, such as `min` on a scale.", "Take the key out, or change the kind."
    ),
    "range-missing": Code("A number item lacks `min`, `max` or `unit`.", "Give all three."),
    "range-reversed": Code("The smaller end of a range is larger than the other end.", "Swap the two, or correct one."),
    "wrong-kind": Code(
        "An item of this kind cannot be used here; for example, only scales, choices and numbers can be scored.",
        "Use another item, or ask the question as a scale.",
    ),
    "levels-wrong": Code(
        "The levels of an indicator do not fit its item.",
        "A choice needs `levels` with every option, a scale may have them, a number has `worst` and `best` instead.",
    ),
    "thin-trend": Code(
        "A trend has no signal or no indicator, so nothing can be said about it.", "Add at least one of each."
    ),
    "levels-order": Code(
        "The named levels of readiness do not start at 0 or do not rise.",
        "Let the first start at 0 and each next one at a higher number.",
    ),
    "achieves-nothing": Code(
        "An action achieves the weakest answer, or says nothing that it achieves.",
        "State the answer that the seller could give once the action is done.",
    ),
    "forward-reference": Code(
        "`ask_when` uses an item that is only asked later.",
        "Move the item further up, or ask by something that is known by then.",
    ),
    "fact-cycle": Code("Facts are defined by each other in a circle.", "Define one of them by items alone."),
    "requires-cycle": Code(
        "Actions require each other in a circle, so none could come first.", "Take out one `requires`."
    ),
}

CONDITIONS: dict[str, Code] = {
    "condition-syntax": Code(
        "The condition cannot be read.", 'Compare it with an example: `brand.mark_filed <= "home" and sells_export`.'
    ),
    "condition-too-long": Code(
        "The condition has more than 500 characters.", "Split it into facts of the rulebook and use their names."
    ),
    "condition-too-deep": Code(
        "The condition is nested more than 20 levels deep, or stands on a chain of more than 10 facts.",
        "Split it into facts of the rulebook.",
    ),
    "condition-not-allowed": Code(
        "The condition uses something that conditions may not use.",
        "Use and, or, not, comparisons, `in`, items, facts and the four functions.",
    ),
    "condition-name": Code(
        "The condition names an item, fact or function that does not exist.",
        "Check the spelling, or add what is named.",
    ),
    "condition-type": Code(
        "The condition uses an item in a way that its kind does not allow.",
        "Write it the way that the message shows.",
    ),
}

CONTENT: dict[str, Code] = {
    "unused-item": Code(
        "An item is asked but nothing uses the answer.",
        "Use it in an indicator, a condition or an action, or do not ask it.",
    ),
    "gap-without-action": Code(
        "A weak answer lowers the readiness, but no action leads to a better one.",
        "Write an action that achieves more, or list the gap under `accepted_gaps` with the reason.",
    ),
    "useless-action": Code(
        "What the action achieves changes no indicator, so it can never help.",
        "Let it achieve an item that is an indicator of a trend, or remove the action.",
    ),
    "condition-constant": Code(
        "The condition is true for every possible answer, or for none.",
        "Correct the condition; take it out if it is not needed.",
    ),
    "always-contraindicated": Code(
        "Whenever the action applies, a contraindication holds too, so it can never be advised.",
        "Narrow the contraindication or widen `applies_when`.",
    ),
    "weight-without-reason": Code(
        "An indicator has a weight, but nothing says why it weighs that much.",
        "Write `because` in one sentence, so that a reader can disagree with it.",
        "warning",
    ),
    "no-source": Code(
        "An action cites no source and does not say that it is practice.",
        "Cite a source, or write `practice = true`.",
    ),
    "unused-source": Code("No action and no dated fact cites the source.", "Cite it, or remove it.", "warning"),
    "stale-fact": Code(
        "The entry of the calendar is past the day on which it should have been looked at again.",
        "Check the fact, then move `stale_after`.",
        "warning",
    ),
    "undeclared-language": Code(
        "The folder of a language holds translations, but the instrument does not name the language.",
        "Add the language to `languages` in instrument.toml once the translation may be shown.",
        "warning",
    ),
    "translation-outdated": Code(
        "The original was changed after the text was translated.",
        "Look at the translations named, mend them, then run `cbassess pack translated` with the language.",
        "warning",
    ),
    "language-incomplete": Code(
        "Texts are not translated yet; English is shown in their place.", "Translate the texts listed.", "warning"
    ),
}

PROOFS: dict[str, Code] = {
    "never-holds-here": Code(
        "The condition never holds for anybody for whom it is looked at, so what it decides never happens.",
        "Correct the condition, or take it out.",
    ),
    "always-holds-here": Code(
        "The condition holds for everybody for whom it is looked at, so it decides nothing.",
        "Correct the condition, or state what it leads to without a condition.",
        "warning",
    ),
    "no-way-up": Code(
        "Some seller stands at a weak answer and gets no advice on it, not even one that is held back.",
        "Widen an `applies_when`, write an action for this seller, ask the item only where there is advice, "
        "or list the gap under `accepted_gaps` with the reason.",
    ),
    "way-held-back": Code(
        "Some seller stands at a weak answer, and all advice on it is not for now.",
        "Nothing, if the contraindication is meant for this seller; else narrow it.",
        "note",
    ),
    "way-waits": Code(
        "Some seller stands at a weak answer, and all advice on it hangs on an answer that they do not know or give.",
        "Nothing, if they must find it out first; else add `or not answered(...)` to the condition.",
        "note",
    ),
    "chain-ends": Code(
        "Some seller can follow all advice and still stays short of the best answer, with nothing left to do.",
        "Write the missing last action, or list the gap under `accepted_gaps` with the reason.",
    ),
    "chain-held-back": Code(
        "Some seller can follow all advice and still stays short of the best answer, because the rest is held back "
        "for good.",
        "Let an action lead out of the contraindication, or list the gap under `accepted_gaps` with the reason.",
        "warning",
    ),
    "chain-waits": Code(
        "Some seller can follow all advice and still stays short of the best answer, because the rest hangs on an "
        "answer that they do not know or give.",
        "Nothing, if they must find it out first; else add `or not answered(...)` to the condition.",
        "note",
    ),
    "step-lowers": Code(
        "The action is advised to somebody whose answer is worth as much already, or more.",
        "Narrow `applies_when` to the answers that are weaker than what the action achieves.",
    ),
    "advice-contradicts": Code(
        "Some seller who follows the advice and answers accordingly is told that two answers contradict each other.",
        "Let the action achieve the other answer too, narrow `applies_when`, or narrow the contradiction.",
        "warning",
    ),
    "never-advised": Code(
        "Nobody is ever advised to do the action, because it or what it requires is held back wherever it would help.",
        "Narrow the contraindication, widen `applies_when`, or remove the action.",
    ),
    "never-gains": Code(
        "Wherever the action applies, it raises no trend that concerns the seller.",
        "Let it achieve an item that is an indicator of a trend of the same sellers.",
    ),
    "idle-prerequisite": Code(
        "Whoever is advised to do the action has no need to do the prerequisite first.",
        "Take it out of `requires`, or correct `applies_when` of one of the two.",
        "warning",
    ),
    "not-proved": Code(
        "The solver did not decide in time. This is neither a fault of the pack nor a proof.",
        "Give more time with `--time-limit`.",
        "warning",
    ),
}

ANSWERS: dict[str, Code] = {
    "out-of-range": Code("A number is smaller or larger than the item allows.", "Give a number within the range."),
    "not-finite": Code("A number is infinite or not a number.", "Give an ordinary number."),
    "not-whole": Code("The item takes whole numbers only.", "Round the number."),
    "bad-date": Code("This day does not exist, or is not written as a date.", "Write it as 2026-11-30."),
    "exclusive-option": Code(
        "An option that rules out all others is chosen together with others.", "Keep that option alone, or drop it."
    ),
    "nothing-chosen": Code(
        "The list is empty although the item has an option for that.", "Choose the option that says so."
    ),
    "duplicate-option": Code("An option is chosen twice.", "Name it once."),
    "bad-code": Code(
        "A part of a reply to a sheet is no code.",
        "Write it as it stands on the sheet, such as t1b, with spaces between.",
    ),
    "wrong-check-letter": Code(
        "The first letter of a code does not belong to its number and answer: one of the three is wrong.",
        "Copy the code from the sheet again; if all codes are refused, the sheet was printed from another version.",
    ),
    "answered-twice": Code("A reply gives one question two different answers.", "Keep one of the two."),
    "bad-missing": Code(
        "The reason for a missing answer is not one that a seller can give.",
        'Write { missing = "dont_know" } or { missing = "declined" }.',
    ),
    "bad-wave": Code("The wave is not written as a quarter.", "Write it as 2026-Q4."),
}

GROUPS: dict[str, dict[str, Code]] = {
    "Files": FILES,
    "Keys and values": SHAPE,
    "Names": NAMES,
    "Items and rules": RULES,
    "Conditions": CONDITIONS,
    "Content (found by `cbassess pack check`)": CONTENT,
    "Proofs (found by `cbassess pack check --prove`)": PROOFS,
    "Answers": ANSWERS,
}

CODES: dict[str, Code] = {code: entry for group in GROUPS.values() for code, entry in group.items()}
"""Code -> what it means."""
