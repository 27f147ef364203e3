"""The picture: the three ways to do LOB, told before they are named; why, what one sees otherwise, and what one wishes.

Where there is too little for a picture, nobody is asked whether they recognise it.
"""

from collections.abc import Callable
from typing import Any

import pytest

from lobgids.dialogue.conversation import Turn
from lobgids.dialogue.protocol import Problem
from lobgids.report.editions import Readers
from lobgids.report.own_words import own_words
from lobgids.school import naming
from lobgids.school.strengths import what_works
from lobgids.session.review import result_in_words
from tests.conftest import Talk, sensible
from tests.test_reports import everything, report

Begin = Callable[..., Talk]

NAMES = ("vakkenschool", "activerende school", "flexibele school")


def of(components: Any, option: str) -> dict[str, Any]:
    """Answers to the situations of these components."""
    return {f"c{number:02}__situation": f"c{number:02}.{option}" for number in components}


def told(turn: Turn) -> dict[str, str]:
    """What is said in a turn, by its id; of several with the same id the first."""
    found: dict[str, str] = {}
    for say in turn.says:
        if not isinstance(say, Problem):
            found.setdefault(say.id, say.text)
    return found


def arrived(one: Talk, until: str, answers: dict[str, Any]) -> Turn:
    """Answer until an ask is open, and return the turn that opens it."""
    given = {name.replace("__", "."): value for name, value in answers.items()}
    while one.ask.id != until:
        turn = one.answer(given.get(one.ask.id, sensible(one.ask)))
    return turn


ONE_LEADS = of(range(1, 13), "m1")
DIVIDED = of(range(1, 7), "m1") | of(range(7, 13), "m2")
BETWEEN = {f"c{number:02}__situation": [f"c{number:02}.m1", f"c{number:02}.m3"] for number in range(1, 13)}
THREE_WAYS = of((1,), "m1") | of((2,), "m2") | of((3,), "m3")


@pytest.mark.parametrize("answers", [ONE_LEADS, DIVIDED], ids=["one leads", "none leads"])
@pytest.mark.parametrize("form", ["short", "full"])
def test_the_three_ways_are_told_before_any_is_named(form: str, answers: dict[str, Any], talk: Begin) -> None:
    turn = arrived(talk(form), "picture.agree", answers)
    texts = list(told(turn).items())
    before = [text for name, text in texts[: [name for name, _ in texts].index("picture.ways")]]
    assert not any(name in text for text in before for name in NAMES)
    lines = told(turn)["picture.ways"].splitlines()[1:]
    assert all(line.endswith(f"Dat heet de {name}.") for line, name in zip(lines, NAMES, strict=True))


def test_of_the_school_that_leads_one_hears_who_does_lob_there(talk: Begin) -> None:
    leads = told(arrived(talk("full"), "picture.agree", of(range(1, 13), "m2")))["picture.leads"]
    assert "doen in grote lijnen de decaan en de mentoren LOB" in leads


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_school_is_called_by_a_number(language: str, talk: Begin) -> None:
    for answers in (ONE_LEADS, DIVIDED):
        said = " ".join(told(arrived(talk("full", language=language), "picture.agree", answers)).values())
        assert not any(f"{word} {number}" in said for word in ("model", "stadium", "stage") for number in (1, 2, 3))


def test_a_wish_says_what_it_would_mean_in_its_pillar(talk: Begin) -> None:
    one = talk("full").go(until="ambition.orientatie-en-begeleiding", **ONE_LEADS)
    texts = {option.id: option.text for option in one.ask.options}
    assert set(texts) == {"ambition.stay", "ambition.m2", "ambition.m3"}
    assert "de decaan blijft op keuzemomenten in de klas komen" in texts["ambition.stay"]
    assert "de mentor geeft de LOB-lessen, de decaan helpt" in texts["ambition.m2"]
    one.go(until="ambition.samenwerking")
    assert any("ouders blijven horen wat er te kiezen valt" in option.text for option in one.ask.options)


def test_staying_says_nothing_that_was_not_answered(talk: Begin) -> None:
    mixed = ONE_LEADS | {"c06__situation": "c06.m2", "c12__situation": "c12.unknown"}
    one = talk("full").go(until="ambition.orientatie-en-begeleiding", **mixed)
    plain = "Blijven waar jullie zijn, en dat sterker maken"
    assert plain in [option.text for option in one.ask.options]
    one.go(until="ambition.samenwerking")
    assert plain in [option.text for option in one.ask.options]


def test_a_pillar_that_departs_can_stay_so_or_go_the_way_of_the_school(talk: Begin) -> None:
    one = talk("full").go(until="ambition.organisatie", **ONE_LEADS | of((8, 9, 10), "m2"))
    texts = {option.id: option.text for option in one.ask.options}
    assert set(texts) == {"ambition.stay", "ambition.m1", "ambition.m3"}
    assert "de mentor blijft een vraag over later als eerste oppakken" in texts["ambition.stay"]


def test_the_school_as_a_whole_has_its_own_words(talk: Begin) -> None:
    one = talk("short").go(until="ambition.school", **ONE_LEADS)
    texts = {option.id: option.text for option in one.ask.options}
    assert "de decaan blijft het vaste adres" in texts["ambition.stay_school"]
    assert texts["ambition.m3"].startswith("Op weg naar de flexibele school: ")
    (stay, *moves) = talk("short").go(until="ambition.school", **BETWEEN).ask.options
    assert stay.text == "Blijven waar jullie zijn, en dat sterker maken"
    assert len(moves) == len(NAMES)


# Too early for a picture.


@pytest.mark.parametrize("answered", [0, 3])
def test_without_a_picture_nobody_is_asked_whether_they_recognise_it(answered: int, talk: Begin) -> None:
    one = talk("full").go(until=f"c{answered + 1:02}.situation", **THREE_WAYS)
    turn = one.move("conclude")
    assert one.ask.id == "picture.go_on"
    assert "vragen" in one.ask.text
    names = list(told(turn))
    assert names[-1] == ("picture.find_out" if answered else "picture.nothing")
    assert not {"picture.intro", "picture.pillar", "picture.ways"} & set(names)
    assert not any(name in text for text in told(turn).values() for name in NAMES)


def test_one_goes_on_with_the_questions_that_were_passed_by(talk: Begin) -> None:
    one = talk("full").go(until="c03.situation")
    one.move("conclude")
    before = one.state.copy()
    one.answer(True)
    assert one.ask.id == "c03.situation"
    assert one.move("back").ask == one.ask
    assert (one.ask.id, one.state.answers) == ("picture.go_on", before.answers)
    one.answer(True)
    one.go(until="picture.agree")
    assert len(one.conversation.view.known) == 12
    one.go()
    assert one.state.value("picture.go_on") is True


def test_going_on_is_replayed_as_it_was_said(talk: Begin) -> None:
    one = talk("full").go(until="c03.situation")
    one.move("conclude")
    heard = one.answer(True).heard
    assert heard == "Ja, verder met de vragen"
    again = talk("full")
    assert [again.conversation.tell([event]).heard for event in one.events][-1] == heard
    assert again.ask == one.ask


def test_one_can_also_stop_or_end_there(talk: Begin) -> None:
    one = talk("full").go(until="c03.situation")
    one.move("conclude")
    assert one.answer(False).paused
    other = talk("full").go(until="c03.situation")
    other.move("conclude")
    assert other.move("conclude").ask is None


def test_who_knows_nothing_of_all_is_asked_whether_to_look_ahead(talk: Begin) -> None:
    one = talk("full").go(until="c01.situation")
    while one.ask.chapter in ("pillar", "roles"):
        one.move("skip")
    assert one.ask.id == "picture.go_on"
    assert "uitzoeken" in one.ask.text
    turn = one.answer(True)
    assert one.ask.chapter == "ambition"
    assert "picture.ways" in told(turn)
    one.move("conclude")
    assert one.conversation.ask is None


def test_a_group_with_too_few_votes_is_asked_whether_to_go_on(talk: Begin) -> None:
    one = talk(track="workshop").go(until="c09.situation", setup__time="time.120", setup__people=13)
    turn = one.move("conclude")
    assert one.ask.id == "picture.go_on"
    assert one.ask.text.startswith("Gaan jullie verder")
    assert "picture.few" in told(turn)
    one.answer(True)
    assert one.ask.id == "c09.situation"
    one.go(until="picture.agree")
    assert len(one.conversation.view.known) >= 4


# Why.


def test_why_says_which_answers_point_to_which_school(talk: Begin) -> None:
    one = talk("full").go(until="picture.agree", **DIVIDED)
    assert one.conversation.view.dominant is None
    (why,) = one.move("why").says
    first, second = why.text.splitlines()[1:]
    assert first.startswith("- Naar de vakkenschool wijst wat je vertelde over: ")
    assert second.startswith("- Naar de activerende school wijst wat je vertelde over: ")
    assert "Beleid" in first
    assert "Externe partijen" in second
    assert not any(character.isdecimal() for character in why.text)


def test_why_names_no_component_without_an_answer(talk: Begin) -> None:
    one = talk("full").go(until="picture.agree", **ONE_LEADS | {"c10__situation": "c10.unknown"})
    (why,) = one.move("why").says
    assert "Professionalisering" not in why.text


# What one sees otherwise.


def seen_otherwise(one: Talk, answer: str, words: str) -> Talk:
    one.go(until="picture.agree")
    one.answer(answer)
    assert one.ask.id == "picture.otherwise"
    one.answer(words)
    return one


@pytest.mark.parametrize("answer", ["picture.partly", "picture.no"])
def test_who_sees_it_otherwise_is_asked_what(answer: str, talk: Begin) -> None:
    one = talk("full").go(until="picture.agree")
    leading = one.conversation.view.leading
    assert {"picture.disagreed", "picture.denied"} & set(told(one.answer(answer)))
    assert (one.ask.id, one.ask.text) == ("picture.otherwise", "Wat zie jij anders?")
    assert "picture.beside" in told(one.type("ik heb mentoren twee keer gevraagd"))
    assert one.ask.id == "picture.go_on"
    assert one.conversation.view.leading == leading
    assert one.conversation.result().school["recognised"] == answer


@pytest.mark.parametrize(
    ("answer", "words", "told_back"),
    [
        ("picture.no", "mentoren wilden wel", "Jij ziet dit anders: ‘mentoren wilden wel’."),
        ("picture.partly", "mentoren wilden wel", "Je herkende het voor een deel, en zei: ‘mentoren wilden wel’."),
        ("picture.no", "", "Jij herkent dat beeld niet."),
    ],
)
def test_the_result_does_not_repeat_the_picture_without_it(
    answer: str, words: str, told_back: str, talk: Begin
) -> None:
    one = seen_otherwise(talk("full"), answer, words)
    one.go()
    result = [say.text for say in result_in_words(one.conversation) if say.id == "result.objection"]
    assert result == [told_back]


def test_who_recognises_it_is_asked_nothing_more(talk: Begin) -> None:
    one = talk("full").go(until="picture.agree")
    one.answer("picture.yes")
    assert one.ask.id == "picture.go_on"


def test_nothing_needs_to_be_said_about_it(talk: Begin) -> None:
    one = seen_otherwise(talk("full"), "picture.no", "")
    assert one.ask.id == "picture.go_on"
    one.go()
    assert not one.conversation.result().interim


def test_who_says_yes_after_all_has_said_nothing_otherwise(talk: Begin) -> None:
    one = seen_otherwise(talk("full"), "picture.no", "mentoren wilden wel")
    one.move("edit", to="picture.agree")
    one.answer("picture.yes")
    one.answer(True)
    assert one.ask.id == "picture.go_on"
    assert not any("mentoren wilden wel" in text for text in everything(report(one)))
    assert one.move("edit", to="picture.otherwise").says[0].id == "problem.edit"


def test_who_says_no_after_all_is_asked_and_who_went_on_before_is_not(talk: Begin) -> None:
    one = talk("full").go(until="ambition.organisatie")
    one.move("edit", to="picture.agree")
    one.answer("picture.no")
    one.answer(True)
    assert one.ask.id == "picture.otherwise"
    earlier = talk("full", events=[event for event in one.events if event.ask != "picture.otherwise"])
    earlier.move("skip")
    assert earlier.ask.id == "ambition.organisatie"
    asked_before = talk("full").go(until="picture.agree")
    asked_before.answer("picture.no")
    asked_before.answer("")
    no_such_question = [event for event in asked_before.events if event.ask != "picture.otherwise"]
    again = talk("full", events=no_such_question)
    again.move("jump", to="picture.go_on")
    again.answer(True)
    assert again.ask.chapter == "ambition"


def test_a_group_is_asked_what_it_sees_otherwise(talk: Begin) -> None:
    one = talk(track="workshop").go(until="picture.agree")
    one.answer("picture.partly")
    assert one.ask.text == "Wat zien jullie anders?"
    one.type("bij de havo gaat het anders")
    assert one.ask.chapter == "ambition"


@pytest.mark.parametrize("edition", ["me", "leadership"])
def test_the_words_stand_beside_the_picture_in_a_report(edition: Readers, talk: Begin) -> None:
    one = seen_otherwise(talk("full"), "picture.partly", "mentoren wilden wel")
    texts = everything(
        report(one, edition, chosen_words=frozenset(piece.id for piece in own_words(one.conversation.view)))
    )
    says = {"me": "voor een deel", "leadership": "In het verhaal van de decaan"}[edition]
    recognised = next(index for index, text in enumerate(texts) if says in text and "gesprek is voor" not in text)
    assert any("mentoren wilden wel" in text for text in texts[recognised + 1 : recognised + 4])
    assert sum("mentoren wilden wel" in text for text in texts) == 1


# A nearer step.


@pytest.mark.parametrize(
    ("now", "wish", "kept"), [("m1", "m3", "De flexibele school blijft"), ("m3", "m1", "De vakkenschool blijft")]
)
def test_a_nearer_step_is_called_by_its_name(now: str, wish: str, kept: str, talk: Begin) -> None:
    one = talk("short").go(until="ambition.school", **of(range(1, 13), now))
    assert "Een stap dichterbij is de activerende school" in told(one.answer(f"ambition.{wish}"))["ambition.far"]
    one.go(until="ambition.nearer")
    turn = one.answer("nearer.step")
    assert [text for name, text in told(turn).items() if name.startswith("ambition.nearer.")] == [
        f"Goed, eerst een stap dichterbij: de activerende school. {kept} staan als wens voor daarna."
    ]


# Who does not recognise it.

STRONG = ("krijgen snel een rustig gesprek met", "Zulke scholen zijn vaak")


def said_after(one: Talk, ask: str, **answers: Any) -> list[tuple[str, str]]:
    """All that is said from the answer to an ask on, to the end."""
    given = {name.replace("__", "."): value for name, value in answers.items()}
    one.go(until=ask, **answers)
    found = []
    while one.conversation.ask is not None:
        turn = one.answer(given.get(one.ask.id, sensible(one.ask)))
        found += [(say.id, say.text) for say in turn.says if not isinstance(say, Problem)]
    return found


@pytest.mark.parametrize("form", ["short", "full"])
def test_who_denies_the_picture_hears_no_strength_of_it_and_starts_from_the_answers(form: str, talk: Begin) -> None:
    one, answers = talk(form), ONE_LEADS | {"picture__agree": "picture.no", "picture__otherwise": "mentoren doen meer"}
    said = said_after(one, "picture.agree", **answers)
    names = [name for name, _ in said]
    assert not {"picture.strengths", "picture.firm"} & set(names)
    denied = dict(said)["picture.denied"]
    assert "ga ik niet uit van dit beeld" in denied
    assert "‘mentoren doen meer’" in dict(said)["picture.beside"]
    assert not any(strong in text for _, text in said for strong in STRONG)
    view = one.conversation.view
    assert (view.dominant, view.start) == (1, None)
    assert view.conclusions.direction.now is None
    assert not any(role.present or role.tasks for role in view.conclusions.roles)
    assert "herken jij jullie school niet. Je zei: ‘mentoren doen meer’" in dict(said)["closing.found"]


def test_a_pillar_keeps_its_own_answers_as_its_start(talk: Begin) -> None:
    one = talk("full").go(until="ambition.organisatie", picture__agree="picture.no", **ONE_LEADS | of((8, 9, 10), "m2"))
    assert {option.id for option in one.ask.options} == {"ambition.stay", "ambition.m1", "ambition.m3"}


def test_who_denies_it_without_a_word_is_still_heard_at_the_end(talk: Begin) -> None:
    said = said_after(talk("short"), "picture.agree", picture__agree="picture.no", picture__otherwise="", **ONE_LEADS)
    assert "herken jij jullie school niet." in dict(said)["closing.found"]


@pytest.mark.parametrize(("answer", "hears"), [("picture.yes", True), ("picture.partly", False)])
def test_who_recognises_all_of_it_hears_its_strengths(answer: str, hears: bool, talk: Begin) -> None:
    one = talk("full")
    said = said_after(one, "picture.agree", picture__agree=answer, **ONE_LEADS)
    assert ("picture.strengths" in dict(said)) is hears
    assert one.conversation.view.start == 1


def test_who_denies_it_is_not_told_to_talk_with_oneself(talk: Begin) -> None:
    one = talk("full").go(until="who.first", picture__agree="picture.no", **ONE_LEADS)
    assert "who.talk_first" not in told(one.answer(["who.decaan"]))
    one.move("back")
    assert told(one.answer(["who.decaan", "who.mentor"]))["who.talk_first"].endswith("\n- De mentoren")


FEW_WAYS = of(range(1, 13), "unknown") | of((1, 5), "m1") | of((8,), "m2") | of((11,), "m3")
"""Four answers, one in each pillar, that point nowhere."""


@pytest.mark.parametrize("form", ["short", "full"])
def test_a_no_to_no_picture_denies_nothing(form: str, talk: Begin) -> None:
    one = talk(form)
    said = said_after(one, "picture.agree", picture__agree="picture.no", picture__otherwise="", **FEW_WAYS)
    texts = [text for _, text in said]
    assert one.conversation.view.dominant is None
    assert not naming.is_denied(one.conversation.view)
    assert not {"step.denied", "picture.denied"} & {name for name, _ in said}
    assert "picture.disagreed" in dict(said)
    assert not any("herkent dat beeld niet" in text or "ziet het beeld anders" in text for text in texts)


def test_who_denies_the_picture_hears_why_the_steps_are_left_open(talk: Begin) -> None:
    said = dict(said_after(talk("short"), "picture.agree", picture__agree="picture.no", **ONE_LEADS))
    assert said["step.denied"] == "Jij ziet het beeld anders. Daarom laat ik open wie wat kan doen."


def test_few_answers_are_not_blamed_and_what_is_known_is_told(talk: Begin) -> None:
    one = talk("full")
    turn = arrived(one, "picture.agree", FEW_WAYS)
    said = told(turn)
    assert said["picture.open_few"].startswith("Van 4 van de 12 onderdelen weten we nu hoe het gaat.")
    assert not any("te veel kanten op" in text for text in said.values())
    known = said["picture.known"].splitlines()[1:]
    works = told_works(one)
    wanted = [one.conversation.view.chosen(part)[0] for part in one.conversation.view.known]
    assert known == [f"- {row.told}" for row in wanted if row.id not in works]


def told_works(one: Talk) -> set[str]:
    return {description.id for description in what_works(one.conversation.view)}


def test_who_goes_straight_to_the_picture_hears_what_is_known(talk: Begin) -> None:
    one = talk("full").go(until="c03.situation")
    turn = one.move("conclude")
    said = told(turn)
    assert "picture.few" in said
    first = one.conversation.view.chosen(one.conversation.view.base.component(1))[0].told
    assert said["picture.known"] == f"Dit weten we al:\n- {first}"


def test_a_group_that_denies_it_hears_no_strength_of_it(talk: Begin) -> None:
    one = talk(track="workshop").go(until="picture.agree")
    assert "Ik ging af op jullie stemmen" in told(one.answer("picture.no"))["picture.denied"]
    assert one.conversation.view.start is None


# How it is asked.


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        (ONE_LEADS, "Herken je dit beeld?"),
        (DIVIDED, "Herken je dat: tussen twee soorten scholen in?"),
        (
            of(range(1, 13), "unknown") | of((1, 5), "m1") | of((8,), "m2") | of((11,), "m3"),
            "Nog geen duidelijk beeld dus. Past dat bij wat je zelf denkt?",
        ),
    ],
    ids=["one", "two", "none"],
)
def test_the_question_fits_what_was_told(answers: dict[str, Any], asked: str, talk: Begin) -> None:
    one = talk("full").go(until="picture.agree", **answers)
    assert asked in one.ask.text
    assert [option.id for option in one.ask.options] == ["picture.yes", "picture.partly", "picture.no"]


def test_a_group_is_asked_as_fits_too(talk: Begin) -> None:
    votes = {
        f"c{number:02}__situation{again}": {f"c{number:02}.m1": 6, f"c{number:02}.m3": 6}
        for number in range(1, 13) for again in ("", "__2")
    }  # fmt: skip
    one = talk(track="workshop").go(until="picture.agree", setup__time="time.120", setup__people=12, **votes)
    assert one.conversation.view.dominant is None
    assert one.ask.text == "Herkennen jullie dat?"


# What is not known.


def test_what_was_not_asked_stands_apart_from_what_one_did_not_know(talk: Begin) -> None:
    one = talk("short").go(until="picture.go_on", c01__situation="c01.unknown")
    said = {say.id: say.text for say in arrived(talk("short"), "picture.go_on", {"c01__situation": "c01.unknown"}).says}
    left = said["picture.left"]
    asked, unknown = left.split(" Dit weten we nog niet: ")
    assert asked == "Het is een eerste beeld. Er zijn twaalf onderdelen. Over 3 daarvan praatten we nog niet."
    assert unknown == f"{one.conversation.view.base.component(1).name}."


def test_where_all_was_asked_nothing_is_said_of_what_was_not(talk: Begin) -> None:
    turn = arrived(talk("full"), "picture.go_on", {"c01__situation": "c01.unknown"})
    assert "praatten we nog niet" not in told(turn)["picture.left"]
    assert "Dit weten we nog niet: " in told(turn)["picture.left"]


# The end.


def test_the_end_names_what_works_of_several_pillars(talk: Begin) -> None:
    one = talk("full")
    found = dict(said_after(one, "closing.look_back", **ONE_LEADS))["closing.found"].splitlines()[1]
    told_strengths = {one_of.your_strength or one_of.strength: component.pillar
                      for component in one.conversation.view.base.components for one_of in component.descriptions
                      if (one_of.your_strength or one_of.strength)}  # fmt: skip
    pillars = [pillar for strength, pillar in told_strengths.items() if strength in found]
    assert 2 <= len(pillars) <= 3
    assert len(set(pillars)) == len(pillars)
