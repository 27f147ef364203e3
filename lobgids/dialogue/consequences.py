"""Answers that also do something: choose the language, go back to another question, or pause."""

from lobgids.dialogue.chapters.picture import GO_ON
from lobgids.dialogue.chapters.pillars import EARLIER, LATER, WHERE
from lobgids.dialogue.chapters.setup import ROLES, SUM
from lobgids.dialogue.chapters.welcome import LANGUAGE
from lobgids.dialogue.events import choice_of
from lobgids.dialogue.interpret import Meant
from lobgids.dialogue.view import BASIS, BETWEEN, RECENT, SITUATION, View
from lobgids.dialogue.votes import SECOND, ask_again


def with_consequences(view: View, meant: list[Meant]) -> list[Meant]:
    """The events of an answer with those that it brings along."""
    first = meant[0]._replace(value=choice_of(meant[0].value))
    if first.kind == "edited" and (drops := _about_it(view, first)):
        return [meant[0]._replace(drops=drops), *meant[1:]]
    if instead := _asked_again(view, first):
        return [Meant("jumped", instead)]
    if first.ask == LANGUAGE and isinstance(first.value, str):
        return [*meant, Meant("language", first.ask, first.value.removeprefix("language."))]
    if first.ask == GO_ON and first.value is False:
        return [*meant, Meant("paused", first.ask)]
    to = _goes_to(first)
    return [*meant, Meant("jumped", to)] if to else meant


def _about_it(view: View, edit: Meant) -> tuple[str, ...]:
    """The standing answers that were about the answer that is edited: what it rested on was said of that one only.

    An earlier document holds edits without this, which leave them as they are.
    """
    component = view.component(edit.ask)
    name = edit.ask.partition(".")[2].removesuffix(SECOND)
    if component is None or name not in (SITUATION, BETWEEN) or _is_the_same(view, edit):
        return ()
    asks = (f"{component.id}.{one}" for one in (BETWEEN, WHERE, BASIS, RECENT))
    about = (*asks, *(probe.id for probe in component.probes))
    return tuple(ask for ask in about if ask != edit.ask and view.is_answered(ask))


def _is_the_same(view: View, edit: Meant) -> bool:
    return bool(edit.value == view.state.value(edit.ask))


def _asked_again(view: View, first: Meant) -> str:
    """Counts that are not right are asked again, and nothing was answered; empty where it is no such answer."""
    if first.kind != "answered" or first.value is not False:
        return ""
    if first.ask == SUM:
        return ROLES
    return ask_again(first.ask) if view.component(first.ask) else ""


def _goes_to(first: Meant) -> str:
    """The question that an answer asks to change; empty where it asks no such thing."""
    value = first.value
    if value in (EARLIER, LATER):
        later, _, earlier = first.ask.partition(".clash.")
        return f"{earlier if value == EARLIER else later}.situation"
    is_correction = first.ask.endswith(".correct") and isinstance(value, str) and ".situation" in value
    return value if is_correction else ""
