"""What each step of a conversation still asks, and the question behind the id of an ask."""

from collections.abc import Iterator

from lobgids.dialogue.draft import Draft, NoSuchQuestionError
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.schema.school import Component
from lobgids.log.ask_ids import ACTIONS, OWN_ACTIONS, subject_of

_OF_PLAN = ("advice", "evaluation", "closing")
"""The chapters that are asked again where one takes up the plan after the end."""


def open_asks(name: str, view: View, component: Component | None = None) -> Iterator[str]:
    """The ids of the asks of a step that have no answer yet, in order; `component` is where the conversation is."""
    concluded, step = view.state.concluded, view.track.by_name.get(name)
    if step is None or (concluded == "end" and not (step.chapter in _OF_PLAN and _was_planned_since(view))):
        return iter(())
    if concluded and (step.left_open or _is_passed_by(step, view, component)):
        return iter(())
    return (ask for ask in _asks(step, view, component) if not view.is_answered(ask))


def _was_planned_since(view: View) -> bool:
    """Whether one took up the plan after all: what papers tell of it is asked then."""
    asked = [record.ask for record in view.state.history]
    ends = [at for at, record in enumerate(view.state.history) if record.ask == ""]
    since = asked[ends[-1] :] if ends and view.header.shows_sentences else []
    return any(ask in (ACTIONS, OWN_ACTIONS) for ask in since)


def asks_of_step(view: View, name: str) -> list[str]:
    """The asks of a step that is not about a component, answered or not; empty if the track has no such step."""
    step = view.track.by_name.get(name)
    return list(step.asks(view)) if step else []


def draft_of(view: View, ask: str) -> Draft | None:
    """The question behind an ask id; None if this track or the knowledge base has none (any more)."""
    step = view.track.step_of(ask)
    try:
        return step.draft(view, ask) if step else None
    except NoSuchQuestionError as error:
        if error.ask != ask:  # a question that code looks up by its id is missing, which is no fault of the document
            raise
        return None


def _asks(step: Step, view: View, component: Component | None) -> Iterator[str]:
    if step.asks_about is None:
        return step.asks(view)
    return step.asks_about(view, component) if component else iter(())


def _is_passed_by(step: Step, view: View, component: Component | None) -> bool:
    """Whether 'conclude now' passed by what belongs to an answer; it did not if the answer came after it."""
    last = view.state.history[-1].ask if view.state.history else ""
    return step.about_an_answer and (component is None or subject_of(last) != component.id)
