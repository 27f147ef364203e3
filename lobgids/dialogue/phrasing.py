"""A sentence of the content as something that the guide says."""

from lobgids.dialogue.protocol import Say
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.phrasing import phrase


def say(base: KnowledgeBase, phrase_id: str, place: str, /, **fill: object) -> Say:
    """The sentence as something the guide says."""
    return Say(id=phrase_id, text=phrase(base, phrase_id, place, **fill))
