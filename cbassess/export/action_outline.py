"""The outline of an action: where it stands and why, down to answers and sources."""

from __future__ import annotations

from cbassess.export.ground_outline import ground_outline
from cbassess.export.outline import Block, Details, Heading, Paragraph, chapter, details, points
from cbassess.export.placing import named_text, place_text
from cbassess.export.step_outline import PRACTICE
from cbassess.export.wording import doubt, hours, marked, number, signed
from cbassess.model.explanation import ActionExplained, SourceEntry, Target
from cbassess.model.plan import StepDate
from cbassess.words import Words, words_in


def action_outline(document: ActionExplained) -> tuple[Block, ...]:
    """The whole report as blocks, in reading order."""
    words = words_in(document.language)
    grounds = tuple(block for ground in document.grounds for block in ground_outline(ground, words))
    return (
        Heading(1, document.title),
        _head(document, words),
        Paragraph(document.why),
        *chapter(words("Why it stands there"), grounds),
        *chapter(words("What it leads to"), points("", tuple(_target(one, words) for one in document.targets))),
        *chapter(words("What comes before it"), points("", tuple(named_text(one, words) for one in document.requires))),
        *chapter(words("What waits for it"), points("", tuple(named_text(one, words) for one in document.required_by))),
        *chapter(words("Dates"), points("", tuple(_date(date, words) for date in document.dates))),
        *chapter(words("What it rests on"), _sources(document, words)),
    )


def _head(document: ActionExplained, words: Words) -> Details:
    band = document.band
    if document.band_because:
        band = words("{title}: {text}").format(title=band, text=document.band_because)
    gain = (words("{points} in {trend}").format(points=signed(one.points), trend=one.title) for one in document.gain)
    return details(
        (words("Seller"), document.seller),
        (words("As of"), document.as_of.isoformat()),
        (words("Step"), document.action),
        (words("Trend"), document.trend),
        (words("Stands"), place_text(document.place, words)),
        (words("Band"), band),
        (words("Gain"), words("; ").join(gain)),
        (words("Order"), _order(document, words)),
    )


def _order(document: ActionExplained, words: Words) -> str:
    figures = document.priority
    if figures is None:
        return ""
    text = words("({gain} gain + {unlocks} unlocks + {dates} for dates) / {effort} = {points} points an hour")
    return text.format(
        gain=number(figures.gain),
        unlocks=number(figures.unlocks),
        dates=number(figures.time_criticality),
        effort=hours(figures.effort_hours, figures.effort_hours, words),
        points=number(figures.wsjf, 2),
    )


def _target(one: Target, words: Words) -> str:
    if one.met:
        return words("{question} Now: {now}. Reached.").format(question=one.stem, now=one.now)
    text = words("{question} Now: {now}. Then at least: {target}.")
    return text.format(question=one.stem, now=one.now, target=one.target)


def _date(date: StepDate, words: Words) -> str:
    text = words("{title}: {text}").format(title=date.day.isoformat(), text=date.title)
    return marked(text, doubt(words, date.confidence, date.stale), words)


def _sources(document: ActionExplained, words: Words) -> tuple[Block, ...]:
    practice = (words(PRACTICE),) if document.practice else ()
    return points("", (*practice, *(_source(one, words) for one in document.sources)))


def _source(one: SourceEntry, words: Words) -> str:
    cited = words("; ").join(part for part in (one.title, one.publisher, one.where) if part)
    text = words("{title}: {text}").format(title=cited, text=one.says)
    return marked(text, doubt(words, one.confidence), words)
