"""Which model may be named as leading, and how surely: by what is probable and by how the answers divide."""

from typing import TYPE_CHECKING

from lobgids.kb.schema.school import Component
from lobgids.school import evidence
from lobgids.school.answering import NO_COUNTS
from lobgids.school.evidence import Certainty, LogLikelihood, StageCounts

if TYPE_CHECKING:
    from lobgids.school.view import SchoolView

FEWEST_SURE = 6
"""With fewer answered components the leading model at most *seems* so, however probable it is.

The short form has a rule of its own for when it has asked enough."""

FEW = 4
"""Fewer answers than this are too few for a picture, unless they name a model."""

ABOUT_HALF = 0.6
"""The largest share of the larger of two camps at which a group is still called half and half."""


def shares(view: "SchoolView", component: Component) -> StageCounts:
    """How much of a component counts for each stage: a between half for each, a group's by the shares of its camps."""
    chosen = view.chosen(component)
    return view.manner.answering.shares(view, component, chosen) if chosen else NO_COUNTS


def of_one(model: int) -> StageCounts:
    """The counts of an answer that is of one model: 1 for its stage."""
    first, second, third = (float(stage == model) for stage in (1, 2, 3))
    return first, second, third


def dominant_with(
    view: "SchoolView", component: Component, likelihood: LogLikelihood, counts: StageCounts
) -> int | None:
    """The model that would be named if a component had this log-likelihood and these counts; None if none would."""
    index = view.base.components.index(component)
    changed = (*view.log_likelihoods[:index], likelihood, *view.log_likelihoods[index + 1 :])
    others = (shares(view, other) for other in view.known if other != component)
    return evidence.dominant(evidence.leading(changed), evidence.counted((*others, counts)))


def certainty(view: "SchoolView") -> Certainty:
    """How sure the leading model is, in a word; *open* if none is named.

    One person is one witness: only with a group it may be *clear*. With few answers it at most *seems* so.
    """
    if view.dominant is None:
        return "open"
    if is_about_few(view):
        return "seems"
    word = evidence.certainty(max(view.leading.models))
    return view.manner.answering.surest if word == "clear" else word  # type: ignore[return-value]  # one of the four words


def is_about_few(view: "SchoolView") -> bool:
    """Whether fewer than half of the components were answered, unless the short form was chosen."""
    return not view.chose_short and len(view.known) < FEWEST_SURE


def has_picture(view: "SchoolView") -> bool:
    """Whether there is enough to conclude anything from, be it that no model leads."""
    return view.dominant is not None or len(view.known) >= FEW


def stands_between(view: "SchoolView") -> tuple[int, int] | None:
    """The two models, in order, that a school without a leading model stands between; None if that cannot be said."""
    likeliest = evidence.probable(view.leading)
    if likeliest and not evidence.is_even(view.answered):  # another model was answered more often
        first, second = sorted((likeliest, evidence.most_answered(view.answered)))
        return first, second
    if view.known and evidence.is_even(view.answered):  # a third that was answered as often is not left out
        return evidence.two_most_answered(view.answered)
    return evidence.two_most_probable(view.leading)


def is_divided(view: "SchoolView") -> bool:
    """Whether a group is about half and half over the same two stages at each component that it voted on."""
    largest = [max(shares(view, component)) for component in view.known]
    return view.manner.answering.is_vote and min(view.answered) == 0 and max(largest) <= ABOUT_HALF


def seen_and_heard(view: "SchoolView") -> tuple[int, int] | None:
    """The model that what was seen points to and the one with most answers, if that is why none is named; else None."""
    likeliest = evidence.probable(view.leading)
    if likeliest is None or evidence.is_even(view.answered):
        return None
    most = evidence.most_answered(view.answered)
    seen = evidence.counted(shares(view, component) for component in view.known if view.is_seen(component))
    return (likeliest, most) if seen[likeliest - 1] > seen[most - 1] else None
