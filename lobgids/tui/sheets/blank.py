"""A black screen, so that everyone looks at each other; any key brings the page back."""

from textual.events import Click, Key
from textual.screen import ModalScreen


class BlankScreen(ModalScreen[None]):
    """Shows nothing; the conversation below stays as it was."""

    def on_key(self, event: Key) -> None:
        event.stop()
        event.prevent_default()
        self._uncover()

    def on_click(self, event: Click) -> None:
        event.stop()
        self._uncover()

    def _uncover(self) -> None:
        """Close it, once: a second press right after the first would close the screen below."""
        if self.is_current:
            self.dismiss()
