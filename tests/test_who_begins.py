"""Who takes the lead in an action, as people say it: a role, and the name of whoever has it."""

from collections.abc import Callable

import pytest

from lobgids.dialogue.ending import ending
from lobgids.dialogue.protocol import Problem
from tests.conftest import Talk

Begin = Callable[..., Talk]

WHO = "plan.who.act.find_out"


def at_who(talk: Begin, language: str = "nl") -> Talk:
    one = talk("short", language=language).go(until=WHO, plan__actions=["act.find_out"])
    assert one.ask.id == WHO
    return one


def kept(one: Talk) -> tuple[str, str]:
    """The role and the name that stand."""
    standing = one.state.answers[WHO]
    return standing.value, standing.quote


@pytest.mark.parametrize(
    ("typed", "role", "name"),
    [
        ("de mentor, Karin", "mentor", "Karin"),
        ("mentor Karin", "mentor", "Karin"),
        ("Karin, mijn teamleider", "team_leader", "Karin"),
        ("karin, mijn teamleider", "team_leader", "karin"),
        ("Karin (onze teamleider)", "team_leader", "Karin"),
        ("mentor Jan de Vries.", "mentor", "Jan de Vries"),
        ("Jan van Dijk is de adjunct-directeur", "deputy", "Jan van Dijk"),
        ("teamleider", "team_leader", ""),
        ("De rector", "leadership", ""),
        ("ikzelf", "decaan", ""),
        ("ik", "decaan", ""),
        ("de coach", "mentor", ""),
    ],
)
def test_a_role_is_understood_with_a_name(typed: str, role: str, name: str, talk: Begin) -> None:
    one = at_who(talk)
    turn = one.type(typed)
    assert not any(isinstance(say, Problem) for say in turn.says)
    assert kept(one) == (role, name)


def test_in_english_too(talk: Begin) -> None:
    one = at_who(talk, "en")
    one.type("Karin, my team leader")
    assert kept(one) == ("team_leader", "Karin")


@pytest.mark.parametrize(
    "typed",
    [
        "niet de mentor", "de mentor of de teamleider", "de mentor van havo 3",
        "misschien de mentor", "de mentor, misschien", "Karin", "de mentoren kijken er samen naar", "",
    ],
)  # fmt: skip
def test_what_says_more_or_less_than_a_role_and_a_name_decides_nothing(typed: str, talk: Begin) -> None:
    one = at_who(talk)
    one.type(typed)
    assert WHO not in one.state.answers


@pytest.mark.parametrize("typed", ["c, Karin", "3, Karin"])
def test_a_mark_still_names_an_option(typed: str, talk: Begin) -> None:
    one = at_who(talk)
    one.type(typed)
    assert kept(one) == (one.conversation.view.base.roles[2].id, "Karin") or kept(one)[1] == "Karin"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_example_of_a_name_needs_no_mark(language: str, talk: Begin) -> None:
    one = at_who(talk, language)
    example = one.ask.text.rpartition(": ")[2].rstrip(".")
    assert "Karin" in example
    one.type(example)
    assert kept(one) == ("mentor", "Karin")


def test_in_a_form_it_is_understood_too(talk: Begin) -> None:
    one = at_who(talk)
    one.conversation.draw_grids(can=True)
    field = one.ask.fields[0]
    assert field.id == WHO
    assert one.conversation.field_said(field, "Karin, mijn teamleider") == {"choice": "team_leader", "quote": "Karin"}
    assert one.conversation.field_said(field, "teamleider") == "team_leader"


# What may stay open.


@pytest.mark.parametrize("name", ["helps", "until", "hours", "money", "off", "whom"])
def test_an_empty_line_leaves_open_what_may_stay_open(name: str, talk: Begin) -> None:
    one = talk("short").go(until=f"plan.{name}.act.find_out", plan__actions=["act.find_out"])
    assert one.ask.optional
    ask = one.ask.id
    turn = one.type("")
    assert not any(isinstance(say, Problem) for say in turn.says)
    assert one.state.answers[ask].skipped
    assert one.ask.id != ask


@pytest.mark.parametrize("name", ["who", "when"])
def test_an_empty_line_leaves_open_nothing_that_is_needed(name: str, talk: Begin) -> None:
    one = talk("short").go(until=f"plan.{name}.act.find_out", plan__actions=["act.find_out"])
    ask = one.ask.id
    one.type("")
    assert one.ask.id == ask


def test_the_day_of_a_decision_may_stay_open(talk: Begin) -> None:
    one = talk("short").go(until="plan.decide", plan__actions=["act.find_out"])
    one.type("")
    assert one.state.answers["plan.decide"].skipped


# A day on which there is no school.


def read_back(talk: Begin, words: str, language: str = "nl", ask: str = "plan.when.act.find_out") -> str:
    one = talk("short", language=language).go(until=ask, plan__actions=["act.find_out"])
    one.type(words)
    assert one.ask.id.endswith("understood")
    return one.ask.text


def test_a_day_that_was_moved_over_a_holiday_says_why(talk: Begin) -> None:
    why = "30 april 2027 is in de meivakantie. Daarom wordt het vrijdag 23 april 2027."
    assert why in read_back(talk, "eind april", ask="plan.until.act.find_out")
    assert "eind april 2027" in read_back(talk, "eind april"), "of when it begins no more than the month is told"


@pytest.mark.parametrize(("words", "day"), [("eind januari", "2027-01-29"), ("januari", "2027-01-04")])
def test_a_day_beside_a_weekend_is_taken_at_once(words: str, day: str, talk: Begin) -> None:
    one = talk("short").go(until="plan.when.act.find_out", plan__actions=["act.find_out"])
    one.type(words)
    assert one.state.value("plan.when.act.find_out") == day


def test_a_day_that_was_not_moved_needs_no_reason(talk: Begin) -> None:
    assert "Daarom" not in read_back(talk, "eind maart, of anders april")


def test_a_day_too_early_to_look_back_is_told_plainly(talk: Begin) -> None:
    one = talk("short").go(until="closing.look_back", plan__actions=["act.find_out"])
    one.answer("2027-02-08")
    assert "8 februari 2027 valt nog in het plan, want dat loopt tot en met 1 maart 2027." in one.ask.text


# Who is named as the one who begins, and with whom.


@pytest.mark.parametrize(
    "typed",
    ["Joris begint, met zijn eigen klas, en ik help hem.", "Joris, en ik help", "Ik help, Joris begint",
     "ik denk dat Joris begint", "Karin doet het, met mij", "Dat doet Joris", "Joris begins, and I help him"],
)  # fmt: skip
def test_whoever_begins_by_name_is_asked_for_the_role(typed: str, talk: Begin) -> None:
    one = at_who(talk)
    turn = one.type(typed)
    assert [say.id for say in turn.says] == ["heard.whose"]
    assert one.ask.id == WHO
    one.type("de mentor")
    assert kept(one) == ("mentor", "")
    assert [note.text for note in one.state.notes] == [typed]
    assert len(typed.split()) < 4 or typed.rstrip(".")[1:] in plan_line(one)


@pytest.mark.parametrize("typed", ["Iedereen begint samen", "wie begint?", "niemand begint nog", "dat doet de mentor"])
def test_who_names_nobody_is_not_asked_for_the_role_of_somebody(typed: str, talk: Begin) -> None:
    one = at_who(talk)
    turn = one.type(typed)
    assert "heard.whose" not in [say.id for say in turn.says]


def plan_line(one: Talk) -> str:
    view = one.go().conversation.view
    return next(say.text for say in ending(view) if say.id == "closing.plan")


@pytest.mark.parametrize(
    ("typed", "role", "shown"),
    [
        ("Daar begin ik mee, Karin, samen met Joost.", "decaan", "Karin samen met Joost"),
        ("Je bedoelt de les met Joost? Daar begin ik mee, Karin, samen met Joost.", "decaan", "Karin samen met Joost"),
        ("de decaan, Karin, samen met Joost", "decaan", "Karin samen met Joost"),
        ("De decaan, Karin, met Joost", "decaan", "Karin met Joost"),
        ("Ik samen met Sander", "decaan", "de decaan samen met Sander"),
        ("ik, met sander, mentor 4v2", "decaan", "de decaan met sander"),
        ("De mentor, Annelies, samen met mij", "mentor", "Annelies samen met de decaan"),
        ("The mentor, Annelies, together with Joost", "mentor", "Annelies together with Joost"),
    ],
)
def test_with_whom_one_begins_stands_in_the_plan_at_the_end(typed: str, role: str, shown: str, talk: Begin) -> None:
    one = at_who(talk)
    one.type(typed)
    assert one.state.value(WHO) == role
    assert shown in plan_line(one)
