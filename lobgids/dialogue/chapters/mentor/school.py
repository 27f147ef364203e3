"""How LOB goes in the mentor's school: from the decaan's brief, from six questions, or from three scenes of one day."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from lobgids.dialogue import brief as given_by
from lobgids.dialogue.brief import BRIEF, Brief, brief_in, doers, listed_doers
from lobgids.dialogue.draft import Draft, from_question
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Option, Say
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.mentor import MentorTask, NewcomerQuestion, NotYours, Orientation, Scene
from lobgids.log.ask_ids import UNKNOWN, of_component, subject_of
from lobgids.log.events import Event
from lobgids.school import evidence
from lobgids.school.answering import probabilities
from lobgids.school.naming import of_one

HOW, SCENE = "school.how", "school.scene"
WITH_BRIEF, WITH_QUESTIONS = "school.how.brief", "school.how.questions"

FIRST_WITH_TASKS = 2
"""The first model in which tasks are a mentor's own."""

HEARSAY = evidence.BASES["colleagues"]
"""How strongly a newcomer's answer counts: it mostly rests on what colleagues say."""


class School(NamedTuple):
    """The stage of the mentor's school, None if it is not known, and what that rests on."""

    model: Literal[1, 2, 3] | None
    source: Literal["brief", "questions", "scene", ""]


def asks(view: View) -> Iterator[str]:
    """How one wants to find out, and then that way; if that comes to no stage, the scenes."""
    if not view.is_answered(BRIEF):
        yield HOW
    if view.state.value(HOW) == WITH_BRIEF or view.is_answered(BRIEF):
        yield BRIEF
    if view.state.value(HOW) == WITH_QUESTIONS:
        yield from (question.id for question in view.base.newcomer)
    if school(view).source in ("scene", ""):
        yield SCENE


def school(view: View) -> School:
    """The stage of the school so far."""
    given = brief(view)
    if given and given.model:
        return School(given.model, "brief")
    if given is None and (model := _by_questions(view)):
        return School(model, "questions")
    chosen = next((scene.model for scene in view.base.scenes if scene.id == view.state.value(SCENE)), None)
    return School(chosen, "scene" if chosen else "")


def brief(view: View) -> Brief | None:
    """The brief that the decaan gave; None if there is none."""
    return brief_in(view.state.value(BRIEF))


def orientation(view: View) -> Orientation:
    """What the content says of a school such as this one, or of one that is not known yet."""
    model = school(view).model or 0
    return next(entry for entry in view.base.orientations if entry.model == model)


def referral(view: View) -> str:
    """To whom a mentor refers in this school: as the decaan's brief has it, if there is one."""
    given, here = brief(view), orientation(view)
    return given_by.referral(given, view, here) if given else here.referral.text


def tasks_here(view: View) -> list[MentorTask]:
    """The mentor's tasks in this school; with none of one's own those of who does not know yet: to ask and to look."""
    own = own_tasks(view)
    return own or list(next(entry for entry in view.base.orientations if entry.model == 0).tasks)


def own_tasks(view: View) -> list[MentorTask]:
    """The tasks of a mentor in such a school, without those that the decaan's brief says others do."""
    elsewhere = _elsewhere(view)
    return [task for task in orientation(view).tasks if task.theme not in elsewhere]


def to_check(view: View) -> list[tuple[str, str]]:
    """What others do of what would be a mentor's, and that one may ask about it: pairs of a theme and a sentence."""
    given, elsewhere = brief(view), _elsewhere(view)
    if given is None:
        return []
    return [
        (theme.id, phrase(view.base, "role.check", view.header.seed, theme=theme.name,
                          roles=listed_doers(given, theme.id, view)))
        for theme in view.base.themes
        if theme.id in elsewhere
    ]  # fmt: skip


def not_yours(view: View) -> list[NotYours]:
    """What a mentor need not do in such a school, without what the brief says another does."""
    given = brief(view)
    return [
        entry
        for entry in orientation(view).not_yours
        if not given or not entry.theme or doers(given, entry.theme) in ((), (entry.role,))
    ]


def _elsewhere(view: View) -> set[str]:
    """The themes of a mentor's tasks that the decaan's brief says others do, where mentors have tasks of their own.

    In model 1 a mentor's tasks are a hand lent to what others do, so there the brief takes none away.
    """
    given, here = brief(view), orientation(view)
    if given is None or here.model < FIRST_WITH_TASKS:
        return set()
    others = {doing.theme for doing in given.who if "mentor" not in doing.doers}
    return {task.theme for task in here.tasks} & others


def _by_questions(view: View) -> Literal[1, 2, 3] | None:
    """The model that the six answers point to, each counted as a witness of its own; None if none leads."""
    if not all(view.is_answered(question.id) for question in view.base.newcomer):
        return None
    led = evidence.leading([_heard(view, question) for question in view.base.newcomer])
    answers = ((view.state.value(question.id), question.options) for question in view.base.newcomer)
    answered = evidence.counted(
        of_one(option.model) for value, options in answers for option in options if option.id == value
    )
    return evidence.dominant(led, answered)  # type: ignore[return-value]  # it numbers the three models


def has_newcomers_answer(view: View) -> bool:
    """Whether any of the six questions was answered with something that one knows."""
    return any(
        view.state.value(question.id) == option.id for question in view.base.newcomer for option in question.options
    )


def _heard(view: View, question: NewcomerQuestion) -> evidence.LogLikelihood:
    ids = [option.id for option in question.options]
    value = view.state.value(question.id)
    if value not in ids:
        return evidence.FLAT
    table = probabilities([option.fits for option in question.options])
    return evidence.weighed(table[ids.index(value)], HEARSAY)


def draft(view: View, ask: str) -> Draft:
    """A question about the school."""
    shared = next(answer.text for answer in view.base.answers if answer.id == UNKNOWN)
    if ask == SCENE:
        options = [Option(id=scene.id, text=scene.text) for scene in view.base.scenes]
        options.append(Option(id=of_component("school", UNKNOWN), text=shared))
        return from_question(view.base, ask, options=options, mixed=True)
    question = next((question for question in view.base.newcomer if question.id == ask), None)
    if question is None:
        return from_question(view.base, ask)
    options = [Option(id=option.id, text=option.text) for option in question.options]
    return Draft(
        kind="choice",
        text=question.question,
        in_other_words=question.in_other_words,
        why=question.why,
        options=(*options, Option(id=of_component("newcomer", UNKNOWN), text=shared)),
        facts=tuple(fact for option in question.options for fact in option.facts),
        find_out=(question.ask_whom,),
        mixed=True,
    )


def reply(view: View, event: Event) -> Iterator[Say]:
    """The school that was recognised in a scene, that the brief describes, or that the six answers point to."""
    if event.ask == SCENE:
        yield from (_heard_of(view, scene) for scene in view.base.scenes if scene.id == view.state.value(SCENE))
    elif event.ask == BRIEF and school(view).source == "brief":
        yield say(view.base, "school.brief_taken", view.header.seed)
    elif subject_of(event.ask) == "newcomer" and school(view).source == "questions":
        model = school(view).model
        yield from (_heard_of(view, scene) for scene in view.base.scenes if scene.model == model)


def _heard_of(view: View, scene: Scene) -> Say:
    """Say back what a school such as the one of a scene is like."""
    return say(view.base, "school.heard", view.header.seed, heard=scene.heard)


STEP = Step(
    name="school", chapter="school", asks=asks, draft=draft, keys=("school", "newcomer"), reply=reply, left_open=True,
    needs=(HOW, BRIEF, SCENE),
)  # fmt: skip
