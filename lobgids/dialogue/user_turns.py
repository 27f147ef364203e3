"""What a person did, in words: an answer in the words of its question, a move by its name; never an id."""

from collections.abc import Callable, Sequence
from typing import Any

from lobgids.days.spoken import kept_day
from lobgids.dialogue.asking import to_ask
from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.kinds.counted import how_many
from lobgids.dialogue.proposals import ASKING, HEARD, TOGETHER
from lobgids.dialogue.protocol import Ask
from lobgids.dialogue.steps import draft_of
from lobgids.dialogue.view import View
from lobgids.log.ask_ids import PLACED, SITUATION, is_named, is_understood, name_of, understood
from lobgids.log.events import RESUMED, Event, choice_of
from lobgids.log.state import ANSWERING, Proposal, proposal_of

_OWN_WORDS = {HEARD, ASKING, TOGETHER}
"""What a proposal says of itself if it was made of own words."""


def turn_in_words(view: View, ask: Ask | None, events: Sequence[Event]) -> str:
    """What the events of one turn say: the first of them, and at a grid or form its rows."""
    if ask and ask.together and len(events) > 1:
        return KINDS[ask.kind].retell(view, ask, {event.ask: _given(event) for event in events})
    said = [event for event in events if event.kind == "noted"]  # 'daar ben ik nog niet achter', and what follows on it
    if name_of(events[0].ask) == PLACED:  # the words that are noted then were said before
        said = []
    return in_words(view, ask, said[0] if said else events[0])


def _given(event: Event) -> Any:
    """The value of an event, of a day that is still to be confirmed as it was understood."""
    proposal = proposal_of(event) if event.kind == "proposed" else None
    return {"choice": proposal.choices[0], "quote": proposal.words} if proposal else event.value


def in_words(view: View, ask: Ask | None, event: Event) -> str:
    """What an event says, at the open question and before it happens."""
    _ = view.language.gettext
    if event.kind in ANSWERING - {"voted", "revealed", "skipped"}:
        return _answer(view, ask, event)
    draft = draft_of(view, event.ask) if event.kind == "skipped" else None
    wordings: dict[str, Callable[[], str]] = {
        "voted": lambda: how_many(view, event.value),
        "revealed": lambda: _("toon de stemmen"),
        "noted": lambda: _noted(view, event.value),
        "jumped": lambda: _jumped(view, event.ask),
        "proposed": lambda: _proposed(view, ask, event),
        "skipped": lambda: _("weet niet") if draft and draft.find_out else _("sla over"),
        "taken_back": lambda: _("terug"),
        "language": lambda: _("verder in een andere taal"),
        "paused": lambda: _("pauze"),
        "concluded": lambda: _concluded(view, ask, event),
    }
    return wordings[event.kind]()


def _answer(view: View, ask: Ask | None, event: Event) -> str:
    if ask and ask.id == understood(event.ask):
        # What was chosen of what was heard, or a yes by which that became the answer; with what was said beside it.
        chosen = KINDS[ask.kind].retell(view, ask, choice_of(event.value)) or ask.options[0].text
        remark = _beside(view, event)
        return f"{chosen} ‘{remark}’" if remark else chosen
    if ask and is_understood(event.ask):
        return ask.options[-1].text
    if ask is None or ask.id != event.ask:  # another knowledge base may ask other questions, in another order
        draft = draft_of(view, event.ask)
        ask = to_ask(view, event.ask, draft) if draft else None
    words = _value(view, ask, event.value) if ask else ""
    return words or view.language.gettext("een antwoord dat bij geen vraag meer past")


def _beside(view: View, event: Event) -> str:
    """What was said beside a choice of what was heard: the words behind those that it was heard in."""
    heard, quote = view.state.proposed, event.value.get("quote", "") if isinstance(event.value, dict) else ""
    if not isinstance(heard, Proposal) or not heard.words or not isinstance(quote, str):
        return ""
    stem = heard.words.rstrip(" .;,")
    return quote[len(stem) :].strip(" ;.,") if quote.startswith(stem) else ""


def _value(view: View, ask: Ask, value: Any) -> str:
    """A value in the words of its question, with the words that were said with it; empty if it does not fit."""
    kind, fields = KINDS[ask.kind], value if isinstance(value, dict) else {}
    if "brief" in fields:
        return view.language.gettext("een bestand met afspraken")
    if "choice" not in fields:
        return kind.retell(view, ask, value)
    chosen, quote = kind.retell(view, ask, fields["choice"]), str(fields.get("quote") or "")
    if fields["choice"] is None:
        return quote
    return f"{chosen} ‘{quote}’" if chosen and quote and kind.says_more(view, quote) else chosen


def _proposed(view: View, ask: Ask | None, event: Event) -> str:
    """What was said, or the day that was chosen; the choice with its words if it is doubted."""
    fields = event.value if isinstance(event.value, dict) else {}
    choices, words = fields.get("choices"), str(fields.get("words") or "")
    if (
        not isinstance(choices, list)
        or not choices
        or is_named(event.ask, SITUATION)
        or _OWN_WORDS.intersection(fields.get("doubts", ()))
    ):
        return words
    if day := kept_day(choices[0]):
        return words or view.language.day(day)
    is_asked = ask is not None and ask.id == event.ask
    return (_value(view, ask, {"choice": choices[0], "quote": words}) if ask and is_asked else "") or words


def _noted(view: View, value: Any) -> str:
    """A remark; own words at a question with options stand as they are."""
    note = value if isinstance(value, dict) else {"text": value or ""}
    text = str(note.get("text", ""))
    return text if note.get("own_words") else view.language.gettext("notitie: {text}").format(text=text)


def _concluded(view: View, ask: Ask | None, event: Event) -> str:
    """That one goes to the end; or on with the questions, in the words of the answer that says so."""
    goes_on = event.value == RESUMED and ask is not None and ask.id == event.ask
    return ask.options[0].text if ask and goes_on else view.language.gettext(view.track.concluding)


def _jumped(view: View, to: str) -> str:
    """Where somebody went; one goes to an answered question to change the answer."""
    _ = view.language.gettext
    component = view.component(to)
    draft = draft_of(view, to)
    if not to or (component is None and draft is None):
        return _("ga naar volgende")
    target = component.name if component else draft.text.partition("\n")[0] if draft else ""
    pattern = _("pas aan: {place}") if view.is_answered(to) else _("ga naar: {place}")
    return pattern.format(place=target)
