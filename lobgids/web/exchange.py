"""What a browser asks and what it gets back, as plain data: a server and the single file both speak this."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

HTML = "text/html; charset=utf-8"


class Upload(NamedTuple):
    """A file that was chosen in a form."""

    name: str
    content: bytes


class Request(NamedTuple):
    """What is asked for; `path` begins with a slash and is decoded, `form` has all values of each field.

    With `part` only what changed of the page is wanted, for a script that puts it in its place.
    """

    method: Literal["GET", "POST"]
    path: str
    query: Mapping[str, Sequence[str]] = {}
    form: Mapping[str, Sequence[str]] = {}
    uploads: Mapping[str, Upload] = {}
    part: bool = False


class Reply(NamedTuple):
    """What comes back; `location` is where to go instead, `filename` that of a file to keep.

    A page that is `apart` brings its own style, and opens in a window of its own.
    """

    status: int = 200
    body: bytes = b""
    media: str = HTML
    location: str = ""
    filename: str = ""
    apart: bool = False


def page(html: str, status: int = 200) -> Reply:
    """Return a page."""
    return Reply(status, html.encode())


def elsewhere(location: str) -> Reply:
    """Return where to go after something was done: a second look at it does not do it again."""
    return Reply(303, location=location)


def first(values: Mapping[str, Sequence[str]], name: str) -> str:
    """Return the first value of a field; empty if it has none."""
    return next(iter(values.get(name, ())), "")
