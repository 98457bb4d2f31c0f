"""From answers to figures, which is all that a question on the screen needs; and to an evaluation."""

from __future__ import annotations

import datetime as dt

from cbassess.engine.scoring import score as score_situation
from cbassess.model.evaluation import Evaluation, Scores
from cbassess.model.pack import Pack
from cbassess.model.responses import ResponseSet
from cbassess.workflow.situating import situation_of


def evaluate(pack: Pack, responses: ResponseSet, as_of: dt.date) -> Evaluation:
    """Where the seller stands, without a plan."""
    from cbassess.engine.evaluating import evaluate as evaluate_situation

    return evaluate_situation(situation_of(pack, responses, as_of))


def score(pack: Pack, responses: ResponseSet, as_of: dt.date) -> Scores:
    """Where the seller stands, without what would help."""
    return score_situation(situation_of(pack, responses, as_of))
