"""From a comparison to what its report says."""

from __future__ import annotations

from collections.abc import Mapping

from cbassess.export.report import AnswerMove, ComparisonReport, Stamp, StepMove, TrendMove
from cbassess.model.comparison import Comparison, ItemChange, TrendChange, WaveStamp
from cbassess.words import Words, phrase, words_in

NOT_IN_BASELINE = phrase("Not comparable: the trend did not apply in the baseline.")
NOT_IN_LATER = phrase("Not comparable: the trend did not apply in the later wave.")
NOT_IN_EITHER = phrase("Not comparable: the trend did not apply in either wave.")
FATES = {
    "done": phrase("Done"),
    "carried": phrase("Carried over"),
    "new": phrase("New"),
    "dropped": phrase("No longer advised, and not done"),
}


def comparison_report(document: Comparison) -> ComparisonReport:
    """What the comparison says."""
    words = words_in(document.language)
    stems = {item.item: item.stem for item in document.items}
    trends = {trend.id: trend.title for trend in document.trends}
    return ComparisonReport(
        document=document,
        baseline=_stamp(document.baseline),
        wave=_stamp(document.wave),
        trends=tuple(_trend(trend, stems, words) for trend in document.trends),
        answers=tuple(_item(item, trends) for item in document.items),
        steps=tuple(
            StepMove(step.action, step.title, step.fate, words(title))
            for fate, title in FATES.items()
            for step in document.steps
            if step.fate == fate
        ),
    )


def _stamp(wave: WaveStamp) -> Stamp:
    return Stamp(wave.wave, wave.as_of, wave.pack_version, wave.pack_hash[:12])


def _trend(trend: TrendChange, stems: Mapping[str, str], words: Words) -> TrendMove:
    """A trend that is not comparable gets no figure for the missing side, and no change."""
    comparable = trend.comparable and trend.change is not None
    causes = sorted(trend.moved_by.items(), key=lambda cause: (-abs(cause[1]), cause[0])) if comparable else ()
    return TrendMove(
        id=trend.id,
        title=trend.title,
        before=trend.before,
        after=trend.after,
        change=trend.change if comparable else None,
        not_comparable="" if comparable else words(_not_comparable(trend)),
        moved_by=tuple((stems.get(item, item), points) for item, points in causes),
    )


def _not_comparable(trend: TrendChange) -> str:
    if trend.before is None and trend.after is None:
        return NOT_IN_EITHER
    return NOT_IN_BASELINE if trend.before is None else NOT_IN_LATER


def _item(item: ItemChange, trends: Mapping[str, str]) -> AnswerMove:
    effects = tuple((trends.get(trend, trend), points) for trend, points in item.points.items())
    return AnswerMove(item.item, item.stem, item.before, item.after, effects)
