"""No sentence of the guide comes back more than three times in a conversation, in any track or form.

Options, commands and problems are apart: a front end lists the first, and somebody asked for the others.
"""

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from lobgids.advice.own import OWN
from lobgids.advice.plan import MORE, NONE
from lobgids.dialogue.chapters.mentor.school import HOW
from lobgids.dialogue.conversation import Turn
from lobgids.dialogue.protocol import Answer, Ask, Input, Move, Problem
from lobgids.log.ask_ids import ACTIONS, BASIS, RECENT, SEEN, SITUATION, name_of
from tests.conftest import Talk, sensible

Begin = Callable[..., Talk]
Answers = Callable[[Ask], Input]

MOST = 3
SHORTEST = 3
"""Fewer words than this, or none of the marks that end one, are no sentence but a label."""

UNREAL = 1000
"""More turns than any conversation has."""


def fitting(ask: Ask) -> Input:
    """Something that fits, and six actions in the plan."""
    if ask.id == ACTIONS:
        actions = [option.id for option in ask.options if option.id not in (MORE, NONE, OWN)]
        return Answer(answer=actions[:6])
    if ask.id == HOW:
        return Answer(answer="school.how.questions")
    if ask.kind == "grid":
        return Answer(answer={row.id: [ask.options[3].id] for row in ask.rows})
    return Answer(answer=sensible(ask))


def of_model(model: int) -> Answers:
    """The descriptions of one model, seen by oneself."""

    def answer(ask: Ask) -> Input:
        fits = [option.id for option in ask.options if option.id.endswith(f".m{model}")]
        return Answer(answer=fits[0]) if ask.kind == "choice" and fits else fitting(ask)

    return answer


def knows_little(ask: Ask) -> Input:
    """One knows nothing, and passes over all that can be passed over."""
    is_needed = ask.id.startswith(("welcome.", "setup.", "school.")) or ask.kind in ("confirm", "votes")
    return fitting(ask) if is_needed else Move(move="skip")


def in_between(ask: Ask) -> Input:
    """It differs everywhere, per mentor, and one says something of it."""
    ids = [option.id for option in ask.options]
    if name_of(ask.id) == SITUATION and ask.kind == "choice":
        found = [id_ for id_ in ids if id_.endswith((".m1", ".m2"))]
        return Answer(answer={"choice": found, "quote": f"zo gaat het bij {ask.component}"})
    if "where.mentor" in ids:
        return Answer(answer=["where.mentor"])
    return fitting(ask)


def wishes(ask: Ask) -> Input:
    """Nothing is so yet, all of it is wished for."""
    if name_of(ask.id) == SEEN:
        return Answer(answer=["seen.none"])
    if name_of(ask.id) == BASIS:
        return Answer(answer=["wish"] if ask.component else ["basis.wish"])
    return fitting(ask)


def on_paper(ask: Ask) -> Input:
    """All is on paper, nothing was seen for long; everybody does everything; the picture is not recognised."""
    ids = [option.id for option in ask.options]
    if name_of(ask.id) == SEEN:
        return Answer(answer=["seen.none"])
    if name_of(ask.id) == BASIS and "documents" in ids:
        return Answer(answer=["documents"])
    if name_of(ask.id) == RECENT:
        return Answer(answer=ids[-1])
    if "doer.mentor" in ids and ask.kind != "grid":
        return Answer(answer=["doer.decaan", "doer.mentor"])
    if "picture.partly" in ids:
        return Answer(answer="picture.partly")
    return fitting(ask)


def clashing(ask: Ask) -> Input:
    """One answer of each model in turn, all of it true at once."""
    return of_model(1 + ask.component % 3)(ask)


WALKS = {
    "model 1": of_model(1), "model 2": of_model(2), "model 3": of_model(3), "knows little": knows_little,
    "in between": in_between, "wishes": wishes, "on paper": on_paper, "clashing": clashing,
}  # fmt: skip


def sentences(turn: Turn) -> list[str]:
    """What the guide says and asks in a turn, sentence by sentence."""
    texts = [say.text for say in turn.says if not isinstance(say, Problem)]
    texts += [turn.ask.text] if turn.ask else []
    found = (part for text in texts for part in re.split(r"(?<=[.!?])\s+|\n", text))
    return [part for part in found if len(part.split()) >= SHORTEST and part[-1] in ".!?"]


def held(one: Talk, answers: Answers) -> Counter[str]:
    """Hold a conversation, and return how often each sentence was said."""
    turn, said = one.conversation.begin(), Counter[str]()
    for _ in range(UNREAL):
        said.update(sentences(turn))
        if turn.ask is None:
            return said
        turn = one.conversation.take(answers(turn.ask))
        refused = [say for say in turn.says if isinstance(say, Problem)]
        assert not refused, (one.ask, refused)
    raise AssertionError("the conversation goes round")


@pytest.mark.parametrize("walk", WALKS)
@pytest.mark.parametrize("grids", [True, False], ids=["grids", "rows"])
@pytest.mark.parametrize("form", ["short", "full"])
def test_a_decaan_hears_no_sentence_more_than_three_times(form: str, grids: bool, walk: str, talk: Begin) -> None:
    one = talk(form)
    one.conversation.draw_grids(can=grids)
    assert often(held(one, WALKS[walk])) == {}


@pytest.mark.parametrize("walk", ["model 1", "model 2", "model 3", "knows little"])
def test_a_new_mentor_hears_no_sentence_more_than_three_times(walk: str, talk: Begin) -> None:
    assert often(held(talk(track="mentor"), WALKS[walk])) == {}


@pytest.mark.parametrize("choices", [{}, {"setup.time": "time.120", "setup.people": 13}], ids=["first", "long"])
def test_a_group_hears_no_sentence_more_than_three_times(choices: dict[str, Any], talk: Begin) -> None:
    def answer(ask: Ask) -> Input:
        return Answer(answer=choices[ask.id]) if ask.id in choices else fitting(ask)

    assert often(held(talk(track="workshop"), answer)) == {}


def often(said: Counter[str]) -> dict[str, int]:
    """What was said too often."""
    return {sentence: times for sentence, times in said.items() if times > MOST}
