"""The sentences of the content: a variant of a phrase, always the same at the same point of a conversation."""

from collections.abc import Mapping
from hashlib import sha256

from lobgids.kb.base import KnowledgeBase


def phrase(base: KnowledgeBase, phrase_id: str, seed: str | int, /, **fill: object) -> str:
    """The sentence with its braces filled in.

    `seed` (the conversation's seed, often with the ask) decides which variant is taken, so that a replay says the same.
    A number is how many of its kind come before it: then the variants take turns.
    """
    entry = base.phrase(phrase_id)
    number = seed if isinstance(seed, int) else _hashed(f"{seed}\0{phrase_id}")
    return filled(entry.variants[number % len(entry.variants)], fill)


def filled(sentence: str, fill: Mapping[str, object]) -> str:
    """The sentence with its braces filled in. It has its own full stop, so what is quoted in it goes without."""
    quote = fill.get("quote")
    if isinstance(quote, str) and quote.endswith(".") and not quote.endswith(".."):
        fill = {**fill, "quote": quote.removesuffix(".")}
    return sentence.format(**fill)


def _hashed(text: str) -> int:
    return int.from_bytes(sha256(text.encode()).digest()[:4], "big")


def report_words(base: KnowledgeBase, name: str, /, **fill: object) -> str:
    """A sentence or a word of the reports, with its braces filled in; these have only one variant."""
    return filled(base.phrase(f"report.{name}").variants[0], fill)
