"""The line for a sentence on the projector: a presenter's remote may be pressed where it stands."""

from textual.events import Key
from textual.message import Message

from lobgids.tui.widgets.words import Words


class Sentence(Words):
    """A sentence never begins with a period: in front of it that is the remote, which blanks the screen."""

    class Blanked(Message):
        """The remote asked for a black screen."""

    async def on_key(self, event: Key) -> None:
        """Tell of the remote."""
        if event.key == "full_stop" and not self.text:
            event.stop()
            event.prevent_default()
            self.post_message(self.Blanked())
