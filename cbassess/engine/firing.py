"""Which actions would help this seller, which would be wrong now, and which are still undecided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from msgspec import Struct, field

from cbassess.engine.evidence import Evidence
from cbassess.engine.gains import Gains
from cbassess.engine.kleene import Truth
from cbassess.engine.situation import Ruling, Situation
from cbassess.model.evaluation import Fired, NotNow, Reason
from cbassess.model.responses import Missing, Value
from cbassess.model.rulebook import Achieved, Action
from cbassess.words import phrase, words_in


class Verdict(Enum):
    """What an action is to this seller."""

    IRRELEVANT = "does not apply"
    SATISFIED = "what it achieves is there already"
    PENDING = "hangs on an open answer"
    FIRES = "would help"


UNDONE = (Verdict.FIRES, Verdict.PENDING)
NEEDS_FIRST = phrase("It needs “{title}” first. {because}")


class Firing(Struct):
    """All actions sorted by what they are to this seller."""

    fired: list[Fired] = field(default_factory=list)
    not_now: list[NotNow] = field(default_factory=list)
    in_place: list[str] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)


def fire(situation: Situation, evidence: Evidence | None = None) -> Firing:
    """Judge every action of the pack, prerequisites included; reasons are given where there is `evidence`."""
    verdicts = {action.id: verdict_of(action, situation) for action in situation.pack.rulebook.actions}
    blocked = _blocked(situation, verdicts)
    wanted = [action for action, verdict in verdicts.items() if verdict is Verdict.FIRES]
    gains = Gains(situation)
    needed_by = _needed(situation, verdicts, [action for action in wanted if action not in blocked])
    firing = Firing(
        in_place=[action for action, verdict in verdicts.items() if verdict is Verdict.SATISFIED],
        pending=[action for action, verdict in verdicts.items() if verdict is Verdict.PENDING],
    )
    for action_id, action in situation.pack.actions.items():
        if action_id in blocked and action_id in wanted:
            firing.not_now.append(NotNow(action=action_id, title=action.title, because=blocked[action_id]))
        elif action_id in wanted or action_id in needed_by:
            firing.fired.append(_fired(action, situation, gains, evidence, needed_by.get(action_id)))
    return firing


def verdict_of(action: Action, situation: Situation) -> Verdict:
    """What the action is to this seller, contraindications aside."""
    applies = situation.truths[applies_when(action, situation)]
    if applies is False:
        return Verdict.IRRELEVANT
    met = [target_met(item, target, situation) for item, target in relevant_targets(action, situation)]
    if not met:
        return Verdict.IRRELEVANT
    if all(met):
        return Verdict.SATISFIED if applies else Verdict.IRRELEVANT
    return Verdict.FIRES if applies and False in met else Verdict.PENDING


def applies_when(action: Action, situation: Situation) -> str:
    """The condition under which the action applies: its own, else its trend's."""
    return situation.pack.applies_when(action)


def relevant_targets(action: Action, situation: Situation) -> Iterator[tuple[str, Achieved]]:
    """What the action achieves, without items that do not apply to this seller."""
    for item, target in action.achieves.items():
        if situation.states[item] != "off_route":
            yield item, target


def target_met(item_id: str, target: Achieved, situation: Situation) -> Truth:
    """Whether the answer is at least the target; unknown without an answer.

    A "don't know" is an unmet target where the rulebook counts it as the weakest answer. An item that waits for an
    earlier answer may yet turn out not to apply; what was said to it then does no harm, so it can only be met.
    """
    waiting = situation.states[item_id] == "waiting"
    response = (situation.given if waiting else situation.responses).get(item_id, Missing.NOT_REACHED)
    if response is Missing.DONT_KNOW and not waiting and situation.pack.rulebook.policy.dont_know == "weakest":
        return False
    if isinstance(response, Missing):
        return None
    met = at_least(item_id, response, target, situation.ruling)
    return met or None if waiting else met


def at_least(item_id: str, answer: Value, target: Achieved, ruling: Ruling) -> bool:
    """Whether the answer reaches what an action achieves; on a choice only the target itself does."""
    item = ruling.pack.items[item_id]
    if item.kind == "scale":
        return item.option_ids.index(str(answer)) >= item.option_ids.index(str(target))
    if item.kind == "number" and isinstance(answer, int | float):
        return answer <= float(target) if ruling.less_is_better(item_id) else answer >= float(target)
    return answer == target


def _blocked(situation: Situation, verdicts: dict[str, Verdict]) -> dict[str, tuple[str, ...]]:
    """Actions that would be wrong now, with the reasons; what needs one of them is wrong now too."""
    actions = situation.pack.rulebook.actions
    needs_first = words_in(situation.pack.language)(NEEDS_FIRST)
    blocked = {action.id: held for action in actions if (held := _contraindications(action, situation))}
    spread = True
    while spread:
        spread = False
        for action in actions:
            obstacle = next((need for need in action.requires if need in blocked and verdicts[need] in UNDONE), None)
            if obstacle and action.id not in blocked:
                title = situation.pack.actions[obstacle].title
                blocked[action.id] = (needs_first.format(title=title, because=blocked[obstacle][0]),)
                spread = True
    return blocked


def _contraindications(action: Action, situation: Situation) -> tuple[str, ...]:
    return tuple(one.because for one in action.contraindications if situation.truths[one.when])


def _needed(situation: Situation, verdicts: dict[str, Verdict], wanted: Iterable[str]) -> dict[str, str]:
    """Undecided actions that have to be planned because something wanted needs them first."""
    needed: dict[str, str] = {}
    queue = list(wanted)
    while queue:
        action = queue.pop(0)
        for need in situation.pack.actions[action].requires:
            if verdicts[need] is Verdict.PENDING and need not in needed:
                needed[need] = action
                queue.append(need)
    return needed


def _fired(
    action: Action, situation: Situation, gains: Gains, evidence: Evidence | None, needed_by: str | None
) -> Fired:
    lift = next((lift for lift in action.band_when if situation.truths[lift.when]), None)
    return Fired(
        action=action.id,
        band=lift.band if lift else action.band,
        band_because=lift.because if lift else None,
        gain=gains.of(action.id),
        because=_because(action, situation, evidence) if evidence else (),
        needed_by=needed_by,
    )


def _because(action: Action, situation: Situation, evidence: Evidence) -> tuple[Reason, ...]:
    """The answers that fall short, and those that make the action apply."""
    unmet = [
        item for item, target in relevant_targets(action, situation) if target_met(item, target, situation) is not True
    ]
    return evidence.reasons([*unmet, *evidence.deciding(applies_when(action, situation))])
