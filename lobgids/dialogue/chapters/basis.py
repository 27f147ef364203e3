"""Chapter 3, at the end of a pillar or of the short form: what its answers rest on; and of one answer by itself."""

from collections.abc import Iterator

from msgspec.structs import replace

from lobgids.dialogue.chapters.pillars import component_of, shared
from lobgids.dialogue.draft import Draft, asked_about, from_question
from lobgids.dialogue.phrasing import place, say
from lobgids.dialogue.protocol import Option, Say
from lobgids.dialogue.retelling import told, with_reservation
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.school import Component
from lobgids.log import ask_ids
from lobgids.log.ask_ids import BASIS, PICTURE, SCHOOL, SEEN, SUMMARY, is_named, name_of, subject_of
from lobgids.log.events import Event
from lobgids.text import one_line

MOST_LISTED = 2
"""How many answers that one did not see are named where it is asked how one knows them."""

REST = ("students", "documents", "colleagues", "impression")
"""How one may know what one did not see."""

AFTER_ALL = "lessons"
"""That one saw after all what one did not choose among others that one saw."""


def ended(view: View) -> Iterator[str]:
    """The groups of which every situation was asked, and whose end is not yet behind: a summary, or the picture."""
    if view.is_short:
        if not view.is_answered(PICTURE):
            yield SCHOOL
        return
    for pillar in view.base.pillars:
        is_done = all(view.is_answered(ask_ids.situation(component)) for component in view.components_of(pillar))
        if is_done and not view.is_answered(ask_ids.of_pillar(pillar, SUMMARY)):
            yield pillar.id


def asks(view: View) -> Iterator[str]:
    """At the end of a group what of it one saw, how one knows the rest, and what is asked of an answer by itself.

    Where that end is behind, or was passed by with 'conclude now', only what the last answer makes open is asked.
    """
    last = view.state.history[-1].ask if view.state.history else ""
    component = view.component(last)
    groups = {} if view.state.concluded else dict.fromkeys(ended(view))
    groups |= dict.fromkeys([view.founding.about(component) if component else _group_of(last)])
    for group in filter(None, groups):
        yield from _of_group(view, group)
    if component and view.founding.group(component) not in groups and not view.founding.is_settled(component):
        yield from asks_of_answer(view, component)


def _of_group(view: View, group: str) -> Iterator[str]:
    founding = view.founding
    if founding.listed(group):
        yield ask_ids.seen(group)
    if founding.left(group):
        yield ask_ids.rest(group)
    for component in founding.members(group):
        if founding.is_due(component):
            yield ask_ids.of_component(component, BASIS)


def _group_of(ask: str) -> str:
    """The group that a question about a group is about; empty if it is another question."""
    return subject_of(ask) if name_of(ask) in (SEEN, BASIS) else ""


def asks_of_answer(view: View, component: Component) -> Iterator[str]:
    """What the answer rests on, if there is an answer."""
    if view.described(component):
        yield ask_ids.of_component(component, BASIS)


def draft(view: View, ask: str) -> Draft:
    """A question about the answers of a pillar; or about one, which comes first, as others came in between."""
    if ask_ids.is_about_component(ask):
        question = of_answer(view, ask)
        return replace(question, text=f"{told(view, component_of(view, ask))}\n{question.text}")
    groups = (SCHOOL, *(pillar.id for pillar in view.base.pillars))
    group = asked_about((group for group in groups if group == subject_of(ask) and _may_be_asked(view, ask)), ask)
    question = _seen(view, group) if name_of(ask) == SEEN else _rest(view, group)
    return replace(question, pillar="" if group == SCHOOL else group)


def _may_be_asked(view: View, ask: str) -> bool:
    """Whether there are answers to ask it about; one that was answered can always be looked at."""
    group = subject_of(ask)
    about = view.founding.listed(group) if name_of(ask) == SEEN else view.founding.left(group)
    return bool(about) or view.is_answered(ask)


def _seen(view: View, group: str) -> Draft:
    """Which of the answers one saw oneself."""
    question = from_question(view.base, "ask.seen", nth=_before(view, ask_ids.seen(group)))
    listed = view.founding.listed(group)
    options = tuple(
        Option(id=component.id, text=with_reservation(view, component, view.described(component)))
        for component in listed
    )
    return replace(question, options=(*options, *question.options))


def _rest(view: View, group: str) -> Draft:
    """How one knows the others: all of them if one saw none, as they were just listed, and a few by name."""
    left, nth = view.founding.left(group), _before(view, ask_ids.rest(group))
    if left == view.founding.listed(group):
        question = from_question(view.base, "ask.rest_all", nth=nth)
    elif len(left) <= MOST_LISTED:
        lines = "\n".join(f"- {told(view, component)}" for component in left)
        question = from_question(view.base, "ask.rest_few", nth=nth, lines=lines)
    else:
        question = from_question(view.base, "ask.rest", nth=nth)
    known = {answer.id: answer.text for answer in view.base.answers}
    bases = REST if left == view.founding.listed(group) else (AFTER_ALL, *REST)
    options = tuple(Option(id=basis, text=known[basis]) for basis in bases)
    return replace(question, options=(*options, *from_question(view.base, "ask.rest").options))


def _before(view: View, ask: str) -> int:
    """How many questions of the same kind come before it: about a group of answers, or about one of them."""
    is_of_one = ask_ids.is_about_component(ask)
    alike = (asked for asked in view.state.answers
             if name_of(asked) == name_of(ask) and ask_ids.is_about_component(asked) == is_of_one)  # fmt: skip
    return place(alike, ask)


def of_answer(view: View, ask: str) -> Draft:
    """What one answer rests on."""
    component = component_of(view, ask)
    return shared(view, component, "multi", from_question(view.base, "ask.basis", nth=_before(view, ask)), "basis")


def of_agreement(view: View, ask: str) -> Draft:
    """The same with a group, below the sentence that it just agreed on."""
    question, sentence = of_answer(view, ask), one_line(view.quote(component_of(view, ask)))
    if not sentence:
        return question
    return replace(question, text=f"{phrase(view.base, 'basis.sentence', ask, quote=sentence)}\n{question.text}")


def reply(view: View, event: Event) -> Iterator[Say]:
    """Say that a wish is no answer to how it is."""
    component = view.component(event.ask)
    if component and view.wished(component):
        wished = (asked for asked in view.state.answers if is_named(asked, BASIS) and _is_wished(view, asked))
        yield say(view.base, "basis.wished", place(wished, event.ask))


def _is_wished(view: View, ask: str) -> bool:
    component = view.component(ask)
    return component is not None and bool(view.wished(component))


STEP = Step(
    name="basis", chapter="pillar", asks=asks, draft=draft, reply=reply, keys=(BASIS, SEEN),
    needs=("ask.basis", "ask.seen", "ask.rest", "ask.rest_few", "ask.rest_all"),
)  # fmt: skip
GROUP_STEP = Step(
    name="basis", chapter="pillar", asks_about=asks_of_answer, draft=of_agreement, reply=reply, about_an_answer=True,
    needs=("ask.basis",),
)  # fmt: skip
