"""The moves that one can make at any question, other than answering it."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from lobgids.dialogue.chapters.closing import GO_ON, NEXT, next_draft
from lobgids.dialogue.draft import Draft
from lobgids.dialogue.hearing import hears_nothing
from lobgids.dialogue.interpret import interpret
from lobgids.dialogue.kinds.kind import NotUnderstood, not_too_long
from lobgids.dialogue.mending import can_mend, mends
from lobgids.dialogue.pending import PendingEvent
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.placed import passed_by
from lobgids.dialogue.protocol import Answer, Ask, Input, Move, Say, Words
from lobgids.dialogue.settling import skip
from lobgids.dialogue.spoken import is_question, request
from lobgids.dialogue.steps import asks_of_step, draft_of
from lobgids.dialogue.taking_in import is_nothing_else
from lobgids.dialogue.view import View
from lobgids.kb.beside import later_about, notes_about
from lobgids.kb.phrasing import phrase
from lobgids.kb.sayings import says
from lobgids.kb.sources import cite, standing
from lobgids.log import ask_ids
from lobgids.log.ask_ids import ACTIONS, FORM, MEND, PICTURE, PICTURE_AGAIN, REVEAL, answered_at, is_named
from lobgids.log.events import choice_of
from lobgids.school.explain import two_compared, weights_between
from lobgids.text import clean

MOST_SOURCES = 6
LEAST_WEIGHT = 0.05
"""The weight below which an answer points nowhere: one that no reader would notice."""

# Moves that only say something: they change nothing.
SAYING = frozenset({"why", "example", "source"})


def explanation(view: View, ask: Ask, draft: Draft, move: Move) -> Iterator[Say]:
    """What is said to a move that changes nothing."""
    seed = f"{view.header.seed}{ask.id}"
    if move.move == "why" and ask.id in (PICTURE, PICTURE_AGAIN):
        yield from _why_this_picture(view)
    elif move.move == "why":
        yield Say(id=f"{ask.id}.why", text=draft.why or phrase(view.base, "why.plain", seed))
    elif move.move == "example" and (told := [one for one in draft.told if one.id == move.to]):
        yield from told
    elif move.move == "example":
        yield Say(id=f"{ask.id}.example", text=draft.in_other_words or phrase(view.base, "example.none", seed))
        yield from _told(f"{ask.id}.later", later_about(view.base, draft.about, view.school_parts))
        yield from draft.told
    else:
        yield _source(view, ask, draft)
        yield from _told(f"{ask.id}.later", later_about(view.base, draft.about, view.school_parts))
        if _names_stages(view, ask):
            yield from _told(f"{ask.id}.notes", notes_about(view.base, draft.about))


def _told(say_id: str, sentences: Iterable[str]) -> Iterator[Say]:
    """What is told beside a question, together; nothing if there is nothing."""
    if lines := "\n".join(sentences):
        yield Say(id=say_id, text=lines)


MOST_AT_END = 8
"""The most words that choose what to do by what they resemble; a longer line tells something."""

HARDLY = 3
"""So few words at the end try to choose something, and are nothing to keep."""


def _names_stages(view: View, ask: Ask) -> bool:
    """Whether a model may be named: it would colour answers that are still to come."""
    return PICTURE in view.state.answers or ask.chapter not in view.track.unstaged


def meant(view: View, ask: Ask, move: Move) -> list[PendingEvent]:
    """The events of a move that changes the conversation. Raises `NotUnderstood`."""
    make: dict[str, Callable[[], list[PendingEvent]]] = {
        "back": lambda: _back(view, ask.id),
        "skip": lambda: [event for one in ask.together or (ask.id,) for event in skip(view, one)],
        "note": lambda: [_note(ask, move.text)],
        "pause": lambda: [PendingEvent("paused", ask.id)],
        "conclude": lambda: [_conclude(view, ask), *passed_by(ask.id)],
        "jump": lambda: [PendingEvent("jumped", _target(view, move.to))],
        "edit": lambda: [PendingEvent("jumped", _earlier(view, move.to))],
        "reveal": lambda: [_reveal(view, ask)],
    }
    return make[move.move]()


def at_the_end(view: View, given: Input) -> list[PendingEvent]:
    """The events of an input when nothing is open any more. Raises `NotUnderstood` if it makes none."""
    if isinstance(given, Move) and given.move == "back" and view.state.history:
        return _back(view, "")
    if isinstance(given, Move) and given.move in ("jump", "edit"):
        to = _target(view, given.to) if given.move == "jump" else _earlier(view, given.to)
        if to:
            is_to_plan = given.move == "jump" and to == ACTIONS and can_mend(view) and bool(view.conclusions.plan)
            return [PendingEvent("jumped", MEND if is_to_plan else to)]
    if isinstance(given, Answer | Words) and chosen_at_the_end(view, given) == GO_ON:
        return [PendingEvent("answered", FORM, "form.full")]
    if isinstance(given, Words) and len(given.text.split()) > HARDLY and not request(view.base, given.text):
        note = PendingEvent("noted", "", {"text": not_too_long(clean(given.text))})  # 'Joris doet ook mee'
        return [note, PendingEvent("jumped", MEND)] if mends(view, given.text) else [note]
    raise NotUnderstood("problem.finished")


def _no_day() -> date:
    raise AssertionError("no day is asked at the end")


_LAST = re.compile(r"\s*\d\b")


def chosen_at_the_end(view: View, given: Answer | Words) -> str:
    """Which of the things to do at the end an answer chooses; empty if it is none of them."""
    draft = next_draft(view)
    if isinstance(given, Answer) and given.answer == "form.full":
        given = Answer(answer=GO_ON)
    is_short = isinstance(given, Words) and len(given.text.split()) <= HARDLY  # '1 voor mark'
    if (
        isinstance(given, Words)
        and (found := _LAST.match(given.text))
        and (is_short or says(view.base, "hurry", given.text))
    ):
        given = Words(text=found[0])  # '3 thx, moet weg'
    try:
        chosen, *_ = interpret(view, NEXT, draft, draft.options, given, today=_no_day, hears=hears_nothing)
    except NotUnderstood:
        return ""
    if chosen.kind == "proposed" and isinstance(given, Words) and is_question(view.base, given.text):
        return ""
    if chosen.kind == "proposed" and isinstance(given, Words) and _tells(view, given.text):
        return ""
    if chosen.kind == "proposed":  # nothing is kept of it, so it needs no yes
        return str(chosen.value["choices"][0])
    value = choice_of(chosen.value)
    return value if chosen.kind == "answered" and isinstance(value, str) else ""


def _tells(view: View, text: str) -> bool:
    """Whether a line at the end is too long to choose by what it resembles, or denies something."""
    return len(text.split()) > MOST_AT_END or says(view.base, "denied", text)


def _reveal(view: View, ask: Ask) -> PendingEvent:
    """Show the votes. Raises `NotUnderstood` if there are none to show, or if all see them already."""
    component = view.component(ask.id)
    if not view.track.answering.is_vote:
        raise NotUnderstood("problem.no_votes")
    if is_named(ask.id, REVEAL):
        return PendingEvent("revealed", ask.id, value=True)
    is_seen = component is not None and bool(view.votes(component))
    raise NotUnderstood("problem.revealed" if is_seen else "problem.nothing_to_reveal")


def _back(view: View, ask: str) -> list[PendingEvent]:
    """Take back the last turn: all that one Enter sent."""
    if not view.state.history or is_nothing_else(view):
        raise NotUnderstood("problem.at_start")
    return [PendingEvent("taken_back", ask)] * view.state.last_turn


def _conclude(view: View, ask: Ask) -> PendingEvent:
    """To the picture, or a mentor's sheet; once there, to the end."""
    step = view.track.step_of(ask.id)
    is_before = ask.chapter in view.track.unstaged or (step is not None and step.left_open)
    return PendingEvent("concluded", ask.id, "picture" if is_before and PICTURE not in view.state.answers else "end")


def _note(ask: Ask, text: str) -> PendingEvent:
    note = clean(text)
    if not note:
        raise NotUnderstood("problem.note")
    return PendingEvent("noted", answered_at(ask.id), {"text": not_too_long(note)})


def _target(view: View, to: str) -> str:
    """The ask to jump to: a pillar's or component's first open one, an ask, or the next open one ('')."""
    if to == "next":
        return ""
    components = [component for component in view.base.components if to in (component.id, component.pillar)]
    asks = [ask_ids.situation(component) for component in components]
    opened = [ask for ask in asks if not view.is_answered(ask)]
    if asks:
        return (opened or asks)[0]
    if step := asks_of_step(view, to):
        return next((ask for ask in step if not view.is_answered(ask)), step[0])
    if draft_of(view, to) is None:
        raise NotUnderstood("problem.jump")
    return to


def _earlier(view: View, to: str) -> str:
    """An ask that was answered, to answer it anew."""
    is_answered = view.is_answered(to) or (to == FORM and bool(view.header.form))
    if not is_answered or draft_of(view, to) is None:
        raise NotUnderstood("problem.edit")
    return to


def _source(view: View, ask: Ask, draft: Draft) -> Say:
    """Where in the publication a question comes from, or what it fits; before the picture no model is named."""
    seed = f"{view.header.seed}{ask.id}"
    seen = _names_stages(view, ask)
    facts = view.base.facts_by_id
    lines = [
        cite(facts[fact_id], view.base, view.language, with_details=seen) for fact_id in draft.facts if fact_id in facts
    ]
    listed = "\n".join(f"- {line}" for line in list(dict.fromkeys(lines))[:MOST_SOURCES])
    name = f"source.{standing(draft.origin, lines)}"
    return say(view.base, name, seed, title=view.base.about.publication.title, places=listed)


def _why_this_picture(view: View) -> Iterator[Say]:
    """Which answers point to which of the two models that the picture is about, those that weigh most first."""
    first, second = two_compared(view)
    names = {component.number: component.name for component in view.known}
    weights = [item for item in weights_between(view, first, second) if item.component in names]
    toward = {
        first: [names[item.component] for item in weights if item.weight >= LEAST_WEIGHT],
        second: [names[item.component] for item in weights if item.weight <= -LEAST_WEIGHT],
    }
    lines = [
        phrase(view.base, "why.toward", view.header.seed, model=view.base.model(model).name, answers="; ".join(answers))
        for model, answers in toward.items()
        if answers
    ]
    if lines:
        yield say(view.base, "why.picture", view.header.seed, answers="\n".join(f"- {line}" for line in lines))
    else:
        yield say(view.base, "why.even", view.header.seed)
