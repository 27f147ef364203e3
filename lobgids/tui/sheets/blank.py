"""A black screen, so that everyone looks at each other; any key brings the page back."""

from textual.events import Click, Key
from textual.screen import ModalScreen


class BlankScreen(ModalScreen[None]):
    """Shows nothing; the conversation below stays as it was."""

    def on_key(self, event: Key) -> None:
        event.stop()
        event.prevent_default()
        self.dismiss()

    def on_click(self, event: Click) -> None:
        event.stop()
        self.dismiss()
