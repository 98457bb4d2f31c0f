"""The first screen."""

from __future__ import annotations

from cbassess.tui.speaking import speaker

_ = speaker.say

HOME_WELCOME = _("Welcome.")
HOME_FIRST = _(
    "Answer some questions about how you sell across borders, and you get a plan: what to do first, why, "
    "and what it takes. It takes about half an hour. You can stop at any time and go on later; "
    "every answer is saved at once, on this computer only."
)
HOME_FIRST_KEY = _("Press Enter to begin.")
NO_SECOND_WAVE = _("There is only one quarter of this seller so far. Press w to answer again, then compare.")


def already_there(seller: str, label: str) -> str:
    """What to do where a quarter has been started already."""
    return _(
        "{seller} has answers for {label} already. Press Enter to go on with them, "
        "or the same key again to answer a second time in this quarter."
    ).format(seller=seller, label=label)


def answered(count: int) -> str:
    """`12 answered`, where it is not known yet of how many."""
    return _("{count} answered").format(count=count)


def answered_of(answered: int, asked: int) -> str:
    """`12 of 43 answered`."""
    return _("{answered} of {asked} answered").format(answered=answered, asked=asked)


SELLER_TITLE = _("A new seller")
SELLER_ASK = _("What is the name of the business? It is only kept on this computer.")
SELLER_EMPTY = _("Type a name, or press Esc.")
SELLER_TOO_LONG = _("That name is too long: at most 200 characters.")
