"""Questions to the guide itself, beside the one that is open: they get an answer, and the open one stands."""

from collections.abc import Callable

import pytest

from lobgids.dialogue.asides import aside
from lobgids.kb.base import KnowledgeBase
from tests.conftest import Talk
from tests.fakes.turns import said

Begin = Callable[..., Talk]

# As people asked, none of them in the words of the content.
ASKED = [
    ("Hoor je dit vaker?", "others"),
    ("Mentoren doen dat bij ons wel. Is dat nou gek?", "others"),
    ("Zijn we hier de enige in?", "others"),
    ("en hoeveel tijd kost me dat dan?", "effort"),
    ("Hoort de open dag ook bij LOB?", "belongs"),
    ("Wat vind je er zelf van?", "opinion"),
    ("En wie leest dit nou?", "private"),
    ("do you hear this a lot then?", "others"),
    ("Who's going to see all this?", "private"),
]
MEANINGS = [("Wat is LOB?", "term.lob"), ("wat is een vakkenschool?", "term.vakkenschool"),
            ("wat houdt LOB in?", "term.lob"), ("What does LOB mean?", "term.lob")]  # fmt: skip
NOT_FOR_THE_GUIDE = [
    "Eerlijk? Dat was ik.",
    "Geeft de mentor die lessen?", "hoeveel mentoren zijn er?", "Moet ik dat met de directie bespreken?",
    "Wat betekent een portfolio voor de mentor en de ouders?", "De mentor geeft de lessen.", "weet ik niet", "",
    "Wie geeft bij jullie de lessen?", "[b]?[/b]", "?" * 900, "de mentor? " * 300,
]  # fmt: skip


@pytest.mark.parametrize(("words", "about"), ASKED)
def test_what_is_asked_of_the_guide_is_recognised(words: str, about: str, base: KnowledgeBase) -> None:
    found = aside(base, words, only=False)
    assert found is not None
    assert found.answer.id == f"saying.aside.{about}"


@pytest.mark.parametrize(("words", "term"), MEANINGS)
def test_what_a_word_means_is_told(words: str, term: str, base: KnowledgeBase) -> None:
    found = aside(base, words, only=True)
    assert found is not None
    assert found.answer.id == term


@pytest.mark.parametrize("words", NOT_FOR_THE_GUIDE)
def test_any_other_words_are_left_as_they_are(words: str, base: KnowledgeBase) -> None:
    assert aside(base, words, only=False) is None


@pytest.mark.parametrize(
    "until", ["welcome.part", "c01.situation", "assignment.quote", "plan.actions", "picture.agree"]
)
def test_it_is_answered_and_the_question_stands(until: str, talk: Begin) -> None:
    one = talk("short").go(until=until)
    asked, kept = one.ask, len(one.events)
    assert said(one.type("Hoor je dit vaker?")) == ["saying.aside.others"]
    assert (one.ask, len(one.events)) == (asked, kept)


def test_what_is_said_beside_it_is_taken(talk: Begin) -> None:
    one = talk("short").go(until="welcome.part")
    turn = one.type("Het vmbo. Is dat gek?")
    assert said(turn)[0] == "saying.aside.others"
    assert one.state.value("welcome.part") == "part.vmbo"


def test_where_any_words_are_an_answer_only_a_question_by_itself_is_one(talk: Begin) -> None:
    one = talk("short").go(until="assignment.asked")
    assert said(one.type("Wie leest dit?")) == ["saying.aside.private"]
    assert one.ask.id == "assignment.asked"
    one.type("Een plan voor LOB. Is dat gek?")
    assert one.ask.id != "assignment.asked"


def test_what_stays_with_the_decaan_is_told(talk: Begin) -> None:
    one = talk("short").go(until="assignment.quote")
    assert said(one.type("nee, dat blijft bij mij"))[0] == "assignment.stays"
