"""Answers that also do something: choose the language, go back to another question, or pause."""

import re
from collections.abc import Iterator
from typing import Any

from lobgids.advice.own import OWN, own_lines
from lobgids.advice.shown import ANEW, MORE_LINES
from lobgids.days.spoken import kept_day
from lobgids.dialogue import mending
from lobgids.dialogue.asserted import tells_shares
from lobgids.dialogue.chapters.advice import about_own_actions
from lobgids.dialogue.chapters.basis import REST
from lobgids.dialogue.chapters.picture import otherwise_of, resumes_questions
from lobgids.dialogue.chapters.pillars import EARLIER, LATER
from lobgids.dialogue.chapters.setup import ROLES, SUM
from lobgids.dialogue.chapters.welcome import LANGUAGE
from lobgids.dialogue.judging import look_back_day
from lobgids.dialogue.order import shown_options
from lobgids.dialogue.pending import PendingEvent
from lobgids.dialogue.proposals import HEARD, OWN_LINE, TOGETHER
from lobgids.dialogue.settling import as_actions, without_like
from lobgids.dialogue.spoken import other_ways, told_in_full, told_within
from lobgids.dialogue.steps import draft_of
from lobgids.dialogue.view import View
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import ARTICLES, says, telling_words, ways, words_of
from lobgids.log import ask_ids
from lobgids.log.ask_ids import (
    ACTIONS,
    BASIS,
    BETWEEN,
    CORRECT,
    GO_ON,
    MAY_SHOW,
    MISSING,
    OWN_ACTIONS,
    RECENT,
    SEEN,
    SITUATION,
    WHERE,
    name_of,
    round_of,
)
from lobgids.log.events import RESUMED, choice_of
from lobgids.log.state import ANSWERING, Proposal
from lobgids.school.ambition import MOVES, OF_DECAAN, WHOSE
from lobgids.text import capital

_QUOTED = re.compile(r"(?:^|[\s(:])['\"‘“](?P<words>[^'\"‘“’”]{8,})['\"’”]")
_IS_MISSING = re.compile(
    r"\b(?:mist|mis ik|ik mis|ontbreekt|missing|i miss)\b[^:.;!?]{0,30}:\s*(?P<words>[^\n]{12,})", re.IGNORECASE
)
"""What is missing, said at once: 'er mist iets: ik doe alles alleen'."""
_WANTS_PLAN = re.compile(r"\bplan\b.*\b(?:wel|graag|want|please|do)\b|\b(?:wel|graag|want)\b.*\bplan\b", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:en |and |maar |but )?(?P<number>\d{1,2}) (?P<how>[^.;!?\d]+)[.!]?", re.IGNORECASE)
"""A sentence of its own about one number of a list."""


def with_consequences(view: View, pending: list[PendingEvent]) -> list[PendingEvent]:
    """Add to the events of an answer those that it brings along."""
    return _asking_anew(view, _with_what_follows(view, pending))


def _with_what_follows(view: View, pending: list[PendingEvent]) -> list[PendingEvent]:
    first = pending[0]._replace(value=choice_of(pending[0].value))
    if first.kind == "edited" and (drops := _about_it(view, first)):
        return [pending[0]._replace(drops=(*pending[0].drops, *drops)), *pending[1:]]
    if instead := _asked_again(view, first):
        return [PendingEvent("jumped", instead)]
    if first.ask == LANGUAGE and isinstance(first.value, str):
        return [*pending, PendingEvent("language", first.ask, first.value.removeprefix("language."))]
    if resumes_questions(view, first.ask, goes_on=first.value is True):
        return [PendingEvent("concluded", first.ask, RESUMED)]
    if first.ask == GO_ON and first.value is False:
        # 'Nee, geen vragen meer, het plan wil ik wel'
        wants_plan = _WANTS_PLAN.search(_quote(pending[0].value))
        return [PendingEvent("jumped", ACTIONS)] if wants_plan else [*pending, PendingEvent("paused", first.ask)]
    return [*pending, *_along(view, first, _quote(pending[0].value))]


def _asking_anew(view: View, pending: list[PendingEvent]) -> list[PendingEvent]:
    """The events, with which it is asked again what may stand in papers if they change one's own actions.

    A yes was for what was shown. So is the look-back, if something begins after it. Not in documents of before.
    """
    if not view.header.shows_sentences:
        return pending
    return [event._replace(drops=(*event.drops, *_drops(view, event))) for event in pending]


def _drops(view: View, event: PendingEvent) -> Iterator[str]:
    """What is asked anew with an event: what may stand in papers, or the look-back on what begins after it."""
    if event.ask == OWN_ACTIONS and view.is_answered(MAY_SHOW):
        yield MAY_SHOW
    is_more = event.ask == MAY_SHOW and MORE_LINES in (choice_of(event.value) or ())
    if is_more and view.is_answered(MISSING):
        yield MISSING
    looks_back, day = look_back_day(view), kept_day(choice_of(event.value))
    if event.kind in ANSWERING and event.ask in view.track.days(view) and looks_back and day and day >= looks_back:
        yield view.track.look_back


def _along(view: View, first: PendingEvent, quote: str) -> Iterator[PendingEvent]:
    """What comes along with an answer: what one sees otherwise if one said so at once, or a jump to what to change."""
    otherwise = otherwise_of(first.ask, first.value)
    if isinstance(view.state.proposed, Proposal) and TOGETHER in view.state.proposed.doubts:
        return  # what the words add was told back already
    told = quote if len(quote.split()) >= TELLING else _told_before(view, first.ask)
    if otherwise and told:
        yield PendingEvent("answered", otherwise, told)
    if first.ask == ACTIONS and isinstance(first.value, list) and OWN in first.value and _tells_action(view, quote):
        yield PendingEvent("planned", OWN_ACTIONS, _with_those_before(view, as_actions(view.base, quote)))
    elif first.ask == ACTIONS and len(quote.split()) >= TELLING and says(view.base, "adding", quote):
        said = quote.removeprefix("en ").removeprefix("and ")
        line = "; ".join(as_actions(view.base, said).splitlines())
        doubts = {"words": line, "choices": [line], "doubts": [OWN_LINE]}
        yield PendingEvent("proposed", ACTIONS, doubts)
    is_wish = first.ask == ask_ids.ambition(ask_ids.SCHOOL) and first.value in MOVES
    if is_wish and says(view.base, "only_mine", quote) and not view.is_answered(WHOSE):
        yield PendingEvent("answered", WHOSE, [OF_DECAAN])
    yield from _where_told(view, first, quote)
    yield from _shares_told(view, first, quote)
    yield from _known_how(view, first, quote)
    if _has_no_time(view, first, quote):
        yield PendingEvent("answered", ask_ids.FORM, SHORT)
    if first.ask == MAY_SHOW and isinstance(first.value, list):
        yield from _typed_with(view, first.value, quote)
    yield from mending.follows(first.ask, first.value)
    if target := goes_to(first.ask, first.value):
        yield PendingEvent("jumped", target)


def _has_no_time(view: View, first: PendingEvent, quote: str) -> bool:
    """Whether one said at the beginning that there is hardly any time: it is not asked how much then."""
    is_beginning = first.ask in (ask_ids.SCHOOL_NAME, ask_ids.PART) and view.track.name == "decaan"
    said = first.value.get("text") if isinstance(first.value, dict) else ""
    is_open = view.header.shows_sentences and not view.is_answered(ask_ids.FORM) and not view.header.form
    return is_beginning and is_open and says(view.base, "hurry", str(said or quote))


def _typed_with(view: View, chosen: list[str], said: str) -> Iterator[PendingEvent]:
    """What was typed with what may stand there: the only part of a line, or what is missing in the list."""
    anew = [line.removeprefix(ANEW) for line in chosen if line.startswith(ANEW)]
    quoted = [found["words"] for found in _QUOTED.finditer(said)]
    if view.header.shows_sentences and len(anew) == len(quoted) == 1:
        yield PendingEvent("answered", ask_ids.reworded(anew[0]), capital(quoted[0].rstrip(" .,")))
    missing = _IS_MISSING.search(said)
    if MORE_LINES in chosen and missing:
        yield PendingEvent("answered", MISSING, capital(missing["words"].strip()))


SHORT = "form.short"
"""The answer that one has a quarter of an hour."""


def _tells_action(view: View, quote: str) -> bool:
    """Whether words beside 'a step of your own' are one; few are enough if one has some: it is not asked then."""
    if len(quote.split()) >= TELLING:
        return True
    if not own_lines(view.state.value(OWN_ACTIONS)):
        return False
    own = next(option.text for option in view.base.question(ACTIONS).options if option.id == OWN)
    return len(telling_words(quote) - telling_words(own)) >= _SAY_WHAT


def _with_those_before(view: View, lines: str) -> str:
    """The own actions that one has, with those that are new."""
    before = without_like(view, own_lines(view.state.value(OWN_ACTIONS)), lines)
    return "\n".join([*before, *(line for line in own_lines(lines) if line not in before)])


def _told_before(view: View, ask: str) -> str:
    """What one said at length at an ask before one chose an answer; empty if that was little."""
    notes = (note.text for note in reversed(view.state.notes) if note.own_words and note.ask == ask)
    return next((text for text in notes if len(text.split()) >= TELLING), "")


def _where_told(view: View, first: PendingEvent, quote: str) -> Iterator[PendingEvent]:
    """What the words beside two descriptions say of where it differs: an answer, or if they only hint at it to ask."""
    component = view.component(first.ask)
    if component is None or not isinstance(first.value, list) or name_of(first.ask) not in (SITUATION, BETWEEN):
        return
    before = view.quote(component) if first.ask != ask_ids.situation(component) else ""
    words = f"{before} {quote}"
    options = [option.id for option in view.base.question("ask.where").options]
    where = ask_ids.of_component(component, WHERE)
    if named := told_in_full(view.base, options, words):
        yield PendingEvent("answered", where, [named])
    elif told := told_within(view.base, options, words):
        yield PendingEvent("proposed", where, {"words": "", "choices": [told], "doubts": [HEARD]})


def _shares_told(view: View, first: PendingEvent, quote: str) -> Iterator[PendingEvent]:
    """That it is not asked how several share a theme, where the words with that answer tell it already.

    It is kept as passed by, so that a document that was begun before asks what it asked.
    """
    theme = next((one for one in view.base.themes if one.id == first.ask), None)
    asked, shared = draft_of(view, first.ask), ask_ids.of_theme(theme, ask_ids.SHARED) if theme else ""
    if asked is None or not shared or not isinstance(first.value, list) or len(first.value) < 2:  # noqa: PLR2004
        return
    is_open = draft_of(view, shared) is not None and not view.is_answered(shared)
    if is_open and tells_shares(view.base, quote, asked.options):
        yield PendingEvent("skipped", shared)


def _known_how(view: View, first: PendingEvent, quote: str) -> Iterator[PendingEvent]:
    """How one knows a thing that one did not see oneself, where the words say it: '3 hoor ik van de mentoren'."""
    draft, told = draft_of(view, first.ask) if name_of(first.ask) == SEEN else None, _NUMBERED.fullmatch(quote.strip())
    if draft is None or told is None or not isinstance(first.value, list):
        return
    options, place = shown_options(view, first.ask, draft), int(told["number"]) - 1
    chosen = options[place].id if 0 <= place < len(options) and not options[place].alone else ""
    bases = [basis for basis in REST if _says_basis(view.base, basis, told["how"])]
    if chosen and chosen not in first.value and len(bases) == 1:
        yield PendingEvent("answered", ask_ids.of_component(view.base.components_by_id[chosen], BASIS), bases)


def _says_basis(base: KnowledgeBase, basis: str, text: str) -> bool:
    """Whether words say one of the ways in which one may know a thing, but for small words."""
    said = _content(base, text)
    return bool(said) and any(_content(base, way) == said for way in other_ways(base, basis))


def _content(base: KnowledgeBase, text: str) -> frozenset[str]:
    small = {way[0] for way in ways(base).within.get("around", ()) if len(way) == 1}
    return frozenset(words_of(text)) - ways(base).fillers - small - ARTICLES


TELLING = 5
"""From so many words on what was said beside an answer tells something of its own."""

_SAY_WHAT = 2
"""So many telling words beyond those of the choice say which step of one's own it is."""


def _quote(value: Any) -> str:
    return str(value.get("quote") or "") if isinstance(value, dict) else ""


def _about_it(view: View, edit: PendingEvent) -> tuple[str, ...]:
    """The asks whose answers were about the answer that is edited: what it rested on was said of that one only.

    Edits in an earlier document name none, and leave these answers as they are.
    """
    if edit.ask in (ACTIONS, OWN_ACTIONS):
        return tuple(ask for ask in about_own_actions(view, edit.ask, edit.value) if view.is_answered(ask))
    component = view.component(edit.ask)
    if component is None or name_of(edit.ask) not in (SITUATION, BETWEEN) or _is_the_same(view, edit):
        return ()
    asks = (ask_ids.of_component(component, name) for name in (BETWEEN, WHERE, BASIS, RECENT))
    about = (*asks, *(probe.id for probe in component.probes))
    return tuple(ask for ask in about if ask != edit.ask and view.is_answered(ask))


def _is_the_same(view: View, edit: PendingEvent) -> bool:
    return bool(edit.value == view.state.value(edit.ask))


def _asked_again(view: View, first: PendingEvent) -> str:
    """The ask at which counts that are not right are given again; empty if the answer says no such thing."""
    if first.kind != "answered" or first.value is not False:
        return ""
    if first.ask == SUM:
        return ROLES
    component = view.component(first.ask)
    return ask_ids.situation(component, round_of(first.ask)) if component else ""


def goes_to(ask: str, value: Any) -> str:
    """The question that an answer asks to change; empty if it asks for no change."""
    if value in (EARLIER, LATER):
        later, earlier = ask_ids.clashing(ask)
        return ask_ids.situation(earlier if value == EARLIER else later)
    return ask_ids.to_situation(value) if name_of(ask) == CORRECT else ""
