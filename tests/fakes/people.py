"""Those who answer: a person at the keyboard, and a program that speaks JSON."""

import io
import json
from collections.abc import Callable, Collection, Iterator
from datetime import date
from typing import Any

from lobgids.dialogue.protocol import Ask
from lobgids.lines import jsonl
from lobgids.lines.plain import Plain
from lobgids.session.file_session import FileSession
from tests.conftest import apart, sensible

Lines = dict[str, str]

MOST_LINES = 500
"""More than any conversation takes: what is typed is not taken, and would be typed for ever."""


class Typist(io.StringIO):
    """Types the lines given, one after the other, then what fits the open question until `until` or the end."""

    def __init__(self, session: FileSession, *lines: str, until: str = "", by_ask: Lines | None = None) -> None:
        super().__init__()
        self._session, self._until, self._by_ask = session, until, by_ask or {}
        self._lines = iter(lines)
        self._typed = 0

    def readline(self, _size: int | None = -1, /) -> str:  # type: ignore[override]  # typeshed has bytes above it
        self._typed += 1
        assert self._typed <= MOST_LINES, f"{self._session.conversation.ask} takes no {self._by_ask}"
        for line in self._lines:
            return f"{line}\n"
        ask = self._session.conversation.ask
        if ask is None or ask.id == self._until:
            return ""
        return self._by_ask.get(ask.id, typed(ask, apart(self._until, *self._by_ask))) + "\n"


def typed(ask: Ask, own: Collection[str] = ()) -> str:
    """How a person types an answer that fits; the components in `own` are asked about by themselves."""
    answer = sensible(ask, own)
    ids = [option.id for option in ask.options]
    match ask.kind:
        case "choice":
            return str(ids.index(answer) + 1)
        case "multi":
            return " ".join(str(ids.index(each) + 1) for each in answer)
        case "confirm":
            return "a" if answer else "b"
        case "date":
            day = date.fromisoformat(answer)
            return f"{day.day}-{day.month}-{day.year}"
    return str(answer)


def hold(session: FileSession, *lines: str, until: str = "", by_ask: Lines | None = None) -> str:
    """Hold a conversation in plain lines and give all that was shown."""
    shown = io.StringIO()
    with session:
        Plain(session, ("en", "nl"), Typist(session, *lines, until=until, by_ask=by_ask), shown).talk()
    return shown.getvalue()


class Program(io.BytesIO):
    """Sends the lines given, then what fits the open question until `until` or the end."""

    def __init__(self, session: FileSession, lines: tuple[bytes, ...], until: str) -> None:
        super().__init__()
        self._session, self._until, self._lines = session, until, iter(lines)

    def readline(self, _size: int | None = -1, /) -> bytes:
        for line in self._lines:
            return line
        ask = self._session.conversation.ask
        if ask is None or ask.id == self._until:
            return b""
        return json.dumps({"answer": sensible(ask, apart(self._until))}).encode() + b"\n"


def exchange(session: FileSession, *lines: bytes, until: str = "") -> list[dict[str, Any]]:
    """Hold a conversation in JSON and give every object that came out."""
    shown = io.BytesIO()
    with session:
        jsonl.talk(session, Program(session, lines, until), shown)
    return [json.loads(line) for line in shown.getvalue().splitlines()]


def asks(outputs: list[dict[str, Any]]) -> Iterator[str]:
    """The ids of the asks among what came out."""
    return (output["id"] for output in outputs if output["type"] == "ask")


Opened = Callable[..., FileSession]
