"""The conversation as a page: what was said, the open question in a form, and what becomes of what is sent."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lobgids.dialogue.brief import BRIEF, BriefFile
from lobgids.dialogue.chapters.closing import REPORT, STOP
from lobgids.dialogue.commands import Command, offered
from lobgids.dialogue.conversation import Conversation, Turn
from lobgids.dialogue.overview import Overview
from lobgids.dialogue.pace import minutes_left, time_left_in_words
from lobgids.dialogue.protocol import Ask, Input, Move, Problem, Say
from lobgids.dialogue.view import View
from lobgids.i18n import Language, language_after
from lobgids.log.events import Contents, Event
from lobgids.log.state import ANSWERING, standing_events
from lobgids.session.error_messages import document_refused
from lobgids.session.review import reviewed
from lobgids.session.session import Session, StartOptions
from lobgids.session.showing.picture import certainty_in_words
from lobgids.session.showing.questions import question_of
from lobgids.session.showing.story import Story
from lobgids.session.showing.tracks import shown
from lobgids.session.transcript import TranscriptEntry, said
from lobgids.storage.errors import DocumentError
from lobgids.text import clean
from lobgids.web import forms
from lobgids.web.asked import Asked, Begun, asked
from lobgids.web.exchange import Reply, Request, elsewhere, first, page
from lobgids.web.prose import Prose, prose
from lobgids.web.rendering import rendered

if TYPE_CHECKING:
    from lobgids.web.site import Site

LATEST = 6
"""How many turns stand above the question when the page is opened; the earlier ones are a link away."""

STALE, FIRST_PAGE = "problem.stale", "first page"
_BESIDE = ("back", "skip", "example", "why", "source", "leave", "conclude")
"""What one does with a button at a question, by the names of the commands; the rest are links."""


class Spoken(NamedTuple):
    """Something that was said; with `edits` one can go back to that answer, `later` answers came after it."""

    who: str
    prose: Prose
    heading: str = ""
    edits: str = ""
    later: int = 0


class Button(NamedTuple):
    """A move, with its short and its full name."""

    move: str
    short: str
    full: str


class Standing(NamedTuple):
    """How far the conversation is, shown beside it."""

    percent: int
    left: str
    overview: Overview
    certainty: str
    shares: tuple[tuple[str, int], ...]


class Shown(NamedTuple):
    """A conversation to show: as it is, and what was just said that no page would tell again."""

    conversation: Conversation
    contents: Contents
    name: str
    says: Sequence[Say | Problem] = ()
    begun: Begun | None = None
    paused: bool = False


def show(site: "Site", _request: Request, name: str) -> Reply:
    """Return the page of a conversation."""
    contents = site.shelf.read(name)
    return page(_page(site, Shown(_followed(contents, site), contents, name)))


def act(site: "Site", request: Request, name: str) -> Reply:
    """Take what was sent, and return what follows on it; what was typed and not taken stands in the form again."""
    try:
        store = site.shelf.open(name)
    except DocumentError as error:
        return _not_open(site, request, name, error)
    with Session(store, site.content_in, StartOptions()) as session:
        session.conversation.draw_grids(can=True)
        return _acted(site, request, name, session)


def _acted(site: "Site", request: Request, name: str, session: Session) -> Reply:
    conversation = session.conversation
    before, at = conversation.ask, conversation.at
    turn = _turn(site, request, session)
    if isinstance(turn, str):
        return elsewhere(f"{site.root}/" if turn == FIRST_PAGE else site.address(name, turn))
    notices = tuple(session.store.notices(conversation.view.language))
    if notices:
        turn = turn._replace(says=(*(Say(id=one.id, text=one.text) for one in notices), *turn.says))
    is_kept = conversation.at > at
    contents = Contents(conversation.header, session.events)
    state = Shown(conversation, contents, name, turn.says, None if is_kept else request.form, turn.paused)
    if is_kept and not turn.paused and (_changes_all(request) or not request.part):
        return elsewhere(site.address(name))
    status = _status(turn)
    if request.part:
        return page(_part(site, state, turn, before), status)
    return page(_page(site, state), status)


def _turn(site: "Site", request: Request, session: Session) -> Turn | str:
    """Return what follows on what was sent, or the address to go to instead."""
    conversation = session.conversation
    ask, code = _open(conversation), conversation.view.language.code
    given = forms.given_in(request, ask, conversation, (code, language_after(code, site.languages)))
    if isinstance(given, str):
        return "/overview"
    if isinstance(given, Problem):
        return Turn((given,), conversation.ask)
    if conversation.ask is None and (place := _at_the_end(conversation, given)):
        return place
    return _brief(request, session, given) or _taken(session, given)


def _taken(session: Session, given: Input) -> Turn:
    is_pause = isinstance(given, Move) and given.move == "pause"
    return session.pause() if is_pause else session.take(given)


def _at_the_end(conversation: Conversation, given: Input) -> str:
    """Return where one goes at the end: to the reports, or to the first page; empty if the engine takes it."""
    places = {REPORT: "/reports", STOP: FIRST_PAGE}
    return places.get(conversation.chosen_at_the_end(given), "") if conversation.fits(given) else ""


def _brief(request: Request, session: Session, given: Input) -> Turn | None:
    """Return what follows on a file with agreements, where one is asked for; None if none was sent."""
    conversation, upload = session.conversation, request.uploads.get("brief")
    is_asked = conversation.ask is not None and conversation.ask.id == BRIEF and conversation.fits(given)
    if not is_asked or upload is None or not upload.content or isinstance(given, Move):
        return None
    return conversation.load_brief(BriefFile(upload.content), clean(upload.name))


def _open(conversation: Conversation) -> Ask:
    """Return the open question, or after the last one what can be done then."""
    return conversation.ask or conversation.what_now()


def _changes_all(request: Request) -> bool:
    """Whether all that stands on the page may be another now, as in another language."""
    return first(request.form, forms.MOVE) in ("language", "edit", "jump", "back")


def _status(turn: Turn) -> int:
    problems = [one.id for one in turn.says if isinstance(one, Problem)]
    return (409 if STALE in problems else 422) if problems else 200


def _not_open(site: "Site", request: Request, name: str, error: DocumentError) -> Reply:
    """Return the page as it is, with why nothing can be kept now, and with what was typed."""
    contents = site.shelf.read(name)
    conversation = _followed(contents, site)
    sentence = document_refused(error, conversation.view.language)
    state = Shown(conversation, contents, name, (Problem(id=error.reason, text=sentence),), request.form)
    return page(_part(site, state, Turn(tuple(state.says), None), None) if request.part
                else _page(site, state), 409)  # fmt: skip


def _followed(contents: Contents, site: "Site") -> Conversation:
    """Return a conversation as it stands, with all that can be asked at once in one form."""
    conversation = reviewed(contents, site.content_in)
    conversation.draw_grids(can=True)
    return conversation


def _page(site: "Site", state: Shown) -> str:
    language = state.conversation.view.language
    story = told_in(site, state.contents, language.code)
    start = max(0, len(story) - LATEST)
    told = [spoken(entry, state.conversation) for _, entry in story.entries(start, len(story))]
    turns = [*told, *_just_said(state)]
    return rendered("talk.html", language, site.root, **_values(site, state), turns=turns, has_earlier=start > 0)


def _part(site: "Site", state: Shown, turn: Turn, before: Ask | None) -> str:
    """Return only what changed: the turns that are new, and all that stands beside them."""
    entries: list[TranscriptEntry] = []
    if state.begun is None and before and turn.heard:
        entries.append(TranscriptEntry("guide", clean(question_of(before)), ask=before.id))
    entries += said(turn, answered=before.id if before else "")
    turns = [spoken(entry, state.conversation) for entry in entries if entry.who != "problem"]
    return rendered("part.html", state.conversation.view.language, site.root, **_values(site, state), turns=turns)


def _just_said(state: Shown) -> Iterator[Spoken]:
    """Yield what is in no log: an explanation, or what is said of a pause."""
    for one in state.says:
        if isinstance(one, Say) and (state.begun is not None or state.paused):
            yield Spoken("guide", prose(one.text))


def told_in(site: "Site", contents: Contents, code: str) -> Story:
    """Return all that was said, in a language."""
    return Story(contents.header, contents.events, site.content_in, code, site.shelf.phrases.greeting)


def spoken(entry: TranscriptEntry, conversation: Conversation) -> Spoken:
    """Return something that was said, as a page shows it."""
    later = conversation.answers_after(entry.ask) if entry.who == "person" and entry.ask else None
    return Spoken(entry.who, prose(entry.text), entry.heading, entry.ask if later is not None else "", later or 0)


def _values(site: "Site", state: Shown) -> Mapping[str, object]:
    """Return what the page and its part are made of alike."""
    conversation = state.conversation
    language = conversation.view.language
    other = language_after(language.code, site.languages)
    problems = [clean(one.text) for one in state.says if isinstance(one, Problem)]
    return {
        "name": state.name,
        "title": _title(state),
        "now": None if state.paused else _asked(conversation, state.begun),
        "problems": problems,
        "paused": state.paused,
        "is_lasting": site.shelf.is_lasting,
        "is_open": conversation.ask is not None,
        "buttons": _buttons(conversation, language),
        "standing": standing(conversation, state.contents.events),
        "other": other,
        "other_name": site.speaking(other).name,
        "has_projector": shown(conversation.header.track).has_projector,
    }


def _asked(conversation: Conversation, begun: Begun | None) -> Asked:
    return asked(_open(conversation), conversation, begun, brief=BRIEF)


def _title(state: Shown) -> str:
    school = state.conversation.view.state.value("welcome.school")
    return clean(school) if isinstance(school, str) and school else Path(state.name).stem


def _buttons(conversation: Conversation, language: Language) -> Sequence[Button]:
    _ = language.gettext
    commands = offered(conversation.track, is_open=conversation.ask is not None)
    return [Button(one.move or "", _(one.short), _(one.full)) for one in _wanted(commands)]


def _wanted(commands: Iterable[Command]) -> Iterator[Command]:
    return (command for command in commands if command.name in _BESIDE and command.move)


def standing(conversation: Conversation, events: Sequence[Event]) -> Standing:
    """Return how far a conversation is, and which way it points where that can colour no answer any more."""
    view, overview = conversation.view, conversation.overview(with_chapters=False)
    times = [event.time for event in standing_events(events) if event.kind in ANSWERING]
    left = time_left_in_words(overview.progress, minutes_left(view, conversation.ask, times), view.language)
    return Standing(
        percent=round(100 * overview.progress),
        left=left,
        overview=overview,
        certainty=certainty_in_words(view.certainty, view.language) if overview.shows_direction else "",
        shares=tuple(_shares(view)) if overview.shows_direction else (),
    )


def _shares(view: View) -> Iterator[tuple[str, int]]:
    """Yield each way of doing LOB with how much the answers point to it, in tenths; never quite all of them."""
    for model, share in zip(view.base.models, view.leading.models, strict=True):
        yield model.name, min(round(share * 10), 9)
