"""The words of the glossary in a text: whole words, the longest, each once."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.kb.schema.guide import Term
from lobgids.kb.terms import find_terms


def term(word: str, *also: str) -> Term:
    return Term(id="term.made-up", term=word, meaning="Een woord.", also=also)


TERMS = (
    term("LOB"),
    term("LOB-scan"),
    term("mentor", "mentoren"),
    term("oriëntatie", "oriënteren"),
    term("externe loopbaanadviseur"),
    term("loopbaanadviseur"),
    term("portfolio", "portfolio's"),
    term("in de lijn"),
    term("stage"),
)


def words_in(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in find_terms(text, TERMS)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("LOB", ["LOB"]),
        ("De mentoren doen LOB.", ["mentoren", "LOB"]),
        ("(lob), ‘Mentor’ en/of portfolio's!", ["lob", "Mentor", "portfolio's"]),
        ("ORIËNTATIE op een stage", ["ORIËNTATIE", "stage"]),
        ("De externe loopbaanadviseur en de loopbaanadviseur", ["externe loopbaanadviseur", "loopbaanadviseur"]),
        ("Een taak in de lijn is dat.", ["in de lijn"]),
        ("in de lijnen, in de  lijn", []),
        ("LOB – of stage – dus", ["LOB", "stage"]),
        ("mentor\nLOB\u00a0stage", ["mentor", "LOB", "stage"]),
    ],
)
def test_words_are_found_in_the_order_of_the_text(text: str, found: list[str]) -> None:
    assert words_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "LOBBY", "slob", "LOB2", "LOB_", "loboriëntatie", "desoriëntatie", "coöstage", "stagé", "stage\u0301", "éstage",
        "LOB-lessen", "niet-LOB", "LOB\u2011lessen", "LOB\u2010lessen", "LOB-scans", "mentor- en vaklessen",
        "oud-mentoren",
    ],
)  # fmt: skip
def test_a_part_of_a_word_is_not_found(text: str) -> None:
    assert words_in(text) == []


def test_a_word_with_a_hyphen_that_is_a_term_is_found_as_a_whole() -> None:
    assert words_in("De LOB-scan gaat over LOB.") == ["LOB-scan", "LOB"]


def test_a_term_is_found_once_by_whichever_of_its_forms_comes_first() -> None:
    found = find_terms("Mentoren, een mentor, LOB, een mentor en lob", TERMS)
    assert [(start, end, one.term) for start, end, one in found] == [(0, 8, "mentor"), (22, 25, "LOB")]


def test_of_terms_that_share_a_form_the_first_is_found() -> None:
    terms = (term("stage", "praktijk"), term("oefenen", "praktijk"))
    assert [one.term.term for one in find_terms("in de praktijk", terms)] == ["stage"]


def test_letters_that_change_length_with_their_case_keep_the_place() -> None:
    terms = (term("İstanbul"), term("straße"))
    text = "İİ, STRASSE, ẞ: straße in İSTANBUL en"
    assert [text[start:end] for start, end, _ in find_terms(text, terms)] == ["straße", "İSTANBUL"]


def test_signs_in_a_term_are_no_pattern() -> None:
    terms = (term("c++"), term("a.b"), term("[x]"), term("steun (draagvlak)"))
    assert [one.term.term for one in find_terms("c++ acb ccc (steun (draagvlak)) x [x]", terms)] == [
        "c++", "steun (draagvlak)", "[x]",
    ]  # fmt: skip


def test_no_terms_are_found_nowhere() -> None:
    assert find_terms("LOB, (LOB)", ()) == []


@pytest.mark.parametrize("code", ["nl", "en"])
def test_every_form_of_the_glossary_is_found_by_itself(
    content_in: Callable[[str], LocalizedContent], code: str
) -> None:
    glossary = content_in(code).base.glossary
    for one in glossary:
        for form in (one.term, *one.also):
            assert find_terms(form, glossary) == [(0, len(form), one)]
            assert find_terms(f"({form.upper()})", glossary) == [(1, len(form) + 1, one)]


@pytest.mark.parametrize(
    ("code", "text", "ids"),
    [
        (
            "nl",
            "De decaan en de mentoren voeren LOB uit; de LOB-scan laat zien hoe. In LOB-lessen en bij de decanen.",
            ["term.decaan", "term.mentor", "term.lob", "term.lob-scan"],
        ),
        (
            "en",
            "The decaan and the mentors do LOB; the LOB-scan shows how. In LOB lessons, and with the decanen.",
            ["term.decaan", "term.mentor", "term.lob", "term.lob-scan"],
        ),
    ],
)
def test_a_text_in_the_words_of_the_guide(
    content_in: Callable[[str], LocalizedContent], code: str, text: str, ids: list[str]
) -> None:
    assert [one.term.id for one in find_terms(text, content_in(code).base.glossary)] == ids


FORMS = [form for one in TERMS for form in (one.term, *one.also)]
TEXTS = st.lists(st.sampled_from([*FORMS, "-", " ", ", ", "s", "ë", "'", "\n"]) | st.text(max_size=3)).map("".join)


@given(TEXTS)
def test_spans_are_forms_in_order_without_overlap(text: str) -> None:
    found = find_terms(text, TERMS)
    for start, end, one in found:
        assert text[start:end].casefold() in {form.casefold() for form in (one.term, *one.also)}
        assert not text[max(start - 1, 0) : start].isalnum()
        assert not text[end : end + 1].isalnum()
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert len({one.term.term for one in found}) == len(found)


@given(TEXTS)
def test_made_up_terms_are_found_where_they_stand_alone(text: str) -> None:
    word = text.strip() or "x"
    assert find_terms(f"\n{word}\n", (term(word),)) == [(1, 1 + len(word), term(word))]
