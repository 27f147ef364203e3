"""The evaluation of a plan: questions at Kirkpatrick's four levels that stand under the titles of its actions."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import chain, combinations
from types import ModuleType

import pytest

from lobgids.advice.conclusions import Evaluation
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.schema.learning import Asking, Pattern
from lobgids.log.events import Event
from tests.conftest import ROOT, Talk, load_script

Begin = Callable[..., Talk]

LEVELS = ("reaction", "learning", "behaviour", "result")
TALK, FIND_OUT, OWN = "act.talk", "act.find_out", "act.own.1"
TASKS = [f"act.m2.{name}" for name in ("lessons", "talks", "first-contact", "subject", "parents", "vision", "support")]
LESSONS, TALKS, *_OTHERS, VISION, SUPPORT = TASKS
OF_MENTORS, OF_TEACHERS = "act.form.m2.mentor.1", "act.form.m2.subject_teacher.1"
OF_LEADERS, OF_DECAAN = "act.form.m2.team_leader.1", "act.form.m2.decaan.2"
PLANS = [*([action] for action in (TALK, *TASKS, OF_MENTORS, OF_TEACHERS, OF_LEADERS, OF_DECAAN)),
         *map(list, combinations((TALK, FIND_OUT, LESSONS, SUPPORT, OF_DECAAN), 3)), TASKS]  # fmt: skip


def planned(talk: Begin, actions: Sequence[str], own: str = "", **days: str) -> Talk:
    """A conversation with these actions in its plan, each from and until the same days if these are given."""
    answers: dict[str, object] = {"plan.actions": [*actions], **({"plan.own": own} if own else {})}
    for name, day in days.items():
        answers |= {f"plan.{name}.{action}": day for action in (*actions, OWN)}
    events = [Event(time="2026-11-23T12:00:00Z", kind="answered", ask=ask, value=value)
              for ask, value in answers.items()]  # fmt: skip
    one: Talk = talk("full", language="nl", events=events)
    assert {item.action for item in one.conversation.view.conclusions.plan} == {*actions, *([OWN] if own else [])}
    return one


def asked(one: Talk) -> Mapping[str, tuple[Evaluation, ...]]:
    return one.conversation.view.conclusions.evaluation


def all_asked(one: Talk) -> list[Evaluation]:
    return [*chain.from_iterable(asked(one).values())]


def of(one: Talk, level: str, action: str) -> list[str]:
    """The ids of the patterns that are asked of an action at a level."""
    return [each.id.removesuffix(f".{action}") for each in asked(one)[level] if each.action == action]


def patterns(base: KnowledgeBase) -> list[tuple[Pattern, Asking]]:
    """Every question, with how it is asked."""
    askings = {asking.id: asking for level in base.levels for asking in level.askings}
    return [(pattern, askings[pattern.asking]) for level in base.levels for pattern in level.questions]


# Which questions there are.


@pytest.mark.parametrize("actions", PLANS, ids="+".join)
def test_each_action_has_one_question_at_each_level(talk: Begin, actions: list[str]) -> None:
    one = planned(talk, actions)
    for level in LEVELS:
        for action in actions:
            is_asked = {FIND_OUT: False, TALK: level in ("reaction", "behaviour")}.get(action, True)
            assert len(of(one, level, action)) == is_asked, (level, action)
    assert len({each.id for each in all_asked(one)}) == len(all_asked(one))


@pytest.mark.parametrize("actions", PLANS, ids="+".join)
def test_any_plan_reaches_the_questions_of_the_publication_once(
    talk: Begin, actions: list[str], base: KnowledgeBase
) -> None:
    own = {pattern.id for pattern, _asking in patterns(base) if pattern.facts}
    given = [each.id for each in all_asked(planned(talk, actions)) if each.facts]
    reached = {name for name in own if any(one.startswith(f"{name}.") for one in given)}
    assert reached == own
    assert {fact for pattern, _asking in patterns(base) for fact in pattern.facts} == {
        "kirkpatrick.1.vraag-a", "kirkpatrick.1.vraag-b", "kirkpatrick.2.vraag-a", "kirkpatrick.3.vraag-a",
        "kirkpatrick.4.vraag-a", "kirkpatrick.4.vraag-b",
    }  # fmt: skip


def test_the_publications_questions_are_told_apart(talk: Begin) -> None:
    for each in all_asked(planned(talk, [LESSONS, OF_MENTORS])):
        assert each.origin == ("publication" if each.facts else "guide"), each.id


def test_only_finding_out_is_not_evaluated(talk: Begin) -> None:
    assert all_asked(planned(talk, [FIND_OUT])) == []
    one = planned(talk, [FIND_OUT]).go(until="evaluation.own")
    assert not [ask for ask in one.state.answers if ask.startswith("evaluation.")]


@pytest.mark.parametrize("actions", PLANS, ids="+".join)
def test_students_get_at_most_five_questions_on_what_they_meet(talk: Begin, actions: list[str]) -> None:
    one = planned(talk, actions)
    of_students = [each for each in all_asked(one) if each.respondent == "students"]
    assert len(of_students) == (2 if set(actions) <= {TALK} else 5)
    assert {each.form for each in of_students} == ({"scale"} if set(actions) <= {TALK} else {"scale", "open"})
    assert all(each.how_many and each.goes_to for each in of_students)
    assert {each.action for each in of_students} <= {"", *TASKS} - {VISION, SUPPORT}


def test_students_tell_of_their_lessons_talks_and_questions_first(talk: Begin) -> None:
    one = planned(talk, [VISION, LESSONS, TALKS])
    told = [each.id for each in asked(one)["result"] if each.respondent == "students" and each.form == "open"]
    assert told == [
        f"result.students.lessons.{LESSONS}", f"result.students.talks.{TALKS}", "result.students.1.plan"
    ]  # fmt: skip


# Whom they are for.


def test_what_is_learnt_is_asked_of_the_role_that_learns(talk: Begin) -> None:
    one = planned(talk, [OF_MENTORS, OF_TEACHERS, OF_LEADERS])
    for action, role in ((OF_MENTORS, "mentor"), (OF_TEACHERS, "subject_teacher"), (OF_LEADERS, "team_leader")):
        respondents = {each.respondent for each in all_asked(one) if each.action == action}
        assert respondents <= {role, "leadership"}, action
        assert role in respondents


def test_a_decaan_who_learns_is_one_person(talk: Begin) -> None:
    one = planned(talk, [OF_DECAAN])
    of_decaan = [each for each in all_asked(one) if each.action == OF_DECAAN]
    assert {each.respondent for each in of_decaan} == {"decaan"}
    assert {(each.how_many, each.goes_to) for each in of_decaan} == {("de decaan zelf", "blijft bij de decaan")}


def test_nobody_is_asked_about_their_own_help(talk: Begin) -> None:
    one = planned(talk, [SUPPORT])
    for each in all_asked(one):
        if each.action == SUPPORT:
            assert each.respondent == "participants"
            assert each.collector == "team_leader"
            assert "decaan" not in each.how_many + each.text + each.goes_to


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_question_holds_braces_a_role_or_hearsay(talk: Begin, language: str) -> None:
    base = talk("full", language=language).conversation.view.base
    names = [name for role in base.roles for name in (role.one, role.many)]
    hearsay = {"nl": "hoor je|horen|zie je bij|anders dan|beter", "en": "hear|differently from|better"}[language]
    for pattern, _asking in patterns(base):
        text = pattern.text.lower()
        assert not set("{}") & set(text), pattern.id
        assert not [name for name in names if name in text], pattern.id
        assert not re.search(rf"\b({hearsay})\b", text), pattern.id
        assert text[-1] in ".?", pattern.id
        assert (pattern.form == "scale") == (" 1 (" in text and " 5 (" in text), pattern.id


# When.


@pytest.mark.parametrize(
    ("days", "level", "day", "moment"),
    [
        ({}, "behaviour", "", "drie maanden na afloop"),
        ({"when": "2027-01-11"}, "behaviour", "2027-04-12", "rond 12 april 2027"),
        (
            {"when": "2027-05-03"},
            "behaviour",
            "2027-09-06",
            "rond 6 september 2027 (2 augustus valt in de zomerv",
        ),
        ({"when": "2027-01-16"}, "behaviour", "2027-04-19", "rond 19 april 2027 (17 april valt in het weekend)"),
        ({"when": "2027-01-26"}, "behaviour", "2027-05-03", "rond 3 mei 2027 (op 27 april is het Koningsdag)"),
        ({"when": "2027-01-11", "until": "2027-03-15"}, "learning", "2027-03-30", "rond 30 maart 2027"),
    ],
)
def test_a_question_is_asked_on_a_school_day(
    talk: Begin, days: dict[str, str], level: str, day: str, moment: str
) -> None:
    one = planned(talk, [OF_MENTORS], **days)
    [each] = [each for each in asked(one)[level] if each.action == OF_MENTORS]
    assert (each.day, each.moment[: len(moment)]) == (day, moment)


def test_what_is_compared_with_later_is_asked_now_too(talk: Begin) -> None:
    one = planned(talk, [VISION], when="2027-01-11")
    now = [each for each in all_asked(one) if each.moment.startswith("nu, en nog eens rond ")]
    assert {each.form for each in now} == {"scale"}
    assert f"result.task.vision.{VISION}" in {each.id for each in now}


def test_a_day_at_the_end_of_the_calendar_is_no_trouble(talk: Begin) -> None:
    assert all_asked(planned(talk, [LESSONS], when="9998-12-31", until="9999-12-31"))


# In the conversation and on the page.


def test_an_option_has_its_title_and_whom_it_is_for(talk: Begin) -> None:
    one = talk("full").go(until="evaluation.result", plan__own="Een wandeling\tdoor de stad")
    view = one.conversation.view
    titles = {item.action: item.title for item in view.conclusions.plan} | {"": "Alles wat we voor LOB deden"}
    for option, each in zip(one.ask.options, asked(one)["result"], strict=True):
        is_of_year = each.respondent == "students" and not each.action
        title = "LOB dit schooljaar" if is_of_year else titles[each.action]
        assert option.text.startswith(f"{title}: {each.text} (aan ")
    assert any(option.text.endswith("(aan leerlingen)") for option in one.ask.options)
    assert "1994" not in one.ask.text


def test_a_choice_of_which_nothing_is_left_leaves_all(talk: Begin) -> None:
    one = talk("full").go(evaluation__reaction=["reaction.talk.1.act.talk"], plan__actions=[TALK])
    assert [each["id"] for each in one.conversation.result().evaluation["reaction"]] == ["reaction.talk.1.act.talk"]


@pytest.fixture(scope="module")
def make_evaluation() -> ModuleType:
    return load_script(ROOT / "docs" / "make_evaluation.py")


@pytest.mark.parametrize("code", ["nl", "en"])
def test_the_page_to_read_has_every_question_with_every_action(code: str, make_evaluation: ModuleType) -> None:
    """If not: python docs/make_evaluation.py, and read it."""
    page = (ROOT / "docs" / f"evaluation.{code}.md").read_text("utf-8")
    assert page == make_evaluation.page(code)
