"""Evaluation questions at Kirkpatrick's four levels, made concrete for each action of the plan."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from lobgids.advice.conclusions import Action, Evaluation, Planned
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.learning import Level, Pattern
from lobgids.school.view import SchoolView

STUDENTS = "students"
STUDENT_QUESTIONS = 5
"""How many questions go to the student council, about the plan as a whole."""


def evaluation(
    view: SchoolView, level: Level, plan: Sequence[Planned], offered: Sequence[Action]
) -> Iterator[Evaluation]:
    """A question of this level for each action in the plan, and those for the students at the level that has them."""
    known = {action.id: action for action in offered}
    asked: list[str] = []
    for item in plan:
        action = known[item.action]
        if fitting := [one for one in level.questions if one.respondent != STUDENTS and _fits(one, action)]:
            pattern = min(fitting, key=lambda one: (not one.themes, asked.count(one.id)))
            asked.append(pattern.id)
            yield _asked(view, pattern, action, item)
    if plan:
        yield from _by_students(view, level, plan, known)


def _fits(pattern: Pattern, action: Action) -> bool:
    fits_kind = not pattern.kinds or action.kind in pattern.kinds
    fits_theme = not pattern.themes or action.theme in pattern.themes
    return fits_kind and fits_theme and _fits_role(pattern, action)


def _fits_role(pattern: Pattern, action: Action) -> bool:
    """Mentors and teachers are asked where the action is for them, and nobody is asked about their own role."""
    is_for_them = action.role == pattern.respondent
    if pattern.respondent in ("mentor", "subject_teacher"):
        return is_for_them
    return not (is_for_them and "{role}" in pattern.text)


def _by_students(
    view: SchoolView, level: Level, plan: Sequence[Planned], known: Mapping[str, Action]
) -> Iterator[Evaluation]:
    """The students' questions: first those on a theme of the plan, then those that suit any plan."""
    of_students = [one for one in level.questions if one.respondent == STUDENTS]
    themes = [known[item.action].theme for item in plan]
    first = [one for one in of_students if set(one.themes) & set(themes)]
    general = [one for one in of_students if not one.themes]
    for pattern in (*first, *general)[:STUDENT_QUESTIONS]:
        about = next((item for item in plan if known[item.action].theme in pattern.themes), _most_to_students(plan))
        yield _asked(view, pattern, known[about.action], about)


def _most_to_students(plan: Sequence[Planned]) -> Planned:
    """The action that students may notice most: something that is done, else something that is learnt."""
    order = ("task", "learn", "talk", "find_out")
    return min(plan, key=lambda item: order.index(item.kind))


def _asked(view: SchoolView, pattern: Pattern, action: Action, item: Planned) -> Evaluation:
    many: dict[str, str] = {role.id: role.many for role in view.base.roles}
    day = view.language.date(date.fromisoformat(item.date)) if item.date else _some_day(view)
    return Evaluation(
        id=f"{pattern.id}.{action.id}",
        action=action.id,
        text=pattern.text.format(subject=action.subject, role=many[action.role], date=day),
        respondent=pattern.respondent,
        moment=pattern.moment,
    )


def _some_day(view: SchoolView) -> str:
    return phrase(view.base, "plan.some_day", view.header.seed)
