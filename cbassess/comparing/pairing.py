"""The comparison of two waves: like for like, and as each of them showed it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from cbassess.carrying.diffing import diff_packs
from cbassess.comparing.fates import step_changes
from cbassess.comparing.moving import Ground, movers
from cbassess.comparing.scoring import judge, readiness, relevance, shared_items
from cbassess.comparing.sides import Side
from cbassess.comparing.splitting import splits
from cbassess.engine.gains import changes_by
from cbassess.engine.scoring import readiness_of
from cbassess.engine.situation import Situation
from cbassess.engine.wording import answer_text
from cbassess.model.assessment import Assessment
from cbassess.model.comparison import Comparison, ItemChange, Split, TrendChange
from cbassess.model.evaluation import Interval
from cbassess.model.pack import Pack
from cbassess.model.responses import Missing
from cbassess.words import phrase, words_in

NEGLIGIBLE = 1e-9
NO_LONGER_ASKED = phrase("no longer asked")


def compare(pack: Pack, baseline: Side, wave: Side) -> Comparison:
    """What changed between two waves of one seller, both scored under `pack`, and why.

    One overall figure is given only where enough of the questions was answered in both waves and is asked by
    both packs; the rulebook of `pack` says how much is enough.
    """
    pair = _Pair(pack, baseline, wave)
    needs = pack.rulebook.compare.headline_needs_shared
    trends = tuple(pair.trend_changes())
    honest = pair.shared >= needs and (pair.compatibility is None or pair.compatibility >= needs)
    return Comparison(
        seller=wave.seen.seller,
        language=pack.language,
        baseline=baseline.stamp,
        wave=wave.stamp,
        shared=pair.shared,
        compatibility=pair.compatibility,
        headline_needs=needs,
        headline=pair.mean({one.id: one.change for one in trends}) if honest else None,
        headline_split=pair.mean_split(trends) if honest else None,
        headline_foreseen=pair.mean({one.id: _foreseen_change(one) for one in trends}) if honest else None,
        rules_changed=baseline.stamp.pack_hash != wave.stamp.pack_hash,
        trends=trends,
        items=tuple(pair.item_changes(trends)),
        steps=tuple(step_changes(baseline, wave)),
    )


class _Pair(Struct, frozen=True, eq=False, dict=True):
    """Two waves under one pack, and everything that is worked out from them once."""

    pack: Pack
    baseline: Side
    wave: Side

    @cached_property
    def ground(self) -> Ground:
        others = [side.pack for side in (self.baseline, self.wave) if side.pack is not None]
        return Ground(self.pack, shared_items(self.pack, others))

    @cached_property
    def alike(self) -> tuple[Situation, Situation]:
        """Both waves, like for like."""
        before, after = (self.ground.judge(side.under(self.pack), side.as_of) for side in self._sides)
        return before, after

    @cached_property
    def whole(self) -> tuple[Situation, Situation]:
        """Both waves over all questions of the pack."""
        before, after = (judge(self.pack, self.pack, side.responses, side.pack, side.as_of) for side in self._sides)
        return before, after

    @property
    def _sides(self) -> tuple[Side, Side]:
        return self.baseline, self.wave

    @cached_property
    def compatibility(self) -> float | None:
        """Items that both packs ask with the same meaning, as a share of those of either."""
        if self.baseline.pack is None or self.wave.pack is None:
            return None
        return diff_packs(self.baseline.pack, self.wave.pack).compatibility

    @cached_property
    def shared(self) -> float:
        """Items answered in both waves as a share of those asked in either; 1 where nothing was asked."""
        before, after = self.whole
        asked = {item for one in self.whole for item, state in one.states.items() if _is_asked(item, state, self.pack)}
        asked |= {item for item, _ in self._retired()}
        both = {item for item in self.pack.items if item in before.responses and item in after.responses}
        return len(both) / len(asked) if asked else 1.0

    def trend_changes(self) -> Iterator[TrendChange]:
        """The trends that concern the seller in at least one of the waves."""
        before, after = (readiness(one) for one in self.alike)
        moved = self._movers()
        seen_before, seen_after = (_seen(side.seen) for side in self._sides)
        parts = splits(self.baseline, self.wave)
        foreseen = self._foreseen()
        for trend in self.pack.rulebook.trends:
            old, new = before.get(trend.id), after.get(trend.id)
            if old is None and new is None:
                continue
            change = new.value - old.value if old is not None and new is not None else None
            yield TrendChange(
                id=trend.id,
                title=trend.title,
                comparable=change is not None,
                before=old,
                after=new,
                change=change,
                moved_by=moved.get(trend.id, {}) if change is not None else {},
                seen_before=seen_before.get(trend.id),
                seen_after=seen_after.get(trend.id),
                split=parts.get(trend.id) if change is not None else None,
                foreseen=foreseen.get(trend.id) if change is not None else None,
            )

    def _movers(self) -> dict[str, dict[str, float]]:
        before, after = ((side.under(self.pack), side.as_of) for side in self._sides)
        moved = movers(self.ground, before, after)
        return {
            trend: {item: points for item, points in parts.items() if abs(points) > NEGLIGIBLE}
            for trend, parts in moved.items()
        }

    def _foreseen(self) -> dict[str, float]:
        """What the baseline's plan foresaw for the day of the wave: its steps that were due by then, done."""
        if self.baseline.as_of >= self.wave.as_of:
            return {}
        due = [step.action for step in self.baseline.seen.plan if step.due <= self.wave.as_of]
        before, _ = self.alike
        changes = changes_by([self.pack.actions[action] for action in due if action in self.pack.actions], before)
        return {
            trend.id: readiness_of(trend, before, changes).value
            for trend in self.pack.rulebook.trends
            if trend.id in readiness(before)
        }

    def mean(self, points: Mapping[str, float | None]) -> float | None:
        """The mean over trends, weighted by their relevance today."""
        weights = relevance(self.whole[1])
        known = [(weights[trend], value) for trend, value in points.items() if value is not None]
        total = sum(weight for weight, _ in known)
        return sum(weight * value for weight, value in known) / total if total else None

    def mean_split(self, trends: tuple[TrendChange, ...]) -> Split | None:
        """The mean of the splits; None where a comparable trend has none."""
        split = {one.id: one.split for one in trends if one.comparable}
        if not split or None in split.values():
            return None
        answers, rules, questions = (
            self.mean({trend: getattr(one, part) for trend, one in split.items()})
            for part in ("answers", "rules", "questions")
        )
        if answers is None or rules is None or questions is None:
            return None
        return Split(answers=answers, rules=rules, questions=questions)

    def item_changes(self, trends: tuple[TrendChange, ...]) -> Iterator[ItemChange]:
        """Answers that differ, in the order of asking, then those to items that are asked no more."""
        before, after = (self._texts(one) for one in self.whole)
        for item_id, item in self.pack.items.items():
            if before[item_id] != after[item_id]:
                points = {trend.id: trend.moved_by[item_id] for trend in trends if item_id in trend.moved_by}
                yield ItemChange(
                    item=item_id, stem=item.stem, before=before[item_id], after=after[item_id], points=points
                )
        gone = words_in(self.pack.language)(NO_LONGER_ASKED)
        for item_id, (stem, text) in self._retired():
            yield ItemChange(item=item_id, stem=stem, before=text, after=gone, points={})

    def _texts(self, situation: Situation) -> dict[str, str]:
        words = words_in(self.pack.language)
        texts = {}
        for item_id, item in self.pack.items.items():
            missing = Missing.OFF_ROUTE if situation.states[item_id] == "off_route" else Missing.NOT_REACHED
            texts[item_id] = answer_text(item, situation.responses.get(item_id, missing), words)
        return texts

    def _retired(self) -> list[tuple[str, tuple[str, str]]]:
        """Items that the baseline answered and that nothing in the pack takes the place of: stem and answer."""
        replaced = {old for item in self.pack.items.values() for old in item.replaces}
        return [
            (entry.item, (entry.stem, entry.text))
            for entry in self.baseline.seen.responses
            if entry.item not in self.pack.items
            and entry.item not in replaced
            and entry.state in ("answered", "dont_know", "declined")
        ]


def _is_asked(item: str, state: str, pack: Pack) -> bool:
    return item in pack.items and state not in ("off_route", "waiting")


def _seen(assessment: Assessment) -> dict[str, Interval]:
    """Readiness as the seller saw it, of the trends that concerned the seller."""
    return {trend.id: trend.readiness for trend in assessment.trends if trend.applies is not False}


def _foreseen_change(trend: TrendChange) -> float | None:
    if trend.foreseen is None or trend.before is None:
        return None
    return trend.foreseen - trend.before.value
