"""The widget that a kind of question may show instead of options."""

from typing import Any

from textual.containers import Vertical
from textual.message import Message


class Form(Vertical, can_focus=False):
    """The form of one question; the keyboard stays in the line, which passes on what is no word."""

    class Sent(Message):
        """The answer was sent; `leaving` are words that leave open what comes next as well."""

        def __init__(self, value: Any, leaving: str = "") -> None:
            super().__init__()
            self.value, self.leaving = value, leaving

    class Refused(Message):
        """Nothing was sent; `why` is for the empty line."""

        def __init__(self, why: str) -> None:
            super().__init__()
            self.why = why

    class GivenBack(Message):
        """What was typed could not be taken, and belongs in the line again."""

        def __init__(self, typed: str) -> None:
            super().__init__()
            self.typed = typed

    class Hinted(Message):
        """What stands in the empty line from now on."""

        def __init__(self, how: str) -> None:
            super().__init__()
            self.how = how

    keys: frozenset[str] = frozenset()
    """The keys that in an empty line are for the form."""

    @property
    def how(self) -> str:
        """What stands in the empty line; if empty, what stands there at every question of this kind."""
        return ""

    @property
    def pointed(self) -> str:
        """The id of the question that the arrows are at, where each row is one to explain by itself."""
        return ""

    @property
    def value(self) -> Any:
        """What was filled in so far."""
        raise NotImplementedError

    def give_back(self) -> str:
        """Undo what keys chose that turn out to begin a word, and return these; empty if none did."""
        raise NotImplementedError

    def put(self, typed: str) -> bool:
        """Take what the line says, without sending anything; return whether it says anything."""
        raise NotImplementedError

    def mark(self, typed: str) -> None:
        """Show what the line means while it is typed."""
        raise NotImplementedError

    def take(self, key: str) -> bool:
        """Do what a key in the empty line means here; return whether it means anything."""
        raise NotImplementedError

    def leave(self) -> None:
        """Highlight nothing, so that all keys are words."""
        raise NotImplementedError

    def send(self, typed: str) -> bool:
        """Take the line and send the answer, or say why not; return whether the line is for the form at all."""
        raise NotImplementedError
