"""What one can look at beside a conversation: all that was said, words, where one is, the projector, the notes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lobgids.dialogue.asking import texts_of
from lobgids.dialogue.conversation import Conversation
from lobgids.dialogue.workshop.guidance import in_parts
from lobgids.kb.topics import Topic, topics
from lobgids.log.events import Contents
from lobgids.session.review import reviewed
from lobgids.session.showing.tracks import shown
from lobgids.text import folded
from lobgids.web import talk
from lobgids.web.asked import asked
from lobgids.web.exchange import Reply, Request, first, page
from lobgids.web.prose import prose
from lobgids.web.rendering import rendered

if TYPE_CHECKING:
    from lobgids.web.site import Site


def everything(site: "Site", request: Request, name: str) -> Reply:
    """Return all that was said, or what of it holds the words that are looked for."""
    contents, conversation = _read(site, name)
    language = conversation.view.language
    story = talk.told_in(site, contents, language.code)
    wanted = first(request.query, "q").strip()
    entries = [entry for _, entry in story.entries(0, len(story))]
    found = [entry for entry in entries if folded(wanted) in folded(entry.text)] if wanted else entries
    turns = [talk.spoken(entry, conversation) for entry in found]
    return page(rendered("everything.html", language, site.root, name=name, turns=turns, wanted=wanted,
                         at=conversation.at, ask=conversation.ask.id if conversation.ask else ""))  # fmt: skip


def words(site: "Site", request: Request, name: str) -> Reply:
    """Return what words mean, those of the open question first, and what else can be looked up."""
    _contents, conversation = _read(site, name)
    wanted = first(request.query, "q").strip()
    listed = [topic for topic in _topics(conversation) if not wanted or _holds(topic, wanted)]
    here = "\n".join(texts_of(conversation.ask).values())
    listed.sort(key=lambda topic: topic.kind != "word" or topic.name not in here)
    told = [(topic.id, topic.name, [prose(line) for line in topic.lines]) for topic in listed]
    return page(rendered("words.html", conversation.view.language, site.root, name=name, topics=told, wanted=wanted))


def _topics(conversation: Conversation) -> Iterator[Topic]:
    """Yield what can be looked up; what names the stages waits until it can colour no answer."""
    track = shown(conversation.header.track)
    is_hidden = track.topics_name_stages and not conversation.overview().names_stages
    kinds = {"word"} if is_hidden else {"word", *track.topics}
    return (topic for topic in topics(conversation.view.base) if topic.kind in kinds)


def _holds(topic: Topic, wanted: str) -> bool:
    return folded(wanted) in folded(" ".join([*topic.names(), *topic.lines]))


def overview(site: "Site", _request: Request, name: str) -> Reply:
    """Return where the conversation is, with a way to each part of it, and what one can type."""
    contents, conversation = _read(site, name)
    language = conversation.view.language
    return page(
        rendered(
            "overview.html", language, site.root, name=name, standing=talk.standing(conversation, contents.events),
            chapters=conversation.overview().chapters, at=conversation.at,
            ask=conversation.ask.id if conversation.ask else "",
        )
    )  # fmt: skip


def projector(site: "Site", _request: Request, name: str) -> Reply:
    """Return the open question for a group to look at, and the votes that everybody has seen."""
    _contents, conversation = _read(site, name)
    now = asked(conversation.ask, conversation) if conversation.ask else None
    return page(rendered("projector.html", conversation.view.language, site.root, name=name, now=now))


def notes(site: "Site", _request: Request, name: str) -> Reply:
    """Return the notes of whoever leads the conversation."""
    _contents, conversation = _read(site, name)
    language, guidance = conversation.view.language, conversation.guidance()
    parts = [(part.heading, part.texts) for part in in_parts(guidance, language)] if guidance else []
    return page(rendered("notes.html", language, site.root, name=name, parts=parts))


def _read(site: "Site", name: str) -> tuple[Contents, Conversation]:
    contents = site.shelf.read(name)
    conversation = reviewed(contents, site.content_in)
    conversation.draw_grids(can=True)
    return contents, conversation
