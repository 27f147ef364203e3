"""Signs: per action a number that anybody can count, now, at the look-back and a year after it began."""

import json
import re
from collections.abc import Callable, Iterator

import msgspec
import pytest

from lobgids.advice.conclusions import Planned, Sign
from lobgids.advice.moments import around, counting_days, year_after
from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.schema.learning import LearningForm
from lobgids.kb.schema.roles import ThemeAction
from lobgids.log import ask_ids
from lobgids.log.ask_ids import ACTIONS, LOOK_BACK
from lobgids.log.events import Event
from lobgids.report.own_words import own_words
from tests.conftest import Talk

Begin = Callable[..., Talk]
ContentIn = Callable[[str], LocalizedContent]

TALK, OWN = "act.talk", "act.own.1"
LEVEL, NOW = "evaluation.reaction", "evaluation.now.act.talk"
LONGEST = 160
COUNTING = {
    "nl": re.compile(r"(?:(?:[OB]p|Bij|In|Met|Na|Over|Van|Voor) hoeveel|Hoeveel) "),
    "en": re.compile(r"(?:(?:About|After|At|For|In|With) how many|How many) "),
}
COMPARING = {
    "nl": re.compile(r"\b(?:nieuwe?|meer|minder|sinds|vaker|beter|anders|verander\w*)\b"),
    "en": re.compile(r"\b(?:new|more|less|fewer|since|better|different\w*|changed?)\b"),
}


def counted(base: KnowledgeBase) -> Iterator[ThemeAction | LearningForm]:
    """Everything that may become an action with a count."""
    for model in base.actions:
        yield from model.actions
    for role in base.roles:
        yield from (form for part in role.parts for form in part.forms)


@pytest.mark.parametrize("code", ["nl", "en"])
def test_every_action_asks_for_one_number_in_the_same_words_each_time(content_in: ContentIn, code: str) -> None:
    base = content_in(code).base
    counts = [entry.count for entry in counted(base)] + list(base.phrase("action.talk.count").variants)
    assert len(counts) > 60
    assert len(set(counts)) == len(counts)
    for count in counts:
        assert COUNTING[code].match(count), count
        assert count.endswith("?"), count
        assert count.count("?") == 1, count
        assert len(count) <= LONGEST, count
        assert not COMPARING[code].search(count), count


def with_plan(talk: Begin, *, form: str = "full", **answers: str) -> Talk:
    """A conversation with a plan of one talk, at its first question about the evaluation."""
    one = talk(form).go(until=ACTIONS)
    one.answer([TALK])
    return answered(one, **answers)


def answered(one: Talk, **answers: str) -> Talk:
    """What is asked of the plan is skipped, but for the fields in `answers`."""
    while one.ask.chapter == "advice":
        name, _action = ask_ids.planned(one.ask.id)
        if name in answers:
            one.answer(answers[name])
        else:
            one.move("skip")
    return one


def signs(one: Talk) -> tuple[Sign, ...]:
    return one.conversation.view.conclusions.signs


def test_the_talk_is_counted_before_the_levels(talk: Begin) -> None:
    one = with_plan(talk)
    assert (one.ask.id, one.ask.kind) == (NOW, "text")
    [sign] = signs(one)
    assert one.ask.text.splitlines()[-1] == sign.count
    assert sign.now == ""
    one.type("nul")
    assert one.ask.id == LEVEL
    assert [sign.now for sign in signs(one)] == ["nul"]
    assert one.conversation.result().signs[0]["now"] == "nul"


def test_who_has_to_measure_first_skips(talk: Begin) -> None:
    one = with_plan(talk)
    one.move("skip")
    assert one.ask.id == LEVEL
    assert [sign.now for sign in signs(one)] == [""]
    one.go()
    assert not one.conversation.result().interim


@pytest.mark.parametrize("first", ["skip", "answer"])
def test_how_it_is_now_can_be_put_right(talk: Begin, first: str) -> None:
    one = with_plan(talk)
    _ = one.move("skip") if first == "skip" else one.type("1")
    one.go(until=LOOK_BACK)
    one.move("edit", to=NOW)
    assert one.ask.id == NOW
    one.type("2 van de 3")
    one.answer(True)
    assert one.ask.id == LOOK_BACK
    assert [sign.now for sign in signs(one)] == ["2 van de 3"]


def test_what_is_added_to_the_plan_later_is_counted_too(talk: Begin) -> None:
    one = with_plan(talk)
    one.type("nul")
    one.go(until=LOOK_BACK)
    one.move("edit", to=ACTIONS)
    more = next(option.id for option in one.ask.options if option.id.startswith("act.m"))
    one.answer([TALK, more])
    one.answer(True)
    while one.ask.id != LOOK_BACK and one.ask.id != ask_ids.counted_now(more):
        one.move("skip")
    assert one.ask.id == ask_ids.counted_now(more)


def test_an_earlier_document_is_not_asked_anew(talk: Begin) -> None:
    one = with_plan(talk).go()
    earlier = [event for event in one.events if not event.ask.startswith(ask_ids.counted_now(""))]
    assert len(earlier) == len(one.events) - 1
    again = talk("full", events=earlier)
    assert again.conversation.ask is None
    assert [sign.now for sign in signs(again)] == [""]


def test_to_find_out_is_not_counted(talk: Begin) -> None:
    one = talk("full").go(until="c01.situation")
    one.move("skip")
    one.go(until=ACTIONS)
    one.answer(["act.find_out", TALK])
    answered(one)
    assert [item.action for item in one.conversation.view.conclusions.plan] == ["act.find_out", TALK]
    assert [sign.action for sign in signs(one)] == [TALK]
    assert one.ask.id == NOW


def test_ones_own_sign_stands_for_a_count(talk: Begin) -> None:
    one = talk("full").go(until=ACTIONS)
    one.type("koffie met Karin")
    one.move("skip")
    answered(one, sign="drie {mentoren}\nkomen")
    assert one.ask.id == ask_ids.counted_now(OWN)
    assert one.ask.text.splitlines()[1] == "drie {mentoren} komen"
    one.type("een")
    assert [(sign.action, sign.count, sign.now) for sign in signs(one)] == [(OWN, "", "een")]
    words = {piece.ask: (piece.kind, piece.about) for piece in own_words(one.conversation.view)}
    assert words[ask_ids.counted_now(OWN)] == ("answer", "koffie met Karin")


def test_an_own_action_without_a_sign_has_nothing_to_count(talk: Begin) -> None:
    one = talk("full").go(until=ACTIONS)
    one.type("koffie met Karin")
    one.move("skip")
    assert answered(one).ask.id == LEVEL


def test_another_own_action_does_not_keep_the_number(talk: Begin) -> None:
    one = talk("full").go(until=ACTIONS)
    one.type("koffie met Karin")
    one.move("skip")
    answered(one, sign="drie mentoren komen").type("een")
    one.move("edit", to=ask_ids.OWN_ACTIONS)
    one.type("thee met Mo")
    one.answer(True)
    assert ask_ids.counted_now(OWN) not in one.state.answers


def test_a_group_counts_after_its_meeting(talk: Begin) -> None:
    one = talk(track="workshop").go(until=LEVEL, setup__people=13)
    assert not [ask for ask in one.state.answers if ask_ids.counted_action(ask)]
    assert all(sign.count for sign in signs(one))


def test_without_days_a_sign_has_none(talk: Begin) -> None:
    assert [(sign.day, sign.later) for sign in signs(with_plan(talk))] == [("", "")]


def test_a_sign_is_counted_at_the_look_back_and_a_year_after_the_start(talk: Begin) -> None:
    one = with_plan(talk, when="2027-03-02", until="2027-05-31")
    assert [(sign.day, sign.later) for sign in signs(one)] == [("2027-05-31", "2028-03-06")]  # after the spring holiday
    one.go(until=LOOK_BACK)
    one.answer("2027-06-14")
    assert [sign.day for sign in signs(one)] == ["2027-06-14"]


SUMMER = {"nl": "rond 6 september 2027 (2 augustus valt in de zomervakantie)",
          "en": "around 6 September 2027 (2 August is in the summer holiday)"}  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_year_later_in_the_summer_is_after_it_and_that_is_said(talk: Begin, language: str) -> None:
    view = talk(language=language).conversation.view
    planned = Planned(action=TALK, kind="talk", title="", how="", success="", owner="", date="2026-08-02", because=(),
                      facts=(), origin="guide", since=())  # fmt: skip
    day, later = counting_days(view, planned)
    assert (day, later) == ("", "2027-08-02")
    assert around(view, later) == SUMMER[language]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2027-06-14", "rond 14 juni 2027"),
        ("2027-06-12", "rond 14 juni 2027 (12 juni valt in het weekend)"),
        ("2027-10-20", "rond 1 november 2027 (20 oktober valt in de herfstvakantie van regio Noord en regio Midden)"),
        ("2027-12-27", "rond 10 januari 2028 (27 december valt in de kerstvakantie)"),
        ("2027-05-17", "rond 18 mei 2027 (op 17 mei is het Pinksteren)"),
        ("2040-08-01", "rond 1 augustus 2040"),  # beyond the table of holidays
        ("9999-12-31", ""), ("straks", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_free_day_is_moved_and_it_is_said_why(talk: Begin, day: str, said: str) -> None:
    assert around(talk().conversation.view, day) == said


@pytest.mark.parametrize(
    ("day", "later"), [("2027-03-01", "2028-03-01"), ("2028-02-29", "2029-02-28"), ("9999-01-01", ""), ("ooit", "")]
)
def test_a_year_after_a_day(day: str, later: str) -> None:
    assert year_after(day) == later


@pytest.mark.parametrize("now", [3, ["x"], True, {"a": 1}])
def test_a_number_of_another_kind_is_no_number(talk: Begin, now: object) -> None:
    one = with_plan(talk)
    odd = Event(time="2026-11-23T13:00:00Z", kind="answered", ask=NOW, value=now)
    assert [sign.now for sign in signs(talk("full", events=[*one.events, odd]))] == [""]


def test_the_result_has_signs_by_its_schema(talk: Begin, valid: Callable[[str, object], bool]) -> None:
    one = with_plan(talk, when="2027-03-01").go()
    result = json.loads(msgspec.json.encode(one.conversation.result()))
    assert [sign["later"] for sign in result["signs"]] == ["2028-03-06"]
    assert valid("result.schema.json", result)
    del result["signs"][0]["count"]
    assert not valid("result.schema.json", result)
