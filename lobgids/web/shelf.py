"""The port to where conversations are kept, each under a name; a folder and the browser itself are the two shelves."""

from collections.abc import Sequence
from typing import Protocol

from lobgids.i18n import Language
from lobgids.log.events import Contents, Header
from lobgids.session.review import Summary
from lobgids.session.session import ContentByLanguage
from lobgids.storage.port import Phrases, Store


class Shelf(Protocol):
    """Conversations by their names, which are those of files. All methods but `names` raise `DocumentError`."""

    def names(self) -> Sequence[str]:
        """The names, the last changed first."""

    def summary(self, name: str, content_in: ContentByLanguage) -> Summary:
        """A conversation as a list shows it."""

    def read(self, name: str) -> Contents:
        """What is in a conversation; nothing is locked or written."""

    def open(self, name: str) -> Store:
        """A conversation to go on with."""

    def create(self, header: Header) -> tuple[str, Store]:
        """A new conversation, open, and the name that it got."""

    def content(self, name: str) -> bytes:
        """A conversation as the bytes of its file."""

    def add(self, name: str, content: bytes) -> str:
        """Take in a file under this name, or a free one like it; the name that it got. What is no document is refused.

        One that is here already, byte for byte, is not taken in again.
        """

    def erase(self, name: str, language: Language) -> str:
        """Remove a conversation for good; what became of it, in words."""

    def kept_in_words(self, language: Language) -> str:
        """Where conversations are kept, and who sees them."""

    @property
    def phrases(self) -> Phrases:
        """The phrases that are true of what is kept here."""

    @property
    def is_lasting(self) -> bool:
        """Whether only the user can remove what is kept; else it is offered as a file at every pause."""
