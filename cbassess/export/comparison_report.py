"""From a comparison to what its report says."""

from __future__ import annotations

from collections.abc import Mapping

from cbassess.export.report import AnswerMove, ComparisonReport, Points, Stamp, StepMove, TrendMove
from cbassess.export.wording import adding_up
from cbassess.model.comparison import DAYS_PASSED, Comparison, ItemChange, Split, StepChange, TrendChange, WaveStamp
from cbassess.model.evaluation import Interval
from cbassess.words import Words, phrase, words_in

NOT_IN_BASELINE = phrase("Not comparable: the trend did not apply in the baseline, or was not asked about.")
NOT_IN_LATER = phrase("Not comparable: the trend did not apply in the later wave, or was not asked about.")
NOT_IN_EITHER = phrase("Not comparable: the trend did not apply in either wave.")
DAYS = phrase("The days that passed")
PARTS = (phrase("your answers"), phrase("the rules"), phrase("the questions"))
NOTED = {
    "doing": phrase("under way"),
    "done": phrase("marked done, but the answers do not show it"),
}
FATES = {
    "done": phrase("Done"),
    "carried": phrase("Carried over"),
    "new": phrase("New"),
    "dropped": phrase("Dropped, or no longer advised"),
}


def comparison_report(document: Comparison) -> ComparisonReport:
    """What the comparison says."""
    words = words_in(document.language)
    stems = {item.item: item.stem for item in document.items} | {DAYS_PASSED: words(DAYS)}
    trends = {trend.id: trend.title for trend in document.trends}
    return ComparisonReport(
        document=document,
        baseline=_stamp(document.baseline),
        wave=_stamp(document.wave),
        trends=tuple(_trend(trend, stems, words) for trend in document.trends),
        answers=tuple(_item(item, trends) for item in document.items),
        steps=tuple(
            StepMove(step.action, step.title, step.fate, words(title), _noted(step, words))
            for fate, title in FATES.items()
            for step in document.steps
            if step.fate == fate
        ),
        due_to=_due_to(document.headline_split, words),
    )


def _noted(step: StepChange, words: Words) -> str:
    """What the seller noted, where it says more than the fate."""
    if step.fate == "dropped":
        return step.reason
    return words(NOTED[step.status]) if step.fate == "carried" and step.status in NOTED else ""


def _due_to(split: Split | None, words: Words) -> Points:
    """The three parts in tenths that add up; nothing where there is no split."""
    if split is None:
        return ()
    tenths = adding_up((split.answers, split.rules, split.questions))
    return tuple(zip((words(part) for part in PARTS), tenths, strict=True))


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
        seen=_seen(trend),
        due_to=_due_to(trend.split, words),
        foreseen=trend.foreseen,
    )


def _seen(trend: TrendChange) -> tuple[Interval, Interval] | None:
    """What the two waves showed, where that is not what is compared."""
    if trend.seen_before is None or trend.seen_after is None:
        return None
    alike = (trend.before, trend.after) == (trend.seen_before, trend.seen_after)
    return None if alike else (trend.seen_before, trend.seen_after)


def _not_comparable(trend: TrendChange) -> str:
    if trend.before is None and trend.after is None:
        return NOT_IN_EITHER
    return NOT_IN_BASELINE if trend.before is None else NOT_IN_LATER


def _item(item: ItemChange, trends: Mapping[str, str]) -> AnswerMove:
    effects = tuple((trends.get(trend, trend), points) for trend, points in item.points.items())
    return AnswerMove(item.item, item.stem, item.before, item.after, effects)
