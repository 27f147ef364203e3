"""A front end that knows of lobgids only its lines of JSON: at each question it asks for what there is."""

import io
import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from lobgids.lines import jsonl
from lobgids.session.file_session import FileSession

Object = dict[str, Any]
REQUESTS = ("ask", "overview", "guidance", "clock", "commands", "result", "version", "story", "terms")

STORY_EVERY = 5
"""At how many questions it asks once for the story, which tells all from the beginning; and at the end."""


class Moment(NamedTuple):
    """What came since the line before, the open ask (None at the end), and what was answered to each request."""

    came: list[Object]
    ask: Object | None
    got: dict[str, Object]

    @property
    def asked(self) -> Object:
        """The open question, or what one can do where none is open any more."""
        return self.got["ask"]


class Client(io.BytesIO):
    """The lines that it sends; `answers` gives the next input at a moment, or None to stop; `gets` is asked for."""

    def __init__(self, answers: Callable[[Moment], Object | None], gets: Sequence[str]) -> None:
        super().__init__()
        self._gets = gets
        self.shown = io.BytesIO()
        self.moments: list[Moment] = []
        self._answers = answers
        self._sends = self._lines()

    def readline(self, _size: int | None = -1, /) -> bytes:
        return next(self._sends, b"")

    def _lines(self) -> Iterator[bytes]:
        while True:
            came, got = self._new(), {}
            is_whole = len(self.moments) % STORY_EVERY == 0 or not any(one["type"] == "ask" for one in came)
            for name in (name for name in self._gets if name != "story" or is_whole):
                yield line(get=name)
                (got[name],) = self._new()
            asks = [one for one in came if one["type"] == "ask"]
            moment = Moment([one for one in came if one["type"] != "ask"], asks[-1] if asks else None, got)
            self.moments.append(moment)
            given = self._answers(moment)
            if given is None:
                return
            yield line(**given)

    def _new(self) -> list[Object]:
        """The objects that came since the last look."""
        lines = self.shown.getvalue().splitlines()
        self.shown.seek(0)
        self.shown.truncate()
        return [json.loads(one) for one in lines]


def line(**values: Any) -> bytes:
    """An object as it is sent."""
    return json.dumps(values).encode() + b"\n"


def held(
    session: FileSession, answers: Callable[[Moment], Object | None], gets: Sequence[str] = REQUESTS
) -> list[Moment]:
    """Hold a conversation as a client that asks for these at each question, until it stops answering."""
    client = Client(answers, gets)
    with session:
        jsonl.talk(session, client, client.shown)
    return client.moments
