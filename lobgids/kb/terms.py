"""Finding the terms of the glossary in a text."""

import functools
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lobgids.kb.schema.guide import Term

# What belongs to a word: letters and digits, accents that stand by themselves, and hyphens, so that 'LOB' is not
# found in 'LOB-lessen', nor 'mentor' in 'mentor- en vaklessen'.
_WORD = r"[\w\u0300-\u036f\u2010\u2011-]"
_BEGINNING = re.compile(rf"{_WORD}+|\S")
"""What a form begins with: a word, or a sign."""
_is_of_word = re.compile(_WORD).match


class Found(NamedTuple):
    """A term that stands in a text, as `text[start:end]`."""

    start: int
    end: int
    term: Term


class _Form(NamedTuple):
    """A form of a term, in small letters; `owner` is the index of that term."""

    text: str
    length: int
    owner: int


_Forms = Mapping[str, Sequence[_Form]]
"""The forms that begin with a word, the longest first."""


def find_terms(text: str, terms: Sequence[Term]) -> list[Found]:
    """Where a text names each of the terms first, in the order of the text; capitals do not matter.

    Of forms that begin at the same character the longest is found, and spans never overlap. A word with a hyphen is
    found only where the whole of it is a form.
    """
    return _found(text, terms, _by_beginning(tuple(terms)))


def find_in(texts: Mapping[str, str], terms: Sequence[Term]) -> list[tuple[Term, dict[str, Found]]]:
    """The terms that named texts hold, in their order, each with where it stands first in each text, by its name."""
    forms = _by_beginning(tuple(terms))
    by_id: dict[str, tuple[Term, dict[str, Found]]] = {}
    for name, text in texts.items():
        for found in _found(text, terms, forms):
            by_id.setdefault(found.term.id, (found.term, {}))[1][name] = found
    return list(by_id.values())


def _found(text: str, terms: Sequence[Term], forms: _Forms) -> list[Found]:
    found: dict[int, Found] = {}
    end = 0
    for beginning in _BEGINNING.finditer(text):
        here = forms.get(beginning[0].lower())  # None at most words
        if here is None or (at := beginning.start()) < end:
            continue
        if form := next((form for form in here if _stands(form, text, at)), None):
            end = at + form.length
            found.setdefault(form.owner, Found(at, end, terms[form.owner]))
    return list(found.values())


def _stands(form: _Form, text: str, at: int) -> bool:
    """Whether a form stands at a place, and is no part of a longer word."""
    end = at + form.length  # which differs from that in small letters, for some letters
    is_part = _is_of_word(text[max(at - 1, 0) : at]) or _is_of_word(text[end : end + 1])
    return not is_part and text[at:end].lower() == form.text


@functools.lru_cache(maxsize=8)  # for the languages that are spoken, not for every text
def _by_beginning(terms: tuple[Term, ...]) -> _Forms:
    """The forms of each term by what they begin with: at most words of a text nothing more is looked at."""
    owned = [(form, owner) for owner, term in enumerate(terms) for form in (term.term, *term.also)]
    by_beginning: dict[str, list[_Form]] = defaultdict(list)
    for form, owner in sorted(owned, key=lambda pair: -len(pair[0])):
        if beginning := _BEGINNING.match(form):
            by_beginning[beginning[0].lower()].append(_Form(form.lower(), len(form), owner))
    return by_beginning
