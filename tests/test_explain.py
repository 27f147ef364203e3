"""`lobgids explain`: the words of today's schools are known in both languages, and a look-alike is only asked."""

import re
from collections.abc import Callable

import pytest

from lobgids.cli.main import main
from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.lookup import all_entries
from lobgids.kb.schema.guide import Term
from lobgids.kb.topics import known, look_alikes, named
from tests.conftest import Talk

WORDS = {
    "coach": "coach loopbaancoach LOB-coach docent-coach advisor tutor",
    "lob-coordinator": "LOB-coördinator loopbaancoördinator",
    "lob-specialist": "LOB-specialist",
    "adjunct": "conrector",
    "stagecoordinator": "stagecoördinator stagebureau",
    "examensecretaris": "examensecretaris",
    "loopbaandossier": "loopbaandossier dossier",
    "portfolio": "portfolio",
    "pta": "PTA programma_van_toetsing_en_afsluiting",
    "schoolexamen": "schoolexamen",
    "handelingsdeel": "handelingsdeel voldaan",
    "doorstroomdossier": "doorstroomdossier",
    "plusdocument": "plusdocument",
    "schoolgids": "schoolgids",
    "plan-van-aanpak": "plan_van_aanpak",
    "lob-methode": "LOB-methode online_programma digitale_methode Qompas YuBu Keuzeweb LC-Data YouChooz",
    "keuzewerktijd": "keuzewerktijd kwt flexuur keuze-uur",
    "coachuur": "coachuur",
    "eigen-vak": "toekomstoriëntatie PPO PSO",
    "leerwerkbedrijf": "leerwerkbedrijf",
    "praktijkgericht-programma": "praktijkgericht_programma",
    "opdrachtgever": "opdrachtgever",
    "snuffelstage": "snuffelstage oriëntatiestage",
    "proefstuderen": "proefstuderen",
    "beroepenmarkt": "beroepenmarkt opleidingenmarkt beroepenavond",
    "mol-gesprek": "MOL-gesprek MOL",
    "driehoeksgesprek": "driehoeksgesprek trialoog",
    "portfoliogesprek": "portfoliogesprek",
    "coachgesprek": "coachgesprek",
    "praktijkonderwijs": "praktijkonderwijs pro",
    "vso": "vso voortgezet_speciaal_onderwijs",
    "vavo": "vavo",
    "mavo": "mavo",
    "basis-kader": "basis_en_kader bb kb",
    "brede-school": "brede_school scholengemeenschap",
    "onderbouw": "onderbouw",
    "bovenbouw": "bovenbouw",
    "roc": "roc",
    "overgangsnormen": "overgangsnormen bevorderingsnormen",
    "bespreekzone": "bespreekzone bespreekgeval",
    "opstromen": "opstromen",
    "afstromen": "afstromen",
    "doubleren": "doubleren",
    "overstap": "overstap",
    "overstapportaal": "overstapportaal Intergrip",
    "aanmelddatum": "aanmelddatum",
    "toelatingsrecht": "toelatingsrecht",
    "numerus-fixus": "numerus_fixus",
    "convenant": "convenant",
    "leerlijn": "doorlopende_leerlijn",
    "oud-leerlingen": "oud-leerlingen alumni",
    "taakuren": "taakuren decanaatsuren",
    "studiemiddag": "studiemiddag kick-off",
    "gelijke-kansen": "gelijke_kansen",
    "determinatie": "determinatie",
    "mentoruur": "mentoruur",
}
"""The words of today's schools, as they are typed (_ is a space), by the end of the id of what they mean."""

TYPED = [(typed.replace("_", " "), f"term.{term}") for term, forms in WORDS.items() for typed in forms.split()]
BRANDS = ("Qompas", "YuBu", "Keuzeweb", "LC-Data", "YouChooz", "Intergrip")
TOO_LONG = 40
MOST_WORDS = 25


@pytest.fixture
def explain(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Have a word explained, and give the exit code and what was said, in one line."""

    def command(typed: str, lang: str = "nl") -> tuple[int, str]:
        code = main(["explain", *typed.split(), "--lang", lang])
        said = capsys.readouterr()
        return code, " ".join(f"{said.out} {said.err}".split())

    return command


@pytest.mark.parametrize(("lang", "other"), [("nl", "en"), ("en", "nl")])
def test_each_word_of_todays_schools_gets_its_own_meaning(
    content_in: Callable[[str], LocalizedContent], lang: str, other: str
) -> None:
    bases = content_in(lang).base, [content_in(other).base]
    assert len(TYPED) > 80
    told = {typed: [topic.id for topic in known(*bases, typed)] for typed, _ in TYPED}
    assert [(typed, told[typed]) for typed, term in TYPED if told[typed] != [term]] == []


@pytest.mark.parametrize(
    ("typed", "lang", "told"),
    [
        ("PTA", "nl", "PTA Programma van toetsing en afsluiting:"),
        ("pro", "nl", "praktijkonderwijs Onderwijs voor leerlingen die het meest leren door te doen."),
        ("flexuur", "en", "keuzewerktijd (time for work of your choice) Hours in which students choose"),
        ("roc", "en", "roc A large school for mbo"),
        ("leerlingenraad", "en", "student council "),
        ("student council", "nl", "leerlingenraad "),
    ],
)
def test_what_is_told_begins_with_the_word(
    explain: Callable[..., tuple[int, str]], typed: str, lang: str, told: str
) -> None:
    code, said = explain(typed, lang)
    assert code == 0
    assert said.startswith(told)


def test_a_meaning_is_short_and_of_later_where_a_year_is_in_it(base: KnowledgeBase) -> None:
    ids = {term for _, term in TYPED}
    mine = [term for term in base.glossary if term.id in ids]
    assert [term.id for term in mine if len(term.meaning.split()) > TOO_LONG] == []
    assert [term.id for term in mine if "20" in term.meaning and term.origin != "later"] == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("dekaan", "decaan"), ("mentoruren", "mentoruur"), ("loopbaandosier", "loopbaandossier"), ("maavo", "mavo")],
)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_look_alike_is_asked_and_nothing_of_it_is_told(
    explain: Callable[..., tuple[int, str]], base: KnowledgeBase, typed: str, meant: str, lang: str
) -> None:
    code, said = explain(typed, lang)
    [term] = [term for term in base.glossary if term.term == meant]
    assert code == 2
    assert meant in said
    assert ("Bedoel je" if lang == "nl" else "Do you mean") in said
    assert term.meaning not in said
    assert said.endswith("?")


@pytest.mark.parametrize("typed", ["xyzzy", "voetbal", "kantine", "fiets", "rooster", "ijs", "akb", "portaal", "tie"])
def test_what_nothing_is_near_gets_no_suggestion_but_a_place_to_look(
    explain: Callable[..., tuple[int, str]], typed: str
) -> None:
    code, said = explain(typed)
    assert code == 2
    assert "Bedoel je" not in said
    assert "de hele lijst onder ‘woorden’" in said


def test_a_part_of_a_word_counts_only_from_the_beginning_of_a_word(base: KnowledgeBase) -> None:
    assert look_alikes(base, "taakb") == ["taakbeleid"]
    assert look_alikes(base, "visit") == ["collegiale visitatie"]
    assert look_alikes(base, "okproc") == []
    assert look_alikes(base, "") == []
    assert len(look_alikes(base, "l")) == 3


def test_a_name_in_brackets_is_a_name(content_in: Callable[[str], LocalizedContent]) -> None:
    base = content_in("en").base
    for typed in ("careers coach", "loopbaancoach", "careers coach (loopbaancoach)"):
        assert [topic.id for topic in named(base, typed)] == ["term.coach"]


def test_an_address_stands_whole_on_a_line(capsys: pytest.CaptureFixture[str], base: KnowledgeBase) -> None:
    assert main(["explain", "PTA", "--lang", "nl"]) == 0
    said = capsys.readouterr().out.split()
    [addition] = [one for one in base.additions if "term.pta" in one.about]
    assert set(addition.pages) <= set(said)


def test_what_is_for_sale_is_recognised_and_named_nowhere_else(base: KnowledgeBase) -> None:
    texts = [
        (entry.id, name, value)
        for entry in all_entries(base)
        for name in entry.__struct_fields__
        if not (isinstance(entry, Term) and name == "also")
        for value in [str(getattr(entry, name))]
    ]
    assert [(entry, name) for entry, name, value in texts for brand in BRANDS if brand.lower() in value.lower()] == []


TODAY = {
    "c02": ["conrector", "regio"],
    "c03": ["schoolgids", "PTA"],
    "c04": ["leerjaren"],
    "c06": ["coach", "eigen vak", "keuzewerktijd", "online programma"],
    "c07": ["leerwerkbedrijf"],
    "c08": ["overgangsnormen"],
    "c09": ["coach of advisor"],
    "c10": ["middag met het hele team", "studiemiddag"],
    "c11": ["MOL-gesprek", "met zijn drieën", "online"],
    "c12": ["regio", "bedrijvendag"],
}
"""What schools have today, at the components where a decaan of such a school has to recognise the question."""


@pytest.mark.parametrize("component", sorted(TODAY))
def test_in_other_words_names_what_schools_have_today(talk: Callable[..., Talk], component: str) -> None:
    one = talk("full").go(until=f"{component}.situation")
    shown = " ".join(getattr(said, "text", "") for said in one.move("example").says)
    assert [word for word in TODAY[component] if word not in shown] == []


def test_in_other_words_is_two_sentences_and_none_is_long(base: KnowledgeBase) -> None:
    for component in base.components:
        sentences = re.split(r"(?<=[.?!]) ", component.in_other_words)
        assert len(sentences) == 2, component.id
        assert max(len(sentence.split()) for sentence in sentences) <= MOST_WORDS, component.id


def test_praktijkonderwijs_and_vso_know_what_to_choose(talk: Callable[..., Talk]) -> None:
    one = talk("full").go(until="welcome.part")
    [said] = one.move("example").says
    assert "Praktijkonderwijs en vso mag je lezen als vmbo" in getattr(said, "text", "")
