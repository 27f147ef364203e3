"""Putting the texts of a knowledge base in another language."""

from typing import Any

from lobgids.i18n import DOMAIN, Language
from lobgids.kb.authoring.braces import in_braces
from lobgids.kb.authoring.diagnostics import ContentError, Diagnostic, Place
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.schema.base import TRANSLATED
from lobgids.kb.walk import Leaf, replace


def in_language(values: dict[str, Any], language: Language) -> Any:
    """A knowledge base's plain values with each text in the language; a text without a translation stays Dutch."""
    return replace(KnowledgeBase, values, lambda leaf: text_in(leaf, language))


def checked_in_language(values: dict[str, Any], language: Language) -> Any:
    """The same, checked: raises `ContentError` if the words in braces of a text and of its translation differ."""
    return replace(KnowledgeBase, values, lambda leaf: _checked_text_in(leaf, language))


def text_in(leaf: Leaf, language: Language) -> str:
    """One text in the language; an id or an empty text stays as it is."""
    translatable = TRANSLATED in leaf.marks and leaf.value
    return language.pgettext(leaf.context, leaf.value) if translatable else leaf.value


def _checked_text_in(leaf: Leaf, language: Language) -> str:
    text = text_in(leaf, language)
    if text is not leaf.value and set(in_braces(text)) != set(in_braces(leaf.value)):
        found = {"id": leaf.owner, "key": leaf.key, "language": language.code}
        found |= {"ours": ", ".join(in_braces(leaf.value)), "theirs": ", ".join(in_braces(text))}
        raise ContentError([Diagnostic(Place(f"locales/{language.code}/LC_MESSAGES/{DOMAIN}.po"), "LG050", found)])
    return text
