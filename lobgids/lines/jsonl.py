"""The conversation for programs: an object of JSON a line, as `docs/protocol.md` has it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

import msgspec
from msgspec.structs import replace

from lobgids.dialogue.conversation import Turn
from lobgids.dialogue.protocol import Ask, Heard, Input, Move, Output, Problem, read_input
from lobgids.kb.phrasing import phrase
from lobgids.session.file_session import FileSession
from lobgids.storage.lines import without_breaks

if TYPE_CHECKING:
    from lobgids.session.showing.responses import Response


def talk(session: FileSession, stdin: BinaryIO, stdout: BinaryIO) -> None:
    """Hold the conversation until it is paused or the input ends; at its end there may be more, such as a change."""
    conversation, turn = session.conversation, session.turn()
    was_open = turn.ask is not None
    try:
        while not turn.paused:
            write(stdout, [*_heard(turn), *turn.says])
            if turn.ask:
                write(stdout, [replace(turn.ask, at=conversation.at)])
            elif not any(isinstance(output, Problem) for output in turn.says):
                last = (conversation.close(),) if was_open else ()
                write(stdout, (*last, conversation.outcome()))
            was_open = turn.ask is not None
            turn = _answered(session, turn.ask, _line(session, stdin, stdout))
    except KeyboardInterrupt:
        turn = session.pause()
    write(stdout, turn.says)


def _line(session: FileSession, stdin: BinaryIO, stdout: BinaryIO) -> bytes:
    """Return the next line that does something; what is only asked for is written at once."""
    from lobgids.dialogue.requests import read_request

    while request := read_request(line := stdin.readline()):
        from lobgids.session.showing.responses import respond

        write(stdout, [respond(session, request)])
    return line


def write(stdout: BinaryIO, outputs: "Iterable[Output | Response]") -> None:
    """Write each output on a line, and send it at once."""
    for output in outputs:
        stdout.write(without_breaks(msgspec.json.encode(output)) + b"\n")
        stdout.flush()


def _heard(turn: Turn) -> Iterator[Heard]:
    if turn.heard:
        yield Heard(text=turn.heard)


class _Save(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where to go on if the document is gone."""

    save: str


def _answered(session: FileSession, ask: Ask | None, line: bytes) -> Turn:
    """Return the turn that follows on a line; the end of the input pauses.

    If the document is gone, a pause only says so, and what was said can still be saved elsewhere.
    """
    if session.is_gone and (save := _save(line)):
        return session.move(session.elsewhere(save.save))
    try:
        given = read_input(line)
    except (ValueError, RecursionError):  # not UTF-8, or a million brackets
        given = None
    if not line or _is_pause(session, given):
        turn = session.pause()
        return turn._replace(paused=not line or not session.is_gone)
    if given is None:
        view = session.conversation.view
        return Turn((Problem(id="problem.input", text=phrase(view.base, "problem.input", view.header.seed)),), ask)
    return session.take(given)


def _is_pause(session: FileSession, given: Input | None) -> bool:
    return isinstance(given, Move) and given.move == "pause" and session.conversation.fits(given)


def _save(line: bytes) -> _Save | None:
    try:
        return msgspec.json.decode(line, type=_Save)
    except (ValueError, RecursionError):
        return None
