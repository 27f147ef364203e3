"""The transcript of a document: what the guide said and asked, and what the person answered, in words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from lobgids.dialogue.chapters.pillars import EARLIER, LATER
from lobgids.dialogue.conversation import Conversation
from lobgids.dialogue.events import Event
from lobgids.dialogue.interpret import clean
from lobgids.dialogue.protocol import Ask
from lobgids.dialogue.state import ANSWERING
from lobgids.plain import WIDEST, wrapped
from lobgids.retold import in_words

# What Markdown obeys anywhere, at the start of a line, and where a link begins.
_SIGNS = re.compile(r"([\\`*_\[\]{}<>#|~&$@])")
_STARTS = re.compile(r"^(\d*)([-+=.)])")
_LINKS = re.compile(r"(:)(?=//)|(?<=www)(\.)", re.IGNORECASE)


class Entry(NamedTuple):
    """Something that was said, by the guide or by the person, with the options of a question."""

    who: Literal["guide", "person"]
    text: str
    options: tuple[str, ...] = ()


def entries(conversation: Conversation, events: Sequence[Event]) -> Iterator[Entry]:
    """What was said from the beginning; the conversation is a fresh one and lives through the events."""
    yield from (Entry("guide", clean(said.text)) for said in conversation.begin().says)
    before: Event | None = None
    shown: Ask | None = None
    for event in events:
        asked = conversation.ask
        if not _follows(before, event, asked):
            if asked and (shown is None or (shown.id, shown.text) != (asked.id, asked.text)):
                yield _question(asked)
            shown = asked
            yield Entry("person", clean(in_words(conversation, event)))
        yield from (Entry("guide", clean(said.text)) for said in conversation.tell(event))
        before = event
    yield _question(conversation.ask) if conversation.ask else Entry("guide", clean(conversation.close().text))


def as_text(told: Iterable[Entry], person: str) -> Iterator[str]:
    """The lines of a transcript, as wide as a page whatever the terminal's width."""
    for entry in told:
        yield from wrapped(f"{'lobgids' if entry.who == 'guide' else person}: {entry.text}", WIDEST)
        for number, option in enumerate(entry.options, 1):
            yield from wrapped(f"{number}. {option}", WIDEST)
        yield ""


def as_markdown(told: Iterable[Entry], person: str) -> Iterator[str]:
    """The lines of a transcript in Markdown, in which nothing that anybody typed is obeyed."""
    for entry in told:
        if entry.who == "person":
            lines = [f"> {escaped(line)}" for line in entry.text.split("\n")]
            lines[0] = f"> **{escaped(person)}:** {lines[0].removeprefix('> ')}"
            yield "\\\n".join(lines)
        else:
            first, *rest = entry.text.split("\n")
            yield f"**lobgids:** {escaped(first)}"
            yield from _guided(rest)
        if entry.options:
            yield ""
            yield from (f"{number}. {escaped(option)}" for number, option in enumerate(entry.options, 1))
        yield ""


def escaped(line: str) -> str:
    """A line with what Markdown would obey made plain."""
    safe = _SIGNS.sub(r"\\\1", " ".join(line.split()))
    safe = _STARTS.sub(r"\1\\\2", safe)
    return _LINKS.sub(lambda sign: f"\\{sign[0]}", safe)


def _guided(lines: Iterable[str]) -> Iterator[str]:
    """Further lines of the guide: those with a dash a list, all others paragraphs."""
    in_list = False
    for line in lines:
        is_item = line.startswith("- ")
        if not (is_item and in_list):
            yield ""
        yield f"- {escaped(line[2:])}" if is_item else escaped(line)
        in_list = is_item


def _follows(before: Event | None, event: Event, asked: Ask | None) -> bool:
    """Whether an event is only what an answer brings along: choosing the language, stopping, or going back."""
    if before is None or before.kind not in ANSWERING:
        return False
    if event.kind in ("language", "paused"):
        return event.ask == before.ask and (asked is None or asked.id != event.ask)
    return event.kind == "jumped" and (before.value in (EARLIER, LATER) or before.ask.endswith(".correct"))


def _question(ask: Ask) -> Entry:
    return Entry("guide", clean(ask.text), tuple(clean(option.text) for option in ask.options))
