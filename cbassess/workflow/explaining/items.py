"""From an item up to every trend and step that would move if its answer were another."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cbassess.engine.wording import answer_json, answer_text
from cbassess.model.explanation import AnswerEffect, ItemExplained, Use
from cbassess.model.instrument import Item
from cbassess.model.responses import Missing, Response
from cbassess.planning.trying import answers_to_try
from cbassess.words import words_in
from cbassess.workflow.explaining.case import Case
from cbassess.workflow.sides import Side, asked_only, trend_shifts

FIRST = 5
"""How many steps at the head of the plan are watched."""


def explain_item(case: Case, name: str) -> ItemExplained:
    """What the item is good for, and what each other answer would change."""
    item = case.pack.items[name]
    return ItemExplained(
        **case.head,
        item=name,
        stem=item.stem,
        why=item.why,
        how=item.how,
        state=case.situation.states[name],
        answer=next(entry.text for entry in case.side.assessment.responses if entry.item == name),
        asked=case.ground("asked", item.ask_when) if item.ask_when else None,
        uses=tuple(_uses(case, name)),
        lifted_by=case.named(action.id for action in case.pack.rulebook.actions if name in action.achieves),
        effects=tuple(_different(case, item)),
    )


def _uses(case: Case, name: str) -> Iterator[Use]:
    """Parts of readiness of the trends that may concern the seller, and signals that look at the item."""
    behind = case.situation.ruling.items_behind
    for entry in case.side.assessment.trends:
        trend = case.pack.trends[entry.id]
        for one in entry.indicators if entry.applies is not False else ():
            if one.item == name:
                low, high = one.share * one.low, one.share * one.high
                yield Use(trend=entry.id, title=entry.title, share=one.share, low=low, high=high)
        for signal in trend.signals:
            if name in behind[signal.when]:
                ground = case.ground("signal", signal.when, signal.because)
                yield Use(trend=entry.id, title=entry.title, ground=ground)


def _different(case: Case, item: Item) -> Iterator[AnswerEffect]:
    """Other answers with their effects; of those side by side that change the same, the first."""
    given = case.responses.responses.get(item.id, Missing.NOT_REACHED)
    last: AnswerEffect | None = None
    for answer in _answers(case, item, given):
        effect = _effect(case, item, answer)
        same = last and replace(effect, text=last.text, response=last.response) == last
        if not (same and item.kind in ("number", "date")):
            yield effect
        last = effect


def _answers(case: Case, item: Item, given: Response) -> tuple[Response, ...]:
    """The other answers that are worth a look."""
    if item.kind == "multi":
        answers: tuple[Response, ...] = tuple(_toggled(item, given if isinstance(given, tuple) else ()))
    elif item.kind == "text":
        answers = ()
    else:
        answers = answers_to_try(item, case.situation.ruling, case.situation.as_of).answers
    return tuple(answer for answer in (*answers, Missing.DONT_KNOW) if answer != given)


def _toggled(item: Item, given: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The answer with each option added or taken out; one that rules out the others stands alone."""
    for option in item.options:
        alone = {other.id for other in item.options if other.exclusive} - {option.id}
        chosen = set(given) ^ {option.id}
        chosen = {option.id} if option.exclusive else chosen - alone
        if chosen and chosen != set(given):
            yield tuple(one for one in item.option_ids if one in chosen)


def _effect(case: Case, item: Item, answer: Response) -> AnswerEffect:
    before = case.side
    after = Side.of(case.pack, case.responses.with_responses({item.id: answer}), case.situation.as_of)
    then = Case(case.responses, case.situation, after)
    old, new = before.advised(), after.advised()
    old_first, new_first = ([step.action for step in side.assessment.plan[:FIRST]] for side in (before, after))
    return AnswerEffect(
        text=answer_text(item, answer, words_in(case.pack.language)),
        response=answer_json(answer),
        trends=tuple(shift for shift in trend_shifts(before, after) if shift.moves),
        fires=then.named(action for action in new if action not in old),
        ceases=then.named(action for action in old if action not in new),
        enters=then.named(action for action in new_first if action not in old_first),
        leaves=then.named(action for action in old_first if action not in new_first),
        asked=tuple(asked_only(after, before)),
        not_asked=tuple(asked_only(before, after, answered=True)),
    )
