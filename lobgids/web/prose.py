"""What is said as paragraphs and lists: the lines of the guide that begin with a dash are items."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from lobgids.text import clean

_DASH = "- "


class Piece(NamedTuple):
    """A paragraph, or a list of items."""

    items: tuple[str, ...]
    is_list: bool


Prose = tuple[Piece, ...]


def prose(text: str) -> Prose:
    """Return a text in its paragraphs and lists."""
    return tuple(_pieces(clean(text)))


def _pieces(text: str) -> Iterator[Piece]:
    lines = (line.strip() for line in text.split("\n"))
    for is_list, some in groupby((line for line in lines if line), key=lambda line: line.startswith(_DASH)):
        if is_list:
            yield Piece(tuple(line.removeprefix(_DASH) for line in some), is_list=True)
        else:
            yield from (Piece((line,), is_list=False) for line in some)
