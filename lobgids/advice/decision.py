"""The decision that follows from the wishes and the plan: which choice is proposed, what belongs to it, and by when."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from lobgids.advice.conclusions import Action, Conclusions, Planned
from lobgids.kb.sayings import says
from lobgids.log.ask_ids import is_ambition, situation
from lobgids.school.ambition import OF_DECAAN
from lobgids.school.sayings import in_own_words, keeps_back, said_with
from lobgids.school.stage import aim, aims
from lobgids.school.view import SchoolView

CHOICES = ("leave", "strengthen", "step")
Choice = Literal["leave", "strengthen", "step"]
"""To leave LOB as it is, to strengthen what there is, or to make a step and strengthen the rest."""

FOR_ANY_CHOICE = ("talk", "find_out")
"""The kinds of actions that belong to every choice: talking about the aim, and finding out."""

SMALL = ("own", "begin")
"""The kinds of actions for which nobody has to choose a direction: one's own, and a first step with somebody."""

_STAY = "ambition.stay"
"""What the option to stay begins with."""

_BUT = re.compile(r"(?:^|[,.;]\s+)(?:maar|but)\b", re.IGNORECASE)
"""How a reservation begins behind a wish: 'graag, maar niet dit jaar'."""


class Deadline(NamedTuple):
    """When there has to be a decision, and why then.

    In the `talk` about the aim, `before` the first action begins, or `by` the day on which the plan has to be known;
    `open` if no day is known, and then `day` (YYYY-MM-DD) is empty.
    """

    why: Literal["talk", "before", "by", "open"]
    day: str = ""


def proposed(view: SchoolView, conclusions: Conclusions) -> Choice | None:
    """Return the choice that the wishes come to; None where there is first something to talk about."""
    return None if to_talk_about(view, conclusions) else "step" if any(_wishes(conclusions)) else "strengthen"


def to_talk_about(view: SchoolView, conclusions: Conclusions) -> Literal["none", "apart", "little", "later", ""]:
    """Return why there is nothing to decide yet; empty if there is.

    Nothing was wished for, the wishes go apart, of most components one did not know how it goes, or the wish is for
    later: it was told with a reservation, such as 'niet allemaal tegelijk', or it is the decaan's alone and the plan
    has no action for it but small ones.
    """
    if conclusions.direction.is_apart:
        return "apart"
    is_small = _is_without_action(view, conclusions)
    if is_small and _has_begin(conclusions):
        return "later"
    if not _wishes(conclusions):
        return "none"
    if knows_little(view):
        return "little"
    return "later" if is_reserved_wish(view) or is_small else ""


def is_reserved_wish(view: SchoolView) -> bool:
    """Return whether a wish was told with a reservation; who stays may well deny something: 'geen nieuwe koers'."""
    asks = [ask for ask in view.state.answers if is_ambition(ask)]
    moving = [said_with(view, ask) for ask in asks if not str(view.state.value(ask)).startswith(_STAY)]
    return any(
        says(view.base, "partly", words) or keeps_back(view.base, words) or _BUT.search(words) for words in moving
    )


def _is_without_action(view: SchoolView, conclusions: Conclusions) -> bool:
    """Return whether it is the wish of the decaan alone, and the plan has no action for it but small ones.

    For a wish to stay no other action is needed, and with no wish each action stands by itself: what is asked then is
    room for these.
    """
    if view.manner.answering.is_vote or not {*conclusions.direction.whose} <= {OF_DECAAN}:
        return False
    if any(_wishes(conclusions)):
        return all(item.kind in SMALL for item in of_step(view, conclusions))
    kinds = {item.kind for item in conclusions.plan}
    return not conclusions.direction.wishes or (bool(kinds & {*SMALL}) and kinds <= {*SMALL, *FOR_ANY_CHOICE})


def _has_begin(conclusions: Conclusions) -> bool:
    """Return whether the plan has an action to begin with, besides talking and finding out."""
    return any(item.kind not in FOR_ANY_CHOICE for item in conclusions.plan)


def knows_little(view: SchoolView) -> bool:
    """Return whether one did not know how it goes at most of the components that were asked about."""
    asked = [component for component in view.base.components if view.is_answered(situation(component))]
    return len(asked) > 2 * len([one for one in asked if one in view.known or in_own_words(view, one)])


def _wishes(conclusions: Conclusions) -> list[int | None]:
    return list(conclusions.direction.wishes.values())


def of_step(view: SchoolView, conclusions: Conclusions) -> list[Planned]:
    """Return the actions of the plan that belong to a step, and that would not be there without one.

    An action on a theme belongs to it if the pillar of that theme moves, any other if some pillar does. Talking about
    the aim and finding out belong to every choice.
    """
    actions = {action.id: action for action in conclusions.actions}
    return [item for item in conclusions.plan if _is_of_step(view, item, actions[item.action])]


def theme_of(conclusions: Conclusions, item: Planned) -> str:
    """Return the id of the theme that an action of the plan is about; empty if it is about none."""
    return next(action.theme for action in conclusions.actions if action.id == item.action)


def _is_of_step(view: SchoolView, item: Planned, action: Action) -> bool:
    if item.kind in FOR_ANY_CHOICE:
        return False
    if not action.theme:
        return bool(aims(view))
    component = view.base.component(view.base.theme(action.theme).component)
    return aim(view, component.pillar) is not None


def deadline(plan: Sequence[Planned], decide_by: str, *, after: str = "") -> Deadline:
    """Return when there has to be a decision: the earliest of the days that are known and come `after` this one.

    By `decide_by` (YYYY-MM-DD, or empty) the plan has to be known. On the day of the proposal nobody has read it yet.
    """
    plan = [item for item in plan if item.date > after]
    begun = [item.date for item in plan if item.kind not in (*FOR_ANY_CHOICE, *SMALL)]  # these wait for nobody
    known = [
        *(Deadline("talk", item.date) for item in plan if item.kind == "talk"),
        *(Deadline("before", day) for day in sorted(begun)[:1]),
        *(Deadline("by", day) for day in (decide_by,) if day > after),
    ]
    return min(known, key=_day, default=Deadline("open"))


def _day(deadline: Deadline) -> str:
    return deadline.day
