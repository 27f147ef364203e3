"""A check that what is filled in stands where its kind may stand: no name, title or clause glued into a sentence."""

import re
from collections.abc import Iterator

from lobgids.i18n import Language
from lobgids.kb.authoring.diagnostics import Diagnostic
from lobgids.kb.authoring.folder import Source
from lobgids.kb.authoring.structure import nearest_place
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.files import USED_BY
from lobgids.kb.schema.base import TRANSLATED
from lobgids.kb.schema.fills import KINDS, Kind
from lobgids.kb.translation import text_in
from lobgids.kb.walk import leaves

CODES = {Kind.NAME: "LG070", Kind.CLAUSE: "LG071", Kind.SENTENCES: "LG072", Kind.QUOTE: "LG073"}
"""The diagnostic for each kind that may not stand everywhere."""

_WORD = re.compile(r"\{(\w+)\}")
_SENTENCE_END = re.compile(r"[.!?](\s|$)")
# What may stand before and after something that stands by itself.
_BEFORE = re.compile(r"(^|\n|[.!?:]\s+)([-□] )?$")
_AFTER = re.compile(r"$|:?\n|[.;]| \(")
# The same for a cell of a row, which is no sentence.
_BEFORE_CELL = re.compile(r"(^|[-□:,;(]) ?$")
_AFTER_CELL = re.compile(r"$|[:,;)]| \(")
# After a name with a colon, as the heading of a line, comes what is whole without it: it has a subject of its own.
_WHOLE = re.compile(
    r": (\{|(daar|daarover|daarvan|dat|dit|er|het|hier|hoe|ik|je|jij|jullie|we|de|een"
    r"|here|how|I|it|nobody|no one|that|the|there|they|this|we|you|a|an|most)\b)"
)
_AFTER_DAT = re.compile(r"\b(dat|that) $", re.IGNORECASE)
_BEFORE_SENTENCE = re.compile(r"(^|\n|[.!?:;\])]\s+)([-□] )?$")
_AFTER_SENTENCE = re.compile(r"$|\s*\n|\s+[A-ZÀ-Ý{(\[]")


def check_glue(source: Source, language: Language) -> Iterator[Diagnostic]:
    """What is filled in where it cannot stand, in one language."""
    for leaf in leaves(KnowledgeBase, source.values):
        text = text_in(leaf, language) if TRANSLATED in leaf.marks and "{" in leaf.value else ""
        for found in _WORD.finditer(text):
            kind = kind_of(leaf.owner, found[1])
            if not _fits(kind, text, found):
                values = {"word": found[0], "language": language.code}
                yield Diagnostic(nearest_place(leaf.spot, source.places), CODES[kind], values)


def kind_of(entry_id: str, word: str) -> Kind:
    """What a word is filled with in an entry; one of which nothing is said is taken for a name, the strictest kind."""
    prefix, _, rest = entry_id.partition(".")
    shared = rest if prefix in USED_BY else entry_id
    names = (f"{entry_id}.{word}", f"{shared}.{word}", word)
    return next((KINDS[name] for name in names if name in KINDS), Kind.NAME)


def _fits(kind: Kind, text: str, found: re.Match[str]) -> bool:
    before, after = text[: found.start()], text[found.end() :]
    is_quoted = before.endswith("‘") and after.startswith("’")
    if kind is Kind.QUOTE:
        return is_quoted
    if kind is Kind.CLAUSE:
        return bool(_AFTER_DAT.search(before) and re.match(r"$|[.,;]", after))
    if kind is Kind.SENTENCES:
        return is_quoted or bool(_BEFORE_SENTENCE.search(before) and _AFTER_SENTENCE.match(after))
    return kind is not Kind.NAME or is_quoted or _stands_alone(text, before, after)


def _stands_alone(text: str, before: str, after: str) -> bool:
    """Whether a name is no part of a sentence: it stands by itself, after a colon, in a row, or heads a line."""
    if _BEFORE.search(before) and _AFTER.match(after):
        return True
    if not _SENTENCE_END.search(text):
        return bool(_BEFORE_CELL.search(before) and _AFTER_CELL.match(after))
    return not before and bool(_WHOLE.match(after)) and "?" not in after
