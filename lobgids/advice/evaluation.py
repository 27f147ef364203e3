"""Evaluation questions at Kirkpatrick's four levels, made concrete for each action of the plan."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from lobgids.advice.conclusions import Action, Evaluation, Planned, Sign
from lobgids.advice.moments import counting_days, school_moment
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.learning import Level, Pattern
from lobgids.log import ask_ids
from lobgids.school.view import SchoolView

STUDENTS = "students"
STUDENT_QUESTIONS = 5
"""How many questions for the student council there are at most, for the plan as a whole."""


def evaluation(
    view: SchoolView, level: Level, plan: Sequence[Planned], offered: Sequence[Action]
) -> Iterator[Evaluation]:
    """A question of this level for each action in the plan, then those for students if the level has any."""
    actions = {action.id: action for action in offered}
    asked: list[str] = []
    for item in plan:
        action = actions[item.action]
        if fitting := [row for row in level.questions if row.respondent != STUDENTS and _fits(row, action)]:
            pattern = min(fitting, key=lambda row: (not row.themes, asked.count(row.id)))
            asked.append(pattern.id)
            yield _asked(view, pattern, action, item)
    if plan:
        yield from _by_students(view, level, plan, actions)


def signs(view: SchoolView, plan: Sequence[Planned], offered: Sequence[Action]) -> Iterator[Sign]:
    """What to count for each action in the plan, and when; to find something out is done when it is found."""
    counts = {action.id: action.count for action in offered}
    for item in plan:
        if item.kind != "find_out":
            day, later = (school_moment(view, day) for day in counting_days(view, item))
            now = view.state.value(ask_ids.counted_now(item.action))
            yield Sign(
                action=item.action, count=counts[item.action], now=now if isinstance(now, str) else "", day=day,
                later=later,
            )  # fmt: skip


def _fits(pattern: Pattern, action: Action) -> bool:
    fits_kind = not pattern.kinds or action.kind in pattern.kinds
    fits_theme = not pattern.themes or action.theme in pattern.themes
    return fits_kind and fits_theme and _fits_role(pattern, action)


def _fits_role(pattern: Pattern, action: Action) -> bool:
    """Whether the respondent can answer: mentors and teachers on actions for them, nobody on their own role by name."""
    is_for_them = action.role == pattern.respondent
    if pattern.respondent in ("mentor", "subject_teacher"):
        return is_for_them
    return not (is_for_them and "{role}" in pattern.text)


def _by_students(
    view: SchoolView, level: Level, plan: Sequence[Planned], actions: Mapping[str, Action]
) -> Iterator[Evaluation]:
    """The students' questions: first those on a theme of the plan, then those that suit any plan."""
    patterns = [pattern for pattern in level.questions if pattern.respondent == STUDENTS]
    themes = {actions[item.action].theme for item in plan}
    on_themes = [pattern for pattern in patterns if set(pattern.themes) & themes]
    general = [pattern for pattern in patterns if not pattern.themes]
    for pattern in (*on_themes, *general)[:STUDENT_QUESTIONS]:
        about = next((item for item in plan if actions[item.action].theme in pattern.themes), _most_to_students(plan))
        yield _asked(view, pattern, actions[about.action], about)


def _most_to_students(plan: Sequence[Planned]) -> Planned:
    """The action that students may notice most: a task, else something that is learnt."""
    order = ("task", "learn", "own", "talk", "find_out")
    return min(plan, key=lambda item: order.index(item.kind))


def _asked(view: SchoolView, pattern: Pattern, action: Action, item: Planned) -> Evaluation:
    """The question with the action, its role and its day filled in."""
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
