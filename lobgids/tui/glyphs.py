"""The signs that the app draws, each one cell wide in every terminal.

A sign of the Unicode set has a neutral or narrow width (Unicode Standard Annex 11). Where none of those will do, its
width is ambiguous but it is one of code page 437, which the fonts of consoles have: full blocks and lines, that
borders are drawn with anyway. No sign has a second face as an emoji.
"""

from typing import Literal, NamedTuple


class Glyphs(NamedTuple):
    """The signs by what they mean; words stand beside those that carry information."""

    marked: str
    unmarked: str
    """The boxes of a question that takes several choices."""

    open: str
    present: str
    answered: str
    unknown: str
    clash: str
    unseen: str
    """How far a component is: not asked, being asked, answered, not known, against another answer, not seen at work."""

    impression: str
    heard: str
    seen: str
    """How well founded an answer is, in three steps of fill."""

    bar_full: str
    bar_empty: str
    scale_filled: str
    scale_empty: str

    rule: str
    """A piece of the line beside a heading."""
    more_below: str
    send: str


UNICODE = Glyphs(
    marked="☒",
    unmarked="☐",
    open="◦",
    present="►",
    answered="✓",
    unknown="?",
    clash="!",
    unseen="◊",
    impression="▗",
    heard="▐",
    seen="▟",
    bar_full="█",
    bar_empty="∙",
    scale_filled="▬",
    scale_empty="∙",
    rule="─",
    more_below="▾",
    send="↵",
)
ASCII = Glyphs(
    marked="x",
    unmarked="_",
    open=".",
    present=">",
    answered="+",
    unknown="?",
    clash="!",
    unseen="~",
    impression="-",
    heard="=",
    seen="#",
    bar_full="#",
    bar_empty=".",
    scale_filled="#",
    scale_empty=".",
    rule="-",
    more_below="v",
    send="<",
)


def glyphs(preference: Literal["unicode", "ascii"]) -> Glyphs:
    """The signs for a preference."""
    return UNICODE if preference == "unicode" else ASCII
