"""Readiness over several waves, like for like: one pack, and only the questions that all of them asked."""

from __future__ import annotations

from collections.abc import Sequence

from cbassess.comparing.moving import Ground
from cbassess.comparing.scoring import readiness, shared_items
from cbassess.comparing.sides import Side
from cbassess.model.comparison import Course, CoursePoint, TrendCourse
from cbassess.model.pack import Pack


def course(pack: Pack, sides: Sequence[Side]) -> Course:
    """The course of each trend over the waves, oldest first; nothing stands where it did not concern the seller."""
    shared = shared_items(pack, [side.pack for side in sides if side.pack is not None])
    ground = Ground(pack, shared)
    figures = [readiness(ground.judge(side.under(pack), side.as_of)) for side in sides]
    return Course(
        seller=sides[-1].seen.seller,
        language=pack.language,
        pack_version=pack.instrument.version,
        pack_hash=pack.hash,
        waves=tuple(side.stamp for side in sides),
        shared=len(shared) / len(pack.items),
        missing=tuple(side.stamp.wave for side in sides if side.pack is None),
        trends=tuple(
            TrendCourse(
                id=trend.id,
                title=trend.title,
                points=tuple(
                    CoursePoint(wave=side.stamp.wave, as_of=side.as_of, readiness=known.get(trend.id))
                    for side, known in zip(sides, figures, strict=True)
                ),
            )
            for trend in pack.rulebook.trends
            if any(trend.id in known for known in figures)
        ),
    )
