"""What was told of a component, said back: to a decaan alone in whole sentences, to a group by what most of it see."""

from lobgids.dialogue.chapters.placing import is_heard
from lobgids.dialogue.view import View
from lobgids.kb.phrasing import phrase
from lobgids.kb.sayings import says
from lobgids.kb.schema.school import Component, Description, Pillar
from lobgids.log import ask_ids
from lobgids.log.ask_ids import WHERE
from lobgids.school import sayings
from lobgids.text import beginning, one_line, without_questions

SEVERAL_WHERES = "several"

LONGEST_QUOTE = 240
"""The most characters of one's own words where they are told back among others."""


def heard_in(view: View, pillar: Pillar) -> str:
    """A line for each component of a pillar: what was said of it; with a group of those that it voted on."""
    is_vote = view.track.answering.is_vote
    components = (component for component in view.components_of(pillar) if view.is_told(component) or not is_vote)
    return "\n".join(f"- {heard(view, component)}" for component in components)


def heard(view: View, component: Component) -> str:
    """What was said of a component, with one's own words; with a group the sentence that it agreed on."""
    has_words = view.chosen(component) or view.track.answering.is_vote
    is_in_words = not has_words or sayings.in_own_words(view, component)
    return told(view, component) if is_in_words else with_words(view, component, told(view, component))


def with_words(view: View, component: Component, line: str) -> str:
    """A line about a component with one's own words about it behind it, if there are any."""
    quote = sayings.where_in_words(view, component) or without_questions(sayings.own_words(view, component))
    return f"{line} {phrase(view.base, 'heard.quote', view.header.seed + component.id, quote=quote)}" if quote else line


def in_list(view: View, component: Component) -> str:
    """What was said of a component, in a list; with one's own words if these hold a reservation or how it differs."""
    return with_reservation(view, component, view.chosen(component))


def with_reservation(view: View, component: Component, descriptions: tuple[Description, ...]) -> str:
    """These descriptions, with one's own words if these hold a reservation or how it differs."""
    is_wish = bool(descriptions) and not view.chosen(component)
    line = in_sentences(view, component, descriptions) if is_wish else told(view, component)
    has_more = sayings.is_reserved(view, component) or sayings.where_in_words(view, component)
    return with_words(view, component, line) if has_more and not sayings.in_own_words(view, component) else line


def typed(view: View, ask: str) -> str:
    """The words that answer an ask, in one line; empty if it was not answered so."""
    words = view.state.value(ask)
    return one_line(words) if isinstance(words, str) else ""


def told(view: View, component: Component) -> str:
    """What was said of a component, without a model."""
    seed, chosen = f"{view.header.seed}{component.id}", view.chosen(component)
    if component in view.taken_in:
        return _by_group(view, chosen)
    if not view.track.answering.is_vote and (chosen or sayings.in_own_words(view, component)):
        return in_sentences(view, component, chosen)
    if not chosen:
        return not_known(view, component)
    if len(chosen) == 1:
        return phrase(view.base, "heard.one", seed, name=component.name, heard=chosen[0].heard)
    seen = [phrase(view.base, "heard.camp", number, heard=camp.heard) for number, camp in enumerate(chosen)]
    return phrase(view.base, "heard.between", seed, name=component.name, camps=" ".join(seen))


def _by_group(view: View, camps: tuple[Description, ...]) -> str:
    """What a group saw, told to one person who took it in."""
    first, *others = camps
    if not others:
        return phrase(view.base, "heard.by_group", first.id, heard=first.heard)
    parts = (phrase(view.base, "heard.camp", number, heard=camp.heard) for number, camp in enumerate(camps))
    return phrase(view.base, "heard.by_groups", first.id, camps=" ".join(parts))


def in_sentences(view: View, component: Component, descriptions: tuple[Description, ...]) -> str:
    """These descriptions in the second person; of several where it differs, and each of them.

    One's own words where it was told in these, as far as they fit in a list.
    """
    if quote := sayings.in_own_words(view, component):
        story = sayings.story_of(view, component) or quote
        return phrase(view.base, "heard.own", component.id, quote=beginning(story, LONGEST_QUOTE))
    first, *others = (description.told for description in descriptions)
    if not others:
        return first
    name = f"heard.differs.{where_of(view, component)}"
    return phrase(view.base, name, f"{view.header.seed}{component.id}", one=first, other=" ".join(others))


def where_of(view: View, component: Component) -> str:
    """In what it differs, as it stands at the end of the id; `several` if that is more than one thing or not said."""
    wheres = view.ids(ask_ids.of_component(component, WHERE))
    return wheres[0].partition(".")[2] if len(wheres) == 1 else SEVERAL_WHERES


def clause(view: View, description: Description) -> str:
    """A description as it stands in a sentence about two of them: of a group a clause, else a sentence."""
    return description.heard if view.track.answering.is_vote else description.told


def tells_enough(view: View, component: Component) -> bool:
    """Whether one told how it goes without an answer that counts: in words that wait or fit none, or that it does not.

    Who says beside it that one does not know has something to find out.
    """
    words = sayings.own_words(view, component)
    is_told = bool(sayings.told_instead(view, component)) and not says(view.base, "unknown", words)
    return view.is_absent(component) or is_heard(view, component) or (not view.chosen(component) and is_told)


def not_known(view: View, component: Component) -> str:
    """Say that one does not know or only wishes it, that it does not happen, or that it was not talked about."""
    if view.is_absent(component):
        return component.absent
    is_asked = view.is_answered(ask_ids.situation(component))
    name = "heard.wished" if view.wished(component) else "heard.unknown" if is_asked else "heard.not_asked"
    return phrase(view.base, name, f"{view.header.seed}{component.id}", name=component.name)
