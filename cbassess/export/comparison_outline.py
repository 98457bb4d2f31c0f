"""The outline of a comparison: what moved between two waves, and what moved it."""

from __future__ import annotations

from collections.abc import Mapping

from cbassess.export.outline import Block, Gauge, Gauges, Heading, Paragraph, chapter, details, points
from cbassess.export.wording import signed, whole
from cbassess.model.comparison import Comparison, ItemChange, TrendChange, WaveStamp
from cbassess.model.evaluation import Interval

RULES_CHANGED = (
    "The baseline was taken under another pack. Both waves are scored under the newer one here, so what "
    "moved is due to your answers, not to changed rules."
)
MEAN = "{} points of readiness, the mean of the comparable trends by their relevance"
NO_HEADLINE = "none: too little was asked in both waves for one number to be honest"
NOT_COMPARABLE = "Not comparable: the trend did not apply in {}."
FATES = {
    "done": "Done",
    "carried": "Carried over",
    "new": "New",
    "dropped": "No longer advised, and not done",
}


def comparison_outline(document: Comparison) -> tuple[Block, ...]:
    """The whole report as blocks, in reading order."""
    stems = {item.item: item.stem for item in document.items}
    trends = {trend.id: trend.title for trend in document.trends}
    moved = tuple(block for trend in document.trends for block in _trend(trend, stems))
    changed = tuple(_item(item, trends) for item in document.items)
    return (
        Heading(1, f"Comparison of {document.seller}: {document.baseline.wave} and {document.wave.wave}"),
        *_head(document),
        *chapter("How readiness moved", moved),
        *chapter("What became of the steps", _steps(document)),
        *chapter("Answers that changed", points("", changed) or (Paragraph("No answer changed."),)),
    )


def _head(document: Comparison) -> tuple[Block, ...]:
    headline = NO_HEADLINE if document.headline is None else MEAN.format(signed(document.headline))
    facts = details(
        ("Baseline", _stamp(document.baseline)),
        ("Wave", _stamp(document.wave)),
        ("Asked in both", f"{whole(100 * document.shared)} % of the questions"),
        ("Change", headline),
    )
    return (facts, Paragraph(RULES_CHANGED)) if document.rules_changed else (facts,)


def _stamp(wave: WaveStamp) -> str:
    return f"{wave.wave}, as of {wave.as_of.isoformat()}, pack {wave.pack_version}, {wave.pack_hash[:12]}"


def _trend(trend: TrendChange, stems: Mapping[str, str]) -> tuple[Block, ...]:
    """A trend that is not comparable gets no figure for the missing side, and no change."""
    sides: tuple[tuple[str, Interval | None], ...] = (("Before", trend.before), ("After", trend.after))
    gauges = tuple(Gauge(label, figure) for label, figure in sides if figure is not None)
    blocks: tuple[Block, ...] = (Heading(3, trend.title),)
    if gauges:
        blocks += (Gauges(gauges),)
    if not trend.comparable or trend.change is None:
        return (*blocks, Paragraph(NOT_COMPARABLE.format(_missing_side(trend))))
    causes = sorted(trend.moved_by.items(), key=lambda cause: (-abs(cause[1]), cause[0]))
    moved = tuple(f"{signed(part)} {stems.get(item, item)}" for item, part in causes)
    return (*blocks, details(("Change", f"{signed(trend.change)} points")), *points("Moved by", moved))


def _missing_side(trend: TrendChange) -> str:
    if trend.before is None and trend.after is None:
        return "either wave"
    return "the baseline" if trend.before is None else "the later wave"


def _steps(document: Comparison) -> tuple[Block, ...]:
    return tuple(
        block
        for fate, title in FATES.items()
        for block in points(title, tuple(step.title for step in document.steps if step.fate == fate))
    )


def _item(item: ItemChange, trends: Mapping[str, str]) -> str:
    effects = "; ".join(f"{signed(part)} in {trends.get(trend, trend)}" for trend, part in item.points.items())
    return f"{item.stem} Before: {item.before}. After: {item.after}." + (f" ({effects})" if effects else "")
