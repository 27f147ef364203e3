"""LOB in this school, in five turns: what for, when, who, how, and what parents notice."""

from collections.abc import Iterator

from lobgids.dialogue.chapters.mentor.school import orientation
from lobgids.dialogue.draft import Draft, asked_about, from_question
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.schema.mentor import LobTurn
from lobgids.log import ask_ids

TO_ASK = "lob.to_ask"


def asks(view: View) -> Iterator[str]:
    """The five turns."""
    yield from (ask_ids.lob_turn(turn.topic) for turn in orientation(view).turns)


def turn_at(view: View, ask: str) -> LobTurn:
    """The turn of an ask."""
    return asked_about((turn for turn in orientation(view).turns if ask == ask_ids.lob_turn(turn.topic)), ask)


def to_ask(view: View) -> list[LobTurn]:
    """The turns that one wants to know more of."""
    return [turn for turn in orientation(view).turns if view.state.value(ask_ids.lob_turn(turn.topic)) == TO_ASK]


def draft(view: View, ask: str) -> Draft:
    """A turn, and whether one knew it."""
    turn = turn_at(view, ask)
    question = from_question(view.base, "lob.turn", title=turn.title, text=turn.text)
    return Draft(
        kind=question.kind, text=question.text, in_other_words=question.in_other_words, why=question.why,
        options=question.options, facts=turn.facts, origin=turn.origin,
    )  # fmt: skip


STEP = Step(name="lob", chapter="lob", asks=asks, draft=draft, left_open=True, needs=("lob.turn",))
