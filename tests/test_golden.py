"""Golden conversations: a script of inputs with the whole transcript that is expected, in both languages.

After a change that is meant: `python -m tests.test_golden` writes the transcripts anew; read what changed in them.
"""

import functools
from pathlib import Path
from typing import Any

import msgspec
import pytest

from lobgids.dialogue.conversation import Conversation
from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.dialogue.protocol import read_input
from lobgids.i18n import Language, catalogue_folder
from lobgids.kb.authoring.folder import read
from lobgids.kb.authoring.structure import as_entries
from lobgids.kb.load import CONTENT
from lobgids.kb.translation import in_language
from lobgids.lines.transcript_text import as_text
from lobgids.log.events import Event, Header, TrackName
from lobgids.session.transcript import entries
from tests.conftest import apart, sensible

FOLDER = Path(__file__).parent / "conversations"
SCRIPTS = sorted(FOLDER.glob("*.json"))


@functools.cache
def localized(code: str) -> LocalizedContent:
    """The knowledge base in a language, straight from the YAML."""
    language = Language(code or "nl", [catalogue_folder()])
    return LocalizedContent(language, as_entries(in_language(read(CONTENT).values, language)))


def transcript(script: Path, language: str) -> str:
    """Hold the conversation: each input of the script at its ask, something that fits at the others."""
    wanted: dict[str, list[dict[str, Any]]] = msgspec.json.decode(script.read_bytes())
    events: list[Event] = []
    track = track_of(script)
    first, own = new(language, events, track), apart(*wanted)
    while ask := first.ask:
        inputs = wanted.pop(ask.id, None) or [{"answer": sensible(ask, own)}]
        for one in inputs:
            given = read_input(msgspec.json.encode(one))
            assert given is not None, one
            first.take(given)
    assert not wanted, f"never asked: {list(wanted)}"
    told = entries(new(language, [], track), events)
    return "\n".join(as_text(told, {"nl": "jij", "en": "you"}[language])) + "\n"


def track_of(script: Path) -> TrackName:
    """The track that a script is of: a mentor's and a group's begin with that word."""
    tracks: dict[str, TrackName] = {"mentor": "mentor", "groep": "workshop"}
    return tracks.get(script.stem.partition("-")[0], "decaan")


def new(language: str, events: list[Event], track: TrackName) -> Conversation:
    """A conversation with a seed of its own that keeps its events in a list."""
    header = Header(
        lobgids=1, id="golden", created="2026-11-23T12:00:00Z", track=track, seed="golden", language=language,
        knowledge_base="lobgids-vo", knowledge_base_version="1", marks_turns=True, hears_first=True,
        places_later=True,
    )  # fmt: skip
    return Conversation(header, content_in=localized, keep=events.extend, now=lambda: "2026-11-23T12:00:00Z")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_a_golden_conversation(script: Path, language: str) -> None:
    expected = script.with_suffix(f".{language}.txt").read_text("utf-8")
    assert transcript(script, language) == expected


if __name__ == "__main__":
    for each in SCRIPTS:
        for code in ("nl", "en"):
            each.with_suffix(f".{code}.txt").write_text(transcript(each, code), encoding="utf-8")
