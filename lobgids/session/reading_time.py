"""How long a new mentor's conversation takes: one is held, and its words and questions are counted."""

from collections.abc import Iterator
from typing import Any, Literal

from lobgids.dialogue.chapters.mentor.school import HOW, SCENE
from lobgids.dialogue.conversation import Conversation, Turn
from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.dialogue.protocol import Answer, Ask, AskKind, Move
from lobgids.log.events import FORMAT, Header

WORDS_A_MINUTE = 200
"""How many words somebody reads in a minute who reads everything, for the first time, on a screen."""

SECONDS_TO_ANSWER = 8
"""About how many seconds it takes to choose and press a key once all is read."""

MODELS: tuple[Literal[0, 1, 2, 3], ...] = (0, 1, 2, 3)


def minutes(localized: LocalizedContent, model: Literal[0, 1, 2, 3]) -> float:
    """Return the minutes of a conversation on a school of this model (0: unknown), with three cases and three tasks.

    minutes = words / WORDS_A_MINUTE + asks * SECONDS_TO_ANSWER / 60
    """
    header = Header(
        lobgids=FORMAT, id="", created="", track="mentor", seed="", language=localized.language.code, hears_first=True,
        knowledge_base=localized.base.about.id, knowledge_base_version=localized.base.about.version,
    )  # fmt: skip
    conversation = Conversation(header, content_in=lambda _code: localized, keep=lambda _events: None, now=lambda: "")
    turn, words, asks = conversation.begin(), 0, 0
    while turn.ask:
        words += sum(len(text.split()) for text in _texts(turn, turn.ask))
        asks += 1
        turn = conversation.take(_answer(turn.ask, model))
    words += sum(len(output.text.split()) for output in turn.says)
    return words / WORDS_A_MINUTE + asks * SECONDS_TO_ANSWER / 60


def _texts(turn: Turn, ask: Ask) -> Iterator[str]:
    yield from (output.text for output in turn.says)
    yield ask.text
    yield from (option.text for option in ask.options)


def _answer(ask: Ask, model: int) -> Answer | Move:
    """Return what leads to a school of this model, else the first options; a skip if a day or words are asked."""
    ids = [option.id for option in ask.options]
    wanted: dict[str, Any] = {HOW: "school.how.scenes", SCENE: f"scene.m{model}" if model else ids[-1:]}
    usual: dict[AskKind, Any] = {"choice": ids[:1], "multi": ids[: _most(ask.id)], "scale": 2}
    value = wanted.get(ask.id, usual.get(ask.kind))
    return Move(move="skip") if value is None else Answer(answer=value)


def _most(ask: str) -> int:
    """Return how many options are chosen at a question that takes several; of the tasks only one is in the diary."""
    return {"practice.choose": 3, "autumn.tasks": 3, "autumn.people": 2}.get(ask, 1)
