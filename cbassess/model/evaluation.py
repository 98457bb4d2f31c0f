"""What the engine finds: where the seller stands per trend, which actions fire, and why."""

from __future__ import annotations

from typing import Literal

from cbassess.model.base import Noun, Rows

ItemState = Literal["answered", "dont_know", "declined", "open", "waiting", "off_route"]
"""Where an item stands: `open` may be asked now, `waiting` depends on an earlier open answer."""

Json = str | float | list[str] | None


class Interval(Noun):
    """A figure that is known only to lie between `low` and `high`; `value` is the middle."""

    low: float
    value: float
    high: float

    @classmethod
    def between(cls, low: float, high: float) -> Interval:
        """The interval from low to high, with its middle."""
        return cls(low=low, value=(low + high) / 2, high=high)

    @property
    def exact(self) -> bool:
        """Whether nothing is left open."""
        return self.low == self.high


class Reason(Noun):
    """An answer that made something happen.

    Attributes:
        item: id of the item.
        response: the answer as data; None where there is none.
        text: question and answer, as a person reads them.
    """

    item: str
    response: Json
    text: str


class IndicatorScore(Noun):
    """One item's part in a trend's readiness.

    Attributes:
        share: part of the trend's 100 points that the item decides.
        low, high: where the answer stands between 0 (weakest) and 1 (strongest).
        assumed: the seller does not know, and the rulebook's policy gave the figure.
    """

    item: str
    weight: float
    share: float
    low: float
    high: float
    assumed: bool
    reason: Reason

    @property
    def points(self) -> float:
        """Points of readiness that this item brings, at the middle of what is known."""
        return self.share * (self.low + self.high) / 2


class SignalState(Noun):
    """Whether a sign that the trend concerns the seller is there; None while unknown."""

    holds: bool | None
    weight: float
    because: str


class TrendFigures(Noun):
    """Where the seller stands in one trend. Relevance and readiness go from 0 to 100.

    Attributes:
        applies: None while unknown.
    """

    id: str
    title: str
    direction: str
    applies: bool | None
    relevance: Interval
    readiness: Interval


class TrendScore(TrendFigures):
    """The same with all that the figures are made of.

    Attributes:
        level: id of the named level of readiness; None while the interval reaches over more than one.
    """

    level: str | None
    signals: Rows[SignalState]
    indicators: Rows[IndicatorScore]

    @property
    def because(self) -> tuple[str, ...]:
        """The signs that hold, in the rulebook's words."""
        return tuple(signal.because for signal in self.signals if signal.holds)


class Fired(Noun):
    """An action that would help this seller.

    Attributes:
        band: band for this seller; `band_because` says why it is not the action's own.
        gain: trend id -> points of relevance-weighted readiness.
        needed_by: the action that needs this one first, where that is the only reason to plan it.
    """

    action: str
    band: str
    band_because: str | None
    gain: dict[str, float]
    because: Rows[Reason]
    needed_by: str | None = None

    @property
    def total_gain(self) -> float:
        """Points over all trends."""
        return sum(self.gain.values())


class NotNow(Noun):
    """An action that would help but is wrong advice at present."""

    action: str
    title: str
    because: Rows[str]


class OpenItem(Noun):
    """An item without an answer on which something depends.

    Attributes:
        would_move: actions whose place in the plan hangs on it.
        trends: trends whose figures hang on it.
    """

    item: str
    state: ItemState
    would_move: Rows[str]
    trends: Rows[str]


class Scores(Noun):
    """Where a seller stands, before anything is advised: what is shown anew with each answer.

    Attributes:
        states: item id -> where it stands.
        contradictions: pairs of answers that exclude each other, in the pack's words.
    """

    states: dict[str, ItemState]
    contradictions: Rows[str]
    trends: Rows[TrendFigures]


class Evaluation(Scores):
    """All that follows from the answers before anything is planned.

    Attributes:
        trends: as above, with all that the figures are made of.
        set_aside: items with an answer that does not count, because they do not apply.
        in_place: actions that apply and whose result is there already.
        pending: actions that may fire once open items are answered.
    """

    trends: Rows[TrendScore]
    set_aside: Rows[str]
    fired: Rows[Fired]
    not_now: Rows[NotNow]
    in_place: Rows[str]
    pending: Rows[str]
    open_items: Rows[OpenItem]
