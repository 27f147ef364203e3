"""A yes with a reservation is no strength: it is told with the words that hold it, and questions are not told back."""

from collections.abc import Callable
from typing import Any

import pytest

from lobgids.kb.base import KnowledgeBase
from lobgids.school.sayings import is_reserved, is_whole
from lobgids.school.strengths import gains, what_works
from lobgids.text import without_questions
from tests.conftest import Talk, sensible
from tests.test_known import COMPONENTS, of, picture, told
from tests.test_reports import everything, report

Begin = Callable[..., Talk]
HALF = "maar de helft slaat het over"
SEEN = {"basis": ["lessons"]}


def with_words(name: str, model: str, quote: str) -> dict[str, Any]:
    """An answer to a situation, with words, that one saw oneself."""
    return {f"{name}.situation": {"choice": f"{name}.{model}", "quote": quote}, f"{name}.basis": ["lessons"]}


@pytest.mark.parametrize(
    ("quote", "reserved"),
    [
        (HALF, True), (f"zo gaat het bij ons; {HALF}", True), ("Alleen op de havo", True),
        (f"Zo gaat het. {HALF.capitalize()}", True),
        ("behalve in de bovenbouw", True),
        ("of ze het allemaal doen weet ik niet", True), ("zo gaat het; niet in elke klas", True),
        ("but half of them skip it", True), ("only in year 3", True), ("whether they all do it, I don't know", True),
        ("", False), ("dat loopt al jaren", False), ("we doen het samen, maar dat is gewoon leuk", False),
        ("of het nu regent of niet", False), ("maart is de drukste maand", False),
    ],
)  # fmt: skip
def test_a_reservation_is_how_words_begin(quote: str, reserved: bool, talk: Begin) -> None:
    one = told(talk("full"), with_words("c06", "m2", quote))
    view = one.conversation.view
    assert is_reserved(view, view.base.component(6)) == reserved


@pytest.mark.parametrize("words", [HALF, f"de mentor doet dat; {HALF}"])
def test_what_is_reserved_is_told_with_the_words_and_not_as_a_strength(words: str, talk: Begin) -> None:
    answers = of(COMPONENTS, "m1", **SEEN) | with_words("c06", "m2", words)
    one = told(talk("full"), answers)
    view = one.conversation.view
    strength = view.chosen(view.base.component(6))[0].strength
    assert strength
    assert strength not in [description.strength for description in what_works(view)]
    departs = next(say.text for say in picture(one) if say.id == "picture.departs.m2")
    assert f"‘{words}’" in departs
    one.go()
    for readers in ("me", "leadership", "talk", "year"):
        assert strength not in " ".join(everything(report(one, readers)))


def test_without_a_reservation_the_same_answer_is_a_strength(talk: Begin) -> None:
    one = told(talk("full"), with_words("c06", "m2", "dat loopt al jaren"))
    assert "c06.m2" in [description.id for description in what_works(one.conversation.view)]


def test_what_students_gain_does_not_rest_on_a_reservation(talk: Begin) -> None:
    plain = told(talk("full"), of(COMPONENTS, "m2", **SEEN)).conversation.view
    half = {name: {"choice": f"{name[:3]}.m2", "quote": HALF} for name in (f"{one}.situation" for one in COMPONENTS)}
    reserved = told(talk("full"), of(COMPONENTS, "m2", **SEEN) | half).conversation.view
    assert gains(plain, 2)[0]
    assert not gains(reserved, 2)[0]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Dat loopt goed. Hoe doen anderen dat?", "Dat loopt goed."),
        ("Hoe zit dat?", ""),
        ("Mag dat wel? Het gebeurt wel; waarom eigenlijk?", "Het gebeurt wel"),
        ("Zo is het.", "Zo is het."),
    ],
)
def test_a_question_is_not_told_back(words: str, kept: str, talk: Begin) -> None:
    assert without_questions(words) == kept
    one = talk("full").go(until="orientatie-en-begeleiding.summary",
                          c06__situation={"choice": "c06.m2", "quote": words})  # fmt: skip
    assert ("Je zei erbij" in one.ask.text) == bool(kept)
    assert "?" not in one.ask.text.partition("Je zei erbij")[2].partition("’")[0]


@pytest.mark.parametrize(
    ("words", "is_none"),
    [
        ("niks", True), ("Niks.", True), ("geen opdracht", True), ("niet echt", True),
        ("nou, niet echt eigenlijk", True),
        ("geen opdracht, ik doe dit zelf", True), ("nothing really", True), ("meer LOB in de klas", False),
        ("niets minder dan een nieuw plan", False),
    ],
)  # fmt: skip
def test_a_line_says_that_there_is_nothing(words: str, is_none: bool, base: KnowledgeBase) -> None:
    assert is_whole(base, "none", words) == is_none


@pytest.mark.parametrize(("words", "is_used"), [("niks", False), ("niet echt", False), ("een plan", True)])
def test_no_assignment_is_not_quoted_and_not_told_back(words: str, is_used: bool, talk: Begin) -> None:
    one = talk("short").go(until="assignment.asked")
    one.type(words)
    assert (one.ask.id == "assignment.quote") == is_used
    said = []
    while one.ask.id != "plan.actions":
        said += [say.id for say in one.answer(sensible(one.ask)).says]
    assert ("assignment.used" in said) == is_used


def test_what_was_typed_before_one_chose_holds_a_reservation_too(talk: Begin) -> None:
    one = told(talk("full"), {}, until="c06.situation")
    one.type("Daar sta ik helemaal alleen voor")
    one.answer("c06.m2")
    assert is_reserved(one.conversation.view, one.conversation.view.base.component(6))
