"""Ears that are made up, for tests of what becomes of what was heard."""

from typing import Literal, NamedTuple


class Heard(NamedTuple):
    """What an ear hears."""

    kind: Literal["one", "two", "divided", "nothing"]
    descriptions: tuple[str, ...] = ()
    scores: tuple[tuple[str, float], ...] = ()


def hears_any(component: str, text: str) -> Heard:
    """Hear something in whatever has letters, by how long it is: one description mostly, two, or nothing."""
    length = len(text) if any(map(str.isalpha, text)) else 0
    found = tuple(f"{component}.m{number}" for number in (1 + length % 3, 1 + (length + 1) % 3))
    match length % 5:
        case 0:
            return Heard("nothing")
        case 1:
            return Heard("two", found)
        case _:
            return Heard("one", found[:1])
