"""Clauses of a sentence, and the words by which it says that things differ within a school."""

import re
from collections.abc import Collection

from lobgids.text import folded

MOST = 8
"""So many clauses are looked at; a sentence that divides has them all near its beginning."""

FEWEST_WORDS = 2
"""How many words a piece has to have to be a clause of its own."""

_BETWEEN = r"[,;.:!?\n]+|\b(?:maar|en|terwijl|but|and|while|whereas)\b"


class Dividing:
    """Words or phrases by which a sentence divides; '...' in one is whatever stands between."""

    def __init__(self, phrases: Collection[str]) -> None:
        patterns = [_pattern(phrase) for phrase in phrases]
        single = [pattern for phrase, pattern in zip(phrases, patterns, strict=True) if "..." not in phrase]
        self._any = re.compile("|".join(patterns) or "(?!)")
        self._between = re.compile("|".join([_BETWEEN, *(f"(?={pattern})" for pattern in single)]))

    def clauses(self, text: str) -> list[str]:
        """The first clauses of a text that has one of the phrases; none if it has not.

        A clause ends at a comma, at words such as 'maar', and where one of the phrases begins.
        """
        line = folded(text)
        if not self._any.search(line):
            return []
        return [piece for piece in self._between.split(line) if len(piece.split()) >= FEWEST_WORDS][:MOST]


def _pattern(phrase: str) -> str:
    parts = (r"\s+".join(map(re.escape, part.split())) for part in folded(phrase).split("..."))
    return r"\b" + r"\b.*\b".join(parts) + r"\b"
