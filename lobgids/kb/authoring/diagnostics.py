"""Reporting what is wrong with content: a place, a numbered rule, and what was found there."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from lobgids.i18n import Language
from lobgids.kb.authoring.rules import RULES, TYPE_NAMES

# The path to a value inside the knowledge base: ("components", 4, "descriptions", 1, "text").
Spot = tuple[str | int, ...]


class Place(NamedTuple):
    """Where something stands: a file, relative to the knowledge base, and the line and column, counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Diagnostic(NamedTuple):
    """A fault or warning at a place; `values` fills in the words of the rule with this code."""

    place: Place
    code: str
    values: Mapping[str, str] = MappingProxyType({})

    @property
    def is_warning(self) -> bool:
        """Whether the knowledge base can still be used."""
        return RULES[self.code].warning

    def say(self, language: Language) -> str:
        """A fault in words, on four lines (place and code, found, expected, how to mend), or a warning on one."""
        rule = RULES[self.code]
        values = dict(self.values)
        if wanted := values.get("type"):
            values["type"] = language.gettext(TYPE_NAMES[wanted])
        found = language.gettext(rule.found).format(**values)
        if rule.warning:
            kind = language.gettext("waarschuwing")
            return f"{self.place}: {self.code} {kind}: {found}"
        kind = language.gettext("fout")
        lines = (
            (language.gettext("Gevonden"), found),
            (language.gettext("Verwacht"), language.gettext(rule.expected).format(**values)),
            (language.gettext("Zo herstel je het"), language.gettext(rule.mend).format(**values)),
        )
        details = "\n".join(f"  {title}: {text}" for title, text in lines)
        return f"{self.place}: {self.code} {kind}\n{details}"


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Diagnostics in the order of files and lines."""
    return tuple(sorted(diagnostics, key=lambda diagnostic: (diagnostic.place, diagnostic.code)))


class ContentError(Exception):
    """The knowledge base cannot be used; `diagnostics` holds everything that is wrong with it."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = in_order(diagnostics)
        super().__init__(f"{len(self.diagnostics)} diagnostics")


WhereIs = Callable[[str, str], Place]
"""A function from an entry's id and a key to where that stands."""
