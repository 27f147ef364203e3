"""Answers the requests of a front end from a session, with the functions that the front ends here use themselves."""

from collections.abc import Callable
from datetime import datetime

from msgspec.structs import replace

from lobgids.dialogue.asking import texts_of
from lobgids.dialogue.commands import GUIDANCE, in_words, offered
from lobgids.dialogue.conversation import Conversation
from lobgids.dialogue.overview import Overview
from lobgids.dialogue.pace import in_steps, minutes_left, planned_in_words, time_left_in_words
from lobgids.dialogue.protocol import Ask, MentorResult, Result
from lobgids.dialogue.requests import (
    Clock,
    Commands,
    FoundTerm,
    Get,
    GetStory,
    GetTerms,
    Name,
    Request,
    TermPlace,
    Terms,
    Version,
)
from lobgids.dialogue.workshop.agenda import TALK as MINUTES_OF_TALK
from lobgids.dialogue.workshop.guidance import Notes, in_parts
from lobgids.kb.terms import find_in
from lobgids.log.ask_ids import TALK, is_named
from lobgids.session.session import Session, now
from lobgids.session.showing.story import Stretch, story_of

Response = Ask | Overview | Notes | Clock | Commands | Result | MentorResult | Version | Stretch | Terms


def respond(session: Session, request: Request) -> Response:
    """Return what was asked for, as it is now."""
    match request:
        case GetStory(start=start, stop=stop):
            return story_of(session).stretch(start, stop)
        case GetTerms(text=text):
            return _terms(session.conversation, text)
        case Get(get=name):
            return _BY_NAME[name](session)


def _ask(session: Session) -> Ask:
    """Return the open question, or after the last one what can be done then."""
    conversation = session.conversation
    return replace(conversation.ask or conversation.what_now(), at=conversation.at)


def _guidance(session: Session) -> Notes:
    """Return the notes for whoever leads a group; empty ones if there is no group."""
    conversation = session.conversation
    guidance = conversation.guidance()
    if guidance is None:
        return Notes(is_early=False, parts=())
    return Notes(is_early=guidance.is_early, parts=tuple(in_parts(guidance, conversation.view.language)))


def _clock(session: Session) -> Clock:
    conversation = session.conversation
    ask, language, overview = conversation.ask, conversation.view.language, conversation.overview()
    times = session.answer_times
    left = minutes_left(conversation.view, ask, times)
    since = session.minutes_together(datetime.fromisoformat(now()))
    return Clock(
        answered=tuple(times),
        minutes_left=None if left is None else in_steps(left),
        left=time_left_in_words(overview.progress, left, language),
        began=session.began,
        minutes_since=since,
        agenda=tuple(stop for stop in overview.path if stop.minutes),
        planned=planned_in_words(overview.path, since, language),
        talk=MINUTES_OF_TALK if ask and is_named(ask.id, TALK) else 0,
    )


def _commands(session: Session) -> Commands:
    conversation, ask = session.conversation, _ask(session)
    is_led = conversation.ask is not None and conversation.track.guidance is not None
    commands = (*offered(conversation.track, is_open=conversation.ask is not None), *([GUIDANCE] if is_led else []))
    language = conversation.view.language
    return Commands(ask=ask.id, at=conversation.at, commands=tuple(in_words(command, language) for command in commands))


def _terms(conversation: Conversation, text: str | None) -> Terms:
    texts = {"": text} if text is not None else texts_of(conversation.ask)
    return Terms(
        terms=tuple(
            FoundTerm(
                id=term.id,
                term=term.term,
                meaning=term.meaning,
                places=tuple(TermPlace(of=of, start=match.start, end=match.end) for of, match in places.items()),
            )
            for term, places in find_in(texts, conversation.view.base.glossary)
        )
    )


_BY_NAME: dict[Name, Callable[[Session], Response]] = {
    "ask": _ask,
    "overview": lambda session: session.conversation.overview(),
    "guidance": _guidance,
    "clock": _clock,
    "commands": _commands,
    "result": lambda session: session.conversation.outcome(),
    "version": lambda _session: Version(),
}
