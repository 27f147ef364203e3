"""What is done to a string anywhere: cleaned of what a terminal would obey, folded, with a capital."""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
# Control characters, those that change the direction of text, and lone surrogates: none of them is text.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# What an arrow key sends, or what colours a terminal: gone whole, not only its first character.
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\^_])")


def clean(text: str) -> str:
    """Text without what a terminal would obey, and nothing around it; every kind of line end is a new line."""
    return printable(text).strip()


def printable(text: str) -> str:
    """The same of a piece of text, with all that is around it."""
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", _ESCAPES.sub("", text)).replace("\t", " "))


def capital(text: str) -> str:
    """Text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]


def folded(text: str) -> str:
    """Text without capitals and accents, which not every keyboard has; sign by sign, so that places can be traced."""
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()
