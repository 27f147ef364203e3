"""Which options a typed line names: a letter or a number, or where several may be chosen a list of them."""

import re

_LIST = re.compile(r"\s*(?:[a-z]|\d{1,2})(?:(?:[\s,;+&/]|\b(?:en|and)\b)+(?:[a-z]|\d{1,2}))*[\s.)]*", re.IGNORECASE)
_ONE = re.compile(r"\b(?:[a-z]|\d{1,2})\b", re.IGNORECASE)


def named_options(text: str, count: int, *, several: bool) -> tuple[int, ...]:
    """The places, from 0, of the options that the whole line names; none where it is anything else."""
    if not _LIST.fullmatch(text):
        return ()
    places = [_place(sign) for sign in _ONE.findall(text)]
    if not all(0 <= place < count for place in places) or (len(places) > 1 and not several):
        return ()
    return tuple(dict.fromkeys(places))


def _place(sign: str) -> int:
    """The place that a letter or number stands for, from 0."""
    return int(sign) - 1 if sign.isdecimal() else ord(sign.lower()) - ord("a")
