"""Reading a knowledge base: strict when it changed, from a packed copy when it did not, in any language."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.i18n import Language, catalogue_folder
from lobgids.kb import load as loading
from lobgids.kb.authoring import folder as strict_reading
from lobgids.kb.authoring.diagnostics import ContentError
from lobgids.kb.authoring.folder import read
from lobgids.kb.authoring.structure import as_entries
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.files import NotAKnowledgeBaseError
from lobgids.kb.load import CONTENT, fingerprint, load, pack
from lobgids.kb.tracks import spoken_to
from lobgids.log.events import Header, TrackName
from tests.conftest import Talk


@pytest.fixture(autouse=True)
def packed_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pack as often as is asked for here: when that is done is what these tests are about."""
    monkeypatch.setattr(loading, "pack", pack)


def same(one: KnowledgeBase, other: KnowledgeBase) -> bool:
    """Whether two knowledge bases hold the same, all of it unpacked."""
    return list(one.parts()) == list(other.parts())


def test_the_packed_copy_holds_what_the_files_hold(dutch: Language, tmp_path: Path) -> None:
    strict = as_entries(read(CONTENT).values)
    assert same(load(CONTENT, dutch, tmp_path / "cache"), strict)
    assert same(load(CONTENT, dutch, tmp_path / "cache"), strict)
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_the_second_time_no_yaml_is_parsed(dutch: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load(CONTENT, dutch, tmp_path / "cache")

    def forbidden(folder: Path) -> None:
        raise AssertionError(f"{folder} was read again")

    monkeypatch.setattr(strict_reading, "read", forbidden)
    assert same(load(CONTENT, dutch, tmp_path / "cache"), first)


def test_an_edit_shows_at_the_next_start(
    adapted: Path, edit: Callable[[str, str, str], int], dutch: Language, tmp_path: Path
) -> None:
    before = load(adapted, dutch, tmp_path / "cache")
    edit("components/02.yaml", "name: Draagvlak en leiderschap", "name: Wie het draagt")
    after = load(adapted, dutch, tmp_path / "cache")
    assert before.components[1].name == "Draagvlak en leiderschap"
    assert after.components[1].name == "Wie het draagt"


@pytest.mark.parametrize("rubbish", [b"", b"rubbish", b"\x00" * 40])
def test_a_spoiled_packed_copy_is_made_again(rubbish: bytes, dutch: Language, tmp_path: Path) -> None:
    whole = load(CONTENT, dutch, tmp_path / "cache")
    (copy,) = (tmp_path / "cache").iterdir()
    copy.write_bytes(rubbish)
    assert same(load(CONTENT, dutch, tmp_path / "cache"), whole)
    assert copy.read_bytes().startswith(fingerprint(CONTENT, dutch))


def test_a_packed_copy_cut_short_is_made_again(dutch: Language, tmp_path: Path) -> None:
    whole = load(CONTENT, dutch, tmp_path / "cache")
    (copy,) = (tmp_path / "cache").iterdir()
    copy.write_bytes(copy.read_bytes()[:-1000])
    assert same(load(CONTENT, dutch, tmp_path / "cache"), whole)


def test_without_a_place_for_the_copy_it_reads_all_the_same(dutch: Language, tmp_path: Path) -> None:
    in_the_way = tmp_path / "cache"
    in_the_way.write_text("a file where a folder should be", encoding="utf-8")
    assert load(CONTENT, dutch, in_the_way).about.id == "lobgids-vo"


def test_files_saved_by_windows_are_read(adapted: Path, dutch: Language, tmp_path: Path) -> None:
    for path in adapted.rglob("*.yaml"):
        text = path.read_text("utf-8")
        path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert same(load(adapted, dutch, tmp_path / "c"), load(CONTENT, dutch, tmp_path / "d"))


def test_a_folder_without_about_is_no_knowledge_base(tmp_path: Path, dutch: Language) -> None:
    for folder in (tmp_path, tmp_path / "nowhere", CONTENT / "about.yaml"):
        with pytest.raises(NotAKnowledgeBaseError):
            load(folder, dutch, tmp_path)


def test_no_tag_makes_an_object(adapted: Path, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    bad = f"!!python/object/apply:os.mkdir ['{trace}']"
    path = adapted / "about.yaml"
    path.write_text(path.read_text("utf-8").replace('version: "1"', f"version: {bad}"), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read(adapted)
    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == ["LG006"]
    assert not trace.exists()


def test_english_is_another_text_in_the_same_shape(dutch: Language, english: Language, tmp_path: Path) -> None:
    ours, theirs = load(CONTENT, dutch, tmp_path / "cache"), load(CONTENT, english, tmp_path / "cache")
    assert ours.components[4].id == theirs.components[4].id == "c05"
    assert ours.components[4].question.startswith("Denk aan")
    assert theirs.components[4].question.startswith("Think of")
    assert ours.facts == theirs.facts


def test_a_changed_text_is_shown_in_dutch_until_it_is_translated(
    adapted: Path, edit: Callable[[str, str, str], int], english: Language, tmp_path: Path
) -> None:
    edit("components/02.yaml", "name: Draagvlak en leiderschap", "name: Wie het draagt")
    told = load(adapted, english, tmp_path)
    assert told.components[1].name == "Wie het draagt"
    assert told.components[0].name == "Vision and goals of LOB"


def test_an_adapted_knowledge_base_brings_its_own_translations(
    adapted: Path, edit: Callable[[str, str, str], int], translations: ModuleType, tmp_path: Path
) -> None:
    edit("components/02.yaml", "name: Draagvlak en leiderschap", "name: Wie het draagt")
    own = adapted / "locales"
    path = own / "en" / "LC_MESSAGES" / "lobgids.po"
    catalogue = translations.new_catalogue(locale="en")
    catalogue.add("Wie het draagt", "Who carries it", context="c02:name")
    translations.write(catalogue, path)
    translations.compile_catalogue(path)
    told = load(adapted, Language("en", [own, catalogue_folder()]), tmp_path)
    assert told.components[1].name == "Who carries it"
    assert told.components[0].name == "Vision and goals of LOB"


def test_a_packed_copy_needs_nothing_that_reads_yaml(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from lobgids.i18n import Language, catalogue_folder;"
        "from lobgids.kb.load import CONTENT, load;"
        f"load(CONTENT, Language('nl', [catalogue_folder()]), Path({str(tmp_path / 'cache')!r}));"
        "print(sorted({'yaml', 'jsonschema', 'babel', 'textual', 'rich', 'click'} & set(sys.modules)))"
    )
    load(CONTENT, Language("nl", []), tmp_path / "cache")
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.strip()
    assert told == "[]"


def test_a_track_has_words_of_its_own(base: KnowledgeBase) -> None:
    here, elsewhere = (spoken_to(base, track).question("picture.agree") for track in ("workshop", "decaan"))
    assert here.text == base.question("workshop.picture.agree").text != elsewhere.text
    assert here.options == elsewhere.options == base.question("picture.agree").options
    assert [option.id for option in spoken_to(base, "workshop").question("ambition.whose").options] == [
        "whose.leadership", "whose.team", "whose.decaan",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("track", "heard"),
    [("decaan", {"greeting", "picture.intro"}), ("workshop", {"greeting", "picture.intro", "agenda.open"}),
     ("mentor", {"greeting", "opening.begin"})],
)  # fmt: skip
def test_what_stands_in_the_file_of_a_track_is_heard_there_only(
    base: KnowledgeBase, track: str, heard: set[str]
) -> None:
    spoken = spoken_to(base, track)
    names = ("greeting", "picture.intro", "agenda.open", "opening.begin", "workshop.greeting", "mentor.greeting")
    assert {name for name in names if spoken.says(name)} == heard


OF_MENTORS = {"cases", "orientations", "scenes", "newcomer", "either_or", "learned", "autumn"}
OF_GROUPS = {"facilitation", "moments"}


@pytest.mark.parametrize(
    ("track", "not_heard", "not_used"),
    [
        ("decaan", ("_workshop", "_mentor"), {"facts", "glossary", "explanations", *OF_MENTORS, *OF_GROUPS}),
        ("workshop", ("_mentor",), {"facts", "glossary", "explanations", *OF_MENTORS}),
        ("mentor", ("_decaan", "_workshop"), {"glossary", "explanations", "actions", "levels", *OF_GROUPS}),
    ],
)
def test_a_conversation_unpacks_nothing_of_another_track(
    content_in: Callable[[str], LocalizedContent], track: TrackName, not_heard: tuple[str, ...], not_used: set[str]
) -> None:
    language, whole, _ = content_in("nl")
    used = list[str]()

    def unpack(name: str) -> object:
        used.append(name)
        return getattr(whole, name)

    base = KnowledgeBase(unpack)
    header = Header(
        lobgids=1, id="made-up", created="2026-11-23T12:00:00Z", track=track, seed="5eed",
        knowledge_base="lobgids-vo", knowledge_base_version="1", language="nl",
    )  # fmt: skip
    one = Talk(lambda _code: LocalizedContent(language, base), header).go(school__how="school.how.questions")
    assert one.conversation.ask is None
    assert [name for name in used if name.endswith(not_heard) or name in not_used] == []
    assert len(used) == len(set(used))


def test_the_second_time_nothing_is_translated(
    english: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load(CONTENT, english, tmp_path)

    def forbidden(_self: Language, _context: str, message: str) -> str:
        raise AssertionError(f"{message} was translated again")

    monkeypatch.setattr(Language, "pgettext", forbidden)
    assert same(load(CONTENT, english, tmp_path), first)


def test_a_better_translation_shows_at_the_next_start(translations: ModuleType, tmp_path: Path) -> None:
    for place, text in (("first", "Who carries it"), ("second", "Who bears it")):  # gettext reads a file only once
        path = tmp_path / place / "en" / "LC_MESSAGES" / "lobgids.po"
        catalogue = translations.new_catalogue(locale="en")
        catalogue.add("Draagvlak en leiderschap", text, context="c02:name")
        translations.write(catalogue, path)
        translations.compile_catalogue(path)
        told = load(CONTENT, Language("en", [tmp_path / place, catalogue_folder()]), tmp_path / "cache")
        assert told.components[1].name == text
