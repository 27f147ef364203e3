"""Lines that people typed in talks that were held by hand, and what went wrong with them before."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from lobgids.advice.decision import is_reserved_wish
from lobgids.advice.shown import to_show
from lobgids.dialogue.ending import ending
from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.dialogue.option_words import marked_within
from lobgids.dialogue.protocol import Option, Words
from lobgids.dialogue.retelling import heard, tells_enough
from lobgids.dialogue.spoken import feelings
from lobgids.log.ask_ids import ACTIONS, ASSIGNMENT_WORDS, situation
from lobgids.log.state import Proposal
from lobgids.school.quoting import quoted_assignment
from lobgids.school.sayings import is_reserved, said_with
from lobgids.school.strengths import what_works
from tests.conftest import Talk
from tests.fakes.turns import said
from tests.test_own_words import Heard, made_up

Begin = Callable[..., Talk]

EIGHT = [Option(id=str(number), text=f"Tekst van optie {letter}") for number, letter in enumerate("abcdefgh", 1)]


@pytest.fixture
def first_situation(talk: Begin, content_in: Callable[[str], LocalizedContent]) -> Talk:
    """A conversation at its first situation that hears by a made-up ear."""
    header = replace(talk("short").conversation.header, places_later=False)  # what was heard is put at once
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
    one.type("Die middag wel, dat van de mentoren niet.")
    assert one.state.value("picture.also") == "De bedrijvenmiddag"


def test_a_question_is_never_heard_as_an_answer(first_situation: Talk) -> None:
    turn = first_situation.type("hoe zit het dan met de mentor?")
    assert said(turn) == ["heard.question"]
    assert (first_situation.ask.id, first_situation.state.proposed) == ("c01.situation", None)
    assert [note.text for note in first_situation.state.notes] == ["hoe zit het dan met de mentor?"]


def test_a_question_is_no_action_of_ones_own(talk: Begin) -> None:
    one = talk("full").go(until="plan.actions")
    assert said(one.type("hoe gaat zo'n gesprek dan precies in zijn werk?")) == ["heard.question"]
    assert one.state.proposed is None


def test_a_question_about_the_question_gets_it_in_other_words(first_situation: Talk) -> None:
    assert said(first_situation.type("bedoel je met deze vraag de hele school?")) == ["c01.situation.example"]


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


# Who does what: what is denied is not what is said.


@pytest.mark.parametrize(
    ("language", "typed", "chosen"),
    [("nl", "niemand alleen ik", ["decaan"]), ("nl", "Ik natuurlijk, alleen ik", ["decaan"]),
     ("nl", "De teamleider én ik, de decaan", ["team_leader", "decaan"]),
     ("nl", "teamleider!! gezegd al 3x", ["team_leader"]),
     ("en", "Nobody, just me", ["decaan"]), ("en", "the mentor and me", ["decaan", "mentor"])],
)  # fmt: skip
def test_what_is_named_plainly_is_taken_at_once(language: str, typed: str, chosen: list[str], talk: Begin) -> None:
    one = talk("full", language).go(until="theme.talks")
    one.type(typed)
    assert one.state.value("theme.talks") == [f"doer.{role}" for role in chosen]


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [("Ja dat ben ik ook weer, de mentor doet het niet", ["decaan"]),
     ("Nee, de mentor juist niet. Alleen de decaan", ["decaan"]),
     ("Ik denk toch de rector, om uren. Als die de mentoren niet vraagt luistert er niemand.", ["leadership"]),
     ("I do that myself these days, the mentors don't", ["decaan"])],
)  # fmt: skip
def test_what_a_clause_denies_is_not_proposed(typed: str, proposed: list[str], talk: Begin) -> None:
    one = talk("full").go(until="theme.talks")
    one.type(typed)
    assert isinstance(one.state.proposed, Proposal)
    assert list(one.state.proposed.choices) == [f"doer.{role}" for role in proposed]


def test_whom_the_clauses_of_a_sentence_name_do_it_together(talk: Begin) -> None:
    one = talk("full").go(until="theme.talks")
    one.type("Bij de mentor eerst en als die er niet uitkomt dan komen ze bij mij")
    assert one.state.value("theme.talks") == ["doer.decaan", "doer.mentor"]


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [("Nee, de mentor juist niet. Alleen de decaan", ["decaan"]),
     ("Nee, mij, ik bén de decaan. De mentor en daarna de decaan", ["decaan", "mentor"])],
)  # fmt: skip
def test_a_correction_of_what_was_heard_is_the_answer(typed: str, chosen: list[str], talk: Begin) -> None:
    one = talk("full").go(until="theme.talks")
    one.type("Misschien de vakdocent")
    one.type(typed)
    assert one.state.value("theme.talks") == [f"doer.{role}" for role in chosen]


@pytest.mark.parametrize(
    "typed",
    ["De mentoren doen niks, die zeggen dat het hun taak niet is.", "doe alles zelf, mentoren doen weinig",
     "the mentor does hardly anything"],
)  # fmt: skip
def test_who_is_denied_is_not_proposed_as_who_does_it(typed: str, content_in: Any, talk: Begin) -> None:
    header = talk("short").conversation.header
    one = Talk(lambda code: content_in(code)._replace(hear=made_up), header).go(until="c06.situation")
    assert said(one.type(typed))[-1] == "heard.unplaced"
    assert one.state.proposed is None


def test_a_number_behind_a_no_chooses_what_was_shown(first_situation: Talk) -> None:
    first_situation.type("de mentor en de decaan doen het")
    second = first_situation.ask.options[1].id
    first_situation.type("Nee joh, de mentoren doen juist niks. Het is twee, ik ben het alleen.")
    assert first_situation.state.value("c01.situation") == second


@pytest.mark.parametrize(
    "typed",
    ["Ik ben zelf een keer naar een decanendag geweest, op m'n vrije dag, als decaan",
     "niemand leerde iets. ik als decaan 1 cursusje, eigen tijd", "one course for the decaan, in my own time"],
)  # fmt: skip
def test_a_course_in_ones_own_time_was_not_made_possible(typed: str, content_in: Any, talk: Begin) -> None:
    def ear(component: str, _text: str) -> Heard:
        return Heard("one", (f"{component}.m1",))

    header = talk("short").conversation.header
    one = Talk(lambda code: content_in(code)._replace(hear=ear), header).go(until="c10.situation")
    one.type(typed)
    assert one.state.proposed is None


@pytest.mark.parametrize(
    "typed", ["Niks van dit rijtje dus", "Geen van drieën eerlijk gezegd", "None of these, to be honest"]
)
def test_none_of_them_is_no_description(typed: str, first_situation: Talk) -> None:
    first_situation.type(typed)
    assert first_situation.state.answers["c01.situation"].skipped


@pytest.mark.parametrize(
    "typed",
    ["Dan vertel ik dat we dat opbouwen vanaf klas 1. Eerst de mentor, in de onderbouw, en dan de decaan",
     "een jongen uit de onderbouw, de mentor zat met hem en de decaan om tafel"],
)  # fmt: skip
def test_one_case_or_one_line_does_not_differ(typed: str, first_situation: Talk) -> None:
    first_situation.type(typed)
    assert isinstance(first_situation.state.proposed, Proposal)
    assert "divided" not in first_situation.state.proposed.doubts


@pytest.mark.parametrize(
    ("language", "typed"), [("nl", "Nou ja de hele school dus"), ("en", "well, the whole school then")]
)
def test_one_option_said_plainly_is_not_asked_again(language: str, typed: str, talk: Begin) -> None:
    one = talk(language=language).go(until="welcome.part")
    one.type(typed)
    assert one.state.value("welcome.part") == "part.school"


# The name of the school.


@pytest.mark.parametrize("typed", ["laat de naam maar weg", "liever geen naam", "leave the name out"])
def test_the_name_of_the_school_can_be_left_out_in_words(typed: str, talk: Begin) -> None:
    one = talk("short").go(until="welcome.school")
    one.type(typed)
    assert one.state.answers["welcome.school"].skipped


@pytest.mark.parametrize("typed", ["kan dit korter, heb 10 min", "can this be shorter, I've got 10 mins"])
def test_a_request_is_no_name_of_a_school(typed: str, talk: Begin) -> None:
    one = talk("short").go(until="welcome.school")
    assert said(one.type(typed)) == ["saying.aside.shorter"]
    assert one.ask.id == "welcome.school"


def test_of_a_sentence_only_the_name_stands_above_the_report(talk: Begin) -> None:
    one = talk().go(until="welcome.school")
    turn = one.type("Het Veldhuis College, dat is een vakkenschool, havo en vwo. Ik ben Karin, decaan, al jaren.")
    assert one.conversation.result().school["name"] == "Het Veldhuis College"
    assert one.state.value("welcome.part") == "part.havo_vwo"
    assert (said(turn)[:2], one.ask.id) == (["welcome.named", "welcome.part_named"], "welcome.form")


@pytest.mark.parametrize(
    ("typed", "name"),
    [("het veldhuis", "het veldhuis"), ("C.S.G. De Brug", "C.S.G. De Brug"),
     ("it's Oakfield School", "Oakfield School"), ("dat is het Veldhuis hier in het dorp", "Het Veldhuis"),
     ("Oakfield School here in town", "Oakfield School"), ("De Hier", "De Hier"),
     ("Het Vlietcollege, een kleine school", "Het Vlietcollege"),
     ("St. Joris College, Amsterdam", "St. Joris College, Amsterdam"),
     ("ik werk op het Veldhuis, en ik ben daar de enige decaan van de school", "Het Veldhuis")],
)  # fmt: skip
def test_a_name_is_taken_as_it_is(typed: str, name: str, talk: Begin) -> None:
    one = talk("short").go(until="welcome.school")
    one.type(typed)
    assert one.state.value("welcome.school") == name


@pytest.mark.parametrize(
    ("then", "name"), [("nee", None), ("ja", "ik heb weinig tijd vandaag"), ("nee, het is De Brug", "De Brug")]
)
def test_what_may_be_no_name_is_asked_first(then: str, name: str | None, talk: Begin) -> None:
    one = talk("short").go(until="welcome.school")
    one.type("ik heb weinig tijd vandaag")
    assert "ik heb weinig tijd vandaag" in one.ask.text
    one.type(then)
    assert (one.state.value("welcome.school"), one.ask.id) == (name, "welcome.part")


# Questions to the guide.


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("horen andere decanen dit ook, dat ze het alleen doen?", "others"),
     ("zijn er meer decanen die het zo alleen doen?", "others"),
     ("Wat denk jij, is twee wel haalbaar bij ons?", "feasible"),
     ("waarom vraag je steeds naar de laatste keer?", "last_time"),
     ("Heb je dat van 1, 4, 5 en 6 nu aangepast?", "noted"), ("wat is dan wél jouw beeld van ons?", "picture"),
     ("wat zeg ik", "what_to_say"), ("wat zeg ik tegen mijn teamleider", "what_to_say"),
     ("wat zeg ik dan straks tegen mijn teamleider?", "what_to_say"), ("kan ik nu al advies", "advice"),
     ("kan dit korter", "shorter"), ("kan 't korter? 10 min", "shorter"),
     ("are there other decanen who do this alone?", "others"), ("what do I tell my team leader", "what_to_say"),
     ("why do you keep asking about the last time?", "last_time")],
)  # fmt: skip
@pytest.mark.parametrize("ask", ["c01.situation", "picture.go_on"])
def test_a_question_to_the_guide_is_answered(ask: str, typed: str, answer: str, talk: Begin) -> None:
    one = talk("short").go(until=ask)
    is_known = answer == "what_to_say" and ask != "c01.situation"  # then it is answered from what was told
    assert said(one.type(typed))[0] == ("to_say" if is_known else f"saying.aside.{answer}")
    assert one.ask.id == ask


@pytest.mark.parametrize("typed", ["wat zeg ik straks tegen mijn teamleider?", "what do I say?"])
def test_what_one_could_say_is_made_of_what_was_told(typed: str, talk: Begin) -> None:
    one = talk("short").go(until="c01.situation")
    one.type("de mentor geeft elke week een LOB-les in het mentoruur, met de methode die ik klaarleg")
    one.go(until="plan.decide")
    lines = one.type(typed).says[0].text.split("\n")[1:]
    assert len(lines) == 3
    assert one.conversation.view.conclusions.plan[0].title in lines[2]
    one.go()
    assert said(one.type("wat zeg ik dan tegen mijn teamleider?"))[0] == "to_say"  # at the end, too


@pytest.mark.parametrize(
    ("typed", "may"),
    [("ja", True), ("Ja hoor, maar dat 'saai' liever niet, dat ligt gevoelig", False), ("nee, liever niet", False),
     ("ja, prima", True), ("yes, but not the word boring", False)],
)  # fmt: skip
def test_a_yes_that_keeps_something_back_quotes_nothing(typed: str, may: bool, talk: Begin) -> None:
    one = talk("short").go(until="assignment.asked")
    one.type("uit de enquête bleek dat leerlingen het saai vinden")
    turn = one.type(typed)
    assert bool(quoted_assignment(one.conversation.view)) is may
    is_on_condition = typed.startswith(("Ja hoor, maar", "yes, but"))  # then it is asked how it may stand there
    assert ("assignment.stays" in said(turn)) is not (may or is_on_condition)
    assert (one.ask.id == ASSIGNMENT_WORDS) is is_on_condition


def test_a_number_that_is_denied_leaves_the_others(talk: Begin) -> None:
    one = talk("short").go(until="plan.actions")
    ids = [option.id for option in one.ask.options]
    one.type("3 niet, want weer alleen door mij geschreven, dat is precies wat ik niet wil. Wel 7, en 2 ook")
    one.type("ja")
    assert one.state.value("plan.actions") == [ids[1], ids[6]]


def test_what_is_taken_back_in_part_is_told_to_nobody_as_a_fact(talk: Begin) -> None:
    one = talk("short").go(until="c11.situation")
    one.answer({"choice": "c11.m1", "quote": "ouders komen op een avond. Ja hoor, op papier kregen ze niks"})
    one.go(until="plan.decide")
    component = one.conversation.view.base.component(11)
    assert is_reserved(one.conversation.view, component)
    assert component.id not in {description.id.partition(".")[0] for description in what_works(one.conversation.view)}


@pytest.mark.parametrize("ask", ["c01.situation", "picture.go_on", "theme.talks"])
def test_another_question_is_kept_and_honestly_left_unanswered(ask: str, talk: Begin) -> None:
    one = talk("full").go(until=ask)
    first = one.type("hoe laat is het nu in Parijs?")
    again = one.type("En wie wordt dan de nieuwe rector?")
    assert [said(turn) for turn in (first, again)] == [["heard.question"], ["heard.question"]]
    assert first.says[0].text != again.says[0].text
    assert len(one.state.notes) == 2


def test_the_summary_can_be_asked_for(talk: Begin) -> None:
    one = talk("short").go(until="c06.situation")
    one.type("geef samenvatting")
    assert one.ask.chapter == "picture"


# What is said back.


def test_going_on_behind_a_yes_is_no_quote(talk: Begin) -> None:
    one = talk("short").go(until="picture.go_on")
    assert "heard.words" not in said(one.type("ja ja. ga door"))
    assert one.state.answers["picture.go_on"].quote == ""


def test_words_that_say_neither_yes_nor_no_are_never_said_to_be_clear(talk: Begin) -> None:
    one = talk("short").go(until="picture.go_on")
    told = [one.type(f"dat is {word} zo bij de mentoren").says[-1].text for word in ("vroeger", "vaak", "haast")]
    assert len(set(told)) == len(told)


def test_a_word_back_is_not_said_twice(first_situation: Talk) -> None:
    assert "feeling.alone" in said(first_situation.type("ik sta er alleen voor, de mentor geeft les"))
    turn = first_situation.type("nee, de decaan, ik sta er helemaal alleen voor")
    assert "feeling.alone" not in said(turn)
    first_situation.type("ja")
    assert first_situation.state.answers["c01.situation"].quote.endswith(
        "nee, de decaan, ik sta er helemaal alleen voor"
    )


# What goes well.


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("Dat van de lessen klopt niet. De gesprekken in klas 3 lopen goed", "De gesprekken in klas 3 lopen goed"),
     ("De lessen gaan niet goed, de gesprekken wel", "De gesprekken")],
)  # fmt: skip
def test_both_halves_of_what_goes_well_and_what_does_not_are_taken(typed: str, kept: str, talk: Begin) -> None:
    one = talk("short").go(until="picture.also")
    one.type(typed)
    assert one.ask.id == "picture.not_so"
    first = one.ask.options[0]
    one.type("1")
    assert one.ask.id != "picture.also"
    assert one.state.value("picture.also") == kept
    assert first.id not in [description.id for description in what_works(one.conversation.view)]


def test_nothing_with_a_question_behind_it_goes_not_well(talk: Begin) -> None:
    one = talk("short").go(until="picture.also")
    assert said(one.type("niks, maar wat moet ik nu zeggen"))[0] == "to_say"
    assert one.state.value("picture.also") is None


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("Dat van het binnenlopen wel, dat advies juist niet", "Dat van het binnenlopen"),
     ("Alleen de profielkeuze in klas 3", "De profielkeuze in klas 3"), ("only the open day", "The open day")],
)  # fmt: skip
def test_what_is_singled_out_is_kept_as_what_goes_well(typed: str, kept: str, talk: Begin) -> None:
    one = talk("short").go(until="picture.also")
    one.type(typed)
    assert one.state.value("picture.also") == kept


@pytest.mark.parametrize(
    "typed", ["Dat van het binnenlopen wel, dat advies juist niet", "Alleen de profielkeuze in klas 3"]
)
def test_what_is_singled_out_behind_a_doubt_is_kept_too(typed: str, talk: Begin) -> None:
    one = talk("short").go(until="picture.also")
    one.type("Ik weet niet of het binnenlopen en de profielkeuze tellen")
    one.type(typed)
    assert one.state.value("picture.also")


@pytest.mark.parametrize(
    "typed",
    ["Drie dingen kloppen niet: de lessen, het advies en de ouders",
     "het advies loopt niet goed, dat meisje zat te huilen", "the advice doesn't work, that girl sat there crying"],
)  # fmt: skip
def test_what_is_taken_out_of_what_goes_well_is_no_strength_any_more(typed: str, talk: Begin) -> None:
    one = talk("short").go(until="picture.also")
    one.type(typed)
    assert one.ask.id == "picture.not_so"
    first = one.ask.options[0]
    one.type("1")
    assert one.ask.id == "picture.also"
    assert first.id not in [description.id for description in what_works(one.conversation.view)]
    one.type(typed)
    assert one.ask.id != "picture.not_so"  # asked once


# Whether it differs.

M1, M2 = ("c01.m1", "c01.m2")
UNIFORM = [
    "Profielavond, boekje mee naar huis. En bij het driehoeksgesprek in maart zitten ouders erbij met de mentor",
    "Elke week mentoruur, om de week LOB met mijn lessenserie, en in februari twee dagen op bedrijfsbezoek met de klas",
    "Dat was die LOB-test in klas 3, en er praat niemand met ze over na, behalve ik",
    "Ik bel zelf met de hogeschool, met Marieke. Als ik wegval weet niemand hier haar nummer",
    "bij ons doe ik alles zelf. De mentoren zeggen dat het niet hun taak is",
    "Vorig jaar Sem, wilde van de mavo naar de havo, en het niveau bepalen wij",
    "iedereen in de onderbouw en iedereen in de bovenbouw krijgt allebei",
    "op de havo en het vwo komt de mentor, en de decaan voert de gesprekken",
    "In year 3 they all do that test on the computer, and nobody talks it over with them but me",
    "Every class gets both, in the lower school and in the upper school",
]


def divided_ear(*scores: float) -> Callable[[str, str], Heard]:
    """An ear that hears two descriptions in whatever is told, as near as these scores, and nothing in a short line."""

    def ear(component: str, text: str) -> Heard:
        found = (f"{component}.m1", f"{component}.m2")
        ranked = sorted(zip(found, scores, strict=True), key=lambda pair: -pair[1])
        told = Heard("divided", found, tuple(ranked))
        return told if len(text.split()) > len(UNIFORM) else Heard("nothing", ())

    return ear


def at_first(content_in: Any, talk: Begin, ear: Any) -> Talk:
    """A conversation at its first situation that hears by this ear."""
    header = replace(talk("short").conversation.header, places_later=False)  # what was heard is put at once
    return Talk(lambda code: content_in(code)._replace(hear=ear), header).go(until="c01.situation")


@pytest.mark.parametrize("typed", UNIFORM)
def test_a_rich_story_of_one_way_does_not_differ(typed: str, content_in: Any, talk: Begin) -> None:
    one = at_first(content_in, talk, divided_ear(0.4, 0.7))
    one.type(typed)
    assert isinstance(one.state.proposed, Proposal)
    assert (one.state.proposed.choices, one.state.proposed.doubts) == ((M2,), ())


@pytest.mark.parametrize(
    "typed",
    ["Ligt eraan! In klas 2 gaat het over waar je goed in bent, en dan willen ze weten wat ze voor een studie moeten",
     "het verschilt, want in de ene klas doet de mentor het en in de andere ik",
     "in de onderbouw doet de mentor het in het mentoruur, in de bovenbouw doe ik het",
     "sommige mentoren geven les en de anderen laten het aan mij over als het zo uitkomt",
     "soms geeft de mentor zelf de les in het mentoruur en soms doe ik dat zelf",
     "mentoruur, maar de mentoren doen het niet allemaal, dus dan kom ik maar weer langs",
     "it depends: the mentor does it in the lessons, and then again it is me who does",
     "in the lower years the mentor does it, and in the upper years I do it myself"],
)  # fmt: skip
def test_words_of_dividing_say_that_it_differs(typed: str, content_in: Any, talk: Begin) -> None:
    one = at_first(content_in, talk, divided_ear(0.4, 0.7))
    one.type(typed)
    assert isinstance(one.state.proposed, Proposal)
    assert one.state.proposed.doubts == ("divided",)


def test_two_ways_that_are_as_near_can_both_go_so_everywhere(content_in: Any, talk: Begin) -> None:
    one = at_first(content_in, talk, divided_ear(0.7, 0.69))
    one.type(UNIFORM[1])
    assert [option.id for option in one.ask.options] == ["c01.between", M1, M2, "c01.other"]
    one.type("ja")
    assert one.state.value("c01.situation") == [M1, M2]
    assert one.state.value("c01.where") == ["where.everywhere"]  # and is not asked


@pytest.mark.parametrize(
    "denial",
    ["Hoezo niet overal hetzelfde? Iedereen krijgt allebei", "Niet overal hetzelfde? Dat zei ik niet",
     "er ís geen verschil", "I never said that, it's the same everywhere"],
)  # fmt: skip
def test_that_it_differs_is_not_put_again_to_who_denied_it(denial: str, content_in: Any, talk: Begin) -> None:
    one = at_first(content_in, talk, divided_ear(0.4, 0.7))
    told = "in de onderbouw doet de mentor het in het mentoruur, in de bovenbouw doe ik het"
    one.type(told)
    one.type(denial)
    assert isinstance(one.state.proposed, Proposal)
    assert (one.state.proposed.choices, one.state.proposed.doubts) == ((M2,), ())
    one.type("nee")
    assert one.ask.id == "c01.situation"
    one.type(told)
    assert one.state.proposed.doubts == ()


@pytest.mark.parametrize("yes", ["ja, allebei", "Ja, het komt allebei voor", "allebei", "yes, both"])
def test_both_says_yes_where_it_differs(yes: str, content_in: Any, talk: Begin) -> None:
    one = at_first(content_in, talk, divided_ear(0.4, 0.7))
    one.type("in de onderbouw doet de mentor het in het mentoruur, in de bovenbouw doe ik het")
    one.type(yes)
    assert one.state.value("c01.situation") == [M1, M2]


# A number or a place with a few words.


@pytest.mark.parametrize(
    ("typed", "place"),
    [("Nee hoor, 2 natuurlijk", 1), ("2 natuurlijk", 1), ("2, zei ik toch", 1), ("2 snel ik moet zo weg", 1),
     ("de eerste lijkt er het meest op", 0), ("een", 0), ("Eén dan", 0), ("2 obviously", 1), ("2, I told you", 1),
     ("the first one looks most like it", 0), ("one", 0)],
)  # fmt: skip
def test_a_number_or_place_beside_talk_to_the_guide_is_chosen(typed: str, place: int, first_situation: Talk) -> None:
    option = first_situation.ask.options[place].id
    first_situation.type(typed)
    standing = first_situation.state.answers["c01.situation"]
    assert (standing.value, standing.quote) == (option, "")


@pytest.mark.parametrize("typed", ["dan 2 en 3 een beetje", "then 2 and 3 a bit"])
def test_two_numbers_a_bit_lie_in_between(typed: str, first_situation: Talk) -> None:
    both = sorted(option.id for option in first_situation.ask.options[1:3])
    first_situation.type(typed)
    assert first_situation.state.value("c01.situation") == both


def test_what_is_told_beside_a_number_and_talk_is_kept(first_situation: Talk) -> None:
    first_situation.type("Nee hoor, 2 natuurlijk. Alleen 'in elke klas even goed', dat lukt me niet")
    assert first_situation.state.answers["c01.situation"].quote.startswith("Alleen 'in elke klas even goed'")


@pytest.mark.parametrize("typed", ["1 snel ik moet zo weg", "jahaa", "1 quick I have to go"])
def test_a_yes_in_a_hurry_is_a_yes(typed: str, talk: Begin) -> None:
    one = talk("short").go(until="picture.go_on")
    one.type(typed)
    assert (one.state.answers["picture.go_on"].value, one.state.answers["picture.go_on"].quote) == (True, "")


@pytest.mark.parametrize(
    "typed", ["dat was de eerste klas die het deed", "ik moet zo weg", "een beetje", "in de eerste 2 weken natuurlijk"]
)
def test_a_place_in_a_story_chooses_nothing(typed: str, first_situation: Talk) -> None:
    first_situation.type(typed)
    assert not first_situation.conversation.view.is_answered("c01.situation")


# What is denied in a correction.


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [("Nee, het is er maar eentje, gewoon die avond en dat papier. De mentor die vertelt hebben we niet", None),
     ("Nee! De mentor, dat is precies wat ik zei dat we NIET hebben.", None),
     ("Nee, de decaan geeft die les zelf. De mentor die vertelt hebben we niet", "c01.m1"),
     ("No, the decaan gives that lesson. We never have the mentor do it", "c01.m1")],
)  # fmt: skip
def test_what_a_correction_denies_is_not_told_back(typed: str, proposed: str | None, first_situation: Talk) -> None:
    first_situation.type("de mentor en de decaan doen het")
    first_situation.type(typed)
    choices = (
        first_situation.state.proposed.choices if isinstance(first_situation.state.proposed, Proposal) else (None,)
    )
    assert choices == (proposed,)


# Names of options, and the name of the school.


@pytest.mark.parametrize(
    ("language", "typed"),
    [("nl", "mentoren moeten t doen, ik help"), ("nl", "die met de mentoren dus"),
     ("en", "the mentors should do it, I help")],
)  # fmt: skip
@pytest.mark.parametrize(("now", "wanted"), [("m1", "ambition.m2"), ("m2", "ambition.stay_school")])
def test_who_should_do_it_names_the_school_to_be(language: str, typed: str, now: str, wanted: str, talk: Begin) -> None:
    answers = {f"c{number:02}__situation": f"c{number:02}.{now}" for number in range(1, 13)}
    one = talk("short", language).go(until="ambition.school", **answers)
    one.type(typed)
    assert one.state.value("ambition.school") == wanted


@pytest.mark.parametrize("typed", ["mij, schoolleiding weet niks", "me, the leadership knows nothing"])
def test_whose_wish_it_is_not_is_not_heard(typed: str, talk: Begin) -> None:
    one = talk("short").go(until="ambition.whose", ambition__school="ambition.m1")
    one.type(typed)
    assert one.state.value("ambition.whose") == ["whose.decaan"]


@pytest.mark.parametrize(
    "typed",
    ["gewoon alles, dus de mavo en de havo, dat zei ik net toch", "all of it, so mavo and havo, I just said that"],
)
def test_all_parts_are_the_whole_school(typed: str, talk: Begin) -> None:
    one = talk().go(until="welcome.part")
    one.type(typed)
    assert one.state.value("welcome.part") == "part.school"


def test_the_whole_school_that_is_said_twice_is_taken(talk: Begin) -> None:
    one = talk().go(until="welcome.part")
    one.type("nee, het hele spul, vmbo-t én havo. De hele school dus")
    assert one.state.value("welcome.part") == "part.school"


@pytest.mark.parametrize(
    "typed",
    ["Laat ik maar weg. Gewoon een vakkenschool, havo/vwo", "sla over zei ik",
     "sla over, kan dit korter? heb over 10 min overleg", "skip it I said",
     "I'll leave that out. Just a subject-based school"],
)  # fmt: skip
def test_a_name_that_is_left_out_is_not_asked_again(typed: str, talk: Begin) -> None:
    one = talk("short").go(until="welcome.school")
    one.type(typed)
    assert one.state.answers["welcome.school"].skipped


# How it feels.


@pytest.mark.parametrize("typed", ["Hoor je ook dat ik daar verdrietig van word?", "Do you hear that it makes me sad?"])
def test_to_be_sad_is_a_feeling(typed: str, first_situation: Talk) -> None:
    assert said(first_situation.type(typed)) == ["feeling.heavy"]


@pytest.mark.parametrize(
    ("language", "typed"),
    [("nl", "2. Maar ik ben moe, ik ga niet in mijn eentje de hele school omgooien"),
     ("en", "2. But I'm tired, I won't turn the whole school around on my own")],
)  # fmt: skip
def test_to_be_tired_of_doing_it_alone_is_a_feeling_beside_the_answer(language: str, typed: str, talk: Begin) -> None:
    one = talk("short", language).go(until="ambition.school")
    second = one.ask.options[1].id
    assert said(one.type(typed))[0] in ("feeling.alone", "feeling.heavy")
    assert one.state.answers["ambition.school"].value == second
    assert one.state.answers["ambition.school"].quote


@pytest.mark.parametrize("typed", ["ik ben moe van je vragen", "ik word hier moe van", "I'm tired of your questions"])
def test_to_be_tired_of_the_questions_is_heard_as_that(typed: str, talk: Begin) -> None:
    one = talk("short").go(until="ambition.school")
    assert said(one.type(typed)) == ["heard.tired"]


# What a new decaan said who knew little.


@pytest.mark.parametrize(
    "typed",
    [
        "Dat hoor ik waarschijnlijk te zijn, maar hoe dat moet. Er heeft ook nog niemand iets gevraagd.",
        "Dat hoor ik denk ik te zijn, maar er is nog niemand met een vraag gekomen. En ik zou niet weten hoe.",
        "Ik bedoel dat de decaan dat hoort te doen, ik dus, maar het is nog niet voorgekomen",
        "That hardly ever happens, but if it did they'd come to me.",
        "It should be the mentor, but it hasn't happened yet",
    ],
)
def test_what_has_not_happened_yet_is_done_by_nobody_and_is_not_niemand(typed: str, talk: Begin) -> None:
    one = talk("short").go(until="theme.support")
    turn = one.type(typed)
    assert said(turn)[:2] == ["heard.not_yet", "skip.with_words"]
    assert one.state.answers["theme.support"].skipped
    view = one.conversation.view
    assert not view.doers(next(theme for theme in view.base.themes if theme.id == "theme.support"))
    assert one.state.notes[-1].text == typed


def test_a_no_may_say_that_it_has_not_happened_yet(talk: Begin) -> None:
    one = talk("short").go(until="theme.support")
    one.type("niemand zegt er wat over")
    assert one.ask.id == "theme.support.understood"
    typed = "Nee, ik bedoel dat de decaan dat hoort te doen, ik dus, maar het is nog niet voorgekomen"
    assert said(one.type(typed))[:2] == ["heard.not_yet", "skip.with_words"]
    assert one.state.answers["theme.support"].skipped
    assert typed in [note.text for note in one.state.notes]


@pytest.mark.parametrize("typed", ["dat zou de mentor moeten doen", "The mentor should do that"])
def test_who_should_do_it_is_put_and_not_taken(typed: str, talk: Begin) -> None:
    one = talk("short").go(until="theme.support")
    one.type(typed)
    assert one.ask.id == "theme.support.understood"


@pytest.mark.parametrize(
    ("typed", "doer"),
    [("Dat vragen ze bijna nooit, maar dan ben ik het, de decaan.", "doer.decaan"),
     ("4, maar dat is nog niet voorgekomen", "doer.decaan"), ("de mentor", "doer.mentor")],
)  # fmt: skip
def test_who_does_what_is_rare_does_it(typed: str, doer: str, talk: Begin) -> None:
    one = talk("short").go(until="theme.support")
    one.type(typed)
    assert one.state.value("theme.support") == [doer]


def test_who_begins_and_ends_with_not_knowing_does_not_know_and_keeps_the_words(talk: Begin) -> None:
    one = talk("short").go(until="c12.situation")
    text = (
        "Dat weet ik niet. Er stond wel een lijstje met adressen op de schijf, maar of daar iemand mee belt, geen idee."
    )
    one.type(text)
    assert one.state.answers["c12.situation"].skipped
    assert any(note.text == text for note in one.state.notes)
    assert "c12.situation" in [found.ask for found in one.conversation.view.conclusions.find_out]


def test_a_wish_that_one_feels_most_for_is_chosen_with_its_reservation(talk: Begin) -> None:
    one = talk("short").go(until="ambition.school")
    third = one.ask.options[2].id
    one.type("Poeh, dat durf ik niet alleen te zeggen. Ik voel het meest voor 3, maar dan klein beginnen met Joost.")
    assert one.state.value("ambition.school") == third
    assert "klein beginnen met Joost" in said_with(one.conversation.view, "ambition.school")


def test_what_is_only_said_to_the_guide_is_not_told_of_the_wish(talk: Begin) -> None:
    one = talk("short").go(until="ambition.school")
    one.type("Nee hoor, ik hoef niet te stoppen. 3.")
    assert one.state.value("ambition.school") is not None
    assert said_with(one.conversation.view, "ambition.school") == ""


def test_what_the_picture_names_to_find_out_is_on_the_list_of_the_report(talk: Begin) -> None:
    one = talk("short").go(until="c12.situation")
    one.type("Geen idee. Ik zoek het nu zelf uit met van alles wat ik vind, een cursus heeft niemand me aangeboden.")
    one.go()
    view = one.conversation.view
    listed = {component.name for component in view.base.components
              if situation(component) in {found.ask for found in view.conclusions.find_out}}  # fmt: skip
    told = {component.name for component in view.base.components if component in view.known}
    named = {component.name for component in view.base.components if not tells_enough(view, component)} - told
    assert named == listed


# What decanen said who are alone, proud, of another mind or in a hurry.


def test_who_says_at_a_probe_that_it_differs_is_not_asked_to_choose(talk: Begin) -> None:
    one = talk("full").go(c06__situation=["c06.m1", "c06.m2"], until="c06.probe.1")
    one.type("hangt vd mentor af. doet ie niks dan kom ik wel ff langs")
    assert one.state.answers["c06.probe.1"].skipped
    assert one.ask.id != "c06.probe.1"
    assert "hangt vd mentor af" in one.state.notes[-1].text


@pytest.mark.parametrize(
    ("typed", "beside", "language"),
    [("Joris en ik", "samen met Joris", "nl"), ("Joris and I", "together with Joris", "en")],
)
def test_somebody_and_oneself_is_oneself_with_somebody(talk: Begin, typed: str, beside: str, language: str) -> None:
    one = talk("short", language=language).go(until=ACTIONS)
    one.answer([next(option.id for option in one.ask.options if option.id.startswith("act.m"))])
    one.type(typed)
    given = next(given for ask, given in one.state.answers.items() if ask.startswith("plan.who."))
    assert (given.value, given.quote) == ("decaan", beside)


def test_who_stays_has_no_reservation(talk: Begin) -> None:
    one = talk("short").go(until="ambition.school")
    one.type("Blijven waar we zijn, er hoeft niks omgegooid. Het moet alleen een keer goed op papier.")
    assert str(one.state.value("ambition.school")).startswith("ambition.stay")
    assert not is_reserved_wish(one.conversation.view)


def test_an_action_that_one_also_wants_is_told_as_an_action(talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    one.type("1, en verder wil ik vooral zelf opschrijven hoe het nu loopt, in één stuk voor de rector")
    assert "\n- Zelf opschrijven hoe het nu loopt" in one.ask.text


def test_who_fears_for_hours_hears_at_the_end_what_to_say(talk: Begin) -> None:
    one = talk("short").go(until="assignment.asked")
    one.type("niks gevraagd eigenlijk. teamleider wil in mn lob-uren snijden, moet er zo heen")
    turn = one.go()
    assert "to_say" in [told.id for told in ending(turn.conversation.view)]


def test_words_with_a_yes_to_the_picture_stand_beside_it(talk: Begin) -> None:
    one = talk("short").go(until="picture.agree")
    turn = one.type("ja klopt wel, maar het is geen vakdocent of mentor die belt, alleen ik")
    assert said(turn)[0] == "picture.beside"
    assert "alleen ik" in to_show(one.conversation.view)["picture.agree"]


def test_a_feeling_is_not_offered_for_a_proposal(talk: Begin) -> None:
    one = talk("short").go(until="assignment.asked")
    one.type("Ik doe dit al vijftien jaar helemaal alleen.")
    assert one.ask.id != "assignment.quote"
    other = talk("short").go(until="assignment.asked")
    other.type("Ik moet een plan schrijven. En ik doe dit al vijftien jaar helemaal alleen.")
    assert other.ask.id == "assignment.quote"


def test_what_there_is_not_for_mentors_says_nothing_of_mentors(talk: Begin) -> None:
    one = talk("short").go(until="c10.situation")
    one.type("Scholing voor mentoren hebben we niet. Wel keek er een keer iemand bij mij mee.")
    assert "mentor" not in one.conversation.view.absent


def test_an_answer_of_which_words_deny_a_part_is_told_in_the_words_alone(talk: Begin) -> None:
    one = talk("short").go(until="c11.situation")
    first = one.ask.options[0].id
    one.type("1, maar die papieren hadden ze niet")
    view = one.conversation.view
    component = view.base.components_by_id["c11"]
    assert one.state.value("c11.situation") == first
    assert view.chosen(component)[0].told not in heard(view, component)
    assert "die papieren hadden ze niet" in heard(view, component).casefold()
