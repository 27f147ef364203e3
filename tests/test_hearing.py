"""What somebody types is held beside example sentences: what is proposed, and when nothing is."""

import math
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import yaml

from lobgids.cli.main import main
from lobgids.hearing import learning
from lobgids.hearing.clauses import Dividing
from lobgids.hearing.ear import Ear, Heard
from lobgids.hearing.features import features
from lobgids.hearing.index import Index
from lobgids.hearing.load import fingerprint, load_ear, pack
from lobgids.hearing.ridge import cholesky, inverse_diagonal, left_out, solve
from lobgids.kb.load import CONTENT, sealed
from tests.conftest import ROOT

EXAMPLES: dict[str, dict[str, list[str]]] = {
    "01": {
        "c01.m1": [
            "De decaan vertelt alles.", "De decaan legt het uit in een les.", "Ik sta zelf voor de klas met folders.",
            "Ik geef de voorlichting.", "Alles loopt via de decaan.",
        ],
        "c01.m2": [
            "De mentoren doen het in het mentoruur.", "De mentor praat er over.", "Het zit in de mentorlessen.",
            "Mentoren voeren de gesprekken.", "De mentor doet het meeste.",
        ],
        "c01.m3": [
            "Iedereen doet mee, ook vakdocenten.", "Het hele team is ermee bezig.", "Elke vakdocent heeft het erover.",
            "Wij doen het als team.", "Vakken en begeleiding gaan samen op.",
        ],
        "c01.none": ["De kantine is verbouwd.", "Dat weet ik eigenlijk niet.", "Volgende week hebben we vakantie."],
    },
    "02": {
        "c02.m1": ["Ouders krijgen een brief.", "Er gaat een mail naar ouders.", "Ouders lezen het op de site."],
        "c02.m2": ["Ouders zitten bij het gesprek.", "Vader of moeder praat mee.", "Met ouders aan tafel."],
        "c02.m3": ["Ouders vertellen over hun beroep.", "Een moeder gaf een gastles.", "Ouders bieden stages aan."],
    },
}  # fmt: skip
DIVIDING = ["onderbouw", "bovenbouw", "de een ... de ander", "sommige"]


def write(folder: Path, files: Mapping[str, object], code: str = "nl") -> Path:
    """A folder with example sentences in a language."""
    place = folder / "own_words" / code
    place.mkdir(parents=True, exist_ok=True)
    for name, value in files.items():
        (place / f"{name}.yaml").write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "utf-8")
    return folder


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("made_up"), {**EXAMPLES, "dividing": DIVIDING})


@pytest.fixture
def ear(made_up: Path, tmp_path: Path) -> Ear:
    return load_ear(made_up, "nl", tmp_path / "cache")


@pytest.fixture(scope="module")
def own_ear(learnt_once: Path) -> Ear:
    """The ear of our own knowledge base, in Dutch."""
    return load_ear(CONTENT, "nl", learnt_once)


@pytest.mark.parametrize("key", [key for key in (*EXAMPLES["01"], *EXAMPLES["02"]) if not key.endswith("none")])
def test_an_example_is_taken_for_its_own_description(ear: Ear, key: str) -> None:
    component = key[:3]
    for sentence in EXAMPLES[key[1:3]][key]:
        heard = ear.hear(component, sentence.upper())
        assert (heard.kind, heard.descriptions) == ("one", (key,)), sentence
        assert heard.nearest[0].sentence == sentence
        assert heard.nearest[0].description == key
        assert heard.nearest[0].similarity == pytest.approx(1, abs=1e-6)


def test_words_that_were_never_learnt_together_are_heard_by_their_pieces(ear: Ear) -> None:
    heard = ear.hear("c01", "het mentoruurtje van de mentoren")
    assert heard.descriptions[0] == "c01.m2"
    assert heard.scores[0][0] == "c01.m2"
    assert heard.margin == pytest.approx(heard.scores[0][1] - heard.scores[1][1])


def test_what_is_denied_is_another_word(ear: Ear) -> None:
    said, denied = (dict(ear.hear("c01", text).scores) for text in ("de decaan doet het", "niet de decaan doet het"))
    assert denied["c01.m1"] < said["c01.m1"]
    ended = dict(ear.hear("c01", "dat niet. de decaan doet het").scores)  # what is denied ends with its clause
    assert ended["c01.m1"] > denied["c01.m1"]


@pytest.mark.parametrize(
    "text",
    ["", "   ", "😀😀👍", "...!?", "De kantine is verbouwd.", "qzx vwj", "The head wrote a plan last June.", "\ud800"],
)
def test_what_is_near_nothing_is_not_proposed(ear: Ear, text: str) -> None:
    heard = ear.hear("c01", text)
    assert (heard.kind, heard.descriptions) == ("nothing", ())


def test_an_example_of_nothing_is_shown_as_such(ear: Ear) -> None:
    (first, *_) = ear.hear("c01", "De kantine is verbouwd.").nearest
    assert (first.sentence, first.description) == ("De kantine is verbouwd.", "")


def test_a_sentence_about_another_component_is_not_proposed(ear: Ear) -> None:
    assert ear.hear("c01", "Ouders krijgen een brief.").kind == "nothing"


def test_a_component_that_is_not_known_is_heard_as_nothing(ear: Ear) -> None:
    assert ear.hear("c99", "De mentor doet het meeste.") == Heard("nothing")
    assert ear.components == ("c01", "c02")


def test_what_stands_behind_the_first_600_characters_is_not_looked_at(ear: Ear) -> None:
    begin = "De mentor doet het meeste. " * 40
    assert ear.hear("c01", begin + "Ouders, team en decaan. " * 400) == ear.hear("c01", begin)


def test_clauses_that_point_to_different_descriptions_divide(ear: Ear) -> None:
    heard = ear.hear("c01", "In de onderbouw de mentoren in het mentoruur, in de bovenbouw doet het hele team mee.")
    assert heard.kind == "divided"
    assert set(heard.descriptions) == {"c01.m2", "c01.m3"}


def test_without_a_dividing_word_or_two_descriptions_nothing_divides(ear: Ear) -> None:
    assert ear.hear("c01", "De mentoren in het mentoruur, het hele team doet mee.").kind != "divided"
    assert ear.hear("c01", "In de onderbouw doen de mentoren het in het mentoruur.").kind != "divided"


def test_the_dividing_words_can_come_from_outside(made_up: Path, tmp_path: Path) -> None:
    ear = load_ear(made_up, "nl", tmp_path, dividing=["hier"])
    text = "{} de mentoren in het mentoruur, {} is het hele team ermee bezig."
    assert ear.hear("c01", text.format("Hier", "daar")).kind == "divided"
    assert ear.hear("c01", text.format("In de onderbouw", "in de bovenbouw")).kind != "divided"


def test_a_phrase_may_have_anything_in_between() -> None:
    dividing = Dividing(DIVIDING)
    assert dividing.clauses("De een praat met ze, de ander laat ze een test doen.") == [
        "de een praat met ze", " de ander laat ze een test doen",
    ]  # fmt: skip
    assert dividing.clauses("De een praat met ze, en dat is het.") == []
    assert dividing.clauses("in de onderbouw zo gaat het in de bovenbouw weer anders")[-1].startswith("bovenbouw")
    assert Dividing([]).clauses("sommige wel, anderen niet") == []


def test_the_same_is_heard_from_a_packed_copy(made_up: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["De mentor doet het meeste.", "wij met zijn allen", "onderbouw de mentor, bovenbouw de decaan"]
    learnt = [load_ear(made_up, "nl", tmp_path).hear("c01", text) for text in texts]

    def forbidden(*_: object) -> None:
        raise AssertionError("learnt again")

    monkeypatch.setattr(learning, "learn", forbidden)
    assert [load_ear(made_up, "nl", tmp_path).hear("c01", text) for text in texts] == learnt


def test_learning_twice_gives_the_same_bytes(made_up: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from lobgids.hearing.load import pack;"
        f"sys.stdout.buffer.write(pack(Path({str(made_up)!r}), 'nl'))"
    )
    told = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True)
    assert told.stdout == pack(made_up, "nl")


@pytest.mark.parametrize("rubbish", [b"", b"rubbish", b"\x00" * 40])
def test_a_spoiled_packed_copy_is_made_again(made_up: Path, tmp_path: Path, rubbish: bytes) -> None:
    cache = tmp_path / "cache"
    first = load_ear(made_up, "nl", cache).hear("c01", "de mentor")
    (copy,) = cache.iterdir()
    copy.write_bytes(rubbish)
    assert load_ear(made_up, "nl", cache).hear("c01", "de mentor") == first
    assert copy.read_bytes() == sealed(fingerprint(made_up, "nl"), pack(made_up, "nl"))


def test_an_adapted_folder_is_learnt_from_anew(tmp_path: Path) -> None:
    folder = write(tmp_path / "adapted", EXAMPLES)
    before = load_ear(folder, "nl", tmp_path / "cache").hear("c02", "Ouders koken samen soep.")
    changed = {**EXAMPLES["02"], "c02.m3": [*EXAMPLES["02"]["c02.m3"], "Ouders koken samen soep."]}
    write(folder, {"02": changed})
    after = load_ear(folder, "nl", tmp_path / "cache").hear("c02", "Ouders koken samen soep.")
    assert before.descriptions != ("c02.m3",)
    assert (after.kind, after.descriptions) == ("one", ("c02.m3",))


@pytest.mark.parametrize("code", ["nl", "en", "../nl"])
def test_a_folder_without_examples_hears_nothing(tmp_path: Path, code: str) -> None:
    ear = load_ear(tmp_path / "nowhere", code, tmp_path / "cache")
    assert ear.hear("c01", "De mentor doet het meeste.") == Heard("nothing")
    assert not (tmp_path / "cache").exists()


def test_a_component_with_fewer_descriptions_is_heard_all_the_same(tmp_path: Path) -> None:
    files = {"01": {"c01.m1": EXAMPLES["01"]["c01.m1"]}, "02": {"c02.none": EXAMPLES["01"]["c01.none"]}}
    ear = load_ear(write(tmp_path, files), "nl", tmp_path / "cache")
    assert ear.hear("c01", "Ik geef de voorlichting.").descriptions == ("c01.m1",)
    assert ear.hear("c02", "De kantine is verbouwd.") == Heard("nothing")


def test_a_file_with_a_fault_is_not_learnt_from(tmp_path: Path) -> None:
    folder = write(tmp_path, {"01": EXAMPLES["01"], "02": {"c02.m1": "geen lijst"}})
    ear = load_ear(folder, "nl", tmp_path / "cache")
    assert ear.components == ("c01",)
    assert ear.hear("c01", "De mentor doet het meeste.").kind == "one"


def test_a_cholesky_worked_by_hand() -> None:
    # [[4, 2], [2, 10]] = L x L' with L = [[2, 0], [1, 3]]; its inverse is [[10, -2], [-2, 4]] / 36.
    lower = cholesky([[4.0], [2.0, 10.0]])
    assert lower == [[2.0], [1.0, 3.0]]
    assert solve(lower, [8.0, 22.0]) == pytest.approx([1, 2])
    assert inverse_diagonal(lower) == pytest.approx([10 / 36, 4 / 36])


def kernel(size: int) -> list[list[float]]:
    """A symmetric positive definite matrix: nearness on a line, and a ridge."""
    return [[math.exp(-abs(row - column)) + (row == column) * 0.3 for column in range(size)] for row in range(size)]


def predict(matrix: Sequence[Sequence[float]], wanted: Sequence[float], place: int) -> float:
    """What is predicted at a place by all others."""
    others = [index for index in range(len(wanted)) if index != place]
    lower = cholesky([[matrix[row][column] for column in others] for row in others])
    weights = solve(lower, [wanted[index] for index in others])
    return sum(weight * matrix[place][index] for weight, index in zip(weights, others, strict=True))


def test_leaving_one_out_at_once_is_learning_without_each() -> None:
    matrix, wanted = kernel(6), [1.0, 0.0, 1.0, 1.0, 0.0, 0.0]
    lower = cholesky(matrix)
    at_once = left_out(wanted, solve(lower, wanted), inverse_diagonal(lower))
    assert at_once == pytest.approx([predict(matrix, wanted, place) for place in range(6)])


def test_descriptions_with_the_same_examples_are_confused(tmp_path: Path) -> None:
    examples = {
        "c01.m1": ["over studies", "over eisen", "over studies en eisen"],
        "c01.m2": ["over studies eisen", "over de eisen", "studies en eisen"],
        "c01.m3": ["een dag meelopen", "op stage meelopen", "bij een bedrijf meelopen"],
    }
    folder = write(tmp_path, {"01": examples})
    found = {(one.description, one.other): one for one in load_ear(folder, "nl", tmp_path / "cache").confusions}
    assert found["c01.m1", "c01.m2"].taken > 1
    assert found["c01.m1", "c01.m2"].total == 3
    assert not any(one.taken > 1 for one in found.values() if "c01.m3" in one[:2])


def test_our_own_examples_are_heard(own_ear: Ear) -> None:
    assert own_ear.components == tuple(f"c{number:02}" for number in range(1, 13))
    examples = yaml.safe_load((CONTENT / "own_words" / "nl" / "09.yaml").read_text("utf-8"))
    heard = [own_ear.hear("c09", sentence) for sentence in examples["c09.m2"]]
    assert sum(one.descriptions[:1] == ("c09.m2",) for one in heard) >= 0.95 * len(heard)


@pytest.mark.parametrize(
    "text", ["The head and I decide together, every week.", "😀" * 3000, "la " * 4000, "1234567890"]
)
def test_another_language_or_rubbish_is_nothing_to_our_own(own_ear: Ear, text: str) -> None:
    assert {own_ear.hear(component, text).kind for component in own_ear.components} == {"nothing"}


def test_a_conversation_does_not_learn_before_somebody_types(tmp_path: Path) -> None:
    script = (
        "import sys; from lobgids.cli.main import main;"
        f"main(['talk', {str(tmp_path / 'a.lobgids')!r}, '--json', '--lang', 'nl']);"
        "print(any(name.startswith('lobgids.hearing') for name in sys.modules), file=sys.stderr)"
    )
    told = subprocess.run([sys.executable, "-c", script], input="", capture_output=True, text=True, check=True)
    assert told.stderr.strip() == "False"


def test_a_packed_copy_needs_nothing_that_reads_yaml_or_learns(made_up: Path, tmp_path: Path) -> None:
    load_ear(made_up, "nl", tmp_path)
    script = (
        "import sys; from pathlib import Path; from lobgids.hearing.load import load_ear;"
        f"print(load_ear(Path({str(made_up)!r}), 'nl', Path({str(tmp_path)!r})).hear('c01', 'de mentoren').kind);"
        "print(sorted({'yaml', 'jsonschema', 'lobgids.hearing.learning', 'lobgids.hearing.ridge'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert told.splitlines()[1] == "[]"


@pytest.mark.usefixtures("learnt")
def test_the_command_tells_what_would_be_proposed_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    sentence = "De mentor heeft verschillende gesprekken met de leerling gehad"
    assert main(["kb", "hear", sentence, "--component", "9", "--lang", "nl"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("09 Rollen en taken in de school: ")
    assert "lijkt op:" in told
    assert "c09.m2" in told
    assert main(["kb", "hear", "toelatingseisen en open dagen", "--lang", "en", "--component", "5"]) == 0
    assert "resembles:" in capsys.readouterr().out


@pytest.mark.usefixtures("learnt")
def test_the_command_without_a_component_tells_where_it_is_heard_best_first(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["kb", "hear", "Ouders vertelden in de klas over hun beroep.", "--lang", "nl"]) == 0
    assert capsys.readouterr().out.startswith("11 ")
    assert main(["kb", "hear", "😀", "--lang", "nl"]) == 0
    assert capsys.readouterr().out == "Bij geen enkel onderdeel doet lobgids een voorstel.\n"
    assert main(["kb", "hear", "x", "--component", "13", "--lang", "nl"]) == 2
    assert "Er is geen onderdeel 13." in capsys.readouterr().err


def test_the_examples_of_a_description_are_shown_in_the_language(capsys: pytest.CaptureFixture[str]) -> None:
    for code, title in (("nl", "in eigen woorden"), ("en", "in own words")):
        assert main(["kb", "show", "c05.m2", "--lang", code]) == 0
        told = capsys.readouterr().out
        first = yaml.safe_load((CONTENT / "own_words" / code / "05.yaml").read_text("utf-8"))["c05.m2"][0]
        assert f"- {first[:40]}" in told
        assert title in told
    assert main(["kb", "show", "c05", "--lang", "nl"]) == 0
    assert "in eigen woorden" not in capsys.readouterr().out


def test_a_component_without_a_file_hears_nothing_and_is_warned_of(
    adapted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (adapted / "own_words" / "nl" / "05.yaml").unlink()
    assert main(["--kb", str(adapted), "kb", "check", "--lang", "en"]) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("0 errors, 1 warning\n")
    assert "own_words/nl/05.yaml:1:1: LG081 warning" in captured.err
    assert main(["--kb", str(adapted), "kb", "hear", "toelatingseisen", "--component", "5", "--lang", "nl"]) == 0
    assert "geen voorstel" in capsys.readouterr().out


def test_an_index_tells_who_has_a_feature() -> None:
    index = Index(learning.learn({"c01.m1": ["een"], "c01.m2": ["een", "twee"]}))
    assert [list(index.examples_with(feature)) for feature in features("een").words] == [[0, 1]]
    assert index.examples_with(0) == ()
