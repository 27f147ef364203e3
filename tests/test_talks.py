"""Lines that people typed in talks that were held by hand, and what went wrong with them before."""

from collections.abc import Callable
from typing import Any

import pytest

from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.dialogue.option_words import marked_within
from lobgids.dialogue.protocol import Option, Words
from lobgids.dialogue.spoken import feelings
from tests.conftest import Talk
from tests.fakes.turns import said
from tests.test_own_words import made_up

Begin = Callable[..., Talk]

EIGHT = [Option(id=str(number), text=f"Tekst van optie {letter}") for number, letter in enumerate("abcdefgh", 1)]


@pytest.fixture
def first_situation(talk: Begin, content_in: Callable[[str], LocalizedContent]) -> Talk:
    """A conversation at its first situation that hears by a made-up ear."""
    header = talk("short").conversation.header
    return Talk(lambda code: content_in(code)._replace(hear=made_up), header).go(until="c01.situation")


# Numbers in a sentence.


@pytest.mark.parametrize(
    ("typed", "chosen", "beside"),
    [
        ("1 en 4, en 3 misschien later. wat is het handigst?", (1, 4), "en 3 misschien later; wat is het handigst"),
        ("Pff, vooruit dan: 1 en 2. Maar bij 1 heeft de directie niets gedaan", (1, 2),
         "bij 1 heeft de directie niets gedaan"),
        ("1 en 6 spreken me aan. En zet er een gesprekstraining bij", (1, 6), "En zet er een gesprekstraining bij"),
        ("1, 3, 5, 7 en 8 heb ik zelf gezien.", (1, 3, 5, 7, 8), ""),
        ("er horen er twee bij: 4 en 6.", (4, 6), "er horen er twee bij"),
        ("huh nee, ik zei 1 en 4", (1, 4), ""),
    ],
)  # fmt: skip
def test_a_list_of_numbers_is_chosen(typed: str, chosen: tuple[int, ...], beside: str) -> None:
    found = marked_within(typed, EIGHT, several=True)
    assert found is not None
    assert (tuple(place + 1 for place in found.places), found.quote) == (chosen, beside)


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [("vooral 1", 1), ("Dan neem ik 5, al weet ik het heel goed.", 5), ("dan 2 denk ik, gewoon in de klas", 2),
     ("Dat lijkt me 4, al weet ik niet of de havo meedoet", 4), ("I'd say 3", 3)],
)  # fmt: skip
def test_a_number_among_words_that_only_choose_it_is_chosen(typed: str, chosen: int) -> None:
    found = marked_within(typed, EIGHT, several=False)
    assert found is not None
    assert found.places == (chosen - 1,)


@pytest.mark.parametrize(
    "typed",
    ["3 havo doet het anders", "klas 3 en 4", "in leerjaar 2 en 3 doet de mentor dat", "22 bedrijven", "niet 3",
     "Nummer 6 hebben we al vijf jaar", "de eerste 2 weken", "1 of 2", "1 keer in de 2 jaar", "1 en 2 havo wel",
     "Bijna alles deed ik zelf, alleen bij 5 zat ik er niet bij.", "", "2b en 3k", "9 en 99"],
)  # fmt: skip
@pytest.mark.parametrize("several", [True, False])
def test_any_other_number_chooses_nothing(typed: str, several: bool) -> None:
    assert marked_within(typed, EIGHT, several=several) is None


# Beside an answer.


def test_how_long_it_takes_is_told_beside_an_answer(talk: Begin) -> None:
    one = talk("short").go(until="c01.situation")
    third = one.ask.options[2].id
    turn = one.type("3, hoe lang nog?")
    assert one.state.value("c01.situation") == third
    assert "heard.minutes" in said(turn)


def test_the_result_can_be_asked_for_beside_an_answer(talk: Begin) -> None:
    one = talk("short").go(until="c11.situation")
    one.type("4, mag ik het resultaat?")
    assert one.ask.chapter == "picture"


@pytest.mark.parametrize("line", ["direct naar verslag", "mag ik het resultaat?", "alles klaar, verslag graag"])
def test_the_result_can_be_asked_for(line: str, talk: Begin) -> None:
    one = talk("short").go(until="c11.situation")
    one.type(line)
    assert one.ask.chapter == "picture"


def test_a_question_at_the_end_is_answered_and_makes_no_report(talk: Begin) -> None:
    one = talk("short").go()
    assert one.conversation.chosen_at_the_end(Words(text="kan dat eruit voordat ik een verslag maak?")) == ""
    assert said(one.type("Komt dat ook in het verslag voor de directie?")) == ["saying.aside.private"]


# Who begins.


@pytest.mark.parametrize(
    "typed",
    ["Ik begin zelf, met de mentoren van 3 havo.", "Nee, ik begin, de decaan. Maar samen met Hans.",
     "Ik zal wel moeten beginnen, maar ik wil dat Hans van de directie er dan ook echt bij zit."],
)  # fmt: skip
def test_who_begins_oneself_is_the_decaan(typed: str, talk: Begin) -> None:
    one = talk("full").go(until="plan.who.act.talk", plan__actions=["act.talk"])
    ask = one.ask.id
    one.type(typed)
    assert one.state.value(ask) == "decaan"
    assert one.conversation.result().plan[0]["name"] in ("", "met de mentoren van 3 havo")


def test_a_question_beside_the_role_is_no_name(talk: Begin) -> None:
    one = talk("full").go(until="plan.who.act.talk", plan__actions=["act.talk"])
    one.type("ik weer, mag de rest open blijven?")
    assert [item["name"] for item in one.conversation.result().plan] == [""]


# What one does not know, and what fits nowhere.


def test_not_knowing_at_what_was_understood_passes_the_situation_by(first_situation: Talk) -> None:
    first_situation.type("de mentor doet dat")
    first_situation.type("dat weet ik dus niet, ik was er niet bij")
    assert first_situation.state.answers["c01.situation"].skipped


def test_where_none_fits_the_answer_stays_open_with_the_words(talk: Begin) -> None:
    one = talk("short").go(until="c01.situation")
    one.type("Er leert hier gewoon niemand iets over LOB, behalve ik.")
    turn = one.type("geen van deze")
    assert said(turn)[0] == "skip.with_words"
    assert one.state.answers["c01.situation"].skipped


def test_a_text_that_tells_something_beside_a_question_is_the_answer(talk: Begin) -> None:
    one = talk("short").go(until="assignment.asked")
    one.type("Ik moet LOB draaiende houden. Of bedoel je iets anders?")
    assert one.state.value("assignment.asked") == "Ik moet LOB draaiende houden. Of bedoel je iets anders?"


# Words that sound like something else.


@pytest.mark.parametrize(
    ("line", "feels"),
    [("Ik kom er alleen bij als het spannend wordt voor een leerling", []), ("Ik vind het spannend", ["scared"]),
     ("al leunt het wel erg op mij als ik eerlijk ben", ["alone"]), ("ze zeiden: pak maar op. voelt een beetje alleen",
     ["alone"])],
)  # fmt: skip
def test_only_what_is_said_of_oneself_is_felt(line: str, feels: list[str], base: Any) -> None:
    assert list(feelings(base, line)) == feels


def test_a_complaint_is_no_action_of_ones_own(talk: Begin) -> None:
    one = talk("full").go(until="plan.actions")
    chosen = one.ask.options[0].id
    one.type("1. Maar dat van die training hebben we al vijf jaar")
    assert one.state.value("plan.actions") == [chosen]
    assert one.state.proposed is None


def test_asking_for_one_more_action_keeps_those_before(talk: Begin) -> None:
    one = talk("full").go(until="plan.actions")
    first = one.ask.options[0].id
    one.answer([first])
    one.move("edit", to="plan.actions")
    one.answer(["act.own"])
    if one.ask.id == "edit.keep":
        one.answer(True)
    assert one.state.value("plan.actions") == [first, "act.own"]


def test_what_works_is_told_without_own_words(talk: Begin) -> None:
    one = talk("short").go(until="c01.situation")
    for number in ("01", "06", "08"):
        one.go(until=f"c{number}.situation")
        one.type("2, dat doet Ineke wel zeggen ze")
    one.go(until="picture.also")
    turn = one.conversation.begin()
    works = next((say.text for say in turn.says if say.id == "picture.works"), "")
    assert "Ineke" not in works


def test_this_yes_and_that_no_leaves_what_is_doubted_out(talk: Begin) -> None:
    one = talk("short").go(until="picture.also")
    one.type("De bedrijvenmiddag. Dat van die mentoren gaat niet goed.")
    turn = one.type("Die middag wel, dat van de mentoren niet.")
    assert said(turn)[0] == "heard.no_plus"
    assert one.state.answers["picture.also"].skipped


def test_a_question_is_never_heard_as_an_answer(first_situation: Talk) -> None:
    turn = first_situation.type("hoe zit het dan met de mentor?")
    assert said(turn) == ["c01.situation.example"]
    assert (first_situation.ask.id, first_situation.state.proposed, first_situation.state.notes) == (
        "c01.situation",
        None,
        [],
    )


def test_a_question_is_no_action_of_ones_own(talk: Begin) -> None:
    one = talk("full").go(until="plan.actions")
    assert said(one.type("hoe gaat zo'n gesprek dan precies in zijn werk?")) == ["plan.actions.example"]
    assert one.state.proposed is None


def test_more_numbers_behind_a_list_are_chosen_too(talk: Begin) -> None:
    one = talk("full").go(until="plan.actions")
    options = [option.id for option in one.ask.options]
    one.type("1 en 5, dat past bij wat mentoren vroegen. En 3 eigenlijk ook, daar zit winst")
    assert one.state.value("plan.actions") == [options[place] for place in (0, 2, 4)]


def test_nothing_but_requests_is_the_last_of_them(talk: Begin) -> None:
    one = talk("short").go(until="plan.hours.act.talk", plan__actions=["act.talk"])
    one.type("geen idee, klaar")
    assert not one.ask.id.startswith("plan.hours")
    assert not one.ask.id.startswith("plan.money")


def test_what_is_told_of_oneself_beside_an_answer_gets_a_word_back(talk: Begin) -> None:
    one = talk("short").go(until="c01.situation")
    assert said(one.type("2, en ik sta er helemaal alleen voor"))[0] == "feeling.alone"
    assert "feeling.alone" not in said(one.type("2, want ik sta er alleen voor"))


@pytest.mark.parametrize("quote", ["dat is precies wat ik zei", "laat maar", "klopt"])
def test_what_only_agrees_is_no_quote(quote: str, talk: Begin) -> None:
    one = talk("short").go(until="c01.situation")
    one.type(f"2, {quote}")
    assert one.state.answers["c01.situation"].quote == ""


def test_a_line_that_asks_something_is_no_name_of_a_school(talk: Begin) -> None:
    one = talk("short").go(until="welcome.school")
    one.type("20 min?? ik heb er 10")
    assert one.state.value("welcome.school") is None


def test_a_number_behind_doe_maar_chooses_what_was_heard(first_situation: Talk) -> None:
    first_situation.type("in de onderbouw de mentor, in de bovenbouw de decaan")
    second = first_situation.ask.options[1].id
    first_situation.type("Doe maar 2.")
    assert first_situation.state.value("c01.situation") == second


def test_all_but_what_words_resemble_is_put(talk: Begin) -> None:
    one = talk("full").go(until="visie-en-beleid.seen")
    left = one.ask.options[0]
    one.type(f"Alles haha, behalve {left.text.lower()}")
    assert one.state.proposed is not None or left.id not in one.state.value("visie-en-beleid.seen")
