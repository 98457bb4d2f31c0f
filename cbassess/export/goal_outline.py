"""The outline of a goal: whether it can be reached, by which steps, and what would have to give."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.export.outline import Block, Details, Heading, Paragraph, Table, chapter, details, points
from cbassess.export.wording import amount, hours, interval, money, number, quarter, sentences, signed, whole
from cbassess.model.goal import Goal, Relaxation, Shortfall, Way, WayStep
from cbassess.words import Words, phrase, words_in

SHORTFALLS_NAMED = 10

REACHED = phrase("This is reached already. There is nothing to do for it.")
IN_TIME = phrase("Yes, this can be reached by {day}: with {count}, done by {done}.")
TOO_LATE = phrase("Not by {day}. The earliest is {quarter}: with {count}, done by {done}.")
PERHAPS_TOO_LATE = phrase(
    "No way was found that is done by {day}, though not every one could be tried. "
    "The earliest that was found is {quarter}: with {count}, done by {done}."
)
NOT_IN_SIGHT = phrase("Not by {day}, and not within three years, with the hours and the money that you have.")
PERHAPS_NOT_IN_SIGHT = phrase(
    "No way was found that is done by {day}, nor within three years, with the hours and the money that you have, "
    "though not every one could be tried."
)
NO_HOURS = phrase("More hours a week: no number of hours would do; money or waiting times stand in the way.")
NO_HOURS_FOUND = phrase("More hours a week: no number was found that would do, though not every way could be tried.")
NO_MONEY = phrase("More money: no sum would do; hours or waiting times stand in the way.")
NO_MONEY_FOUND = phrase("More money: no sum was found that would do, though not every way could be tried.")
NO_TIME_FOUND = phrase("More time: none was found within three years, though not every way could be tried.")
OUT_OF_REACH = phrase("No. Even if you do all that is advised now, this is not reached.")
WORK = phrase("They take about {hours} of your own and about {money} {currency}.")
LEAST = phrase("No other steps reach it by then with less work of your own.")
NOT_PROVED = phrase("Other steps may do it with a little less work; not every one could be tried.")
LOW_END = phrase(
    "Only what is certain counts. A question that is still open brings no points, so an answer may bring you "
    "nearer than this."
)
URGENT = phrase(
    "This goal does not need these steps, but they must not wait for it: your plan has them first. The days and the "
    "money above leave no room for them."
)
ORDER_OF_STEPS = phrase(
    "In the order in which they start. The points are those that a step adds to the steps before it."
)


def goal_outline(document: Goal) -> tuple[Block, ...]:
    """The whole report as blocks, in reading order."""
    words = words_in(document.language)
    return (
        Heading(1, words("A goal of {seller}").format(seller=document.seller)),
        _head(document, words),
        *(Paragraph(text) for text in _verdict(document, words)),
        *chapter(words("Readiness"), _aims(document, words)),
        *chapter(words("What alone would do"), points("", tuple(_relaxations(document, words)))),
        *chapter(words("The steps"), _steps(document, words)),
        *chapter(words("Urgent all the same"), _urgent(document, words)),
        *chapter(words("What is missing"), _shortfalls(document, words)),
    )


def _head(document: Goal, words: Words) -> Details:
    goal = words("{trend}: {readiness}")
    capacity = document.capacity
    budget = words("no limit given")
    if capacity.budget is not None:
        budget = f"{amount(capacity.budget)} {words.currency(capacity.currency)}"
    return details(
        *((words("Goal"), goal.format(trend=aim.title, readiness=number(aim.readiness))) for aim in document.aims),
        (words("By"), words("{title} ({text})").format(title=quarter(document.by, words), text=document.by_day)),
        (words("As of"), document.as_of.isoformat()),
        (words("Hours a week"), number(capacity.hours_per_week)),
        (words("Budget"), budget),
        (words("Assumed"), words("; ").join(capacity.assumed)),
    )


def _verdict(document: Goal, words: Words) -> Iterator[str]:
    """The answer in a few sentences."""
    said = [_outcome(document, words)]
    if document.way:
        said.append(_work(document.way, document, words))
        said.append(words(LEAST) if document.way.least else words(NOT_PROVED))
    yield sentences(said, words)
    if any(not aim.now.exact for aim in document.aims):
        yield words(LOW_END)


def _outcome(document: Goal, words: Words) -> str:
    day, way = document.by_day.isoformat(), document.way
    if way is None or way.done is None or way.quarter is None:
        never = NOT_IN_SIGHT if document.sure else PERHAPS_NOT_IN_SIGHT
        texts = {"reached": REACHED, "out_of_reach": OUT_OF_REACH}
        return words(texts.get(document.outcome, never)).format(day=day)
    late = TOO_LATE if document.sure else PERHAPS_TOO_LATE
    text = words(IN_TIME) if document.outcome == "in_time" else words(late)
    count = words.plural("{} step", "{} steps", len(way.steps)).format(len(way.steps))
    return text.format(day=day, quarter=quarter(way.quarter, words), count=count, done=way.done.isoformat())


def _work(way: Way, document: Goal, words: Words) -> str:
    currency = words.currency(document.capacity.currency)
    return words(WORK).format(
        hours=hours(way.hours, way.hours, words), money=amount(whole(way.booked)), currency=currency
    )


def _aims(document: Goal, words: Words) -> tuple[Block, ...]:
    with_steps = bool(document.way)
    columns = [words("Trend"), words("Now"), words("Then"), words("Goal")]
    rows = [
        [
            aim.title,
            interval(aim.now, words),
            interval(aim.after or aim.most, words),
            number(aim.readiness),
        ]
        for aim in document.aims
    ]
    if not with_steps:
        columns[2] = words("With all steps")
    return (Table(tuple(columns), tuple(tuple(row) for row in rows)),)


def _relaxations(document: Goal, words: Words) -> Iterator[str]:
    texts = {"date": _date, "hours": _hours, "budget": _budget}
    return (texts[one.kind](one, document, words) for one in document.relaxations)


def _date(one: Relaxation, _document: Goal, words: Words) -> str:
    if one.quarter is None:
        return words("More time: no, not even three years would do.") if one.sure else words(NO_TIME_FOUND)
    return words("More time: until the end of {quarter}.").format(quarter=quarter(one.quarter, words))


def _hours(one: Relaxation, document: Goal, words: Words) -> str:
    if one.hours_per_week is None:
        return words(NO_HOURS) if one.sure else words(NO_HOURS_FOUND)
    text = words("More hours: {hours} a week, in place of {now}.")
    return text.format(hours=number(one.hours_per_week), now=number(document.capacity.hours_per_week))


def _budget(one: Relaxation, document: Goal, words: Words) -> str:
    if one.budget is None:
        return words(NO_MONEY) if one.sure else words(NO_MONEY_FOUND)
    text = words("More money: a budget of {budget} {currency}, in place of {now}.")
    now, currency = document.capacity.budget or 0.0, words.currency(document.capacity.currency)
    return text.format(budget=amount(one.budget), now=amount(now), currency=currency)


def _steps(document: Goal, words: Words) -> tuple[Block, ...]:
    if not document.way:
        return ()
    titles = {aim.trend: aim.title for aim in document.aims}
    lines = tuple(_step(step, titles, words) for step in document.way.steps)
    return (Paragraph(words(ORDER_OF_STEPS)), *points("", lines, numbered=True))


def _step(step: WayStep, titles: dict[str, str], words: Words) -> str:
    days = ""
    if step.start and step.due:
        days = words("{start} to {due}").format(start=step.start.isoformat(), due=step.due.isoformat())
    effort = words("{hours} of your own").format(hours=hours(*step.effort_hours, words))
    gains = (
        words("{points} in {trend}").format(points=signed(added), trend=titles[trend])
        if len(titles) > 1
        else _points(added, words)
        for trend, added in step.adds.items()
    )
    facts = [fact for fact in (days, effort, money(step.cost, words), *gains) if fact]
    return words("{title}: {text}").format(title=step.title, text=words("; ").join(facts))


def _urgent(document: Goal, words: Words) -> tuple[Block, ...]:
    if not document.urgent:
        return ()
    line = words("{title} ({text})")
    lines = tuple(line.format(title=one.title, text=one.band) for one in document.urgent)
    return (Paragraph(words(URGENT)), *points("", lines))


def _points(points: float, words: Words) -> str:
    """`+1 point`, `+5 points`."""
    return words.plural("{} point", "{} points", abs(whole(points))).format(signed(points))


def _shortfalls(document: Goal, words: Words) -> tuple[Block, ...]:
    titles = {aim.trend: aim.title for aim in document.aims}
    named = document.shortfalls[:SHORTFALLS_NAMED]
    return points("", tuple(_shortfall(one, titles[one.trend], words) for one in named))


def _shortfall(one: Shortfall, trend: str, words: Words) -> str:
    points = words.plural("{} point", "{} points", whole(one.points)).format(number(one.points))
    text = words("{points} in {trend}: {question}").format(points=points, trend=trend, question=one.stem)
    if one.state == "open":
        return sentences((text, words("This question is still open.")), words)
    if one.held_back:
        held = words("Held back for now: {actions}.").format(actions=words("; ").join(one.held_back))
        return sentences((text, held, *one.because), words)
    return sentences((text, words("Nothing is advised for it now.")), words)
