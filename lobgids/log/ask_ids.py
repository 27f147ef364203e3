"""Builders and parsers of the ids of asks. A front end never needs to look into an id.

`welcome.form` is a question of its own. `c05.reveal.2` is about component 5, its name is `reveal`, and it belongs to
the second round of votes. `organisation.summary` is about a pillar, `plan.who.act.m2.07` about an action.
"""

from typing import Any

from lobgids.kb.schema.roles import Theme
from lobgids.kb.schema.school import Component, Pillar

# About a component.
SITUATION, BETWEEN, WHERE, BASIS, RECENT, CLASH = "situation", "between", "where", "basis", "recent", "clash"
COUNT, REVEAL, TALK, AGREED = "count", "reveal", "talk", "agreed"
# About a pillar, and about a theme (which can be agreed on as well).
PLACED, SEEN, SUMMARY, CORRECT = "placed", "seen", "summary", "correct"
SHARED = "shared"

SCHOOL = "school"
"""What a question is about that is asked once for all pillars."""

FORM = "welcome.form"
"""The ask for the short or the long form. Its answer undoes an early end: the long form asks what was left out."""

SCHOOL_NAME = "welcome.school"
"""The ask for the name of the school, which may stay open."""

PART = "welcome.part"
"""The ask which part of the school the conversation is about."""

PICTURE = "picture.agree"
"""The first ask of the picture: from here on a conclusion has been shown."""

PICTURE_AGAIN = "picture.again"
"""The first ask of the picture after the long form has added to what the short one showed."""

GO_ON = "picture.go_on"
"""The ask whether one goes on behind the picture: what one misses in it is often said there."""

ASSIGNMENT, MAY_QUOTE, ASSIGNED = "assignment.asked", "assignment.quote", "assignment.about"
"""The ask which pillars the assignment is about."""

ASSIGNMENT_WORDS = "assignment.words"
"""The ask how what leadership asked for may stand in papers, where one let it in on a condition."""

OTHERWISE, OTHERWISE_AGAIN = "picture.otherwise", "picture.otherwise.again"
"""The asks what one sees otherwise than either picture."""

KEEP_EDIT = "edit.keep"
"""The ask at which an edit after the picture is confirmed."""

WHO = "who.first"
"""The ask with whom one wants to sit down first: about these roles is asked further."""

ACTIONS, MORE_ACTIONS = "plan.actions", "plan.more"
LISTS = (ACTIONS, MORE_ACTIONS)
"""The asks that list actions to choose from."""
DECIDE = "plan.decide"
"""The ask on which day the school decides on people and tasks, if the plan has something that needs a decision."""

OWN_ACTIONS, OWN_QUESTIONS = "plan.own", "evaluation.own"
"""The asks for what one adds to the plan in one's own words: actions, and questions to evaluate it with."""

LOOK_BACK = "closing.look_back"
"""The ask for the day on which one looks back on the plan."""

ALSO, MAY_SHOW = "picture.also", "closing.show"
"""The asks for what goes well in one's own words, and which own words may stand in papers for others."""

MISSING, MEND = "closing.missing", "closing.mend"
"""The asks what one misses in the papers for others, in one's own words, and what one wants to change at the end."""

PREFERENCE, FORMS = "learning.preference", "learning.forms"

UNKNOWN, ABSENT = "unknown", "absent"
"""The names of the options 'I don't know yet' and 'no such thing happens here'."""

EVERYWHERE = "where.everywhere"
"""The answer to where it differs that says that it does not."""

UNDERSTOOD = "understood"
"""The name of an ask that confirms what was understood of an answer."""

OTHER_WAYS, OWN_WORDS = "others.", "own."
"""What the id of an ask beside a case has before that of the case: for the other ways, and for one's own words."""

_WITH_CASES = ("opening", "practice")
_UNDERSTOOD = f".{UNDERSTOOD}"
_SECOND = ".2"
_NOW, _AMBITION = "evaluation.now.", "ambition."
ROUNDS = (1, 2)


def of_component(component: Component | str, name: str, number: int = 1) -> str:
    """The ask of this name about a component, given as such or by its id, in a round of votes."""
    subject = component if isinstance(component, str) else component.id
    return f"{subject}.{name}{_SECOND if number > 1 else ''}"


def situation(component: Component | str, number: int = 1) -> str:
    """The ask for the situation of a component; in a group it is a vote, in a round."""
    return of_component(component, SITUATION, number)


def clash(later: str, earlier: str) -> str:
    """The ask how the contradicting answers about two components go together, by the components' ids."""
    return f"{later}.{CLASH}.{earlier}"


def clashing(ask: str) -> tuple[str, str]:
    """The ids of the later and the earlier component of a clash; the earlier is empty if the ask is no clash."""
    later, _, earlier = ask.partition(f".{CLASH}.")
    return later, earlier


def of_pillar(pillar: Pillar, name: str) -> str:
    """The ask of this name about a pillar."""
    return f"{pillar.id}.{name}"


def placed(group: str) -> str:
    """The ask which answers lie rightly beside what one told of a pillar, or the school, in one's own words."""
    return f"{group}.{PLACED}"


def seen(group: str) -> str:
    """The ask which answers about a pillar, or the school, one saw oneself."""
    return f"{group}.{SEEN}"


def rest(group: str) -> str:
    """The ask how one knows the other answers about a pillar, or the school."""
    return f"{group}.{BASIS}"


def of_theme(theme: Theme, name: str) -> str:
    """The ask of this name about a theme; who does it is asked by the theme's own id."""
    return f"{theme.id}.{name}"


def tasks(role: str, model: int = 0) -> str:
    """The ask which of a role's tasks in a model happen already; earlier documents asked it without naming a model."""
    return f"tasks.{role}.m{model}" if model else f"tasks.{role}"


def ambition(subject: str) -> str:
    """The ask for the wish for a pillar or for the school."""
    return f"{_AMBITION}{subject}"


def is_ambition(ask: str) -> bool:
    """Whether an ask is for a wish."""
    return ask.startswith(_AMBITION)


def competence(who: str, aspect: str) -> str:
    """The ask for how much of an aspect of a competence is in house."""
    return f"competence.{who}.{aspect}"


def plan(name: str, action: str) -> str:
    """An ask about an action in the plan, such as `who` does it, `when`, or by which `name`."""
    return f"plan.{name}.{action}"


def counted_now(action: str) -> str:
    """The ask how it is now with what will be counted to see whether an action works."""
    return f"{_NOW}{action}"


def counted_action(ask: str) -> str:
    """The action of an ask how it is now; empty if it is no such ask."""
    return ask.removeprefix(_NOW) if ask.startswith(_NOW) else ""


def planned(ask: str) -> tuple[str, str]:
    """The name and the action of an ask of the plan, such as `who` and `act.m2.07`."""
    name, _, action = detail_of(ask).partition(".")
    return name, action


def is_of_plan(ask: str) -> bool:
    """Whether an ask belongs to the plan."""
    return subject_of(ask) == "plan"


def evaluation(level: str) -> str:
    """The ask for the questions of a level that will be asked in the evaluation."""
    return f"evaluation.{level}"


def reworded(line: str) -> str:
    """The ask for other words of a line that may stand in papers for others, such as an action of one's own."""
    return f"closing.words.{line}"


def lob_turn(topic: str) -> str:
    """The ask whether a mentor knew one of the five topics about LOB."""
    return f"lob.{topic}"


def case(case_id: str) -> str:
    """The ask for what a mentor would do in a case."""
    return f"practice.{case_id}"


def other_ways(case_ask: str) -> str:
    """The ask whether a mentor wants to read what the other ways in a case bring, by the ask for that case."""
    return f"{subject_of(case_ask)}.{OTHER_WAYS}{detail_of(case_ask)}"


def case_of(other_ways_ask: str) -> str:
    """The ask for the case whose other ways an ask is about; empty if it is no such ask."""
    return _case_behind(OTHER_WAYS, other_ways_ask)


def own_words(case_ask: str) -> str:
    """The ask what a mentor would do in own words, before the ways of a case are shown, by the ask for that case."""
    return f"{subject_of(case_ask)}.{OWN_WORDS}{detail_of(case_ask)}"


def case_of_words(own_words_ask: str) -> str:
    """The ask for the case at which an ask is for own words; empty if it is no such ask."""
    return _case_behind(OWN_WORDS, own_words_ask)


def _case_behind(name: str, ask: str) -> str:
    """The ask for the case that an ask of this name stands beside; empty if it has another name."""
    detail = detail_of(ask)
    is_one = subject_of(ask) in _WITH_CASES and detail.startswith(name)
    return f"{subject_of(ask)}.{detail.removeprefix(name)}" if is_one else ""


def can(aspect: str) -> str:
    """The ask for what a mentor can do of an aspect."""
    return f"can.{aspect}"


def task_date(task: str) -> str:
    """The ask for the day by which a mentor does a task."""
    return f"autumn.date.{task}"


def understood(ask: str) -> str:
    """The ask that confirms what was understood of an answer to another ask; of a situation that of its component."""
    return f"{subject_of(ask) if is_named(ask, SITUATION) else ask}{_UNDERSTOOD}"


def is_understood(ask: str) -> bool:
    """Whether an ask confirms what was understood."""
    return ask.endswith(_UNDERSTOOD)


def answered_at(ask: str) -> str:
    """The ask that gets the answer: for one that confirms what was understood, the one it is about."""
    return situation(subject_of(ask)) if is_named(ask, UNDERSTOOD) else ask.removesuffix(_UNDERSTOOD)


def subject_of(ask: str) -> str:
    """What an ask is about: the id of a component or pillar, else the chapter or kind that its id begins with."""
    return ask.partition(".")[0]


def name_of(ask: str) -> str:
    """The name of an ask about a component or a pillar, such as `situation`, in whatever round."""
    return ask.split(".")[1] if "." in ask else ""


def detail_of(ask: str) -> str:
    """The part of an id after its subject, such as the pillar of a wish or the level of an evaluation."""
    return ask.partition(".")[2]


def is_about_component(ask: str) -> bool:
    """Whether the id is that of an ask about a component."""
    subject = subject_of(ask)
    return subject[:1] == "c" and subject[1:].isdigit()


def is_named(ask: str, name: str) -> bool:
    """Whether an ask about a component has this name, in whatever round."""
    return is_about_component(ask) and name_of(ask) == name


def round_of(ask: str) -> int:
    """The round of votes that an ask belongs to."""
    return ROUNDS[-1] if ask.endswith(_SECOND) else ROUNDS[0]


def key_of(ask: str) -> str:
    """The key of the step that an ask belongs to: its name if it is about a component or a pillar, else its subject."""
    is_named_so = is_about_component(ask) or name_of(ask) in (PLACED, SEEN, BASIS, SUMMARY, CORRECT)
    return name_of(ask) if is_named_so else subject_of(ask)


def to_situation(value: Any) -> str:
    """The situation that an answer names as the one to correct; empty if it names none."""
    return value if isinstance(value, str) and is_named(value, SITUATION) else ""
