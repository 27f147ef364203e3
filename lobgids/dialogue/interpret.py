"""What an input means at a question: the events that it makes, or why it cannot be taken.

What holds for every kind of question stands here; what a kind takes stands in `kinds`.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from lobgids.dialogue.draft import Draft
from lobgids.dialogue.hearing import Hear, corrected, hear, reply_to
from lobgids.dialogue.judging import doubts_who
from lobgids.dialogue.kinds import KINDS, person
from lobgids.dialogue.kinds.day import understood
from lobgids.dialogue.kinds.kind import (
    LONGEST_TEXT,
    Kind,
    OpenAsk,
    Said,
    Together,
    UnplacedWords,
    not_too_long,
    sent,
    with_quote,
)
from lobgids.dialogue.proposals import HEARD, OTHER, confirming, described, open_proposal, proposed_day, value_of
from lobgids.dialogue.protocol import Answer, Option, Words
from lobgids.dialogue.view import View
from lobgids.log import ask_ids
from lobgids.log.ask_ids import BETWEEN, FORM, KEEP_EDIT, REVEAL, answered_at, is_named, name_of
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
    hears: Hear,
) -> list[PendingEvent]:
    """The events that an answer makes; `today` is called if a day is answered, `hears` if own words may describe.

    Raises `NotUnderstood`.
    """
    if draft.optional and isinstance(given, Words) and not clean(given.text).strip():
        return skip(view, ask)
    kind, asked = KINDS[draft.kind], OpenAsk(view, ask, draft, options, today)
    if isinstance(given, Words) and (another := corrected(asked, clean(given.text))):
        behind, said = another
        answer = Answer(answer=with_quote(said))
        return interpret(view, behind.id, behind.draft, behind.options, answer, today=today, hears=hears)
    reading = _typed(kind, asked, given.text, hears) if isinstance(given, Words) else sent(kind, given.answer)
    if isinstance(reading, UnplacedWords):
        reading = hear(asked, reading, hears)
    if isinstance(reading, UnplacedWords):
        return [_unplaced(view, ask, draft, reading)]
    return _kept(kind, asked, kind.check(asked, reading) if isinstance(reading, Said) else reading)


def _kept(kind: Kind, asked: OpenAsk, checked: Said | Proposal | Together | None) -> list[PendingEvent]:
    """The events of an answer that fits the question."""
    if checked is None:
        return skip(asked.view, asked.id)
    if isinstance(checked, Together):
        return _together(asked.view, checked)
    if isinstance(checked, Said) and kind.is_secret(asked.view, asked.id):
        return [PendingEvent("voted", asked.id, with_quote(checked))]
    return _taken(asked.view, asked.id, checked)


def _unplaced(view: View, ask: str, draft: Draft, words: UnplacedWords) -> PendingEvent:
    """Words that choose nothing: added to the answer of the ask that takes such words, else a note."""
    if not draft.words_answer:
        because = {"because": words.because} if words.because else {}
        return PendingEvent("noted", answered_at(ask), {"text": words.text, "own_words": True, **because})
    before = view.state.value(draft.words_answer)
    text = f"{before}\n{words.text}" if isinstance(before, str) and before else words.text
    return PendingEvent(_kind_of_answer(draft.words_answer), draft.words_answer, not_too_long(text))


def _kind_of_answer(ask: str) -> EventKind:
    return "planned" if ask_ids.is_of_plan(ask) else "answered"


def skip(view: View, ask: str) -> list[PendingEvent]:
    """The events of 'dat weet ik nog niet': no evidence, and on to the next question."""
    if (proposal := open_proposal(view)) and ask == confirming(proposal):
        return [_refused(view, ask, proposal, proposal.words)]
    return [PendingEvent("confirmed", ask, value=False) if ask == KEEP_EDIT else PendingEvent("skipped", ask)]


def _refused(view: View, ask: str, proposal: Proposal, words: str) -> PendingEvent:
    """The event of a no to what was understood; own words that were heard wrongly are kept with it."""
    is_heard = bool(described(view, proposal)) or HEARD in proposal.doubts
    return PendingEvent("confirmed", ask, with_quote(Said(value=False, quote=words if is_heard else "")))


def _typed(kind: Kind, asked: OpenAsk, text: str, hears: Hear) -> Said | UnplacedWords | Proposal:
    """What typed words are; at what is to be confirmed also a yes or a no, or what is meant instead."""
    typed = not_too_long(clean(text))
    if said := person.said(asked, typed):
        return said
    proposal = open_proposal(asked.view)
    if proposal is None or asked.id != confirming(proposal):
        return kind.parse(asked, typed)
    if proposed_day(proposal):
        reading = understood(asked.view, proposal.ask, typed, asked.today())
        return reading or kind.parse(asked, typed)
    return reply_to(asked, proposal, typed, hears) or kind.parse(asked, typed)


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
    events = [
        event for ask, one in said.by_ask.items() for event in (_taken(view, ask, one) if one else skip(view, ask))
    ]
    proposed = [event for event in events if event.kind == "proposed"]
    # Only one can wait: another stays open, and is asked by itself.
    return [*(event for event in events if event.kind != "proposed"), *proposed[:1]]


def _answered(view: View, ask: str, said: Said) -> list[PendingEvent]:
    kept = with_quote(said)
    if ask == KEEP_EDIT:
        return [PendingEvent("confirmed", ask, kept)]
    if (proposal := open_proposal(view)) and ask == confirming(proposal):
        return _settled(view, ask, proposal, said)
    if is_named(ask, REVEAL) and said.value is True:
        return [PendingEvent("revealed", ask, kept)]
    if view.is_answered(ask) and ask != FORM:  # another form asks more or less, and changes no answer
        return [PendingEvent("edited", ask, kept)]
    return [PendingEvent(_kind_of_answer(ask), ask, kept)]


def _settled(view: View, ask: str, proposal: Proposal, said: Said) -> list[PendingEvent]:
    """What becomes of a proposal: a yes is the answer itself; only a no belongs to the question about it."""
    words = "; ".join(filter(None, (proposal.words, said.quote)))[:LONGEST_TEXT]
    if descriptions := described(view, proposal):
        if name_of(str(said.value)) == OTHER:
            return [_refused(view, ask, proposal, words)]
        pair = sorted(description.id for description in descriptions)
        is_pair = isinstance(said.value, list) or name_of(said.value) == BETWEEN
        return _answered(view, proposal.ask, Said(pair if is_pair else said.value, words))
    if said.value is not True:
        return [_refused(view, ask, proposal, words)]
    if HEARD in proposal.doubts:
        return _answered(view, proposal.ask, Said(value_of(view, proposal), words))
    return [PendingEvent("confirmed", proposal.ask, with_quote(Said(proposal.choices[0], proposal.words)))]
