"""LOB in this school, in five turns: what for, when, who, how, and what parents notice; more for who wants it."""

from collections.abc import Iterator

from lobgids.dialogue.chapters.mentor.school import orientation
from lobgids.dialogue.draft import Draft, asked_about, from_question
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Say
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.schema.mentor import LobTurn
from lobgids.log import ask_ids
from lobgids.log.events import Event

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
    question = from_question(view.base, "lob.turn", text=turn.text)
    return Draft(
        kind=question.kind, text=question.text, in_other_words=question.in_other_words, why=question.why,
        options=question.options, facts=turn.facts, origin=turn.origin,
    )  # fmt: skip


def reply(view: View, event: Event) -> Iterator[Say]:
    """Tell more if that is wanted; the first time say that there will be a question for the decaan, too."""
    if event.value == TO_ASK:
        turn = turn_at(view, event.ask)
        yield Say(id=f"{turn.id}.more", text=turn.more)
        if len(to_ask(view)) == 1:
            yield say(view.base, "lob.kept", view.header.seed)


STEP = Step(name="lob", chapter="lob", asks=asks, draft=draft, reply=reply, left_open=True, needs=("lob.turn",))
