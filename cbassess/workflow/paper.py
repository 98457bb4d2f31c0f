"""The sheet for paper and chat, and the replies to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from msgspec.structs import replace

from cbassess.errors import AnswersError, UsageError
from cbassess.model.pack import Pack
from cbassess.model.responses import ResponseSet
from cbassess.packs import paper_reply
from cbassess.packs import paper_sheet as sheets
from cbassess.packs.filling import answers_file
from cbassess.packs.paper_reply import Reply
from cbassess.workflow.evaluating import evaluate

__all__ = ["Reply", "filled", "paper_sheet", "read_reply"]


def paper_sheet(
    pack: Pack, sections: Collection[str] = (), open_of: ResponseSet | None = None, as_of: dt.date | None = None
) -> str:
    """The sheet as text: of these sections, else of all; with `open_of`, what is asked of them and not answered.

    Args:
        pack: the pack, in the language of the sheet.
        sections: ids of sections; UsageError for one that the questionnaire does not have.
        open_of: answers so far.
        as_of: the day on which it is asked; needed with `open_of`.
    """
    known = [section.id for section in pack.instrument.sections]
    for section in sections:
        if section not in known:
            message = f"There is no section {section!r}."
            raise UsageError("--section", "unknown-section", message, f"There is: {', '.join(known)}.")
    wanted = {item.id for item in pack.instrument.items if not sections or item.section in sections}
    if open_of is not None and as_of is not None:
        states = evaluate(pack, open_of, as_of).states
        wanted = {item for item in wanted if states[item] == "open"}
    return sheets.paper_sheet(pack.instrument, pack.language, wanted)


def read_reply(pack: Pack, text: str) -> Reply:
    """What a reply says, and all that is wrong with it."""
    return paper_reply.read_reply(text, pack.instrument, pack.language)


def filled(pack: Pack, reply: Reply, before: ResponseSet) -> str:
    """An answers file with the answers before and those of the reply, which count where both answer an item.

    AnswersError has all problems of the reply.
    """
    if reply.problems:
        raise AnswersError(reply.problems)
    both = {**before.responses, **reply.responses}
    in_order = {item: both[item] for item in pack.items if item in both}
    return answers_file(replace(before, responses=in_order))
