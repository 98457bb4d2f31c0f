"""Civil quarters, such as `2026-Q4`."""

from __future__ import annotations

import datetime as dt


def quarter_of(day: dt.date) -> str:
    """Label of the quarter that the day lies in."""
    return f"{day.year}-Q{(day.month - 1) // 3 + 1}"


def end_of_quarter(day: dt.date) -> dt.date:
    """Last day of the quarter that the day lies in."""
    last_month = (day.month - 1) // 3 * 3 + 3
    first_of_last = dt.date(day.year, last_month, 1)
    return (first_of_last + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)


def last_day_of(label: str) -> dt.date:
    """Last day of a quarter such as `2027-Q2`; ValueError where it is none."""
    year, _, number = label.partition("-Q")
    if number not in ("1", "2", "3", "4"):
        raise ValueError(f"{label!r} is not a quarter")
    return end_of_quarter(dt.date(int(year), 3 * int(number), 1))


def quarter_ends(day: dt.date, count: int) -> tuple[dt.date, ...]:
    """Last days of `count` quarters in a row, the first being the one that the day lies in."""
    ends = [end_of_quarter(day)]
    while len(ends) < count:
        ends.append(end_of_quarter(ends[-1] + dt.timedelta(days=1)))
    return tuple(ends)
