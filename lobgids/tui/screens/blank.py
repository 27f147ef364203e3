"""A black screen, so that everyone looks at each other: any key brings the page back."""

from textual.events import Click, Key
from textual.screen import ModalScreen


class BlankScreen(ModalScreen[None]):
    """Nothing at all; the conversation below is as it was."""

    def on_key(self, event: Key) -> None:
        """Back to the page; the key does nothing else."""
        event.stop()
        event.prevent_default()
        self.dismiss()

    def on_click(self, event: Click) -> None:
        """The same with the mouse."""
        event.stop()
        self.dismiss()
