"""A whole short conversation held in sentences only, in both languages, ends in the same picture as by letters."""

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.dialogue.protocol import Ask, Problem
from lobgids.hearing.ear import Ear
from lobgids.hearing.load import load_ear
from lobgids.kb.load import CONTENT
from lobgids.log.events import Header
from tests.conftest import MOST_ASKS, Talk

HERE = Path(__file__).parent
YES = {"nl": "ja hoor", "en": "yes, that's right"}
LANGUAGES = ("nl", "en")


@pytest.fixture(scope="session")
def ear_in(learnt_once: Path) -> Callable[[str], Ear]:
    """What hears own words in a language, learnt once."""
    ears = {code: load_ear(CONTENT, code, learnt_once) for code in LANGUAGES}
    return ears.__getitem__


def begun(content_in: Callable[[str], LocalizedContent], ear: Ear, code: str) -> Talk:
    header = Header(
        lobgids=1, id="made-up", created="2026-11-23T12:00:00Z", track="decaan", seed="5eed", marks_turns=True,
        knowledge_base="lobgids-vo", knowledge_base_version="1", language=code,
    )  # fmt: skip
    return Talk(lambda language: content_in(language)._replace(hear=ear.hear), header)


def sentence(ask: Ask, sentences: dict[str, str], code: str) -> str:
    """What is said at a question: by its id, or by how that begins; a yes to what was understood."""
    if ask.id.endswith(".understood"):
        return YES[code]
    begins = [name for name in sentences if name == ask.id or (name.endswith("*") and ask.id.startswith(name[:-1]))]
    return sentences[max(begins, key=len)] if begins else sentences["*"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_short_conversation_in_sentences_only(
    code: str, content_in: Callable[[str], LocalizedContent], ear_in: Callable[[str], Ear]
) -> None:
    sentences = json.loads((HERE / "sentences" / f"{code}.json").read_text("utf-8"))
    told, chosen = begun(content_in, ear_in(code), code), begun(content_in, ear_in(code), code)
    for _ in range(MOST_ASKS):
        ask = told.conversation.ask
        if ask is None:
            break
        turn = told.type(sentence(ask, sentences, code))
        assert not any(isinstance(say, Problem) for say in turn.says), (ask.id, turn.says)
        assert turn.ask != ask, (ask.id, sentence(ask, sentences, code))
    assert told.conversation.ask is None
    answers = told.state.answers
    for _ in range(MOST_ASKS):
        if chosen.conversation.ask is None:
            break
        given = answers[chosen.ask.id]
        _ = chosen.move("skip") if given.skipped else chosen.answer(given.value)
        if chosen.conversation.ask and chosen.ask.id.endswith(".understood"):  # an odd day
            chosen.answer(value=True)
    by_words, by_letters = told.conversation.result(), chosen.conversation.result()
    assert by_words.school == by_letters.school
    assert by_words.components == by_letters.components
    assert by_words.school["dominant"] is not None


# How well: the sentences of four writers who saw none of the examples.


class Case(NamedTuple):
    """A test sentence: the component asked about, and the descriptions that it fits; none if it fits nothing."""

    component: str
    fits: frozenset[str]
    sentence: str


def cases(code: str) -> Iterator[Case]:
    for path in sorted(set((HERE / "hearing").glob("*.tsv")) - {HERE / "hearing" / "schools.tsv"}):
        with path.open(encoding="utf-8", newline="") as file:
            for language, component, label, _, text in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                if language == code:
                    models = () if label == "none" else label.split("+")
                    yield Case(component, frozenset(f"{component}.{model}" for model in models), text)


def share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)


@pytest.mark.parametrize("code", LANGUAGES)
def test_fresh_sentences_are_heard_as_well_as_the_design_asks(code: str, ear_in: Callable[[str], Ear]) -> None:
    heard = [(case, ear_in(code).hear(case.component, case.sentence)) for case in cases(code)]
    assert len(heard) > 350
    plain = [(case.fits, found) for case, found in heard if len(case.fits) == 1]
    nothing = [found for case, found in heard if not case.fits]
    divided = [found for case, found in heard if len(case.fits) > 1]
    assert share([set(found.descriptions) == fits for fits, found in plain if found.kind == "one"]) >= 0.95
    assert share([found.kind == "one" and set(found.descriptions) == fits for fits, found in plain]) >= 0.85
    assert share([fits <= set(found.descriptions) for fits, found in plain]) >= 0.92
    assert share([found.kind == "one" for found in divided]) <= 0.30
    assert share([found.kind != "nothing" for found in nothing]) <= 0.05
