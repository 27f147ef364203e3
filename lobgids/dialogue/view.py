"""A conversation as the chapters see it: what the answers say, how its track goes, and what follows."""

from functools import cached_property
from typing import TYPE_CHECKING

from lobgids.advice.conclusions import Conclusions
from lobgids.i18n import Language
from lobgids.kb.base import KnowledgeBase
from lobgids.log.events import Header
from lobgids.log.state import State
from lobgids.school.view import SchoolView

if TYPE_CHECKING:
    from lobgids.dialogue.track import Track


class View(SchoolView):
    """One moment of a conversation in its track."""

    def __init__(
        self, *, base: KnowledgeBase, language: Language, header: Header, track: "Track", state: State
    ) -> None:
        super().__init__(base=base, language=language, header=header, manner=track, state=state)
        self.track = track

    @cached_property
    def conclusions(self) -> Conclusions:
        """What follows from the answers."""
        # What is to find out is worded by the chapters, which look at views themselves.
        from lobgids.dialogue.following import conclusions_of

        return conclusions_of(self)
