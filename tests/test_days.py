"""Days as people say them: read, put to the person with their weekday, judged kindly, and kept with the words."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lobgids.days.school_year import breaks, free_at, is_weekend, school_day
from lobgids.days.spoken import read_day
from lobgids.dialogue.protocol import Answer, MentorResult, Words
from lobgids.i18n import Language, month_names, weekday_names
from lobgids.kb.base import KnowledgeBase
from lobgids.log.events import Event, TrackName
from lobgids.log.state import StandingAnswer, fold, standing_events
from lobgids.report.own_words import own_words
from lobgids.session.file_session import FileSession
from lobgids.session.sharing import wordless
from tests.conftest import Talk, go, sensible
from tests.fakes.turns import problem, said

Begin = Callable[..., Talk]

TODAY = date(2026, 11, 23)  # a Monday
LOOK_BACK = "closing.look_back"
IF_POSSIBLE = "eind mei als het lukt, anders half juni"


def examples(text: str) -> list[str]:
    """What stands behind 'bijvoorbeeld' in a text: 1 maart of eind mei."""
    found = re.search(r"(?:bijvoorbeeld|for example) ([^.]+)\.", text)
    return re.split(r", | of | or ", found[1].replace("end of May", "May")) if found else []


SAID = {
    # A date, in every order of signs; the year that was not said is that of the next such day.
    "1-3-2027": "2027-03-01", "01-03-2027": "2027-03-01", "01/03/2027": "2027-03-01", "1.3.2027": "2027-03-01",
    "1 3 2027": "2027-03-01", "1 - 3 - 2027": "2027-03-01", "2027-03-01": "2027-03-01", "2027/3/1": "2027-03-01",
    "01032027": "2027-03-01", "1-3-27": "2027-03-01", "1-3": "2027-03-01", "24-11": "2026-11-24", "22/11": "2027-11-22",
    "23-11": "2026-11-23", "ma 1-3-2027": "2027-03-01", "29-2": "2028-02-29",
    "15-1-2027": "2027-01-15", "1-10-2027": "2027-10-01", "15-9-2027": "2027-09-15", "14-10-2027": "2027-10-14",
    # With the name of the month.
    "1 maart": "2027-03-01", "1 mrt 2027": "2027-03-01", "1 mrt. 2027": "2027-03-01", "1e maart": "2027-03-01",
    "Maandag 8 maart": "2027-03-08", "maandag, 8 maart": "2027-03-08", "ma 8 mrt": "2027-03-08",
    "op 1 maart": "2027-03-01", "uiterlijk 1 maart": "2027-03-01", "de week van 8 maart": "2027-03-08",
    "1 March": "2027-03-01", "March 1st": "2027-03-01", "1st of March": "2027-03-01", "March 1, 2028": "2028-03-01",
    "Monday, 1 March 2027": "2027-03-01", "the 3rd of May": "2027-05-03", "on Thurs 4 March": "2027-03-04",
    # A part of a month, a month, a week.
    "eind mei": "2027-05-31", "eind januari": "2027-01-29", "begin juni": "2027-06-01", "half april": "2027-04-15",
    "ergens eind mei": "2027-05-31", "medio april": "2027-04-15", "midden april": "2027-04-15",
    "maart": "2027-03-01", "in maart": "2027-03-01", "maart 2028": "2028-03-06", "januari": "2027-01-04",
    "end of May": "2027-05-31", "at the end of May": "2027-05-31", "early June": "2027-06-01",
    "mid-April": "2027-04-15",
    "week 10": "2027-03-08", "week 10 2028": "2028-03-06", "volgende week": "2026-11-30",
    "volgende maand": "2026-12-01", "eind volgende week": "2026-12-04", "eind van de week": "2026-11-27",
    "end of next month": "2026-12-18",
    "tweede week januari": "2027-01-11", "de eerste week van maart": "2027-03-01", "third week of April": "2027-04-19",
    # From today on.
    "vandaag": "2026-11-23", "morgen": "2026-11-24", "overmorgen": "2026-11-25", "tomorrow": "2026-11-24",
    "over drie weken": "2026-12-14", "over 2 maanden": "2027-01-23", "over een half jaar": "2027-05-23",
    "over een week": "2026-11-30", "binnen twee weken": "2026-12-07", "in three weeks": "2026-12-14",
    "in a month": "2026-12-23", "three weeks from now": "2026-12-14", "over 10 dagen": "2026-12-03",
    # By the day of the week.
    "vrijdag": "2026-11-27", "maandag": "2026-11-30", "komende vrijdag": "2026-11-27", "a.s. vrijdag": "2026-11-27",
    "volgende week vrijdag": "2026-12-04", "vrijdag volgende week": "2026-12-04", "volgende vrijdag": "2026-12-04",
    "vrijdag over twee weken": "2026-12-11", "Friday": "2026-11-27", "next Friday": "2026-12-04",
    "this Friday": "2026-11-27", "Friday next week": "2026-12-04", "Friday in two weeks": "2026-12-11",
    # By the school year: the last school day before, the first after, in all regions.
    "voor de kerst": "2026-12-18", "before Christmas": "2026-12-18", "voor de kerstvakantie": "2026-12-18",
    "na de kerst": "2027-01-04", "after the Christmas holiday": "2027-01-04", "na de herfstvakantie": "2027-11-01",
    "voor de herfstvakantie": "2027-10-15", "before the autumn holiday": "2027-10-15",
    "week na de voorjaarsvakantie": "2027-03-01", "de week voor de meivakantie": "2027-04-19",
    "na de zomer": "2027-09-06", "voor de zomer": "2027-07-09", "before the summer": "2027-07-09",
    "after the summer holidays": "2027-09-06", "volgend schooljaar": "2027-09-06",
    "eind van het schooljaar": "2027-07-09", "na Pasen": "2027-03-30", "before Easter": "2027-03-25",
    # With words around it.
    "die avond is in februari": "2027-02-01", "dat doen we op 5 maart": "2027-03-05",
    "nee, 8 maart": "2027-03-08", "2 april, of na de toetsweek": "2027-04-02", "eind mei als het lukt": "2027-05-31",
}  # fmt: skip
UNREAD = [
    "", " ", "ooit", "31-2-2027", "30 februari", "2027-13-01", "99-99-9999", "0-0-2027", "3 havo", "2 mensen", "1 en 4",
    "12345678", "27", "a", "ja", "weet ik niet", "zo snel mogelijk", "na overleg", "na de toetsweek", "voor de",
    "week 60", "over 9999999 jaar", "1-2-3-4", "[bold]1[/bold]", "\x1b[31m", "9" * 500,
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), SAID.items())
@pytest.mark.parametrize("code", ["nl", "en"])
def test_what_people_say_is_read_in_both_languages(text: str, day: str, code: str, base: KnowledgeBase) -> None:
    for written in (text, text.upper(), f"  {text}. "):
        reading = read_day(written, TODAY, base, code)
        assert reading is not None, written
        assert reading.day.isoformat() == day


@pytest.mark.parametrize("text", UNREAD)
def test_what_says_no_day_is_not_read(text: str, base: KnowledgeBase) -> None:
    assert read_day(text, TODAY, base, "nl") is None


DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))


def written(day: date) -> list[str]:
    """A day in all the forms of a date that are read, by the names that CLDR has for Dutch and English."""
    signs = [f"{day.day}{sign}{day.month}{sign}{day.year}" for sign in ("-", "/", ".", " ", " - ")]
    forms = [*signs, day.isoformat(), f"{day:%d-%m-%Y}", f"{day:%d%m%Y}", f"{day:%d/%m/%Y}"]
    for code in ("nl", "en"):
        weekdays = [name for name, number in weekday_names(code) if number == day.weekday()]
        for month in (name for name, number in month_names(code) if number == day.month):
            forms += [f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}"]
            forms += [f"{weekday} {day.day} {month} {day.year}" for weekday in weekdays]
    return forms


@given(day=DAYS, today=DAYS)
@example(day=date(2028, 2, 29), today=date(2026, 11, 23))
def test_a_written_day_is_read_back(day: date, today: date, base: KnowledgeBase) -> None:
    for form in written(day):
        reading = read_day(form, today, base, "nl")
        assert reading is not None, form
        assert (reading.day, reading.fits) == (day, True), form


@given(day=DAYS, today=DAYS)
def test_as_the_guide_words_a_day_it_is_read(
    day: date, today: date, base: KnowledgeBase, dutch: Language, english: Language
) -> None:
    for language in (dutch, english):
        for form in (language.date(day), language.day(day)):
            reading = read_day(form, today, base, language.code)
            assert reading is not None, form
            assert reading.day == day


@given(day=DAYS, today=DAYS)
def test_without_a_year_it_is_the_next_such_day(day: date, today: date, base: KnowledgeBase) -> None:
    reading = read_day(f"{day.day}-{day.month}", today, base, "nl")
    assert reading is not None
    assert reading.day >= today
    assert (reading.day.day, reading.day.month) == (day.day, day.month)
    longest = 8 if (day.month, day.day) == (2, 29) else 1
    assert reading.day.year - today.year <= longest


@given(text=st.text(max_size=60), today=DAYS)
def test_anything_that_is_typed_is_read_or_not(text: str, today: date, base: KnowledgeBase) -> None:
    reading = read_day(text, today, base, "en")
    assert reading is None or isinstance(reading.day, date)


# At a question.


def reach(one: Talk, start: str) -> Talk:
    """Answer until a question is open whose id begins so."""
    while not one.ask.id.startswith(start):
        one.answer(sensible(one.ask))
    return one


ASKED = [("decaan", "plan.when."), ("decaan", LOOK_BACK), ("workshop", "plan.when."), ("workshop", LOOK_BACK),
         ("mentor", "autumn.date."), ("mentor", "autumn.talk"), ("mentor", "autumn.look_back")]  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("track", "start"), ASKED)
def test_every_example_in_a_prompt_is_understood(track: TrackName, start: str, language: str, talk: Begin) -> None:
    one = reach(talk(language=language, track=track), start)
    ask, named = one.ask, examples(one.ask.text)
    assert named
    for example_ in (*named, *examples(problem(one.type("ooit")))):
        one.type(example_)
        assert one.state.value(ask.id) or one.state.proposed, example_
        one.move("back")
        assert one.ask.id == ask.id


def test_a_day_in_words_is_told_with_its_weekday_and_kept_with_the_answer(talk: Begin) -> None:
    one = reach(talk("short"), "plan.when.")
    ask = one.ask.id
    turn = one.type("eind mei")
    assert [say.id for say in turn.says] == ["date.is"]
    assert "eind mei 2027" in turn.says[0].text  # of a month no day is read back
    assert one.state.answers[ask] == StandingAnswer("2027-05-31", "eind mei")
    one.move("back")
    assert (one.ask.id, one.ask.standing) == (ask, "2027-05-31")


def test_a_date_is_not_told_again(talk: Begin) -> None:
    one = reach(talk("short"), "plan.when.")
    ask = one.ask.id
    assert "date.is" not in said(one.type("1-3-2027"))
    assert one.state.value(ask) == "2027-03-01"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("eind mei als het lukt", "2027-05-31"),
        ("zeg 10 februari", "2027-02-10"),
        ("die avond is in februari, dus dan", "2027-02-01"),
    ],
)
def test_the_one_day_in_a_sentence_is_taken_and_told_with_its_weekday(words: str, day: str, talk: Begin) -> None:
    one = reach(talk("short"), "plan.when.")
    ask = one.ask.id
    turn = one.type(words)
    assert one.state.answers[ask] == StandingAnswer(day, words)
    assert said(turn)[0] == "date.is"


@pytest.mark.parametrize("words", ["eind mei of half juni", "niet in mei", "26 december"])
def test_a_day_that_is_denied_or_odd_or_one_of_two_is_put_first(words: str, talk: Begin) -> None:
    one = reach(talk("short"), "plan.when.")
    ask = one.ask.id
    one.type(words)
    assert not one.conversation.view.is_answered(ask)


def test_a_day_beside_another_is_put_with_its_weekday_and_kept_with_the_answer(talk: Begin) -> None:
    one = reach(talk("short"), "plan.when.")
    ask = one.ask.id
    turn = one.type(IF_POSSIBLE)
    assert (turn.heard, one.ask.id, one.ask.kind, one.ask.chapter) == (
        IF_POSSIBLE, f"{ask}.understood", "confirm", "advice",
    )  # fmt: skip
    assert "eind mei 2027" in one.ask.text
    assert one.events[-1].kind == "proposed"
    assert not one.conversation.view.is_answered(ask)
    turn = one.answer(True)
    assert turn.heard == "Ja, dat klopt"
    assert one.state.answers[ask].value == "2027-05-31"
    assert one.state.answers[ask].quote == IF_POSSIBLE
    assert one.conversation.result().plan[0]["date"] == "2027-05-31"


def test_a_day_of_the_calendar_is_kept_at_once(talk: Begin) -> None:
    one = reach(talk("short"), "plan.when.")
    ask = one.ask.id
    one.answer("2027-03-02")
    assert one.state.value(ask) == "2027-03-02"
    one.move("back")
    assert one.ask.standing == "2027-03-02"
    one.answer({"choice": "2027-05-31", "quote": "eind mei"})
    assert one.state.answers[ask] == StandingAnswer("2027-05-31", "eind mei")


def test_what_back_took_is_told_where_it_was_answered(talk: Begin) -> None:
    one = reach(talk("short"), "plan.when.")
    before = one.events[-1]
    one.type("26-12-2026")
    one.move("back")
    assert one.conversation.stood(one.ask) is None  # only what was understood is gone
    one.move("back")
    assert (one.ask.id, one.conversation.stood(one.ask)) == (before.ask, before.value)
    one.move("skip")
    one.move("edit", to=before.ask)
    assert (one.ask.id, one.conversation.stood(one.ask)) == (before.ask, None)  # it was answered anew since


def test_back_takes_the_choice_and_then_what_was_understood(talk: Begin) -> None:
    one = reach(talk("short"), "plan.when.")
    before, open_ask = one.state.copy(), one.ask
    one.type(IF_POSSIBLE)
    proposed, asked = one.state.copy(), one.ask
    one.answer(True)
    one.move("back")
    assert (one.state, one.ask) == (proposed, asked)
    one.move("back")
    assert one.state == before
    assert (one.ask.id, one.ask.standing) == (open_ask.id, "2027-05-31")


def test_no_asks_the_day_again_and_another_day_may_be_typed_at_once(talk: Begin) -> None:
    one = reach(talk("short"), "plan.when.")
    ask = one.ask.id
    one.type(IF_POSSIBLE)
    one.type("nee")
    assert (one.ask.id, one.state.proposed) == (ask, None)
    one.type(IF_POSSIBLE)
    turn = one.type("nee, 8 maart")  # which needs no second yes
    assert any("maandag 8 maart 2027" in said.text for said in turn.says)
    assert one.state.value(ask) == "2027-03-08"
    one.move("edit", to=ask)
    assert one.ask.standing == "2027-03-08"


def test_what_waits_to_be_confirmed_stops_nobody(talk: Begin) -> None:
    one = reach(talk("short"), "plan.when.")
    ask = one.ask.id
    one.type(IF_POSSIBLE)
    one.move("note", text="met Anna")
    assert one.state.notes[-1].ask == ask
    one.move("language", to="en")
    assert "the end of May 2027" in one.ask.text
    one.move("why")
    one.move("skip")
    assert one.ask.id == ask
    one.type("end of May if we can, or early June")
    one.move("jump", to="c01.situation")
    assert one.ask.id == "c01.situation"
    one.move("jump", to="next")
    assert one.ask.id == ask
    one.type("end of May if we can, or early June")
    one.move("conclude")
    assert one.state.proposed is None


def test_what_is_not_understood_gets_examples_and_a_sentence_is_kept(talk: Begin) -> None:
    one = reach(talk("short"), "plan.when.")
    ask = one.ask
    assert "eind mei" in problem(one.type("ooit"))
    assert one.ask == ask
    turn = one.type("na overleg met de directie")
    assert said(turn) == ["date.own_words"]
    assert "eind mei" in turn.says[0].text
    assert one.state.notes[-1].text == "na overleg met de directie"
    assert one.ask == ask


JUDGED = [
    ("2026-11-20", "Vrijdag 20 november 2026 is al voorbij."),
    ("2026-12-26", "Zaterdag 26 december 2026 is in de kerstvakantie."),
    ("2027-01-16", "Zaterdag 16 januari 2027 is in het weekend."),
    ("2027-02-15", "Maandag 15 februari 2027 is in de voorjaarsvakantie van regio Zuid."),
    ("2027-07-19", "Maandag 19 juli 2027 is in de zomervakantie van regio Noord en regio Midden."),
    ("2027-05-17", "Op maandag 17 mei 2027 is het Pinksteren, en dan zijn veel scholen dicht."),
    ("2072-03-01", "Dinsdag 1 maart 2072 is nog ver weg."),
    ("maandag 9 maart", "Let op de dag van de week: het is dinsdag 9 maart 2027."),
    (
        "maandag 13 februari 2027",
        ("Let op de dag van de week: het is zaterdag 13 februari 2027. "
         "Die dag is in de voorjaarsvakantie van regio Zuid."),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("day", "told"), JUDGED)
def test_what_is_odd_about_a_day_is_one_friendly_question(day: str, told: str, talk: Begin) -> None:
    one = reach(talk("short"), "plan.when.")
    ask = one.ask.id
    _ = one.answer(day) if day[:4].isdecimal() else one.type(day)
    assert one.ask.text == f"{told} Toch deze dag?"
    one.answer(True)
    assert one.state.value(ask) is not None
    one.move("back")
    one.answer(False)
    assert one.ask.id == ask


def test_a_look_back_comes_after_the_last_action(talk: Begin) -> None:
    one = talk("short").go(until=LOOK_BACK)
    for day in ("2027-02-26", "2027-03-01"):
        one.answer(day)
        assert "valt nog in het plan, want dat loopt tot en met 1 maart 2027" in one.ask.text
        one.move("back")
    assert one.conversation.day_to_begin_with() == date(2027, 3, 2)
    one.answer("2027-03-02")
    assert one.conversation.ask is None


def test_an_action_comes_before_the_look_back(talk: Begin) -> None:
    one = reach(talk("short"), "plan.when.")
    action = one.ask.id
    one.move("jump", to=LOOK_BACK)
    one.answer("2027-06-07")
    one = talk("short", events=[*one.events, Event(time="", kind="jumped", ask=action)])
    one.answer("2027-06-07")
    assert "is te laat voor het plan: het terugkijken is op 7 juni 2027" in one.ask.text
    one.move("back")
    one.answer("2027-06-04")
    assert one.state.value(action) == "2027-06-04"


def test_a_mentors_sheet_is_about_the_coming_weeks(talk: Begin) -> None:
    one = reach(talk(track="mentor"), "autumn.date.")
    one.answer("2027-11-08")
    assert "is ver weg" in one.ask.text
    one.move("back")
    one.answer("2027-10-04")
    assert not one.ask.id.endswith(".understood")


# What is kept.


def test_a_document_replays_the_same_whatever_is_read_and_known(talk: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    one = reach(talk("short"), "plan.when.")
    one.type("na de kerst als het lukt")
    one.answer(True)
    one.answer(sensible(one.ask))
    one.move("back")
    reach(one, LOOK_BACK)
    one.answer("2026-12-26")
    asked = one.ask
    monkeypatch.setattr("lobgids.dialogue.kinds.day.read_day", lambda *_args: None)
    monkeypatch.setattr("lobgids.dialogue.kinds.day.doubts", lambda *_args: [])
    again = talk("short", events=one.events)
    assert (again.state, again.ask) == (one.state, asked)
    again.answer(True)
    assert again.state.value(LOOK_BACK) == "2026-12-26"


def test_opened_years_later_nothing_is_asked_and_nothing_changes(
    opened: Callable[..., FileSession], monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(form="short", language="nl") as session:
        go(session, LOOK_BACK)
        session.conversation.take(Words(text=IF_POSSIBLE))
        waiting = session.conversation.ask
    monkeypatch.setattr("lobgids.session.session.now", lambda: "2039-01-01T12:00:00.000Z")
    with opened() as session:
        assert session.conversation.ask == waiting
        session.conversation.take(Answer(answer=True))
        assert session.conversation.view.state.value(LOOK_BACK) == "2027-05-31"
        assert session.conversation.ask is None
    with opened() as session:
        assert session.conversation.ask is None


def test_a_copy_keeps_the_day_and_without_words_not_how_it_was_said(talk: Begin) -> None:
    one = reach(talk("short"), "plan.when.")
    ask = one.ask.id
    one.type(IF_POSSIBLE)
    one.answer(False)
    one.type("als Henk weer terug is")
    assert one.ask.id == ask  # it begins with no day: kept in one's own words
    one.type("8 maart, als Henk er weer is")
    kept = standing_events(one.events)
    assert fold(kept).answers == one.state.answers
    plain = wordless(one.conversation.view, kept)
    assert fold(plain).answers[ask] == StandingAnswer("2027-03-08")
    assert not any("Henk" in str(event.value) for event in plain)


def test_a_report_tells_the_words_where_they_say_more_than_the_day(talk: Begin) -> None:
    one = reach(talk("short"), "plan.when.")
    ask = one.ask.id
    for words, told in {"eind mei": ["eind mei"], "maandag 8 maart": [], "8-3": []}.items():
        one.type(words)
        assert [said.text for said in own_words(one.conversation.view) if said.ask == ask] == told
        one.move("back")
        one.move("back")


def test_a_mentors_sheet_has_the_day_and_not_the_words(talk: Begin) -> None:
    one = reach(talk(track="mentor"), "autumn.date.")
    one.type("voor de kerst als het lukt")
    one.answer(True)
    outcome = one.conversation.outcome()
    assert isinstance(outcome, MentorResult)
    assert outcome.plan["tasks"][0]["date"] == "2026-12-18"


@pytest.mark.parametrize(
    "value", [None, "x", [], {}, {"choices": []}, {"choices": "2027-03-01"}, {"choices": ["x"]}, {"choices": [None]},
              {"choices": ["2027-03-01"], "doubts": "past"}, {"choices": ["2027-03-01"], "doubts": ["no.such", 3]},
              {"choices": ["2027-03-01"], "words": 3}],
)  # fmt: skip
def test_a_proposal_that_a_hand_wrote_stops_nothing(value: Any, talk: Begin) -> None:
    one = reach(talk("short"), "plan.when.")
    again = talk("short", events=[*one.events, Event(time="", kind="proposed", ask=one.ask.id, value=value)])
    again.conversation.begin()
    again.answer(sensible(again.ask))
    assert again.state.proposed is None
    list(talk("short", events=one.events).conversation.tell(again.events[-2:]).says)


# In the plan.

PILLARS = ("visie-en-beleid", "orientatie-en-begeleiding", "organisatie", "samenwerking")
MOVING = {f"ambition.{pillar}": "ambition.m3" for pillar in PILLARS}
TALK, STEP = "act.talk", "act.m3.information"


def moving(talk: Begin, *actions: str, until: str) -> Talk:
    """A school that moves to another stage and takes up these actions."""
    return talk("full").go(until=until, **MOVING, **{"plan.actions": list(actions)})


def test_an_action_ends_after_it_began_and_on_a_school_day(talk: Begin) -> None:
    one = moving(talk, STEP, until=f"plan.until.{STEP}")
    for day, told in {
        "2027-02-26": "Vrijdag 26 februari 2027 is eerder dan de dag waarop het begint: dat is 1 maart 2027. "
                      "Die dag is in de voorjaarsvakantie van regio Noord en regio Midden.",
        "2027-05-15": "Zaterdag 15 mei 2027 is in het weekend.",
        "2027-07-19": "Maandag 19 juli 2027 is in de zomervakantie van regio Noord en regio Midden.",
    }.items():  # fmt: skip
        one.answer(day)
        assert one.ask.text == f"{told} Toch deze dag?"
        one.move("back")
    one.answer("2027-03-01")  # what takes a day ends on it
    assert one.ask.id == f"plan.hours.{STEP}"
    one.move("edit", to=f"plan.when.{STEP}")
    one.answer("2027-03-02")
    assert "is later dan de dag waarop het klaar is: dat is 1 maart 2027" in one.ask.text


def test_what_needs_the_aim_comes_after_the_talk_in_which_it_is_set(talk: Begin) -> None:
    one = moving(talk, TALK, STEP, until=f"plan.when.{TALK}")
    one.answer("2027-03-08")
    one.go(until=f"plan.when.{STEP}")
    one.answer("2027-03-05")
    assert (
        "is eerder dan het gesprek over het beeld, waarin jullie het doel afspreken: dat is op 8 maart 2027"
        in one.ask.text
    )
    one.answer(True)
    one.move("edit", to=f"plan.when.{TALK}")
    one.answer("2027-03-09")
    assert "is later dan 5 maart 2027, en dan begint al iets" in one.ask.text
    one.move("back")
    one.answer("2027-03-04")
    one.answer(True)  # it is another answer than before
    assert one.state.value(f"plan.when.{TALK}") == "2027-03-04"


def test_what_makes_stronger_needs_no_talk(talk: Begin) -> None:
    one = talk("full").go(until="plan.actions")
    one.answer([TALK, "act.m2.vision"])
    one.go(until="plan.when.act.m2.vision", **{f"plan.when.{TALK}": "2027-03-08", f"plan.until.{TALK}": "2027-03-08"})
    one.answer("2027-03-05")
    assert one.state.value("plan.when.act.m2.vision") == "2027-03-05"


def test_a_look_back_comes_after_the_last_end_and_an_end_before_the_look_back(talk: Begin) -> None:
    one = moving(talk, STEP, until=f"plan.until.{STEP}")
    one.answer("2027-06-04")
    one.go(until=LOOK_BACK)
    assert one.conversation.day_to_begin_with() == date(2027, 6, 7)
    one.answer("2027-06-03")
    assert "valt nog in het plan, want dat loopt tot en met 4 juni 2027" in one.ask.text
    one.answer(False)
    one.answer("2027-06-07")
    assert one.conversation.ask is None
    one = talk("full", events=[*one.events, Event(time="", kind="jumped", ask=f"plan.until.{STEP}")])
    one.answer("2027-06-08")
    assert "is te laat voor het plan: het terugkijken is op 7 juni 2027" in one.ask.text


@pytest.mark.parametrize("track", ["decaan", "workshop"])
def test_another_role_than_the_title_names_is_one_friendly_question(track: TrackName, talk: Begin) -> None:
    one = talk("full" if track == "decaan" else "", track=track).go(until="plan.actions", setup__people=13)
    one.type("De adjunct zet [b]dit[/b] in het taakbeleid")
    one.move("skip")
    ask = one.ask.id
    turn = one.type("e, Karin") if track == "decaan" else one.answer("mentor")
    assert turn.heard == ("de mentor ‘Karin’" if track == "decaan" else "de mentor")
    assert "‘De adjunct zet [b]dit[/b] in het taakbeleid’" in one.ask.text
    assert (one.ask.kind, one.ask.id, one.state.value(ask)) == ("confirm", f"{ask}.understood", None)
    one.answer(False)
    assert (one.ask.id, one.state.proposed) == (ask, None)
    one.answer("mentor")
    waits = one.state.proposed
    one.type("8 maart")  # no day is asked here
    assert one.state.proposed == waits
    one.move("language", to="en")
    assert "the mentor" in one.ask.text
    one.answer(True)
    assert one.state.value(ask) == "mentor"
    one.move("back")
    one.move("back")
    one.answer("deputy")
    assert one.state.value(ask) == "deputy"


def test_who_begins_oneself_is_not_asked_twice(talk: Begin) -> None:
    one = talk("full").go(until="plan.actions")
    one.type("De adjunct praat")
    one.move("skip")
    one.type("ik")
    assert one.state.value("plan.who.act.own.1") == "decaan"


def test_a_title_is_read_in_the_language_of_the_conversation(talk: Begin) -> None:
    one = talk("full", language="en").go(until="plan.actions")
    one.type("The deputy head talks")
    one.move("skip")
    one.answer("mentor")
    assert one.ask.text == "The title is ‘The deputy head talks’, and you choose the mentor. Leave it like that?"


@pytest.mark.parametrize("title", ["De adjunct en de mentor praten", "De adjuncten praten", "Praten met de adjunct"])
def test_a_title_that_names_the_one_who_was_chosen_or_begins_with_nobody_is_left(title: str, talk: Begin) -> None:
    one = talk("full").go(until="plan.actions")
    one.type(title)
    one.move("skip")
    one.type("e, Karin")
    assert one.ask.id == "plan.when.act.own.1"


@pytest.mark.parametrize(
    "value", [{"choices": ["decaan"]}, {"choices": ["decaan"], "doubts": ["past"]},
              {"choices": ["nobody"], "doubts": ["another_in_title"]},
              {"choices": [{"x": 1}], "doubts": ["another_in_title"], "words": 3},
              {"choices": ["2027-03-01"], "doubts": ["another_in_title", "before_talk", "after_step"]},
              {"choices": ["decaan"], "doubts": ["another_in_title"], "words": "\x1b[31mKarin"}],
)  # fmt: skip
@pytest.mark.parametrize(
    "ask", ["plan.who.act.own.1", "plan.when.act.own.1", "plan.who.gone", "welcome.school", "plan"]
)
def test_a_proposed_role_that_a_hand_wrote_stops_nothing(ask: str, value: Any, talk: Begin) -> None:
    one = talk("full").go(until="plan.actions")
    one.type("De adjunct praat")
    one.move("skip")
    again = talk("full", events=[*one.events, Event(time="", kind="proposed", ask=ask, value=value)])
    again.conversation.begin()
    again.answer("deputy" if again.ask.kind == "choice" else True)
    assert again.state.proposed is None
    told = talk("full", events=one.events).conversation
    for event in again.events[len(one.events) :]:
        assert isinstance(told.tell([event]).heard, str)


# The table of holidays.


def easter(year: int) -> date:
    """Easter Sunday, by Gauss and others."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    epact -= epact // 28 * (1 - epact // 28 * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    return date(year, 3, 1) + timedelta(days=epact - weekday + 27)


def test_the_table_fits_the_calendar(base: KnowledgeBase) -> None:
    for holiday in base.holidays:
        for begins, ends in breaks(holiday):
            assert begins <= ends
            if holiday.kind == "school":
                assert (begins.weekday(), ends.weekday()) == (5, 6)
    known = {holiday.id.removeprefix("holiday."): list(breaks(holiday)) for holiday in base.holidays}
    after_easter = {"good_friday": -2, "easter": 0, "ascension": 39, "whitsun": 49}
    for name, days in after_easter.items():
        for begins, _ends in known[name]:
            assert begins == easter(begins.year) + timedelta(days=days), name
    assert [begins.day for begins, _ends in known["kings_day"]] == [27, 27, 27, 27, 27]


def test_each_school_year_has_its_holidays_in_every_region(base: KnowledgeBase) -> None:
    for holiday in (one for one in base.holidays if one.kind == "school"):
        years = {span.year for span in holiday.spans}
        for year in years:
            regions = [region for span in holiday.spans if span.year == year
                       for region in span.regions or ("noord", "midden", "zuid")]  # fmt: skip
            assert sorted(regions) == ["midden", "noord", "zuid"], (holiday.id, year)


@given(day=st.dates(date(2025, 1, 1), date(2035, 12, 31)), back=st.booleans())
def test_a_school_day_is_the_next_one(day: date, back: bool, base: KnowledgeBase) -> None:
    found = school_day(base, day, back=back)
    assert not is_weekend(found)
    assert free_at(base, found) is None
    step = timedelta(days=-1 if back else 1)
    passed = [day + place * step for place in range(abs((found - day).days))]
    assert all(is_weekend(one) or free_at(base, one) for one in passed)


def test_beyond_the_table_nothing_is_said_of_holidays(base: KnowledgeBase) -> None:
    assert free_at(base, date(2035, 12, 27)) is None
    assert read_day("voor de kerst", date(2035, 11, 1), base, "nl") is None
