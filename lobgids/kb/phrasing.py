"""The sentences of the content: one of an entry's variants, always the same one at the same place of a conversation."""

from hashlib import sha256

from lobgids.kb.base import KnowledgeBase


def phrase(base: KnowledgeBase, phrase_id: str, place: str, **fill: object) -> str:
    """The sentence with its braces filled in.

    `place` (the conversation's seed and the ask) decides which variant is taken, so that a replay says the same.
    """
    entry = base.phrase(phrase_id)
    number = int.from_bytes(sha256(f"{place}\0{phrase_id}".encode()).digest()[:4], "big")
    return entry.variants[number % len(entry.variants)].format(**fill)


def report_words(base: KnowledgeBase, name: str, /, **fill: object) -> str:
    """A sentence or a word of the reports, with its braces filled in; these have one variant."""
    return base.phrase(f"report.{name}").variants[0].format(**fill)
