"""Evaluation questions at Kirkpatrick's four levels: for each action of the plan, and for the plan as a whole."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from lobgids.advice.conclusions import Action, Evaluation, Planned, Sign
from lobgids.advice.moments import around, counting_days, school_moment
from lobgids.days.school_year import LAST_DAY
from lobgids.days.spoken import kept_day
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.phrasing import phrase, report_words
from lobgids.kb.schema.learning import Asking, Level, Pattern
from lobgids.log import ask_ids
from lobgids.school.view import SchoolView

STUDENTS, PARTICIPANTS = "students", "participants"
STUDENTS_TELL = 3
"""How many open questions students get at most, for the plan as a whole; the questions on a scale come on top."""

WHOLE = "plan"
"""What the id of a question about the plan as a whole ends with, as that of another does with its action."""


class About(NamedTuple):
    """What a question is about: an action, or (None) the plan as a whole, and its first and last day if known."""

    action: Action | None
    start: date | None
    end: date | None


def evaluation(
    view: SchoolView, level: Level, plan: Sequence[Planned], offered: Sequence[Action]
) -> Iterator[Evaluation]:
    """The questions of this level: one for each action, the publication's own that none of them had, the students'.

    What is only finding out is not evaluated, and a talk not at each level. Where students can tell of an action, they
    are asked instead of the staff. The publication's own questions are asked of the plan as a whole if of no action.
    """
    actions = {action.id: action for action in offered}
    about = [_about(actions[item.action], item) for item in plan if item.kind != "find_out"]
    if not about:
        return
    askings, (staff, students) = {asking.id: asking for asking in level.askings}, staff_and_students(level)
    told = _told(students, about)
    asked = [*_of_each(staff, [one for one in about if one not in told.values()])]
    whole, reached = _whole(about), {pattern.id for pattern, _one in asked}
    asked += [(one, whole) for one in staff if one.origin == "publication" and one.id not in reached]
    asked += [(one, told.get(one.id, whole)) for one in _of_students(students, about, told)]
    yield from (_asked(view, level, askings[pattern.asking], pattern, one) for pattern, one in asked)


def staff_and_students(level: Level) -> tuple[list[Pattern], list[Pattern]]:
    """The questions of a level to the staff, and those to students."""
    to_students = {asking.id for asking in level.askings if asking.respondent == STUDENTS}
    staff = [pattern for pattern in level.questions if pattern.asking not in to_students]
    return staff, [pattern for pattern in level.questions if pattern.asking in to_students]


def whom(base: KnowledgeBase, respondent: str) -> str:
    """Whom a question is for, in words; a school has one decaan, and more people in other roles."""
    names: dict[str, str] = {role.id: role.one if role.id == "decaan" else role.many for role in base.roles}
    return names.get(respondent) or report_words(base, f"respondent.{respondent}")


def whole_title(view: SchoolView, respondent: str) -> str:
    """What stands above a question about the plan as a whole; students are asked about LOB, not about a plan."""
    return phrase(view.base, "evaluation.whole.students" if respondent == STUDENTS else "evaluation.whole",
                  view.header.seed)  # fmt: skip


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


def _about(action: Action, item: Planned) -> About:
    start = kept_day(item.date)
    return About(action, start, kept_day(item.until) or start)


def _whole(about: Sequence[About]) -> About:
    starts, ends = [one.start for one in about if one.start], [one.end for one in about if one.end]
    return About(None, min(starts, default=None), max(ends, default=None))


def _of_each(patterns: Sequence[Pattern], about: Sequence[About]) -> Iterator[tuple[Pattern, About]]:
    """A question for each action: of those that fit, the first one that was asked least."""
    asked: list[str] = []
    for one in about:
        if found := fitting(patterns, one.action) if one.action else []:
            pattern = min(found, key=lambda row: asked.count(row.id))
            asked.append(pattern.id)
            yield pattern, one


def fitting(patterns: Sequence[Pattern], action: Action) -> list[Pattern]:
    """The questions that can be asked of an action: those on its theme, else those on any theme."""
    found = [pattern for pattern in patterns if _fits(pattern, action)]
    return [pattern for pattern in found if pattern.themes] or found


def _fits(pattern: Pattern, action: Action) -> bool:
    """Whether a question is for the kind of an action, its theme and its role."""
    is_of_kind = action.kind in pattern.kinds if pattern.kinds else action.kind != "find_out"
    is_on_theme = not pattern.themes or action.theme in pattern.themes
    return is_of_kind and is_on_theme and (not pattern.roles or action.role in pattern.roles)


def _told(students: Sequence[Pattern], about: Sequence[About]) -> dict[str, About]:
    """The first actions that students can tell of, by the ids of the questions on their themes."""
    found: dict[str, About] = {}
    for one in about:
        for pattern in students:
            if pattern.themes and one.action and _fits(pattern, one.action):
                found.setdefault(pattern.id, one)
    return dict(list(found.items())[:STUDENTS_TELL])


def _of_students(students: Sequence[Pattern], about: Sequence[About], told: Mapping[str, About]) -> Iterator[Pattern]:
    """What they can tell of the actions or, if these are more than talk, of LOB; and what they answer on a scale."""
    tell = [pattern for pattern in students if pattern.id in told]
    if any(one.action and one.action.kind != "talk" for one in about):
        tell += [pattern for pattern in students if pattern.form == "open" and not pattern.themes]
    yield from tell[:STUDENTS_TELL]
    yield from (pattern for pattern in students if pattern.form == "scale")


def _asked(view: SchoolView, level: Level, asking: Asking, pattern: Pattern, about: About) -> Evaluation:
    action, base, seed = about.action, view.base, view.header.seed
    respondent = _respondent(asking, action)
    is_alone = respondent == "decaan"
    day = _day(asking, about)
    moment = around(view, day) or asking.moment
    return Evaluation(
        id=f"{pattern.id}.{action.id if action else WHOLE}",
        action=action.id if action else "",
        text=pattern.text,
        respondent=respondent,
        moment=phrase(base, "evaluation.now_too", seed, moment=moment) if pattern.now else moment,
        form=pattern.form,
        day=school_moment(view, day),
        how_many=phrase(base, "evaluation.alone", seed) if is_alone else asking.how_many,
        collector=asking.collector,
        goes_to=phrase(base, "evaluation.keeps", seed) if is_alone else asking.goes_to or level.goes_to,
        origin=pattern.origin,
        facts=pattern.facts,
    )


def _respondent(asking: Asking, action: Action | None) -> str:
    """Whom to ask; who takes part in what is learnt is of the role that learns, and a decaan does so alone."""
    is_of_role = asking.respondent == PARTICIPANTS and action is not None and action.kind == "learn"
    return action.role if action and is_of_role else asking.respondent


def _day(asking: Asking, about: About) -> str:
    """On which day one would ask (YYYY-MM-DD), which may be free; empty if what it is about has no day."""
    counted_from = about.start if asking.after.since == "start" else about.end
    if counted_from is None:
        return ""
    return date.fromordinal(min(counted_from.toordinal() + asking.after.days, LAST_DAY.toordinal())).isoformat()
