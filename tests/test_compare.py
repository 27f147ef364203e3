"""Two conversations beside each other, a decaan's and another's or a group's; and what a workshop comes to in words."""

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lobgids.advice.comparison import Beside, Comparison, compared
from lobgids.cli.main import main
from lobgids.lines.plain import take_leave
from lobgids.session.file_session import FileSession
from lobgids.session.review import result_in_words, reviewed
from lobgids.session.session import StartOptions
from lobgids.storage.reading import read
from tests.conftest import ROOT, Talk
from tests.test_workshop import in_room

Begin = Callable[..., Talk]
EXAMPLES = ROOT / "lobgids" / "examples"
FORM = "De vorm van LOB in het curriculum"


def example(name: str) -> str:
    return str(EXAMPLES / f"{name}.lobgids")


Changed = Callable[..., str]


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """Make a conversation like an example, with other answers to some asks (dots as '__'); None leaves one out."""

    def make(name: str, new_name: str, **values: Any) -> str:
        given = {ask.replace("__", "."): value for ask, value in values.items()}
        header, *events = [json.loads(line) for line in Path(example(name)).read_text("utf-8").splitlines()]
        kept = [event for event in events if given.get(event["ask"], ...) is not None]
        for event in kept:
            if event["ask"] in given and event["kind"] != "noted":
                event["value"] = given[event["ask"]]
        path = tmp_path / f"{new_name}.lobgids"
        lines = [json.dumps(line) for line in ({**header, "id": new_name}, *kept)]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return str(path)

    return make


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run a command; gives what it showed, as one line of words."""

    def command(*arguments: str, code: int = 0, lang: str = "nl") -> str:
        assert main([*arguments, "--lang", lang]) == code
        told = capsys.readouterr()
        assert not (told.out if code else told.err)
        assert not code or told.err.count("\n") == 1
        return " ".join((told.err or told.out).split())

    return command


def beside(talk: Begin, votes: dict[str, int], mine: Any, **more: Any) -> Comparison:
    """A group that voted on c06 beside a decaan who answered that."""
    group = in_room(talk)
    group.answer(votes)
    group.move("reveal")
    group.go(until="c09.situation", c06__talk="talk.on")
    alone = talk("full").go(until="c06.situation")
    if mine:
        alone.answer(mine)
        alone.go(until="c08.situation", **more)
    return compared(group.conversation.view, alone.conversation.view)


def names(found: tuple[Beside, ...]) -> list[str]:
    return [one.name for one in found]


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
    assert (names(told.alike), names(told.apart)) == (([FORM], []) if is_alike else ([], [FORM]))
    assert not told.unknown


@pytest.mark.parametrize(
    ("votes", "mine", "knows"),
    [
        ({"c06.m2": 13}, "c06.unknown", (False, True)),
        ({"c06.m2": 2, "c06.unknown": 11}, "c06.m1", (True, False)),
        ({"c06.unknown": 13}, "c06.unknown", (True, True)),
        ({"c06.m2": 2, "c06.unknown": 11}, None, (True, False)),
    ],
    ids=["the decaan does not know", "most do not know", "nobody knows", "the decaan was not asked"],
)
def test_what_one_of_the_two_does_not_know_is_told(
    talk: Begin, votes: dict[str, int], mine: str | None, knows: tuple[bool, bool]
) -> None:
    told = beside(talk, votes, mine)
    assert told.apart == told.alike == ()
    assert names(told.unknown) == [FORM]
    assert tuple(one.is_unknown for one in told.unknown[0].told) == knows


def test_what_is_only_a_wish_is_left_out(talk: Begin) -> None:
    assert beside(talk, {"c06.m2": 13}, "c06.m1", c06__basis=["wish"]) == Comparison((), (), ())


def test_votes_that_were_not_shown_are_not_compared(talk: Begin) -> None:
    group = in_room(talk)
    group.answer({"c06.unknown": 13})
    assert compared(group.conversation.view, talk("full").go().conversation.view) == Comparison((), (), ())


@pytest.mark.parametrize("first", ["groep-kampen", "vakkenschool"])
def test_both_are_named_and_told_in_the_order_in_which_they_were_given(run: Callable[..., str], first: str) -> None:
    before = {path: path.read_bytes() for path in EXAMPLES.iterdir()}
    sides = {"groep-kampen": "- de groep: groep-kampen.lobgids", "vakkenschool": "- de decaan: vakkenschool.lobgids"}
    accounts = {
        "groep-kampen": "- De groep is verdeeld. Een deel zei dat een leerling .*? Een ander deel zei dat de .*?",
        "vakkenschool": "- De decaan zei dat een leerling .*? bij de decaan terechtkwam, en dat die de vraag oppakte.",
    }
    second = next(name for name in sides if name != first)
    told = run("compare", example(first), example(second))
    assert re.fullmatch(
        f"Naast elkaar: {sides[first]} {sides[second]} "
        f"Waar het antwoord verschilt: Rollen en taken in de school {accounts[first]} {accounts[second]} "
        "Waar nog iets uit te zoeken is: .* "
        f"Waar het antwoord hetzelfde is: - {FORM} - Ouders en verzorgers",
        told,
    )
    assert {path: path.read_bytes() for path in EXAMPLES.iterdir()} == before


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_nobody_is_spoken_to_and_nobody_is_judged(run: Callable[..., str], changed: Changed, lang: str) -> None:
    other = changed("voorbeeld", "b", welcome__part="part.vmbo", c06__situation="c06.m1")
    for files in ((example("groep-rollen"), other), (example("voorbeeld"), other)):
        words = set(re.findall(r"[a-z]+", run("compare", *files, lang=lang).lower()))
        assert not words & {"ik", "jij", "je", "jullie", "jou", "i", "you", "your", "goed", "fout", "right", "wrong"}


def test_two_that_see_the_same(run: Callable[..., str]) -> None:
    told = run("compare", example("groep-eens"), example("voorbeeld"))
    assert "Waar er van allebei een antwoord is, verschilt het niet." in told
    assert "Waar het antwoord hetzelfde is: - Visie en doelen van LOB - " in told
    assert "Waar het antwoord verschilt" not in told


MOST_DO_NOT_KNOW = {
    "nl": r"Waar nog iets uit te zoeken is: .*Ouders en verzorgers - De meesten in de groep weten het nog niet\. "
    "- De decaan zei dat ouders meededen, ",
    "en": r"Where something is still to be found out: .*Parents and carers - Most of the group do not know yet\. "
    "- The decaan said that parents took part, ",
}


@pytest.mark.parametrize("lang", MOST_DO_NOT_KNOW)
def test_what_most_of_the_group_do_not_know_stands_by_itself(
    run: Callable[..., str], changed: Changed, lang: str
) -> None:
    votes = {"c11.m1": 1, "c11.m2": 2, "c11.m3": 1, "c11.unknown": 10}
    group = changed("groep-eens", "middag", c11__situation=votes)
    assert re.search(MOST_DO_NOT_KNOW[lang], run("compare", group, example("voorbeeld"), lang=lang))


@pytest.mark.parametrize(
    ("parts", "lang", "called"),
    [
        (("part.vmbo", "part.havo_vwo"), "nl", ("de decaan van het vmbo", "de decaan van de havo en het vwo")),
        (("part.vmbo", "part.havo_vwo"), "en", ("the vmbo decaan", "the havo and vwo decaan")),
        (("part.havo", "part.vwo"), "nl", ("de decaan van de havo", "de decaan van het vwo")),
        (("part.vmbo", "part.school"), "nl", ("de decaan van het vmbo", "de andere decaan")),
        (("part.several", "part.vwo"), "en", ("the other decaan", "the vwo decaan")),
        (("part.vmbo", "part.vmbo"), "nl", ("de eerste decaan", "de tweede decaan")),
        ((None, "part.school"), "en", ("the first decaan", "the second decaan")),
    ],
)
def test_two_decanen_are_named_by_their_part_of_the_school_if_that_tells_them_apart(
    run: Callable[..., str], changed: Changed, parts: tuple[str | None, str], lang: str, called: tuple[str, str]
) -> None:
    one = changed("voorbeeld", "a", welcome__part=parts[0], c06__situation="c06.m1")
    other = changed("voorbeeld", "b", welcome__part=parts[1])
    told = run("compare", one, other, lang=lang)
    assert f": - {called[0]}: a.lobgids - {called[1]}: b.lobgids " in told
    said = "{} zei dat" if lang == "nl" else "{} said that"
    sentences = [said.format(name[0].upper() + name[1:]) for name in called]
    assert 0 < told.index(sentences[0]) < told.index(sentences[1])


def test_a_decaan_beside_a_group_is_named_by_the_part_of_the_school(run: Callable[..., str], changed: Changed) -> None:
    vmbo = changed("voorbeeld", "b", welcome__part="part.vmbo", c06__situation=["c06.m1", "c06.m3"])
    told = run("compare", example("groep-eens"), vmbo)
    assert "- de groep: groep-eens.lobgids - de decaan van het vmbo: b.lobgids" in told
    assert re.search(
        "- De groep zei vooral dat de mentor .* - De decaan van het vmbo zei dat de decaan voor LOB .* "
        "Ook zei deze decaan dat leerlingen naar veel",
        told,
    )


def test_the_comparison_is_in_one_language(run: Callable[..., str]) -> None:
    told = run("compare", example("groep-rollen"), example("voorbeeld"), lang="en")
    assert "Some said that" in told
    assert not set(re.findall(r"[a-z]+", told.lower())) & {"het", "een", "dat", "zei"}


def test_two_that_have_nothing_to_compare(run: Callable[..., str], tmp_path: Path) -> None:
    empty = tmp_path / "leeg.lobgids"
    empty.write_bytes(Path(example("voorbeeld")).read_bytes().splitlines(keepends=True)[0])
    assert "nog geen onderdeel" in run("compare", example("groep-eens"), str(empty))


@pytest.mark.parametrize(
    ("first", "second", "dutch", "english"),
    [
        (
            "mentor",
            "voorbeeld",
            "In {} staat geen gesprek van een decaan of met een groep",
            "{} is not a decaan's or a group's conversation",
        ),
        (
            "groep-eens",
            "mentor",
            "In {} staat geen gesprek van een decaan of met een groep",
            "{} is not a decaan's or a group's conversation",
        ),
        ("groep-eens", "groep-kampen", "Dit zijn twee gesprekken met een groep", "These are two conversations with"),
        ("voorbeeld", "voorbeeld", "Dit is twee keer hetzelfde gesprek", "This is the same conversation twice"),
        ("groep-eens", "groep-eens", "Dit is twee keer hetzelfde gesprek", "This is the same conversation twice"),
    ],
)
def test_two_that_do_not_go_together_get_a_sentence(
    run: Callable[..., str], first: str, second: str, dutch: str, english: str
) -> None:
    files = example(first), example(second)
    assert dutch.format(example("mentor")) in run("compare", *files, code=2)
    assert english.format(example("mentor")) in run("compare", *files, code=2, lang="en")


def test_a_copy_of_a_file_is_the_same_conversation(run: Callable[..., str], tmp_path: Path) -> None:
    copy = tmp_path / "kopie.lobgids"
    copy.write_bytes(Path(example("voorbeeld")).read_bytes())
    assert "twee keer hetzelfde" in run("compare", example("voorbeeld"), str(copy), code=2)


@pytest.mark.parametrize("place", [0, 1])
def test_a_file_of_something_else_gets_a_sentence(run: Callable[..., str], tmp_path: Path, place: int) -> None:
    foreign = tmp_path / "brief.lobgids"
    foreign.write_text("Beste collega,\n", encoding="utf-8")
    files = [example("groep-eens"), example("voorbeeld")]
    files[place] = str(foreign)
    assert "geen gesprek van lobgids" in run("compare", *files, code=2)
    files[place] = str(tmp_path / "nergens.lobgids")
    assert "is er niet" in run("compare", *files, code=2)
    assert foreign.read_text(encoding="utf-8") == "Beste collega,\n"


# Where one hears that this can be done.


def parted(path: Path, content_in: Any) -> str:
    """The last words about a document, when its conversation is left."""
    stream = io.StringIO()
    with FileSession.resume(path, content_in, StartOptions()) as session:
        take_leave(session, stream)
    return " ".join(stream.getvalue().split())


@pytest.mark.parametrize(
    ("name", "lang", "question"),
    [
        ("voorbeeld", "nl", "Is er ook een gesprek met een groep, of van een andere decaan? Zo leg je het ernaast, "),
        ("groep-eens", "nl", "Heeft een decaan ook zelf een gesprek gehouden? Zo leg je het ernaast, "),
        ("voorbeeld", "en", "Is there also a conversation with a group, or one that another decaan had? This lays it "),
        ("groep-eens", "en", "Has a decaan also had a conversation of their own? This lays it beside this one, "),
    ],
)
def test_whoever_finished_hears_how_to_lay_another_conversation_beside_it(
    name: str, lang: str, question: str, tmp_path: Path, content_in: Any
) -> None:
    path = tmp_path / "klaar.lobgids"
    path.write_bytes(Path(example(name)).read_bytes().replace(b'"language":"nl"', f'"language":"{lang}"'.encode()))
    last = parted(path, content_in)
    assert question in last
    assert last.endswith(f" compare {path} {'ANDER' if lang == 'nl' else 'OTHER'}")


@pytest.mark.parametrize("name", ["mentor", "vakkenschool"])
def test_it_is_not_told_where_it_is_of_no_use(name: str, tmp_path: Path, content_in: Any) -> None:
    path = tmp_path / "verder.lobgids"
    lines = Path(example(name)).read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines if name == "mentor" else lines[:8]))
    assert "compare" not in parted(path, content_in)


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
