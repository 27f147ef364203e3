"""The knowledge base's texts in another language."""

from typing import Any

from lobgids.i18n import Language
from lobgids.kb.entries import TRANSLATED, KnowledgeBase
from lobgids.kb.walk import Leaf, replace


def in_language(values: dict[str, Any], language: Language) -> Any:
    """A knowledge base's plain values with each text in the language; what has no translation stays Dutch."""
    return replace(KnowledgeBase, values, lambda leaf: text_in(leaf, language))


def text_in(leaf: Leaf, language: Language) -> str:
    """One text in the language; an id or an empty text stays as it is."""
    translatable = TRANSLATED in leaf.marks and leaf.value
    return language.pgettext(leaf.context, leaf.value) if translatable else leaf.value
