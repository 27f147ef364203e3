"""A check of the descriptions of one component beside each other: no words by which readers guess the best one."""

import re
from collections.abc import Iterator

from lobgids.i18n import Language
from lobgids.kb.authoring.diagnostics import Diagnostic, WhereIs
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.schema.base import Telltales
from lobgids.kb.schema.school import Component

SAID = ("text", "heard", "told", "school_guide")
"""The keys of a description that are compared: how it is asked, and how it is told back."""


def check_telltales(base: KnowledgeBase, language: Language, where_is: WhereIs) -> Iterator[Diagnostic]:
    """Descriptions of a base in a language with more of the words that give their model away than the others have."""
    for telltales in base.about.telltales:
        if telltales.language == language.code:
            for component in base.components:
                yield from _compared(component, telltales, where_is)


def _compared(component: Component, telltales: Telltales, where_is: WhereIs) -> Iterator[Diagnostic]:
    pattern = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in telltales.words), re.IGNORECASE)
    for key in SAID:
        texts = {
            description.model: (description.id, getattr(description, key)) for description in component.descriptions
        }
        found = {model: pattern.findall(text) for model, (_, text) in texts.items()}
        most = max((len(words) for model, words in found.items() if model != telltales.model), default=0)
        if len(words := found.get(telltales.model, [])) > most:
            values = {"words": ", ".join(words), "language": telltales.language}
            yield Diagnostic(where_is(texts[telltales.model][0], key), "LG059", values)
