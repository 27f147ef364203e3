"""Setting with typst: the fonts that it brings, and in words what none of them can show."""

import re
import unicodedata
from collections.abc import Callable, Container, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

import msgspec
import typst

ACCESSIBLE: dict[str, Any] = {"format": "pdf", "pdf_standards": ["ua-1"]}
FOLDER = Path(__file__).parent
ROUNDS = 8
"""How often what no font can show is put in words before everything unusual is."""

LONG_WORD, PIECE = 32, 8

_MISSING = re.compile(r'the text (?:contains the disallowed codepoint )?`"((?:\\.|[^"\\])*)"`')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")
_LONG = re.compile(rf"\S{{{LONG_WORD},}}")
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNUSUAL = re.compile(
    "[^\n -~\u00a0-\u017f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u200b\u2010-\u2027]"
)


def pdf(source: str, data: Mapping[str, Any], timestamp: int = 0) -> tuple[bytes, Any]:
    """What a source makes of data as PDF/UA-1, and that data with what no font can show put in words."""
    shown = _changed(data, _plain)
    for left in reversed(range(ROUNDS)):
        try:
            return compiled(source, shown, timestamp=timestamp, **ACCESSIBLE), shown
        except typst.TypstError as error:
            missing = _missing(error)
            if not missing:
                raise
        except BaseException as error:  # typst may break off on strange signs, with an exception that has no name here
            if type(error).__name__ != "PanicException":
                raise
            missing = None
        shown = _changed(shown, partial(_in_words, missing=missing if left else None))
    return compiled(source, shown, timestamp=timestamp, **ACCESSIBLE), shown


def compiled(source: str, data: Any, **options: Any) -> bytes:
    """What a source makes of data, in the format that the options name."""
    inputs = {"data": msgspec.json.encode(data).decode()}
    options |= {"root": str(FOLDER), "font_paths": _fonts(), "sys_inputs": inputs}
    made: bytes = typst.compile(source.encode(), **options)
    return made


@cache
def _fonts() -> typst.Fonts:
    """The fonts that typst brings and no others, so that a report is the same on every machine; read once."""
    return typst.Fonts(include_system_fonts=False)


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    """Data with every text in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {key: _changed(one, change) for key, one in value.items()}
    return [_changed(one, change) for one in value] if isinstance(value, list | tuple) else value


def _plain(text: str) -> str:
    """A text without signs that turn the direction of what follows, and with places to break very long words."""
    return _LONG.sub(lambda found: "\u200b".join(_pieces(found[0])), _DIRECTIONS.sub("", text))


def _pieces(word: str) -> Iterator[str]:
    """A word in pieces, none of which begins with a sign that joins the one before it."""
    start = 0
    for place in range(1, len(word)):
        joins = unicodedata.category(word[place])[0] in "MC" or word[place - 1] == "\u200d"
        if place - start >= PIECE and not joins:
            yield word[start:place]
            start = place
    yield word[start:]


def _missing(error: typst.TypstError) -> set[str]:
    """The signs that no font has, as the error tells them."""
    told = _MISSING.findall(f"{error.message}\n{error.diagnostic}")
    return {sign for text in told for sign in _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)}


def _in_words(text: str, missing: Container[str] | None = None) -> str:
    """The text with signs in words; a letter is only named as missing for the sign above or around it."""
    return _UNUSUAL.sub(lambda found: _name(found[0]) if missing is None or found[0] in missing else found[0], text)


def _name(sign: str) -> str:
    """A sign in words: '[grinning face]'."""
    return f"[{unicodedata.name(sign, '').lower() or f'U+{ord(sign):04X}'}]"
