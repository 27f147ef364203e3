"""The advice to each role: what it is, which tasks are open here, what it asks, how to learn, a first step."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from lobgids.advice.conclusions import AdvisedForm, RoleAdvice, SourcedText, TaskAdvice, TaskState
from lobgids.advice.ranking import NOBODY
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.base import Statement
from lobgids.kb.schema.learning import LearningForm
from lobgids.kb.schema.roles import Role, RolePart, Task
from lobgids.log.ask_ids import FORMS, PREFERENCE, competence
from lobgids.school import stage
from lobgids.school.absent import is_named
from lobgids.school.roles import ASPECTS, component_of, parts_in, scale_of, tasks_by_stage, ticked, titled
from lobgids.school.view import SchoolView

STAFF = "decaan"
"""The role to which it is said plainly that it has no formal say over colleagues."""


def advise(view: SchoolView, role: Role) -> RoleAdvice:
    """The advice to a role: what it is, for the stage of who does what, and how to learn, for that of learning.

    Its tasks are of the stages of their own components. Without a leading stage there is none of these.
    """
    goal = stage.of_roles(view)
    parts, learning = parts_in(role, goal), parts_in(role, stage.of_learning(view))
    tasks = tuple(goal_tasks(view, role))
    return RoleAdvice(
        role=role.id,
        name=role.one,
        present=_text(role, view.start),
        way=tuple(_text(role, model) for model in stage.way_to(view, goal)),
        staff=role.about if role.id == STAFF else "",
        tasks=tasks,
        competences={aspect: sourced(statements(parts, aspect)) for aspect in (*ASPECTS, "team")},
        in_house=dict(_in_house(view, role)),
        stars=_stars(view, role, goal),
        content=sourced(statements(learning, "content")),
        forms=tuple(_forms(view, role, learning)),
        not_given=tuple(_not_given(view, role, parts, learning)),
        first_step=_first_step(view, role, tasks),
        because=tuple(dict.fromkeys(task.theme for task in tasks if task.theme and task.state != "unknown")),
        facts=tuple(fact for part in parts for fact in part.facts),
    )


def sourced(entries: Sequence[Statement]) -> tuple[SourcedText, ...]:
    """The texts of statements of the knowledge base with their facts."""
    return tuple(SourcedText(text=statement.text, facts=statement.facts) for statement in entries)


def statements(parts: Sequence[RolePart], field: str) -> list[Statement]:
    """The statements in a field of the parts, such as `head` or `content`."""
    return [statement for part in parts for statement in getattr(part, field)]


def task_state(view: SchoolView, role: Role, task: Task) -> TaskState:
    """Whether a task happens here, and who does it (see `TaskAdvice`)."""
    doers = _doers(view, task)
    if _is_picked(view, role, task):
        return "done"
    if role.id in doers or not task.theme:
        return "unasked"
    if not doers:
        return "unknown"
    return "open" if doers == [NOBODY] else "elsewhere"


def _is_picked(view: SchoolView, role: Role, task: Task) -> bool:
    """Whether the answers say of this very task that the role does it."""
    return task.id in ticked(view, role)


def _doers(view: SchoolView, task: Task) -> list[str]:
    """Who does the theme of a task; empty if that is not known, or the task has none."""
    return view.doers(view.base.theme(task.theme)) if task.theme else []


def goal_tasks(view: SchoolView, role: Role) -> Iterator[TaskAdvice]:
    """The tasks of a role that are of the stage that is worked toward there; none if no stage leads."""
    for model, tasks in tasks_by_stage(view, role).items():
        yield from (_task(view, role, task, model) for task in tasks if not _is_with_absent(view, task))


def _is_with_absent(view: SchoolView, task: Task) -> bool:
    """Whether a task is done with a role that is not there."""
    told = f"{task.text} {task.short} {task.step}"
    return any(is_named(view.base, role, told) for role in view.absent)


def _task(view: SchoolView, role: Role, task: Task, model: int) -> TaskAdvice:
    component = component_of(view, task)
    return TaskAdvice(
        id=task.id, text=task.text, short=task.short, theme=task.theme, component=component.number, model=model,
        state=task_state(view, role, task), to_do=stage.to_do(view, component) or "find_out",
        is_assumed=stage.is_assumed(view, component), title=_title(role, task),
        by=tuple(_doers(view, task)), facts=task.facts,
    )  # fmt: skip


def _in_house(view: SchoolView, role: Role) -> Iterator[tuple[str, str]]:
    """For each aspect that was answered, how much is in house, in words."""
    for aspect in ASPECTS:
        value, scale_id = view.state.value(competence(role.id, aspect)), scale_of(role.id, aspect)
        if isinstance(value, int) and scale_id:
            scale = view.base.question(scale_id).options
            if 1 <= value <= len(scale):
                yield aspect, scale[value - 1].text


def _stars(view: SchoolView, role: Role, model: int | None) -> dict[str, int]:
    """The stars of each competence by its id; without the cells that the publication leaves empty."""
    rows = {
        competence.id: getattr(row, role.id, 0)
        for competence in view.base.competences
        for row in competence.stars
        if row.model == model
    }
    return {competence: stars for competence, stars in rows.items() if stars}


def _forms(view: SchoolView, role: Role, parts: Sequence[RolePart]) -> Iterator[AdvisedForm]:
    """The forms of learning, the wanted ones first."""
    forms = [form for part in parts for form in part.forms]
    wanted = [form for form in forms if is_wanted(view, role, form)]
    for form in (*wanted, *(form for form in forms if form not in wanted)):
        yield AdvisedForm(id=form.id, text=form.text, is_wanted=form in wanted, facts=form.facts)


def is_wanted(view: SchoolView, role: Role, form: LearningForm) -> bool:
    """Whether a form was picked for the mentors to choose from, or suits how the decaan likes to learn."""
    if role.id == "mentor":
        return form.id in view.ids(FORMS)
    return role.id == STAFF and view.state.value(PREFERENCE) in form.preferences


def _not_given(view: SchoolView, role: Role, parts: Sequence[RolePart], learning: Sequence[RolePart]) -> Iterator[str]:
    """Sentences on what the publication leaves out for this role, each with the stage that it is about."""
    if parts and not statements(parts, "tasks"):
        yield _none_given(view, role, "tasks", parts[0].model)
    if parts and not any(statements(parts, aspect) for aspect in (*ASPECTS, "team")):
        yield _none_given(view, role, "competences", parts[0].model)
    if learning and not statements(learning, "forms"):
        yield _none_given(view, role, "forms", learning[0].model)


def _none_given(view: SchoolView, role: Role, what: str, model: int) -> str:
    name = view.base.model(model).name
    return phrase(view.base, f"not_given.{what}", view.header.seed + role.id, role=role.one, model=name)


def _first_step(view: SchoolView, role: Role, tasks: Sequence[TaskAdvice]) -> str:
    """One thing to begin with: the first task that is open, else one to ask about; empty if nothing is open."""
    seed = f"{view.header.seed}{role.id}"
    if view.start is None:
        return phrase(view.base, "step.unknown", seed)
    opened = sorted(filter(is_open, tasks), key=lambda task: task.state != "open")  # first what nobody does
    if opened:
        return task_in(role, opened[0].id).step
    if any(task.state == "unknown" for task in tasks):
        return phrase(view.base, f"step.check.{role.id}", seed)
    return ""


def is_open(task: TaskAdvice) -> bool:
    """Whether a task is one to begin with: nobody does it, or it is not so yet at the component.

    What somebody else does is left as it is where the component is at its goal.
    """
    if task.state == "done":
        return False
    return task.state == "open" or task.to_do == "begin"


def none_open(roles: Sequence[RoleAdvice]) -> list[RoleAdvice]:
    """The roles with tasks of which none is open, and none lies with another."""
    return [role for role in roles if role.tasks and {task.state for task in role.tasks} <= {"done", "unasked"}
            and not role.first_step]  # fmt: skip


def task_in(role: Role, task_id: str) -> Task:
    """The task of a role with this id."""
    return next(task for part in role.parts for task in part.tasks if task.id == task_id)


def _text(role: Role, model: int | None) -> str:
    return "\n".join(titled(role, part) for part in parts_in(role, model))


def by_title(tasks: Sequence[TaskAdvice]) -> Iterator[tuple[str, tuple[TaskAdvice, ...]]]:
    """The tasks by the title of the function that they belong to; all under one empty title if a role has one."""
    for title, found in groupby(tasks, key=lambda task: task.title):
        yield title, tuple(found)


def _title(role: Role, task: Task) -> str:
    """The title of the function that has a task, if its role has two functions in that model; else empty."""
    part = next(part for part in role.parts if task in part.tasks)
    return part.title if len(parts_in(role, part.model)) > 1 else ""
