"""What a person did, told in words: an answer by the words of its question, a move by its name; never an id."""

from collections.abc import Callable, Sequence
from typing import Any

from lobgids.dialogue.ask_ids import understood
from lobgids.dialogue.asking import to_ask
from lobgids.dialogue.days import kept_day, says_only_the_day
from lobgids.dialogue.events import Event
from lobgids.dialogue.protocol import Ask
from lobgids.dialogue.state import ANSWERING
from lobgids.dialogue.steps import draft_of
from lobgids.dialogue.view import View
from lobgids.dialogue.votes import BY_GROUP

ENDS = (".", "!", "?")
"""What a sentence ends with."""


def in_words(view: View, ask: Ask | None, event: Event) -> str:
    """What an event says, at the open question and before it happens."""
    _ = view.language.gettext
    if event.kind in ANSWERING - {"voted", "revealed", "skipped"}:
        return _answer(view, ask, event)
    draft = draft_of(view, event.ask) if event.kind == "skipped" else None
    told: dict[str, Callable[[], str]] = {
        "voted": lambda: _voted(view, event.value),
        "revealed": lambda: _("toon de stemmen"),
        "noted": lambda: _noted(view, event.value),
        "jumped": lambda: _jumped(view, event.ask),
        "proposed": lambda: _said(view, event.value),
        "skipped": lambda: _("weet niet") if draft and draft.find_out else _("sla over"),
        "taken_back": lambda: _("terug"),
        "language": lambda: _("verder in een andere taal"),
        "paused": lambda: _("pauze"),
        "concluded": lambda: _(view.track.concluding),
    }
    return told[event.kind]()


def _voted(view: View, value: Any) -> str:
    """How many votes there are, and nothing of what they are."""
    rows = value.get(BY_GROUP, {"": value}) if isinstance(value, dict) else {}
    counts = [count for row in rows.values() if isinstance(row, dict) for count in row.values()]
    total = sum(count for count in counts if type(count) is int)
    return view.language.ngettext("{count} stem", "{count} stemmen", total).format(count=total)


def _answer(view: View, ask: Ask | None, event: Event) -> str:
    if ask and ask.id == understood(event.ask):
        return ask.options[0].text  # what was said to it: a yes, by which it became the answer
    if ask is None or ask.id != event.ask:  # another knowledge base may ask other questions, in another order
        draft = draft_of(view, event.ask)
        ask = to_ask(view, event.ask, draft) if draft else None
    told = _value(view, ask, event.value) if ask else ""
    return told or view.language.gettext("een antwoord dat bij geen vraag meer past")


def _value(view: View, ask: Ask, value: Any) -> str:
    """A value in the words of its question; nothing where it does not fit."""
    texts = {option.id: option.text for option in ask.options}
    match value:
        case dict():
            return _of_parts(view, ask, value)
        case list():
            return _joined([option.text for option in ask.options if option.id in value])
        case int() if ask.kind == "number":
            return str(value)
        case bool() | int():
            place = (0 if value else 1) if isinstance(value, bool) else value - 1
            return ask.options[place].text if 0 <= place < len(ask.options) else ""
        case str():
            return texts.get(value, "") if ask.options else _text(view, ask, value)
    return ""


def _joined(texts: Sequence[str]) -> str:
    """Several choices in one line; where they are sentences as a list."""
    if len(texts) > 1 and any(text.endswith(ENDS) for text in texts):
        return "\n".join(f"- {text}" for text in texts)
    return "; ".join(texts)


def _of_parts(view: View, ask: Ask, value: dict[str, Any]) -> str:
    """Votes, a brief, or a choice with a quote."""
    if ask.kind == "votes":
        texts = {option.id: option.text for option in ask.options}
        counts = (f"{texts[one]}: {count}" for one, count in value.items() if one in texts and count)
        return _voted(view, value) if ask.component else "; ".join(counts)
    if "brief" in value:
        return view.language.gettext("een bestand met afspraken")
    chosen, quote = _value(view, ask, value.get("choice")), str(value.get("quote") or "")
    if ask.kind == "date" and says_only_the_day(quote, view.language.code, view.base):
        return chosen
    return f"{chosen} ‘{quote}’" if chosen and quote else chosen


def _said(view: View, value: Any) -> str:
    """What was said and understood: the words, or a day that was chosen without any."""
    said = value if isinstance(value, dict) else {}
    choices = said.get("choices")
    return str(said.get("words") or "") or _day(view, str(choices[0]) if isinstance(choices, list) and choices else "")


def _text(view: View, ask: Ask, value: str) -> str:
    return _day(view, value) if ask.kind == "date" else value


def _day(view: View, value: str) -> str:
    """A day in words, with its weekday; nothing where it is none."""
    day = kept_day(value)
    return view.language.day(day) if day else ""


def _noted(view: View, value: Any) -> str:
    """A remark; own words where a choice was asked are told as they are."""
    note = value if isinstance(value, dict) else {"text": value or ""}
    text = str(note.get("text", ""))
    return text if note.get("own_words") else view.language.gettext("notitie: {text}").format(text=text)


def _jumped(view: View, to: str) -> str:
    """Where somebody went; to an answered question one goes to change the answer."""
    _ = view.language.gettext
    component = view.component(to)
    draft = draft_of(view, to)
    if not to or (component is None and draft is None):
        return _("ga naar volgende")
    place = component.name if component else draft.text.partition("\n")[0] if draft else ""
    pattern = _("pas aan: {place}") if view.is_answered(to) else _("ga naar: {place}")
    return pattern.format(place=place)
