"""A sentence of the content as something that the guide says."""

from lobgids.dialogue.protocol import Say
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.phrasing import phrase


def say(base: KnowledgeBase, phrase_id: str, seed: str, /, **fill: object) -> Say:
    """The sentence as something the guide says; `seed` chooses its variant, as in `kb.phrasing.phrase`."""
    return Say(id=phrase_id, text=phrase(base, phrase_id, seed, **fill))
