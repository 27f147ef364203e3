"""All commands, to search in and choose from."""

from collections.abc import Sequence

from textual.command import CommandList, CommandListItem, CommandPalette, SimpleProvider
from textual.screen import Screen


class Palette(CommandPalette):
    """Textual's own palette of commands over a screen."""

    def __init__(self, below: Screen[None], commands: Sequence[CommandListItem], placeholder: str) -> None:
        provider = SimpleProvider(below, list(commands))
        super().__init__(providers=[provider], placeholder=placeholder)  # type: ignore[list-item]  # as Textual has it

    def _action_command_list(self, action: str) -> None:
        """Move through the list once it is drawn: before that Textual has no pages, and Page Down is a `KeyError`.

        It has no public API for this; it is pinned to one version, and a test checks what happens here.
        """
        if self.query_one(CommandList).scrollable_content_region:
            super()._action_command_list(action)
