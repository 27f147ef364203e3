"""Checks of the content for a new mentor: short turns, a case to begin with, safety the same everywhere."""

import re
from collections.abc import Iterator

from lobgids.i18n import Language
from lobgids.kb.authoring.diagnostics import Diagnostic, WhereIs
from lobgids.kb.authoring.folder import Source
from lobgids.kb.authoring.structure import nearest_place
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.schema.base import TRANSLATED, TURN_MARK
from lobgids.kb.translation import text_in
from lobgids.kb.walk import Leaf, leaves

MOST_SENTENCES = 3
"""How many sentences a turn may have."""


_SENTENCE_END = re.compile(r"[.!?…][’”'\")]*(?=\s|$)")
# A quotation within a sentence does not end it: the sentence goes on after the quotation mark.
_WITHIN = re.compile(r"[.!?…][’”]+(?=\s+[a-zà-ÿ])")
# The guide's own sentences, beside the entries whose texts are marked as turns.
_OF_MENTOR = ("phrases_mentor", "questions_mentor")


def check_mentor(base: KnowledgeBase, where_is: WhereIs) -> Iterator[Diagnostic]:
    """What is wrong with the cases and with what is said about the kinds of school."""
    models = sorted(orientation.model for orientation in base.orientations)
    if models != [0, 1, 2, 3]:
        first = base.orientations[0].id
        yield Diagnostic(where_is(first, "model"), "LG061", {"models": ", ".join(map(str, models))})
    opening = [case.id for case in base.cases if case.opening]
    if len(opening) != 1:
        yield Diagnostic(where_is(base.cases[0].id, "opening"), "LG062", {"count": str(len(opening))})
    for case in base.cases:
        for way in case.ways:
            if case.everywhere and way.by_model:
                yield Diagnostic(where_is(way.id, "by_model"), "LG063", {"id": case.id})


def check_turns(source: Source, language: Language) -> Iterator[Diagnostic]:
    """Turns that are too long, in one language."""
    for leaf in leaves(KnowledgeBase, source.values):
        if not _is_turn(leaf):
            continue
        count = sentences(text_in(leaf, language))
        if count > MOST_SENTENCES:
            values = {"count": str(count), "most": str(MOST_SENTENCES), "language": language.code}
            yield Diagnostic(nearest_place(leaf.spot, source.places), "LG060", values)


def _is_turn(leaf: Leaf) -> bool:
    """Whether a text is said in one turn: it is marked so, or is a phrase or question for mentors."""
    if TURN_MARK in leaf.marks:
        return True
    return leaf.spot[0] in _OF_MENTOR and TRANSLATED in leaf.marks


def sentences(text: str) -> int:
    """How many sentences a text has; a quotation within a sentence does not count by itself."""
    joined = _WITHIN.sub(" ", text)
    ends = len(_SENTENCE_END.findall(joined))
    return ends + (not _SENTENCE_END.search(joined.rstrip()[-3:]))
