"""The conversation for programs: an object of JSON a line, as `docs/protocol.md` has it."""

from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from lobgids.dialogue.conversation import Turn
from lobgids.dialogue.protocol import Ask, Move, Output, Problem, read_input
from lobgids.kb.phrasing import phrase
from lobgids.session.file_session import FileSession
from lobgids.storage.lines import without_breaks


def talk(session: FileSession, stdin: BinaryIO, stdout: BinaryIO) -> None:
    """Hold the conversation until it is paused or the input ends; at its end there may be more, such as a change."""
    conversation, turn = session.conversation, session.turn()
    was_open = turn.ask is not None
    try:
        while not turn.paused:
            write(stdout, turn.says)
            if turn.ask:
                write(stdout, [turn.ask])
            elif not any(isinstance(output, Problem) for output in turn.says):
                last = (conversation.close(),) if was_open else ()
                write(stdout, (*last, conversation.outcome()))
            was_open = turn.ask is not None
            turn = _answered(session, turn.ask, stdin.readline())
    except KeyboardInterrupt:
        turn = _paused(session)
    write(stdout, turn.says)


def write(stdout: BinaryIO, outputs: Iterable[Output]) -> None:
    """Write each output on a line, and send it at once."""
    for output in outputs:
        stdout.write(without_breaks(msgspec.json.encode(output)) + b"\n")
        stdout.flush()


class _Save(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where to go on if the document is gone."""

    save: str


def _paused(session: FileSession) -> Turn:
    """Stop; if no question is open, there is no pause to keep."""
    return session.pause() if session.conversation.ask else Turn((), None, paused=True)


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
    if not line or given == Move(move="pause"):
        turn = _paused(session)
        return turn._replace(paused=not line or not session.is_gone)
    if given is None:
        view = session.conversation.view
        return Turn((Problem(text=phrase(view.base, "problem.input", view.header.seed)),), ask)
    return session.take(given)


def _save(line: bytes) -> _Save | None:
    try:
        return msgspec.json.decode(line, type=_Save)
    except (ValueError, RecursionError):
        return None
