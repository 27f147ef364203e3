"""What was told of the school is put right, just now or at a later question; and another day instead of one heard."""

from collections.abc import Callable

import pytest

from lobgids.advice.own import OWN, own_lines
from lobgids.advice.shown import to_show
from lobgids.dialogue.conversation import NotKeptError
from lobgids.dialogue.protocol import Problem
from lobgids.log.ask_ids import (
    ACTIONS,
    ASSIGNMENT,
    FORM,
    GO_ON,
    LOOK_BACK,
    MAY_SHOW,
    OTHERWISE,
    OWN_ACTIONS,
    PICTURE,
    SCHOOL_NAME,
    counted_now,
    plan,
    understood,
)
from lobgids.log.state import Proposal
from lobgids.school.sayings import takes_back
from tests.conftest import Talk
from tests.fakes.ears import hears_any
from tests.test_papers import written

Begin = Callable[..., Talk]

TOLD = "mentoren doen een gesprek in 5h, in 4h niet. vwo niks tot jaar 5"
MENDED = "mentoren doen een gesprek in 4h, in 5h niet. vwo niks tot jaar 5"
OF_CLASS, OF_PARENTS = "c06.situation", "c11.situation"
OF_SEEN = "school.seen"
AMBITION, LESSONS = "ambition.school", "theme.lessons"


@pytest.fixture
def told(talk: Begin) -> Callable[[str], Talk]:
    """A short talk in which one told of a class, up to an ask."""

    def begin(until: str) -> Talk:
        one = talk("short").go(until=OF_CLASS)
        one.answer({"choice": "c06.m2", "quote": TOLD})
        return one.go(until=until) if one.ask.id != until else one

    return begin


def quote_of(one: Talk, ask: str = OF_CLASS) -> str:
    return one.state.answers[ask].quote


# Of the school.


@pytest.mark.parametrize(
    ("line", "now"),
    [
        ("nee wacht, ik bedoel wel in 4h, niet in 5h. omgedraaid dus", MENDED),
        ("wacht, andersom: in 4h wel, in 5h niet", MENDED),
        ("no wait, the other way: in 4h, not in 5h", MENDED),
        # Which class takes the place of which is not plain: the words stand beside what was told.
        ("nee wacht, ik bedoel 3h", TOLD),
    ],
)
def test_classes_that_were_turned_round_are_mended(line: str, now: str, talk: Begin) -> None:
    one = talk("short").go(until=OF_CLASS)
    one.answer({"choice": "c06.m2", "quote": TOLD})
    here = one.ask.id
    turn = one.type(line)
    assert one.ask.id == here
    assert quote_of(one) == now
    assert one.state.value(OF_CLASS) == "c06.m2"
    assert (now in " ".join(one.text for one in turn.says if not isinstance(one, Problem))) is (now != TOLD)


def test_one_class_takes_the_place_of_the_only_other(talk: Begin) -> None:
    one = talk("short").go(until=OF_CLASS)
    one.answer({"choice": "c06.m2", "quote": "de mentoren doen een gesprek in 5h"})
    one.type("nee wacht, ik bedoel 4h")
    assert quote_of(one) == "de mentoren doen een gesprek in 4h"


def test_a_class_is_the_same_however_it_is_written(talk: Begin) -> None:
    one = talk("short").go(until=OF_CLASS)
    one.answer({"choice": "c06.m2", "quote": "gesprek in 5 havo, in H4 niet"})
    one.type("nee wacht, andersom: in 4h, niet in 5h")
    assert quote_of(one) == "gesprek in 4h, in 5H niet"


def test_behind_the_last_situation_a_class_is_mended_too(talk: Begin) -> None:
    one = talk("short").go(until=OF_CLASS)
    while one.ask.id.endswith(".situation"):
        last = one.ask.id
        one.answer({"choice": one.ask.options[0].id, "quote": TOLD})
    here = one.ask.id
    one.type("nee wacht, in 4h, niet in 5h")
    assert quote_of(one, last) == MENDED
    assert one.ask.id == here


@pytest.mark.parametrize("until", [PICTURE, GO_ON, AMBITION, ACTIONS])
def test_what_is_wrong_long_before_is_mended_at_any_later_question(until: str, told: Callable[[str], Talk]) -> None:
    one = told(until)
    one.type("wacht eerst ff: die 5h zin klopt niet, moet zijn gesprek in 4h niet in 5h")
    assert quote_of(one) == MENDED
    assert one.ask.id == until
    assert one.state.value(until) is None


def test_a_no_to_go_on_that_puts_a_class_right_mends_it(told: Callable[[str], Talk]) -> None:
    one = told(GO_ON)
    turn = one.type("nee dat van 5h moet eruit, het is: mentoren doen een gesprek in 4h, niet in 5h")
    assert not turn.paused
    assert quote_of(one) == MENDED


@pytest.mark.parametrize(
    ("line", "ask"),
    [
        ("ga naar de vraag over de klas / 4h", OF_CLASS),
        ("ga naar de vraag over ouders", OF_PARENTS),
        ("go back to the question about 4h", OF_CLASS),
    ],
)
def test_a_question_is_found_by_what_it_is_about(line: str, ask: str, told: Callable[[str], Talk]) -> None:
    one = told(AMBITION)
    one.type(line)
    assert one.ask.id == ask
    assert one.state.value(AMBITION) is None


def test_what_is_told_wrongly_is_asked_again(told: Callable[[str], Talk]) -> None:
    one = told(AMBITION)
    one.type("wacht, dat over de ouders heb ik verkeerd gezegd")
    assert one.ask.id == OF_PARENTS
    assert any("verkeerd gezegd" in note.text for note in one.state.notes)


@pytest.mark.parametrize(
    "line",
    [
        "ik wil terug naar vaste mentoruren, en dan in elke klas",
        "kan ik terug naar vaste mentoruren? dat wil ik",
        "I want to go back to fixed hours for mentors",
    ],
)
def test_a_wish_to_go_back_to_how_it_was_is_a_wish(line: str, told: Callable[[str], Talk]) -> None:
    one = told(AMBITION)
    one.type(line)
    heard = one.conversation.view.state
    quotes = [note.text for note in heard.notes] + [answer.quote for answer in heard.answers.values()]
    waits = heard.proposed.words if isinstance(heard.proposed, Proposal) else ""
    assert line in [*quotes, waits]


def test_from_one_month_to_another_is_no_class(talk: Begin) -> None:
    one = talk("short").go(until=OF_CLASS)
    one.answer({"choice": "c06.m2", "quote": "de mentoren doen een gesprek in 5h"})
    one.type("nee wacht, ik bedoel 4h, in maand 3 t/m 5")
    assert quote_of(one).startswith("de mentoren doen een gesprek in 4h")


def test_where_it_is_asked_what_is_not_so_the_words_are_the_answer(told: Callable[[str], Talk]) -> None:
    one = told(PICTURE)
    one.answer("picture.partly")
    assert one.ask.id == OTHERWISE
    line = "die 5h zin klopt niet, het is anders: de mentoren doen daar gewoon nog niks"
    one.type(line)
    assert one.state.value(OTHERWISE) == line
    assert quote_of(one) == TOLD


def refuse(_events: object) -> None:
    raise NotKeptError("problem.not_kept")


@pytest.mark.parametrize(
    "line",
    ["die 5h zin klopt niet, moet zijn gesprek in 4h niet in 5h", "wacht, dat over de ouders heb ik verkeerd gezegd"],
)
def test_what_cannot_be_kept_was_not_put_right(line: str, told: Callable[[str], Talk]) -> None:
    one = told(AMBITION)
    one.conversation._keep = refuse
    turn = one.type(line)
    assert [type(said) for said in turn.says] == [Problem]
    assert quote_of(one) == TOLD


def test_a_question_that_is_not_found_is_asked_for(told: Callable[[str], Talk]) -> None:
    one = told(AMBITION)
    turn = one.type("ga naar de vraag over dat ene")
    assert [problem.id for problem in turn.says if isinstance(problem, Problem)] == ["problem.which_question"]
    assert one.ask.id == AMBITION


@pytest.mark.parametrize(
    "line",
    [
        "Ik zou willen dat het klopt wat we beloven, en niet dat iedereen wat anders doet",
        "in 4h en 5h een goed gesprek, dat moet kunnen",
        "mentoren in 4h en 5h moeten weten hoe je zo n gesprek voert",
    ],
)
def test_a_wish_corrects_nothing(line: str, told: Callable[[str], Talk]) -> None:
    one = told(AMBITION)
    one.type(line)
    assert quote_of(one) == TOLD
    assert not one.ask.id.startswith("c")


def test_a_wish_keeps_all_behind_its_number(told: Callable[[str], Talk]) -> None:
    one = told(AMBITION)
    one.type("2 een beetje, mentoren in 4h en 5h moeten weten hoe je zo n gesprek voert. meer niet")
    assert quote_of(one, AMBITION).startswith("een beetje, mentoren in 4h")


# What stays open, and who does which part.


@pytest.mark.parametrize("line", ["laat maar open, niet nodig nu", "nvt, sla over", "sla over. nvt"])
def test_what_one_leaves_open_is_nothing_that_one_told(line: str, talk: Begin) -> None:
    one = talk("short").go(until=OF_CLASS)
    one.type(line)
    assert one.state.answers[OF_CLASS].skipped
    assert not one.state.notes


@pytest.mark.parametrize(
    ("line", "doers", "quote"),
    [
        ("5 in 4h, verder ik (decaan)", ["doer.decaan", "doer.mentor"], "de mentor in 4h, verder ik (decaan)"),
        ("5 in klas 3, 4 in klas 4", ["doer.decaan", "doer.mentor"], "de mentor in klas 3, de decaan in klas 4"),
        ("5 in 4h, in de rest niemand", ["doer.mentor"], "de mentor in 4h, in de rest niemand"),
    ],
)
def test_each_clause_says_who_does_a_part(line: str, doers: list[str], quote: str, talk: Begin) -> None:
    one = talk("short").go(until=LESSONS)
    one.type(line)
    assert sorted(one.state.value(LESSONS)) == doers
    assert quote_of(one, LESSONS) == quote


# Days.


@pytest.mark.parametrize(
    ("line", "told_back"),
    [("ergens in feb", "in februari 2027"), ("half juni", "half juni 2027"), ("eind mei", "eind mei 2027")],
)
def test_a_look_back_is_told_as_exactly_as_it_was_said(line: str, told_back: str, talk: Begin) -> None:
    one = talk("short").go(until=LOOK_BACK, plan__actions=["act.talk"], plan__when__act__talk="2027-01-11")
    turn = one.type(line)
    while one.conversation.ask and one.ask.id == understood(LOOK_BACK):
        turn = one.type("ja")
    ends = " ".join(one.text for one in turn.says if not isinstance(one, Problem))
    assert f"Je kijkt {told_back} terug op dit plan." in ends
    assert f"We kijken {told_back} terug op wat dit bracht." in written(one)


@pytest.mark.parametrize("line", ["Nee, ik zei januari.", "nee, januari", "nee liever half januari"])
def test_another_day_behind_a_no_needs_no_second_yes(line: str, talk: Begin) -> None:
    when = plan("when", "act.talk")
    one = talk("short").go(until=when, plan__actions=["act.talk"])
    one.type("misschien nog op vrijdag 18 december, denk ik")
    assert one.ask.id == understood(when)
    turn = one.type(line)
    assert str(one.state.value(when)).startswith("2027-01")
    assert any("januari 2027" in said.text for said in turn.says if not isinstance(said, Problem))


def test_of_two_days_the_one_that_one_settles_for_is_heard(talk: Begin) -> None:
    when = plan("when", "act.talk")
    one = talk("short").go(until=when, plan__actions=["act.talk"])
    one.type("Liefst voor de kerstvakantie, maar dat hangt van de rector af. Laten we januari zeggen.")
    if one.ask.id == understood(when):
        one.type("ja")
    assert one.state.value(when) == "2027-01-04"


# Papers.


def test_a_dry_word_beside_an_answer_takes_nothing_back(talk: Begin) -> None:
    one = talk("short").go(until=OF_PARENTS)
    one.type("1, al is het antwoord op de vraag wie ze konden bellen altijd: mij.")
    view = one.conversation.view
    assert not takes_back(view, view.base.component(11))
    one = talk("short").go(until=OF_PARENTS)
    one.type("1, al is het niet altijd zo gegaan.")
    view = one.conversation.view
    assert takes_back(view, view.base.component(11))


def test_what_one_wants_off_paper_is_not_offered(talk: Begin) -> None:
    one = talk("short").go(until=plan("who", "act.talk"), plan__actions=["act.talk"])
    one.type("Ik, samen met haar. Maar ik moet het Sanne eerst vragen, en haar naam liever niet op papier.")
    one.go(until=MAY_SHOW)
    assert not any("Sanne" in words for words in to_show(one.conversation.view).values())


def test_a_number_stands_without_what_was_said_behind_it(talk: Begin) -> None:
    now = counted_now("act.talk")
    one = talk("short").go(until=now, plan__actions=["act.talk"])
    one.type("Nul. Zo'n gesprek is er nog nooit geweest.")
    one.go()
    text = written(one)
    assert "‘Nul’" in text
    assert "nog nooit geweest" not in text
    assert "nog nooit geweest" in written(one, "me")


def test_who_only_misses_something_recognises_the_picture(talk: Begin) -> None:
    one = talk("short").go(until=PICTURE)
    one.type("ja idd, alleen dossier mis ik nog. dat is een lege huls, niemand kijkt ernaar")
    assert one.state.value(PICTURE) == "picture.yes"
    one.go(until=MAY_SHOW)
    assert "dossier" in to_show(one.conversation.view)[PICTURE]


# The plan.


def test_nothing_more_in_the_plan_ends_the_list(talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    one.type("half uurtje in het mentorenoverleg in januari: hoe voer je zo'n gesprek, met de mentoren")
    assert one.ask.id == understood(ACTIONS)
    one.type("ja maar alleen die, verder niks in het plan")
    assert one.state.value(OWN_ACTIONS)
    assert one.ask.id not in (ACTIONS, OWN_ACTIONS)


@pytest.mark.parametrize(("asked_for", "is_first"), [("iets van scholing op papier", True), ("meer aandacht", False)])
def test_who_is_asked_for_training_is_offered_it_first(asked_for: str, is_first: bool, talk: Begin) -> None:
    one = talk("short").go(until=ASSIGNMENT)
    one.type(f"De conrector wil {asked_for}")
    one.go(until=ACTIONS, ambition__school="ambition.m3")
    of_themes = [option.id for option in one.ask.options if option.id.startswith("act.m3.")]
    assert (of_themes[0] == "act.m3.support") is is_first


@pytest.mark.parametrize("line", ["5: een half uur in het mentorenoverleg in januari, met de mentoren van 4h en 5h",
                                  "5. gesprek met Sanne in haar les, in februari"])  # fmt: skip
def test_an_own_action_behind_its_number_is_one_action(line: str, talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    number = next(nth for nth, option in enumerate(one.ask.options, 1) if option.id == OWN)
    one.type(line.replace("5", str(number), 1))
    assert own_lines(one.state.value(OWN_ACTIONS)) == [line[3:]]
    assert one.state.value(ACTIONS) == [OWN]


# At the end, and on the way there.


def test_who_misses_something_and_goes_on_goes_on(talk: Begin) -> None:
    one = talk("short").go(until=GO_ON)
    turn = one.type("ja verder, maar ik mis nog: vwo doet niks tot jaar 5")
    assert one.state.value(GO_ON) is True
    assert next(said.id for said in turn.says if not isinstance(said, Problem)) == "heard.words"
    one.go(until=MAY_SHOW)
    assert "vwo" in to_show(one.conversation.view)[GO_ON]


def test_what_a_correction_tells_besides_is_kept(talk: Begin) -> None:
    one = talk("short").go(until=OF_CLASS)
    one.answer({"choice": "c06.m2", "quote": "mentoren doen een gesprek in 5h, in 4h niet"})
    one.type("nee wacht, andersom: in 4h wel een gesprek, in 5h niet. vwo niks tot jaar 5")
    assert quote_of(one) == "mentoren doen een gesprek in 4h, in 5h niet; vwo niks tot jaar 5"


def test_what_is_told_beside_passing_by_is_kept_without_that(talk: Begin) -> None:
    one = talk("short").go(until=OF_CLASS)
    one.type("ff overslaan. wel belangrijk: dossier is een lege huls, kijkt niemand naar")
    assert [note.text for note in one.state.notes] == ["Wel belangrijk: dossier is een lege huls, kijkt niemand naar"]


def test_who_asks_for_the_picture_with_the_last_answer_comes_to_it(talk: Begin) -> None:
    one = talk("short").go(until=PICTURE)
    one.move("jump", to=OF_CLASS)
    one.type("2. naar het beeld")
    assert one.state.concluded != "end"
    assert one.ask.id == PICTURE


@pytest.mark.parametrize(
    "line",
    [
        "nee wacht, mijn plan moet er nog in: een half uur in het mentorenoverleg in januari",
        "en mn plan? staat er niet bij. ga naar plan",
    ],
)
def test_a_plan_after_the_end_is_asked_all_that_papers_tell(line: str, talk: Begin) -> None:
    one = talk("short").go(until=GO_ON)
    one.move("conclude")
    assert one.conversation.ask is None
    one.type(line)
    if one.ask.id == understood(ACTIONS):
        one.type("ja")
    if not one.state.value(OWN_ACTIONS):
        one.answer([OWN])
        one.type("een half uur in het mentorenoverleg in januari")
    one.go(until=MAY_SHOW)
    one.answer(["show.all"])
    one.go()
    assert "een half uur in het mentorenoverleg" in written(one).lower()


def test_what_may_stand_in_papers_after_all_is_asked_at_the_end(talk: Begin) -> None:
    one = talk("short").go(until=OF_CLASS)
    one.type("de leiding geeft er geen uren voor, zo gaat dat hier al jaren")
    one.go()
    one.type("voor het stuk: dat van de uren mag erin")
    assert one.ask.id == MAY_SHOW


def test_an_option_is_added_behind_others(talk: Begin) -> None:
    one = talk("short").go(until=OF_SEEN)
    ids = [option.id for option in one.ask.options]
    one.type("1 en 3. en 2 idd ook, maar die 2 docenten niet in het stuk")
    assert sorted(one.state.value(OF_SEEN)) == sorted(ids[:3])


@pytest.mark.parametrize("line", ["grote havo/vwo, naam laat ik weg. heb 10 min voor mn les begint", "De Wilgen"])
def test_who_has_no_time_is_not_asked_how_much_there_is(line: str, talk: Begin) -> None:
    one = talk("").go(until=SCHOOL_NAME)
    one.type(line)
    one.type("6. maar heb dus maar 10 min" if line == "De Wilgen" else "6")
    assert one.state.value(FORM) == "form.short"


def test_what_was_told_beside_no_answer_is_mended_too(talk: Begin) -> None:
    one = talk("short").go(until=OF_CLASS)
    one.type("mentoren doen een gesprek in 5h, in 4h niet")
    one.type("geen van deze")
    one.type("nee wacht, andersom: in 4h wel, in 5h niet")
    one.go(until=MAY_SHOW)
    told = [words for words in to_show(one.conversation.view).values() if "5h" in words]
    assert told == ["Mentoren doen een gesprek in 4h, in 5h niet"]


def test_what_was_heard_beside_words_stays_beside_them_when_these_are_mended(talk: Begin) -> None:
    one = talk("short", hear=hears_any).go(until=OF_CLASS)
    one.type("de mentoren hielden een gesprek in 5h, in 4h niet")
    before = one.state.answers[OF_CLASS]
    assert before.heard
    one.type("nee wacht, andersom: in 4h wel, in 5h niet")
    after = one.state.answers[OF_CLASS]
    assert (after.heard, after.quote) == (before.heard, "de mentoren hielden een gesprek in 4h, in 5h niet")


def test_words_that_wait_for_an_answer_are_put_right_themselves(talk: Begin) -> None:
    one = talk("short").go(until=OF_CLASS)
    one.type("mentoren doen een gesprek in 5h, in 4h niet")
    assert one.ask.id == OF_CLASS  # which answer fits?
    one.type("nee wacht, andersom: in 4h wel, in 5h niet. vwo niks tot jaar 5")
    assert quote_of(one) == "mentoren doen een gesprek in 4h, in 5h niet; vwo niks tot jaar 5"
    assert not any(note.ask == "c01.situation" for note in one.state.notes)
