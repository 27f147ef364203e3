"""Which model may be named, and how surely: by how the answers divide over the stages, beside what is probable."""

from typing import TYPE_CHECKING

from lobgids.kb.schema.school import Component
from lobgids.school import evidence
from lobgids.school.answering import NOTHING
from lobgids.school.evidence import Certainty, LogLikelihood, StageCounts

if TYPE_CHECKING:
    from lobgids.school.view import SchoolView

FEWEST_SURE = 6
"""With fewer of the components answered a model is at most what it *seems* to be, however probable.

The short form has a rule of its own for when it has asked enough."""

ABOUT_HALF = 0.6
"""What the larger of two camps has at most where a group is said to be half and half."""


def shares(view: "SchoolView", component: Component) -> StageCounts:
    """How a component counts among the stages: a between half to each, a group's by the shares of its camps."""
    chosen = view.chosen(component)
    return view.manner.answering.shares(view, component, chosen) if chosen else NOTHING


def of_one(model: int) -> StageCounts:
    """How an answer counts that is of one model."""
    first, second, third = (float(stage == model) for stage in (1, 2, 3))
    return first, second, third


def dominant_with(view: "SchoolView", component: Component, known: LogLikelihood, counts: StageCounts) -> int | None:
    """The model that might be named if this were known of a component, and it counted so."""
    place = view.base.components.index(component)
    changed = (*view.log_likelihoods[:place], known, *view.log_likelihoods[place + 1 :])
    others = (shares(view, one) for one in view.known if one != component)
    return evidence.dominant(evidence.leading(changed), evidence.counted((*others, counts)))


def certainty(view: "SchoolView") -> Certainty:
    """How sure the leading model is, in a word, and never surer than what is named.

    One person is one witness: only with a group it may be *clear*. Few answers are at most what it *seems*.
    """
    if view.dominant is None:
        return "open"
    if is_about_few(view):
        return "seems"
    word = evidence.certainty(max(view.leading.models))
    return view.manner.answering.surest if word == "clear" else word  # type: ignore[return-value]  # one of the four words


def is_about_few(view: "SchoolView") -> bool:
    """Whether less than half of the components was answered, where more were to be."""
    return not view.chose_short and len(view.known) < FEWEST_SURE


def stands_between(view: "SchoolView") -> tuple[int, int] | None:
    """The two models, in order, that the school stands between, where none is named and that can be said."""
    likeliest = evidence.probable(view.leading)
    if likeliest and not evidence.is_even(view.answered):  # another model was answered more often
        one, other = sorted((likeliest, evidence.most_answered(view.answered)))
        return one, other
    of_answers = evidence.two_most_answered(view.answered) if evidence.is_even(view.answered) else None
    return of_answers or evidence.two_most_probable(view.leading)


def is_divided(view: "SchoolView") -> bool:
    """Whether a group is about half and half over the same two stages at each component that it voted on."""
    largest = [max(shares(view, component)) for component in view.known]
    return view.manner.answering.is_vote and min(view.answered) == 0 and max(largest) <= ABOUT_HALF


def seen_and_heard(view: "SchoolView") -> tuple[int, int] | None:
    """The model that what was seen points to, and the one that more was heard of, where that is why none is named."""
    likeliest = evidence.probable(view.leading)
    if likeliest is None or evidence.is_even(view.answered):
        return None
    most = evidence.most_answered(view.answered)
    seen = evidence.counted(shares(view, one) for one in view.known if view.is_seen(one))
    return (likeliest, most) if seen[likeliest - 1] > seen[most - 1] else None
