"""What somebody types at the picture, the wish and the plan is taken as it was meant, in whatever half sentence."""

from collections.abc import Callable

import pytest

from lobgids.advice.own import OWN, own_lines
from lobgids.advice.shown import to_show
from lobgids.dialogue.chapters.picture import NO, PARTLY
from lobgids.dialogue.protocol import Problem
from lobgids.log.ask_ids import (
    ACTIONS,
    ALSO,
    ASSIGNMENT,
    GO_ON,
    MAY_SHOW,
    OTHERWISE,
    OWN_ACTIONS,
    PICTURE,
    WHO,
    plan,
    situation,
    understood,
)
from tests.conftest import Talk
from tests.fakes.ears import hears_any
from tests.test_papers import written

Begin = Callable[..., Talk]

TALK = "act.talk"
AMBITION = "ambition.school"


# The plan.


@pytest.mark.parametrize(
    "line",
    [
        "training gespreksvoering met videofeedback, op onze eigen school, met twee mentoren die er goed in zijn",
        "iets met Sanne. klein. februari",
    ],
)
def test_what_says_how_or_with_whom_is_no_action_by_itself(line: str, talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    one.type(line)
    if one.ask.id == understood(ACTIONS):
        one.type("ja")
    assert own_lines(one.state.value(OWN_ACTIONS)) == [line]


def test_what_is_not_wanted_is_no_part_of_the_action(talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    one.type("geen gesprek met de leiding, wel iets kleins met de mentoren van 4h")
    if one.ask.id == understood(ACTIONS):
        one.type("ja")
    assert own_lines(one.state.value(OWN_ACTIONS)) == ["iets kleins met de mentoren van 4h"]


def test_nothing_new_is_no_action(talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    one.type("niks nieuws, ik heb het druk genoeg")
    assert (one.state.value(ACTIONS), one.state.value(OWN_ACTIONS)) == (["act.none"], None)


def test_what_comes_after_by_number_is_chosen(talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    one.type("1, met de mentoren, en daarna 2")
    if one.ask.id == understood(ACTIONS):
        one.type("ja")
    assert one.state.value(ACTIONS) == ["act.find_out", TALK]


@pytest.mark.parametrize(
    ("line", "role"),
    [("ikke", "decaan"), ("mark", "deputy"), ("de rector moet dat doen, ik schuif aan", "leadership")],
)
def test_who_begins_is_known_by_a_small_name_or_word(line: str, role: str, talk: Begin) -> None:
    one = talk("short").go(until=ASSIGNMENT)
    one.type("mark (conrector) wil iets van scholing op papier")
    one.go(until=plan("who", TALK), plan__actions=[TALK])
    one.type(line)
    assert one.state.value(plan("who", TALK)) == role


@pytest.mark.parametrize(
    ("line", "who"), [("mark, want die wil het op papier", "who.deputy"), ("mezelf", "who.decaan")]
)
def test_whom_to_see_first_is_known_by_a_small_name_or_word(line: str, who: str, talk: Begin) -> None:
    one = talk("short").go(until=ASSIGNMENT)
    one.type("mark (conrector) wil iets van scholing op papier")
    one.go(until=WHO)
    one.type(line)
    assert one.state.value(WHO) == who


def test_a_word_before_a_role_is_nobodys_name(talk: Begin) -> None:
    one = talk("short").go(until=ASSIGNMENT)
    one.type("ze willen dat ik met de mentoren iets doe")
    one.go(until=WHO)
    one.type("doe maar met wie er tijd heeft")
    assert one.state.value(WHO) is None


@pytest.mark.parametrize(("line", "day"), [("ergens in het voorjaar", "2027-03-01"), ("in het najaar", "2027-09-06")])
def test_the_first_day_of_a_season_is_asked_first(line: str, day: str, talk: Begin) -> None:
    when = plan("when", TALK)
    one = talk("short").go(until=when, plan__actions=[TALK])
    one.type(line)
    assert one.ask.id == understood(when)
    one.type("ja")
    assert one.state.value(when) == day


# The picture and the wish.


@pytest.mark.parametrize(
    ("line", "value", "otherwise"),
    [
        ("dat ik het alleen doe staat er niet in", PARTLY, True),
        ("Nou nee, dat van die mentoren klopt niet, die doen niks", PARTLY, True),
        ("mwah", PARTLY, False),
        ("Nee. Wij zijn geen activerende school.", NO, True),
    ],
)
def test_how_far_one_recognises_the_picture(line: str, value: str, otherwise: bool, talk: Begin) -> None:
    one = talk("short").go(until=PICTURE)
    one.type(line)
    assert one.state.value(PICTURE) == value
    assert (one.state.value(OTHERWISE) is not None) is otherwise


@pytest.mark.parametrize("line", ["eerst uitzoeken wat er is", "ik wil eerst vragen wat de mentoren doen"])
def test_who_wants_to_find_out_first_wishes_nothing_yet(line: str, talk: Begin) -> None:
    one = talk("short").go(until=AMBITION)
    one.type(line)
    assert one.state.answers[AMBITION].skipped
    assert [note.text for note in one.state.notes if note.ask == AMBITION] == [line]


def test_that_nothing_new_ever_begins_is_an_answer(talk: Begin) -> None:
    one = talk("short").go(until="c02.situation")
    one.type("er begint hier nooit iets nieuws")
    component = one.conversation.view.base.component(2)
    assert one.state.value(situation(component)) == "c02.absent"


def test_an_own_action_keeps_the_option_for_one(talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    number = next(nth for nth, option in enumerate(one.ask.options, 1) if option.id == OWN)
    one.type(f"{number}, samen met Joost een les voorbereiden")
    assert own_lines(one.state.value(OWN_ACTIONS)) == ["samen met Joost een les voorbereiden"]


# Who does what.


@pytest.mark.parametrize(
    ("line", "doers"),
    [
        ("ik doe alles zelf", ["doer.decaan"]),
        ("5, en ik een beetje", ["doer.decaan", "doer.mentor"]),
        ("Fatima en ik", ["doer.decaan", "doer.team_leader"]),
    ],
)
def test_who_does_it_is_heard_beside_oneself(line: str, doers: list[str], talk: Begin) -> None:
    one = talk("short").go(until=ASSIGNMENT)
    one.type("de teamleider, Fatima, vroeg mij een voorstel te maken")
    one.go(until="theme.lessons")
    one.type(line)
    if one.ask.id == understood("theme.lessons"):
        one.type("ja")
    assert sorted(one.state.value("theme.lessons")) == doers


def test_that_nobody_seeks_help_does_not_say_that_nobody_helps(talk: Begin) -> None:
    one = talk("short").go(until="theme.support")
    one.type("niemand zoekt hulp")
    assert one.state.answers["theme.support"].skipped


def test_who_does_not_know_what_was_asked_is_not_asked_to_quote_that(talk: Begin) -> None:
    one = talk("short").go(until=ASSIGNMENT)
    one.type("weet niet precies")
    assert one.ask.id == "c01.situation"


# A situation.


def test_a_number_that_is_taken_back_in_the_same_line_is_not_chosen(talk: Begin) -> None:
    one = talk("short").go(until="c11.situation")
    ids = [option.id for option in one.ask.options]
    one.type("3. nee wacht 1, ik bedoel die avond")
    assert one.state.value("c11.situation") == ids[0]


def test_who_was_not_there_does_not_say_that_it_never_happens(talk: Begin) -> None:
    one = talk("short").go(until="c08.situation")
    one.type("Ik was er niet bij. Ik krijg een lijst als het klaar is.")
    assert one.state.value("c08.situation") is None
    assert any("lijst" in note.text for note in one.state.notes)


def test_words_that_were_said_behind_a_number_stand_without_it(talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    one.type("1, de mentoren vragen wat ze doen. en met Joost een gesprek na de stage, in februari")
    one.type("ja")
    assert one.state.answers[ACTIONS].quote.startswith("de mentoren vragen")


def test_what_is_wrong_is_found_by_its_words_before_the_rest_is_right(talk: Begin) -> None:
    one = talk("short", hear=hears_any).go(until="c10.situation")
    one.type("Ik heb zelf een congres bezocht. Dat was een verloren dag.")
    one.go(until="c12.situation")
    one.type("Universiteiten sturen folders, leerlingen gaan naar de open dagen.")
    while one.ask.id != "school.placed":
        one.move("skip")
    one.type("Dat van het congres is geen cursus die ergens bij paste. De rest klopt.")
    assert one.ask.id == "c10.situation"


def test_an_article_is_nobodys_name(talk: Begin) -> None:
    one = talk("short").go(until=ASSIGNMENT)
    one.type("De schoolleiding wil iets met LOB")
    one.go(until="theme.lessons")
    one.type("De decaan, ik dus.")
    assert one.state.value("theme.lessons") == ["doer.decaan"]


def test_what_is_left_open_of_the_plan_at_its_end_is_not_asked(talk: Begin) -> None:
    one = talk("short").go(until=plan("whom", TALK), plan__actions=[TALK])
    one.type("klas 5, de rest kan open blijven")
    assert one.state.value(plan("whom", TALK)) == "klas 5"
    assert not one.ask.id.startswith("plan.")


def test_who_told_too_little_for_a_picture_says_what_goes_well(talk: Begin) -> None:
    one = talk("short").go(until="c01.situation")
    one.type("1")
    while one.ask.id != ALSO:
        one.move("skip")
    turn = one.type("dat gesprek in 4h")
    said = [sentence.id for sentence in turn.says if not isinstance(sentence, Problem)]
    assert "picture.few" in said
    assert one.ask.id == GO_ON


@pytest.mark.parametrize(("line", "is_offered"), [("ja graag, kom maar op", False), ("ja, maar ik mis de stage", True)])
def test_what_is_only_said_to_the_guide_is_not_offered(line: str, is_offered: bool, talk: Begin) -> None:
    one = talk("short").go(until=GO_ON)
    one.type(line)
    one.go(until="plan.actions")
    assert (GO_ON in to_show(one.conversation.view)) is is_offered


def test_who_does_it_together_begins_oneself_and_the_condition_stands_on_the_sheet(talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    one.answer([OWN])
    one.type("In februari met die jonge mentor één les over kiezen doen")
    one.go(until=plan("who", f"{OWN}.1"))
    one.type("Wij samen, de mentor en ik. Als zij het wil, ik moet het haar nog vragen.")
    assert one.state.value(plan("who", f"{OWN}.1")) == "decaan"
    assert one.state.value(plan("helps", f"{OWN}.1")) == ["mentor"]
    one.go(until=MAY_SHOW)
    one.answer(["show.all"])
    one.go()
    assert "Als zij het wil, ik moet het haar nog vragen" in written(one, "talk")


def test_words_beside_that_one_does_not_know_are_kept(talk: Begin) -> None:
    one = talk("short").go(until="c12.situation")
    unknown = next(nth for nth, option in enumerate(one.ask.options, 1) if option.id.endswith("unknown"))
    one.type(f"{unknown}, de stages worden volgens mij wel door iemand geregeld")
    assert one.state.answers["c12.situation"].skipped
    assert [note.text for note in one.state.notes] == ["de stages worden volgens mij wel door iemand geregeld"]


def test_the_first_sentence_is_let_in_by_its_place(talk: Begin) -> None:
    one = talk("short").go(until=ALSO)
    one.type("Dat alle docenten de leerlingen kennen, bij naam. Dat zie ik in uw antwoorden nergens staan.")
    assert one.ask.id == understood(ALSO)
    one.type("1, maar alleen de eerste zin. De tweede was voor u bedoeld.")
    assert one.state.value(ALSO) == "Dat alle docenten de leerlingen kennen, bij naam."


def test_one_thing_done_well_is_enough(talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    one.answer([OWN])
    one.type("Een avond met oud-leerlingen")
    if one.ask.id == ACTIONS:
        one.type("Meer hoeft er niet bij; één ding goed doen is genoeg.")
    assert one.ask.id not in (ACTIONS, understood(ACTIONS))
    assert own_lines(one.state.value(OWN_ACTIONS)) == ["Een avond met oud-leerlingen"]


def test_a_number_that_comes_closest_is_chosen(talk: Begin) -> None:
    one = talk("short").go(until="c10.situation")
    ids = [option.id for option in one.ask.options]
    one.type("ik heb ze een keer uitleg gegeven over het systeem, en verder niks gedaan met scholing")
    one.type("Dan komt 2 het dichtst in de buurt")
    assert one.state.value("c10.situation") == ids[1]
