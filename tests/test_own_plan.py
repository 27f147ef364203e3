"""One's own actions: what is no part of them, how one goes out of the plan again, and who may read them."""

from collections.abc import Callable

import pytest

from lobgids.advice.own import own_lines
from lobgids.advice.shown import shown
from lobgids.dialogue.ending import ending
from lobgids.log.ask_ids import ACTIONS, ALSO, MAY_SHOW, OWN_ACTIONS
from lobgids.school.sayings import in_own_words
from tests.conftest import Talk
from tests.fakes.turns import said
from tests.test_reports import everything, report

Begin = Callable[..., Talk]
JOOST, KARIN = "een keer met Joost meekijken in zijn mentoruur", "koffie drinken met Karin"


def lines(one: Talk) -> list[str]:
    return own_lines(one.state.value(OWN_ACTIONS))


@pytest.fixture
def two(talk: Begin) -> Talk:
    """A plan with two actions of one's own, of which one says who begins with the second."""
    one = talk("short").go(until=ACTIONS)
    one.type(f"{JOOST}; {KARIN}")
    one.move("skip")
    one.answer("decaan")
    one.go(until="plan.who.act.own.2")
    return one


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (f"Nou, wat ik net zei: {JOOST}", [JOOST]),
        (f"{JOOST}, dat wil ik", [JOOST]),
        (f"{JOOST}; want zonder hem lukt het niet", [JOOST]),
        (f"{JOOST}. Die stond er toch al in?", [JOOST]),
        (JOOST, [JOOST]),
    ],
)
def test_what_is_only_said_to_the_guide_is_no_part_of_an_action(talk: Begin, typed: str, kept: list[str]) -> None:
    one = talk("short").go(until=ACTIONS)
    one.type(typed)
    if one.ask.id != ACTIONS:
        one.type("ja")
    assert [line.casefold().rstrip(".") for line in lines(one)] == [line.casefold() for line in kept]


def test_an_action_typed_behind_its_number_is_not_asked_for_again(talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    own = [option.id for option in one.ask.options].index("act.own") + 1
    one.type(f"1 en {own}: {JOOST}")
    assert lines(one) == [JOOST]
    assert one.ask.id != OWN_ACTIONS


TOGETHER = "samen met Joost het oude boekje doornemen"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (f"{TOGETHER}. En 1, uitzoeken wat ik nog niet weet.", [TOGETHER]),
        (f"{TOGETHER}, en 1", [TOGETHER]),
        ("Met Joost zijn boekje doornemen. En 1.", ["Met Joost zijn boekje doornemen"]),
        ("1, samen met Joost", []),
        ("1 samen met Joost", []),
        ("1, met de mentoren vooral", []),
    ],
)
def test_what_one_would_do_with_somebody_is_ones_own_beside_a_number_and_a_remark_behind_it(
    talk: Begin, typed: str, kept: list[str]
) -> None:
    one = talk("short").go(until=ACTIONS)
    first = one.ask.options[0].id
    one.type(typed)
    if one.ask.id != "plan.who." + first:
        one.type("ja")
    assert one.state.value(ACTIONS) == [first]
    assert [line.casefold() for line in lines(one)] == [line.casefold() for line in kept]


@pytest.mark.parametrize(
    ("typed", "is_left"),
    [
        ("Dat is toch hetzelfde als daarnet, uitzoeken wat nog niet bekend is? Dat doe ik zelf.", False),
        ("Dat is toch hetzelfde?", False),
        ("Die staat er al in", False),
        ("Ik, hetzelfde als bij die andere", True),
        ("hetzelfde als net", True),
        ("ik zelf", True),
    ],
)
def test_an_action_of_ones_own_that_stands_there_already_goes_out(talk: Begin, typed: str, is_left: bool) -> None:
    one = talk("short").go(until=ACTIONS)
    one.type("Uitzoeken wat er bij Joost nog niet bekend is")
    one.answer(["act.find_out"])
    one.go(until="plan.who.act.own.1")
    one.type(typed)
    assert bool(lines(one)) is is_left


@pytest.mark.parametrize(
    "typed", ["dat is geen actie, haal die maar weg", "schrap die", "die moet weg", "remove that one"]
)
def test_the_action_that_is_asked_about_goes_out(two: Talk, typed: str) -> None:
    turn = two.type(typed)
    assert lines(two) == [JOOST]
    assert said(turn)[0] == "own.gone"
    assert "own.kept" not in said(turn)
    assert two.state.value("plan.who.act.own.1") == "decaan"


def test_the_action_that_is_named_goes_out_and_what_was_said_of_the_other_stays_with_it(two: Talk) -> None:
    two.answer("team_leader")
    before = two.state.copy()
    two.type(f"haal ‘{JOOST}’ er maar uit")
    assert lines(two) == [KARIN]
    assert two.state.value("plan.who.act.own.1") == "team_leader"
    assert "plan.who.act.own.2" not in two.state.answers
    assert two.ask.id == "plan.when.act.own.1"
    two.move("back")
    assert two.state == before


def test_who_does_it_together_with_somebody_is_not_left_out(two: Talk) -> None:
    two.type("Ik, samen met Joost")
    given = two.state.answers["plan.who.act.own.2"]
    assert (given.value, given.quote) == ("decaan", "samen met Joost")
    plan = {item.action: item.name for item in two.conversation.view.conclusions.plan}
    assert plan["act.own.2"] == ""


FIRST, SECOND = "act.own.1", "act.own.2"


@pytest.mark.parametrize(
    ("typed", "may"),
    [
        ("ja", {FIRST, SECOND}),
        ("alles", {FIRST, SECOND}),
        ("ja, dat mag allemaal", {FIRST, SECOND}),
        ("2", {FIRST}),
        ("alleen 3", {SECOND}),
        ("alles behalve 2", {SECOND}),
        ("ja, behalve 3", {FIRST}),
        ("nee", set()),
        ("niets", set()),
        ("nee, dat blijft bij mij", set()),
    ],
)
def test_each_line_that_makes_a_proposal_ones_own_is_shown_if_one_says_so(two: Talk, typed: str, may: set[str]) -> None:
    two.go(until=MAY_SHOW)
    turn = two.type(typed)
    assert shown(two.conversation.view) & {FIRST, SECOND} == may
    assert ("closing.kept_back" in said(turn)) is not bool(may)


def test_a_yes_is_for_the_words_that_were_shown(two: Talk) -> None:
    two.go(until=MAY_SHOW)
    two.answer(["show.all"])
    assert SECOND in shown(two.conversation.view)
    two.go()
    two.move("edit", to=OWN_ACTIONS)
    two.answer("iets heel anders, dat niemand mag lezen")
    two.answer(True)  # the edit is kept
    assert not shown(two.conversation.view)


@pytest.fixture
def agreed(talk: Begin) -> Talk:
    """A conversation at its end, with an action of one's own that may stand in papers."""
    one = talk("short").go(until=ACTIONS)
    one.type(JOOST)
    one.go(until=MAY_SHOW)
    one.answer(["show.all"])
    return one.go()


def test_it_is_asked_anew_what_may_stand_there_when_ones_own_actions_change(agreed: Talk) -> None:
    assert FIRST in shown(agreed.conversation.view)
    agreed.move("edit", to=OWN_ACTIONS)
    agreed.answer(f"{JOOST}\n{KARIN}")
    agreed.answer(True)
    assert not agreed.state.answers.get(MAY_SHOW)
    agreed.go(until=MAY_SHOW)
    assert {FIRST, SECOND} <= {option.id for option in agreed.ask.options}


def test_it_is_asked_anew_as_well_when_an_own_action_comes_with_another_choice(agreed: Talk) -> None:
    agreed.move("edit", to=ACTIONS)
    agreed.type(f"1 en {len(agreed.ask.options)}: {KARIN}")
    assert lines(agreed) == [JOOST, KARIN]
    assert not agreed.state.answers.get(MAY_SHOW)
    agreed.go(until=MAY_SHOW)


def test_only_words_for_the_choice_are_no_action(talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    one.type(JOOST)
    one.go()
    one.move("edit", to=ACTIONS)
    one.type(f"1 en {len(one.ask.options)}, iets anders typ ik")
    assert lines(one) == [JOOST]


def test_a_paper_with_a_line_that_may_stand_there_does_not_say_that_it_holds_no_own_words(agreed: Talk) -> None:
    notes = " ".join(report(agreed, "leadership").notes)
    assert "geen eigen woorden" not in notes
    assert "alleen in als de decaan dat wilde" in notes


def test_a_document_of_before_is_not_called_back(talk: Begin) -> None:
    one = talk("short", shows_sentences=False).go()
    earlier = [event for event in one.events if event.ask != MAY_SHOW]
    assert talk("short", events=earlier, shows_sentences=False).conversation.ask is None


@pytest.mark.parametrize(
    "typed", ["Dat lijkt dan het meest op 3", "dan eerder 3, die avond", "het lijkt nog het meest op 3"]
)
def test_a_number_that_it_is_most_like_is_chosen(talk: Begin, typed: str) -> None:
    one = talk("short").go(until="c01.situation")
    third = one.ask.options[2].id
    one.type(typed)
    assert one.state.value("c01.situation") == third


def test_a_wish_for_a_part_keeps_its_reservation(talk: Begin) -> None:
    one = talk("short").go(until="ambition.school")
    one.type("Ik wil dat elke mentor met elke leerling een gesprek voert, mentoren doen het met hun eigen klas")
    assert one.ask.id == "ambition.school.understood"
    one.type("Voor de helft: mentoren en gesprekken wel, lessen niet")
    assert "lessen niet" in one.state.answers["ambition.school"].quote


def test_what_an_action_of_ones_own_lists_is_no_other_action(talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    one.type("1, en dan iets van mezelf: ik zet op papier wat er nu al is, de mentorlessen, de training in september")
    assert one.ask.text.count("\n- ") == 2
    assert "de mentorlessen, de training in september" in one.ask.text


def test_with_whom_one_begins_stands_in_the_closing_lines(two: Talk) -> None:
    two.type("Ik, samen met Joost")
    lines = [say.text for say in ending(two.go().conversation.view)]
    assert any("de decaan samen met Joost" in text or "jij samen met Joost" in text for text in lines)


def test_a_yes_that_asks_for_more_is_a_yes(two: Talk) -> None:
    two.go(until=MAY_SHOW)
    two.type("ja, maar dan wel helemaal uitgeschreven")
    assert SECOND in shown(two.conversation.view)


def test_who_says_that_it_was_all_goes_on_with_the_question(talk: Begin) -> None:
    one = talk("short").go(until="c01.situation")
    one.type("ouderavond in klas 4, paar ouders maar. ik zei dat ze zelf kiezen, meer niet")
    assert one.ask.id == "c01.situation"
    assert not one.state.concluded


def test_who_tells_at_length_that_it_differs_goes_on_and_has_nothing_to_find_out(talk: Begin) -> None:
    one = talk("short").go(until="c06.situation")
    story = "Dat verschilt per leerjaar. In klas 1 gebeurt er niks, in klas 3 wel wat en daarboven komt alles bij mij"
    turn = one.type(story)
    assert said(turn)[0] == "heard.told"
    assert turn.heard == story
    view = one.conversation.view
    assert in_own_words(view, view.base.component(6)) == story
    assert "c06.situation" not in {found.ask for found in view.conclusions.find_out}


def test_not_knowing_beside_nobody_is_not_nobody(talk: Begin) -> None:
    one = talk("short").go(until="theme.first-contact")
    one.type("Dat weet ik niet. Bij mij is er in die vier weken nog niemand langsgekomen.")
    assert one.state.answers["theme.first-contact"].skipped


@pytest.mark.parametrize("typed", ["ik met 1 mentor, weet nog niet wie", "ik, samen met de mentor"])
def test_who_begins_with_somebody_of_another_role_begins(two: Talk, typed: str) -> None:
    two.type(typed)
    assert two.state.value("plan.who.act.own.2") == "decaan"
    assert two.state.value("plan.helps.act.own.2") == ["mentor"]


def test_who_dares_not_wish_for_the_school_leaves_it_open(talk: Begin) -> None:
    one = talk("short").go(until="ambition.school")
    one.type("Dat durf ik niet voor de hele school te zeggen, ik zou klein willen beginnen met Joost")
    assert one.state.answers["ambition.school"].skipped
    assert one.state.notes[-1].text.startswith("Dat durf ik niet")


def test_one_line_may_and_the_rest_may_not(two: Talk) -> None:
    two.go(until=MAY_SHOW)
    two.type("Alleen 2, de rest liever niet")
    assert shown(two.conversation.view) == {FIRST}


def test_what_tells_more_of_an_action_stays_with_it(talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    one.type("Iets kleins: ik ga een keer bij Joost zitten en we bekijken dat oude boekje, wat nog bruikbaar is. En 1.")
    assert "wat nog bruikbaar is" in one.ask.text


@pytest.mark.parametrize(
    "typed", ["Alles mag erin, behalve 2, dat van die eerste hoeft niet", "alles behalve 2, liever niet"]
)
def test_all_but_one_with_a_remark_is_all_but_one(two: Talk, typed: str) -> None:
    two.go(until=MAY_SHOW)
    two.type(typed)
    assert shown(two.conversation.view) & {FIRST, SECOND} == {SECOND}


def test_an_own_action_behind_a_number_and_an_introduction_is_in_the_plan(talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    one.type(
        "1, en dan iets kleins van mezelf: met Joost een mentoruur voorbereiden en kijken wat er in dat boekje staat"
    )
    assert "\n- Met Joost een mentoruur voorbereiden" in one.ask.text


def test_an_own_action_behind_its_number_in_a_list_is_one_action(talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    own = [option.id for option in one.ask.options].index("act.own") + 1
    one.type(f"2, 1 en dan {own}: elke mentor voert één gesprek per jaar, om te beginnen in klas 2 en 4.")
    assert lines(one) == ["elke mentor voert één gesprek per jaar, om te beginnen in klas 2 en 4"]


def test_what_is_added_to_what_goes_well_stands_with_it(talk: Begin) -> None:
    one = talk("short").go(until=ALSO)
    text = "gesprekken, geen leerling gaat zonder gesprek de deur uit. En het lijntje met de uni"
    one.type(text)
    one.type("ja, en die mevrouw van de hogeschool ook")
    told = one.state.value(ALSO)
    assert told.startswith(text)
    assert "mevrouw van de hogeschool" in told


@pytest.mark.parametrize(
    ("typed", "doers"),
    [("4, en in klas 3 de mentor", ["doer.decaan", "doer.mentor"]), ("4. de mentor doet niks", ["doer.decaan"]),
     ("5, denk ik", ["doer.mentor"])],
)  # fmt: skip
def test_a_role_that_is_named_behind_a_number_does_it_too(talk: Begin, typed: str, doers: list[str]) -> None:
    one = talk("short").go(until="theme.lessons")
    one.type(typed)
    assert one.state.value("theme.lessons") == doers


def test_oneself_together_with_oneself_is_nobody_else(two: Talk) -> None:
    two.type("ik, en hij samen met mij hoop ik")
    closing = " ".join(told.text for told in ending(two.go().conversation.view))
    assert "decaan samen met mij" not in closing
    assert "jij samen met mij" not in closing


def test_what_was_cut_off_or_numbered_is_an_action_as_one_would_write_it() -> None:
    assert own_lines("8: elke mentor voert één gesprek; wil ik een keer bij Joost kijken.") == [
        "elke mentor voert één gesprek", "Ik wil een keer bij Joost kijken",
    ]  # fmt: skip
    assert own_lines("Wil ik volgend jaar nog decaan zijn?") == ["Wil ik volgend jaar nog decaan zijn?"]
    assert own_lines("4 havo krijgt een les; Ik wil 3 dingen") == ["4 havo krijgt een les", "Ik wil 3 dingen"]


@pytest.mark.parametrize(
    "typed", ["als Joost het daarna zelf nog een keer doet. nu klaar, moet weg", "ik moet nu echt weg"]
)
def test_who_has_to_go_takes_nothing_out(two: Talk, typed: str) -> None:
    two.type(typed)
    assert lines(two) == [JOOST, KARIN]


def test_what_a_yes_quotes_and_leaves_out_is_no_part_of_the_action(talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    one.type("1, en iets kleins: mijn grote plan gewoon opschrijven wat er al staat")
    one.type("Ja, maar dat 'mijn grote plan' hoort er niet bij")
    assert lines(one) == ["Gewoon opschrijven wat er al staat"]


def test_a_name_and_a_condition_may_stand_in_papers(talk: Begin) -> None:
    one = talk("short").go(until="plan.who.act.find_out", plan__actions=["act.find_out"])
    one.type("De mentor, Joris")
    one.type("4 januari, als Joris het goed vindt")
    one.go(until=MAY_SHOW)
    texts = {option.id: option.text for option in one.ask.options}
    assert "Joris" in texts["plan.who.act.find_out"]
    assert "als Joris het goed vindt" in texts["plan.when.act.find_out"]
    one.answer(["plan.who.act.find_out", "plan.when.act.find_out"])
    one.go()
    text = " ".join(everything(report(one, "leadership")))
    assert "Joris (de mentor)" in text
    assert "als Joris het goed vindt" in text
