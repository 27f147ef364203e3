"""Chapter 3, before it is asked what the answers rest on: what one told in own words, beside the answer closest to it.

Who tells it goes on to the next question: the words stand. Which answer lies beside them is asked once for all of them,
and none counts before that.
"""

from collections.abc import Iterator
from textwrap import shorten

from msgspec.structs import replace

from lobgids.dialogue.draft import Draft, NoSuchQuestionError, asked_about, from_question
from lobgids.dialogue.phrasing import place, say
from lobgids.dialogue.protocol import Ask, Option, Say
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.phrasing import phrase, report_words
from lobgids.kb.schema.school import Component, Description
from lobgids.log import ask_ids
from lobgids.log.ask_ids import PLACED, SCHOOL, SITUATION, is_named, name_of, situation
from lobgids.log.events import Event
from lobgids.school.sayings import told_instead

ALL = "placed.all"
"""That the answers all lie rightly."""

LONGEST_QUOTE = 280
"""The most characters of one's own words beside an answer: enough to know which they were."""


def heard_as(component: Component, description_id: object) -> Description | None:
    """The description of a component with this id; None if it has none, or what was heard is something else."""
    return next((description for description in component.descriptions if description.id == description_id), None)


def asks(view: View) -> Iterator[str]:
    """For each group whose situations were all asked, or passed by, whether the answers lie rightly."""
    for group in [SCHOOL] if view.is_short else [pillar.id for pillar in view.base.pillars]:
        members = view.founding.members(group)
        is_done = view.is_short or all(view.is_answered(situation(component)) for component in members)
        if (is_done or view.state.concluded) and any(is_heard(view, component) for component in members):
            yield ask_ids.placed(group)


def is_heard(view: View, component: Component) -> bool:
    """Whether one told of a component in own words, and an answer waits beside them."""
    standing = view.state.answers.get(situation(component))
    return standing is not None and heard_as(component, standing.heard) is not None


def to_place(view: View) -> list[Component]:
    """The components of which one said that the answer lies wrongly, and which have none since."""
    groups = (SCHOOL, *(pillar.id for pillar in view.base.pillars))
    found = {ask_ids.placed(group): view.founding.members(group) for group in groups}
    return [
        component
        for ask, members in found.items()
        for component in members
        if component.id in view.ids(ask) and not view.is_answered(situation(component))
    ]


def draft(view: View, ask: str) -> Draft:
    """The answers beside one's own words, to say which of them lie wrongly."""
    groups = (SCHOOL, *(pillar.id for pillar in view.base.pillars))
    group = asked_about((group for group in groups if ask == ask_ids.placed(group)), ask)
    is_behind = view.is_answered(ask)
    told = [
        component
        for component in view.founding.members(group)
        if (_told(view, component) if is_behind else is_heard(view, component))
    ]
    if not told and not is_behind:
        raise NoSuchQuestionError(ask)
    nth = place((asked for asked in view.state.answers if name_of(asked) == PLACED), ask)
    question = from_question(view.base, "ask.placed", nth=nth)
    options = tuple(Option(id=component.id, text=_beside(view, component)) for component in told)
    pillar = "" if group == SCHOOL else group
    return replace(question, text=_with_told(view, group, question.text), options=(*options, *question.options),
                   pillar=pillar)  # fmt: skip


def _with_told(view: View, group: str, text: str) -> str:
    """The question, with what was told that stands in own words and has no answer beside it, in front."""
    members = view.founding.members(group)
    told = [report_words(view.base, f"told.{one.id}") for one in members if _stands_in_words(view, one)]
    if not told or not view.header.shows_sentences:
        return text
    return f"{phrase(view.base, 'placed.told', view.header.seed, components='; '.join(told))}\n{text}"


def _stands_in_words(view: View, component: Component) -> bool:
    """Whether one told it, and no answer stands or waits beside the words."""
    standing = view.state.answers.get(situation(component))
    is_told = standing is not None and standing.value is None and bool(standing.quote)
    return is_told and not is_heard(view, component) and bool(told_instead(view, component))


def _told(view: View, component: Component) -> tuple[str, Description] | None:
    """What one told of a component and the answer beside it, now or before it was said whether that is so."""
    asked = situation(component)
    before = (
        record.standing if record.ask == asked else (record.answers or {}).get(asked)
        for record in reversed(view.state.history)
    )
    standing = next((one for one in (view.state.answers.get(asked), *before) if one and one.heard), None)
    description = heard_as(component, standing.heard) if standing else None
    return (standing.quote, description) if standing and description else None


def _beside(view: View, component: Component) -> str:
    words, description = _told(view, component) or ("", component.descriptions[0])
    quote = shorten(words, LONGEST_QUOTE, placeholder=" …")
    return phrase(view.base, "placed.beside", component.id, told=description.told, quote=quote)


def reply(view: View, event: Event) -> Iterator[Say]:
    """Say that it stands so, or that what does not fit comes back."""
    chosen = event.value if isinstance(event.value, list) else []
    is_again = any(not view.is_answered(f"{one}.{SITUATION}") for one in chosen if one != ALL)
    number = str(len(draft(view, event.ask).options))  # 'klopt in grote lijnen, 5'
    said = view.state.answers[event.ask].quote.replace(number, "")
    has_told = chosen != [ALL] or any(map(str.isdigit, said))
    name = "placed.wrong" if is_again else "placed.noted" if has_told else "placed.right"
    nth = place((asked for asked in view.state.answers if name_of(asked) == PLACED), event.ask)
    yield say(view.base, name, nth)


def again(view: View, ask: Ask) -> Say | None:
    """What is said before a situation is asked again of which the answer lay wrongly; None at any other question."""
    component = view.component(ask.id)
    if component is None or not is_named(ask.id, SITUATION) or component not in to_place(view):
        return None
    told = _told(view, component)
    return say(view.base, "placed.again", len(view.state.answers), quote=told[0]) if told else None


STEP = Step(name=PLACED, chapter="pillar", asks=asks, draft=draft, reply=reply, keys=(PLACED,), needs=("ask.placed",))
