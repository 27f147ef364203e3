"""The conversation for programs: an object of JSON a line, as `docs/protocol.md` has it."""

from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from lobgids.dialogue.conversation import Turn
from lobgids.dialogue.phrasing import phrase
from lobgids.dialogue.protocol import Ask, Move, Output, Problem, read_input
from lobgids.session import Session


def talk(session: Session, stdin: BinaryIO, stdout: BinaryIO) -> None:
    """Hold the conversation until it is finished, paused, or the input ends."""
    conversation, turn = session.conversation, session.turn()
    is_open = turn.ask is not None
    try:
        while turn.ask and not turn.paused:
            write(stdout, (*turn.says, turn.ask))
            turn = _answered(session, turn.ask, stdin.readline())
    except KeyboardInterrupt:
        turn = session.pause()
    write(stdout, turn.says)
    if conversation.ask is None:
        last = (conversation.close(),) if is_open else ()
        write(stdout, (*last, conversation.outcome()))


def write(stdout: BinaryIO, outputs: Iterable[Output]) -> None:
    """Each output on a line, sent at once."""
    for output in outputs:
        stdout.write(msgspec.json.encode(output) + b"\n")
        stdout.flush()


class _Save(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where to go on when the document is gone."""

    save: str


def _answered(session: Session, ask: Ask, line: bytes) -> Turn:
    """The turn that follows on a line; the end of the input pauses.

    Where the document is gone, a pause is told as that, and what was said can still be saved elsewhere.
    """
    if session.is_gone and (save := _save(line)):
        return session.move(session.elsewhere(save.save))
    try:
        given = read_input(line)
    except (ValueError, RecursionError):  # no UTF-8, or a million brackets
        given = None
    if not line or given == Move(move="pause"):
        turn = session.pause()
        return turn._replace(paused=not line or not session.is_gone)
    if given is None:
        view = session.conversation.view
        return Turn((Problem(text=phrase(view.base, "problem.input", view.header.seed)),), ask)
    return session.conversation.take(given)


def _save(line: bytes) -> _Save | None:
    try:
        return msgspec.json.decode(line, type=_Save)
    except (ValueError, RecursionError):
        return None
