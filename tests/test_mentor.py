"""The track of a new mentor: its routes, what can be reached on them, and nothing to get stuck in."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from lobgids.dialogue.brief import BriefFile
from lobgids.dialogue.conversation import Turn
from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.dialogue.protocol import Answer, MentorResult, Problem
from lobgids.dialogue.tracks.mentor import MENTOR
from lobgids.kb.authoring.mentor_checks import sentences
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.lookup import all_entries
from lobgids.kb.schema.mentor import Orientation
from lobgids.log.events import Event
from lobgids.session.file_session import FileSession, brief_file
from lobgids.session.reading_time import minutes
from tests.conftest import Talk, sensible
from tests.fakes.repeating import repeated
from tests.fakes.walks import Edited, edits, go_on_with_edited, moves_to, walk

Begin = Callable[..., Talk]
Opened = Callable[..., FileSession]

MODELS = (1, 2, 3, 0)
HOW = {"school__how": "school.how.scenes"}


def in_school(talk: Begin, model: int, until: str = "", language: str = "nl", **answers: Any) -> Talk:
    """A mentor whose school looks like a model, or who does not know yet."""
    scene = f"scene.m{model}" if model else "school.unknown"
    one = talk(track="mentor", language=language)
    return one.go(until=until, **{**HOW, "school__scene": scene, **answers})


def at_case(talk: Begin, model: int, *cases: str, language: str = "nl") -> Talk:
    """A mentor before the ways of the first of some cases, without own words at it."""
    one = in_school(talk, model, until="practice.choose", language=language)
    one.answer([*cases])
    one.move("skip")
    return one


def texts(turn: Turn) -> list[str]:
    return [said.text for said in turn.says]


def outcome(one: Talk) -> MentorResult:
    """What it comes to."""
    told = one.conversation.outcome()
    assert isinstance(told, MentorResult)
    return told


def all_said(one: Talk, talk: Begin) -> str:
    """All that was said, asked and offered in a conversation."""
    again = talk(track="mentor", language=one.conversation.header.language)
    told = [*texts(again.conversation.begin())]
    for event in one.events:
        if ask := again.conversation.ask:
            told += [ask.text, *(option.text for option in ask.options)]
        told += texts(again.conversation.tell([event]))
    return "\n".join(told)


# The route.


def test_it_opens_with_a_case_and_says_why_that_is_lob(talk: Begin) -> None:
    one = talk(track="mentor")
    case = next(case for case in one.conversation.view.base.cases if case.opening)
    assert (one.ask.id, one.ask.chapter, one.ask.kind) == ("opening.own.case", "opening", "text")
    assert one.ask.text.startswith(f"{case.scene}\n{case.question}")
    one.move("skip")
    assert (one.ask.id, one.ask.chapter, one.ask.kind) == ("opening.case", "opening", "choice")
    said = texts(one.answer(case.ways[1].id))
    assert said[:2] == [case.ways[1].feedback, case.lob]
    assert one.ask.id == "opening.others.case"
    one.answer("practice.others.on")
    assert one.ask.id == "school.how"


@pytest.mark.parametrize("model", MODELS)
def test_the_other_ways_of_a_case_and_why_are_one_key_away(talk: Begin, base: KnowledgeBase, model: int) -> None:
    case = next(case for case in base.cases if case.id == "case.deadline")
    one = at_case(talk, model, "case.deadline")
    one.answer("case.deadline.b")
    assert one.ask.id == "practice.others.case.deadline"
    said = texts(one.answer("practice.others.read"))[:2]
    others = [way for way in case.ways if way.id != "case.deadline.b"]
    own = [next((own.text for own in way.by_model if own.model == model), way.feedback) for way in others]
    assert said == [f"{way.text}\n{text}" for way, text in zip(others, own, strict=True)]
    assert one.ask.chapter == "can"


def test_who_passes_a_case_by_is_not_asked_about_its_other_ways(talk: Begin) -> None:
    one = at_case(talk, 2, "case.deadline")
    one.move("skip")
    assert one.ask.id == "can.head"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_whoever_is_called_a_coach_is_the_mentor_here(talk: Begin, language: str) -> None:
    greeting = texts(talk(track="mentor", language=language).conversation.begin())[0]
    assert "coach" in greeting
    assert greeting.endswith(("dan ben jij hier de mentor.", "you are the mentor here."))


@pytest.mark.parametrize("model", MODELS)
def test_each_school_has_a_route_of_its_own_to_the_end(talk: Begin, model: int) -> None:
    one = in_school(talk, model)
    assert one.conversation.ask is None
    told = outcome(one)
    assert (told.school["model"], told.interim) == (model or None, False)
    assert told.referral["id"] == f"referral.m{model}"
    assert [task["id"] for task in told.plan["tasks"]] == [f"mentor.task.m{model}.1"]


def test_the_route_is_shorter_where_the_mentors_part_is_small(talk: Begin) -> None:
    asked = {model: len(in_school(talk, model).state.answers) for model in (1, 2, 3)}
    assert asked[1] < asked[2] <= asked[3]
    told = {model: all_said(in_school(talk, model, until="role.diary"), talk) for model in (1, 2)}
    assert "We kijken nu naar wat jij daarvoor nodig hebt" in told[1]
    assert not any("korter" in one for one in told.values())


@pytest.mark.parametrize("model", MODELS)
def test_all_that_is_told_of_a_school_can_be_reached(talk: Begin, base: KnowledgeBase, model: int) -> None:
    told = all_said(in_school(talk, model), talk)
    here = next(one for one in base.orientations if one.model == model)
    missing = [text for text in _texts_of(here) if text not in told]
    assert not missing
    others = [one for one in base.orientations if one.model not in (0, model)]
    assert all((text.text in told) is bool(model) for one in others for text in one.short)


def _texts_of(here: Orientation) -> Iterator[str]:
    """All that a mentor in such a school should come across; `short` is for mentors elsewhere."""
    skills = [skill for skill in here.skills if skill.aspect in here.asked]
    listed = (*here.tasks, *here.not_yours, *here.beside, *skills, *here.talk_to)
    for entry in (*here.turns, *here.small, *listed):
        yield entry.text
    yield from (skill.learn for skill in here.skills)
    yield here.referral.text
    yield here.forms.text


@pytest.mark.parametrize("model", MODELS)
def test_every_case_and_way_gets_its_feedback(talk: Begin, base: KnowledgeBase, model: int) -> None:
    for case in (case for case in base.cases if not case.opening):
        ask = f"practice.{case.id}"
        one = at_case(talk, model, case.id)
        assert one.ask.id == ask
        for way in case.ways:
            said = texts(one.answer(way.id))
            own = next((own.text for own in way.by_model if own.model == model), way.feedback)
            assert said[0] == own
            assert case.lob in said
            assert [entry.text for entry in case.everywhere] == said[1 : 1 + len(case.everywhere)]
            assert not any("publicatie:" in text for text in said)  # the key 'source' tells where it comes from
            one.move("back")


def test_feedback_is_never_a_mark(base: KnowledgeBase) -> None:
    marks = ("goed gedaan", "fout", "helaas", "beter was", "juist antwoord", "prima!")
    for case in base.cases:
        for way in case.ways:
            told = " ".join((way.feedback, *(own.text for own in way.by_model))).lower()
            assert not [mark for mark in marks if mark in told], way.id


def test_troubles_at_home_have_one_answer_in_every_school(talk: Begin, base: KnowledgeBase) -> None:
    answers = set()
    for model in MODELS:
        one = at_case(talk, model, "case.troubles_at_home")
        answers.add(tuple(texts(one.answer("case.troubles_at_home.b"))[:2]))
    ((_feedback, everywhere),) = answers
    for word in ("luistert", "geheimhouding", "dezelfde dag", "zorgcoördinator", "meldcode"):
        assert word in everywhere
    case = next(case for case in base.cases if case.id == "case.troubles_at_home")
    assert not any(way.by_model for way in case.ways)


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "Ik beloof dat ik het aan niemand vertel"), ("en", "I promise I will not tell anyone")],
)
def test_who_promises_secrecy_hears_the_rule_at_once(talk: Begin, language: str, words: str) -> None:
    rule = {"nl": "Geheimhouding beloof je niet", "en": "don't promise secrecy"}[language]
    one = in_school(talk, 2, until="practice.choose", language=language)
    one.answer(["case.troubles_at_home", "case.deadline"])
    while one.ask.id != "practice.own.case.troubles_at_home":
        assert rule not in " ".join(texts(one.type(words)))
        one.answer(one.ask.options[0].id)
    assert rule in " ".join(texts(one.type(words)))
    assert rule in " ".join(texts(one.type(words)))  # again among the ways


@pytest.mark.parametrize("language", ["nl", "en"])
def test_where_to_go_in_danger_is_told_whatever_is_answered(talk: Begin, language: str) -> None:
    for answer in ("case.troubles_at_home.a", ""):
        one = at_case(talk, 2, "case.troubles_at_home", language=language)
        said = " ".join(texts(one.answer(answer) if answer else one.move("skip")))
        assert all(word in said for word in ("112", "Veilig Thuis", "0800-2000", "team"))


def test_who_does_not_know_hears_what_matters_all_the_same(talk: Begin, base: KnowledgeBase) -> None:
    one = talk(track="mentor").go(until="opening.case")
    assert texts(one.move("skip"))[0] == next(case.lob for case in base.cases if case.opening)
    one = at_case(talk, 2, "case.troubles_at_home")
    assert "meldcode" in texts(one.move("skip"))[0]


def test_the_least_number_of_cases_to_choose_from(base: KnowledgeBase) -> None:
    assert sum(not case.opening for case in base.cases) >= 10


def test_three_cases_at_most_and_the_rest_is_kept_for_later(talk: Begin) -> None:
    one = in_school(talk, 2, until="practice.choose")
    ids = [option.id for option in one.ask.options]
    assert texts(one.answer(ids[:4])) == ["Kies er hooguit 3."]
    one.answer(ids[:3])
    one.go(until="can.head")
    assert outcome(one).later == ids[3:]


@pytest.mark.parametrize("ask", ["opening.own.case", "practice.own.case.deadline"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_own_words_at_a_case_are_heard_before_the_ways_are_shown(talk: Begin, ask: str, language: str) -> None:
    one = talk(track="mentor", language=language).go(until=ask, **HOW, practice__choose=["case.deadline"])
    ways = [way.text for case in one.conversation.view.base.cases for way in case.ways]
    told = "\n".join((one.ask.text, *texts(one.conversation.begin()), *(option.text for option in one.ask.options)))
    assert not [way for way in ways if way in told]
    asked = one.ask.text
    said = one.type("Ik bel de ouders")
    assert said.heard == "Ik bel de ouders"
    assert one.ask.id == ask.replace("own.", "")
    assert len(one.ask.options) == 3
    assert one.ask.text.startswith("‘Ik bel de ouders’: ")
    assert asked.partition("\n")[0] not in one.ask.text
    (again,) = texts(one.move("example"))
    assert asked.partition("\n")[0] in again  # what happens, once more


@pytest.mark.parametrize("language", ["nl", "en"])
def test_who_has_no_own_words_sees_the_ways_at_once(talk: Begin, language: str) -> None:
    for words in ("", "weet ik niet", "I don't know"):
        one = talk(track="mentor", language=language)
        assert texts(one.type(words)) == []
        assert one.ask.id == "opening.case"
        assert "‘" not in one.ask.text


def test_what_one_would_ask_a_student_is_no_question_to_the_guide(talk: Begin) -> None:
    one = talk(track="mentor")
    one.type("Welke dieren vind je leuk?")
    assert one.ask.id == "opening.case"
    assert one.state.value("opening.own.case") == "Welke dieren vind je leuk?"


def test_a_case_that_one_comes_back_to_says_again_what_happens(talk: Begin) -> None:
    one = in_school(talk, 2, until="can.head", practice__choose=["case.deadline"])
    one.move("jump", to="practice.case.deadline")
    assert "vier leerlingen hebben nog niets ingevuld" in one.ask.text


def test_a_document_of_before_own_words_were_asked_goes_on_as_it_was(
    talk: Begin, content_in: Callable[[str], LocalizedContent]
) -> None:
    now = in_school(talk, 2, until="can.head", practice__choose=["case.deadline"])
    header = replace(now.conversation.header, hears_first=False)
    events = [event for event in now.events if ".own." not in event.ask]
    earlier = Talk(content_in, header)
    assert earlier.ask.id == "opening.case"
    for event in events:
        assert earlier.ask.id == event.ask
        earlier.conversation.tell([event])
    assert earlier.ask.id == "can.head"
    earlier.move("jump", to="practice.choose")
    earlier.answer(["case.deadline", "case.big_dream"])
    assert earlier.ask.id == "practice.case.big_dream"


def test_a_case_that_was_answered_is_not_asked_in_own_words_any_more(talk: Begin) -> None:
    one = in_school(talk, 2, until="practice.own.case.deadline", practice__choose=["case.deadline"])
    one.move("jump", to="practice.case.deadline")
    one.answer("case.deadline.a")
    assert one.ask.id == "practice.others.case.deadline"
    one.answer("practice.others.on")
    assert one.ask.id == "can.head"


def test_the_other_cases_can_be_done_after_the_end(talk: Begin) -> None:
    one = in_school(talk, 2, practice__choose=["case.deadline"])
    assert one.conversation.ask is None
    one.move("jump", to="practice")
    one.answer(["case.deadline", "case.big_dream"])
    assert one.ask.id == "practice.own.case.big_dream"
    one.go()
    assert {"case.deadline", "case.big_dream"} <= {case["id"] for case in outcome(one).cases}


def test_own_words_are_kept_and_then_the_nearest_way_is_asked(talk: Begin) -> None:
    one = at_case(talk, 2, "case.deadline")
    one.type("Ik bel de ouders")
    assert one.state.notes[-1].text == "Ik bel de ouders"
    assert one.ask.id == "practice.case.deadline"
    one.type("b, maar dan na de pauze")
    (met,) = (case for case in outcome(one).cases if case["id"] == "case.deadline")
    assert met == {"id": "case.deadline", "way": "case.deadline.b", "words": "maar dan na de pauze"}


def test_the_result_has_what_one_said_before_the_ways_and_with_one(talk: Begin) -> None:
    one = in_school(talk, 2, until="practice.own.case.deadline", practice__choose=["case.deadline"])
    one.type("Ik bel de ouders")
    one.type("b, maar dan na de pauze")
    (met,) = (case for case in outcome(one).cases if case["id"] == "case.deadline")
    assert met["words"] == "Ik bel de ouders; maar dan na de pauze"


# How the school is found.


@pytest.mark.parametrize("model", [1, 2, 3])
def test_six_answers_of_a_newcomer_find_the_school(talk: Begin, model: int) -> None:
    answers = {f"newcomer__{number}": f"newcomer.{number}.m{model}" for number in range(1, 7)}
    one = talk(track="mentor").go(until="lob.what_for", school__how="school.how.questions", **answers)
    assert outcome(one).school == {"model": model, "source": "questions"}
    assert "school.scene" not in one.state.answers


def test_answers_that_point_many_ways_go_on_to_the_scenes(talk: Begin) -> None:
    answers = {f"newcomer__{number}": f"newcomer.{number}.m{1 + number % 3}" for number in range(1, 7)}
    one = talk(track="mentor").go(until="newcomer.6", school__how="school.how.questions", **answers)
    turn = one.answer("newcomer.6.m1")
    assert one.ask.id == "school.scene"
    assert any("meer dan één soort school" in text for text in texts(turn))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_who_knows_none_of_it_is_not_told_that_answers_differ(talk: Begin, language: str) -> None:
    one = talk(track="mentor", language=language).go(until="newcomer.1", school__how="school.how.questions")
    for _question in range(6):
        said = " ".join(texts(one.move("skip")))
    assert one.ask.id == "school.scene"
    assert {"nl": "in de eerste weken niet anders", "en": "how could you"}[language] in said
    assert not any(words in said for words in ("meer dan één soort", "more than one kind"))


def test_whom_to_ask_tells_what_about(base: KnowledgeBase) -> None:
    about = ("LOB", "LOB", "kiezen", "mentor", "werk of studie", "kiezen")
    others = ("Vraag de decaan wat een nieuwe mentor meestal als eerste te horen krijgt.",)
    for question, word in zip(base.newcomer, about, strict=True):
        assert word in question.ask_whom or question.ask_whom in others


def test_what_a_newcomer_does_not_know_comes_with_whom_to_ask(talk: Begin, base: KnowledgeBase) -> None:
    one = talk(track="mentor").go(until="newcomer.3", school__how="school.how.questions")
    one.move("skip")
    assert outcome(one).find_out == [{"ask": "newcomer.3", "text": base.newcomer[2].ask_whom}]


def test_a_mentor_who_does_not_know_hears_what_differs(talk: Begin) -> None:
    one = in_school(talk, 0, until="school.scene")
    turn = one.answer("school.unknown")
    assert "wat er per school verschilt" in " ".join(texts(turn))
    assert outcome(one).school == {"model": None, "source": ""}
    assert "Vraag de decaan" in one.ask.text


def test_no_source_names_a_model_before_the_school_is_found(talk: Begin) -> None:
    one = talk(track="mentor").go(until="newcomer.1", school__how="school.how.questions")
    (said,) = texts(one.move("source"))
    assert "hoofdstuk" in said
    assert "model" not in said
    later = in_school(talk, 2, until="role.refer")
    assert "model 2" in texts(later.move("source"))[0]


# Learning.


def test_every_preference_can_come_out(talk: Begin, base: KnowledgeBase) -> None:
    found = set()
    for option in in_school(talk, 2, until="learn.how").ask.options:
        one = in_school(talk, 2, until="learn.how")
        said = texts(one.answer(option.id))
        (told,) = outcome(one).learning["preferences"]
        assert told["id"] == option.id.replace("learn.how", "learned")
        assert any(told["text"] in text for text in said)
        assert any(told["limits"] in text for text in said)
        found.add(told["id"])
    assert found == {one.id for one in base.learned}


def test_who_began_on_the_five_choices_of_an_earlier_version_ends_with_them(talk: Begin, base: KnowledgeBase) -> None:
    one = in_school(talk, 2, until="learn.how")
    chosen = next(option for option in base.either_or[0].options if option.preference == "preference.oefenen")
    first = Event(time="", kind="answered", ask="learn.1", value=chosen.id)
    again = talk(track="mentor", events=[*one.events, first])
    asked = []
    while again.ask.id.startswith("learn."):
        asked.append(again.ask.id)
        wanted = [option.id for question in base.either_or for option in question.options
                  if question.id == again.ask.id and option.preference == "preference.oefenen"]  # fmt: skip
        again.answer(wanted[0] if wanted else again.ask.options[0].id)
    assert asked == ["learn.2", "learn.3", "learn.4", "learn.5"]
    assert "learned.oefenen" in [told["id"] for told in outcome(again).learning["preferences"]]


def test_what_one_can_do_stands_out(talk: Begin) -> None:
    one = in_school(talk, 2, until="can.heart", can__head=4, can__hands=1)
    skills = next(here.skills for here in one.conversation.view.base.orientations if here.model == 2)
    told = texts(one.answer(1))
    strong, grow = (
        next(text for text in told if text.startswith(begin)) for begin in ("Hier kun je op", "Hier kun je nog")
    )
    assert "Je weet hoe leerlingen kiezen" in strong
    assert [line[2:] for line in grow.splitlines()[1:]] == [skill.learn for skill in skills if skill.aspect != "head"]


# What was answered is heard.


@pytest.mark.parametrize("model", MODELS)
def test_who_wants_to_know_more_is_told_more(talk: Begin, base: KnowledgeBase, model: int) -> None:
    one = in_school(talk, model, until="lob.what_for")
    turns = next(here.turns for here in base.orientations if here.model == model)
    told = [texts(one.answer("lob.to_ask")) for _turn in turns]
    assert [said[0] for said in told] == [turn.more for turn in turns]
    kept = "Een vraag hierover zet ik alvast klaar voor de decaan."
    assert ["\n".join(said).count(kept) for said in told] == [1, 0, 0, 0, 0]


def test_who_knew_it_is_told_no_more(talk: Begin) -> None:
    one = in_school(talk, 2, until="lob.when")
    assert texts(one.answer("lob.knew")) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_task_that_may_be_left_untold_has_a_question(
    content_in: Callable[[str], LocalizedContent], language: str
) -> None:
    told = [here for here in content_in(language).base.orientations if here.model]
    assert all(task.ask.endswith("?") and task.when.endswith("?") for here in told for task in here.tasks)


def test_a_scale_has_the_words_of_what_it_is_about(talk: Begin) -> None:
    one = in_school(talk, 2, until="can.head")
    shown = []
    for _aspect in ("head", "hands", "heart"):
        shown.append({option.text for option in one.ask.options})
        one.answer(2)
    assert not shown[0] & shown[1] | shown[1] & shown[2] | shown[0] & shown[2]


def test_the_end_counts_nothing_that_was_not_chosen(talk: Begin) -> None:
    one = in_school(talk, 3, until="autumn.words")
    assert not {"drie", "twee"} & set(" ".join(texts(one.answer("Iets"))).lower().split())


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_mentor_hears_no_sentence_more_than_three_times(talk: Begin, model: int, language: str) -> None:
    cases: dict[str, Any] = {"practice__choose": ["case.deadline", "case.big_dream", "case.tired_class"]}
    turns = {f"lob__{topic}": "lob.to_ask" for topic in ("what_for", "when", "who", "how", "parents")}
    again = repeated(in_school(talk, model, language=language, **{**cases, **turns}), "mentor", talk)
    assert not again


# Whenever one begins, and wherever.

MONTHS = {
    "nl": ("najaar", "herfst", "augustus", "september", "oktober", "november", "voorjaar"),
    "en": ("autumn", "August", "September", "October", "November", "spring"),
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_that_a_mentor_hears_is_of_a_season(
    content_in: Callable[[str], LocalizedContent], language: str
) -> None:
    base = content_in(language).base
    parts = (base.cases, base.scenes, base.newcomer, base.autumn, base.orientations, base.learned)
    said = msgspec.json.encode([*parts, base.questions_mentor, base.phrases_mentor, base.report_mentor]).decode()
    said = re.sub(r'"(id|facts)":("[^"]*"|\[[^]]*\])', "", said)
    assert not [word for word in MONTHS[language] if re.search(rf"\b{word}", said)]


def test_the_scenes_are_of_three_kinds_of_school_and_begin_differently(base: KnowledgeBase) -> None:
    kinds = [re.findall(r"vmbo|havo|vwo", scene.text) for scene in base.scenes]
    assert sorted(kinds) == [["havo"], ["vmbo"], ["vwo"]]
    assert len({tuple(re.findall(r"klas (\d)", scene.text)) for scene in base.scenes}) == 3
    assert len({scene.text.split()[0] for scene in base.scenes}) == 3


@pytest.mark.parametrize(
    ("today", "last"),
    [("2026-08-24", "2026-10-25"), ("2026-10-05", "2027-10-31"), ("2027-01-12", "2027-10-31")],
)
def test_a_day_is_far_away_only_after_eight_weeks(talk: Begin, today: str, last: str) -> None:
    found = MENTOR.deadline(talk(track="mentor").conversation.view, date.fromisoformat(today))
    assert f"{found}" == last


# The sheet.


def test_what_nobody_told_becomes_a_question_for_the_decaan(talk: Begin, base: KnowledgeBase) -> None:
    one = in_school(talk, 2, until="role.untold", role__diary=["mentor.task.m2.1"], lob__who="lob.to_ask")
    one.answer(["mentor.task.m2.3"])
    one.go(until="autumn.questions")
    ids = [option.id for option in one.ask.options]
    assert ids[:2] == ["ask.mentor.task.m2.3", "ask.school.m2.who"]
    assert {one_.id for one_ in base.autumn.questions if 2 in one_.models} <= set(ids)
    known = {task["id"]: task["known"] for task in outcome(one).tasks}
    assert [known[f"mentor.task.m2.{number}"] for number in (1, 3, 2)] == ["diary", "untold", "new"]


def test_every_question_to_look_back_with_is_offered(talk: Begin, base: KnowledgeBase) -> None:
    one = in_school(talk, 3, until="autumn.evaluation")
    assert {option.id for option in one.ask.options} == {one_.id for one_ in base.autumn.evaluation}
    assert {one_.level for one_ in base.autumn.evaluation} == {level.id for level in base.levels}


def test_conclude_now_goes_to_the_sheet_and_then_to_the_end(talk: Begin) -> None:
    one = in_school(talk, 2, until="lob.when")
    one.move("conclude")
    assert one.ask.id == "autumn.tasks"
    one.move("conclude")
    assert one.conversation.ask is None
    assert outcome(one).interim


def test_one_can_go_to_a_stop_by_its_name(talk: Begin) -> None:
    one = in_school(talk, 2, until="lob.who")
    one.move("jump", to="practice")
    assert one.ask.id == "practice.choose"
    stops = {stop.id: stop.state for stop in one.conversation.overview().path}
    assert (stops["opening"], stops["lob"], stops["practice"]) == ("done", "open", "present")
    assert list(stops) == ["opening", "school", "lob", "role", "practice", "can", "learn", "autumn"]


# Reading.


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_whole_takes_about_twenty_minutes(content_in: Callable[[str], LocalizedContent], language: str) -> None:
    took = [minutes(content_in(language), model) for model in (1, 2, 3, 0)]
    assert all(14 <= one <= 22 for one in took), took
    assert took[0] < took[1] < took[2]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Eén.", 1),
        ("Eén. Twee! Drie?", 3),
        ("‘Waarom?’ zegt ze. ‘Ik ga toch.’", 2),
        ("Zonder punt", 1),
        ("Een zin (met haken.) En een tweede.", 2),
    ],
)
def test_sentences_are_counted_as_one_reads_them(text: str, count: int) -> None:
    assert sentences(text) == count


# Nothing to get stuck in.


asks = st.sampled_from([
    "opening.own.case", "practice.own.case.deadline",
    "opening.case", "school.how", "school.brief", "school.scene", "newcomer.1", "newcomer.6", "lob.when", "role.diary",
    "role.untold", "role.beside", "practice.choose", "practice.case.deadline", "can.hands", "learn.how", "autumn.tasks",
    "autumn.date.mentor.task.m2.1", "autumn.people", "autumn.questions", "autumn.look_back", "autumn.words", "x",
])  # fmt: skip
anything = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 9) | st.text(max_size=9)
    | st.sampled_from(["school.how.brief", "scene.m2", "scene.m1", "case.deadline", "mentor.task.m2.1", "can.new"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["choice", "quote", "brief"]), inner),
    max_leaves=4,
)  # fmt: skip
kinds = st.sampled_from(["answered", "skipped", "taken_back", "edited", "noted", "jumped", "concluded", "confirmed"])
edited_documents = edits(kinds, asks, anything, 10)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(edited_documents)
def test_a_document_edited_by_hand_stops_nothing(talk: Begin, edited: Edited) -> None:
    go_on_with_edited(lambda events: talk(track="mentor", events=events), edited)


moves = moves_to(
    ("next", "practice", "autumn", "school.scene", "c05", "zzz"),
    ("school.scene", "school.how", "practice.choose", "role.diary"),
)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.data())
def test_random_walks_find_no_dead_end(talk: Begin, data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(["nl", "en", ""]))
    walk(lambda events: talk(track="mentor", language=language, events=events), data, moves)


def test_bad_answers_are_told_in_a_sentence_and_change_nothing(talk: Begin) -> None:
    one = in_school(talk, 2, until="can.head")
    for wrong in (9, 0, "x", ["a"], True, {"a": 1}):
        before = one.state.copy()
        (problem,) = one.answer(wrong).says
        assert isinstance(problem, Problem)
        assert (one.ask.id, one.state) == ("can.head", before)


# The document.


def test_it_goes_on_where_it_was_also_after_a_crash(opened: Opened) -> None:
    session = opened(track="mentor", language="nl")
    while (ask := session.conversation.ask) and ask.id != "role.untold":
        session.conversation.take(Answer(answer=sensible(ask)))
    whole = session.path.read_bytes()
    session.store.close()  # as the system does for a process that is killed
    session.path.write_bytes(whole + b'{"time":"2026-11-2')
    with opened() as again:
        assert again.conversation.ask is not None
        assert again.conversation.ask.id == "role.untold"
        assert [said.text for said in again.turn().says if "laatste regel" in said.text]
    assert session.path.read_bytes() == whole


def test_a_language_can_be_changed_on_the_way(talk: Begin, content_in: Callable[[str], LocalizedContent]) -> None:
    one = in_school(talk, 2, until="lob.when")
    one.move("language", to="en")
    english = next(one_ for one_ in content_in("en").base.orientations if one_.model == 2)
    assert english.turns[1].text in one.ask.text


def test_no_id_is_shown_to_a_mentor(talk: Begin, base: KnowledgeBase) -> None:
    told = all_said(in_school(talk, 3), talk)
    ids = {entry.id for entry in all_entries(base) if "." in entry.id}
    assert not [one for one in ids if one in told]


def test_a_brief_is_read_from_a_file_as_its_name_was_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "mijn afspraken.json").write_text(json.dumps({"a": 1}), encoding="utf-8")
    assert brief_file('"~/mijn afspraken.json" ') == BriefFile(b'{"a": 1}')
