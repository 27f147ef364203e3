"""What the facilitator of a workshop may know at a question: seen by nobody else, and never of its own accord."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from lobgids.dialogue.chapters import votes
from lobgids.dialogue.chapters.setup import votes_by_hand
from lobgids.dialogue.protocol import Ask
from lobgids.dialogue.view import View
from lobgids.i18n import Language
from lobgids.kb.schema.school import Component
from lobgids.log.ask_ids import SITUATION, TALK, name_of, round_of
from lobgids.school.votes import is_revealed

_BY_CHAPTER = {
    "welcome": ("setup",),
    "roles": ("roles",),
    "picture": ("picture",),
    "ambition": ("ambition",),
    "advice": ("plan",),
    "closing": ("close",),
}
_BY_STEP = {
    "count": ("vote",),
    "reveal": ("reveal",),
    "agreed": ("sentence", "park"),
    "basis": ("basis", "late", "break"),
}
_BY_SPREAD = {"agree": "agree", "two": "two", "over": "spread", "unknown": "unknown"}


class Guidance(Struct, frozen=True, kw_only=True):
    """Notes for the facilitator at one question.

    `moments` say what to do now, `ask` and `listen` are about the component, `points` what each description, behind
    its letter, points at. Until everybody has seen the votes, `is_early`, no group may see those.
    """

    title: str
    moments: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    listen: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    is_early: bool = False

    def for_group(self) -> "Guidance":
        """What of it may stand where the group sees it, too."""
        return replace(self, points=()) if self.is_early else self


class Part(Struct, frozen=True, kw_only=True):
    """Some of the notes under their heading; `name` is that of the field of `Guidance` that they are of."""

    name: str
    heading: str
    texts: tuple[str, ...]


class Notes(Struct, frozen=True, kw_only=True, tag_field="type", tag="guidance"):
    """The notes as they are sent to who asks for them; while they are `is_early`, no group may see the `points`."""

    is_early: bool
    parts: tuple[Part, ...]


def in_parts(guidance: Guidance, language: Language) -> Iterator[Part]:
    """What there is, in order, each under its heading."""
    _ = language.gettext
    parts = (
        Part(name="moments", heading=guidance.title, texts=guidance.moments),
        Part(name="ask", heading=_("Om te vragen"), texts=guidance.ask),
        Part(name="listen", heading=_("Om naar te luisteren"), texts=guidance.listen),
        Part(name="points", heading=_("Waar elke beschrijving op wijst (alleen voor jou)"), texts=guidance.points),
    )
    return (part for part in parts if part.texts)


def guidance(view: View, ask: Ask) -> Guidance:
    """What the facilitator may know at this question."""
    component = view.component(ask.id)
    moments = tuple(_told(view, name) for name in _moments(ask))
    if component is None:
        return Guidance(title=ask.text.rpartition("\n")[2], moments=moments)
    notes = next((entry for entry in view.base.facilitation if entry.component == component.number), None)
    return Guidance(
        title=component.name,
        moments=moments,
        ask=notes.ask if notes else (),
        listen=notes.listen if notes else (),
        points=_points(view, component),
        is_early=not is_revealed(view, component, round_of(ask.id)),
    )


def _told(view: View, name: str) -> str:
    """What to do at a moment, as it is where one votes by raised hands or with slips."""
    by_id = {moment.id: moment.variants[0] for moment in view.base.moments}
    by_hand = by_id.get(f"moment.{name}.hands", "") if votes_by_hand(view) else ""
    return by_hand or by_id[f"moment.{name}"]


def _moments(ask: Ask) -> tuple[str, ...]:
    """The names of the moments that a question belongs to."""
    if ask.id == "setup.start":
        return ("open",)
    if not ask.component:
        return _BY_CHAPTER.get(ask.chapter, ())
    step = name_of(ask.id)
    if step == SITUATION:
        return ("again",) if round_of(ask.id) > 1 else ("think", "vote")
    if step == TALK and ask.tallies:
        return (_BY_SPREAD[ask.tallies[-1].spread],)
    return _BY_STEP.get(step, ())


def _points(view: View, component: Component) -> tuple[str, ...]:
    names = {model.model: model.name for model in view.base.models}
    letters = votes.letters_of(view, component)
    points = {
        letters[index]: f"{letters[index]}. {names[description.model]}: {description.stage}"
        for index, description in enumerate(component.descriptions)
    }
    return tuple(points[letter] for letter in sorted(points))
