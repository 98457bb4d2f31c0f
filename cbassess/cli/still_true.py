"""The carried answers as one list, "still true?": Enter confirms them all, numbers open some."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Sequence

from cbassess import workflow
from cbassess.cli import talk
from cbassess.model.carrying import AgendaEntry
from cbassess.model.instrument import Item
from cbassess.model.responses import Missing, Response
from cbassess.words import Words, phrase, words_in

MISSING_WORDS = {Missing.DONT_KNOW: phrase("don't know"), Missing.DECLINED: phrase("rather not say")}
BECAUSE = {
    "reworded": phrase("asked in other words now"),
    "in_work": phrase("you are working on it"),
}
HELP = phrase("Enter: all are true. Numbers: answer these again, the rest is true. s: leave them all. q: stop.")
LEAVE = (0,)
"""Neither confirm nor open any."""


class StillTrue:
    """Shows what was carried and would not last another quarter."""

    def __init__(self, interview: workflow.Interview) -> None:
        self._interview = interview
        self._words = words_in(interview.pack.language)

    def run(self, ask: Callable[[str], bool]) -> bool:
        """Confirm or open; `ask` asks one item and is False when the seller quits, and so is this."""
        entries = self._interview.agenda.still_true
        if not entries:
            return True
        self._show(entries)
        chosen = self._choose(len(entries))
        if chosen is None or chosen == LEAVE:
            return chosen == LEAVE
        opened = [entries[number - 1].item for number in chosen]
        self._interview.confirm([entry.item for entry in entries if entry.item not in opened])
        return all(ask(item) for item in opened)

    def _show(self, entries: Sequence[AgendaEntry]) -> None:
        words, count, fresh = self._words, len(entries), len(self._interview.agenda.carried)
        asked = words.plural("Still true? {count} earlier answer:", "Still true? {count} earlier answers:", count)
        talk.say("\n" + asked.format(count=count))
        for number, entry in enumerate(entries, start=1):
            talk.say(f"  {number:>3}. {self._line(entry)}")
        if fresh:
            more = words.plural("{count} more answer is fresh.", "{count} more answers are fresh.", fresh)
            talk.say(more.format(count=fresh))
        talk.say(words(HELP))

    def _line(self, entry: AgendaEntry) -> str:
        words, item = self._words, self._interview.pack.items[entry.item]
        given = self._interview.response_to(entry.item)
        answer = shown_answer(item, given, words) if given is not None else ""
        told = words("{question} {answer}").format(question=item.stem, answer=answer)
        day = entry.known.said.checked_on.isoformat() if entry.known else ""
        notes = [day, *([words(BECAUSE[entry.standing])] if entry.standing in BECAUSE else [])]
        return f"{told} ({words('; ').join(notes)})"

    def _choose(self, count: int) -> tuple[int, ...] | None:
        """Numbers of what is to be opened; None when the seller quits."""
        while True:
            talk.say("> ", end="")
            line = sys.stdin.readline()
            plain = unicodedata.normalize("NFKC", line).strip()
            if not line or plain == "q":
                return None
            if plain == "s":
                return LEAVE
            numbers = [word for word in re.split(r"[\s,;、]+", plain) if word]
            if all(word.isdecimal() and 1 <= int(word) <= count for word in numbers):
                return tuple(dict.fromkeys(int(word) for word in numbers))
            talk.say(self._words("Type numbers from 1 to {count}, with commas").format(count=count))


def shown_answer(item: Item, given: Response, words: Words) -> str:
    """An answer in the words of its item."""
    if isinstance(given, Missing):
        return words(MISSING_WORDS.get(given, given.value))
    if isinstance(given, tuple):
        return words("; ").join(item.option(option).text for option in given)
    if isinstance(given, float | int):
        return f"{given:,.10g}"
    return item.option(str(given)).text if item.options else str(given)
