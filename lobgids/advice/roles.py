"""What is said to each role: what it is, which tasks are open here, what it asks, how to learn, a first step."""

from lobgids.dialogue.chapters.ambition import aimed
from lobgids.dialogue.chapters.roles import parts_in
from lobgids.dialogue.conclusions import RoleAdvice
from lobgids.dialogue.phrasing import phrase
from lobgids.dialogue.view import View
from lobgids.kb.entries import Part, Role, Task, Theme

NOBODY = "nobody"


def advise(view: View, role: Role) -> RoleAdvice:
    """The advice to a role, against a named model: the aimed one, else the present one, else none."""
    goal = aimed(view)
    parts = parts_in(role, goal)
    tasks = tuple(_task(view, role, task) for part in parts for task in part.tasks)
    return RoleAdvice(
        role=role.id,
        name=role.one,
        present=_text(parts_in(role, view.dominant)),
        aimed=_text(parts) if goal != view.dominant else "",
        tasks=tasks,
        competences={aspect: _texts(parts, aspect) for aspect in ("head", "hands", "heart", "team")},
        stars=_stars(view, role, goal),
        content=_texts(parts, "content"),
        forms=_texts(parts, "forms"),
        conditions=tuple(item.text for item in view.base.conditions if goal in item.models),
        first_step=_first_step(view, role, parts, tasks),
        facts=tuple(fact for part in parts for fact in part.facts),
    )


def task_state(view: View, role: Role, task: Task) -> str:
    """What becomes of a task here: done, double, open, elsewhere (done by another role) or unknown."""
    theme: Theme = next(theme for theme in view.base.themes if theme.id == task.theme)
    doers = view.doers(theme)
    if role.id in doers or task.id in view.ids(f"tasks.{role.id}"):
        return "double" if len(doers) > 1 else "done"
    if not doers:
        return "unknown"
    return "open" if doers == [NOBODY] else "elsewhere"


def _task(view: View, role: Role, task: Task) -> dict[str, str]:
    return {"id": task.id, "text": task.text, "theme": task.theme, "state": task_state(view, role, task)}


def _text(parts: list[Part]) -> str:
    return "\n".join(part.text for part in parts)


def _texts(parts: list[Part], field: str) -> tuple[str, ...]:
    return tuple(statement.text for part in parts for statement in getattr(part, field))


def _stars(view: View, role: Role, model: int | None) -> dict[str, int]:
    """The stars of each competence; a cell that the publication left empty is not there."""
    rows = {
        competence.id: getattr(row, role.id, 0)
        for competence in view.base.competences
        for row in competence.stars
        if row.model == model
    }
    return {competence: stars for competence, stars in rows.items() if stars}


def _first_step(view: View, role: Role, parts: list[Part], tasks: tuple[dict[str, str], ...]) -> str:
    """One thing to begin with; where nothing is known or given, that is said."""
    base, place = view.base, f"{view.header.seed}{role.id}"
    names = {theme.id: theme.name for theme in base.themes}
    if not parts:
        return phrase(base, "step.unknown", place, role=role.one)
    for task in tasks:
        if task["state"] in ("open", "elsewhere"):
            return phrase(base, "step.open", place, role=role.one, theme=names[task["theme"]])
    for task in tasks:
        if task["state"] == "unknown":
            return phrase(base, "step.ask", place, role=role.one, theme=names[task["theme"]])
    name = "step.strengthen" if tasks else "step.nothing"
    return phrase(base, name, place, role=role.one)
