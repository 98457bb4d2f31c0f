"""The codebook: `docs/questions.md`, `actions.md`, `sources.md`, `calendar.md`, written from the shipped pack.

`python -m tools.codebook` writes them; a test holds them to the pack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from cbassess.model.instrument import Item
from cbassess.model.pack import Pack
from cbassess.model.rulebook import AcceptedGap, Action, Confidence, DatedFact, Trend
from cbassess.workflow import open_pack

DOCS = Path(__file__).parents[1] / "docs"
NOTE = "<!-- Written by `make generate` from the pack. Do not edit: change questions/ or rules/. -->"
MARKS: dict[Confidence, str] = {
    "high": "",
    "medium": " (medium confidence)",
    "low": " (LOW confidence)",
    "unconfirmed": " (NOT CONFIRMED)",
}


def documents(pack: Pack) -> dict[str, str]:
    """File name -> text."""
    parts = {
        "questions.md": _questions(pack),
        "actions.md": _actions(pack),
        "sources.md": _sources(pack),
        "calendar.md": _calendar(pack),
    }
    return {name: "\n".join([NOTE, "", *lines]).rstrip() + "\n" for name, lines in parts.items()}


def _questions(pack: Pack) -> Iterator[str]:
    uses = _uses(pack)
    yield from (
        "# Questions",
        "",
        f"{len(pack.items)} items of *{_text(pack.instrument.title)}*, version {pack.instrument.version}.",
        "",
    )
    for section in pack.instrument.sections:
        yield from (f"## {_text(section.title)}", "", _text(section.intro), "")
        for item in section.items:
            gaps = [gap for gap in pack.rulebook.accepted_gaps if gap.item == item.id]
            yield from _item(item, uses.get(item.id, []), gaps)


def _uses(pack: Pack) -> dict[str, list[str]]:
    """Item -> the trends in whose readiness it counts, with its share of their weight."""
    uses: dict[str, list[str]] = {}
    for trend in pack.rulebook.trends:
        for indicator in trend.indicators:
            uses.setdefault(indicator.item, []).append(f"{_text(trend.title)} (weight {indicator.weight:g})")
    return uses


def _item(item: Item, uses: list[str], gaps: list[AcceptedGap]) -> Iterator[str]:
    yield from (f"### `{item.id}`", "", f"**{_text(item.stem)}**", "")
    yield from (f"*Why we ask:* {_text(item.why)}", "", f"*How to find out:* {_text(item.how)}", "")
    if item.options:
        yield from (f"- `{option.id}` {_text(option.text)}" for option in item.options)
        yield ""
    facts = [f"Kind: {item.kind}"]
    if item.min is not None and item.max is not None:
        facts.append(f"{item.min:,.0f} to {item.max:,.0f} {_text(item.unit or '')}".rstrip())
    if item.ask_when:
        facts.append(f"asked when `{item.ask_when}`")
    if item.valid_days:
        facts.append(f"good for {item.valid_days} days")
    facts.append("counts in " + "; ".join(uses) if uses else "never scored")
    yield from (". ".join(fact[0].upper() + fact[1:] for fact in facts) + ".", "")
    for gap in gaps:
        yield from _gap(item, gap)


def _gap(item: Item, gap: AcceptedGap) -> Iterator[str]:
    """A weak answer that no action lifts, and what moves it all the same."""
    border = (
        f"{gap.below:g} {_text(item.unit or '')}".strip() if isinstance(gap.below, int | float) else f"`{gap.below}`"
    )
    for_whom = f" where `{gap.when}`" if gap.when else ""
    yield f"*No step leads all the way to {border}{for_whom}:* {_text(gap.because)}"
    if gap.moved_by:
        moved = ", ".join(f"[`{action}`](actions.md#{action})" for action in gap.moved_by)
        pace = (
            f"about {gap.per_quarter:g} {_text(gap.unit or '')} a quarter is assumed"
            if gap.per_quarter
            else "at no pace that could be assumed"
        )
        yield f"Moved by {moved}: {pace}."
    yield ""


def _actions(pack: Pack) -> Iterator[str]:
    yield from ("# Actions", "", f"{len(pack.actions)} actions of {len(pack.trends)} trends.", "")
    for trend in pack.rulebook.trends:
        yield from _trend(trend)
        for action in trend.actions:
            yield from _action(pack, action)


def _trend(trend: Trend) -> Iterator[str]:
    yield from (f"## {_text(trend.title)}", "", _text(trend.summary), "", _text(trend.why), "")
    yield from ("It concerns a seller the more, the more of these hold:", "")
    yield from (f"- {_text(signal.because)} (weight {signal.weight:g}: `{signal.when}`)" for signal in trend.signals)
    yield ""


def _action(pack: Pack, action: Action) -> Iterator[str]:
    yield from (f"### `{action.id}`", "", f"**{_text(action.title)}**", "", _text(action.why), "")
    yield from (f"{number}. {_text(step)}" for number, step in enumerate(action.steps, 1))
    yield ""
    for item, target in action.achieves.items():
        yield f"- Leads to `{item}` = `{target}`"
    yield f"- Applies when `{action.applies_when or pack.trends[action.trend].applies_when}`"
    yield from (f"- Not now when `{one.when}`: {_text(one.because)}" for one in action.contraindications)
    if action.requires:
        yield "- Needs first: " + ", ".join(f"`{need}`" for need in action.requires)
    yield f"- Band: {action.band}"
    yield from (f"- Band {one.band} when `{one.when}`: {_text(one.because)}" for one in action.band_when)
    least, most = action.effort_hours
    yield f"- Own hours: {least:g} to {most:g}; weeks: {action.lead_weeks[0]:g} to {action.lead_weeks[1]:g}"
    yield f"- Cost: {action.cost.min:,.0f} to {action.cost.max:,.0f} {action.cost.currency}"
    yield f"- Proof: {_text(action.proof)}"
    cited = [f"[{source}](sources.md#{source}){MARKS[pack.sources[source].confidence]}" for source in action.sources]
    yield "- Sources: " + (", ".join(cited) or "judgement from practice, no source")
    yield from (f"- Date: [{date}](calendar.md#{date})" for date in action.dates)
    yield ""


def _sources(pack: Pack) -> Iterator[str]:
    yield from (
        "# Sources",
        "",
        f"{len(pack.sources)} sources: what each is used for, where it was read, and how far it can be trusted.",
        "",
    )
    for source in pack.rulebook.sources:
        year = f", {source.year}" if source.year else ""
        yield from (f"### {source.id}", "", f"**{_text(source.title)}**, {_text(source.publisher)}{year}", "")
        yield from (f"{_text(source.says)}", "")
        yield from (f"Read at: {_text(source.where) or 'not noted'}. Confidence: **{source.confidence}**.", "")


def _calendar(pack: Pack) -> Iterator[str]:
    yield from ("# Calendar", "", "Dates that the plan looks at, oldest first.", "")
    for fact in sorted(pack.rulebook.calendar, key=lambda one: (one.from_, one.id)):
        yield from (f"### {fact.id}", "", f"**{_days(fact)}: {_text(fact.title)}**", "", _text(fact.note), "")
        if fact.when:
            yield from (f"Concerns who takes such a step and: `{fact.when}`.", "")
        if fact.if_late:
            yield from (f"*Who is late:* {_text(fact.if_late)}", "")
        cited = ", ".join(f"[{source}](sources.md#{source})" for source in fact.sources) or "none"
        yield from (
            f"Confidence: **{fact.confidence}**. To be looked at again after {fact.stale_after}. Sources: {cited}.",
            "",
        )


def _days(fact: DatedFact) -> str:
    """All days on which it falls, and its last one."""
    days = ", ".join(day.isoformat() for day in fact.days)
    return f"{days} until {fact.until}" if fact.until else days


def _text(text: str) -> str:
    """Text of a pack as Markdown text and nothing else."""
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", " ".join(text.split()))


def main() -> None:
    """Write the documents."""
    for name, text in documents(open_pack()).items():
        (DOCS / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
