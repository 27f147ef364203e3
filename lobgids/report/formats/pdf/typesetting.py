"""Setting text with typst, in the fonts that it brings; what none of them can show is put in words."""

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
"""How often only what no font can show is put in words, before everything unusual is."""

LONG_WORD, PIECE = 32, 8
"""From how many letters on a word may be broken, and how many letters a piece of it has at least."""

_MISSING = re.compile(r'the text (?:contains the disallowed codepoint )?`"((?:\\.|[^"\\])*)"`')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")
_LONG = re.compile(rf"\S{{{LONG_WORD},}}")
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNUSUAL = re.compile(
    "[^\n -~\u00a0-\u017f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u200b\u2010-\u2027]"
)


def pdf(source: str, data: Mapping[str, Any], timestamp: int = 0) -> tuple[bytes, Any]:
    """Return what a source makes of data as PDF/UA-1, and the data as shown: what no font can show is put in words."""
    shown = _changed(data, _plain)
    for left in reversed(range(ROUNDS)):
        try:
            return compiled(source, shown, timestamp=timestamp, **ACCESSIBLE), shown
        except typst.TypstError as error:
            missing = _missing(error)
            if not missing:
                raise
        except (
            BaseException
        ) as error:  # typst may panic on strange characters, with an exception that cannot be imported
            if type(error).__name__ != "PanicException":
                raise
            missing = None
        shown = _changed(shown, partial(_in_words, missing=missing if left else None))
    return compiled(source, shown, timestamp=timestamp, **ACCESSIBLE), shown


def compiled(source: str, data: Any, **options: Any) -> bytes:
    """Return what a source makes of data, in the format that the options name."""
    inputs = {"data": msgspec.json.encode(data).decode()}
    options |= {"root": str(FOLDER), "font_paths": _fonts(), "sys_inputs": inputs}
    content: bytes = typst.compile(source.encode(), **options)
    return content


@cache
def _fonts() -> typst.Fonts:
    """Return the fonts that typst brings and no others, so that a report is the same on every machine; read once."""
    return typst.Fonts(include_system_fonts=False)


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    """Return data with every text in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {key: _changed(item, change) for key, item in value.items()}
    return [_changed(item, change) for item in value] if isinstance(value, list | tuple) else value


def _plain(text: str) -> str:
    """Return a text without characters that turn the direction of what follows, with breaks allowed in long words."""
    return _LONG.sub(lambda found: "\u200b".join(_pieces(found[0])), _DIRECTIONS.sub("", text))


def _pieces(word: str) -> Iterator[str]:
    """Yield a word in pieces, none of which begins with a character that joins the one before it."""
    start = 0
    for index in range(1, len(word)):
        is_joined = unicodedata.category(word[index])[0] in "MC" or word[index - 1] == "\u200d"
        if index - start >= PIECE and not is_joined:
            yield word[start:index]
            start = index
    yield word[start:]


def _missing(error: typst.TypstError) -> set[str]:
    """Return the characters that no font has, as the error names them; empty if it is about something else."""
    named = _MISSING.findall(f"{error.message}\n{error.diagnostic}")
    return {character for text in named for character in _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)}


def _in_words(text: str, missing: Container[str] | None = None) -> str:
    """Return the text with missing characters in words, or without `missing` all unusual ones.

    A letter may be among the missing: then no font has it with the mark that stands above or around it.
    """
    return _UNUSUAL.sub(lambda found: _name(found[0]) if missing is None or found[0] in missing else found[0], text)


def _name(character: str) -> str:
    """Return a character in words: '[grinning face]'."""
    return f"[{unicodedata.name(character, '').lower() or f'U+{ord(character):04X}'}]"
