"""The coming weeks: three tasks, two people to talk to, days, what to learn, and how to look back."""

from collections.abc import Iterator, Sequence

from lobgids.dialogue.chapters.mentor import lob, role
from lobgids.dialogue.chapters.mentor.school import orientation, school, tasks_here
from lobgids.dialogue.draft import Draft, asked_about, from_question
from lobgids.dialogue.protocol import Option
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.mentor import MentorTask, OfRole, OwnEvaluation, Saying
from lobgids.log import ask_ids

TASKS, PEOPLE, TALK, LEARN = "autumn.tasks", "autumn.people", "autumn.talk", "autumn.learn"
QUESTIONS, EVALUATION, LOOK_BACK, WORDS = "autumn.questions", "autumn.evaluation", "autumn.look_back", "autumn.words"
MOST_TASKS, MOST_PEOPLE = 3, 2


def asks(view: View) -> Iterator[str]:
    """The sheet, from the tasks to one's own words."""
    yield TASKS
    yield from (ask_ids.task_date(task.id) for task in tasks(view))
    yield PEOPLE
    if people(view):
        yield TALK
    yield from (LEARN, QUESTIONS, EVALUATION, LOOK_BACK, WORDS)


def tasks(view: View) -> list[MentorTask]:
    """The tasks that one begins with."""
    return [task for task in tasks_here(view) if task.id in view.ids(TASKS)]


def people(view: View) -> list[OfRole]:
    """Whom one will talk to."""
    return [person for person in orientation(view).talk_to if person.id in view.ids(PEOPLE)]


def questions(view: View) -> list[Option]:
    """What one could ask the decaan: on tasks nobody told of, turns one wants to know more of, and what fits here."""
    options = [Option(id=f"ask.{task.id}", text=task.ask) for task in role.untold(view)]
    options += [Option(id=f"ask.{turn.id}", text=turn.ask) for turn in lob.to_ask(view)]
    model = school(view).model
    return options + [
        Option(id=question.id, text=question.text)
        for question in view.base.autumn.questions
        if (model in question.models if model else len(question.models) != 1)
    ]


def draft(view: View, ask: str) -> Draft:
    """A question about the sheet."""
    here = orientation(view)
    if ask.startswith(ask_ids.task_date("")):
        task = asked_about((task for task in tasks_here(view) if ask == ask_ids.task_date(task.id)), ask)
        nth = tasks(view).index(task) if task in tasks(view) else 0
        return from_question(view.base, "autumn.date", nth=nth, when=task.when)
    first = sorted(tasks_here(view), key=lambda task: not task.first)
    offered: dict[str, Sequence[Option]] = {
        TASKS: _options(first),
        PEOPLE: _options(here.talk_to),
        LEARN: [Option(id=skill.id, text=skill.learn) for skill in here.skills],
        QUESTIONS: questions(view),
        EVALUATION: [_to_look_back(view, question) for question in view.base.autumn.evaluation],
    }
    limits = {TASKS: MOST_TASKS, PEOPLE: MOST_PEOPLE}
    return from_question(view.base, ask, options=offered.get(ask), limit=limits.get(ask, 0))


def _options(entries: Sequence[Saying]) -> list[Option]:
    return [Option(id=entry.id, text=entry.text) for entry in entries]


def _to_look_back(view: View, question: OwnEvaluation) -> Option:
    """A question to look back with; one for students is called so."""
    if question.respondent == "self":
        return Option(id=question.id, text=question.text)
    text = phrase(view.base, "autumn.to_students", view.header.seed, question=question.text)
    return Option(id=question.id, text=text)


STEP = Step(
    name="autumn", chapter="autumn", asks=asks, draft=draft,
    needs=(TASKS, "autumn.date", PEOPLE, TALK, LEARN, QUESTIONS, EVALUATION, LOOK_BACK, WORDS),
)  # fmt: skip
