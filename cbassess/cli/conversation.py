"""The questionnaire as a conversation in lines: question out on stderr, answer in from stdin."""

from __future__ import annotations

import re
import sys
import unicodedata
from enum import Enum, auto

from cbassess import workflow
from cbassess.cli import talk
from cbassess.cli.still_true import StillTrue, shown_answer
from cbassess.errors import StoreError
from cbassess.model.instrument import KINDS_WITH_OPTIONS, Item
from cbassess.model.responses import Missing, Response
from cbassess.words import Words, phrase, words_in

KEYS = phrase("? why and how, b back, s skip, u don't know, d rather not say, q save and quit")
COMMANDS = frozenset("?bsudq")
UNSAID = {"u": Missing.DONT_KNOW, "d": Missing.DECLINED}


class Turn(Enum):
    """What a typed line leads to."""

    AGAIN = auto()
    ON = auto()
    QUIT = auto()


class Conversation:
    """Asks item after item until the end of the route, or until the seller stops."""

    def __init__(self, interview: workflow.Interview) -> None:
        self._interview = interview
        self._words = words_in(interview.pack.language)
        self._section = ""
        # A wave that begins with carried answers asks only what they leave open.
        self._brief = bool(interview.agenda.still_true or interview.agenda.carried)
        self._forward = interview.forward_asked if self._brief else interview.forward

    def run(self) -> bool:
        """Ask; True when the end of the route was reached.

        Raises:
            StoreError: an answer could not be saved, even at the end.
        """
        words = self._words
        talk.say(words("One line per answer; Enter keeps the answer shown. {keys}.").format(keys=words(KEYS)))
        reached_end = self._ask_all() and StillTrue(self._interview).run(self._ask_one)
        self._save_rest()
        return reached_end

    def _ask_all(self) -> bool:
        """Ask from where the seller stopped; False when the seller quits."""
        turn = Turn.ON
        while turn is not Turn.QUIT and (item := self._interview.current) is not None:
            if turn is Turn.ON:
                self._ask(item)
            turn = self._take(item, _line(item))
        return turn is not Turn.QUIT

    def _ask_one(self, item_id: str) -> bool:
        """Ask one item, and nothing that follows it; False when the seller quits."""
        self._interview.go_to(item_id)
        turn = Turn.ON
        while (item := self._interview.current) is not None and item.id == item_id and turn is not Turn.QUIT:
            if turn is Turn.ON:
                self._ask(item)
            turn = self._take(item, _line(item))
        return turn is not Turn.QUIT

    def _ask(self, item: Item) -> None:
        if item.section != self._section:
            self._section = item.section
            self._announce(item.section)
        words = self._words
        given = self._interview.response_to(item.id)
        talk.say("\n" + f"{self._place(item)} {item.stem}".strip())
        for number, option in enumerate(item.options, start=1):
            mark = f"  {words('(your answer)')}" if _holds(given, option.id) else ""
            talk.say(f"  {number}. {option.text}{mark}")
        if item.kind not in ("scale", "choice"):
            talk.say("  " + words("{wanted}.").format(wanted=_wanted(item, words)))
        if isinstance(given, Missing) or (given is not None and not item.options):
            talk.say("  " + words("Your answer: {answer}").format(answer=shown_answer(item, given, words)))
        self._recall(item, given)

    def _place(self, item: Item) -> str:
        """Where the item stands on the route; in a wave with carried answers, how many are still to be answered."""
        words = self._words
        if self._brief:
            left = len(self._interview.agenda.asked)
            if not left:
                return ""
            return words.plural("[{count} to answer]", "[{count} to answer]", left).format(count=left)
        place = [one.id for one in self._interview.route].index(item.id) + 1
        return words("[{place} of {count}]").format(place=place, count=len(self._interview.route))

    def _recall(self, item: Item, given: Response | None) -> None:
        """What was said last time, where nothing is said yet."""
        known, words = self._interview.known(item.id), self._words
        if given is not None or known is None:
            return
        answer = shown_answer(item, known.response, words)
        text = (
            words("Last time ({day}): {answer}. Enter if that is still so.")
            if known.same_meaning
            else words("Last time ({day}) the question was another one. You said: {answer}")
        )
        talk.say("  " + text.format(day=known.said.checked_on.isoformat(), answer=answer))

    def _announce(self, section_id: str) -> None:
        sections = self._interview.pack.instrument.sections
        section = next(one for one in sections if one.id == section_id)
        talk.say("\n" + self._words("{title}. {intro}").format(title=section.title, intro=section.intro))

    def _take(self, item: Item, line: str | None) -> Turn:
        """Act on a line; None stands for the end of the input."""
        if line is None or line == "q":
            return Turn.QUIT
        match line:
            case "?":
                talk.say(self._words("Why we ask: {why}").format(why=item.why))
                talk.say(self._words("How to find out: {how}").format(how=item.how))
                return Turn.AGAIN
            case "b":
                return self._back()
            case "s":
                self._forward()
                return Turn.ON
            case "":
                return self._keep(item)
            case _:
                response = UNSAID.get(line) or _parsed(item, line, self._words)
                return Turn.AGAIN if response is None else self._answer(item, response)

    def _answer(self, item: Item, response: Response) -> Turn:
        self._interview.answer(response)
        return self._after_saving(item)

    def _after_saving(self, item: Item) -> Turn:
        """On to the next item, or why this one is not saved."""
        if self._interview.trouble:
            text = self._words("Not saved: {error} The answer is kept until you quit; Enter tries again.")
            talk.say(text.format(error=self._interview.trouble))
            return Turn.ON
        self._tell_overtaken()
        if item.id not in self._interview.overtaken and self._interview.current == item:
            self._forward()
        return Turn.ON

    def _tell_overtaken(self) -> None:
        """Name what another window has answered meanwhile; an answer to the very same question is asked for again."""
        for item_id in self._interview.overtaken:
            text = self._words("Answered in another window meanwhile, and that answer counts: {question}")
            talk.say(text.format(question=self._interview.pack.items[item_id].stem))

    def _keep(self, item: Item) -> Turn:
        given = self._interview.response_to(item.id)
        if self._can_be_confirmed(item):
            self._interview.confirm([item.id])
            return self._after_saving(item)
        if given is None:
            words = self._words
            text = words("There is no answer yet. {wanted}, or one of: {keys}.")
            talk.say(text.format(wanted=_wanted(item, words), keys=words(KEYS)))
            return Turn.AGAIN
        if item.id in self._interview.unsaved:
            return self._answer(item, given)
        self._forward()
        return Turn.ON

    def _can_be_confirmed(self, item: Item) -> bool:
        """Whether Enter says that an earlier answer is still true."""
        said, known = self._interview.said(item.id), self._interview.known(item.id)
        return said.origin == "carried" if said else known is not None and known.same_meaning

    def _back(self) -> Turn:
        if self._interview.back():
            return Turn.ON
        talk.say(self._words("This is the first question."))
        return Turn.AGAIN

    def _save_rest(self) -> None:
        """Try once more what could not be saved; a StoreError then ends the command."""
        self._interview.retry()
        if self._interview.trouble:
            raise StoreError(self._interview.trouble)
        self._tell_overtaken()


def _line(item: Item) -> str | None:
    """A line as typed; None at the end of the input. But for text, full-width characters become plain ones."""
    talk.say("> ", end="")
    line = sys.stdin.readline()
    if not line:
        talk.say("")
        return None
    plain = unicodedata.normalize("NFKC", line).strip()
    return line.strip() if item.kind == "text" and plain not in COMMANDS else plain


def _parsed(item: Item, line: str, words: Words) -> Response | None:
    """The response that a line means; None, with the reason said, where it means none."""
    try:
        return workflow.parse_value(item, _raw(item, line, words))
    except workflow.ValueProblem as problem:
        talk.say(f"{problem.message} {problem.hint or _wanted(item, words)}")
    except _NoSuchNumber as problem:
        talk.say(words("{problem} {wanted}.").format(problem=problem, wanted=_wanted(item, words)))
    return None


class _NoSuchNumber(Exception):
    """A number that stands beside no option."""


def _raw(item: Item, line: str, words: Words) -> object:
    """Numbers of options as their ids; anything else as it was typed."""
    if item.kind not in KINDS_WITH_OPTIONS:
        return line
    typed = [word for word in re.split(r"[\s,;、]+", line) if word]
    chosen = [_option_id(item, word, words) for word in typed]
    if item.kind == "multi":
        return chosen
    if len(chosen) != 1:
        raise _NoSuchNumber(words("Only one answer can be chosen."))
    return chosen[0]


def _option_id(item: Item, word: str, words: Words) -> str:
    if not word.isdecimal():
        return word
    if not 1 <= int(word) <= len(item.options):
        raise _NoSuchNumber(words("There is no answer {number}.").format(number=word))
    return item.options[int(word) - 1].id


def _wanted(item: Item, words: Words) -> str:
    match item.kind:
        case "scale" | "choice":
            return words("Type a number from 1 to {count}").format(count=len(item.options))
        case "multi":
            return words("Type numbers from 1 to {count}, with commas").format(count=len(item.options))
        case "number":
            text = words("Type a number from {least} to {most}, {unit}")
            unit = item.unit or words("no unit")
            return text.format(least=f"{item.min:,.10g}", most=f"{item.max:,.10g}", unit=unit)
        case "date":
            return words("Type a day as YYYY-MM-DD")
        case "text":
            return words("Type one line")


def _holds(given: Response | None, option_id: str) -> bool:
    return option_id in given if isinstance(given, tuple) else given == option_id
