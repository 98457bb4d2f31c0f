"""Responses as JSON text: one object whose only key says of what kind the response is."""

from __future__ import annotations

import datetime as dt
import json
import math

from cbassess.errors import StoreError
from cbassess.model.responses import Missing, Origin, Response, Said

_ORIGINS: dict[str, Origin] = {"given": "given", "confirmed": "confirmed", "carried": "carried"}

TAKEN_BACK = "null"
"""The text of a response that was taken back."""


def encode_response(response: Response | None) -> str:
    """The text to store, plain ASCII; `None` means taken back.

    Raises:
        StoreError: it is no response: infinite, not a number, or of another type.
    """
    # The order matters: a Missing is a str too, a bool is an int, and a datetime is a date.
    if response is None:
        return TAKEN_BACK
    if isinstance(response, Missing):
        return json.dumps({"missing": response.value})
    if isinstance(response, str):
        return json.dumps({"text": response})
    if isinstance(response, tuple) and all(isinstance(option, str) for option in response):
        return json.dumps({"options": response})
    if isinstance(response, dt.date) and not isinstance(response, dt.datetime):
        return json.dumps({"date": response.isoformat()})
    return json.dumps({"number": _finite(response)})


def _finite(value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if math.isfinite(number):
            return number
    raise StoreError(f"{type(value).__name__} is not a response that the history can keep. Nothing was saved.")


def decode_response(text: str) -> Response | None:
    """The response that was stored; `None` means taken back.

    Raises:
        StoreError: the text was not written by `encode_response`.
    """
    try:
        return _from_json(json.loads(text))
    except (ValueError, TypeError, OverflowError, RecursionError) as fault:
        raise StoreError("The history holds an answer that this version of cbassess cannot read.") from fault


def _from_json(data: object) -> Response | None:
    match data:
        case None:
            return None
        case {"missing": str(reason), **rest} if not rest:
            return Missing(reason)
        case {"text": str(text), **rest} if not rest:
            return text
        case {"options": list(options), **rest} if not rest and all(isinstance(option, str) for option in options):
            return tuple(options)
        case {"date": str(day), **rest} if not rest:
            return dt.date.fromisoformat(day)
        case {"number": value, **rest} if not rest and isinstance(value, float) and math.isfinite(value):
            return value
    raise ValueError("not the text of a response")


def decode_said(origin: str, said_on: str, checked_on: str) -> Said:
    """Where an answer comes from.

    Raises:
        StoreError: this version does not know it.
    """
    try:
        return Said(_ORIGINS[origin], dt.date.fromisoformat(said_on), dt.date.fromisoformat(checked_on))
    except (KeyError, ValueError) as fault:
        raise StoreError("The history holds an answer that this version of cbassess cannot read.") from fault
