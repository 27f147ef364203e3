"""A role that there is not at this school is told of no more, once somebody said so."""

from collections.abc import Callable

import pytest

from lobgids.kb.base import KnowledgeBase
from lobgids.log import ask_ids
from lobgids.log.ask_ids import ACTIONS
from lobgids.report.editions import editions_of
from lobgids.school.absent import told_absent
from tests.conftest import Talk, sensible
from tests.test_reports import everything, report

Begin = Callable[..., Talk]

TAKEN = "act.m2.agreements"
WHO = ask_ids.plan("who", TAKEN)
NAMES = ("adjunct", "locatiedirecteur", "locatieleider")


@pytest.mark.parametrize(
    ("typed", "roles"),
    [
        ("adjunct, hebben we niet", {"deputy"}),
        ("adjunct, hebben we niet. teamleider, vandaag", {"deputy"}),
        ("Adjunct? Die hebben we niet.", {"deputy"}),
        ("we hebben geen adjunct", {"deputy"}),
        ("een conrector bestaat hier niet", {"deputy"}),
        ("er is geen teamleider bij ons, dat doet de rector", {"team_leader"}),
        ("deputy, we don't have one", {"deputy"}),
        ("there is no team leader here", {"team_leader"}),
        ("de mentor doet het niet", set()),
        ("de mentoren hebben we niet gevraagd", set()),
        ("de mentor is er niet", set()),
        ("we hebben geen adjunct die dat doet", set()),
        ("de adjunct doet het, een vast moment hebben we niet", set()),
        ("maar verder heeft geen mentor daar ooit iets in gehad", set()),
        ("er is geen mentor beschikbaar", set()),
        ("we hebben geen tijd, de mentor doet het", set()),
    ],
)
def test_only_what_says_that_there_is_none_does(typed: str, roles: set[str], base: KnowledgeBase) -> None:
    assert told_absent(base, typed) == roles


def at_who(talk: Begin, form: str = "short") -> Talk:
    """At who begins with an action that the deputy would lead."""
    one: Talk = talk(form).go(until=ACTIONS)
    assert TAKEN in [option.id for option in one.ask.options]
    one.answer([TAKEN])
    assert one.ask.id == WHO
    return one


def told(one: Talk) -> list[str]:
    """All that any report tells, but for what somebody typed, and what the publication says of schools in general."""
    lines: list[str] = []
    for edition in editions_of("decaan").editions:
        if edition.readers != "reference":
            lines += everything(report(one, edition.readers))
    return lines


def naming(lines: list[str]) -> list[str]:
    return [line for line in lines if any(name in line.casefold() for name in NAMES)]


def test_who_does_it_instead_is_taken_at_once(talk: Begin) -> None:
    one = at_who(talk)
    one.type("adjunct, hebben we niet. teamleider")
    if one.state.proposed:
        one.type("ja")
    assert one.state.value(WHO) == "team_leader"
    (item,) = one.conversation.view.conclusions.plan
    assert (item.owner, item.name, item.title) == (
        "team_leader", "", "Nagaan wat taken en uren voor LOB doen",
    )  # fmt: skip
    assert item.how.startswith("De schoolleiding vraagt de teamleiders")


def test_a_title_that_names_it_names_who_does_it_then(talk: Begin) -> None:
    one = talk("full").go(until=ACTIONS, theme__agreements=["doer.nobody"])
    one.answer([TAKEN])
    assert "De adjunct zet" in one.ask.text
    one.type("adjunct, hebben we niet")
    assert "De schoolleiding zet in het taakbeleid wat LOB vraagt" in one.ask.text
    assert one.conversation.view.conclusions.plan[0].owner == "leadership"


def test_where_nobody_is_named_it_is_asked_again_without_that_role(talk: Begin) -> None:
    one = at_who(talk)
    turn = one.type("een adjunct hebben we niet")
    assert [say.text for say in turn.says] == ["Goed, die rol laat ik dan weg."]
    assert one.ask.id == WHO
    assert "deputy" not in [option.id for option in one.ask.options]
    assert not naming([one.ask.text, *(option.text for option in one.ask.options)])


@pytest.mark.parametrize("form", ["short", "full"])
@pytest.mark.parametrize("wish", ["ambition.stay_school", "ambition.m3"])
def test_no_report_and_no_closing_tells_of_it_any_more(form: str, wish: str, talk: Begin) -> None:
    one: Talk = talk(form).go(until=ACTIONS, ambition__school=wish)
    one.answer([next(option.id for option in one.ask.options if option.id.startswith("act.m"))])
    one.type("een adjunct hebben we niet")
    said: list[str] = []
    while one.conversation.ask:
        said += [one.ask.text, *(option.text for option in one.ask.options)]
        said += [say.text for say in one.answer(sensible(one.ask)).says if hasattr(say, "text")]
    said.append(one.conversation.close().text)
    assert not naming(said)
    typed = {"een adjunct hebben we niet"}
    left = [line for line in naming(told(one)) if not any(words in line for words in typed)]
    assert left == []


def test_it_can_be_said_where_one_tells_who_does_what(talk: Begin) -> None:
    one = talk("full").go(until="theme.agreements")
    one.type("een adjunct hebben we niet, dat doet de teamleider")
    if one.state.proposed:
        one.type("ja")
    assert one.state.value("theme.agreements") == ["doer.team_leader"]
    assert not naming([option.text for option in one.ask.options])
    one.go(until=ACTIONS)
    assert not naming([option.text for option in one.ask.options])


def test_an_action_of_any_other_role_names_it_no_more_either(talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    one.answer(["act.m2.advice"])
    one.type("een mentor hebben we niet")
    (item,) = one.conversation.view.conclusions.plan
    assert "mentor" not in f"{item.title} {item.how} {item.success}".casefold()
    assert item.owner != "mentor"
    assert item.how
