"""A new mentor's sheet for the coming weeks: one side of an A5, a part for each thing on it."""

from collections.abc import Callable, Iterator

from lobgids.dialogue.chapters.mentor import autumn, learn, practice, role
from lobgids.dialogue.chapters.mentor.school import orientation, school, tasks_here, to_check
from lobgids.dialogue.chapters.mentor.school import referral as to_whom
from lobgids.dialogue.mentor.orientation import asked, day, looked_back, not_known, to_learn
from lobgids.kb.schema.mentor import MentorTask
from lobgids.log import ask_ids
from lobgids.report.blocks import Block, Items, Paragraph
from lobgids.report.context import ReportContext
from lobgids.text import clean

TO_FILL_IN = "..................................."


def tasks(context: ReportContext) -> Iterator[Block]:
    """Yield the tasks to begin with, and the day for each; a day that was not given is to be filled in."""
    first = [task for task in tasks_here(context.view) if task.first]
    yield Items(items=tuple(_task(context, task) for task in autumn.tasks(context.view) or first), mark="box")


def _task(context: ReportContext, task: MentorTask) -> str:
    date = _day_in_words(context, ask_ids.task_date(task.id))
    return context.words("sheet.task" if date else "sheet.task_open", task=task.text, day=date)


def people(context: ReportContext) -> Iterator[Block]:
    """Yield whom the mentor will talk to, and the day by which the first talk is held."""
    here = orientation(context.view)
    chosen = autumn.people(context.view) or here.talk_to[: autumn.MOST_PEOPLE]
    yield Items(items=tuple(person.text for person in chosen))
    if date := _day_in_words(context, autumn.TALK):
        yield Paragraph(text=context.words("sheet.talk", day=date))


def referral(context: ReportContext) -> Iterator[Block]:
    """Yield to whom the mentor refers, with their names; what is done at troubles at home is the same everywhere."""
    yield Paragraph(text=to_whom(context.view))
    names = {kind: clean(role.name(context.view, ask)) for kind, ask in (("decaan", role.DECAAN), ("care", role.CARE))}
    yield Items(items=tuple(context.words(f"sheet.{kind}", name=name or TO_FILL_IN) for kind, name in names.items()))
    yield Paragraph(text=context.words("sheet.safety"))


def learning(context: ReportContext) -> Iterator[Block]:
    """Yield what the mentor wants to learn now, and how."""
    if chosen := to_learn(context.view):
        yield Paragraph(text=f"{chosen.learn}.")
    preferences = learn.learned(context.view)
    saying = preferences[0] if preferences else orientation(context.view).forms
    yield Paragraph(text=saying.text)
    if practice.later(context.view):
        yield Paragraph(text=context.words("sheet.more_cases"))


def questions(context: ReportContext) -> Iterator[Block]:
    """Yield the questions for the decaan."""
    if taken := asked(context.view):
        yield Items(items=tuple(taken))


def to_find_out(context: ReportContext) -> Iterator[Block]:
    """Yield what the mentor did not know of the school, and whom to ask; and what others do of a mentor's work."""
    if unknown := not_known(context.view) + to_check(context.view):
        yield Items(items=tuple(text for _ask, text in unknown))


def looking_back(context: ReportContext) -> Iterator[Block]:
    """Yield the day to look back on, and the questions for it, each with its level."""
    items = tuple(
        context.words(f"sheet.{item.respondent}", level=context.words(f"sheet.level.{item.level}"), question=item.text)
        for item in looked_back(context.view)
    )
    if date := _day_in_words(context, autumn.LOOK_BACK):
        yield Paragraph(text=context.words("sheet.look_back", day=date))
    if items:
        yield Items(items=items)


def cases(context: ReportContext) -> Iterator[Block]:
    """Yield what the mentor would do at the cases, in words of their own."""
    said = practice.said(context.view)
    if items := tuple(context.words("sheet.case", name=case.name, quote=words) for case, words in said):
        yield Items(items=items)


def words(context: ReportContext) -> Iterator[Block]:
    """Yield what the mentor said in words of their own."""
    if text := clean(str(context.view.state.value(autumn.WORDS) or "")):
        yield Paragraph(text=text)


def rests_on(context: ReportContext) -> Iterator[str]:
    """Yield what the sheet rests on, for its notes."""
    source = school(context.view).source
    yield context.words({"brief": "sheet.brief", "": "sheet.not_known"}.get(source, "sheet.first_picture"))


def _day_in_words(context: ReportContext, ask: str) -> str:
    """Return a day in words; empty if there is none, or if somebody edited the file and wrote something else."""
    try:
        return context.day(day(context.view, ask))
    except ValueError:
        return ""


SHEET: dict[str, Callable[[ReportContext], Iterator[Block]]] = {
    "sheet_tasks": tasks,
    "sheet_people": people,
    "sheet_referral": referral,
    "sheet_learning": learning,
    "sheet_questions": questions,
    "sheet_find_out": to_find_out,
    "sheet_evaluation": looking_back,
    "sheet_cases": cases,
    "sheet_words": words,
}
"""The parts of the sheet, in order."""
