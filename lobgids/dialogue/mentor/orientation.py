"""What a new mentor's conversation comes to, in the shape that the protocol gives to other programs."""

from functools import reduce
from typing import Any

from lobgids.dialogue.chapters.mentor import autumn, can, learn, lob, practice, role
from lobgids.dialogue.chapters.mentor.school import orientation, referral, school, tasks_here, to_check
from lobgids.dialogue.protocol import MentorResult
from lobgids.dialogue.view import View
from lobgids.kb.schema.mentor import Learned, OwnEvaluation, Skill
from lobgids.log import ask_ids
from lobgids.text import joined

LEVELS = ("reaction", "learning", "behaviour", "result")


def to_mentor_result(view: View, *, interim: bool) -> MentorResult:
    """The result at this moment; the same log, knowledge base and language give the same result."""
    here, own = orientation(view), school(view)
    return MentorResult(
        track="mentor",
        interim=interim,
        school={"model": own.model, "source": own.source},
        referral={"id": here.referral.id, "text": referral(view), "facts": list(here.referral.facts)},
        tasks=[
            {"id": task.id, "text": task.text, "known": role.known(view, task), "facts": list(task.facts)}
            for task in tasks_here(view)
        ],
        cases=[_case(view, case.id, ask) for ask, case in practice.met(view)],
        later=[case.id for case in practice.later(view)],
        skills={skill.aspect: level for skill in here.skills if (level := can.level(view, skill))},
        learning={"preferences": [_learned(entry) for entry in learn.learned(view)], "forms": here.forms.text},
        plan=_plan(view),
        find_out=[{"ask": ask, "text": text} for ask, text in find_out(view)],
    )


def _case(view: View, case: str, ask: str) -> dict[str, Any]:
    standing = view.state.answers[ask]
    said = [words for words in (practice.own_words(view, ask), standing.quote) if words]
    return {"id": case, "way": standing.value, "words": reduce(joined, said) if said else ""}


def _learned(entry: Learned) -> dict[str, Any]:
    return {"id": entry.id, "name": entry.name, "text": entry.text, "limits": entry.limits}


def _plan(view: View) -> dict[str, Any]:
    chosen = to_learn(view)
    return {
        "tasks": [
            {"id": task.id, "text": task.text, "date": day(view, ask_ids.task_date(task.id))}
            for task in autumn.tasks(view)
        ],
        "people": [{"id": person.id, "role": person.role, "text": person.text} for person in autumn.people(view)],
        "talk": day(view, autumn.TALK),
        "learn": {"id": chosen.id, "text": chosen.learn} if chosen else None,
        "questions": asked(view),
        "evaluation": {
            level: [question.text for question in looked_back(view) if question.level == level] for level in LEVELS
        },
        "look_back": day(view, autumn.LOOK_BACK),
        "words": str(view.state.value(autumn.WORDS) or ""),
    }


def day(view: View, ask: str) -> str:
    """A day that was given (YYYY-MM-DD); empty if none was."""
    value = view.state.value(ask)
    return value if isinstance(value, str) else ""


def to_learn(view: View) -> Skill | None:
    """What one wants to learn in the coming weeks; None if that was not said."""
    chosen = view.state.value(autumn.LEARN)
    return next((skill for skill in orientation(view).skills if skill.id == chosen), None)


def asked(view: View) -> list[str]:
    """The questions that one takes to the decaan."""
    return [option.text for option in autumn.questions(view) if option.id in view.ids(autumn.QUESTIONS)]


def looked_back(view: View) -> list[OwnEvaluation]:
    """The questions that one looks back with."""
    return [question for question in view.base.autumn.evaluation if question.id in view.ids(autumn.EVALUATION)]


def find_out(view: View) -> list[tuple[str, str]]:
    """What one does not know yet, what others do, and the turns to know more of: pairs of an id and a text."""
    return not_known(view) + to_check(view) + [(ask_ids.lob_turn(turn.topic), turn.title) for turn in lob.to_ask(view)]


def not_known(view: View) -> list[tuple[str, str]]:
    """The questions about the school that one could not answer: pairs of an ask and whom to ask."""
    return [
        (question.id, question.ask_whom)
        for question in view.base.newcomer
        if view.is_answered(question.id) and view.state.value(question.id) is None
    ]
