"""What the guide says back right after an answer."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from lobgids.dialogue import agenda, guiding
from lobgids.dialogue.chapters import ambition, picture, pillars, setup, votes
from lobgids.dialogue.events import Event, choice_of
from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.kinds.kind import Kind
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Ask, Say
from lobgids.dialogue.state import FORM, KEEP_EDIT, PICTURE, PICTURE_AGAIN, Edit
from lobgids.dialogue.telling import after_skip, conclusion
from lobgids.dialogue.view import BASIS, RECENT, SITUATION, View
from lobgids.dialogue.votes import cast, round_of
from lobgids.kb.entries import Component


def reaction(before: View, after: View, ask: Ask | None, event: Event, *, finds_out: bool) -> Iterator[Say]:
    """What is said to one event, given the conversation before and after it."""
    place = f"{after.header.seed}{event.ask}"
    if event.kind == "skipped" and ask is not None:
        yield after_skip(after, ask, finds_out=finds_out)
    elif event.kind == "noted":
        own_words = isinstance(event.value, dict) and event.value.get("own_words")
        yield say(after.base, _of_words(ask, event.ask) if own_words else "note.kept", place)
    elif event.kind == "language" and before.language.code != after.language.code:
        yield say(after.base, "language.switched", place)
    elif event.kind == "taken_back":
        yield say(after.base, "back.taken", place)
    elif event.kind == "confirmed" and event.ask == KEEP_EDIT:
        yield from _settled(before, after, event)
    elif event.kind == "edited" and after.state.proposed is None:
        is_same = before.state.answers.get(event.ask) == after.state.answers.get(event.ask)
        yield say(after.base, "edit.same" if is_same else "edit.noted", place)
        yield from _asked_anew(after, event.ask, event.drops)
    elif event.kind in ("voted", "revealed"):
        yield from _of_votes(after, event)
    elif event.kind in ("answered", "confirmed", "planned"):
        yield from _answered(after, event)
    if _is_about_school(after, event) and before.dominant != after.dominant:
        yield conclusion(after)


def _is_about_school(view: View, event: Event) -> bool:
    """Whether, after the picture was told, an edit was kept or something about the edited answer was said anew."""
    of_component = view.component(event.ask) is not None and PICTURE in view.state.answers
    return event.ask == KEEP_EDIT or (of_component and event.kind in ("answered", "skipped"))


def _settled(before: View, after: View, event: Event) -> Iterator[Say]:
    """Whether the edit was kept, and what is asked anew then."""
    yield say(after.base, "edit.kept" if choice_of(event.value) else "edit.dropped", f"{after.header.seed}{event.ask}")
    if choice_of(event.value) and isinstance(before.state.proposed, Edit):
        yield from _asked_anew(after, before.state.proposed.ask, before.state.proposed.drops)


def _asked_anew(view: View, ask: str, drops: Sequence[str]) -> Iterator[Say]:
    """That what the answer rests on is asked again: it was said of the one before."""
    if any(one.endswith(f".{BASIS}") for one in drops):
        yield say(view.base, "edit.basis", f"{view.header.seed}{ask}")


def _of_votes(view: View, event: Event) -> Iterator[Say]:
    """That votes are kept, without a word on what they are; and what they are once they are shown."""
    place, component, number = f"{view.header.seed}{event.ask}", view.component(event.ask), round_of(event.ask)
    vote = cast(view, component, number) if component else None
    if component is None or vote is None:
        return
    if event.kind == "voted":
        pooled = bool(setup.groups(view)) and not vote.groups
        yield say(view.base, "votes.pooled" if pooled else "votes.kept", place, count=vote.total)
        return
    votes_told = votes.in_words(view, component, vote)
    yield say(view.base, "votes.again" if number > 1 else "votes.shown", place, votes=votes_told)
    if told := votes.apart(view, component):
        yield Say(id="votes.apart", text=told)


def _of_setup(view: View, event: Event) -> Iterator[Say]:
    """Which roles are too few to be seen by themselves, and how long an agenda of one's own takes."""
    place = f"{view.header.seed}{event.ask}"
    if event.ask == setup.ROLES and (small := setup.small_roles(view)):
        name = "setup.small" if setup.possible_groupings(view) else "setup.all_together"
        yield say(view.base, name, place, roles=view.language.listing(view.role(role) for role in small))
    elif event.ask == agenda.ITEMS:
        minutes, there = agenda.total(view), agenda.time_available(view)
        name = "setup.too_long" if minutes > there else "setup.fits"
        yield say(view.base, name, place, agenda=agenda.told(view), minutes=minutes, available=there)


def _of_words(ask: Ask | None, ask_id: str) -> str:
    """What is said to own words: at a case it is a way to act that may come near, elsewhere an answer, or a day."""
    if ask_id.startswith(("opening.", "practice.case.")):
        return "practice.own_words"
    return KINDS[ask.kind].own_words_phrase if ask else Kind.own_words_phrase


def _answered(view: View, event: Event) -> Iterator[Say]:
    """What is said to an answer, first to words that were said with more than one choice: nothing else repeats them."""
    plain = replace(event, value=choice_of(event.value))
    if plain.value != event.value and not isinstance(plain.value, str):
        yield say(view.base, "heard.words", f"{view.header.seed}{event.ask}")
    yield from _to_answer(view, plain)


def _to_answer(view: View, event: Event) -> Iterator[Say]:
    component = view.component(event.ask)
    if view.header.track == "mentor":
        yield from guiding.reaction(view, event)
    elif component:
        yield from _of_component(view, component, event)
    elif event.ask.startswith("setup."):
        yield from _of_setup(view, event)
    elif event.ask.startswith("theme."):
        yield from _of_theme(view, event)
    elif event.ask in (ambition.WHOSE, "ambition.school"):
        yield from _tension(view, f"{view.header.seed}{event.ask}")
    else:
        yield from _of_others(view, event)


def _of_component(view: View, component: Component, event: Event) -> Iterator[Say]:
    place = f"{view.header.seed}{event.ask}"
    name = event.ask.partition(".")[2]
    if name == SITUATION:
        chosen, quote = view.chosen(component), view.quote(component)
        if len(chosen) == 1 and quote:
            yield say(view.base, "heard.with_quote", place, heard=chosen[0].heard, quote=quote)
        elif len(chosen) == 1:
            yield say(view.base, "heard.back", place, heard=chosen[0].heard)
    elif name == BASIS and view.wished(component):
        yield say(view.base, "basis.wish", place)
    elif name == RECENT and view.is_unseen(component):
        yield say(view.base, "recent.unseen", place)
    elif event.value == pillars.BOTH:
        yield say(view.base, "clash.kept", place)
    elif name == "agreed" and event.value:
        yield say(view.base, "agreed.kept", place)


def _of_theme(view: View, event: Event) -> Iterator[Say]:
    place = f"{view.header.seed}{event.ask}"
    if isinstance(event.value, list) and len(event.value) > 1:
        yield say(view.base, "roles.double", place)
    elif event.value == ["doer.nobody"]:
        yield say(view.base, "roles.nobody", place)


def _of_others(view: View, event: Event) -> Iterator[Say]:
    place = f"{view.header.seed}{event.ask}"
    if event.ask.endswith(".summary"):
        yield say(view.base, "summary.right" if event.value else "summary.wrong", place)
    elif event.ask == FORM and picture.went_on(view):
        yield say(view.base, "closing.goes_on", place)
    elif event.ask in (PICTURE, PICTURE_AGAIN) and event.value != "picture.yes":
        yield say(view.base, "picture.disagreed", place)


def _tension(view: View, place: str) -> Iterator[Say]:
    if ambition.is_far(view):
        yield say(view.base, "ambition.far", place)
    if ambition.is_only_the_decaans(view):
        yield say(view.base, "ambition.alone", place)
