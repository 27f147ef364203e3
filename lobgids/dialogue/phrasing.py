"""A sentence of the content as something that the guide says."""

from collections.abc import Iterable

from lobgids.dialogue.protocol import Say
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.phrasing import phrase


def say(base: KnowledgeBase, phrase_id: str, seed: str | int, /, **fill: object) -> Say:
    """The sentence as something the guide says; `seed` chooses its variant, as in `kb.phrasing.phrase`."""
    return Say(id=phrase_id, text=phrase(base, phrase_id, seed, **fill))


NODS = 2
"""So often the guide says that it keeps what was said beside an answer; after that one knows."""


def place(asks: Iterable[str], ask: str) -> int:
    """How many of these asks, in the order in which they were answered, come before one; all if it is still open."""
    earlier = list(asks)
    return earlier.index(ask) if ask in earlier else len(earlier)
