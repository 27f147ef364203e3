"""The advice to each role: what it is, which tasks are open here, what it asks, how to learn, a first step."""

from collections.abc import Iterator, Sequence

from lobgids.advice.conclusions import AdvisedForm, RoleAdvice, SourcedText, TaskAdvice, TaskState
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.base import Statement
from lobgids.kb.schema.learning import LearningForm
from lobgids.kb.schema.roles import Role, RolePart, Task, Theme
from lobgids.log.ask_ids import FORMS, PREFERENCE, competence
from lobgids.school.ambition import next_stage
from lobgids.school.roles import ASPECTS, parts_in, scale_of, ticked
from lobgids.school.stage import goal
from lobgids.school.view import SchoolView

NOBODY = "nobody"
STAFF = "decaan"
"""The role to which it is said plainly that it has no formal say over colleagues."""


def advise(view: SchoolView, role: Role) -> RoleAdvice:
    """The advice to a role, for the stage that is worked toward, which is the present one if there is no other."""
    stage = next_stage(view)
    parts = parts_in(role, stage)
    tasks = tuple(_tasks(view, role))
    return RoleAdvice(
        role=role.id,
        name=role.one,
        present=_text(parts_in(role, view.dominant)),
        aimed=_text(parts) if stage != view.dominant else "",
        staff=role.about if role.id == STAFF else "",
        tasks=tasks,
        competences={aspect: sourced(statements(parts, aspect)) for aspect in (*ASPECTS, "team")},
        in_house=dict(_in_house(view, role)),
        stars=_stars(view, role, stage),
        content=sourced(statements(parts, "content")),
        forms=tuple(_forms(view, role, parts)),
        not_given=tuple(_not_given(view, role, parts)),
        first_step=_first_step(view, role, parts, tasks),
        because=tuple(dict.fromkeys(task.theme for task in tasks if task.state != "unknown")),
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
    doers = view.doers(view.base.theme(task.theme))
    if _is_picked(view, role, task):
        return "done"
    if role.id in doers:
        return "unasked"
    if not doers:
        return "unknown"
    return "open" if doers == [NOBODY] else "elsewhere"


def _is_picked(view: SchoolView, role: Role, task: Task) -> bool:
    """Whether the answers say of this very task that the role does it."""
    return task.id in ticked(view, role)


def stage_of(view: SchoolView, theme: Theme) -> int | None:
    """The stage that is worked toward at the component of a theme."""
    return goal(view, view.base.component(theme.component))


def _tasks(view: SchoolView, role: Role) -> Iterator[TaskAdvice]:
    """The tasks of a role that are of the stage that is worked toward at its theme."""
    for part in role.parts:
        for task in part.tasks:
            theme = view.base.theme(task.theme)
            if stage_of(view, theme) == part.model:
                doers = [role.id] if _is_picked(view, role, task) else view.doers(theme)
                yield TaskAdvice(
                    id=task.id, text=task.text, theme=task.theme, model=part.model, by=tuple(doers),
                    state=task_state(view, role, task), facts=task.facts,
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


def _not_given(view: SchoolView, role: Role, parts: Sequence[RolePart]) -> Iterator[str]:
    """Sentences on what the publication leaves out for this role in this stage."""
    seed = view.header.seed + role.id
    if not parts:
        return
    if not statements(parts, "tasks"):
        yield phrase(view.base, "not_given.tasks", seed, role=role.one)
    if not any(statements(parts, aspect) for aspect in (*ASPECTS, "team")):
        yield phrase(view.base, "not_given.competences", seed, role=role.one)
    if not statements(parts, "forms"):
        yield phrase(view.base, "not_given.forms", seed, role=role.one)


def _first_step(view: SchoolView, role: Role, parts: Sequence[RolePart], tasks: Sequence[TaskAdvice]) -> str:
    """One thing to begin with, or a sentence that nothing is known or given."""
    base, seed = view.base, f"{view.header.seed}{role.id}"
    if not parts:
        return phrase(base, "step.unknown", seed, role=role.one)
    for task in tasks:
        if task.state in ("open", "elsewhere"):
            return phrase(base, "step.open", seed, role=role.one, theme=view.base.theme(task.theme).name)
    for task in tasks:
        if task.state == "unknown":
            return phrase(base, "step.ask", seed, role=role.one, theme=view.base.theme(task.theme).name)
    if any(task.state == "unasked" for task in tasks):
        return phrase(base, "step.check", seed, role=role.one)
    return phrase(base, "step.strengthen" if tasks else "step.nothing", seed, role=role.one)


def _text(parts: Sequence[RolePart]) -> str:
    return "\n".join(part.text for part in parts)
