"""Writing a header or an event as a line of a document, and reading it back."""

import re
from pathlib import Path
from typing import Any

import msgspec

from lobgids.log.events import FORMAT, OLDEST_FORMAT, Event, Header
from lobgids.storage.errors import DocumentError

LONGEST_HEADER = 1 << 16
"""In bytes: a longer first line is no header, so that a film that was named by mistake is not read whole."""

_BREAKING = re.compile(rb"\x7f|\xc2[\x80-\x9f]|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]")
"""What JSON leaves unescaped, but others take for a line end, a change of direction, or a command to the terminal."""

_encode = msgspec.json.Encoder().encode
_decode_event = msgspec.json.Decoder(Event).decode


class _Version(msgspec.Struct):
    """What the headers of all formats have, future ones included: the number of the format."""

    lobgids: int


def line_of(entry: msgspec.Struct) -> bytes:
    """The line of a header or an event, with its newline."""
    try:
        encoded = _encode(entry)
    except UnicodeEncodeError:
        encoded = _encode(_repaired(msgspec.to_builtins(entry)))
    return without_breaks(encoded) + b"\n"


def without_breaks(encoded: bytes) -> bytes:
    """The same JSON, with everything escaped that breaks a line or that a terminal obeys."""
    return _BREAKING.sub(lambda found: b"\\u%04x" % ord(found[0].decode()), encoded)


def header_in(path: Path, line: bytes) -> Header:
    """The header in the first line of a document.

    Raises `DocumentError`: `foreign` if it has no number of a format, `newer` if that is of a newer lobgids,
    `unreadable` if the rest is no header.
    """
    line = line.removeprefix(b"\xef\xbb\xbf")  # an editor on Windows may have put it there
    try:
        version = msgspec.json.decode(line, type=_Version).lobgids
    except (ValueError, RecursionError):
        raise DocumentError("foreign", path) from None
    if not OLDEST_FORMAT <= version <= FORMAT:
        raise DocumentError("newer" if version > FORMAT else "foreign", path)
    try:
        return msgspec.json.decode(line, type=Header)
    except ValueError:
        raise DocumentError("unreadable", path) from None


def event_in(line: bytes) -> Event | None:
    """The event in a line; None if it holds none of a kind that we know."""
    try:
        return _decode_event(line)
    except (ValueError, RecursionError):  # no UTF-8, no JSON, no event of a kind that we know, or a million brackets
        return None


def is_torn(line: bytes) -> bool:
    """Whether a line without a newline was cut short; a whole JSON value, even one that we don't know, was not."""
    try:
        msgspec.json.decode(line or b"0")
    except (ValueError, RecursionError):
        return bool(line.strip())
    return False


def _repaired(value: Any) -> Any:
    """The same without lone surrogates, which UTF-8 cannot have: a terminal passes them if it can't decode a key."""
    match value:
        case str():
            return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        case dict():
            return {_repaired(key): _repaired(item) for key, item in value.items()}
        case list() | tuple():
            return [_repaired(item) for item in value]
        case _:
            return value
