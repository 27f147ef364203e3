"""Who does what in a school: the tasks that are open to a role, and where to find out what is not known."""

from collections.abc import Sequence

from lobgids.kb.lookup import roles_in_order
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.roles import Role, RolePart, Task, Theme
from lobgids.school.view import SchoolView

ASPECTS = ("head", "hands", "heart")


def open_tasks(view: SchoolView, role: Role) -> list[Task]:
    """The tasks of a role in the leading model whose theme others or nobody do, and those without a theme."""
    return [task for part in parts_in(role, view.dominant) for task in part.tasks if _may_be_open(view, role, task)]


def _may_be_open(view: SchoolView, role: Role, task: Task) -> bool:
    if not task.theme:
        return True
    return view.is_answered(task.theme) and role.id not in view.doers(view.base.theme(task.theme))


def parts_in(role: Role, model: int | None) -> list[RolePart]:
    """The parts of a role in a model: usually one, but a deputy has two in model 2."""
    return [part for part in role.parts if part.model == model]


def where_to_find_out(view: SchoolView, themes: Sequence[Theme]) -> tuple[str, ...]:
    """Two sentences: what to look at, and whom to ask of those who do it in any stage, never the one who answers."""
    doers = {doer for theme in themes for model in (1, 2, 3) for doer in getattr(theme.done_by, f"model{model}")}
    others = doers - {view.manner.speaker}
    roles = view.language.listing(role.one for role in roles_in_order(view.base) if role.id in others)
    seed = view.header.seed + themes[0].id
    whom = phrase(view.base, "find_out.ask" if roles else "find_out.ask_anyone", seed, roles=roles)
    return phrase(view.base, "find_out.look", seed), whom
