"""Options that are chosen by number, in a word or among small words: as people type it in a talk."""

from collections.abc import Callable

import pytest

from lobgids.log.ask_ids import ACTIONS
from tests.conftest import Talk, sensible

Begin = Callable[..., Talk]

FIRST = [
    "een",
    "een natuurlijk",
    "één hoor",
    "de eerste",
    "nummer een",
    "doe maar een",
    "vooral een",
    "one",
    "option one",
]
SECOND = [
    "2 natuurlijk", "doe maar 2", "twee dan", "twee", "twee natuurlijk", "toch maar twee", "de tweede natuurlijk",
    "zeker 2", "gewoon 2", "nee, twee", "twee, zeker weten", "two", "two of course", "the second one",
]  # fmt: skip


def at(talk: Begin, ask: str) -> Talk:
    one: Talk = talk("short")
    while one.ask.id != ask:
        one.answer(["act.talk"] if one.ask.id == ACTIONS else sensible(one.ask))
    return one


@pytest.mark.parametrize("ask", ["c01.situation", "welcome.part", "plan.who.act.talk"])
@pytest.mark.parametrize(("typed", "place"), [*((typed, 0) for typed in FIRST), *((typed, 1) for typed in SECOND)])
def test_a_number_among_small_words_chooses(ask: str, typed: str, place: int, talk: Begin) -> None:
    one = at(talk, ask)
    chosen = one.ask.options[place].id
    one.type(typed)
    assert one.state.value(ask) == chosen


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("dan 2 en 3 een beetje", (1, 2)), ("een en twee", (0, 1)), ("een en drie", (0, 2)),
        ("1 en een beetje 3", (0, 2)),
        ("twee, en drie ook", (1, 2)), ("one and three", (0, 2)), ("geef maar een 2", (1,)),
    ],
)  # fmt: skip
def test_several_numbers_choose_several(typed: str, places: tuple[int, ...], talk: Begin) -> None:
    one = at(talk, ACTIONS)
    chosen = {one.ask.options[place].id for place in places}
    one.type(typed)
    assert {item.action for item in one.conversation.view.conclusions.plan} == chosen


@pytest.mark.parametrize(
    "typed",
    [
        "een beetje",
        "misschien 2",
        "1 of 2",
        "niet 2",
        "twee mentoren",
        "2 mentoren doen het",
        "nog een",
        "9 geen tijd",
        "2 mentoren hebben geen tijd",
    ],
)
def test_what_says_more_than_a_number_chooses_nothing_by_it(typed: str, talk: Begin) -> None:
    one = at(talk, "welcome.part")
    one.type(typed)
    assert "welcome.part" not in one.state.answers


@pytest.mark.parametrize(
    ("typed", "quote"),
    [
        ("Misschien 3 dan, maar dat is alleen mijn gevoel", "maar dat is alleen mijn gevoel"),
        ("3 I suppose, but very small steps", "but very small steps"), ("dan maar 3, als het moet", "als het moet"),
        ("3 comes closest, except that they get no reason", "except that they get no reason"),
        ("ik denk 3, want zo ging het vorig jaar", "want zo ging het vorig jaar"), ("misschien 3 dan", ""),
        ("3 komt het dichtst in de buurt, maar zonder papier", "maar zonder papier"), ("3, dat is toch wat ik zei", ""),
        ("probably 3. We never really talked about it", "We never really talked about it"), ("3, as I said", ""),
        ("doe maar 3, zoals ik al zei", ""), ("I'd say 3, that's what I said", ""),
        ("3 denk ik, zei ik tegen de rector", "zei ik tegen de rector"), ("3 geen tijd nu", "geen tijd nu"),
        ("c no time", "no time"),
    ],
)  # fmt: skip
def test_a_number_behind_or_before_a_hedge_is_chosen_with_the_rest_as_words(
    typed: str, quote: str, talk: Begin
) -> None:
    one = at(talk, "c01.situation")
    third = one.ask.options[2].id
    one.type(typed)
    standing = one.state.answers["c01.situation"]
    assert (standing.value, standing.quote) == (third, quote)


@pytest.mark.parametrize(
    "typed",
    ["3 mentoren doen iets, meer niet", "2 vwo, daar gaat het om", "misschien 3 mentoren, maar meer niet",
     "ik twijfel tussen 2 en 3", "misschien 2, of 3", "misschien 2 of 3, dat zie ik later wel", "maybe 2, or 3",
     "2 denk ik, of toch 3", "3 keer, denk ik"],
)  # fmt: skip
def test_a_hedge_beside_another_number_or_thing_chooses_nothing(typed: str, talk: Begin) -> None:
    one = at(talk, "c01.situation")
    one.type(typed)
    assert not one.state.answers.get("c01.situation") or one.state.answers["c01.situation"].value is None


def test_a_number_that_is_how_an_option_begins_is_that_option(talk: Begin) -> None:
    one = at(talk, "welcome.part")
    assert one.ask.options[1].text == "Een locatie"
    one.type("een locatie")
    assert one.state.value("welcome.part") == "part.location"
