"""Which seller and which waves are meant, where the command line leaves it open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cbassess.errors import UsageError

if TYPE_CHECKING:
    from cbassess.model.history import Wave
    from cbassess.workflow import Records

MAX_NAMED = 10


def seller_name(records: Records, name: str | None) -> str:
    """The name given, or that of the only seller.

    Raises:
        UsageError: there is no seller, or more than one.
    """
    if name is not None:
        return name
    names = [seller.name for seller in records.sellers()]
    if not names:
        hint = "Begin with: cbassess answer --seller NAME, or: cbassess import ANSWERS --seller NAME."
        raise UsageError("history", "empty-history", "There is no seller in the history yet.", hint)
    if len(names) > 1:
        more = ", ..." if len(names) > MAX_NAMED else ""
        hint = f"Add --seller. There are: {', '.join(names[:MAX_NAMED])}{more}."
        raise UsageError("--seller", "which-seller", "There is more than one seller.", hint)
    return names[0]


def two_waves(records: Records, seller: str, baseline: str | None, wave: str | None) -> tuple[Wave, Wave]:
    """Baseline and wave: those named, else the latest wave and the one before it.

    Raises:
        UsageError: there are no two different waves.
    """
    later = records.find_wave(seller, wave)
    if baseline is not None:
        earlier = records.find_wave(seller, baseline)
    else:
        waves = records.waves(seller)
        place = [one.id for one in waves].index(later.id)
        earlier = waves[max(place - 1, 0)]
    if earlier.id == later.id:
        hint = "Answer or import another quarter first, or name two waves: cbassess compare 2026-Q3 2026-Q4."
        raise UsageError(seller, "one-wave", f"{later.label} cannot be compared with itself.", hint)
    return earlier, later
