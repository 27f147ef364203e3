"""The sentences of the content: a variant of a phrase, always the same at the same point of a conversation."""

from hashlib import sha256

from lobgids.kb.base import KnowledgeBase


def phrase(base: KnowledgeBase, phrase_id: str, seed: str, **fill: object) -> str:
    """The sentence with its braces filled in.

    `seed` (the conversation's seed, often with the ask) decides which variant is taken, so that a replay says the same.
    """
    entry = base.phrase(phrase_id)
    number = int.from_bytes(sha256(f"{seed}\0{phrase_id}".encode()).digest()[:4], "big")
    return entry.variants[number % len(entry.variants)].format(**fill)


def phrase_in_turn(base: KnowledgeBase, phrase_id: str, turn: int, **fill: object) -> str:
    """The same of something that comes back: its variants are taken in turn, from 0, so that none comes too often."""
    variants = base.phrase(phrase_id).variants
    return variants[turn % len(variants)].format(**fill)


def report_words(base: KnowledgeBase, name: str, /, **fill: object) -> str:
    """A sentence or a word of the reports, with its braces filled in; these have only one variant."""
    return base.phrase(f"report.{name}").variants[0].format(**fill)
