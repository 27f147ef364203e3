"""Own words stand: a reservation, what fits nothing, what there is not; and nobody is asked a third time."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from lobgids.dialogue.conversation import Turn
from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.dialogue.spoken import feelings
from lobgids.log.events import Header
from lobgids.log.state import Proposal
from lobgids.school.sayings import in_own_words, is_corrected, what_is_told
from lobgids.school.strengths import what_works
from tests.conftest import Talk, sensible

Begin = Callable[..., Talk]
LEVEL = "De mentor zegt alleen op basis van de cijfers of het niveau kan, de leerling kiest zelf het profiel"


class Heard(NamedTuple):
    kind: Any
    descriptions: tuple[str, ...] = ()
    scores: tuple[tuple[str, float], ...] = ()


def made_up(component: str, text: str) -> Heard:
    """Hear model 2 in 'mentor', model 1 in 'ouderavond', and else nothing."""
    found = tuple(f"{component}.{model}" for model, word in (("m2", "mentor"), ("m1", "ouderavond")) if word in text)
    return Heard("one", found) if len(found) == 1 else Heard("nothing")


@pytest.fixture
def begin(content_in: Callable[[str], LocalizedContent]) -> Begin:
    """Begin a conversation that hears by a made-up ear."""

    def begun(language: str = "nl", form: Any = "short") -> Talk:
        header = Header(
            lobgids=1, id="made-up", created="2026-11-23T12:00:00Z", track="decaan", seed="5eed", marks_turns=True,
            knowledge_base="lobgids-vo", knowledge_base_version="1", form=form, language=language,
        )  # fmt: skip
        return Talk(lambda code: content_in(code)._replace(hear=made_up), header)

    return begun


def said(turn: Turn) -> dict[str, str]:
    return {say.id: say.text for say in turn.says}


def told_at(one: Talk, until: str) -> str:
    """All that is said on the way to an ask."""
    lines: list[str] = []
    while one.ask.id != until:
        turn = one.answer(sensible(one.ask))
        lines += [say.text for say in turn.says]
    return "\n".join(lines)


# A yes with a reservation.


@pytest.mark.parametrize(
    "words",
    [
        "Bijna, maar interesse telt daar niet in mee, alleen de cijfers. De rest klopt wel.",
        "Grotendeels ja, alleen dat van interesse niet",
        "nee half, dat van interesse is niet zo",
        "ja, maar interesse telt niet mee",
    ],
)
def test_a_yes_in_part_is_an_answer_and_comes_back_in_the_words_it_was_told_in(begin: Begin, words: str) -> None:
    one = begin().go(until="c08.situation")
    one.type(LEVEL)
    assert isinstance(one.state.proposed, Proposal)
    turn = one.type(words)
    assert one.state.value("c08.situation") == "c08.m2"
    assert "heard.corrected" in said(turn)
    view = one.conversation.view
    assert LEVEL in in_own_words(view, view.base.component(8))
    one.go(until="school.seen")
    option = next(option.text for option in one.ask.options if option.id == "c08")
    assert "interesse" in option
    assert "ook op grond van interesse" not in option


def test_what_was_taken_back_is_no_strength_and_not_told_as_if_it_were_so(begin: Begin) -> None:
    one = begin().go(until="c08.situation")
    one.type(LEVEL)
    one.type("Bijna, maar interesse telt daar niet in mee")
    told = told_at(one, "picture.go_on")
    assert "ook op grond van interesse" not in told
    assert "c08.m2" not in [description.id for description in what_works(one.conversation.view)]


def test_it_is_not_said_twice_in_the_same_words_that_own_words_stand(begin: Begin) -> None:
    one = begin().go(until="c08.situation")
    one.type(LEVEL)
    first = said(one.type("bijna, maar niet helemaal"))["heard.corrected"]
    one.go(until="c02.situation")  # of an earlier number, and asked later
    one.type("de mentor")
    assert said(one.type("bijna, maar niet helemaal"))["heard.corrected"] != first


def test_what_was_told_in_words_is_told_back_in_these(begin: Begin) -> None:
    one = begin().go(until="c08.situation")
    one.type(LEVEL)
    turn = one.type("ja")
    view = one.conversation.view
    assert in_own_words(view, view.base.component(8)) == LEVEL
    assert not is_corrected(view, view.base.component(8))
    assert "heard.corrected" not in said(turn)


def test_what_no_word_denies_in_a_no_is_closest_all_the_same(begin: Begin) -> None:
    one = begin().go(until="c11.situation")
    one.type("ouders komen bij de mentor voor een gesprek")
    one.type("Nee, thuisopdrachten doen wij niet. Het is een gesprek op school met de mentor en leerling")
    assert one.state.value("c11.situation") == "c11.m2"
    assert is_corrected(one.conversation.view, one.conversation.view.base.component(11))


def test_words_beside_a_chosen_number_do_not_take_the_place_of_the_description(begin: Begin) -> None:
    one = begin().go(until="c08.situation")
    one.type("1, maar bij de havo gaat het anders")
    view = one.conversation.view
    assert in_own_words(view, view.base.component(8)) == ""


# What fits nothing.


def test_nobody_is_asked_a_third_time(begin: Begin) -> None:
    one = begin().go(until="c02.situation")
    first, second = "dat was een heel gedoe met de verbouwing", "de aannemer was steeds te laat, en het lekte"
    one.type(first)
    assert one.ask.id == "c02.situation"
    turn = one.type(second)
    assert one.ask.id != "c02.situation"
    assert "skip.with_words" in said(turn)
    assert [note.text for note in one.state.notes] == [first, second]
    assert second.capitalize() in told_at(one, "picture.go_on")


def test_two_refusals_leave_it_open_in_the_words_it_was_told_in(begin: Begin) -> None:
    one = begin().go(until="c08.situation")
    one.type(LEVEL)
    one.type("nee")
    assert one.ask.id == "c08.situation"
    one.type(LEVEL)
    turn = one.type("nee, dat is het niet")
    assert one.ask.id != "c08.situation"
    assert [name for name in said(turn) if name.startswith(("heard.other", "skip"))] == ["skip.with_words"]


def test_who_comes_back_to_a_question_may_tell_it_again(begin: Begin) -> None:
    one = begin().go(until="c02.situation")
    for words in ("dat was een heel gedoe met de verbouwing", "de aannemer was steeds te laat, en het lekte"):
        one.type(words)
    one.move("edit", to="c02.situation")
    one.type("het dak lekte ook nog")
    assert one.ask.id == "c02.situation"


# What there is not.


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "niemand leert hier iets over LOB, dat gebeurt gewoon niet"), ("nl", "dat hebben we niet"),
        ("nl", "nog nooit gedaan"),
        ("nl", "Dat gebeurt bij ons eigenlijk niet. Ik ging zelf een keer ergens heen, dat wel"),
        ("en", "nobody learns anything new here"), ("en", "we don't have that"),
    ],
)  # fmt: skip
def test_that_there_is_no_such_thing_is_an_answer(begin: Begin, language: str, words: str) -> None:
    one = begin(language).go(until="c10.situation")
    turn = one.type(words)
    assert one.state.value("c10.situation") == "c10.absent"
    assert "heard.not_here" in said(turn)


def test_what_there_is_not_is_told_and_not_to_be_found_out(begin: Begin) -> None:
    one = begin().go(until="c10.situation")
    one.answer("c10.absent")
    view = one.conversation.view
    assert view.is_absent(view.base.component(10))
    states = {each.number: each for pillar in one.conversation.overview().pillars for each in pillar.components}
    assert (states[10].state, states[10].in_words) == ("absent", "gebeurt niet")
    told = told_at(one, "picture.go_on")
    assert view.base.component(10).absent in told
    assert "c10.situation" not in [item.ask for item in one.conversation.view.conclusions.find_out]


def test_that_there_is_no_such_thing_says_nothing_of_a_model(begin: Begin) -> None:
    absent, unknown = (begin().go(until="c10.situation") for _ in range(2))
    absent.answer("c10.absent")
    unknown.move("skip")
    first, second = (one.conversation.view.log_likelihoods for one in (absent, unknown))
    assert first == second


def test_who_tells_what_there_is_beside_it_is_heard_by_that(begin: Begin) -> None:
    one = begin().go(until="c11.situation")
    one.type("Gewoon één ouderavond met alle informatie op papier. Ouders die over hun werk vertellen hebben we niet")
    assert isinstance(one.state.proposed, Proposal)
    assert one.state.proposed.choices == ("c11.m1",)


# What is said to the guide.


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Nee! Dat is precies wat ik zei dat we NIET hebben. Alleen de avond", "Alleen de avond"),
        (
            "per leerjaar, zoals ik al zei: onderbouw bij de vakken",
            "Per leerjaar, zoals ik al zei: onderbouw bij de vakken",
        ),
        ("het verschilt per jaar, dat zei ik net al.", "Het verschilt per jaar."),
        ("Zoals ik al zei, elk jaar train ik de mentoren.", "Elk jaar train ik de mentoren."),
        ("Dat is een soort vertrouwen, zeg ik dan maar, maar het voelt als geschoven.",) * 2,
        ("Two years ago I asked, the head said 'lovely, Karen, go ahead', and I made it on my own.",) * 2,
        ("The head said: ‘Yes. I agree. Go ahead.’ So I did it.",) * 2,
        ("Ik zei tegen de rector dat het zo niet kan.",) * 2,
        ("Dat doe ik 's avonds. Ik zeg dan altijd: we leren ze kiezen. 't Is de mentor.",) * 2,
        ("Dat klopt alle drie niet echt. Ze komen bij mij.", "Ze komen bij mij."),
        ("De mentor doet het. De rest is goed.", "De mentor doet het."),
        ("Nee, oefenen heb ik niet gezegd. Het ging erom dat ze kiezen", "Het ging erom dat ze kiezen"),
        ("het team kijkt naar cijfers", "Het team kijkt naar cijfers"),
        ("dat heb ik nu twee keer gezegd", ""),
    ],
)
def test_what_is_only_said_to_the_guide_is_not_told_as_content(begin: Begin, words: str, told: str) -> None:
    assert what_is_told(begin().conversation.view.base, words) == told


# What is asked for beside an answer.


def test_who_goes_to_the_picture_with_an_answer_need_not_confirm_it(begin: Begin) -> None:
    one = begin().go(until="c05.situation")
    one.type("de mentor vertelt over opleidingen, naar het beeld")
    assert one.state.value("c05.situation") == "c05.m2"
    assert one.ask.chapter == "picture"


@pytest.mark.parametrize("words", ["sla over zei ik", "sla over, zei ik toch"])
def test_a_request_with_talk_around_it_is_done(begin: Begin, words: str) -> None:
    one = begin().go(until="welcome.school")
    one.type(words)
    assert one.ask.id == "welcome.part"


@pytest.mark.parametrize(
    "words",
    ["nu ff naar het beeld, ik moet zo weg", "ga maar naar het beeld, geen tijd meer", "ja. ff naar het beeld nu"],
)
def test_the_picture_is_shown_to_who_asks_for_it_in_passing(begin: Begin, words: str) -> None:
    one = begin().go(until="c05.situation")
    one.type(words)
    assert one.ask.chapter == "picture"


def test_a_yes_beside_a_question_to_the_guide_is_a_yes(begin: Begin) -> None:
    one = begin().go(until="c08.situation")
    one.type(LEVEL)
    turn = one.type("ja, doe ik het zo goed?")
    assert one.state.value("c08.situation") == "c08.m2"
    assert "saying.aside.doing_well" in said(turn)


def test_whether_it_was_heard_is_answered_with_the_words(begin: Begin) -> None:
    one = begin().go(until="c08.situation")
    one.type(LEVEL)
    one.type("ja")
    turn = one.type("wacht even, heb je dat van de mentor nou gehoord?")
    assert LEVEL in said(turn)["heard.last"]


# Only part of it is known, or is so.


def test_what_one_does_know_is_kept_beside_what_one_does_not(begin: Begin) -> None:
    one = begin().go(until="c02.situation")
    turn = one.type("Joost liep rond met een boekje van mijn voorganger, van de andere klassen weet ik het niet")
    assert next(iter(said(turn))) == "heard.some"
    assert "boekje van mijn voorganger" in told_at(one, "picture.go_on")


def test_one_of_several_is_the_answer_where_no_two_fit(begin: Begin) -> None:
    one = begin().go(until="c06.situation")
    one.answer("c06.between")
    chosen = one.ask.options[1].id
    one.type("alleen 2")
    assert one.state.value("c06.situation") == chosen


def test_which_of_them_is_asked_once_of_who_told_it(begin: Begin) -> None:
    one = begin().go(until="c06.situation")
    one.type("4, in de onderbouw zit het bij de vakken en daarna is het vrij")
    turn = one.type("geen van die twee past echt bij ons verhaal hier")
    assert one.ask.id not in ("c06.between", "c06.situation")
    assert "skip.with_words" in said(turn)


@pytest.mark.parametrize(
    ("words", "is_felt"),
    [("ik sta er helemaal alleen voor", True), ("ik doe het niet in mijn eentje, wij zijn met zijn drieën", False),
     ("alsof ik alles in mijn eentje doe", False), ("er staat niet bij dat het eenzaam is", True)],
)  # fmt: skip
def test_what_is_denied_is_not_felt(begin: Begin, words: str, is_felt: bool) -> None:
    base = begin().conversation.view.base
    assert ("alone" in feelings(base, words)) == is_felt


@pytest.mark.parametrize("words", ["nou, sla de rest maar over dan", "huh. overslaan", "sla over"])
def test_to_pass_by_the_list_is_no_action(begin: Begin, words: str) -> None:
    one = begin().go(until="plan.actions")
    one.type(words)
    assert one.state.value("plan.own") is None
    assert one.ask.id != "plan.actions"


def test_a_no_right_after_a_day_takes_another_day(begin: Begin) -> None:
    one = begin().go(until="plan.actions")
    action = one.ask.options[1].id
    one.answer([action])
    one.go(until=f"plan.when.{action}")
    one.type("eind januari")
    one.type("nee, 10 februari")
    one.type("ja")
    assert one.state.value(f"plan.when.{action}") == "2027-02-10"


def test_words_at_the_end_are_kept(begin: Begin) -> None:
    one = begin().go()
    turn = one.type("Joris van 3 havo doet ook mee in dat gesprek")
    assert "note.after" in said(turn)
    assert one.state.notes[-1].text == "Joris van 3 havo doet ook mee in dat gesprek"


def test_that_nobody_helps_leaves_it_open(begin: Begin) -> None:
    one = begin(form="full").go(until="plan.actions")
    action = one.ask.options[1].id
    one.answer([action])
    one.go(until=f"plan.helps.{action}")
    one.type("Nee nee, ik zei dat er niks meer bij hoeft. Niemand helpt, ik schrijf het zelf.")
    assert one.ask.id != f"plan.helps.{action}"


@pytest.mark.parametrize(
    "words",
    ["dat laatste zinnetje hoeft er niet in, de rest mag wel", "doe dan maar nee, dat is me te kort door de bocht"],
)
def test_what_may_stand_only_in_part_stays_with_the_one_who_said_it(begin: Begin, words: str) -> None:
    one = begin().go(until="assignment.quote")
    turn = one.type(words)
    assert one.state.value("assignment.quote") is False
    assert "assignment.stays" in said(turn)


def test_what_is_said_beside_a_yes_is_shown_as_what_one_said(begin: Begin) -> None:
    one = begin().go(until="c08.situation")
    one.type(LEVEL)
    assert "‘bijna, maar interesse telt niet mee’" in one.type("bijna, maar interesse telt niet mee").heard
