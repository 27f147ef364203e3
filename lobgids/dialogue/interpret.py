"""What an input means at a question: the events that it makes, or why it cannot be taken.

What holds for every kind of question stands here; what a kind takes stands in `kinds`.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from lobgids.dialogue.draft import Draft
from lobgids.dialogue.judging import doubts_who
from lobgids.dialogue.kinds import KINDS, person
from lobgids.dialogue.kinds.day import understood
from lobgids.dialogue.kinds.kind import (
    Kind,
    OpenAsk,
    Said,
    Together,
    UnplacedWords,
    not_too_long,
    sent,
    with_quote,
)
from lobgids.dialogue.proposals import confirming, open_proposal, proposed_day
from lobgids.dialogue.protocol import Answer, Option, Words
from lobgids.dialogue.view import View
from lobgids.log import ask_ids
from lobgids.log.ask_ids import FORM, KEEP_EDIT, REVEAL, is_named, is_understood
from lobgids.log.events import EventKind
from lobgids.log.state import Proposal
from lobgids.text import clean


class PendingEvent(NamedTuple):
    """An event to be: its kind, ask and value, and the asks whose answers fall with it."""

    kind: EventKind
    ask: str
    value: Any = None
    drops: tuple[str, ...] = ()


def interpret(  # noqa: PLR0913  # a question with all that is known of it, what was answered, and on which day
    view: View,
    ask: str,
    draft: Draft,
    options: tuple[Option, ...],
    given: Answer | Words,
    *,
    today: Callable[[], date],
) -> list[PendingEvent]:
    """The events that an answer makes; `today` is called if a day is answered. Raises `NotUnderstood`."""
    if draft.optional and isinstance(given, Words) and not clean(given.text).strip():
        return skip(ask)
    kind, asked = KINDS[draft.kind], OpenAsk(view, ask, draft, options, today)
    reading = _typed(kind, asked, given.text) if isinstance(given, Words) else sent(kind, given.answer)
    if isinstance(reading, UnplacedWords):
        return [_unplaced(view, ask, draft, reading.text)]
    checked = kind.check(asked, reading) if isinstance(reading, Said) else reading
    if checked is None:
        return skip(ask)
    if isinstance(checked, Together):
        return _together(view, checked)
    if isinstance(checked, Said) and kind.is_secret(view, ask):
        return [PendingEvent("voted", ask, with_quote(checked))]
    return _taken(view, ask, checked)


def _unplaced(view: View, ask: str, draft: Draft, text: str) -> PendingEvent:
    """Words that choose nothing: added to the answer of the ask that takes such words, else a note."""
    if not draft.words_answer:
        return PendingEvent("noted", ask, {"text": text, "own_words": True})
    before = view.state.value(draft.words_answer)
    words = f"{before}\n{text}" if isinstance(before, str) and before else text
    return PendingEvent(_kind_of_answer(draft.words_answer), draft.words_answer, not_too_long(words))


def _kind_of_answer(ask: str) -> EventKind:
    return "planned" if ask_ids.is_of_plan(ask) else "answered"


def skip(ask: str) -> list[PendingEvent]:
    """The events of 'dat weet ik nog niet': no evidence, and on to the next question."""
    is_confirmed = ask == KEEP_EDIT or is_understood(ask)
    return [PendingEvent("confirmed", ask, value=False) if is_confirmed else PendingEvent("skipped", ask)]


def _typed(kind: Kind, asked: OpenAsk, text: str) -> Said | UnplacedWords | Proposal:
    """What typed words are; another day replaces the proposed one that is to be confirmed."""
    typed = not_too_long(clean(text))
    if said := person.said(asked, typed):
        return said
    proposal = open_proposal(asked.view)
    if proposal and proposed_day(proposal) and asked.id == confirming(proposal):
        another = understood(asked.view, proposal.ask, typed, asked.today())
        return another or kind.parse(asked, typed)
    return kind.parse(asked, typed)


def _taken(view: View, ask: str, said: Said | Proposal) -> list[PendingEvent]:
    """The events of what was said, or of what is put to the one who said it first."""
    if isinstance(said, Said) and (odd := doubts_who(view, ask, said.value)):
        said = Proposal(ask=ask, words=said.quote, choices=(said.value,), doubts=tuple(odd))
    return [_proposed(said)] if isinstance(said, Proposal) else _answered(view, ask, said)


def _proposed(proposal: Proposal) -> PendingEvent:
    value = {"words": proposal.words, "choices": list(proposal.choices), "doubts": list(proposal.doubts)}
    return PendingEvent("proposed", proposal.ask, value)


def _together(view: View, said: Together) -> list[PendingEvent]:
    """The events of several questions, each as if it were asked by itself; what is to be confirmed first comes last."""
    events = [event for ask, one in said.by_ask.items() for event in (_taken(view, ask, one) if one else skip(ask))]
    proposed = [event for event in events if event.kind == "proposed"]
    # Only one can wait: another stays open, and is asked by itself.
    return [*(event for event in events if event.kind != "proposed"), *proposed[:1]]


def _answered(view: View, ask: str, said: Said) -> list[PendingEvent]:
    kept = with_quote(said)
    if ask == KEEP_EDIT:
        return [PendingEvent("confirmed", ask, kept)]
    if (proposal := open_proposal(view)) and ask == confirming(proposal):
        # A yes is the answer itself; only a no belongs to the question whether it was understood.
        meant = with_quote(Said(proposal.choices[0], proposal.words))
        return [
            PendingEvent("confirmed", proposal.ask, meant)
            if said.value is True
            else PendingEvent("confirmed", ask, value=False)
        ]
    if is_named(ask, REVEAL) and said.value is True:
        return [PendingEvent("revealed", ask, kept)]
    if view.is_answered(ask) and ask != FORM:  # another form asks more or less, and changes no answer
        return [PendingEvent("edited", ask, kept)]
    return [PendingEvent(_kind_of_answer(ask), ask, kept)]
