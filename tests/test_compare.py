"""A decaan's conversation beside the group's, and what a workshop comes to in words."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lobgids.advice.comparison import Comparison, compared
from lobgids.cli.main import main
from lobgids.session.review import result_in_words, reviewed
from lobgids.storage.reading import read
from tests.conftest import ROOT, Talk
from tests.test_workshop import in_room

Begin = Callable[..., Talk]
EXAMPLES = ROOT / "lobgids" / "examples"


def example(name: str) -> str:
    return str(EXAMPLES / f"{name}.lobgids")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run a command; gives what it showed, as one line of words."""

    def command(*arguments: str, code: int = 0, lang: str = "nl") -> str:
        assert main([*arguments, "--lang", lang]) == code
        told = capsys.readouterr()
        assert not (told.out if code else told.err)
        return " ".join((told.err or told.out).split())

    return command


def beside(talk: Begin, votes: dict[str, int], mine: Any, **more: Any) -> Comparison:
    """A group that voted on c06 beside a decaan who answered that."""
    group = in_room(talk)
    group.answer(votes)
    group.move("reveal")
    group.go(until="c09.situation", c06__talk="talk.on")
    alone = talk("full").go(
        until="c06.situation", **{f"c{number:02}__situation": f"c{number:02}.unknown" for number in range(1, 6)}
    )
    alone.answer(mine)
    alone.go(until="c08.situation", **more)
    return compared(group.conversation.view, alone.conversation.view)


@pytest.mark.parametrize(
    ("votes", "mine", "is_alike"),
    [
        ({"c06.m2": 12, "c06.m1": 1}, "c06.m2", True),
        ({"c06.m1": 12, "c06.m2": 1}, "c06.m2", False),
        ({"c06.m1": 6, "c06.m2": 7}, "c06.m2", False),
        ({"c06.m1": 6, "c06.m2": 7}, ["c06.m1", "c06.m2"], True),
    ],
)
def test_what_both_told_is_alike_or_apart(talk: Begin, votes: dict[str, int], mine: Any, is_alike: bool) -> None:
    told = beside(talk, votes, mine)
    assert (len(told.alike), len(told.apart)) == ((1, 0) if is_alike else (0, 1))
    (one,) = (*told.alike, *told.apart)
    assert one.name == "De vorm van LOB in het curriculum"


@pytest.mark.parametrize(
    ("votes", "mine", "more"),
    [
        ({"c06.m2": 13}, "c06.unknown", {}),
        ({"c06.m2": 2, "c06.unknown": 11}, "c06.m1", {}),
        ({"c06.m2": 13}, "c06.m1", {"c06__basis": ["wish"]}),
    ],
    ids=["I do not know", "most do not know", "I only wish it"],
)
def test_what_one_of_the_two_does_not_see_is_left_out(
    talk: Begin, votes: dict[str, int], mine: str, more: dict[str, Any]
) -> None:
    assert beside(talk, votes, mine, **more) == Comparison((), ())


def test_votes_that_were_not_shown_are_not_compared(talk: Begin) -> None:
    group = in_room(talk)
    group.answer({"c06.m1": 13})
    assert compared(group.conversation.view, talk("full").go().conversation.view) == Comparison((), ())


def test_what_differs_comes_first_and_what_is_the_same_in_one_line(run: Callable[..., str]) -> None:
    before = {path: path.read_bytes() for path in EXAMPLES.iterdir()}
    told = run("compare", example("groep-kampen"), example("vakkenschool"))
    assert re.search(
        "^Hier zag de groep iets anders dan jij: - Rollen en taken in de school: ik dacht dat de mentor een leerling "
        "met een vraag over de toekomst bij de decaan bracht, en dat .*; de groep is verdeeld: "
        "een deel zag dat .*, een deel zag dat .* "
        "Hier zagen jullie hetzelfde: De vorm van LOB in het curriculum; Ouders en verzorgers\\.$",
        told,
    )
    assert {path: path.read_bytes() for path in EXAMPLES.iterdir()} == before


def test_two_that_see_the_same(run: Callable[..., str]) -> None:
    told = run("compare", example("groep-eens"), example("voorbeeld"))
    assert told.startswith(
        "De groep zag nergens iets anders dan jij. Hier zagen jullie hetzelfde: Visie en doelen van LOB;"
    )


def test_the_comparison_is_in_one_language(run: Callable[..., str]) -> None:
    told = run("compare", example("groep-rollen"), example("voorbeeld"), lang="en")
    assert "I thought that" in told
    assert not set(re.findall(r"[a-z]+", told.lower())) & {"het", "een", "dat", "zag"}


def test_two_that_have_nothing_to_compare(run: Callable[..., str], tmp_path: Path) -> None:
    empty = tmp_path / "leeg.lobgids"
    empty.write_bytes(Path(example("voorbeeld")).read_bytes().splitlines(keepends=True)[0])
    assert "nog geen onderdeel" in run("compare", example("groep-eens"), str(empty))


@pytest.mark.parametrize(
    ("group", "mine", "told"),
    [
        ("voorbeeld", "vakkenschool", "Het eerste bestand is geen gesprek met een groep."),
        ("voorbeeld", "groep-eens", "Het eerste bestand is geen gesprek met een groep."),
        ("mentor", "voorbeeld", "Het eerste bestand is geen gesprek met een groep."),
        ("groep-eens", "groep-kampen", "Het tweede bestand is geen gesprek van een decaan."),
        ("groep-eens", "mentor", "Het tweede bestand is geen gesprek van een decaan."),
    ],
)
def test_other_documents_get_a_sentence(run: Callable[..., str], group: str, mine: str, told: str) -> None:
    assert told in run("compare", example(group), example(mine), code=2)


@pytest.mark.parametrize("place", [0, 1])
def test_a_file_of_something_else_gets_a_sentence(run: Callable[..., str], tmp_path: Path, place: int) -> None:
    foreign = tmp_path / "brief.lobgids"
    foreign.write_text("Beste collega,\n", encoding="utf-8")
    files = [example("groep-eens"), example("voorbeeld")]
    files[place] = str(foreign)
    assert "geen gesprek van lobgids" in run("compare", *files, code=2)
    files[place] = str(tmp_path / "nergens.lobgids")
    run("compare", *files, code=2)
    assert foreign.read_text(encoding="utf-8") == "Beste collega,\n"


# What a workshop comes to.


def test_the_result_tells_what_was_agreed_the_votes_the_plan_and_what_is_left(content_in: Any) -> None:
    conversation = reviewed(read(EXAMPLES / "groep-kampen.lobgids"), content_in)
    said = {say.id: say.text for say in result_in_words(conversation)}
    ids = list(said)
    assert [
        ids.index(one) for one in ("result.agreed", "result.votes.06", "picture.leads_partly", "result.plan")
    ] == sorted(ids.index(one) for one in ("result.agreed", "result.votes.06", "picture.leads_partly", "result.plan"))
    assert "C. Op vaste keuzemomenten gaf de decaan" in said["result.votes.06"]
    assert "(8, de tweede keer 12)" in said["result.votes.06"]
    assert "(14)" in said["result.votes.11"]
    assert "Joris (de mentor), vanaf 12 april 2027" in said["result.plan"]
    assert said["result.find_out"].count("\n") == 10  # nine components, and the themes in one
    assert "Hoeveel uur heeft een mentor hiervoor?" in said["result.parked"]
    assert "bij elkaar kijken" in said["result.round"]
    assert not [one for one in ids if one.startswith("advice.")]


def test_the_result_draws_the_votes_of_each_group(run: Callable[..., str]) -> None:
    told = run("result", example("groep-rollen"))
    assert "Hoe jullie stemden" in told
    assert "Schoolleiding en staf: bijna allen A" in told
    assert "Mentoren en docenten: verdeeld: A en B" in told


def test_the_result_holds_nothing_of_votes_that_were_not_shown(talk: Begin) -> None:
    one = in_room(talk)
    one.answer({"c06.m1": 137})
    told = " ".join(say.text for say in result_in_words(one.conversation))
    assert "137" not in told
    assert "nog niet af" in told
