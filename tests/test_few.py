"""Few people who voted are told in words: nobody can work out from what is shown what a colleague chose."""

import re
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from lobgids.dialogue.protocol import Say
from lobgids.report.blocks import Figure, Table
from lobgids.report.vote_plots import plots
from lobgids.session.review import result_in_words
from lobgids.tui.glyphs import UNICODE
from lobgids.tui.projector import drawing
from tests.conftest import Talk
from tests.test_minutes import blocks, minutes, of_example
from tests.test_reports import everything
from tests.test_workshop import by_role, in_groups, in_room

Begin = Callable[..., Talk]

STAFF, TEAM = {"leadership": 3, "decaan": 3}, {"mentor": 8, "subject_teacher": 4}
"""Six of leadership and staff, twelve mentors and teachers."""


def room(talk: Begin, *counts: int) -> Talk:
    """A room that voted once on the first component, for descriptions 1, 2 and 3 and that it does not know."""
    people = sum(counts)
    one = in_room(talk, setup__people=people, setup__roles={"mentor": people})
    options = ("c06.m1", "c06.m2", "c06.m3", "c06.unknown")
    one.answer(dict(zip(options, counts, strict=False)))
    return one


def groups(talk: Begin, **counts: dict[str, int]) -> Talk:
    one = in_groups(talk, setup__people=18, setup__roles={**STAFF, **TEAM})
    one.answer(by_role(**counts))
    return one


def shown(one: Talk) -> dict[str, Any]:
    """All that is told of the vote once it is revealed, at every place that tells it."""
    turn = one.move("reveal")
    view = one.conversation.view
    assert one.ask.tallies
    return {
        "said": [say.text for say in turn.says if isinstance(say, Say)],
        "projector": [line.text.plain for line in drawing.result("", one.ask, view.language, UNICODE, 58)],
        "asked": msgspec.json.encode(one.ask.tallies),
        "minutes": blocks(minutes(one), "votes"),
        "result": [say.text for say in result_in_words(one.conversation) if say.id.startswith("result.votes")],
        "json": msgspec.json.encode(one.conversation.result().group),
    }


def numbers(told: dict[str, Any]) -> list[str]:
    """The numbers that people read of a vote."""
    return re.findall(r"\b\d+\b", " ".join([*told["said"], *told["projector"], *told["result"]]))


# A room.


@pytest.mark.parametrize(("one_off", "alike"), [((6, 1), (7,)), ((5, 1), (6,)), ((2, 1), (3,)), ((8, 0, 1), (9,))])
def test_one_who_saw_it_otherwise_in_a_small_room_is_not_to_be_found(
    talk: Begin, one_off: tuple[int, ...], alike: tuple[int, ...]
) -> None:
    told = shown(room(talk, *one_off))
    assert told == shown(room(talk, *alike))
    assert numbers(told) == []
    assert any("bijna allen" in text for text in told["said"])


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((6, 1), "bijna allen {0}"), ((3,), "bijna allen {0}"), ((7, 1, 0, 1), "de meesten {0}"),
        ((3, 3), "verdeeld: {0} en {1}"), ((3, 3, 3), "verspreid: A, B en C"),
        ((1, 1, 1, 5), "de meesten weten het nog niet"), ((2, 1, 1), "verspreid: A, B en C"),
    ],
)  # fmt: skip
def test_a_small_room_is_told_in_words(talk: Begin, counts: tuple[int, ...], words: str) -> None:
    one = room(talk, *counts)
    one.move("reveal")
    (tally,) = one.ask.tallies
    letters = {bar.id: bar.letter for bar in tally.bars}
    first, second = letters["c06.m1"], letters["c06.m2"]
    wanted = words.format(*(sorted((first, second)) if "{1}" in words else (first,)))
    assert tally.told == wanted
    at_a_glance = next(block for block in blocks(minutes(one), "votes") if isinstance(block, Table))
    assert [row[1] for row in at_a_glance.rows] == [wanted]
    assert not any(isinstance(block, Figure) for block in blocks(minutes(one), "votes"))


def test_a_room_of_ten_or_more_is_counted(talk: Begin) -> None:
    one = room(talk, 11, 1)
    told = shown(one)
    assert {"11", "1"} <= set(numbers(told))
    assert isinstance(told["minutes"][1], Figure)
    assert [cell for cell in ("11", "1") if cell not in everything(minutes(one))] == []


# Groups in a room.


def test_what_a_small_group_chose_is_not_to_be_worked_out_from_the_total(talk: Begin) -> None:
    """Of which group one is who saw it otherwise: the total is the same, and so is all that is told."""
    one_off = groups(talk, staff={"m3": 5, "m1": 1}, team={"m1": 11, "m3": 1})
    told = shown(one_off)
    assert told == shown(groups(talk, staff={"m3": 6}, team={"m1": 12}))
    assert set(numbers(told)) <= {"0", "6", "12"}  # of all together
    table = next(one for one in told["minutes"] if isinstance(one, Table) and one.header[0] == "Groep")
    assert [row[0] for row in table.rows] == ["Schoolleiding en staf", "Mentoren en docenten"]
    assert all(row[1].startswith("bijna allen") for row in table.rows)
    assert not any(bar.groups for tally in one_off.ask.tallies for bar in tally.bars)


def test_groups_of_ten_or_more_are_counted(talk: Begin) -> None:
    one = in_groups(talk, setup__people=23, setup__roles={"leadership": 11, "mentor": 12})
    one.answer(by_role(staff={"m3": 9, "m1": 2}, team={"m1": 12}))
    told = shown(one)
    assert {"9", "2", "12", "14"} <= set(numbers(told))
    assert len([block for block in told["minutes"] if isinstance(block, Figure)]) == 2


def test_the_plots_of_a_terminal_are_those_of_the_minutes(talk: Begin) -> None:
    from lobgids.dialogue.workshop.minutes_data import minutes_data
    from lobgids.report.context import ReportContext

    few = room(talk, 6, 1)
    few.move("reveal")
    view = few.conversation.view
    assert plots(ReportContext(view, []), minutes_data(view).voted) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_minutes_tell_no_count_of_a_group_of_eight(content_in: Any, language: str) -> None:
    made = of_example(content_in, "groep-rollen", language)
    tables = [one for one in blocks(made, "votes") if isinstance(one, Table) and one.header[0] in ("Groep", "Group")]
    assert len(tables) == 5
    assert not re.search(r"\d", " ".join(cell for one in tables for row in one.rows for cell in row))


# What the notes say.


def test_the_note_on_names_is_about_what_stands_below_the_title(talk: Begin) -> None:
    one = talk(track="workshop").go(until="c06.situation", welcome__school="De school van Samira Bakker")
    made = minutes(one, "leadership")
    assert "Samira Bakker" in made.title
    assert made.notes[1] == (
        "De naam in de titel is zoals die getypt is. Daaronder staan geen namen van mensen, geen notities en geen "
        "eigen woorden."
    )
    nobody = talk(track="workshop")
    nobody.move("skip")
    nameless = minutes(nobody.go(until="c06.situation"), "leadership")
    assert nameless.notes[1] == "Hierin staan geen namen van mensen, geen notities en geen eigen woorden."


def test_the_minutes_say_that_words_stand_as_they_were_typed(talk: Begin) -> None:
    notes = " ".join(minutes(room(talk, 6, 1)).notes)
    assert "Hierin staan jullie zinnen zoals ze getypt zijn" in notes
    assert "Wie wat stemde, houdt lobgids niet bij." in notes
