"""The way from what one wave showed to what the other showed: your answers, the rules, the questions.

Each of the three is old or new, which makes eight readings of the seller; the Shapley value shares the movement out
among them, and the parts add up to it exactly.
"""

from __future__ import annotations

from cbassess.comparing.scoring import judge, readiness
from cbassess.comparing.shapley import Values, shares
from cbassess.comparing.sides import Side
from cbassess.model.comparison import Split
from cbassess.model.pack import Pack

PARTS = ("answers", "rules", "questions")


def splits(baseline: Side, wave: Side) -> dict[str, Split]:
    """Trend id -> what its movement is due to; none where a pack of the two is not at hand."""
    if baseline.pack is None or wave.pack is None:
        return {}
    old, new = baseline.pack, wave.pack

    def value(come: frozenset[str]) -> Values:
        return _readiness(
            rules=new if "rules" in come else old,
            questions=new if "questions" in come else old,
            side=wave if "answers" in come else baseline,
        )

    return {trend: Split(**parts) for trend, parts in shares(PARTS, value).items()}


def _readiness(rules: Pack, questions: Pack, side: Side) -> Values:
    situation = judge(rules, questions, side.responses, side.pack, side.as_of)
    return {trend: figure.value for trend, figure in readiness(situation).items()}
