"""Who does what in a school: the tasks of a role, which of them happen, and where to find out what is not known."""

from collections.abc import Mapping, Sequence

from lobgids.kb.lookup import roles_in_order
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.roles import Role, RolePart, Task, Theme
from lobgids.kb.schema.school import Component
from lobgids.log import ask_ids
from lobgids.school.once import once
from lobgids.school.stage import goal
from lobgids.school.view import SchoolView
from lobgids.text import capital

ASPECTS = ("head", "hands", "heart")
MODELS = (1, 2, 3)

MOST_TASKS = 5
"""How many tasks of a role are asked about; the rest is for the talk with whoever has the role."""


@once
def tasks_by_stage(view: SchoolView, role: Role) -> Mapping[int, Sequence[Task]]:
    """The tasks of a role that are of the stage which is worked toward there, by that stage; none if no stage leads."""
    found: dict[int, list[Task]] = {}
    for part in role.parts if view.start else ():
        for task in part.tasks:
            if goal(view, component_of(view, task)) == part.model:
                found.setdefault(part.model, []).append(task)
    return found


def component_of(view: SchoolView, task: Task) -> Component:
    """The component of a task, or of its theme."""
    return view.base.component(view.base.theme(task.theme).component if task.theme else task.component)


def open_tasks(view: SchoolView, role: Role) -> dict[int, list[Task]]:
    """The tasks of a role that may happen or not, by their stage, the stage with most of them first; a few in all.

    What was ticked in an earlier document is known, and not asked again.
    """
    earlier, room = view.ids(ask_ids.tasks(role.id)), MOST_TASKS
    left = {
        stage: [task for task in tasks if task.id not in earlier] for stage, tasks in tasks_by_stage(view, role).items()
    }
    found: dict[int, list[Task]] = {}
    for stage in sorted(left, key=lambda stage: (-len(left[stage]), stage)):
        if asked := left[stage][:room]:
            found[stage] = asked
        room -= len(asked)
    return found


@once
def ticked(view: SchoolView, role: Role) -> frozenset[str]:
    """The ids of the tasks of which was said that the role does them here, at whichever question."""
    return frozenset(task for model in (0, *MODELS) for task in view.ids(ask_ids.tasks(role.id, model)))


def parts_in(role: Role, model: int | None) -> list[RolePart]:
    """The parts of a role in a model: usually one, but a deputy has two in model 2."""
    return [part for part in role.parts if part.model == model]


def titled(role: Role, part: RolePart) -> str:
    """What a role is in a model, under the title that it has there in the publication if that is not its name."""
    return part.text if part.title == role.name else f"{capital(part.title)}: {part.text}"


def scale_of(role: str, aspect: str) -> str:
    """The question with the scale for an aspect of a role; empty where none is asked: never a colleague's attitude."""
    if role == "decaan":
        return f"competence.own.{aspect}"
    return "" if aspect == "heart" else f"competence.colleagues.{aspect}"


def where_to_find_out(view: SchoolView, themes: Sequence[Theme]) -> tuple[str, ...]:
    """Two sentences: what to look at, and whom to ask of those who do it in any stage, never the one who answers."""
    doers = {doer for theme in themes for model in MODELS for doer in getattr(theme.done_by, f"model{model}")}
    others = doers - {view.manner.speaker} - view.absent
    roles = view.language.listing(role.one for role in roles_in_order(view.base) if role.id in others)
    seed = view.header.seed + themes[0].id
    whom = phrase(view.base, "find_out.ask" if roles else "find_out.ask_anyone", seed, roles=roles)
    return phrase(view.base, "find_out.look", seed), whom
