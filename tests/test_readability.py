"""Texts are easy to read: by the ease of what is said and of each kind of text, sentence by sentence, word by word."""

import functools
import re
from collections.abc import Callable
from types import ModuleType

import pytest

from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.dialogue.protocol import Answer, Ask, Input
from lobgids.kb.authoring.folder import Source
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.schema.base import TRANSLATED
from lobgids.kb.walk import Leaf, leaves
from tests.conftest import sensible
from tests.readability import ease, rare_words, sentences_of, syllables, words_of

SAID, ADVISED, HARDEST = 80, 70, 30
"""The least ease of what a conversation says, of each kind of advice, and of a sentence."""

SHORTEST = 5
"""The least words of a sentence of which an ease says something."""

KINDS = {
    "tasks in a few words": r"task\..*:short",
    "first steps": r"task\..*:step",
    "tasks": r"task\..*:text",
    "forms": r"form\..*:(text|title)",
    "plans for forms": r"form\..*:(begin|success)",
    "what is counted": r"(form|action)\..*:count",
    "content": r"content\..*:text",
    "competences": r"((team\.m\d\.\w+\.)?(head|hands|heart)\..*:text|sbl\..*:about)",
    "what a role is": r"(leadership|deputy|team_leader|decaan|mentor|subject_teacher)(\.m.*:text|:about)",
    "professionalisation": r"prof\..*",
    "conditions": r"condition\..*",
    "tips": r"tip\..*",
    "names of actions": r"action\..*title",
    "actions": r"action\..*:(begin.how|stronger.how|success)",
}
"""Kinds of advice, by the contexts of their texts."""

NAMES = re.compile(r"(sbl|deputy)\..*:(name|title)|c\d\d:published|report\.stars\.caption_stay:.*")
"""The texts that are, or hold, names from the publication or the law."""

HARD = {
    # What LOB stands for, and names of what was made a law.
    "report.guide.lob:variants", "report.parents.lead:variants", "addition.loopbaancompetenties:text",
    # The words that one hears at such a school.
    "m2:language", "m3:language",
    # Words of the publication.
    "two-sided.team-competences:text", "visie-en-beleid.m3:practice",
    # Definitions of long words, and what is said about a plan for professionalisation.
    "term.geinformeerd-kiezen:meaning", "term.loopbaancompetenties:meaning", "term.kernteam:meaning",
    "term.platte-organisatie:meaning", "term.vmbo:meaning", "term.vwo:meaning",
    "term.mbo:meaning", "term.hbo:meaning", "term.determinatievergadering:meaning", "term.veranderkunde:meaning",
    "term.wet-bio:meaning", "term.nvs-nvl:meaning", "term.vvsl:meaning", "term.avg:meaning",
    "explain.assignment.2:text", "explain.approach.4:text", "explain.stages.5:text", "explain.looking.1:text",
    "explain.organisation.2:text", "explain.roles.1:text", "explain.roles.4:text",
    "explain.professionalisation.2:text",
}  # fmt: skip
"""The texts in which a sentence is harder, by what makes it so."""

RARE = {
    # Names.
    "Fenna", "Kuijpers", "Marinka", "Meirink", "Ruijters", "Zwaneveld", "explain", "json", "shall",
    # The names of SBL's competences, and words that stand beside what they mean.
    "Advisering", "Organisatorisch", "Neurolinguïstisch", "faciliterende", "gestileerd", "hiërarchische",
    # Forms of everyday words.
    "aanspreekpunt", "concreter", "dichtvouwt", "echts", "ertussenin",
    "externen", "geschoold", "getypt", "handigst", "installateur", "knellen", "lette", "makkelijkst",
    "nabootsen", "nagebootste", "oefende", "pratend", "preciezer", "professionaliseert",
    "rustte", "sollicitanten", "solliciteert", "typt", "uitvoerders", "vaardiger",
    "vakjes", "vakkundige", "wringen",
}  # fmt: skip
"""The rare words that stay."""


@pytest.fixture(scope="module")
def shown(source: Source) -> list[Leaf]:
    """Each text that somebody reads."""
    return [leaf for leaf in leaves(KnowledgeBase, source.values) if TRANSLATED in leaf.marks and leaf.value]


@pytest.mark.parametrize(
    ("word", "count"),
    [("leerling", 2), ("over", 2), ("LOB", 3), ("LOB-les", 4), ("professionalisering", 8), ("uren", 2), ("2011", 1)],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_ease_of_a_sentence_by_hand() -> None:
    assert sentences_of("Zeg {one} het: zo. ‘Nee!’ lobgids zwijgt.") == ["Zeg  het: zo.", "‘Nee!", "lobgids zwijgt."]
    assert ease(["Dat zegt de mentor."]) == pytest.approx(206.835 - 0.93 * 4 - 77 * 5 / 4)


@pytest.mark.parametrize(
    ("text", "rare"),
    [("Een ouderavond voor {who}", []), ("De kring krijgt ascese", ["ascese"]), ("een LOB-paragnost", ["paragnost"])],
)
def test_rare_words(text: str, rare: list[str]) -> None:
    assert list(rare_words(text, ())) == rare


@pytest.mark.parametrize("kind", KINDS)
def test_advice_is_easy_to_read(kind: str, shown: list[Leaf]) -> None:
    found = [leaf.value for leaf in shown if re.fullmatch(KINDS[kind], leaf.context)]
    assert len(found) > 5
    assert ease(one for text in found for one in sentences_of(text)) >= ADVISED


@pytest.mark.parametrize(("track", "form"), [("decaan", "short"), ("decaan", "full"), ("mentor", ""), ("workshop", "")])
def test_a_conversation_is_easy_to_read(
    track: str, form: str, lengths: ModuleType, content_in: Callable[[str], LocalizedContent]
) -> None:
    def answer(ask: Ask, model: int) -> Input:
        return Answer(answer=sensible(ask)) if track == "workshop" else lengths.answer(ask, model)

    walks = (
        lengths.turns(content_in("nl"), track, form, "", functools.partial(answer, model=model)) for model in (1, 2, 3)
    )
    texts = (text for walk in walks for turn in walk for text in lengths.texts(turn))
    assert ease(one for text in texts for one in sentences_of(text)) >= SAID


def test_no_sentence_is_hard_but_for_names(shown: list[Leaf]) -> None:
    hard = {leaf.context for leaf in shown if not NAMES.fullmatch(leaf.context) and hard_sentences(leaf.value)}
    assert hard - HARD == set(), "make these easier"
    assert hard & HARD == HARD, "these became easier: take them off the list"


def hard_sentences(text: str) -> list[str]:
    """The sentences of a text that are too hard."""
    return [one for one in sentences_of(text) if len(words_of(one)) >= SHORTEST and ease([one]) < HARDEST]


def test_no_word_is_rare_but_for_what_is_explained(shown: list[Leaf], base: KnowledgeBase) -> None:
    terms = (text for term in base.glossary for text in (term.term, *term.also))
    explained = {word.lower() for text in terms for word in words_of(text)}
    rare = {word for leaf in shown for word in rare_words(leaf.value, explained)}
    assert rare - RARE == set(), "say these in everyday words, or explain them in the glossary"
    assert rare & RARE == RARE, "these are said no more: take them off the list"
