"""Functions on strings for any room: without what a terminal would obey, folded, with a capital."""

import re
import unicodedata
from textwrap import shorten

_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
# Control characters, those that change the direction of text, and lone surrogates.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?;])\s+")
# What an arrow key sends, or what colours a terminal: removed whole, not only its first character.
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\^_])")


def clean(text: str) -> str:
    """The text without what a terminal would obey and without space around it; every line end becomes a new line."""
    return printable(text).strip()


def printable(text: str) -> str:
    """The same with the space around it, for a piece of a text."""
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", _ESCAPES.sub("", text)).replace("\t", " "))


def one_line(text: str) -> str:
    """The text of `clean` in one line, with one space between words."""
    return " ".join(clean(text).split())


def sentences_of(text: str) -> list[str]:
    """The sentences of a text, each with its mark; what was `joined` with a semicolon are two."""
    return [one for one in _BETWEEN_SENTENCES.split(text) if one.strip()]


def without_questions(text: str) -> str:
    """The text without the sentences that end in a question mark."""
    sentences = [one for one in _BETWEEN_SENTENCES.split(text) if not one.rstrip(" ;").endswith("?")]
    return " ".join(sentences).rstrip(" ;")


def beginning(text: str, most: int) -> str:
    """What a text begins with, in at most so many characters; ' …' stands where more was said.

    It ends behind a sentence where that keeps half of them, or else behind a clause, or between two words.
    """
    told = ""
    for one in sentences_of(text):
        longer = f"{told} {one}".strip()
        if len(longer) > most:
            break
        told = longer
    if told == text.strip():
        return told
    if 2 * len(told) >= most:
        return f"{told} …"
    short = shorten(text, most, placeholder="")
    clause = short[: max(short.rfind(", "), short.rfind("; "))] if ", " in short or "; " in short else ""
    return f"{clause if 2 * len(clause) >= most else short.rstrip(' ,;:')} …"


def joined(first: str, then: str) -> str:
    """Two things that a person said, one behind the other: behind the mark that ends the first, or else a semicolon."""
    first = first.rstrip(" ;,")
    return f"{first} {capital(then)}" if first.endswith((".", "!", "?")) else f"{first}; {then}"


def last_said(text: str) -> str:
    """What stands last in words that were `joined`."""
    return _BETWEEN_SENTENCES.split(text)[-1]


def capital(text: str) -> str:
    """The text with a capital letter at its beginning; in Dutch 'één' is then 'Eén'."""
    return ("E" if text.startswith("één") else text[:1].upper()) + text[1:]


def uncapital(text: str) -> str:
    """The text with a small letter at its beginning, to stand within a sentence."""
    return text[:1].lower() + text[1:]


def folded(text: str) -> str:
    """The text without capitals and accents, which not every keyboard has.

    Each character is folded by itself, so that an index in the folded text can be traced back.
    """
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(character for character in decomposed if not unicodedata.combining(character)).casefold()
