"""The first screen: the welcome, and the list of sellers."""

from __future__ import annotations

from cbassess.tui.speaking import speaker

_ = speaker.say
keyed = speaker.keyed
ngettext = speaker.plural

HOME_WELCOME = _("Welcome.")
HOME_FIRST = _(
    "Answer some questions about how you sell across borders, and you get a plan: what to do first, why, "
    "and what it takes. It takes about half an hour. You can stop at any time and go on later; "
    "every answer is saved at once, on this computer only."
)
HOME_FIRST_KEY = _("Press [Enter|home.open] to begin.")
NO_SECOND_WAVE = _(
    "There is only one quarter of this seller so far. Press [w|home.new_wave] to answer again, then compare."
)

COLUMN_SELLER = _("Seller")
COLUMN_QUARTER = _("Quarter")
COLUMN_ANSWERED = _("Answered")
COLUMN_TO_DO = _("To do")
COLUMN_DAY = _("Day")
NEW_QUARTER_BEGUN = _("new quarter")
ARCHIVED = _("archived")
LATE = _("Late")
AHEAD = _("Up next")

UNFOLD = _("Quarters")
UNFOLD_HELP = _("Show or hide the earlier quarters of the highlighted seller")
FIND = _("Find")
FIND_HELP = _("Find a seller: the list narrows with each letter")
FIND_LABEL = _("Find:")
FIND_KEEP = _("To the list")
FIND_KEEP_HELP = _("Keep what is found, and back to the list")
FIND_ALL = _("Show all")
FIND_ALL_HELP = _("Show all sellers again")
NOBODY_FOUND = _("No seller of that name. Press [Esc|home.show_all] to see all again.")


def already_there(seller: str, label: str) -> str:
    """What to do where a quarter has been started already."""
    told = _(
        "{seller} has answers for {label} already. Press [Enter|home.open] to go on with them, "
        "or [w|home.new_wave] to answer a second time in this quarter."
    )
    return keyed(told).format(seller=seller, label=label)


def count_of(answered: int, asked: int) -> str:
    """`38 of 43`."""
    return _("{answered} of {asked}").format(answered=answered, asked=asked)


def answered_of(answered: int, asked: int) -> str:
    """`12 of 43 answered`."""
    return _("{answered} of {asked} answered").format(answered=answered, asked=asked)


def late(count: int) -> str:
    """`2 late`: so many steps that should be done by now."""
    return _("{count} late").format(count=count)


def quarter_begun(quarter: str) -> str:
    """What to do about a quarter that has begun since."""
    return keyed(_("{quarter} has begun since the last answers: press [w|home.new_wave] to answer again.")).format(
        quarter=quarter
    )


def still_to_answer(count: int) -> str:
    """How many questions have no answer."""
    return ngettext("{count} question has no answer yet.", "{count} questions have no answer yet.", count).format(
        count=count
    )


def found(count: int, of: int) -> str:
    """`3 of 312`."""
    return _("{count} of {of}").format(count=count, of=of) if count else NOBODY_FOUND


def sellers_in_all(count: int, with_late: int) -> str:
    """`312 sellers, 2 with late steps`."""
    told = ngettext("{count} seller", "{count} sellers", count).format(count=count)
    return _("{sellers}, {count} with late steps").format(sellers=told, count=with_late) if with_late else told


SELLER_TITLE = _("A new seller")
SELLER_ASK = _("What is the name of the business? It is only kept on this computer.")
SELLER_EMPTY = _("Type a name, or press [Esc|dialog.cancel].")
SELLER_TOO_LONG = _("That name is too long: at most 200 characters.")
