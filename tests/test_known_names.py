"""Who was told of by name and role is known by the name from there on; a guess is no answer, and a condition stays."""

from collections.abc import Callable

import pytest

from lobgids.dialogue.ending import ending
from lobgids.log.ask_ids import ASSIGNMENT, WHO
from tests.conftest import Talk

Begin = Callable[..., Talk]
FIRST_CONTACT = "theme.first-contact"
BEGINS = "plan.who.act.find_out"
TOLD = "Mijn teamleider zei 'pak jij het op'. Joost, de mentor van 3 mavo, doet iets uit een boekje."


def told_of(talk: Begin, until: str, told: str = TOLD) -> Talk:
    one = talk("short").go(until=ASSIGNMENT)
    one.type(told)
    one.go(until=until, plan__actions=["act.find_out"])
    assert one.ask.id == until
    return one


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("Met Joost", "mentor"),
        ("Met Joost. Die is aardig, daar durf ik het wel aan te vragen hoor.", "mentor"),
        ("Ik wil eerst met Joost praten", "mentor"),
        ("Joost dus", "mentor"),
    ],
)
def test_whom_one_wants_to_talk_with_first_is_known_by_name(talk: Begin, typed: str, role: str) -> None:
    one = told_of(talk, WHO)
    one.type(typed)
    assert one.state.value(WHO) == f"who.{role}"
    assert one.state.answers[WHO].quote == typed


@pytest.mark.parametrize("told", [TOLD, "Joost is een mentor hier", "Ik sprak mentor Joost", "Joost, dat is de mentor"])
def test_a_name_is_known_however_it_was_told_with_its_role(talk: Begin, told: str) -> None:
    one = told_of(talk, FIRST_CONTACT, told)
    one.type("Joost")
    assert one.state.value(FIRST_CONTACT) == ["doer.mentor"]


@pytest.mark.parametrize(
    "told", ["Joost doet iets uit een boekje", "Joost, de mentor, en Joost, de teamleider", "De mentor deed het"]
)
def test_a_name_without_a_role_or_with_two_is_not_known(talk: Begin, told: str) -> None:
    one = told_of(talk, FIRST_CONTACT, told)
    one.type("Joost")
    assert not one.state.value(FIRST_CONTACT)


@pytest.mark.parametrize(
    ("typed", "role", "quote"),
    [
        ("Joost", "mentor", "Joost"),
        ("Joost, met mij ernaast", "mentor", "Joost, met mij ernaast"),
        ("Joost, en ik help", "mentor", "Joost, en ik help"),
        ("Joost en ik", "decaan", "samen met Joost"),
        ("Samen met Joost", "decaan", "samen met Joost"),
        ("Together with Joost", "decaan", "together with Joost"),
    ],
)
def test_who_begins_is_known_by_name(talk: Begin, typed: str, role: str, quote: str) -> None:
    one = told_of(talk, BEGINS)
    one.type(typed)
    assert (one.state.value(BEGINS), one.state.answers[BEGINS].quote) == (role, quote)


def test_another_role_beside_a_name_is_that_role(talk: Begin) -> None:
    one = told_of(talk, FIRST_CONTACT)
    one.type("Joost niet, maar de teamleider")
    one.type("ja")
    assert one.state.value(FIRST_CONTACT) == ["doer.team_leader"]


def test_what_hangs_on_who_begins_is_told_at_the_end(talk: Begin) -> None:
    one = told_of(talk, BEGINS)
    one.type("De mentor, Esther dus, als zij dat wil tenminste")
    one.go()
    text = "\n".join(say.text for say in ending(one.conversation.view))
    assert "als zij dat wil tenminste" in text


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("Weet ik niet. De mentor, zou ik gokken.", None),
        ("Geen idee, maar een gok: de mentor", None),
        ("Weet ik niet zeker, de mentor denk ik", ["doer.mentor"]),
        ("De mentor", ["doer.mentor"]),
    ],
)
def test_a_guess_beside_not_knowing_is_still_to_be_found_out(talk: Begin, typed: str, value: list[str] | None) -> None:
    one = told_of(talk, FIRST_CONTACT)
    one.type(typed)
    assert (one.state.value(FIRST_CONTACT) or None) == value
    if value is None:
        assert [note.text for note in one.state.notes if note.ask == FIRST_CONTACT] == [typed]


@pytest.mark.parametrize(
    "typed",
    [
        "In klas 3 de mentor, in de bovenbouw komen ze rechtstreeks bij mij",
        "In klas 3 de mentor, daarboven kom je bij mij uit",
        "Ze gaan naar de mentor, en die stuurt ze naar mij",
    ],
)
def test_who_tells_of_another_and_of_oneself_means_both(talk: Begin, typed: str) -> None:
    one = told_of(talk, FIRST_CONTACT)
    one.type(typed)
    if one.ask.id == f"{FIRST_CONTACT}.understood":
        assert "De decaan" in one.ask.text
        one.type("ja")
    assert one.state.value(FIRST_CONTACT) == ["doer.decaan", "doer.mentor"]
