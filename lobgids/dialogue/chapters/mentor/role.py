"""The mentor's part in this school: the tasks, what others do beside it, and to whom one refers."""

from collections.abc import Iterator
from typing import Literal

from lobgids.dialogue.chapters.mentor.school import orientation, own_tasks, tasks_here
from lobgids.dialogue.draft import Draft, from_question
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Option, Say
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.schema.mentor import MentorTask
from lobgids.log.events import Event

DIARY, UNTOLD, BESIDE, REFER = "role.diary", "role.untold", "role.beside", "role.refer"
DECAAN, CARE = "role.decaan", "role.care"
"""The asks for the names of the decaan and the care coordinator, for one's own sheet."""

KNOWS = ("role.refer.yes", "role.refer.partly")

TaskKnown = Literal["diary", "untold", "new", ""]


def asks(view: View) -> Iterator[str]:
    """Which tasks one knew of, whom one has met, and whether one knows where to go with a student."""
    if orientation(view).model and own_tasks(view):  # of a school that one does not know, one knows no tasks
        yield DIARY
        if _left(view):
            yield UNTOLD
    yield BESIDE
    yield REFER
    yield from _names(view)


def _names(view: View) -> Iterator[str]:
    """The names of those whom one knows: asked right behind that question, so that no finished document asks anew."""
    if view.state.value(REFER) in KNOWS:
        came_here = (view.state.position in before for before in ((REFER,), (REFER, DECAAN)))
        yield from (
            ask for ask, is_here in zip((DECAAN, CARE), came_here, strict=True) if is_here or view.is_answered(ask)
        )


def name(view: View, ask: str) -> str:
    """A name that was given; empty if there is none."""
    value = view.state.value(ask)
    return value if isinstance(value, str) else ""


def _left(view: View) -> list[MentorTask]:
    return [task for task in tasks_here(view) if task.id not in view.ids(DIARY)]


def known(view: View, task: MentorTask) -> TaskKnown:
    """Whether a task is in one's diary, was told by nobody, or is new; empty as long as that was not said."""
    if task.id in view.ids(DIARY):
        return "diary"
    if task.id in view.ids(UNTOLD):
        return "untold"
    return "new" if view.state.value(UNTOLD) else ""


def untold(view: View) -> list[MentorTask]:
    """The tasks that nobody told of."""
    return [task for task in tasks_here(view) if known(view, task) == "untold"]


def draft(view: View, ask: str) -> Draft:
    """A question about the mentor's part."""
    here = orientation(view)
    question = from_question(view.base, ask)
    if ask in (DECAAN, CARE):
        return question
    if ask == REFER:
        return _with(question, question.options, here.referral.facts)
    if ask == BESIDE:
        names = {str(role.id): role.one for role in view.base.roles}
        roles = [Option(id=colleague.role, text=names[colleague.role]) for colleague in here.beside]
        facts = tuple(fact for colleague in here.beside for fact in colleague.facts)
        return _with(question, (*roles, *question.options), facts)
    tasks = tasks_here(view) if ask == DIARY else _left(view)
    options = (*(Option(id=task.id, text=task.text) for task in tasks), *question.options)
    return _with(question, options, tuple(fact for task in tasks for fact in task.facts))


def _with(question: Draft, options: tuple[Option, ...], facts: tuple[str, ...]) -> Draft:
    return Draft(
        kind=question.kind, text=question.text, in_other_words=question.in_other_words, why=question.why,
        options=options, facts=facts,
    )  # fmt: skip


def reply(view: View, event: Event) -> Iterator[Say]:
    """Say that tasks nobody told of are something to ask about."""
    if event.ask == UNTOLD and untold(view):
        yield say(view.base, "role.to_ask", view.header.seed)


STEP = Step(
    name="role", chapter="role", asks=asks, draft=draft, reply=reply, left_open=True,
    needs=(DIARY, UNTOLD, BESIDE, REFER, DECAAN, CARE),
)  # fmt: skip
