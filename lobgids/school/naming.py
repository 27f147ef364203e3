"""Which model may be named as leading, and how surely: by what is probable and by how the answers divide."""

from typing import TYPE_CHECKING

from lobgids.kb.sayings import words_of
from lobgids.kb.schema.school import Component
from lobgids.log.ask_ids import OTHERWISE, OTHERWISE_AGAIN, PICTURE, PICTURE_AGAIN
from lobgids.school import evidence
from lobgids.school.answering import NO_COUNTS
from lobgids.school.evidence import Certainty, LogLikelihood, StageCounts

if TYPE_CHECKING:
    from lobgids.school.view import SchoolView

FEWEST_SURE, FEWEST_SURE_SHORT = 6, 5
"""With fewer answered components the leading model at most *seems* so, however probable it is.

The short form asks eight at most, so there fewer will do."""

FEWEST_NAMED = 4
"""With fewer answered components one person's story names no model: who told three may be half right about one."""

FEW = 4
"""Fewer answers than this are too few for a picture, unless they name a model."""

DENIED, PARTLY = "picture.no", "picture.partly"
"""The answers of who does not recognise the picture, or only a part of it."""

_OTHERWISE_OF = {PICTURE: OTHERWISE, PICTURE_AGAIN: OTHERWISE_AGAIN}
_NONE = frozenset(["geen", "niet", "not", "no"])

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
    others = [shares(view, other) for other in view.known if other != component]
    if _is_too_few(view, len(others) + 1):
        return None
    index = view.base.components.index(component)
    changed = (*view.log_likelihoods[:index], likelihood, *view.log_likelihoods[index + 1 :])
    return evidence.dominant(evidence.leading(changed), evidence.counted((*others, counts)))


def dominant(view: "SchoolView") -> int | None:
    """The model that may be named as leading; None if none may."""
    return None if _is_too_few(view, len(view.known)) else evidence.dominant(view.leading, view.answered)


def _is_too_few(view: "SchoolView", known: int) -> bool:
    """Whether so many answered components of one person are too few to name a model."""
    return not view.manner.answering.is_vote and known < FEWEST_NAMED


def certainty(view: "SchoolView") -> Certainty:
    """How sure the leading model is, in a word; *open* if none is named.

    One person is one witness: only with a group it may be *clear*, and only of a model that is far ahead: all of them
    may see a component wrongly. With few answers it at most *seems* so.
    """
    if view.dominant is None:
        return "open"
    if is_about_few(view):
        return "seems"
    word = evidence.certainty(max(view.leading.models))
    if word != "clear":
        return word  # type: ignore[return-value]  # one of the four words
    return view.manner.answering.surest if evidence.is_far_ahead(view.answered) else "likely"


def is_about_few(view: "SchoolView") -> bool:
    """Whether fewer than half of the components were answered; in the short form fewer than five."""
    return len(view.known) < (FEWEST_SURE_SHORT if view.chose_short else FEWEST_SURE)


def has_picture(view: "SchoolView") -> bool:
    """Whether there is enough to conclude anything from, be it that no model leads."""
    return view.dominant is not None or len(view.known) >= FEW


def recognised_at(view: "SchoolView") -> str:
    """The ask at which one last said whether one recognises the picture."""
    return PICTURE_AGAIN if view.is_answered(PICTURE_AGAIN) else PICTURE


def is_denied(view: "SchoolView") -> bool:
    """Whether one said of the model that was named that it is not their school; where none was, a no denies nothing.

    So does who recognises a part, and says that the school is none: 'wij zijn geen vakkenschool'. What was answered
    still counts as before.
    """
    answer = view.state.value(recognised_at(view))
    return view.dominant is not None and (answer == DENIED or (answer == PARTLY and _denies_name(view, view.dominant)))


def _denies_name(view: "SchoolView", model: int) -> bool:
    """Whether words at the picture say that the school is none of a model; not in documents of earlier versions."""
    if not view.header.shows_sentences:
        return False
    otherwise = _OTHERWISE_OF[recognised_at(view)]
    given = (view.state.answers.get(ask) for ask in (recognised_at(view), otherwise))
    told = " ".join(f"{one.quote} {one.value if one and isinstance(one.value, str) else ''}" for one in given if one)
    words, name = words_of(told), words_of(view.base.model(model).name)[-1]
    return any(word == name and not _NONE.isdisjoint(words[max(at - 3, 0) : at]) for at, word in enumerate(words))


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
