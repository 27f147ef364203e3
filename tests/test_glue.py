"""What is filled into a sentence: each word in braces with what its kind says, and clauses that can follow 'dat'."""

import functools
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.i18n import Language, catalogue_folder
from lobgids.kb.authoring.folder import Source, read
from lobgids.kb.authoring.glue import check_glue, kind_of
from lobgids.kb.authoring.needed import FILLED
from lobgids.kb.authoring.structure import as_entries
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.load import CONTENT
from lobgids.kb.schema.fills import KINDS, Kind
from lobgids.kb.translation import in_language, text_in
from lobgids.kb.walk import Leaf, replace
from tests import test_golden
from tests.conftest import ROOT, load_script

WITHIN = (Kind.COUNT, Kind.DAY, Kind.PHRASE, Kind.CLAUSE)
"""What stands within a sentence."""
_MARK = re.compile(r"⟦(?P<key>[\w.-]+)\||⟧")
_ALSO_NAMES = ("published", "row", "title")

Edit = Callable[[str, str, str], int]
Filled = dict[str, set[str]]
"""The values that an entry's word was filled with, by 'entry.word'."""


@functools.cache
def marked(code: str) -> LocalizedContent:
    """The knowledge base with marks around all that is filled in: ⟦entry.word|value⟧."""
    language = Language(code or "nl", [catalogue_folder()])

    def change(leaf: Leaf) -> str:
        return re.sub(r"\{(\w+)\}", rf"⟦{leaf.owner}.\1|{{\1}}⟧", text_in(leaf, language))

    return LocalizedContent(language, as_entries(replace(KnowledgeBase, read(CONTENT).values, change)))


def collect(text: str, found: Filled) -> None:
    """Add every marked value in a text."""
    started: list[tuple[str, int]] = []
    for mark in _MARK.finditer(text):
        if mark["key"]:
            started.append((mark["key"], mark.end()))
        elif started:
            key, start = started.pop()
            found.setdefault(key, set()).add(" ".join(_MARK.sub("", text[start : mark.start()]).split()))


def strings(part: object) -> Iterator[str]:
    """Every string in a structure."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, msgspec.Struct):
        yield from strings(tuple(msgspec.structs.asdict(part).values()))
    elif isinstance(part, (tuple, list)):
        for item in part:
            yield from strings(item)


@pytest.fixture(scope="module")
def filled() -> Filled:
    """What was filled in over the golden conversations and all reports of the examples, in Dutch."""
    found: Filled = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(test_golden, "localized", marked)
        for script in test_golden.SCRIPTS:
            collect(test_golden.transcript(script, "nl"), found)
        reports = load_script(ROOT / "docs" / "make_reports.py")
        patch.setattr(reports, "LANGUAGES", ("nl",))
        for _, report in reports.reports(marked):
            for text in strings(report):
                collect(text, found)
    return found


def names_in(part: object) -> Iterator[str]:
    """Every name and title in the content that is no form made for a sentence: these begin with a capital."""
    if isinstance(part, KnowledgeBase):
        for item in part.parts():
            yield from names_in(item)
    elif isinstance(part, msgspec.Struct):
        for key, value in msgspec.structs.asdict(part).items():
            if isinstance(value, str) and (key == "name" or key in _ALSO_NAMES) and value[:1].isupper():
                yield value
            yield from names_in(value)
    elif isinstance(part, tuple):
        for item in part:
            yield from names_in(item)


def test_a_name_is_filled_in_only_where_the_table_says_so(filled: Filled, base: KnowledgeBase) -> None:
    names = set(names_in(base)) - {base.about.publication.title, *(holiday.name for holiday in base.holidays)}
    assert {"Bijhouden of LOB werkt", "Visie en beleid", "Oefenen"} <= names
    glued = {
        (key, value)
        for key, values in filled.items()
        for value in values
        if kind_of(*_halves(key)) in WITHIN and names & _pieces(value)
    }
    assert not glued


def test_names_stand_beside_each_other_with_semicolons(filled: Filled, base: KnowledgeBase) -> None:
    names = set(names_in(base))
    several = {value for values in filled.values() for value in values if len(names & set(value.split("; "))) > 1}
    assert several
    for key, values in filled.items():
        for part in (part for value in values for part in value.split("; ")):
            if kind_of(*_halves(key)) is Kind.NAME and part not in names:
                assert not names & set(re.split(" en |, ", part)), (key, part)


def _pieces(value: str) -> set[str]:
    """What stands between commas, semicolons and 'en'."""
    return {piece.strip() for piece in re.split("; | en |, ", value)}


def test_each_kind_is_filled_with_what_it_says(filled: Filled, base: KnowledgeBase) -> None:
    heard = {description.heard for component in base.components for description in component.descriptions}
    kinds: dict[Kind, dict[str, set[str]]] = {}
    for key, values in filled.items():
        kinds.setdefault(kind_of(*_halves(key)), {})[key] = values
    assert set(kinds) == set(Kind)
    assert {value for values in kinds[Kind.CLAUSE].values() for value in values} <= heard
    other = {key: value for key, values in filled.items() for value in values if value in heard}
    assert {kind_of(*_halves(key)) for key in other} == {Kind.CLAUSE}


def _halves(key: str) -> tuple[str, str]:
    entry, _, word = key.rpartition(".")
    return entry, word


def test_the_table_has_just_what_the_content_fills(source: Source) -> None:
    filled = {
        f"{entry['id']}.{word}" for field in FILLED for entry in source.values[field] for word in entry.get("fill", ())
    }
    words = {key for key in KINDS if "." not in key}
    assert {key.rpartition(".")[2] for key in filled} == words
    assert {key for key in KINDS if "." in key} <= filled


def test_a_word_of_which_nothing_is_said_is_taken_for_a_name() -> None:
    assert kind_of("picture.unseen", "whatever") is Kind.NAME


@pytest.mark.parametrize("code", ["nl", "en"])
def test_what_was_heard_can_follow_dat(source: Source, code: str) -> None:
    language = Language(code, [catalogue_folder()])
    base: KnowledgeBase = as_entries(in_language(source.values, language))
    heard = [description.heard for component in base.components for description in component.descriptions]
    assert len(heard) == 36
    for clause in heard:
        first = clause.split()[0]
        assert first[0].islower() or first.isupper(), clause
        assert not re.search(r"[.!?:]", clause), clause
        assert first not in {"dat", "that"}, clause


@pytest.mark.parametrize(
    "text",
    [
        "{name}",
        "Dit verschilt: {name}.",
        "Wat is goed aan ‘{name}’?",
        "{name}: daar is nog niet over gepraat.",
        "{name}:\\nHoe gaat dat bij jou?",
        "{name} (verschilt)",
    ],
)
def test_a_name_may_stand_by_itself(text: str, adapted: Path, edit: Edit, dutch: Language) -> None:
    edit("report/decaan.yaml", "Dit verschilt binnen de school: {name}. Wat is daar goed aan, en wat niet?", text)
    assert not list(check_glue(read(adapted), dutch))
