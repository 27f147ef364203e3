"""Finding the words of the glossary in a text."""

import functools
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lobgids.kb.schema.guide import Term

# What goes on with a word: letters and digits, accents that stand by themselves, and hyphens, so that 'LOB' is not
# found in 'LOB-lessen', nor 'mentor' in 'mentor- en vaklessen'.
_WORD = r"[\w\u0300-\u036f\u2010\u2011-]"


class Found(NamedTuple):
    """A term that stands in a text, as `text[start:end]`."""

    start: int
    end: int
    term: Term


class _Finder(NamedTuple):
    """A pattern with a group for each form; `owners` has the place of the term that each group is a form of."""

    pattern: re.Pattern[str]
    owners: tuple[int, ...]


def find_terms(text: str, terms: Sequence[Term]) -> list[Found]:
    """Where a text names each of the terms first, in the order of the text; capitals do not matter.

    Of forms that begin at the same place the longest is found, and spans never overlap. A word with a hyphen is
    found only where the whole of it is a form.
    """
    finder = _finder(tuple((term.term, *term.also) for term in terms))
    found: dict[int, Found] = {}
    for match in finder.pattern.finditer(text):
        if match.lastindex:  # there is none where there are no terms
            owner = finder.owners[match.lastindex - 1]
            found.setdefault(owner, Found(*match.span(), terms[owner]))
    return list(found.values())


def find_in(texts: Mapping[str, str], terms: Sequence[Term]) -> list[tuple[Term, dict[str, Found]]]:
    """The terms that stand in texts, in their order, each with where it stands first in each text, by its name."""
    places: dict[str, tuple[Term, dict[str, Found]]] = {}
    for name, text in texts.items():
        for found in find_terms(text, terms):
            places.setdefault(found.term.id, (found.term, {}))[1][name] = found
    return list(places.values())


@functools.lru_cache(maxsize=8)  # for the languages that are spoken, not for every text
def _finder(words: tuple[tuple[str, ...], ...]) -> _Finder:
    """The finder of the forms of each term, the longest first.

    Forms stand together by their first letter, so that at most places of a text most are passed over at once:
    that makes it fifteen times as fast. A group tells the form, as lower case may be longer than what was matched.
    """
    owned = [(form, owner) for owner, forms in enumerate(words) for form in forms]
    by_letter = defaultdict(list)
    for form, owner in sorted(owned, key=lambda one: -len(one[0])):
        by_letter[form.lower()[0]].append((form, owner))
    choices = "|".join(
        f"(?={re.escape(letter)})(?:{'|'.join(f'({re.escape(form)})' for form, _ in forms)})"
        for letter, forms in by_letter.items()
    )
    pattern = re.compile(f"(?<!{_WORD})(?:{choices})(?!{_WORD})", re.IGNORECASE)
    return _Finder(pattern, tuple(owner for forms in by_letter.values() for _, owner in forms))
